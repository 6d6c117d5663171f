// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/token.h"

#include "support/tokens.h"

#include <QTest>

#include <functional>

using namespace purser;
using namespace purser::test;

using Edit = std::function<void(Token &)>;

static Token fullToken()
{
    Token token;
    token.name = u"team"_s;
    token.type = TokenType::Production;
    token.typeText = u"api_token"_s;
    token.balance = MaybeBalance(*Balance::fromText(u"87.45"));
    token.expiry = *Expiry::fromIso8601(u"2027-03-14T15:09:26Z"_s);
    token.activeBalance = true;
    token.resetPeriod = ResetPeriod::Monthly;
    token.resetAmount = MaybeBalance(*Balance::fromText(u"25"));
    token.otherFields = {{u"label"_s, u"Team"_s}, {u"revoked"_s, u"false"_s}};
    return token;
}

class TestToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<TokenType>("expected");
        QTest::newRow("production") << u"api_token"_s << TokenType::Production;
        QTest::newRow("sandbox") << u"sandbox_api_token"_s << TokenType::Sandbox;
        QTest::newRow("empty") << QString() << TokenType::Unknown;
        QTest::newRow("new kind") << u"org_api_token"_s << TokenType::Unknown;
        QTest::newRow("upper case") << u"API_TOKEN"_s << TokenType::Unknown;
        QTest::newRow("space before") << u" api_token"_s << TokenType::Unknown;
        QTest::newRow("space after") << u"sandbox_api_token "_s << TokenType::Unknown;
        QTest::newRow("longer") << u"api_token2"_s << TokenType::Unknown;
        QTest::newRow("shown word") << u"Production"_s << TokenType::Unknown;
    }
    void readsTheType()
    {
        QFETCH(QString, text);
        QFETCH(TokenType, expected);
        QCOMPARE(tokenTypeFromText(text), expected);
    }

    void statesNothingThatItWasNotTold()
    {
        const Token token;
        QCOMPARE(token.type, TokenType::Unknown);
        QVERIFY(!token.balance);
        QVERIFY(!token.expiry);
        QVERIFY(!token.activeBalance);
        QVERIFY(!token.resetPeriod);
        QVERIFY(!token.resetAmount);
        QVERIFY(token.otherFields.isEmpty());
    }

    void differsInEveryField_data()
    {
        QTest::addColumn<Edit>("edit");
        const auto row = [](const char *name, const Edit &edit) { QTest::newRow(name) << edit; };
        row("name", [](Token &t) { t.name = u"Team"_s; });
        row("type", [](Token &t) { t.type = TokenType::Sandbox; });
        row("type's text", [](Token &t) { t.typeText = u"api-token"_s; });
        row("balance", [](Token &t) { t.balance = MaybeBalance(Balance::highest()); });
        row("no balance", [](Token &t) { t.balance = MaybeBalance(); });
        row("balance not stated", [](Token &t) { t.balance = std::nullopt; });
        row("expiry", [](Token &t) { t.expiry = *Expiry::fromMicroseconds(0); });
        row("never expires", [](Token &t) { t.expiry = Expiry::never(); });
        row("expiry not stated", [](Token &t) { t.expiry = std::nullopt; });
        row("active balance", [](Token &t) { t.activeBalance = false; });
        row("active balance not stated", [](Token &t) { t.activeBalance = std::nullopt; });
        row("reset period", [](Token &t) { t.resetPeriod = ResetPeriod::Daily; });
        row("no reset", [](Token &t) { t.resetPeriod = ResetPeriod::None; });
        row("reset period not stated", [](Token &t) { t.resetPeriod = std::nullopt; });
        row("reset amount", [](Token &t) { t.resetAmount = MaybeBalance(Balance::highest()); });
        row("no reset amount", [](Token &t) { t.resetAmount = MaybeBalance(); });
        row("reset amount not stated", [](Token &t) { t.resetAmount = std::nullopt; });
        row("other field's value", [](Token &t) { t.otherFields[0].value = u"x"_s; });
        row("other field's name", [](Token &t) { t.otherFields[0].name = u"x"_s; });
        row("one other field fewer", [](Token &t) { t.otherFields.removeLast(); });
    }
    void differsInEveryField()
    {
        QFETCH(Edit, edit);
        Token token = fullToken();
        QVERIFY(token == fullToken());
        edit(token);
        QVERIFY(token != fullToken());
    }

    void noBalanceIsNotTheSameAsNotStated()
    {
        Token none;
        none.balance = MaybeBalance();
        QVERIFY(none.balance.has_value());
        QVERIFY(none != Token());
        Token zero;
        zero.balance = MaybeBalance(Balance());
        QVERIFY(zero != none);
    }

    void neverIsNotTheSameAsNotStated()
    {
        Token never;
        never.expiry = Expiry::never();
        QVERIFY(never != Token());
    }

    void theSameInstantInAnotherTextIsTheSameToken()
    {
        Token token = fullToken();
        token.expiry = *Expiry::fromIso8601(u"2027-03-14T17:09:26.000+02:00"_s);
        QVERIFY(token == fullToken());
    }

    void isStoppedByBalanceOrExpiry_data()
    {
        QTest::addColumn<Token>("token");
        QTest::addColumn<bool>("byBalance");
        QTest::addColumn<bool>("byExpiry");
        const auto row = [](const char *name, const Stated &stated, bool byBalance, bool byExpiry) {
            QTest::newRow(name) << tokenOf(stated) << byBalance << byExpiry;
        };
        row("works", {"50", "2027-04-01T00:00:00Z", "on"}, false, false);
        row("nothing stated", {}, false, false);
        row("0", {"0", "", "on"}, true, false);
        row("a nano", {"0.000000001", "", "on"}, false, false);
        row("a nano below 0", {"-0.000000001", "", "on"}, true, false);
        row("0, not enforced", {"0", "", "off"}, false, false);
        row("0, whether enforced is not stated", {"0", "", ""}, false, false);
        row("no balance", {"none", "", "on"}, false, false);
        row("balance not stated", {"", "", "on"}, false, false);
        row("never expires", {"", "never", ""}, false, false);
        row("expired", {"", "2027-03-14T11:59:59.999Z", ""}, false, true);
        row("expires now", {"", "2027-03-14T12:00:00Z", ""}, false, true);
        row("expires in a microsecond", {"", "2027-03-14T12:00:00.000001Z", ""}, false, false);
        row("both", {"0", "2027-03-01T00:00:00Z", "on"}, true, true);
        row("a reset does not help", {"0", "", "on", "daily", "50"}, true, false);
    }
    void isStoppedByBalanceOrExpiry()
    {
        QFETCH(Token, token);
        QFETCH(bool, byBalance);
        QFETCH(bool, byExpiry);
        const Stopped found = stopped(token, utc("2027-03-14T12:00:00Z"));
        QCOMPARE(found.byBalance, byBalance);
        QCOMPARE(found.byExpiry, byExpiry);
        QCOMPARE(bool(found), byBalance || byExpiry);
    }

    void keepsWhatAReplyDoesNotState_data()
    {
        QTest::addColumn<Token>("reply");
        QTest::addColumn<Token>("merged");
        const auto row = [](const char *name, const Stated &reply, const Stated &merged) {
            QTest::newRow(name) << tokenOf(reply) << tokenOf(merged);
        };
        // Known before: 80, an expiry, on, monthly 25.
        constexpr auto march = "2027-03-14T00:00:00Z";
        row("nothing", {}, {"80", march, "on", "monthly", "25"});
        row("balance", {"50"}, {"50", march, "on", "monthly", "25"});
        row("balance is null", {"none"}, {"none", march, "on", "monthly", "25"});
        row("expiry", {"", "never"}, {"80", "never", "on", "monthly", "25"});
        row("active balance", {"", "", "off"}, {"80", march, "off", "monthly", "25"});
        row("reset period", {"", "", "", "none"}, {"80", march, "on", "none", "25"});
        row("reset amount", {"", "", "", "", "none"}, {"80", march, "on", "monthly", "none"});
        row("all", {"1", "never", "off", "daily", "2"}, {"1", "never", "off", "daily", "2"});
    }
    void keepsWhatAReplyDoesNotState()
    {
        QFETCH(Token, reply);
        QFETCH(Token, merged);
        const Token known = tokenOf({"80", "2027-03-14T00:00:00Z", "on", "monthly", "25"});
        QCOMPARE(mergedToken(known, reply), merged);
    }

    void whatIsNoFieldOfAChangeIsTheReplys()
    {
        Token reply = tokenOf({"50"});
        reply.type = TokenType::Sandbox;
        reply.typeText = u"sandbox_api_token"_s;
        reply.otherFields = {{u"label"_s, u"New"_s}};
        const Token merged = mergedToken(fullToken(), reply);
        QCOMPARE(merged.type, TokenType::Sandbox);
        QCOMPARE(merged.typeText, reply.typeText);
        QCOMPARE(merged.otherFields, reply.otherFields);
    }
};

QTEST_APPLESS_MAIN(TestToken)
#include "tst_token.moc"
