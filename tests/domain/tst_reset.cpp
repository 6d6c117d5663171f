// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/reset.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace purser;

static QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

//! Resets run at midnight Europe/Paris, which is 23:00 UTC in winter and 22:00 UTC in summer.
class TestReset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNextReset_data();
    void findsTheNextReset();
    void everyResetIsAMidnightOfItsKind_data();
    void everyResetIsAMidnightOfItsKind();
    void takesAnInstantOfAnyZone();
    void withoutAPeriodOrATimeThereIsNone();
    void seesAResetBetween_data();
    void seesAResetBetween();
    void textsAreTheServices_data();
    void textsAreTheServices();
    void readsNoOtherText_data();
    void readsNoOtherText();
};

void TestReset::findsTheNextReset_data()
{
    QTest::addColumn<ResetPeriod>("period");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("next");
    const auto daily = [](const char *name, const char *after, const char *next) {
        QTest::addRow("daily: %s", name)
            << ResetPeriod::Daily << QString::fromLatin1(after) << QString::fromLatin1(next);
    };
    daily("winter", "2027-01-15T12:00:00Z", "2027-01-15T23:00:00Z");
    daily("summer", "2027-07-15T12:00:00Z", "2027-07-15T22:00:00Z");
    daily("a millisecond before", "2027-01-15T22:59:59.999Z", "2027-01-15T23:00:00Z");
    daily("exactly at midnight", "2027-01-15T23:00:00Z", "2027-01-16T23:00:00Z");
    daily("a millisecond after", "2027-01-15T23:00:00.001Z", "2027-01-16T23:00:00Z");
    daily("after Paris' midnight, before UTC's", "2027-01-15T23:30:00Z", "2027-01-16T23:00:00Z");
    daily("summer, between the midnights", "2027-07-15T22:30:00Z", "2027-07-16T22:00:00Z");
    daily("before the clocks go forward", "2027-03-27T12:00:00Z", "2027-03-27T23:00:00Z");
    daily("the day of 23 hours", "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z");
    daily("just as they go forward", "2027-03-28T01:00:00Z", "2027-03-28T22:00:00Z");
    daily("before the clocks go back", "2027-10-30T12:00:00Z", "2027-10-30T22:00:00Z");
    daily("the day of 25 hours", "2027-10-30T22:00:00Z", "2027-10-31T23:00:00Z");
    daily("the hour before its end", "2027-10-31T22:30:00Z", "2027-10-31T23:00:00Z");
    daily("end of a month", "2027-04-30T12:00:00Z", "2027-04-30T22:00:00Z");
    daily("end of a year", "2026-12-31T12:00:00Z", "2026-12-31T23:00:00Z");
    daily("29 February", "2028-02-28T23:00:00Z", "2028-02-29T23:00:00Z");

    const auto weekly = [](const char *name, const char *after, const char *next) {
        QTest::addRow("weekly: %s", name)
            << ResetPeriod::Weekly << QString::fromLatin1(after) << QString::fromLatin1(next);
    };
    weekly("on a Friday", "2027-01-15T12:00:00Z", "2027-01-17T23:00:00Z");
    weekly("on a Monday", "2027-01-18T12:00:00Z", "2027-01-24T23:00:00Z");
    weekly("a millisecond before", "2027-01-17T22:59:59.999Z", "2027-01-17T23:00:00Z");
    weekly("exactly at midnight", "2027-01-17T23:00:00Z", "2027-01-24T23:00:00Z");
    weekly("Monday in Paris, Sunday in UTC", "2027-01-17T23:30:00Z", "2027-01-24T23:00:00Z");
    weekly("clocks go forward on its Sunday", "2027-03-22T12:00:00Z", "2027-03-28T22:00:00Z");
    weekly("clocks go back on its Sunday", "2027-10-25T12:00:00Z", "2027-10-31T23:00:00Z");
    weekly("end of a year", "2026-12-31T12:00:00Z", "2027-01-03T23:00:00Z");

    const auto monthly = [](const char *name, const char *after, const char *next) {
        QTest::addRow("monthly: %s", name)
            << ResetPeriod::Monthly << QString::fromLatin1(after) << QString::fromLatin1(next);
    };
    monthly("winter", "2027-01-15T12:00:00Z", "2027-01-31T23:00:00Z");
    monthly("a millisecond before", "2027-01-31T22:59:59.999Z", "2027-01-31T23:00:00Z");
    monthly("exactly at midnight", "2027-01-31T23:00:00Z", "2027-02-28T23:00:00Z");
    monthly("the 1st in Paris, the 31st in UTC", "2027-01-31T23:30:00Z", "2027-02-28T23:00:00Z");
    monthly("clocks go forward in it", "2027-03-01T12:00:00Z", "2027-03-31T22:00:00Z");
    monthly("clocks go back on its last day", "2027-10-01T12:00:00Z", "2027-10-31T23:00:00Z");
    monthly("end of a leap year's February", "2028-02-10T12:00:00Z", "2028-02-29T23:00:00Z");
    monthly("end of a year", "2027-12-31T22:59:59Z", "2027-12-31T23:00:00Z");
}

void TestReset::findsTheNextReset()
{
    QFETCH(ResetPeriod, period);
    QFETCH(QString, after);
    QFETCH(QString, next);

    const QDateTime found = nextReset(period, utc(after));

    QCOMPARE(found.toString(Qt::ISODateWithMs), utc(next).toString(Qt::ISODateWithMs));
    QCOMPARE(found.timeSpec(), Qt::UTC);
}

void TestReset::everyResetIsAMidnightOfItsKind_data()
{
    QTest::addColumn<ResetPeriod>("period");
    QTest::addColumn<int>("inTwoYears");
    QTest::newRow("daily") << ResetPeriod::Daily << 365 + 366;
    QTest::newRow("weekly") << ResetPeriod::Weekly << 104;
    QTest::newRow("monthly") << ResetPeriod::Monthly << 24;
}

void TestReset::everyResetIsAMidnightOfItsKind()
{
    QFETCH(ResetPeriod, period);
    QFETCH(int, inTwoYears);
    const QTimeZone paris("Europe/Paris");
    const QDateTime start = QDate(2027, 1, 1).startOfDay(paris);
    const QDateTime end = QDate(2029, 1, 1).startOfDay(paris);

    int count = 0;
    for (QDateTime reset = nextReset(period, start.addMSecs(-1)); reset < end;
         reset = nextReset(period, reset)) {
        const QDateTime wall = reset.toTimeZone(paris);
        QCOMPARE(wall.time(), QTime(0, 0));
        QVERIFY(period != ResetPeriod::Weekly || wall.date().dayOfWeek() == Qt::Monday);
        QVERIFY(period != ResetPeriod::Monthly || wall.date().day() == 1);
        ++count;
    }

    QCOMPARE(count, inTwoYears);
}

void TestReset::takesAnInstantOfAnyZone()
{
    const QDateTime tokyo(QDate(2027, 1, 16), QTime(7, 59), QTimeZone("Asia/Tokyo")); // 22:59 UTC
    QCOMPARE(nextReset(ResetPeriod::Daily, tokyo), utc(u"2027-01-15T23:00:00Z"_s));
    QCOMPARE(nextReset(ResetPeriod::Daily, tokyo).timeSpec(), Qt::UTC);
}

void TestReset::withoutAPeriodOrATimeThereIsNone()
{
    const QDateTime now = utc(u"2027-01-15T12:00:00Z"_s);
    QVERIFY(!nextReset(ResetPeriod::None, now).isValid());
    QVERIFY(!nextReset(ResetPeriod::Daily, QDateTime()).isValid());
    QVERIFY(!resetFallsBetween(ResetPeriod::None, now, now.addYears(1)));
    QVERIFY(!resetFallsBetween(ResetPeriod::None, now, now.addYears(1), std::chrono::hours(1)));
    QVERIFY(!resetFallsBetween(ResetPeriod::Daily, QDateTime(), now));
}

void TestReset::seesAResetBetween_data()
{
    QTest::addColumn<ResetPeriod>("period");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("slack");
    QTest::addColumn<bool>("falls");
    const auto row = [](const char *name, const char *from, const char *to, int slack, bool falls,
                        ResetPeriod period = ResetPeriod::Daily) {
        QTest::newRow(name) << period << QString::fromLatin1(from) << QString::fromLatin1(to)
                            << slack << falls;
    };
    // Paris' midnight is 23:00:00 UTC.
    row("from before to after", "2027-01-15T22:59:00Z", "2027-01-15T23:01:00Z", 0, true);
    row("both before", "2027-01-15T22:00:00Z", "2027-01-15T22:59:59.999Z", 0, false);
    row("both after", "2027-01-15T23:00:00.001Z", "2027-01-16T22:59:59.999Z", 0, false);
    row("from exactly", "2027-01-15T23:00:00Z", "2027-01-16T22:00:00Z", 0, false);
    row("to exactly", "2027-01-15T22:00:00Z", "2027-01-15T23:00:00Z", 0, true);
    row("nothing between", "2027-01-15T23:00:00Z", "2027-01-15T23:00:00Z", 0, false);
    row("UTC's midnight is none", "2027-01-15T23:59:00Z", "2027-01-16T00:01:00Z", 0, false);
    row("several", "2027-01-15T12:00:00Z", "2027-01-20T12:00:00Z", 0, true);
    row("slack reaches forward to it", "2027-01-15T22:00:00Z", "2027-01-15T22:59:00Z", 60, true);
    row("slack falls short of it", "2027-01-15T22:00:00Z", "2027-01-15T22:58:59Z", 60, false);
    row("slack reaches back over it", "2027-01-15T23:00:59Z", "2027-01-15T23:30:00Z", 60, true);
    row("slack reaches back just to it", "2027-01-15T23:01:00Z", "2027-01-15T23:30:00Z", 60, false);
    row("weekly, within a week", "2027-01-18T12:00:00Z", "2027-01-24T22:59:59Z", 0, false,
        ResetPeriod::Weekly);
    row("weekly, over a Monday", "2027-01-18T12:00:00Z", "2027-01-24T23:00:00Z", 0, true,
        ResetPeriod::Weekly);
    row("monthly, within a month", "2027-02-01T12:00:00Z", "2027-02-28T22:59:59Z", 0, false,
        ResetPeriod::Monthly);
    row("monthly, over the 1st", "2027-02-01T12:00:00Z", "2027-02-28T23:00:00Z", 0, true,
        ResetPeriod::Monthly);
}

void TestReset::seesAResetBetween()
{
    QFETCH(ResetPeriod, period);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, slack);
    QFETCH(bool, falls);

    QCOMPARE(resetFallsBetween(period, utc(from), utc(to), std::chrono::seconds(slack)), falls);
}

void TestReset::textsAreTheServices_data()
{
    QTest::addColumn<ResetPeriod>("period");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << ResetPeriod::None << u"none"_s;
    QTest::newRow("daily") << ResetPeriod::Daily << u"daily"_s;
    QTest::newRow("weekly") << ResetPeriod::Weekly << u"weekly"_s;
    QTest::newRow("monthly") << ResetPeriod::Monthly << u"monthly"_s;
}

void TestReset::textsAreTheServices()
{
    QFETCH(ResetPeriod, period);
    QFETCH(QString, text);
    QCOMPARE(resetPeriodText(period), text);
    QVERIFY(resetPeriodFromText(text) == period);
}

void TestReset::readsNoOtherText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "yearly", "Daily", "DAILY", " daily", "daily ", "day", "null"}) {
        QTest::addRow("\"%s\"", text) << QString::fromLatin1(text);
    }
}

void TestReset::readsNoOtherText()
{
    QFETCH(QString, text);
    QVERIFY(!resetPeriodFromText(text));
}

QTEST_APPLESS_MAIN(TestReset)
#include "tst_reset.moc"
