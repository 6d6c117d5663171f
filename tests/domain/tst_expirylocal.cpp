// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expiry.h"

#include "inwords.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

static QTimeZone zoneOf(const QByteArray &id)
{
    const QTimeZone zone(id);
    if (!zone.isValid())
        qFatal("no time zone %s", id.constData());
    return zone;
}

//! The instants at which the zone's clocks show this date and time, oldest first: found by
//! trying every offset in use around it, so without asking how QDateTime resolves local times.
static QList<qint64> instantsOf(QDate date, QTime time, const QTimeZone &zone)
{
    const QDateTime asUtc(date, time, Qt::UTC);
    QList<qint64> found;
    QSet<int> tried;
    for (int hours = -36; hours <= 36; ++hours) {
        const int offset = zone.offsetFromUtc(asUtc.addSecs(hours * 3600));
        if (tried.contains(offset))
            continue;
        tried << offset;
        const QDateTime instant = asUtc.addSecs(-offset);
        if (zone.offsetFromUtc(instant) == offset)
            found << instant.toMSecsSinceEpoch() * 1000;
    }
    std::sort(found.begin(), found.end());
    return found;
}

class TestExpiryLocal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWallClockTimes_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("twice");
        const auto row = [](const char *zone, const char *local, const char *expected,
                            bool twice = false) {
            QTest::addRow("%s %s", zone, local) << QByteArray(zone) << QString::fromLatin1(local)
                                                << QString::fromLatin1(expected) << twice;
        };
        row("UTC", "2027-03-28 02:30:00.000", "2027-03-28 02:30:00.000000");
        row("Asia/Kolkata", "2027-03-28 02:30:00.000", "2027-03-27 21:00:00.000000");

        row("Europe/Paris", "2027-01-15 12:00:00.000", "2027-01-15 11:00:00.000000");
        row("Europe/Paris", "2027-07-15 12:00:00.125", "2027-07-15 10:00:00.125000");
        row("Europe/Paris", "2027-03-28 01:59:59.999", "2027-03-28 00:59:59.999000");
        row("Europe/Paris", "2027-03-28 02:00:00.000", "NoSuchLocalTime");
        row("Europe/Paris", "2027-03-28 02:30:00.000", "NoSuchLocalTime");
        row("Europe/Paris", "2027-03-28 02:59:59.999", "NoSuchLocalTime");
        row("Europe/Paris", "2027-03-28 03:00:00.000", "2027-03-28 01:00:00.000000");
        row("Europe/Paris", "2027-10-31 01:59:59.999", "2027-10-30 23:59:59.999000");
        row("Europe/Paris", "2027-10-31 02:00:00.000", "2027-10-31 00:00:00.000000", true);
        row("Europe/Paris", "2027-10-31 02:30:00.000", "2027-10-31 00:30:00.000000", true);
        row("Europe/Paris", "2027-10-31 02:59:59.999", "2027-10-31 00:59:59.999000", true);
        row("Europe/Paris", "2027-10-31 03:00:00.000", "2027-10-31 02:00:00.000000");
        // Beyond the table of the zone file: by its rule.
        row("Europe/Paris", "2060-03-28 02:30:00.000", "NoSuchLocalTime");
        row("Europe/Paris", "2060-10-31 02:30:00.000", "2060-10-31 00:30:00.000000", true);

        row("America/New_York", "2027-03-14 02:30:00.000", "NoSuchLocalTime");
        row("America/New_York", "2027-11-07 01:30:00.000", "2027-11-07 05:30:00.000000", true);
        row("America/New_York", "2027-11-07 02:00:00.000", "2027-11-07 07:00:00.000000");
        row("America/New_York", "2026-12-31 23:00:00.000", "2027-01-01 04:00:00.000000");

        // Half an hour of daylight saving time.
        row("Australia/Lord_Howe", "2027-10-03 01:59:59.999", "2027-10-02 15:29:59.999000");
        row("Australia/Lord_Howe", "2027-10-03 02:15:00.000", "NoSuchLocalTime");
        row("Australia/Lord_Howe", "2027-10-03 02:30:00.000", "2027-10-02 15:30:00.000000");
        row("Australia/Lord_Howe", "2027-04-04 01:29:59.999", "2027-04-03 14:29:59.999000");
        row("Australia/Lord_Howe", "2027-04-04 01:45:00.000", "2027-04-03 14:45:00.000000", true);
        row("Australia/Lord_Howe", "2027-04-04 02:00:00.000", "2027-04-03 15:30:00.000000");

        // Winter is what the zone file calls daylight saving time, an hour back.
        row("Europe/Dublin", "2027-03-28 01:30:00.000", "NoSuchLocalTime");
        row("Europe/Dublin", "2027-10-31 01:30:00.000", "2027-10-31 00:30:00.000000", true);
        // Clocks that changed for good, without daylight saving time.
        row("Europe/Moscow", "2014-10-26 01:30:00.000", "2014-10-25 21:30:00.000000", true);
        // A day that the calendar skipped, and one where midnight did not exist.
#ifndef Q_OS_WIN // whose own zones don't know the day that was left out
        row("Pacific/Apia", "2011-12-29 23:59:59.999", "2011-12-30 09:59:59.999000");
        row("Pacific/Apia", "2011-12-30 00:00:00.000", "NoSuchLocalTime");
        row("Pacific/Apia", "2011-12-30 12:00:00.000", "NoSuchLocalTime");
        row("Pacific/Apia", "2011-12-30 23:59:59.999", "NoSuchLocalTime");
        row("Pacific/Apia", "2011-12-31 00:00:00.000", "2011-12-30 10:00:00.000000");
#endif
        row("America/Sao_Paulo", "2018-11-04 00:00:00.000", "NoSuchLocalTime");
        row("America/Sao_Paulo", "2018-11-04 01:00:00.000", "2018-11-04 03:00:00.000000");

        row("UTC", "1969-12-31 23:59:59.999", "1969-12-31 23:59:59.999000");
        row("UTC", "0001-01-01 00:00:00.000", "0001-01-01 00:00:00.000000");
        row("UTC", "9999-12-31 23:59:59.999", "9999-12-31 23:59:59.999000");
        row("Asia/Kolkata", "0001-01-01 00:00:00.000", "YearOutOfRange");
        row("America/New_York", "9999-12-31 23:59:59.000", "YearOutOfRange");
    }
    void readsWallClockTimes()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, local);
        QFETCH(QString, expected);
        QFETCH(bool, twice);
        const QDate date = QDate::fromString(local.left(10), Qt::ISODate);
        const QTime time = QTime::fromString(local.mid(11), Qt::ISODateWithMs);
        QCOMPARE(outcome(Expiry::fromLocal(date, time, zoneOf(zone))), expected);
        QCOMPARE(occursTwice(date, time, zoneOf(zone)), twice);
    }

    //! Every quarter of an hour around the changes of a year, against an oracle.
    void agreesWithTheZonesOffsets_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("year");
        const auto row = [](const char *zone, int year) {
            QTest::addRow("%s %d", zone, year) << QByteArray(zone) << year;
        };
        row("Europe/Paris", 2027);
        row("Europe/Paris", 2060);
        row("Europe/Dublin", 2027);
        row("Europe/London", 1970);
        row("Europe/Moscow", 2014);
        row("America/New_York", 2027);
        row("America/St_Johns", 2010);
        row("America/Sao_Paulo", 2018);
        row("America/Havana", 2027);
        row("Asia/Kolkata", 2027);
        row("Asia/Gaza", 2023);
        row("Africa/Casablanca", 2026);
        row("Africa/Cairo", 2027);
        row("Australia/Lord_Howe", 2027);
        row("Pacific/Apia", 2011);
        row("Pacific/Chatham", 2027);
        row("Pacific/Kwajalein", 1993);
#ifndef Q_OS_WIN // which has no such zone
        row("Antarctica/Troll", 2027);
#endif
    }
    void agreesWithTheZonesOffsets()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, year);
        const QTimeZone timeZone = zoneOf(zone);
        const QDateTime start(QDate(year, 1, 1), QTime(0, 0), Qt::UTC);
        for (QDateTime day = start; day.date().year() == year; day = day.addDays(1)) {
            if (timeZone.offsetFromUtc(day.addDays(-1)) == timeZone.offsetFromUtc(day.addDays(2)))
                continue;
            for (int quarter = 0; quarter < 96; ++quarter) {
                const QTime time = QTime(0, 0).addSecs(quarter * 900);
                const QList<qint64> instants = instantsOf(day.date(), time, timeZone);
                const QString expected = instants.isEmpty()
                    ? u"NoSuchLocalTime"_s
                    : outcome(*Expiry::fromMicroseconds(instants.first()));
                const QString where = QDateTime(day.date(), time, Qt::UTC).toString(Qt::ISODate);
                const QString got = outcome(Expiry::fromLocal(day.date(), time, timeZone));
                QVERIFY2(got == expected,
                         qPrintable(where + u": "_s + got + u", not "_s + expected));
                QVERIFY2(occursTwice(day.date(), time, timeZone) == (instants.size() > 1),
                         qPrintable(where));
            }
        }
    }

    //! What the form shows is what it reads; in the second of two equal hours it can't be.
    void whatIsShownReadsBack_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone :
             {"UTC", "Europe/Paris", "Europe/Dublin", "America/New_York", "America/Sao_Paulo",
              "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void whatIsShownReadsBack()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone timeZone = zoneOf(zone);
        const qint64 start = QDateTime(QDate(1971, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
        const qint64 end = QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
        QRandomGenerator random(2027);
        for (int i = 0; i < 2000; ++i) {
            const Expiry instant =
                *Expiry::fromMicroseconds(random.bounded(start, end) * 1'000'000);
            const QString shown = instant.toDisplay(timeZone);
            const QDate date = QDate::fromString(shown.left(10), u"yyyy-MM-dd"_s);
            const QTime time = QTime::fromString(shown.mid(11), u"HH:mm:ss"_s);
            QVERIFY2(date.isValid() && time.isValid(), qPrintable(shown));
            if (!occursTwice(date, time, timeZone))
                QCOMPARE(outcome(Expiry::fromLocal(date, time, timeZone)), outcome(instant));
        }
    }

    void takesAFixedOffset()
    {
        const QTimeZone zone(5 * 3600 + 45 * 60);
        QCOMPARE(outcome(Expiry::fromLocal(QDate(2027, 3, 28), QTime(2, 30), zone)),
                 u"2027-03-27 20:45:00.000000"_s);
        QVERIFY(!occursTwice(QDate(2027, 3, 28), QTime(2, 30), zone));
    }

    void refusesWhatIsNoDateTimeOrZone()
    {
        const QDate date(2027, 3, 28);
        const QTime time(12, 0);
        QVERIFY(!Expiry::fromLocal(QDate(), time, QTimeZone::utc()));
        QVERIFY(!Expiry::fromLocal(QDate(2027, 2, 30), time, QTimeZone::utc()));
        QVERIFY(!Expiry::fromLocal(date, QTime(), QTimeZone::utc()));
        QVERIFY(!Expiry::fromLocal(date, time, QTimeZone()));
        QVERIFY(!occursTwice(QDate(), time, QTimeZone::utc()));
    }
};

QTEST_APPLESS_MAIN(TestExpiryLocal)
#include "tst_expirylocal.moc"
