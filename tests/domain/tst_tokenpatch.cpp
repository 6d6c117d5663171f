// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tokenpatch.h"

#include "support/tokens.h"

#include <QTest>

using namespace purser;
using namespace purser::test;

static Balance balance(QStringView text)
{
    return *Balance::fromText(text);
}

static Expiry expiry(const char *text)
{
    return *Expiry::fromIso8601(QString::fromLatin1(text));
}

static Token token(std::optional<MaybeBalance> balance, const std::optional<Expiry> &expiry,
                   std::optional<bool> activeBalance)
{
    Token token;
    token.name = u"team"_s;
    token.balance = balance;
    token.expiry = expiry;
    token.activeBalance = activeBalance;
    return token;
}

static TokenPatch asksFor(const std::optional<Balance> &balance,
                          const std::optional<Expiry> &expiry, std::optional<bool> activeBalance)
{
    TokenPatch patch;
    patch.balance = balance;
    patch.expiry = expiry;
    patch.activeBalance = activeBalance;
    return patch;
}

static TokenPatch asksFor(Balance balance)
{
    return asksFor(balance, std::nullopt, std::nullopt);
}

static TokenPatch asksFor(const Expiry &expiry)
{
    return asksFor(std::nullopt, expiry, std::nullopt);
}

static TokenPatch asksFor(bool activeBalance)
{
    return asksFor(std::nullopt, std::nullopt, activeBalance);
}

static void fieldColumns()
{
    QTest::addColumn<TokenPatch>("patch");
    QTest::addColumn<Token>("reply");
    QTest::addColumn<FieldMatch>("match");
}

static void row(const char *name, const TokenPatch &patch, const Token &reply, FieldMatch match)
{
    QTest::newRow(name) << patch << reply << match;
}

class TestTokenPatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyOnlyWithoutAnyField()
    {
        QVERIFY(TokenPatch().isEmpty());
        QVERIFY(!asksFor(Balance()).isEmpty());
        QVERIFY(!asksFor(Expiry::never()).isEmpty());
        QVERIFY(!asksFor(false).isEmpty());
    }

    void comparesFieldByField()
    {
        const TokenPatch patch = asksFor(balance(u"1"), expiry("2027-01-01T00:00:00Z"), true);
        QVERIFY(patch == asksFor(balance(u"1"), expiry("2027-01-01T01:00:00+01:00"), true));
        QVERIFY(patch != asksFor(balance(u"2"), patch.expiry, true));
        QVERIFY(patch != asksFor(patch.balance, Expiry::never(), true));
        QVERIFY(patch != asksFor(patch.balance, patch.expiry, false));
        QVERIFY(patch != asksFor(patch.balance, patch.expiry, std::nullopt));
        QVERIFY(asksFor(Expiry::never()) != TokenPatch());
    }

    void comparesTheBalance_data()
    {
        fieldColumns();
        const TokenPatch patch = asksFor(balance(u"50"));
        const auto reply = [](std::optional<MaybeBalance> stated) {
            return token(stated, std::nullopt, std::nullopt);
        };
        row("not asked", asksFor(true), reply(balance(u"50")), FieldMatch::NotAsked);
        row("not asked, not stated", {}, reply(std::nullopt), FieldMatch::NotAsked);
        row("same", patch, reply(balance(u"50.000")), FieldMatch::Holds);
        row("a nano less", patch, reply(balance(u"49.999999999")), FieldMatch::Differs);
        row("null", patch, reply(MaybeBalance()), FieldMatch::Differs);
        row("not stated", patch, reply(std::nullopt), FieldMatch::NotStated);
        const TokenPatch zero = asksFor(Balance());
        row("zero and null", zero, reply(MaybeBalance()), FieldMatch::Differs);
        row("zero and not stated", zero, reply(std::nullopt), FieldMatch::NotStated);
        row("zero", zero, reply(Balance()), FieldMatch::Holds);
    }
    void comparesTheBalance()
    {
        check([](const TokenPatch &patch, const Token &reply) {
            return patch.match(Field::Balance, reply);
        });
    }

    void comparesTheExpiry_data()
    {
        fieldColumns();
        const TokenPatch patch = asksFor(expiry("2027-03-14T15:09:26Z"));
        const TokenPatch clear = asksFor(Expiry::never());
        const auto reply = [](const std::optional<Expiry> &stated) {
            return token(std::nullopt, stated, std::nullopt);
        };
        row("not asked", asksFor(true), reply(Expiry::never()), FieldMatch::NotAsked);
        row("not asked, not stated", {}, reply(std::nullopt), FieldMatch::NotAsked);
        row("same", patch, reply(patch.expiry), FieldMatch::Holds);
        row("same instant, other text", patch, reply(expiry("2027-03-14T16:09:26.000000+01:00")),
            FieldMatch::Holds);
        row("same text, other offset", patch, reply(expiry("2027-03-14T15:09:26+01:00")),
            FieldMatch::Differs);
        row("a microsecond later", patch, reply(expiry("2027-03-14T15:09:26.000001Z")),
            FieldMatch::Differs);
        row("never", patch, reply(Expiry::never()), FieldMatch::Differs);
        row("not stated", patch, reply(std::nullopt), FieldMatch::NotStated);
        row("cleared", clear, reply(Expiry::never()), FieldMatch::Holds);
        row("not cleared", clear, reply(patch.expiry), FieldMatch::Differs);
        row("cleared, not stated", clear, reply(std::nullopt), FieldMatch::NotStated);
    }
    void comparesTheExpiry()
    {
        check([](const TokenPatch &patch, const Token &reply) {
            return patch.match(Field::Expiry, reply);
        });
    }

    void comparesTheActiveBalance_data()
    {
        fieldColumns();
        const auto reply = [](std::optional<bool> stated) {
            return token(std::nullopt, std::nullopt, stated);
        };
        const TokenPatch on = asksFor(true);
        const TokenPatch off = asksFor(false);
        row("not asked", asksFor(Balance()), reply(true), FieldMatch::NotAsked);
        row("on, on", on, reply(true), FieldMatch::Holds);
        row("on, off", on, reply(false), FieldMatch::Differs);
        row("on, not stated", on, reply(std::nullopt), FieldMatch::NotStated);
        row("off, off", off, reply(false), FieldMatch::Holds);
        row("off, on", off, reply(true), FieldMatch::Differs);
        row("off, not stated", off, reply(std::nullopt), FieldMatch::NotStated);
    }
    void comparesTheActiveBalance()
    {
        check([](const TokenPatch &patch, const Token &reply) {
            return patch.match(Field::ActiveBalance, reply);
        });
    }

    void comparesTheReset_data()
    {
        QTest::addColumn<TokenPatch>("patch");
        QTest::addColumn<Token>("reply");
        QTest::addColumn<FieldMatch>("period");
        QTest::addColumn<FieldMatch>("amount");
        const auto row = [](const char *name, const Stated &asked, const Stated &reply,
                            FieldMatch period, FieldMatch amount) {
            QTest::newRow(name) << patchOf(asked) << tokenOf(reply) << period << amount;
        };
        using enum FieldMatch;
        const Stated daily{"", "", "", "daily", "25"};
        row("not asked", {"25"}, daily, NotAsked, NotAsked);
        row("same", daily, daily, Holds, Holds);
        row("other period", daily, {"", "", "", "weekly", "25"}, Differs, Holds);
        row("no period", daily, {"", "", "", "none", "none"}, Differs, Differs);
        row("other amount", daily, {"", "", "", "daily", "25.000000001"}, Holds, Differs);
        row("no amount", daily, {"", "", "", "daily", "none"}, Holds, Differs);
        row("not stated", daily, {"25", "", "on"}, NotStated, NotStated);
        const Stated none{"", "", "", "none", "none"};
        row("none, none", none, none, Holds, Holds);
        row("none, daily", none, daily, Differs, Differs);
        row("none, not stated", none, {}, NotStated, NotStated);
        row("none and zero", none, {"", "", "", "none", "0"}, Holds, Differs);
        row("period alone", {"", "", "", "daily"}, daily, Holds, NotAsked);
        row("amount alone", {"", "", "", "", "25"}, daily, NotAsked, Holds);
    }
    void comparesTheReset()
    {
        QFETCH(TokenPatch, patch);
        QFETCH(Token, reply);
        QFETCH(FieldMatch, period);
        QFETCH(FieldMatch, amount);
        QCOMPARE(patch.match(Field::ResetPeriod, reply), period);
        QCOMPARE(patch.match(Field::ResetAmount, reply), amount);
    }

    void knowsEachFieldApart_data()
    {
        QTest::addColumn<Field>("field");
        QTest::addColumn<TokenPatch>("alone");
        const auto row = [](const char *name, Field field, const Stated &asked) {
            QTest::newRow(name) << field << patchOf(asked);
        };
        row("balance", Field::Balance, {"0"});
        row("expiry", Field::Expiry, {"", "never"});
        row("active balance", Field::ActiveBalance, {"", "", "off"});
        row("reset period", Field::ResetPeriod, {"", "", "", "none"});
        row("reset amount", Field::ResetAmount, {"", "", "", "", "none"});
    }
    void knowsEachFieldApart()
    {
        QFETCH(Field, field);
        QFETCH(TokenPatch, alone);
        const Stated everything{"0", "never", "off", "none", "none"};
        TokenPatch all = patchOf(everything);
        const Token stated = tokenOf(everything);
        QVERIFY(!alone.isEmpty());
        for (const Field one : AllFields) {
            QCOMPARE(alone.has(one), one == field);
            QVERIFY(all.has(one));
            QCOMPARE(alone.match(one, stated),
                     one == field ? FieldMatch::Holds : FieldMatch::NotAsked);
            QCOMPARE(alone.match(one, Token()),
                     one == field ? FieldMatch::NotStated : FieldMatch::NotAsked);
            QVERIFY(states(one, stated));
            QVERIFY(!states(one, Token()));
            QVERIFY(isSameField(one, stated, stated));
            QVERIFY(!isSameField(one, stated, Token()));
            QCOMPARE(states(one, alone.appliedTo(Token())),
                     one == field || bringsAlong(field, one));
        }
        all.drop(field);
        for (const Field one : AllFields) {
            QCOMPARE(all.has(one), one != field);
        }
        alone.drop(field);
        QVERIFY(alone.isEmpty());
    }

    void makesTheTokenAsTheServiceWould_data()
    {
        QTest::addColumn<TokenPatch>("patch");
        QTest::addColumn<Token>("token");
        QTest::addColumn<Token>("expected");
        const auto row = [](const char *name, const Stated &patch, const Stated &token,
                            const Stated &expected) {
            QTest::newRow(name) << patchOf(patch) << tokenOf(token) << tokenOf(expected);
        };
        const Stated before{"50", "2027-03-14T00:00:00Z", "off", "none", "none"};
        row("nothing asked", {}, before, before);
        row("balance", {"60"}, before, {"60", "2027-03-14T00:00:00Z", "off", "none", "none"});
        row("expiry", {"", "never"}, before, {"50", "never", "off", "none", "none"});
        row("active balance", {"", "", "on"}, before,
            {"50", "2027-03-14T00:00:00Z", "on", "none", "none"});
        row("a period enforces the balance", {"", "", "", "daily", "25"}, before,
            {"50", "2027-03-14T00:00:00Z", "on", "daily", "25"});
        row("whatever is asked", {"", "", "off", "weekly", "25"}, before,
            {"50", "2027-03-14T00:00:00Z", "on", "weekly", "25"});
        row("also where it was not stated", {"", "", "", "monthly"}, {"50"},
            {"50", "", "on", "monthly"});
        row("an amount alone does not", {"", "", "", "", "25"}, before,
            {"50", "2027-03-14T00:00:00Z", "off", "none", "25"});
        row("none clears the amount", {"", "", "", "none"}, {"50", "", "on", "daily", "25"},
            {"50", "", "on", "none", "none"});
        row("whatever is asked of it", {"", "", "", "none", "30"}, {"50", "", "on", "daily", "25"},
            {"50", "", "on", "none", "none"});
        row("none leaves the balance as it is enforced", {"", "", "", "none"},
            {"50", "", "off", "daily", "25"}, {"50", "", "off", "none", "none"});
        row("a first balance", {"1"}, {"none"}, {"1"});
    }
    void makesTheTokenAsTheServiceWould()
    {
        QFETCH(TokenPatch, patch);
        QFETCH(Token, token);
        QFETCH(Token, expected);
        token.otherFields = {{u"label"_s, u"x"_s}};
        expected.otherFields = token.otherFields;
        QCOMPARE(patch.appliedTo(token), expected);
    }

    void dropsOnlyWhatTheTokenAlreadyHolds_data()
    {
        QTest::addColumn<TokenPatch>("patch");
        QTest::addColumn<Token>("token");
        QTest::addColumn<TokenPatch>("expected");
        const auto row = [](const char *name, const TokenPatch &patch, const Token &token,
                            const TokenPatch &expected) {
            QTest::newRow(name) << patch << token << expected;
        };
        const Expiry march = expiry("2027-03-14T15:09:26Z");
        const Expiry marchElsewhere = expiry("2027-03-14T16:09:26.000+01:00");
        const TokenPatch all = asksFor(balance(u"50"), march, true);
        row("nothing asked", {}, token(balance(u"50"), march, true), {});
        row("all hold", all, token(balance(u"50"), marchElsewhere, true), {});
        row("all differ", all, token(balance(u"40"), Expiry::never(), false), all);
        row("nothing stated", all, token({}, {}, {}), all);
        row("balance holds", all, token(balance(u"50"), {}, false), asksFor({}, march, true));
        row("expiry holds", all, token(balance(u"51"), march, {}),
            asksFor(balance(u"50"), {}, true));
        row("active balance holds", all, token({}, Expiry::never(), true),
            asksFor(balance(u"50"), march, {}));
        row("no balance yet", asksFor(Balance()), token(MaybeBalance(), march, true),
            asksFor(Balance()));
        row("never already", asksFor(Expiry::never()), token({}, Expiry::never(), {}), {});
        row("never, not stated", asksFor(Expiry::never()), token({}, {}, {}),
            asksFor(Expiry::never()));
        row("off already", asksFor(false), token({}, {}, false), {});
        const TokenPatch daily = patchOf({"", "", "", "daily", "25"});
        row("reset holds", daily, tokenOf({"50", "", "on", "daily", "25"}), {});
        row("period holds", daily, tokenOf({"50", "", "on", "daily", "30"}),
            patchOf({"", "", "", "", "25"}));
        row("amount holds", daily, tokenOf({"50", "", "on", "none", "25"}),
            patchOf({"", "", "", "daily"}));
        row("reset not stated", daily, tokenOf({"50"}), daily);
        row("no reset already", patchOf({"", "", "", "none", "none"}),
            tokenOf({"", "", "", "none", "none"}), {});
    }
    void dropsOnlyWhatTheTokenAlreadyHolds()
    {
        QFETCH(TokenPatch, patch);
        QFETCH(Token, token);
        QFETCH(TokenPatch, expected);
        QVERIFY(patch.changing(token) == expected);
    }

    void judgesTheWholeReply_data()
    {
        QTest::addColumn<TokenPatch>("patch");
        QTest::addColumn<Token>("reply");
        QTest::addColumn<bool>("held");
        QTest::addColumn<bool>("contradicted");
        const auto row = [](const char *name, const TokenPatch &patch, const Token &reply,
                            bool held, bool contradicted) {
            QTest::newRow(name) << patch << reply << held << contradicted;
        };
        const Expiry march = expiry("2027-03-14T15:09:26Z");
        const TokenPatch all = asksFor(balance(u"50"), march, true);
        const TokenPatch one = asksFor(balance(u"50"));
        row("all hold", all, token(balance(u"50"), march, true), true, false);
        row("balance differs", all, token(balance(u"49"), march, true), false, true);
        row("balance is null", all, token(MaybeBalance(), march, true), false, true);
        row("expiry differs", all, token(balance(u"50"), Expiry::never(), true), false, true);
        row("active balance differs", all, token(balance(u"50"), march, false), false, true);
        row("balance not stated", all, token({}, march, true), false, false);
        row("expiry not stated", all, token(balance(u"50"), {}, true), false, false);
        row("active balance not stated", all, token(balance(u"50"), march, {}), false, false);
        row("nothing stated", all, token({}, {}, {}), false, false);
        row("one differs, one is not stated", all, token(balance(u"49"), {}, true), false, true);
        row("only what was asked counts", one, token(balance(u"50"), Expiry::never(), false), true,
            false);
        row("what was not asked may be missing", one, token(balance(u"50"), {}, {}), true, false);
        row("what was not asked decides nothing", one, token({}, march, true), false, false);
        row("nothing asked", {}, token(balance(u"1"), march, true), true, false);
        const TokenPatch daily = patchOf({"", "", "", "daily", "25"});
        row("reset holds", daily, tokenOf({"", "", "", "daily", "25"}), true, false);
        row("reset period differs", daily, tokenOf({"", "", "", "none", "25"}), false, true);
        row("reset amount differs", daily, tokenOf({"", "", "", "daily", "none"}), false, true);
        row("reset amount not stated", daily, tokenOf({"", "", "", "daily"}), false, false);
    }
    void judgesTheWholeReply()
    {
        QFETCH(TokenPatch, patch);
        QFETCH(Token, reply);
        QFETCH(bool, held);
        QFETCH(bool, contradicted);
        QCOMPARE(patch.isHeldBy(reply), held);
        QCOMPARE(patch.isContradictedBy(reply), contradicted);
    }

private:
    //! Rules of the service.
    static bool bringsAlong(Field asked, Field other)
    {
        return asked == Field::ResetPeriod && other == Field::ResetAmount; // none clears it
    }

    template <typename Match>
    static void check(Match matchOf)
    {
        QFETCH(TokenPatch, patch);
        QFETCH(Token, reply);
        QFETCH(FieldMatch, match);
        QCOMPARE(matchOf(patch, reply), match);
    }
};

QTEST_APPLESS_MAIN(TestTokenPatch)
#include "tst_tokenpatch.moc"
