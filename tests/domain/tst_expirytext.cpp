// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expirytext.h"

#include "inwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

//! A Monday, a minute and some seconds before the clocks of Paris show 13:35.
QDateTime now()
{
    return QDateTime(QDate(2027, 3, 1), QTime(12, 34, 56), Qt::UTC);
}

ExpiryTextContext contextOf(const QString &locale, const QByteArray &zone = "Europe/Paris")
{
    return {QTimeZone(zone), QLocale(locale), now(), {u"never"_s, u"Jamais"_s}};
}

QString inWords(ExpiryTextProblem problem)
{
    switch (problem) {
    case ExpiryTextProblem::Empty:
        return u"Empty"_s;
    case ExpiryTextProblem::Unreadable:
        return u"Unreadable"_s;
    case ExpiryTextProblem::Invisible:
        return u"Invisible"_s;
    case ExpiryTextProblem::BadYear:
        return u"BadYear"_s;
    case ExpiryTextProblem::UnknownOrder:
        return u"UnknownOrder"_s;
    case ExpiryTextProblem::NoSuchMonth:
        return u"NoSuchMonth"_s;
    case ExpiryTextProblem::NoSuchDay:
        return u"NoSuchDay"_s;
    case ExpiryTextProblem::NoSuchTime:
        return u"NoSuchTime"_s;
    case ExpiryTextProblem::TooFine:
        return u"TooFine"_s;
    case ExpiryTextProblem::NoSuchLocalTime:
        return u"NoSuchLocalTime"_s;
    }
    return u"?"_s;
}

//! The instant in UTC, without a fraction where there is none, or the problem.
QString read(const QString &text, const ExpiryTextContext &context)
{
    const auto expiry = readExpiry(text, context);
    return expiry ? expiry->isNever() ? u"never"_s : expiry->toIso8601() : inWords(expiry.error());
}

} // namespace

class TestExpiryText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsMeantOrNothing_data();
    void readsWhatIsMeantOrNothing();
    void readsTheLocalesOwnDates_data();
    void readsTheLocalesOwnDates();
    void noPartOfATextIsEverAnotherDay();
    void noSignIsPassedOver_data();
    void noSignIsPassedOver();
    void theTimeOfDayIsFound_data();
    void theTimeOfDayIsFound();
    void exactTextsReadBack();
};

void TestExpiryText::readsWhatIsMeantOrNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &text, const QString &expected) {
        QTest::addRow("%s", text.isEmpty() ? "nothing" : qPrintable(text)) << text << expected;
    };
    // In Paris, where the day stands first. Dates, alone: the end of the day.
    row(u"2027-12-31"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"2027-07-01"_s, u"2027-07-01T21:59:59Z"_s);
    row(u"2027/12/31"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"2027.12.31"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"2027-2-3"_s, u"2027-02-03T22:59:59Z"_s);
    row(u"31/12/2027"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"31.12.2027"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"31-12-2027"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"1/2/2027"_s, u"2027-02-01T22:59:59Z"_s);
    row(u"28/02/2027"_s, u"2027-02-28T22:59:59Z"_s);
    row(u"29/02/2028"_s, u"2028-02-29T22:59:59Z"_s);
    // With a time.
    row(u"2027-12-31 18:00"_s, u"2027-12-31T17:00:00Z"_s);
    row(u"2027-12-31 18:00:30"_s, u"2027-12-31T17:00:30Z"_s);
    row(u"2027-12-31T18:00:30"_s, u"2027-12-31T17:00:30Z"_s);
    row(u"2027-12-31 9:05"_s, u"2027-12-31T08:05:00Z"_s);
    row(u"2027-12-31 00:00"_s, u"2027-12-30T23:00:00Z"_s);
    row(u"2027-12-31 18:00:30.25"_s, u"2027-12-31T17:00:30.250000Z"_s);
    row(u"2027-12-31 18:00:30,123456"_s, u"2027-12-31T17:00:30.123456Z"_s);
    row(u"31/12/2027 18:00"_s, u"2027-12-31T17:00:00Z"_s);
    row(u"31/12/2027, 18h30"_s, u"2027-12-31T17:30:00Z"_s);
    row(u"2027-12-31 6:00 PM"_s, u"2027-12-31T17:00:00Z"_s);
    row(u"2027-12-31 6:00 a.m."_s, u"2027-12-31T05:00:00Z"_s);
    row(u"2027-12-31 12:00 am"_s, u"2027-12-30T23:00:00Z"_s);
    row(u"2027-12-31 12:00 pm"_s, u"2027-12-31T11:00:00Z"_s);
    // With a zone.
    row(u"2027-12-31T18:00:30Z"_s, u"2027-12-31T18:00:30Z"_s);
    row(u"2027-12-31t18:00z"_s, u"2027-12-31T18:00:00Z"_s);
    row(u"2027-12-31 18:00 UTC"_s, u"2027-12-31T18:00:00Z"_s);
    row(u"2027-12-31 18:00:00 (UTC)"_s, u"2027-12-31T18:00:00Z"_s);
    row(u"2027-12-31T18:00:30.5+02:00"_s, u"2027-12-31T16:00:30.500000Z"_s);
    row(u"2027-12-31 18:00 -0530"_s, u"2027-12-31T23:30:00Z"_s);
    row(u"31/12/2027 18:00+02"_s, u"2027-12-31T16:00:00Z"_s);
    row(u"2027-12-31 18:00 UTC+02:00"_s, u"2027-12-31T16:00:00Z"_s);
    row(u"2027-12-31T18:00\u221205:00"_s, u"2027-12-31T23:00:00Z"_s);
    // Steps, at a round minute; the clocks change on 28 March.
    row(u"+1d"_s, u"2027-03-02T12:34:00Z"_s);
    row(u"+30d"_s, u"2027-03-31T11:34:00Z"_s);
    row(u"+2w"_s, u"2027-03-15T12:34:00Z"_s);
    row(u"+1m"_s, u"2027-04-01T11:34:00Z"_s);
    row(u"+ 12 M"_s, u"2028-03-01T12:34:00Z"_s);
    row(u"+1Y"_s, u"2028-03-01T12:34:00Z"_s);
    row(u"\uff0b30d"_s, u"2027-03-31T11:34:00Z"_s);
    row(u"+9999y"_s, u"BadYear"_s);
    row(u"+30"_s, u"Unreadable"_s);
    row(u"30d"_s, u"Unreadable"_s);
    row(u"-30d"_s, u"Unreadable"_s);
    row(u"+1h"_s, u"Unreadable"_s);
    row(u"+1d1m"_s, u"Unreadable"_s);
    row(u"+1.5d"_s, u"Unreadable"_s);
    row(u"+12345d"_s, u"Unreadable"_s);
    // Never.
    row(u"never"_s, u"never"_s);
    row(u" NEVER "_s, u"never"_s);
    row(u"jamais"_s, u"never"_s);
    row(u"nev"_s, u"Unreadable"_s);
    row(u"never mind"_s, u"Unreadable"_s);
    // What is no date.
    row(QString(), u"Empty"_s);
    row(u" \u00a0 "_s, u"Empty"_s);
    row(u"2027-02-30"_s, u"NoSuchDay"_s);
    row(u"2027-02-29"_s, u"NoSuchDay"_s);
    row(u"30/02/2027"_s, u"NoSuchDay"_s);
    row(u"2027-12-32"_s, u"NoSuchDay"_s);
    row(u"2027-12-00"_s, u"NoSuchDay"_s);
    row(u"2027-13-01"_s, u"NoSuchMonth"_s);
    row(u"2027-00-01"_s, u"NoSuchMonth"_s);
    row(u"12/31/2027"_s, u"NoSuchMonth"_s);
    row(u"2027-12-31 24:00"_s, u"NoSuchTime"_s);
    row(u"2027-12-31T24:00:00Z"_s, u"NoSuchTime"_s);
    row(u"2027-12-31 23:60"_s, u"NoSuchTime"_s);
    row(u"2027-12-31 23:59:60"_s, u"NoSuchTime"_s);
    row(u"2027-12-31 13:00 PM"_s, u"NoSuchTime"_s);
    row(u"2027-12-31 0:30 am"_s, u"NoSuchTime"_s);
    row(u"2027-12-31T18:00+20:00"_s, u"NoSuchTime"_s);
    row(u"2027-12-31T18:00+02:60"_s, u"NoSuchTime"_s);
    row(u"2027-12-31 18:00:00.1234567"_s, u"TooFine"_s);
    row(u"2027-03-28 02:30"_s, u"NoSuchLocalTime"_s);
    row(u"28/03/2027 02:00"_s, u"NoSuchLocalTime"_s);
    row(u"2027-03-28 02:30Z"_s, u"2027-03-28T02:30:00Z"_s);
    row(u"2027-10-31 02:30"_s, u"2027-10-31T00:30:00Z"_s);
    // Years.
    row(u"31/12/27"_s, u"BadYear"_s);
    row(u"27-12-31"_s, u"BadYear"_s);
    row(u"0999-12-31"_s, u"BadYear"_s);
    row(u"0027-12-31"_s, u"BadYear"_s);
    row(u"31/12/0027"_s, u"BadYear"_s);
    row(u"999-12-31"_s, u"BadYear"_s);
    row(u"12027-12-31"_s, u"BadYear"_s);
    row(u"31/12/20277"_s, u"BadYear"_s);
#ifndef Q_OS_WIN // whose zones know no local mean time
    row(u"1000-01-01"_s, u"1000-01-01T23:50:38Z"_s);
#endif
    row(u"9999-12-31"_s, u"9999-12-31T22:59:59Z"_s);
    row(u"9999-12-31T23:59:59-01:00"_s, u"BadYear"_s);
    // Parts, and more than one.
    row(u"2027"_s, u"Unreadable"_s);
    row(u"2027-12"_s, u"Unreadable"_s);
    row(u"31/12"_s, u"Unreadable"_s);
    row(u"31/12/"_s, u"Unreadable"_s);
    row(u"20271231"_s, u"Unreadable"_s);
    row(u"18:00"_s, u"Unreadable"_s);
    row(u"2027-12-31 18"_s, u"Unreadable"_s);
    row(u"2027-12-31 18:"_s, u"Unreadable"_s);
    row(u"2027-12-31 18:0"_s, u"Unreadable"_s);
    row(u"2027-12-31 18:000"_s, u"Unreadable"_s);
    row(u"2027-12-31T"_s, u"Unreadable"_s);
    row(u"2027-12-31Z"_s, u"Unreadable"_s);
    row(u"2027-12-31 +02:00"_s, u"Unreadable"_s);
    row(u"2027-12-31 18:00 CET"_s, u"Unreadable"_s);
    row(u"2027-12-31 18:00 +2"_s, u"Unreadable"_s);
    row(u"2027-12-31 x"_s, u"Unreadable"_s);
    row(u"2027-12-31x"_s, u"Unreadable"_s);
    row(u"x2027-12-31"_s, u"Unreadable"_s);
    row(u"2027-12-31."_s, u"Unreadable"_s);
    row(u"2027/12-31"_s, u"Unreadable"_s);
    row(u"2027-W52-5"_s, u"Unreadable"_s);
    row(u"2027-365"_s, u"Unreadable"_s);
    row(u"-2027-12-31"_s, u"Unreadable"_s);
    row(u"+2027-12-31"_s, u"Unreadable"_s);
    row(u"2027--12--31"_s, u"Unreadable"_s);
    row(u"2027-12-31 2028-12-31"_s, u"Unreadable"_s);
    row(u"2027-12-31 18:00 19:00"_s, u"Unreadable"_s);
    row(u"2027-12-2035-06-30 21:59:59"_s, u"Unreadable"_s); // one dropped into another
    row(u"2027-12-31 18.00"_s, u"Unreadable"_s);
    row(u"December 31, 2027"_s, u"Unreadable"_s);
    row(u"tomorrow"_s, u"Unreadable"_s);
    // Signs that can't be seen, and signs of other scripts.
    row(u"  2027-12-31\u00a0\n"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"2027-12-31\u202f18:00"_s, u"2027-12-31T17:00:00Z"_s);
    row(u"2027-12-31  18:00"_s, u"2027-12-31T17:00:00Z"_s);
    row(u"\uff12\uff10\uff12\uff17\uff0d\uff11\uff12\uff0d\uff13\uff11"_s,
        u"2027-12-31T22:59:59Z"_s);
    row(u"2027\u201312\u201331"_s, u"2027-12-31T22:59:59Z"_s);
    row(u"2027-12-3\uff11"_s, u"Unreadable"_s); // half of one, half of the other
    row(u"\u0662\u0660\u0662\u0667-\u0661\u0662-\u0663\u0661"_s, u"Unreadable"_s);
    row(u"\U0001D7D0027-12-31"_s, u"Unreadable"_s);
    row(u"2027-12-3\u00b9"_s, u"Unreadable"_s);
    row(u"2027-12-31\u200b"_s, u"Invisible"_s);
    row(u"\ufeff2027-12-31"_s, u"Invisible"_s);
    row(u"2027-12-\u202c31"_s, u"Invisible"_s);
    row(u"\u202e2027-12-31"_s, u"Invisible"_s);
    row(u"2027\u00ad-12-31"_s, u"Invisible"_s);
    row(u"2027-12-31\n18:00"_s, u"Invisible"_s);
    row(u"2027-12-31\t18:00"_s, u"Invisible"_s);
    row(u"2027-12-31\u2028x"_s, u"Unreadable"_s);
    row(u"2027-12-31\ufe0f"_s, u"Unreadable"_s);
    row(u"2027-12-31\u0301"_s, u"Unreadable"_s);
}

void TestExpiryText::readsWhatIsMeantOrNothing()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(read(text, contextOf(u"fr_FR"_s)), expected);
}

void TestExpiryText::readsTheLocalesOwnDates_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &locale, const QString &text, const QString &expected) {
        QTest::addRow("%s %s", qPrintable(locale), qPrintable(text)) << locale << text << expected;
    };
    const QString end = u"2027-12-31T23:59:59Z"_s;
    const QString evening = u"2027-12-31T18:00:00Z"_s;
    row(u"en_US"_s, u"12/31/2027"_s, end);
    row(u"en_US"_s, u"12-31-2027"_s, end);
    row(u"en_US"_s, u"12/31/2027, 6:00 PM"_s, evening);
    row(u"en_US"_s, u"1/2/2027"_s, u"2027-01-02T23:59:59Z"_s);
    row(u"en_US"_s, u"31/12/2027"_s, u"NoSuchMonth"_s);
    row(u"en_US"_s, u"31.12.2027"_s, u"UnknownOrder"_s);
    row(u"en_US"_s, u"1.2.2027"_s, u"UnknownOrder"_s);
    row(u"en_GB"_s, u"31/12/2027 18:00"_s, evening);
    row(u"en_GB"_s, u"12/31/2027"_s, u"NoSuchMonth"_s);
    row(u"de_DE"_s, u"31.12.2027 18:00"_s, evening);
    row(u"de_DE"_s, u"1.2.2027"_s, u"2027-02-01T23:59:59Z"_s);
    row(u"da_DK"_s, u"31.12.2027 18.00"_s, evening);
    row(u"cs_CZ"_s, u"31. 12. 2027"_s, end);
    row(u"hr_HR"_s, u"31. 12. 2027. 18:00"_s, evening);
    row(u"ko_KR"_s, u"2027. 12. 31."_s, end);
    row(u"ja_JP"_s, u"2027/12/31 18:00"_s, evening);
    row(u"ja_JP"_s, u"31/12/2027"_s, u"UnknownOrder"_s);
    row(u"sv_SE"_s, u"1/2/2027"_s, u"UnknownOrder"_s);
    row(u"C"_s, u"31/12/2027"_s, u"UnknownOrder"_s);
    row(u"C"_s, u"31/12/27"_s, u"BadYear"_s);
    row(u"C"_s, u"2027-12-31"_s, end);
}

void TestExpiryText::readsTheLocalesOwnDates()
{
    QFETCH(QString, locale);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(read(text, contextOf(locale, "UTC")), expected);
}

//! In every locale: what it makes of a date is read as that date or refused, and never else.
void TestExpiryText::noPartOfATextIsEverAnotherDay()
{
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
    QVERIFY(locales.size() > 300);
    int understood = 0;
    for (const QLocale &locale : locales) {
        const ExpiryTextContext context{QTimeZone::utc(), locale, now(), {u"never"_s}};
        for (const QDate date : {QDate(2027, 12, 31), QDate(2027, 2, 1), QDate(2028, 10, 9)}) {
            const QTime time(18, 7, 0);
            QString form = locale.dateFormat(QLocale::ShortFormat);
            if (!form.contains("yyyy"_L1)) {
                form.replace("yy"_L1, "yyyy"_L1);
            }
            if (!form.contains("yyyy"_L1)) {
                form.replace(u'y', "yyyy"_L1);
            }
            const QString day = locale.toString(date, form);
            const QDateTime wall(date, time, Qt::UTC);
            for (const QString &text : {day, locale.toString(date, QLocale::ShortFormat),
                                        locale.toString(date, QLocale::LongFormat),
                                        day + u' ' + locale.toString(time, QLocale::ShortFormat),
                                        day + u' ' + locale.toString(time, u"HH:mm:ss"_s),
                                        locale.toString(wall, QLocale::ShortFormat),
                                        locale.toString(wall, QLocale::LongFormat)}) {
                const auto expiry = readExpiry(text, context);
                if (!expiry) {
                    continue;
                }
                ++understood;
                const QDateTime is = expiry->toUtc();
                QVERIFY2(is.date() == date && (is.time() == time || is.time() == QTime(23, 59, 59)),
                         qPrintable(locale.name() + u' ' + text + u" as "_s + read(text, context)));
            }
        }
    }
    QVERIFY2(understood > 5 * locales.size(), qPrintable(QString::number(understood)));
}

void TestExpiryText::noSignIsPassedOver_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("date") << u"2027-12-31"_s;
    QTest::newRow("date and time") << u"2027-12-31 18:00:30"_s;
    QTest::newRow("the locale's") << u"31/12/2027 18:00"_s;
    QTest::newRow("instant") << u"2027-12-31T18:00:30.25+02:00"_s;
    QTest::newRow("step") << u"+30d"_s;
    QTest::newRow("never") << u"never"_s;
}

//! A sign put in or taken away anywhere is another text: refused, or another expiry, but never
//! passed over; spaces where they are no part of a number, and zeros before one, say the same.
void TestExpiryText::noSignIsPassedOver()
{
    QFETCH(QString, text);
    const auto context = contextOf(u"fr_FR"_s);
    const QString meant = read(text, context);
    const QString signs = u"0123456789-/.:+TZdmy,;_'\"()\u200b\u202c\ufeff\u00ad\u0660\uff11x"_s;
    for (qsizetype place = 0; place <= text.size(); ++place) {
        for (const QChar sign : signs) {
            const QString other = QString(text).insert(place, sign);
            const QString got = read(other, context);
            const bool saysTheSame = sign == u'0' || (sign == u',' && text.contains(u' '));
            QVERIFY2(got != meant || saysTheSame, qPrintable(other));
        }
        if (place < text.size()) {
            const QString shorter = QString(text).remove(place, 1);
            const QString got = read(shorter, context);
            const bool saysTheSame = text.at(place) == u'0' || text.at(place) == u':';
            QVERIFY2(got != meant || saysTheSame, qPrintable(shorter));
        }
    }
}

void TestExpiryText::theTimeOfDayIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QTime>("expected");
    QTest::newRow("none") << u"2027-12-31"_s << QTime();
    QTest::newRow("a time") << u"2027-12-31 18:00:30"_s << QTime(18, 0, 30);
    QTest::newRow("no such date") << u"2027-02-30 18:00"_s << QTime(18, 0);
    QTest::newRow("skipped") << u"2027-03-28 02:30"_s << QTime(2, 30);
    QTest::newRow("an instant") << u"2027-12-31T18:00:30Z"_s << QTime(19, 0, 30);
    QTest::newRow("no such instant") << u"2027-02-30T18:00:30Z"_s << QTime();
    QTest::newRow("no such time") << u"2027-12-31 24:00"_s << QTime();
    QTest::newRow("a step") << u"+1d"_s << QTime(13, 34);
    QTest::newRow("never") << u"never"_s << QTime();
    QTest::newRow("nothing") << QString() << QTime();
    QTest::newRow("nonsense") << u"at 18:00"_s << QTime();
}

void TestExpiryText::theTimeOfDayIsFound()
{
    QFETCH(QString, text);
    QFETCH(QTime, expected);
    QCOMPARE(timeInText(text, contextOf(u"fr_FR"_s)).value_or(QTime()), expected);
}

void TestExpiryText::exactTextsReadBack()
{
    for (const auto &iso : {u"2027-12-31T22:59:59Z"_s, u"2027-07-15T10:00:00.123456Z"_s,
                            u"1969-12-31T23:59:59.000001Z"_s, u"1000-06-01T00:00:00Z"_s}) {
        const Expiry expiry = *Expiry::fromIso8601(iso);
        for (const auto &locale : {u"C"_s, u"fr_FR"_s, u"en_US"_s, u"ar_EG"_s, u"fa_IR"_s}) {
            const auto context = contextOf(locale);
            QCOMPARE(outcome(*readExpiry(exactText(expiry, context.zone), context)),
                     outcome(expiry));
        }
    }
}

QTEST_APPLESS_MAIN(TestExpiryText)
#include "tst_expirytext.moc"
