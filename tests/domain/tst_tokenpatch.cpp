// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tokenpatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

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

static TokenPatch asksFor(Balance balance)
{
    return {balance, std::nullopt, std::nullopt};
}

static TokenPatch asksFor(const Expiry &expiry)
{
    return {std::nullopt, expiry, std::nullopt};
}

static TokenPatch asksFor(bool activeBalance)
{
    return {std::nullopt, std::nullopt, activeBalance};
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
        const TokenPatch patch{balance(u"1"), expiry("2027-01-01T00:00:00Z"), true};
        QVERIFY((patch == TokenPatch{balance(u"1"), expiry("2027-01-01T01:00:00+01:00"), true}));
        QVERIFY((patch != TokenPatch{balance(u"2"), patch.expiry, true}));
        QVERIFY((patch != TokenPatch{patch.balance, Expiry::never(), true}));
        QVERIFY((patch != TokenPatch{patch.balance, patch.expiry, false}));
        QVERIFY((patch != TokenPatch{patch.balance, patch.expiry, std::nullopt}));
        QVERIFY((asksFor(Expiry::never()) != TokenPatch()));
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
        check(
            [](const TokenPatch &patch, const Token &reply) { return patch.balanceMatch(reply); });
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
        check([](const TokenPatch &patch, const Token &reply) { return patch.expiryMatch(reply); });
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
            return patch.activeBalanceMatch(reply);
        });
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
        const TokenPatch all{balance(u"50"), march, true};
        row("nothing asked", {}, token(balance(u"50"), march, true), {});
        row("all hold", all, token(balance(u"50"), marchElsewhere, true), {});
        row("all differ", all, token(balance(u"40"), Expiry::never(), false), all);
        row("nothing stated", all, token({}, {}, {}), all);
        row("balance holds", all, token(balance(u"50"), {}, false), {{}, march, true});
        row("expiry holds", all, token(balance(u"51"), march, {}), {balance(u"50"), {}, true});
        row("active balance holds", all, token({}, Expiry::never(), true),
            {balance(u"50"), march, {}});
        row("no balance yet", asksFor(Balance()), token(MaybeBalance(), march, true),
            asksFor(Balance()));
        row("never already", asksFor(Expiry::never()), token({}, Expiry::never(), {}), {});
        row("never, not stated", asksFor(Expiry::never()), token({}, {}, {}),
            asksFor(Expiry::never()));
        row("off already", asksFor(false), token({}, {}, false), {});
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
        const TokenPatch all{balance(u"50"), march, true};
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
