// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/token.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace purser;

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
};

QTEST_APPLESS_MAIN(TestToken)
#include "tst_token.moc"
