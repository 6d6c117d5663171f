// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/balance.h"

#include "inwords.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

static void localeColumns()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

static void row(const char *locale, const char *text, const char *expected)
{
    QTest::addRow("%s: %s", locale, text)
        << QString::fromLatin1(locale) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

//! The locales that the rows speak of: every decimal sign, group separator, minus and set of
//! digits that Purser is likely to meet.
static constexpr std::array locales{"C",     "en_US", "de_DE", "fr_FR", "de_CH",
                                    "pt_BR", "ar_EG", "hi_IN", "sv_SE"};

static void everywhere(const char *text, const char *expected)
{
    for (const char *locale : locales)
        row(locale, text, expected);
}

static QList<Balance> sampleBalances()
{
    QList<Balance> sample{Balance::lowest(), Balance::highest()};
    for (const char *text :
         {"0",     "0.5",    "-0.5",       "0.05",   "5",      "50",          "123",
          "1234",  "1234.5", "1.234",      "-1.234", "12.345", "123.456",     "1234.567",
          "12345", "99999",  "-12345.678", "0.001",  "0.123",  "0.000000001", "-0.000000001",
          "87.45", "1000",   "10000.1",    "1.005",  "1.1234"})
        sample << *Balance::fromText(QString::fromLatin1(text));
    QRandomGenerator random(87);
    for (int i = 0; i < 50; ++i)
        sample << *Balance::fromNanos(
            random.bounded(-Balance::LimitNanos + 1, Balance::LimitNanos));
    return sample;
}

class TestBalanceLocale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheLocalesOwnForm_data()
    {
        localeColumns();
        row("C", "1,234.56", "1234.560000000");
        row("en_US", "87.45", "87.450000000");
        row("en_US", "1.234", "1.234000000");
        row("en_US", "1,234.56", "1234.560000000");
        row("en_US", "12,345.678", "12345.678000000");
        row("en_US", "-1,234.5", "-1234.500000000");
        row("de_DE", "87,45", "87.450000000");
        row("de_DE", "1,234", "1.234000000");
        row("de_DE", "1.234,56", "1234.560000000");
        row("de_DE", "-1.234,567", "-1234.567000000");
        row("fr_FR", "87,45", "87.450000000");
        row("fr_FR", "1,234", "1.234000000");
        row("fr_FR", "1\u202f234,56", "1234.560000000");
        row("de_CH", "87.45", "87.450000000");
        row("de_CH", "1.234", "1.234000000");
        row("de_CH", "1\u2019234.56", "1234.560000000");
        row("pt_BR", "87,45", "87.450000000");
        row("pt_BR", "1.234,56", "1234.560000000");
        row("ar_EG", "\u0668\u0667\u066b\u0664\u0665", "87.450000000");
        row("ar_EG", "\u0661\u066c\u0662\u0663\u0664\u066b\u0665", "1234.500000000");
        row("ar_EG", "\u0661\u066b\u0662\u0663\u0664", "1.234000000");
        row("ar_EG", "\u061c-\u0665", "-5.000000000");
        row("hi_IN", "87.45", "87.450000000");
        row("hi_IN", "12,345.5", "12345.500000000");
        row("sv_SE", "87,45", "87.450000000");
        row("sv_SE", "\u22125,5", "-5.500000000");
        row("sv_SE", "1\u00a0234,56", "1234.560000000");
    }
    void readsTheLocalesOwnForm() { check(); }

    void readsPastedNumbersEverywhere_data()
    {
        localeColumns();
        everywhere("87", "87.000000000");
        everywhere("87.45", "87.450000000");
        everywhere("87,45", "87.450000000");
        everywhere("-87,45", "-87.450000000");
        everywhere("\u221287,45", "-87.450000000");
        everywhere("\uff0d87,45", "-87.450000000");
        everywhere("\ufe6387,45", "-87.450000000");
        everywhere("\uff0b87,45", "87.450000000");
        everywhere("\ufe6287,45", "87.450000000");
        everywhere("1\u066b234", "1.234000000");
        everywhere("1,234\u066b5", "1234.500000000");
        everywhere("0.5", "0.500000000");
        everywhere("0,5", "0.500000000");
        everywhere("1.2345", "1.234500000");
        everywhere("1,2345", "1.234500000");
        everywhere("+5", "5.000000000");
        everywhere("0099.5", "99.500000000");
        everywhere(" 5.25 ", "5.250000000");
        everywhere("\u00a05\u00a0", "5.000000000");
        everywhere("1,234.56", "1234.560000000");
        everywhere("1.234,56", "1234.560000000");
        everywhere("1 234.56", "1234.560000000");
        everywhere("1 234,56", "1234.560000000");
        everywhere("1\u202f234,56", "1234.560000000");
        everywhere("1\u00a0234,56", "1234.560000000");
        everywhere("1\u2009234,56", "1234.560000000");
        everywhere("1'234.56", "1234.560000000");
        everywhere("1\u2019234.56", "1234.560000000");
        everywhere("99\u202f999.999999999", "99999.999999999");
        everywhere("-99.999,999999999", "-99999.999999999");
    }
    void readsPastedNumbersEverywhere() { check(); }

    //! One separator and exactly three digits after it: a thousand, or one and a bit?
    void refusesWhatCouldBeRead1000TimesTooLarge_data()
    {
        localeColumns();
        for (const char *locale : {"C", "en_US", "de_CH", "hi_IN", "ar_EG"})
            for (const char *text : {"1,234", "-1,234", "12,345", "0,123", "1234,567", "99,999"})
                row(locale, text, "Ambiguous");
        for (const char *locale : {"de_DE", "fr_FR", "pt_BR", "sv_SE", "ar_EG"})
            for (const char *text : {"1.234", "-1.234", "12.345", "0.123", "1234.567", "99.999"})
                row(locale, text, "Ambiguous");
        row("C", "1.234", "1.234000000");
        row("en_US", "99.999", "99.999000000");
        row("de_DE", "99,999", "99.999000000");
        row("sv_SE", "-1,234", "-1.234000000");
    }
    void refusesWhatCouldBeRead1000TimesTooLarge() { check(); }

    void refusesEverywhere_data()
    {
        localeColumns();
        everywhere("", "Empty");
        everywhere("   ", "Empty");
        everywhere("\u00a0", "Empty");
        everywhere("\u202f\u2009", "Empty");
        for (const char *text :
             {"1e5",     "1E5",      "1e-3",    "0x10",        "12abc",     "--5",     "-+5",
              "5-",      "(5)",      "1 234 5", "1 23",        "12 34 567", "1 2345",  "1234 567",
              "1,23,45", "1,234,5",  "1.234.5", "1,234.567.8", "1.5,5",     "1,5.5",   "1.2.3",
              "1,,5",    "1..5",     "1 ,5",    "1'23",        "''",        "'234",    "1'",
              "$5",      "5 \u20ac", "5%",      "nan",         "inf",       "\u221e",  "lots",
              "-",       "+",        ".",       ",",           "1.234 5",   "5\u00b2", "\u00bd",
              "\u2460"})
            everywhere(text, "Unreadable");
        everywhere("100000", "TooLarge");
        everywhere("-100000", "TooSmall");
        everywhere("250000", "TooLarge");
        everywhere("100 000", "TooLarge");
        everywhere("-100'000", "TooSmall");
        everywhere("100,000.00", "TooLarge");
        everywhere("-100.000,00", "TooSmall");
        everywhere("99999999999999999999999999", "TooLarge");
        everywhere("0.1234567891", "TooManyDecimals");
        everywhere("0,1234567891", "TooManyDecimals");
        everywhere("-99999.9999999999", "TooManyDecimals");
    }
    void refusesEverywhere() { check(); }

    //! What matters is that no number comes out of it; which reason is named is not tested.
    void takesNoNumberFrom_data()
    {
        localeColumns();
        everywhere("1,234,567", "");
        everywhere("1.234.567", "");
        everywhere("1,23,456", "");
        everywhere("1\t234", "");
        everywhere("1\n234", "");
        everywhere("100000.0000000001", "");
        everywhere("100 000,0000000001", "");
    }
    void takesNoNumberFrom()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        const auto result = Balance::fromLocaleText(text, QLocale(locale));
        QVERIFY2(!result, qPrintable(outcome(result)));
    }

    void shows_data()
    {
        localeColumns();
        row("en_US", "0", "0.00");
        row("en_US", "50", "50.00");
        row("en_US", "87.5", "87.50");
        row("en_US", "87.45", "87.45");
        row("en_US", "1.005", "1.005");
        row("en_US", "1.100", "1.10");
        row("en_US", "12345", "12345.00");
        row("en_US", "0.000000001", "0.000000001");
        row("en_US", "-0.5", "-0.50");
        row("en_US", "99999.999999999", "99999.999999999");
        row("C", "12345.5", "12345.50");
        row("de_DE", "12345.5", "12345,50");
        row("de_DE", "-99999.999999999", "-99999,999999999");
        row("fr_FR", "12345.678", "12345,678");
        row("de_CH", "12345.678", "12345.678");
        row("pt_BR", "-0.05", "-0,05");
        row("hi_IN", "12345.6", "12345.60");
        row("sv_SE", "-0.5", "\u22120,50");
        row("ar_EG", "87.45", "\u0668\u0667\u066b\u0664\u0665");
    }
    void shows()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(Balance::fromText(text)->toDisplay(QLocale(locale)), expected);
    }

    //! A shown balance is copied, and pasted back into the field: it has to stay what it was,
    //! in every locale that Qt knows.
    void whatIsShownReadsBack()
    {
        const QList<Balance> sample = sampleBalances();
        const auto all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript,
                                                  QLocale::AnyTerritory);
        QVERIFY(all.size() > 300);
        for (const QLocale &locale : all) {
            for (const Balance value : sample) {
                const QString shown = value.toDisplay(locale);
                const auto again = Balance::fromLocaleText(shown, locale);
                QVERIFY2(again && *again == value,
                         qPrintable(locale.name() + u": "_s + outcome(value) + u" shown as "_s
                                    + shown + u" reads as "_s + outcome(again)));
            }
        }
    }

    //! The user's locale may switch groups on; the form reads them all the same.
    void theLocalesOwnPrintReadsBack()
    {
        for (const char *name : locales) {
            const QLocale locale(QString::fromLatin1(name));
            for (const Balance value : sampleBalances()) {
                const QString shown = locale.toString(value.toDouble(), 'f', 9);
                QVERIFY2(outcome(Balance::fromLocaleText(shown, locale)) == outcome(value),
                         qPrintable(locale.name() + u": "_s + shown + u" reads as "_s
                                    + outcome(Balance::fromLocaleText(shown, locale))));
            }
        }
    }

    void showsTwoPlacesNoZerosBeyondThemAndNoGroups()
    {
        for (const char *name : locales) {
            const QLocale locale(QString::fromLatin1(name));
            for (const Balance value : sampleBalances()) {
                const QString shown = value.toDisplay(locale);
                const QStringList parts = shown.split(locale.decimalPoint());
                QCOMPARE(parts.size(), 2);
                QVERIFY2(parts.at(1).size() >= 2 && parts.at(1).size() <= 9, qPrintable(shown));
                QVERIFY2(parts.at(1).size() == 2 || !parts.at(1).endsWith(locale.zeroDigit()),
                         qPrintable(shown));
                QVERIFY2(!parts.at(0).contains(locale.groupSeparator()), qPrintable(shown));
            }
        }
    }

private:
    static void check()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(outcome(Balance::fromLocaleText(text, QLocale(locale))), expected);
    }
};

QTEST_APPLESS_MAIN(TestBalanceLocale)
#include "tst_balancelocale.moc"
