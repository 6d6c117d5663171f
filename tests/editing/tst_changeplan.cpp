// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/changeplan.h"

#include "support/tokens.h"

#include <QTest>

using namespace purser;
using namespace purser::test;

static QString word(AmountProblem problem)
{
    switch (problem) {
    case AmountProblem::NoBalance:
        return u"NoBalance"_s;
    case AmountProblem::NotStated:
        return u"NotStated"_s;
    case AmountProblem::TooLarge:
        return u"TooLarge"_s;
    case AmountProblem::TooSmall:
        return u"TooSmall"_s;
    }
    return u"?"_s;
}

static QString words(const QList<Field> &fields)
{
    static const QStringList names{u"balance"_s, u"expiry"_s, u"active"_s, u"period"_s,
                                   u"amount"_s};
    QStringList all;
    for (const Field field : fields) {
        all.append(names.value(static_cast<int>(field)));
    }
    return all.join(u' ');
}

static BalanceEdit edit(BalanceMode mode, QStringView amount)
{
    return {mode, balanceOf(amount)};
}

static ChangeRequest requestOf(BalanceMode mode, QStringView amount)
{
    ChangeRequest request;
    request.balance = edit(mode, amount);
    return request;
}

static constexpr auto march = "2027-03-14T15:09:26Z";
static constexpr auto marchElsewhere = "2027-03-14T16:09:26.000000+01:00";
static constexpr auto april = "2027-04-01T00:00:00Z";
static constexpr auto may = "2027-05-01T00:00:00Z";

class TestChangePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumsAreExact_data();
    void sumsAreExact();
    void anAmountGoesToTheFreshBalance();
    void aSumThatCantBeStopsTheBalanceAlone();
    void onlyWhatDiffersIsSent_data();
    void onlyWhatDiffersIsSent();
    void fieldsThatMovedAreFound_data();
    void fieldsThatMovedAreFound();
    void aTokenThatNobodySawHasNotMoved();
    void aFallMayBeTolerated_data();
    void aFallMayBeTolerated();
    void toleranceIsForTheBalanceAlone();
    void anAmountsBaseIsSaidToHaveMoved_data();
    void anAmountsBaseIsSaidToHaveMoved();
    void aPatchBecomesARequestThatSets();
};

void TestChangePlan::sumsAreExact_data()
{
    QTest::addColumn<BalanceMode>("mode");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<Token>("token");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, BalanceMode mode, const char *amount, const char *balance,
                        const char *expected) {
        QTest::newRow(name) << mode << QString::fromLatin1(amount) << tokenOf({balance})
                            << QString::fromLatin1(expected);
    };
    using enum BalanceMode;
    row("set", SetTo, "12.5", "50", "12.5");
    row("set, none before", SetTo, "12.5", "none", "12.5");
    row("set, not stated", SetTo, "12.5", "", "12.5");
    row("set to below 0", SetTo, "-5", "50", "-5");
    row("0.1 + 0.2", Add, "0.2", "0.1", "0.3");
    row("0.3 - 0.1", Deduct, "0.1", "0.3", "0.2");
    row("add a nano", Add, "0.000000001", "99999.999999998", "99999.999999999");
    row("add up to the limit", Add, "0.000000001", "99999.999999999", "TooLarge");
    row("add over the limit", Add, "60000", "60000", "TooLarge");
    row("add to below 0", Add, "3.75", "-3.75", "0");
    row("deduct below 0", Deduct, "50.000000001", "50", "-0.000000001");
    row("deduct a nano", Deduct, "0.000000001", "-99999.999999998", "-99999.999999999");
    row("deduct down to the limit", Deduct, "0.000000001", "-99999.999999999", "TooSmall");
    row("deduct over the limit", Deduct, "60000", "-60000", "TooSmall");
    row("add to none", Add, "5", "none", "NoBalance");
    row("deduct from none", Deduct, "5", "none", "NoBalance");
    row("add to what is not stated", Add, "5", "", "NotStated");
    row("deduct from what is not stated", Deduct, "5", "", "NotStated");
}

void TestChangePlan::sumsAreExact()
{
    QFETCH(BalanceMode, mode);
    QFETCH(QString, amount);
    QFETCH(Token, token);
    QFETCH(QString, expected);

    const auto sum = balanceAfter(edit(mode, amount), token.balance);
    QCOMPARE(sum ? sum->toText() : word(sum.error()), expected);

    const ChangePlan plan = planChange(requestOf(mode, amount), token, token);
    QCOMPARE(plan.patch.balance ? plan.patch.balance->toText() : word(*plan.amountProblem),
             expected);
    QCOMPARE(plan.amountProblem.has_value(), !sum.hasValue());
}

void TestChangePlan::anAmountGoesToTheFreshBalance()
{
    const Token shown = tokenOf({"50", march, "on"});
    const Token fresh = tokenOf({"48.5", march, "on"});
    const auto added = planChange(requestOf(BalanceMode::Add, u"10"), shown, fresh);
    QVERIFY(added.patch == patchOf({"58.5"}));
    QCOMPARE(added.patch.appliedTo(fresh), tokenOf({"58.5", march, "on"}));
    const auto deducted = planChange(requestOf(BalanceMode::Deduct, u"10"), shown, fresh);
    QVERIFY(deducted.patch == patchOf({"38.5"}));
    // Already there, by the amount's own doing: nothing to send.
    QVERIFY(planChange(requestOf(BalanceMode::Add, u"0"), shown, fresh).patch.isEmpty());
}

void TestChangePlan::aSumThatCantBeStopsTheBalanceAlone()
{
    ChangeRequest request = requestOf(BalanceMode::Add, u"5");
    request.activeBalance = true;
    const Token token = tokenOf({"none", "", "off"});
    const ChangePlan plan = planChange(request, token, token);
    QVERIFY(plan.amountProblem == AmountProblem::NoBalance);
    QVERIFY(plan.patch == patchOf({"", "", "on"}));
}

void TestChangePlan::onlyWhatDiffersIsSent_data()
{
    QTest::addColumn<TokenPatch>("wanted");
    QTest::addColumn<Token>("fresh");
    QTest::addColumn<TokenPatch>("patch");
    QTest::addColumn<Token>("expected");
    const auto row = [](const char *name, const Stated &wanted, const Stated &fresh,
                        const Stated &patch, const Stated &expected) {
        QTest::newRow(name) << patchOf(wanted) << tokenOf(fresh) << patchOf(patch)
                            << tokenOf(expected);
    };
    const Stated now{"50", march, "on", "none", "none"};
    row("nothing wanted", {}, now, {}, now);
    row("balance", {"60"}, now, {"60"}, {"60", march, "on", "none", "none"});
    row("balance already so", {"50.000"}, now, {}, now);
    row("the same instant", {"", marchElsewhere}, now, {}, now);
    row("expiry", {"", april}, now, {"", april}, {"50", april, "on", "none", "none"});
    row("expiry cleared", {"", "never"}, now, {"", "never"}, {"50", "never", "on", "none", "none"});
    row("one of two", {"60", march}, now, {"60"}, {"60", march, "on", "none", "none"});
    row("all already so", now, now, {}, now);
    row("not stated is no value", {"50", march, "on", "none", "none"}, {},
        {"50", march, "on", "none", "none"}, {"50", march, "on", "none", "none"});
    row("none is not 0", {"0"}, {"none"}, {"0"}, {"0"});
    row("a reset", {"", "", "", "daily", "25"}, now, {"", "", "", "daily", "25"},
        {"50", march, "on", "daily", "25"});
    row("a reset enforces the balance", {"", "", "", "daily", "25"}, {"50", "", "off", "none"},
        {"", "", "", "daily", "25"}, {"50", "", "on", "daily", "25"});
    row("reset amount alone", {"", "", "", "daily", "30"}, {"50", "", "on", "daily", "25"},
        {"", "", "", "", "30"}, {"50", "", "on", "daily", "30"});
    row("reset already so", {"", "", "", "daily", "25"}, {"50", "", "on", "daily", "25"}, {},
        {"50", "", "on", "daily", "25"});
    row("no reset any more", {"", "", "", "none"}, {"50", "", "on", "daily", "25"},
        {"", "", "", "none"}, {"50", "", "on", "none", "none"});
}

void TestChangePlan::onlyWhatDiffersIsSent()
{
    QFETCH(TokenPatch, wanted);
    QFETCH(Token, fresh);
    QFETCH(TokenPatch, patch);
    QFETCH(Token, expected);
    const ChangePlan plan = planChange(requestFor(wanted), fresh, fresh);
    QVERIFY(plan.patch == patch);
    QCOMPARE(plan.patch.appliedTo(fresh), expected);
    QCOMPARE(words(plan.moved), QString());
    QVERIFY(!plan.amountProblem);
}

void TestChangePlan::fieldsThatMovedAreFound_data()
{
    QTest::addColumn<ChangeRequest>("request");
    QTest::addColumn<Token>("shown");
    QTest::addColumn<Token>("fresh");
    QTest::addColumn<QString>("moved");
    const auto rowFor = [](const char *name, const ChangeRequest &request, const Stated &shown,
                           const Stated &fresh, const char *moved) {
        QTest::newRow(name) << request << tokenOf(shown) << tokenOf(fresh)
                            << QString::fromLatin1(moved);
    };
    const auto row = [&rowFor](const char *name, const Stated &wanted, const Stated &shown,
                               const Stated &fresh, const char *moved) {
        rowFor(name, requestFor(patchOf(wanted)), shown, fresh, moved);
    };
    row("nothing moved", {"60"}, {"50", march, "on"}, {"50", march, "on"}, "");
    row("spent a nano", {"60"}, {"50"}, {"49.999999999"}, "balance");
    row("topped up", {"60"}, {"50"}, {"55"}, "balance");
    row("moved to what is wanted", {"60"}, {"50"}, {"60"}, "");
    row("it has one now", {"60"}, {"none"}, {"50"}, "balance");
    row("it has none any more", {"60"}, {"50"}, {"none"}, "balance");
    row("not stated any more", {"60"}, {"50"}, {""}, "");
    row("not stated when it was shown", {"60"}, {""}, {"50"}, "balance");
    row("expiry", {"", may}, {"", march}, {"", april}, "expiry");
    row("expiry cleared by another", {"", may}, {"", march}, {"", "never"}, "expiry");
    row("the same instant", {"", may}, {"", march}, {"", marchElsewhere}, "");
    row("expiry moved to what is wanted", {"", may}, {"", march}, {"", may}, "");
    row("active balance moved to what is wanted", {"", "", "off"}, {"", "", "on"}, {"", "", "off"},
        "");
    row("reset period", {"", "", "", "monthly"}, {"", "", "", "daily"}, {"", "", "", "weekly"},
        "period");
    row("reset amount", {"", "", "", "", "40"}, {"", "", "", "daily", "25"},
        {"", "", "", "daily", "30"}, "amount");
    row("only fields of the change count", {"", may}, {"50", march, "on", "daily", "25"},
        {"40", march, "off", "none", "none"}, "");
    row("a dropped field does not", {"60", may}, {"50", march}, {"60", march}, "");
    row("all that moved", {"60", may, "", "monthly", "40"}, {"50", march, "on", "daily", "25"},
        {"45", april, "on", "weekly", "30"}, "balance expiry period amount");
    for (const BalanceMode mode : {BalanceMode::Add, BalanceMode::Deduct}) {
        const bool add = mode == BalanceMode::Add;
        ChangeRequest request = requestOf(mode, u"10");
        rowFor(add ? "add: the balance does not count" : "deduct: it does not either", request,
               {"50", march}, {"10", march}, "");
        request.expiry = expiryOf(QString::fromLatin1(may));
        rowFor(add ? "add: the expiry does" : "deduct: the expiry does", request, {"50", march},
               {"10", april}, "expiry");
    }
}

void TestChangePlan::fieldsThatMovedAreFound()
{
    QFETCH(ChangeRequest, request);
    QFETCH(Token, shown);
    QFETCH(Token, fresh);
    QFETCH(QString, moved);
    QCOMPARE(words(planChange(request, shown, fresh).moved), moved);
}

void TestChangePlan::aTokenThatNobodySawHasNotMoved()
{
    const auto request = requestFor(patchOf({"60", may, "off"}));
    const auto plan = planChange(request, std::nullopt, tokenOf({"50", march, "on"}));
    QCOMPARE(words(plan.moved), QString());
    QVERIFY(plan.patch == patchOf({"60", may, "off"}));
    QVERIFY(!planChange(requestOf(BalanceMode::Add, u"1"), std::nullopt, tokenOf({"50"}))
                 .amountBaseMoved);
}

void TestChangePlan::aFallMayBeTolerated_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("fresh");
    QTest::addColumn<bool>("tolerated");
    const auto row = [](const char *name, const char *shown, const char *fresh, bool tolerated) {
        QTest::newRow(name) << QString::fromLatin1(shown) << QString::fromLatin1(fresh)
                            << tolerated;
    };
    row("the same", "50", "50", true);
    row("exactly 10 %", "50", "45", true);
    row("a nano more than 10 %", "50", "44.999999999", false);
    row("exactly 1 credit", "5", "4", true);
    row("a nano more than 1 credit", "5", "3.999999999", false);
    row("10 % is 1 credit", "10", "9", true);
    row("a nano more than both", "10", "8.999999999", false);
    row("10 % just above 1 credit", "10.00000001", "9.000000009", true);
    row("from 0", "0", "-1", true);
    row("a nano more from 0", "0", "-1.000000001", false);
    row("below 0", "-50", "-55", true);
    row("a nano more below 0", "-50", "-55.000000001", false);
    row("a rise of a nano", "50", "50.000000001", false);
    row("a rise within 10 %", "50", "54", false);
    row("a rise below 1 credit", "5", "5.5", false);
    row("it has none any more", "50", "none", false);
    row("it has one now", "none", "50", false);
}

void TestChangePlan::aFallMayBeTolerated()
{
    QFETCH(QString, shown);
    QFETCH(QString, fresh);
    QFETCH(bool, tolerated);
    Token was = tokenOf({});
    was.balance = maybeBalanceOf(shown);
    Token is = tokenOf({});
    is.balance = maybeBalanceOf(fresh);
    const auto request = requestOf(BalanceMode::SetTo, u"60");

    QCOMPARE(planChange(request, was, is, Fall::Tolerated).moved.isEmpty(), tolerated);
    // The first time, none is.
    QCOMPARE(planChange(request, was, is).moved.isEmpty(), was.balance == is.balance);
}

void TestChangePlan::toleranceIsForTheBalanceAlone()
{
    const auto request = requestFor(patchOf({"60", may, "", "monthly", "40"}));
    const auto plan = planChange(request, tokenOf({"50", march, "on", "daily", "25"}),
                                 tokenOf({"49", april, "on", "weekly", "24.9"}), Fall::Tolerated);
    QCOMPARE(words(plan.moved), u"expiry period amount"_s);
}

void TestChangePlan::anAmountsBaseIsSaidToHaveMoved_data()
{
    QTest::addColumn<ChangeRequest>("request");
    QTest::addColumn<Token>("shown");
    QTest::addColumn<Token>("fresh");
    QTest::addColumn<bool>("said");
    const auto row = [](const char *name, const ChangeRequest &request, const char *shown,
                        const char *fresh, bool said) {
        QTest::newRow(name) << request << tokenOf({shown}) << tokenOf({fresh}) << said;
    };
    const auto add = requestOf(BalanceMode::Add, u"10");
    const auto deduct = requestOf(BalanceMode::Deduct, u"10");
    row("the same", add, "50", "50", false);
    row("fell by 10 %", add, "50", "45", false);
    row("fell by a nano more", add, "50", "44.999999999", true);
    row("rose by a nano", add, "50", "50.000000001", true);
    row("rose by 10 %", deduct, "50", "55", true);
    row("fell by 1 credit", deduct, "5", "4", false);
    row("fell by a nano more than that", deduct, "5", "3.999999999", true);
    row("no amount", requestOf(BalanceMode::SetTo, u"10"), "50", "5", false);
    row("no balance in it", requestFor(patchOf({"", may})), "50", "5", false);
}

void TestChangePlan::anAmountsBaseIsSaidToHaveMoved()
{
    QFETCH(ChangeRequest, request);
    QFETCH(Token, shown);
    QFETCH(Token, fresh);
    QFETCH(bool, said);
    for (const Fall fall : {Fall::Stops, Fall::Tolerated}) {
        QCOMPARE(planChange(request, shown, fresh, fall).amountBaseMoved, said);
    }
}

void TestChangePlan::aPatchBecomesARequestThatSets()
{
    QVERIFY(requestFor({}).isEmpty());
    const auto request = requestFor(patchOf({"-5", "never", "off", "none", "none"}));
    QVERIFY(request.balance == edit(BalanceMode::SetTo, u"-5"));
    QVERIFY(request.expiry == Expiry::never());
    QVERIFY(request.activeBalance == false);
    QVERIFY(request.resetPeriod == ResetPeriod::None);
    QVERIFY(request.resetAmount && !*request.resetAmount);
    for (const Stated &one : {Stated{"1"}, Stated{"", "never"}, Stated{"", "", "off"},
                              Stated{"", "", "", "none"}, Stated{"", "", "", "", "none"}}) {
        QVERIFY(!requestFor(patchOf(one)).isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestChangePlan)
#include "tst_changeplan.moc"
