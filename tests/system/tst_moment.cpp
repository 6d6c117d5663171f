// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/moment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace purser;

class TestMoment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShorterAndTheLongerAreEachSafe_data();
    void theShorterAndTheLongerAreEachSafe();
    void aTextComesBackWithinTheSameStartOfTheComputer_data();
    void aTextComesBackWithinTheSameStartOfTheComputer();
    void nowGoesOnByEveryClock();
};

namespace {

Moment start()
{
    return {QDateTime(QDate(2030, 1, 1), QTime(8, 0), Qt::UTC), 1h, 2h, u"a-boot"_s};
}

} // namespace

void TestMoment::theShorterAndTheLongerAreEachSafe_data()
{
    QTest::addColumn<int>("wall"); // seconds
    QTest::addColumn<int>("monotonic");
    QTest::addColumn<int>("sinceBoot");
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<int>("atMost");
    QTest::addColumn<bool>("apart");
    QTest::newRow("together") << 30 << 30 << 30 << 30 << 30 << false;
    QTest::newRow("a small correction") << 33 << 30 << 30 << 30 << 33 << false;
    QTest::newRow("the wall clock an hour on") << 3600 << 1 << 1 << 1 << 3600 << true;
    QTest::newRow("the wall clock an hour back") << -3600 << 1 << 1 << 1 << 1 << true;
    QTest::newRow("asleep") << 28'800 << 2 << 28'800 << 2 << 28'800 << true;
    QTest::newRow("asleep, and the wall clock set back to where it was")
        << 2 << 2 << 28'800 << 2 << 28'800 << true;
    QTest::newRow("nothing is negative") << -5 << -5 << -5 << 0 << 0 << false;
}

void TestMoment::theShorterAndTheLongerAreEachSafe()
{
    QFETCH(int, wall);
    QFETCH(int, monotonic);
    QFETCH(int, sinceBoot);
    Moment to = start();
    to.wall = to.wall.addSecs(wall);
    to.monotonic += std::chrono::seconds(monotonic);
    to.sinceBoot += std::chrono::seconds(sinceBoot);
    QTEST(static_cast<int>(atLeast(start(), to).count() / 1000), "atLeast");
    QTEST(static_cast<int>(atMost(start(), to).count() / 1000), "atMost");
    QTEST(wentApart(start(), to), "apart");
}

void TestMoment::aTextComesBackWithinTheSameStartOfTheComputer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMoment");
    QTest::newRow("its own") << start().toText() << true;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("another start") << u"other 3600000 7200000"_s << false;
    QTest::newRow("later than now") << u"a-boot 99999999 7200000"_s << false;
    QTest::newRow("no numbers") << u"a-boot x y"_s << false;
    QTest::newRow("too short") << u"a-boot 3600000"_s << false;
}

void TestMoment::aTextComesBackWithinTheSameStartOfTheComputer()
{
    QFETCH(QString, text);
    QFETCH(bool, isMoment);
    Moment now = start();
    now.monotonic += 5s;
    now.sinceBoot += 5s;
    const auto read = Moment::fromText(text, start().wall, now);
    QCOMPARE(read.has_value(), isMoment);
    QVERIFY(!isMoment || *read == start());
    Moment elsewhere = now;
    elsewhere.boot.clear(); // a system that does not tell its starts apart
    QVERIFY(!Moment::fromText(text, start().wall, elsewhere));
    QVERIFY(elsewhere.toText().isEmpty());
}

void TestMoment::nowGoesOnByEveryClock()
{
    const Moment one = currentMoment();
    const Moment two = currentMoment();
    QVERIFY(one.isValid());
    QVERIFY(two.monotonic >= one.monotonic && two.sinceBoot >= one.sinceBoot);
    QVERIFY(one.sinceBoot >= one.monotonic || one.boot.isEmpty());
    QCOMPARE(one.boot, two.boot);
#ifdef Q_OS_LINUX
    QVERIFY(!one.boot.isEmpty());
#endif
}

QTEST_APPLESS_MAIN(TestMoment)
#include "tst_moment.moc"
