// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/customer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

class TestCustomer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenDownMayBeAnothers_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QStringList>("customers");
        QTest::addColumn<QStringList>("former");
        QTest::addColumn<bool>("expected");
        const QStringList none;
        const QStringList a{u"a"_s};
        const QStringList b{u"b"_s};
        const QStringList key{UnnamedCustomer};
        QTest::newRow("a, of a") << u"a"_s << a << none << false;
        QTest::newRow("a, of b") << u"a"_s << b << none << true;
        QTest::newRow("a, of b, a before") << u"a"_s << b << a << true;
        QTest::newRow("a, of both") << u"a"_s << a + b << none << false;
        QTest::newRow("a, of a again, b before") << u"a"_s << a << b << false;
        QTest::newRow("a, nothing known") << u"a"_s << none << none << false;
        QTest::newRow("a, of a key") << u"a"_s << key << none << true;
        QTest::newRow("a key, of a key") << key.front() << key << none << false;
        QTest::newRow("a key, of a key, a before") << key.front() << key << a << false;
        QTest::newRow("a key, of a") << key.front() << a << none << true;
        QTest::newRow("a key, of a, which is the same") << key.front() << key + a << none << false;
        QTest::newRow("a key, of another key") << key.front() << key << key + a << true;
        QTest::newRow("a key, of a, a key before") << key.front() << a << key << true;
        QTest::newRow("not looked at, of a") << QString() << a << none << false;
        QTest::newRow("not looked at, of a key") << QString() << key << none << false;
        QTest::newRow("not looked at, nothing known") << QString() << none << none << false;
        QTest::newRow("not looked at, another one before") << QString() << a << b << true;
        QTest::newRow("not looked at, an unknown one before")
            << QString() << a << QStringList{UnknownCustomer} << true;
    }
    void whatWasWrittenDownMayBeAnothers()
    {
        QFETCH(QString, mark);
        QFETCH(QStringList, customers);
        QFETCH(QStringList, former);
        QTEST(mayBeAnothers(mark, customers, former), "expected");
    }

    void customersAreTheSameOnesByWhatTheUserSaid()
    {
        const QStringList both{u"a"_s, u"b"_s};
        QCOMPARE(sameCustomers(both, u"b"_s), both);
        QCOMPARE(sameCustomers(both, u"c"_s), QStringList{u"c"_s});
        QCOMPARE(sameCustomers({}, UnnamedCustomer), QStringList{UnnamedCustomer});
    }
};

QTEST_APPLESS_MAIN(TestCustomer)
#include "tst_customer.moc"
