// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expirypreset.h"

#include "inwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

class TestExpiryPreset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsByTheZonesCalendar_data();
    void stepsByTheZonesCalendar();
    void everyStepLeadsForward_data();
    void everyStepLeadsForward();
};

void TestExpiryPreset::stepsByTheZonesCalendar_data()
{
    QTest::addColumn<ExpiryPreset>("preset");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("expected");
    const auto inZone = [](const char *zone) {
        return
            [zone](const char *name, ExpiryPreset preset, const char *from, const char *expected) {
                QTest::addRow("%s: %s", zone, name)
                    << preset << QByteArray(zone) << QString::fromLatin1(from)
                    << QString::fromLatin1(expected);
            };
    };
    using enum ExpiryPreset;

    const auto utc = inZone("UTC");
    utc("a day", OneDay, "2027-01-15T10:00:00Z", "2027-01-16 10:00:00.000000");
    utc("seven days", SevenDays, "2027-01-28T10:00:00Z", "2027-02-04 10:00:00.000000");
    utc("a month", OneMonth, "2027-01-15T10:00:00Z", "2027-02-15 10:00:00.000000");
    utc("a year", OneYear, "2027-01-15T10:00:00Z", "2028-01-15 10:00:00.000000");
    utc("31 January and a month", OneMonth, "2027-01-31T10:00:00Z", "2027-02-28 10:00:00.000000");
    utc("the same in a leap year", OneMonth, "2028-01-31T10:00:00Z", "2028-02-29 10:00:00.000000");
    utc("30 January and a month", OneMonth, "2027-01-30T10:00:00Z", "2027-02-28 10:00:00.000000");
    utc("28 February and a month", OneMonth, "2027-02-28T10:00:00Z", "2027-03-28 10:00:00.000000");
    utc("31 March and a month", OneMonth, "2027-03-31T10:00:00Z", "2027-04-30 10:00:00.000000");
    utc("31 December and a month", OneMonth, "2027-12-31T10:00:00Z", "2028-01-31 10:00:00.000000");
    utc("29 February and a year", OneYear, "2028-02-29T10:00:00Z", "2029-02-28 10:00:00.000000");
    utc("28 February and a year", OneYear, "2027-02-28T10:00:00Z", "2028-02-28 10:00:00.000000");
    utc("28 February and a day", OneDay, "2028-02-28T10:00:00Z", "2028-02-29 10:00:00.000000");
    utc("New Year's Eve and a day", OneDay, "2027-12-31T23:59:59Z", "2028-01-01 23:59:59.000000");
    utc("end of January", EndOfMonth, "2027-01-15T10:00:00Z", "2027-01-31 23:59:59.000000");
    utc("end of February", EndOfMonth, "2027-02-01T00:00:00Z", "2027-02-28 23:59:59.000000");
    utc("end of a leap year's", EndOfMonth, "2028-02-01T00:00:00Z", "2028-02-29 23:59:59.000000");
    utc("end of December", EndOfMonth, "2027-12-02T10:00:00Z", "2027-12-31 23:59:59.000000");
    utc("on the last day", EndOfMonth, "2027-04-30T10:00:00Z", "2027-04-30 23:59:59.000000");
    utc("microseconds stay", OneDay, "2027-01-15T10:00:00.123456Z", "2027-01-16 10:00:00.123456");
    utc("the last microsecond", OneMonth, "2027-01-31T23:59:59.999999Z",
        "2027-02-28 23:59:59.999999");
    utc("microseconds before 1970", OneDay, "1969-12-30T10:00:00.000001Z",
        "1969-12-31 10:00:00.000001");
    utc("end of month: whole seconds", EndOfMonth, "2027-01-15T10:00:00.123456Z",
        "2027-01-31 23:59:59.000000");
    utc("up to the last day", OneDay, "9999-12-30T23:59:59.999999Z", "9999-12-31 23:59:59.999999");
    utc("over the last day", OneDay, "9999-12-31T00:00:00Z", "YearOutOfRange");
    utc("seven days over it", SevenDays, "9999-12-25T00:00:00Z", "YearOutOfRange");
    utc("a month over it", OneMonth, "9999-12-01T00:00:00Z", "YearOutOfRange");
    utc("a year over it", OneYear, "9999-01-01T00:00:00Z", "YearOutOfRange");
    utc("the last end of a month", EndOfMonth, "9999-12-01T00:00:00Z",
        "9999-12-31 23:59:59.000000");

    const auto paris = inZone("Europe/Paris");
    // 12:00 stays 12:00 on the wall.
    paris("over the clocks going forward", OneDay, "2027-03-27T11:00:00Z",
          "2027-03-28 10:00:00.000000");
    paris("over the clocks going back", OneDay, "2027-10-30T10:00:00Z",
          "2027-10-31 11:00:00.000000");
    paris("seven days over it", SevenDays, "2027-03-25T11:00:00Z", "2027-04-01 10:00:00.000000");
    paris("a month over it", OneMonth, "2027-03-15T11:00:00Z", "2027-04-15 10:00:00.000000");
    paris("02:30 that is skipped is 03:30", OneDay, "2027-03-27T01:30:00Z",
          "2027-03-28 01:30:00.000000");
    paris("the same with microseconds", OneDay, "2027-03-27T01:30:00.654321Z",
          "2027-03-28 01:30:00.654321");
    paris("a month to a skipped time", OneMonth, "2027-02-28T01:30:00Z",
          "2027-03-28 01:30:00.000000");
    paris("a time that occurs twice is the first", OneDay, "2027-10-30T00:30:00Z",
          "2027-10-31 00:30:00.000000");
    paris("Paris' date counts, not UTC's", OneMonth, "2027-01-31T23:30:00Z",
          "2027-02-28 23:30:00.000000"); // 00:30 on 1 February there
    paris("end of the month that it is in Paris", EndOfMonth, "2027-01-31T23:30:00Z",
          "2027-02-28 22:59:59.000000");
    paris("end of a month in summer", EndOfMonth, "2027-03-15T11:00:00Z",
          "2027-03-31 21:59:59.000000");
    paris("end of the month that the clocks go back in", EndOfMonth, "2027-10-15T11:00:00Z",
          "2027-10-31 22:59:59.000000");

    const auto lordHowe = inZone("Australia/Lord_Howe"); // skips 02:00 to 02:30
    lordHowe("02:15 that is skipped is 03:15", OneDay, "2027-10-01T15:45:00Z",
             "2027-10-02 16:15:00.000000");
    const auto nuuk = inZone("America/Nuuk"); // skips 23:00 to 24:00
    nuuk("an hour later may be the next day", OneDay, "2027-03-27T01:30:00Z",
         "2027-03-28 01:30:00.000000");
    const auto kiritimati = inZone("Pacific/Kiritimati"); // UTC+14
    kiritimati("31 December is over there", OneDay, "9999-12-31T09:00:00Z", "YearOutOfRange");
    kiritimati("a month by its date", OneMonth, "2027-01-30T10:00:00Z",
               "2027-02-27 10:00:00.000000"); // 31 January there
}

void TestExpiryPreset::stepsByTheZonesCalendar()
{
    QFETCH(ExpiryPreset, preset);
    QFETCH(QByteArray, zone);
    QFETCH(QString, from);
    QFETCH(QString, expected);
    const QTimeZone timeZone(zone);
    QVERIFY(timeZone.isValid());

    QCOMPARE(outcome(expiryAfter(preset, *Expiry::fromIso8601(from), timeZone)), expected);
}

void TestExpiryPreset::everyStepLeadsForward_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Paris", "America/Nuuk", "America/New_York",
                             "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

void TestExpiryPreset::everyStepLeadsForward()
{
    QFETCH(QByteArray, zone);
    const QTimeZone timeZone(zone);
    QVERIFY(timeZone.isValid());
    constexpr qint64 quarter = 15LL * 60 * 1'000'000;
    const qint64 start = Expiry::fromIso8601(u"2027-01-01T00:00:00Z"_s)->microseconds();
    for (qint64 at = start; at < start + 366 * 96 * quarter; at += quarter) {
        const Expiry from = *Expiry::fromMicroseconds(at);
        const auto day = expiryAfter(ExpiryPreset::OneDay, from, timeZone);
        QVERIFY2(day, qPrintable(outcome(from)));
        const qint64 quarters = (day->microseconds() - at) / quarter;
        QVERIFY2(quarters >= 92 && quarters <= 100, qPrintable(outcome(from)));
    }
}

QTEST_APPLESS_MAIN(TestExpiryPreset)
#include "tst_expirypreset.moc"
