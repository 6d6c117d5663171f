// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expiry.h"

#include "inwords.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace purser;

static void textColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

//! A text and what becomes of it; the text is the row's name too.
static void row(const char *text, const char *expected)
{
    QTest::addRow("'%s'", text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

static Expiry expiry(const char *text)
{
    const auto result = Expiry::fromIso8601(QString::fromUtf8(text));
    if (!result)
        qFatal("%s is no expiry", text);
    return *result;
}

//! Instants from year 1 to year 9999, most of them with a fraction.
static QList<Expiry> sampleExpiries()
{
    const qint64 first = expiry("0001-01-01T00:00:00Z").microseconds();
    const qint64 last = expiry("9999-12-31T23:59:59.999999Z").microseconds();
    QRandomGenerator random(1970);
    QList<Expiry> sample;
    for (const qint64 microseconds : {first, last, qint64(-1), qint64(0), qint64(1)})
        sample << *Expiry::fromMicroseconds(microseconds);
    for (int i = 0; i < 2000; ++i)
        sample << *Expiry::fromMicroseconds(random.bounded(first, last));
    return sample;
}

class TestExpiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        textColumns();
        row("2027-03-14T15:09:26Z", "2027-03-14 15:09:26.000000");
        row("2027-03-14 15:09:26Z", "2027-03-14 15:09:26.000000");
        row("2027-03-14T15:09Z", "2027-03-14 15:09:00.000000");
        row("2027-03-14T15:09:26.5Z", "2027-03-14 15:09:26.500000");
        row("2027-03-14T15:09:26.535Z", "2027-03-14 15:09:26.535000");
        row("2027-03-14T15:09:26.535897Z", "2027-03-14 15:09:26.535897");
        row("2027-03-14T15:09:26.000001Z", "2027-03-14 15:09:26.000001");
        row("2027-03-14T15:09:26.5358979Z", "2027-03-14 15:09:26.535897");
        row("2027-03-14T15:09:26.999999999Z", "2027-03-14 15:09:26.999999");
        row("2027-03-14T15:09:26+02:00", "2027-03-14 13:09:26.000000");
        row("2027-03-14T15:09:26.535897+02:00", "2027-03-14 13:09:26.535897");
        row("2027-03-14T15:09:26-02:30", "2027-03-14 17:39:26.000000");
        row("2027-03-14T15:09:26+05:45", "2027-03-14 09:24:26.000000");
        row("2027-03-14T15:09:26+00:00", "2027-03-14 15:09:26.000000");
        row("2027-03-14T15:09:26-00:00", "2027-03-14 15:09:26.000000");
        row("2027-03-14T15:09:26+14:00", "2027-03-14 01:09:26.000000");
        row("2026-12-31T23:30:00.25-01:00", "2027-01-01 00:30:00.250000");
        row("2027-01-01T00:30:00+01:00", "2026-12-31 23:30:00.000000");
        row("2028-02-29T12:00:00Z", "2028-02-29 12:00:00.000000");
        row("2000-02-29T00:00:00Z", "2000-02-29 00:00:00.000000");
        row("2028-02-28T23:00:00-02:00", "2028-02-29 01:00:00.000000");
        row("1970-01-01T00:00:00Z", "1970-01-01 00:00:00.000000");
        row("1969-12-31T23:59:59.999999Z", "1969-12-31 23:59:59.999999");
        row("1969-12-31T23:59:59.25Z", "1969-12-31 23:59:59.250000");
        row("1900-01-01T00:00:00.000001Z", "1900-01-01 00:00:00.000001");
        row("0001-01-01T00:00:00Z", "0001-01-01 00:00:00.000000");
        row("9999-12-31T23:59:59.999999Z", "9999-12-31 23:59:59.999999");
        row("2027-03-14t15:09:26z", "2027-03-14 15:09:26.000000");
        row(" 2027-03-14T15:09:26Z\n", "2027-03-14 15:09:26.000000");
    }
    void reads() { check(); }

    void refuses_data()
    {
        textColumns();
        row("", "Empty");
        row(" \t\u00a0", "Empty");

        row("2027-03-14T15:09:26", "NoOffset");
        row("2027-03-14T15:09:26.535897", "NoOffset");
        row("2027-03-14 15:09", "NoOffset");

        row("2027-02-30T12:00:00Z", "NoSuchDate");
        row("2027-02-29T12:00:00Z", "NoSuchDate");
        row("2100-02-29T12:00:00Z", "NoSuchDate");
        row("2027-04-31T12:00:00Z", "NoSuchDate");
        row("2027-13-01T12:00:00Z", "NoSuchDate");
        row("2027-00-01T12:00:00Z", "NoSuchDate");
        row("2027-01-00T12:00:00Z", "NoSuchDate");
        row("2027-03-14T24:00:00Z", "NoSuchDate");
        row("2027-03-14T25:00:00Z", "NoSuchDate");
        row("2027-03-14T12:60:00Z", "NoSuchDate");
        row("2027-12-31T23:59:60Z", "NoSuchDate");
        row("2027-03-14T15:09:26+20:00", "NoSuchDate");
        row("2027-03-14T15:09:26+01:60", "NoSuchDate");

        row("0000-01-01T00:00:00Z", "YearOutOfRange");
        row("0001-01-01T00:30:00+01:00", "YearOutOfRange");
        row("9999-12-31T23:30:00-01:00", "YearOutOfRange");

        for (const char *text : {"never",
                                 "null",
                                 "tomorrow",
                                 "1805029766",
                                 "2027-03-14T15:09:26Z0",
                                 "2027-03-14T15:09:26Zabc",
                                 "2027-03-14T15:09:26+02:00Z",
                                 "2027-03-14T15:09:26+02:00[Europe/Paris]",
                                 "2027-03-14T15:09:26Z 2027-03-15T00:00:00Z",
                                 "x2027-03-14T15:09:26Z",
                                 "2027-3-14T15:09:26Z",
                                 "27-03-14T15:09:26Z",
                                 "2027-03-14T5:09:26Z",
                                 "2027/03/14T15:09:26Z",
                                 "14.03.2027 15:09:26Z",
                                 "2027-03-14T15Z",
                                 "2027-03-14T15:09:26.Z",
                                 "2027-03-14T15:09:26.5x7Z",
                                 "2027-03-14T15:09:26 CET",
                                 "2027-03-14T15:09:26+2:00",
                                 "2027-03-14T15:09:26+02:0",
                                 "-2027-03-14T15:09:26Z",
                                 "2027-03-14T-5:09:26Z",
                                 "2027-03-14T15:09:26+-2:00",
                                 "2027-03-14TT15:09:26Z",
                                 "2027-03-14Z",
                                 "\u0662\u0660\u0662\u0667-03-14T15:09:26Z"})
            row(text, "Unreadable");
    }
    void refuses() { check(); }

    //! More than one reason fits: any will do.
    void takesNoInstantFrom_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("only a date") << u"2027-03-14"_s;
        QTest::newRow("only a time") << u"15:09:26Z"_s;
        QTest::newRow("year of five digits") << u"10000-01-01T00:00:00Z"_s;
        QTest::newRow("year with a sign") << u"+12027-01-01T00:00:00Z"_s;
        QTest::newRow("NUL after it") << u"2027-03-14T15:09:26Z\0"_s;
        QTest::newRow("NUL and more") << u"2027-03-14T15:09:26\0Z"_s;
        QTest::newRow("a megabyte of digits")
            << u"2027-03-14T15:09:26."_s + QString(1'000'000, u'7');
    }
    void takesNoInstantFrom()
    {
        QFETCH(QString, text);
        const auto result = Expiry::fromIso8601(text);
        QVERIFY2(!result, qPrintable(outcome(result)));
    }

    void keepsTheTextThatItCameFrom()
    {
        const QString text = u"2027-03-14T15:09:26.535897+02:00"_s;
        QCOMPARE(Expiry::fromIso8601(text)->originalText(), text);
        QCOMPARE(Expiry::never().originalText(), QString());
        QCOMPARE(Expiry::fromMicroseconds(0)->originalText(), QString());
    }

    void comparesInstantsNotText()
    {
        const Expiry utc = expiry("2027-03-14T13:09:26Z");
        QCOMPARE(expiry("2027-03-14T15:09:26+02:00"), utc);
        QCOMPARE(expiry("2027-03-14T13:09:26.000000Z"), utc);
        QCOMPARE(*Expiry::fromMicroseconds(utc.microseconds()), utc);
        QVERIFY(expiry("2027-03-14T13:09:26.000001Z") != utc);
        QVERIFY(expiry("2027-03-14T13:09:26+02:00") != utc);
        QVERIFY(Expiry::never() != utc);
        QVERIFY(Expiry::never() != *Expiry::fromMicroseconds(0));
        QVERIFY(Expiry().isNever());
    }

    void neverHasNoTextAndNoTime()
    {
        const Expiry never = Expiry::never();
        QVERIFY(never.isNever());
        QVERIFY(!never.toUtc().isValid());
        QCOMPARE(never.toIso8601(), QString());
        QCOMPARE(never.toDisplay(QTimeZone::utc()), QString());
        QVERIFY(!expiry("1970-01-01T00:00:00Z").isNever());
    }

    void keepsToTheYearsOfTheService_data()
    {
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QString>("expected");
        const qint64 first = expiry("0001-01-01T00:00:00Z").microseconds();
        const qint64 last = expiry("9999-12-31T23:59:59.999999Z").microseconds();
        QTest::newRow("first") << first << u"0001-01-01 00:00:00.000000"_s;
        QTest::newRow("before it") << first - 1 << u"YearOutOfRange"_s;
        QTest::newRow("last") << last << u"9999-12-31 23:59:59.999999"_s;
        QTest::newRow("after it") << last + 1 << u"YearOutOfRange"_s;
        QTest::newRow("greatest") << std::numeric_limits<qint64>::max() << u"YearOutOfRange"_s;
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << u"YearOutOfRange"_s;
    }
    void keepsToTheYearsOfTheService()
    {
        QFETCH(qint64, microseconds);
        QFETCH(QString, expected);
        QCOMPARE(outcome(Expiry::fromMicroseconds(microseconds)), expected);
    }

    void sendsUtcWithZ_data()
    {
        textColumns();
        row("2027-03-14T15:09:26+02:00", "2027-03-14T13:09:26Z");
        row("2027-03-14 15:09Z", "2027-03-14T15:09:00Z");
        row("2027-03-14T15:09:26.000000Z", "2027-03-14T15:09:26Z");
        row("2027-03-14T15:09:26.535897Z", "2027-03-14T15:09:26.535897Z");
        row("2027-03-14T15:09:26.000001Z", "2027-03-14T15:09:26.000001Z");
        row("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z");
        row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
        row("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z");
    }
    void sendsUtcWithZ()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(Expiry::fromIso8601(text)->toIso8601(), expected);
    }

    void everyInstantSurvivesItsText()
    {
        const QRegularExpression form(uR"(\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z\z)"_s);
        for (const Expiry &instant : sampleExpiries()) {
            const QString text = instant.toIso8601();
            QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
            QCOMPARE(outcome(Expiry::fromIso8601(text)), outcome(instant));
        }
    }

    //! Cut, never rounded: a token must not look valid for longer than it is.
    void cutsToMillisecondsTowardsThePast_data()
    {
        textColumns();
        row("2027-03-14T15:09:26.535897Z", "2027-03-14T15:09:26.535Z");
        row("2027-03-14T15:09:26.999999Z", "2027-03-14T15:09:26.999Z");
        row("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999Z");
        row("1969-12-31T23:59:59.000001Z", "1969-12-31T23:59:59.000Z");
        row("1900-06-01T12:00:00.5Z", "1900-06-01T12:00:00.500Z");
    }
    void cutsToMillisecondsTowardsThePast()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const QDateTime utc = Expiry::fromIso8601(text)->toUtc();
        QCOMPARE(utc.timeSpec(), Qt::UTC);
        QCOMPARE(utc.toString(Qt::ISODateWithMs), expected);
    }

    void shows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *zone, const char *expected) {
            QTest::addRow("%s in %s", text, zone)
                << QString::fromLatin1(text) << QByteArray(zone) << QString::fromLatin1(expected);
        };
        row("2027-03-14T13:09:26.535897Z", "UTC", "2027-03-14 13:09:26");
        row("2027-03-14T13:09:26.999999Z", "UTC", "2027-03-14 13:09:26");
        row("2027-03-14T15:09:26+02:00", "Europe/Paris", "2027-03-14 14:09:26");
        row("2027-07-01T00:00:00Z", "Europe/Paris", "2027-07-01 02:00:00");
        row("2027-03-28T00:59:59Z", "Europe/Paris", "2027-03-28 01:59:59");
        row("2027-03-28T01:00:00Z", "Europe/Paris", "2027-03-28 03:00:00");
        row("2027-10-31T00:30:00Z", "Europe/Paris", "2027-10-31 02:30:00");
        row("2027-10-31T01:30:00Z", "Europe/Paris", "2027-10-31 02:30:00");
        row("2027-10-31T02:00:00Z", "Europe/Paris", "2027-10-31 03:00:00");
        row("2027-01-01T00:30:00Z", "America/New_York", "2026-12-31 19:30:00");
        row("2027-01-01T00:00:00Z", "Asia/Kolkata", "2027-01-01 05:30:00");
        row("2027-04-03T15:15:00Z", "Australia/Lord_Howe", "2027-04-04 01:45:00");
        row("2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29 23:59:59");
#ifndef Q_OS_WIN // whose own zones don't know the day that was left out
        row("2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31 00:00:00");
#endif
        row("1969-12-31T23:59:59.999999Z", "UTC", "1969-12-31 23:59:59");
        row("1960-01-01T00:00:00.000001Z", "Asia/Kolkata", "1960-01-01 05:30:00");
        row("0001-01-01T00:00:00Z", "UTC", "0001-01-01 00:00:00");
        row("9999-12-31T23:59:59Z", "UTC", "9999-12-31 23:59:59");
    }
    void shows()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, zone);
        QFETCH(QString, expected);
        const QTimeZone timeZone(zone);
        QVERIFY(timeZone.isValid());
        const Expiry instant = *Expiry::fromIso8601(text);
        QCOMPARE(instant.toDisplay(timeZone), expected);
        // The same in every language, those with digits of their own among them.
        QLocale::setDefault(QLocale(u"ar_EG"_s));
        const QString inArabic = instant.toDisplay(timeZone);
        const QString sentFromArabic = instant.toIso8601();
        QLocale::setDefault(QLocale::c());
        QCOMPARE(inArabic, expected);
        QCOMPARE(sentFromArabic, instant.toIso8601());
    }

    //! An empty text means never: it must not come of a computer that does not know its zone.
    void showsAnInstantAlsoWithoutAZone()
    {
        QVERIFY(!Expiry::fromMicroseconds(0)->toDisplay(QTimeZone()).isEmpty());
    }

private:
    static void check()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(outcome(Expiry::fromIso8601(text)), expected);
    }
};

QTEST_APPLESS_MAIN(TestExpiry)
#include "tst_expiry.moc"
