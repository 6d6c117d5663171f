// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/balance.h"

#include "inwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace purser;

//! A text and what becomes of it; the text is the row's name too.
static void row(const char *text, const char *expected, const char *name = nullptr)
{
    QTest::newRow(name != nullptr ? name : text)
        << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

static void textColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

static Balance balance(const char *text)
{
    const auto result = Balance::fromText(QString::fromUtf8(text));
    if (!result)
        qFatal("%s is no balance", text);
    return *result;
}

//! Balances over the whole interval, of every magnitude: any sum of digits may come.
static QList<Balance> sampleBalances(int count)
{
    QRandomGenerator random(20270314);
    QList<Balance> sample{Balance(), Balance::lowest(), Balance::highest()};
    for (qint64 nanos = 1; nanos < Balance::LimitNanos; nanos *= 10)
        sample << *Balance::fromNanos(nanos) << *Balance::fromNanos(-nanos);
    while (sample.size() < count) {
        const int bits = random.bounded(1, 48);
        const auto size = static_cast<qint64>(random.generate64() >> (64 - bits));
        if (size < Balance::LimitNanos)
            sample << *Balance::fromNanos(random.bounded(2) == 0 ? size : -size);
    }
    return sample;
}

class TestBalance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPlainText_data()
    {
        textColumns();
        row("0", "0.000000000");
        row("-0", "0.000000000");
        row("0.000000000", "0.000000000");
        row("87.45", "87.450000000");
        row("-87.45", "-87.450000000");
        row("+5", "5.000000000");
        row("0099.5", "99.500000000");
        row("0000000000000000000000000000042", "42.000000000");
        row("0.1", "0.100000000");
        row("0.000000001", "0.000000001");
        row("-0.000000001", "-0.000000001");
        row(".5", "0.500000000");
        row("5.", "5.000000000");
        row(" 5.5\t", "5.500000000", "white space around");
        row("\u00a05\u202f", "5.000000000", "no-break spaces around");

        row("99999.999999999", "99999.999999999");
        row("-99999.999999999", "-99999.999999999");
        row("100000", "TooLarge");
        row("-100000", "TooSmall");
        row("100000.000000000", "TooLarge");
        row("-100000.000000000", "TooSmall");
        row("100000.000000001", "TooLarge");
        row("99999.9999999999", "TooManyDecimals");
        row("-99999.9999999999", "TooManyDecimals");
        row("250000", "TooLarge");
        row("9223372036854775808", "TooLarge");
        row("-9223372036854775809", "TooSmall");
        row("18446744073709551617", "TooLarge", "one above 2^64");
        row("0.0000000001", "TooManyDecimals");
        row("0.1234567891", "TooManyDecimals");

        row("", "Empty", "nothing");
        row("  \t ", "Empty", "white space");
        row("\u00a0", "Empty", "no-break space");
        for (const char *text :
             {"-",      "+",      ".",    "-.",    "1e5",      "1E5",     "1e-9",   "0x10",
              "12abc",  "abc12",  "--5",  "+-5",   "5-",       "- 5",     "1 234",  "1,5",
              "1,234",  "1.2.3",  "1..2", "1_000", "1'000",    "\u20ac5", "5 EUR",  "5%",
              "nan",    "NaN",    "inf",  "-inf",  "Infinity", "\u221e",  "\u00bd", "5\u00b2",
              "\u00b2", "\u2460", "0b1",  "null",  "true"})
            row(text, "Unreadable");
    }
    void readsPlainText()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(outcome(Balance::fromText(text)), expected);
    }

    //! Outside the interval and too long at once: either may be said, but it is refused.
    void refusesPlainText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("100000.0000000001") << u"100000.0000000001"_s;
        QTest::newRow("-100000.0000000001") << u"-100000.0000000001"_s;
        QTest::newRow("a million digits") << QString(1'000'000, u'9');
        QTest::newRow("a million decimals") << u"0."_s + QString(1'000'000, u'3');
        QTest::newRow("wraps a 64-bit count of nanos") << u"18446744073.709551616"_s;
        QTest::newRow("NUL inside") << u"1\0002"_s;
        QTest::newRow("NUL after") << u"12\0"_s;
        QTest::newRow("two lines") << u"1\n2"_s;
        QTest::newRow("lone surrogate") << u"1"_s + QChar(0xd835);
    }
    void refusesPlainText()
    {
        QFETCH(QString, text);
        QVERIFY(!Balance::fromText(text));
        QVERIFY(!Balance::fromLocaleText(text, QLocale::c()));
        QVERIFY(!Balance::fromLocaleText(text, QLocale(u"de_DE"_s)));
    }

    void readsServiceText_data()
    {
        textColumns();
        row("50.000000000", "50.000000000");
        row("87.45", "87.450000000");
        row("0E-9", "0.000000000");
        row("-0E-9", "0.000000000");
        row("1E-9", "0.000000001");
        row("1e-9", "0.000000001");
        row("1e3", "1000.000000000");
        row("1E+3", "1000.000000000");
        row("8.745e1", "87.450000000");
        row("0.00000000001e11", "1.000000000");
        row("1000000000e-9", "1.000000000");
        row("-12.5", "-12.500000000");
        row("0.30000000000000004", "0.300000000");
        row("0.29999999999999999", "0.300000000");
        row("0.0000000004", "0.000000000");
        row("-0.0000000004", "0.000000000");
        row("0.0000000006", "0.000000001");
        row("-0.0000000006", "-0.000000001");
        row("99999.999999999", "99999.999999999");
        row("-99999.999999999", "-99999.999999999");
        row("99999.9999999994", "99999.999999999");
        row("99999.9999999999", "TooLarge");
        row("-99999.9999999999", "TooSmall");
        row("100000.000000000", "TooLarge");
        row("-100000.000000000", "TooSmall");
        row("1e5", "TooLarge");
        row("1e300", "TooLarge");
        row("-1e300", "TooSmall");
        row("1e-300", "0.000000000");
        for (const char *text : {"NaN",   "sNaN", "Infinity", "-Infinity", "inf",   "0x10",  "1e",
                                 "1e+",   "e5",   "1,5",      "1 5",       "12abc", "1e5.5", "--1",
                                 "1e--5", ".",    "1e 3",     "1e3 4",     "1e3e3", "1ee3"})
            row(text, "Unreadable");
        const QString zeros(500, u'0');
        QTest::newRow("long fraction, large exponent")
            << u"0."_s + zeros + u"5e501"_s << u"5.000000000"_s;
        QTest::newRow("long number, small exponent")
            << u"5"_s + zeros + u"e-500"_s << u"5.000000000"_s;
    }
    void readsServiceText()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(outcome(Balance::fromServiceText(text)), expected);
    }

    //! Which reason is named does not matter: the reply is malformed.
    void refusesServiceText_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {" ", "1e99999999999999999999", "-1e99999999999999999999"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("nothing") << QString();
        QTest::newRow("NUL after") << u"12\0"_s;
        QTest::newRow("Arabic digits") << u"\u0661\u0662"_s;
        QTest::newRow("a million digits") << QString(1'000'000, u'9') + u"e-3"_s;
    }
    void refusesServiceText()
    {
        QFETCH(QString, text);
        QVERIFY(!Balance::fromServiceText(text));
    }

    void readsServiceNumber_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("expected");
        using Limits = std::numeric_limits<double>;
        QTest::newRow("0") << 0.0 << u"0.000000000"_s;
        QTest::newRow("-0") << -0.0 << u"0.000000000"_s;
        QTest::newRow("87.45") << 87.45 << u"87.450000000"_s;
        QTest::newRow("1e-9") << 1e-9 << u"0.000000001"_s;
        QTest::newRow("0.1 + 0.2") << 0.1 + 0.2 << u"0.300000000"_s;
        QTest::newRow("-(0.1 + 0.2)") << -(0.1 + 0.2) << u"-0.300000000"_s;
        QTest::newRow("below half a nano") << 4e-10 << u"0.000000000"_s;
        QTest::newRow("minus less than half a nano") << -4e-10 << u"0.000000000"_s;
        QTest::newRow("above half a nano") << 6e-10 << u"0.000000001"_s;
        QTest::newRow("largest") << 99999.999999999 << u"99999.999999999"_s;
        QTest::newRow("smallest") << -99999.999999999 << u"-99999.999999999"_s;
        QTest::newRow("rounds down to the largest") << 99999.9999999994 << u"99999.999999999"_s;
        QTest::newRow("rounds up to the bound") << 99999.9999999999 << u"TooLarge"_s;
        QTest::newRow("rounds down to the bound") << -99999.9999999999 << u"TooSmall"_s;
        QTest::newRow("bound") << 100000.0 << u"TooLarge"_s;
        QTest::newRow("negative bound") << -100000.0 << u"TooSmall"_s;
        QTest::newRow("more nanos than 64 bits hold") << 1e10 << u"TooLarge"_s;
        QTest::newRow("1e300") << 1e300 << u"TooLarge"_s;
        QTest::newRow("-1e300") << -1e300 << u"TooSmall"_s;
        QTest::newRow("least") << Limits::denorm_min() << u"0.000000000"_s;
    }
    void readsServiceNumber()
    {
        QFETCH(double, number);
        QFETCH(QString, expected);
        QCOMPARE(outcome(Balance::fromServiceNumber(number)), expected);
    }

    void refusesWhatIsNoNumber()
    {
        QVERIFY(!Balance::fromServiceNumber(qQNaN()));
        QVERIFY(!Balance::fromServiceNumber(qInf()));
        QVERIFY(!Balance::fromServiceNumber(-qInf()));
    }

    void keepsToTheIntervalInNanos_data()
    {
        QTest::addColumn<qint64>("nanos");
        QTest::addColumn<QString>("expected");
        using Limits = std::numeric_limits<qint64>;
        QTest::newRow("0") << qint64(0) << u"0.000000000"_s;
        QTest::newRow("1") << qint64(1) << u"0.000000001"_s;
        QTest::newRow("largest") << Balance::LimitNanos - 1 << u"99999.999999999"_s;
        QTest::newRow("bound") << Balance::LimitNanos << u"TooLarge"_s;
        QTest::newRow("smallest") << 1 - Balance::LimitNanos << u"-99999.999999999"_s;
        QTest::newRow("negative bound") << -Balance::LimitNanos << u"TooSmall"_s;
        QTest::newRow("greatest integer") << Limits::max() << u"TooLarge"_s;
        QTest::newRow("least integer") << Limits::min() << u"TooSmall"_s;
    }
    void keepsToTheIntervalInNanos()
    {
        QFETCH(qint64, nanos);
        QFETCH(QString, expected);
        QCOMPARE(outcome(Balance::fromNanos(nanos)), expected);
    }

    void addsAndSubtractsExactly_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<QString>("difference");
        const auto row = [](const char *left, const char *right, const char *sum,
                            const char *difference) {
            QTest::addRow("%s and %s", left, right)
                << QString::fromLatin1(left) << QString::fromLatin1(right)
                << QString::fromLatin1(sum) << QString::fromLatin1(difference);
        };
        row("0.1", "0.2", "0.300000000", "-0.100000000");
        row("1.005", "0.005", "1.010000000", "1.000000000");
        row("99999.999999998", "0.000000001", "99999.999999999", "99999.999999997");
        row("99999.999999999", "0.000000001", "TooLarge", "99999.999999998");
        row("-99999.999999999", "0.000000001", "-99999.999999998", "TooSmall");
        row("99999.999999999", "-99999.999999999", "0.000000000", "TooLarge");
        row("-99999.999999999", "99999.999999999", "0.000000000", "TooSmall");
        row("99999.999999999", "99999.999999999", "TooLarge", "0.000000000");
        row("-99999.999999999", "-99999.999999999", "TooSmall", "0.000000000");
        row("50000", "50000", "TooLarge", "0.000000000");
    }
    void addsAndSubtractsExactly()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, sum);
        QFETCH(QString, difference);
        const Balance a = *Balance::fromText(left);
        const Balance b = *Balance::fromText(right);
        QCOMPARE(outcome(a.plus(b)), sum);
        QCOMPARE(outcome(b.plus(a)), sum);
        QCOMPARE(outcome(a.minus(b)), difference);
    }

    void aThousandTenthsAreAHundred()
    {
        Balance sum;
        for (int i = 0; i < 1000; ++i)
            sum = *sum.plus(balance("0.1"));
        QCOMPARE(outcome(sum), u"100.000000000"_s);
        for (int i = 0; i < 1000; ++i)
            sum = *sum.minus(balance("0.1"));
        QCOMPARE(sum, Balance());
    }

    void writesTheShortestExactText_data()
    {
        textColumns();
        row("0", "0");
        row("-0", "0");
        row("50.000000000", "50");
        row("100", "100");
        row("-0.5", "-0.5");
        row("-0.000000001", "-0.000000001");
        row("87.450", "87.45");
        row("12345.000001", "12345.000001");
        row("99999.999999999", "99999.999999999");
        row("-99999.999999999", "-99999.999999999");
    }
    void writesTheShortestExactText()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(Balance::fromText(text)->toText(), expected);
    }

    void everyValueSurvivesItsTexts()
    {
        for (const Balance value : sampleBalances(20'000)) {
            const QString text = value.toText();
            QCOMPARE(outcome(Balance::fromText(text)), outcome(value));
            QCOMPARE(outcome(Balance::fromServiceText(text)), outcome(value));
            QCOMPARE(outcome(Balance::fromServiceText(outcome(value))), outcome(value));
            QCOMPARE(outcome(Balance::fromLocaleText(text, QLocale::c())), outcome(value));
        }
    }

    void everyValueSurvivesADouble()
    {
        for (const Balance value : sampleBalances(20'000)) {
            const double number = value.toDouble();
            QCOMPARE(outcome(Balance::fromServiceNumber(number)), outcome(value));
            QCOMPARE(QString::number(number, 'f', QLocale::FloatingPointShortest), value.toText());
        }
    }

    //! The number as JSON carries it, read as text: what a decimal parser at the other end sees.
    void everyValueSurvivesJson()
    {
        for (const Balance value : sampleBalances(5'000)) {
            const QByteArray json =
                QJsonDocument(QJsonArray{value.toDouble()}).toJson(QJsonDocument::Compact);
            const QString number = QString::fromLatin1(json.mid(1, json.size() - 2));
            QCOMPARE(outcome(Balance::fromServiceText(number)), outcome(value));
            QVERIFY2(number.size() <= 20, json.constData());
        }
    }

    void ordersByValue()
    {
        QVERIFY(Balance::lowest() < balance("-0.000000001"));
        QVERIFY(balance("-0.000000001") < Balance());
        QVERIFY(Balance() < balance("0.000000001"));
        QVERIFY(balance("9") < balance("10"));
        QVERIFY(balance("10") < Balance::highest());
        QCOMPARE(balance("10"), balance("+10.000"));
        QVERIFY(balance("10") != balance("10.000000001"));
        QVERIFY(MaybeBalance() != MaybeBalance(Balance()));
    }
};

QTEST_APPLESS_MAIN(TestBalance)
#include "tst_balance.moc"
