// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/consequence.h"

#include "support/tokens.h"

#include <QTest>

using namespace purser;
using namespace purser::test;

static QString word(Consequence consequence)
{
    switch (consequence) {
    case Consequence::StopsByBalance:
        return u"StopsByBalance"_s;
    case Consequence::StopsByExpiry:
        return u"StopsByExpiry"_s;
    case Consequence::BecomesUnlimited:
        return u"BecomesUnlimited"_s;
    case Consequence::ClearsExpiry:
        return u"ClearsExpiry"_s;
    case Consequence::RaisesTenfold:
        return u"RaisesTenfold"_s;
    case Consequence::StaysStopped:
        return u"StaysStopped"_s;
    case Consequence::WorksAgain:
        return u"WorksAgain"_s;
    case Consequence::LastsUntilReset:
        return u"LastsUntilReset"_s;
    }
    return u"?"_s;
}

static QString words(const QList<Consequence> &consequences)
{
    QStringList all;
    for (const Consequence one : consequences) {
        all.append(word(one));
    }
    return all.join(u' ');
}

static QDateTime now()
{
    return utc("2027-03-14T12:00:00.500Z");
}

static constexpr auto past = "2027-03-01T00:00:00Z";
static constexpr auto future = "2027-04-01T00:00:00Z";

class TestConsequence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void balanceDecidesWhetherItWorks_data();
    void balanceDecidesWhetherItWorks() { check(); }
    void expiryDecidesWhetherItWorks_data();
    void expiryDecidesWhetherItWorks() { check(); }
    void bothCanStopIt_data();
    void bothCanStopIt() { check(); }
    void spendingBecomesUnlimited_data();
    void spendingBecomesUnlimited() { check(); }
    void expiryIsCleared_data();
    void expiryIsCleared() { check(); }
    void balanceRisesTenfold_data();
    void balanceRisesTenfold() { check(); }
    void aBalanceLastsUntilTheNextReset_data();
    void aBalanceLastsUntilTheNextReset() { check(); }
    void worstComesFirst_data();
    void worstComesFirst() { check(); }
    void eachHasItsSeverity_data();
    void eachHasItsSeverity();
    void onlyDangersAreAskedAbout();

private:
    static void columns();
    static void row(const char *name, const Stated &before, const Stated &after,
                    const char *expected);
    static void check();
};

void TestConsequence::columns()
{
    QTest::addColumn<Token>("before");
    QTest::addColumn<Token>("after");
    QTest::addColumn<QString>("expected");
}

void TestConsequence::row(const char *name, const Stated &before, const Stated &after,
                          const char *expected)
{
    QTest::newRow(name) << tokenOf(before) << tokenOf(after) << QString::fromLatin1(expected);
}

void TestConsequence::check()
{
    QFETCH(Token, before);
    QFETCH(Token, after);
    QFETCH(QString, expected);
    QCOMPARE(words(consequencesOf(before, after, now())), expected);
}

void TestConsequence::balanceDecidesWhetherItWorks_data()
{
    columns();
    row("nothing changes", {"50", "never", "on"}, {"50", "never", "on"}, "");
    row("still enough", {"50", "", "on"}, {"0.000000001", "", "on"}, "");
    row("exactly 0", {"50", "", "on"}, {"0", "", "on"}, "StopsByBalance");
    row("a nano below", {"50", "", "on"}, {"-0.000000001", "", "on"}, "StopsByBalance");
    row("0, not enforced", {"50", "", "off"}, {"0", "", "off"}, "");
    row("0, whether enforced is not stated", {"50", "", ""}, {"0", "", ""}, "");
    row("enforcing 0", {"0", "", "off"}, {"0", "", "on"}, "StopsByBalance");
    row("enforcing a nano", {"0.000000001", "", "off"}, {"0.000000001", "", "on"}, "");
    row("enforcing no balance", {"none", "", "off"}, {"none", "", "on"}, "");
    row("enforcing one that is not stated", {"", "", "off"}, {"", "", "on"}, "");
    row("a first balance of 0", {"none", "", "on"}, {"0", "", "on"}, "StopsByBalance");
    row("a first balance of more", {"none", "", "on"}, {"5", "", "on"}, "");
    row("not stated before", {"", "", "on"}, {"0", "", "on"}, "StopsByBalance");
    row("works again", {"0", "", "on"}, {"0.000000001", "", "on"}, "WorksAgain");
    row("from below", {"-3.75", "", "on"}, {"20", "", "on"}, "WorksAgain");
    row("raised, not enough", {"-3.75", "", "on"}, {"0", "", "on"}, "StaysStopped");
    row("stopped, another balance", {"0", "", "on"}, {"-5", "", "on"}, "StaysStopped");
}

void TestConsequence::expiryDecidesWhetherItWorks_data()
{
    columns();
    row("later", {"", future, ""}, {"", "2028-01-01T00:00:00Z", ""}, "");
    row("past", {"", future, ""}, {"", past, ""}, "StopsByExpiry");
    row("exactly now", {"", future, ""}, {"", "2027-03-14T12:00:00.500Z", ""}, "StopsByExpiry");
    row("a microsecond from now", {"", future, ""}, {"", "2027-03-14T12:00:00.500001Z", ""}, "");
    row("a microsecond ago", {"", future, ""}, {"", "2027-03-14T12:00:00.499999Z", ""},
        "StopsByExpiry");
    row("now in another zone", {"", future, ""}, {"", "2027-03-14T13:00:00.500+01:00", ""},
        "StopsByExpiry");
    row("from never", {"", "never", ""}, {"", past, ""}, "StopsByExpiry");
    row("from one that is not stated", {"", "", ""}, {"", past, ""}, "StopsByExpiry");
    row("works again", {"", past, ""}, {"", future, ""}, "WorksAgain");
    row("still past", {"", past, ""}, {"", "2027-03-02T00:00:00Z", ""}, "StaysStopped");
    row("exactly now is past already", {"", "2027-03-14T12:00:00.500Z", ""}, {"", past, ""},
        "StaysStopped");
    row("another field of an expired token", {"5", past, "on"}, {"6", past, "on"}, "StaysStopped");
}

void TestConsequence::bothCanStopIt_data()
{
    columns();
    row("both at once", {"50", future, "on"}, {"0", past, "on"}, "StopsByBalance StopsByExpiry");
    row("the balance is not enough", {"0", past, "on"}, {"5", past, "on"}, "StaysStopped");
    row("the expiry is not enough", {"0", past, "on"}, {"0", future, "on"}, "StaysStopped");
    row("both are", {"0", past, "on"}, {"5", future, "on"}, "WorksAgain");
    row("from one to the other", {"0", future, "on"}, {"5", past, "on"}, "StaysStopped");
    row("one more", {"0", future, "on"}, {"0", past, "on"}, "StaysStopped");
}

void TestConsequence::spendingBecomesUnlimited_data()
{
    columns();
    row("off", {"50", "", "on"}, {"50", "", "off"}, "BecomesUnlimited");
    row("off already", {"50", "", "off"}, {"50", "", "off"}, "");
    row("off, not stated before", {"50", "", ""}, {"50", "", "off"}, "BecomesUnlimited");
    row("on", {"50", "", "off"}, {"50", "", "on"}, "");
    row("not stated", {"50", "", "on"}, {"50", "", ""}, "");
    row("off works again", {"0", "", "on"}, {"0", "", "off"}, "BecomesUnlimited WorksAgain");
}

void TestConsequence::expiryIsCleared_data()
{
    columns();
    row("cleared", {"", future, ""}, {"", "never", ""}, "ClearsExpiry");
    row("there was none", {"", "never", ""}, {"", "never", ""}, "");
    row("not stated before", {"", "", ""}, {"", "never", ""}, "ClearsExpiry");
    row("set", {"", "never", ""}, {"", future, ""}, "");
    row("a past one", {"", past, ""}, {"", "never", ""}, "ClearsExpiry WorksAgain");
}

void TestConsequence::balanceRisesTenfold_data()
{
    columns();
    row("10 times", {"50"}, {"500"}, "");
    row("just above", {"50"}, {"500.000000001"}, "RaisesTenfold");
    row("10 times 1", {"1"}, {"10"}, "");
    row("above 10 times 1", {"1"}, {"10.000000001"}, "RaisesTenfold");
    row("old one below 1", {"0.999999999"}, {"99999"}, "");
    row("from 0", {"0"}, {"99999"}, "");
    row("from below 0", {"-50"}, {"99999"}, "");
    row("from none", {"none"}, {"99999"}, "");
    row("from one that is not stated", {""}, {"99999"}, "");
    row("the largest", {"9999.9999999"}, {"99999.999999999"}, "RaisesTenfold");
    row("an odd one", {"1.234567891"}, {"12.34567891"}, "");
    row("just above an odd one", {"1.234567891"}, {"12.345678911"}, "RaisesTenfold");
    row("lowered", {"500"}, {"5"}, "");
    row("also if it is not enforced", {"50", "", "off"}, {"501", "", "off"}, "RaisesTenfold");
}

void TestConsequence::aBalanceLastsUntilTheNextReset_data()
{
    columns();
    row("daily", {"50", "", "on", "daily", "50"}, {"60", "", "on", "daily", "50"},
        "LastsUntilReset");
    row("weekly", {"50", "", "on", "weekly"}, {"60", "", "on", "weekly"}, "LastsUntilReset");
    row("monthly", {"50", "", "on", "monthly"}, {"60", "", "on", "monthly"}, "LastsUntilReset");
    row("a first balance", {"none", "", "on", "daily"}, {"60", "", "on", "daily"},
        "LastsUntilReset");
    row("no period", {"50", "", "on", "none"}, {"60", "", "on", "none"}, "");
    row("period not stated", {"50", "", "on"}, {"60", "", "on"}, "");
    row("another field", {"50", future, "on", "daily"},
        {"50", "2028-01-01T00:00:00Z", "on", "daily"}, "");
    row("period set with it", {"50", "", "on", "none"}, {"60", "", "on", "daily"},
        "LastsUntilReset");
    row("period ended with it", {"50", "", "on", "daily"}, {"60", "", "on", "none"}, "");
    row("period alone", {"50", "", "on", "none"}, {"50", "", "on", "daily"}, "");
}

void TestConsequence::worstComesFirst_data()
{
    columns();
    row("danger, warning, note", {"50", future, "on", "daily"}, {"501", "never", "off", "daily"},
        "BecomesUnlimited ClearsExpiry RaisesTenfold LastsUntilReset");
    row("three dangers are not possible, two are", {"50", future, "on", "daily"},
        {"0", past, "on", "daily"}, "StopsByBalance StopsByExpiry LastsUntilReset");
    row("stops and becomes unlimited", {"50", future, "on"}, {"50", past, "off"},
        "StopsByExpiry BecomesUnlimited");
    row("warning before note", {"0", past, "on", "daily"}, {"5", past, "on", "daily"},
        "StaysStopped LastsUntilReset");
    row("notes last", {"1", past, "on", "daily"}, {"11", "never", "on", "daily"},
        "ClearsExpiry RaisesTenfold WorksAgain LastsUntilReset");
}

void TestConsequence::eachHasItsSeverity_data()
{
    QTest::addColumn<Consequence>("consequence");
    QTest::addColumn<Severity>("severity");
    const auto row = [](Consequence consequence, Severity severity) {
        QTest::newRow(qPrintable(word(consequence))) << consequence << severity;
    };
    row(Consequence::StopsByBalance, Severity::Danger);
    row(Consequence::StopsByExpiry, Severity::Danger);
    row(Consequence::BecomesUnlimited, Severity::Danger);
    row(Consequence::ClearsExpiry, Severity::Warning);
    row(Consequence::RaisesTenfold, Severity::Warning);
    row(Consequence::StaysStopped, Severity::Warning);
    row(Consequence::WorksAgain, Severity::Note);
    row(Consequence::LastsUntilReset, Severity::Note);
}

void TestConsequence::eachHasItsSeverity()
{
    QFETCH(Consequence, consequence);
    QFETCH(Severity, severity);
    QCOMPARE(severityOf(consequence), severity);
}

void TestConsequence::onlyDangersAreAskedAbout()
{
    QCOMPARE(words(dangersAmong({Consequence::StopsByExpiry, Consequence::BecomesUnlimited,
                                 Consequence::ClearsExpiry, Consequence::RaisesTenfold,
                                 Consequence::StaysStopped, Consequence::WorksAgain,
                                 Consequence::LastsUntilReset, Consequence::StopsByBalance})),
             u"StopsByExpiry BecomesUnlimited StopsByBalance"_s);
    QVERIFY(dangersAmong({}).isEmpty());
}

QTEST_APPLESS_MAIN(TestConsequence)
#include "tst_consequence.moc"
