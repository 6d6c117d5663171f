// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journaljson.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

Balance balance(QStringView text)
{
    return *Balance::fromText(text);
}

Expiry expiry(const QString &text)
{
    return *Expiry::fromIso8601(text);
}

Token namedToken()
{
    Token token;
    token.name = u"team"_s;
    token.typeText = u"api_token"_s;
    token.type = TokenType::Production;
    return token;
}

Token fullToken()
{
    Token token = namedToken();
    token.balance = balance(u"87.45");
    token.expiry = expiry(u"2027-03-14T15:09:26.535897+02:00"_s);
    token.activeBalance = true;
    token.resetPeriod = ResetPeriod::Monthly;
    token.resetAmount = balance(u"100");
    return token;
}

Token with(const std::function<void(Token &)> &change)
{
    Token token = namedToken();
    change(token);
    return token;
}

const auto NamedJson = uR"("name":"team","token_type":"api_token"})"_s;

} // namespace

class TestJournalJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTokenHasItsStatedFieldsAndNoOthers_data()
    {
        QTest::addColumn<Token>("token");
        QTest::addColumn<QString>("json");
        QTest::newRow("nothing stated") << namedToken() << u"{"_s + NamedJson;
        QTest::newRow("no balance") << with([](Token &token) { token.balance = MaybeBalance(); })
                                    << u"{\"balance\":null,"_s + NamedJson;
        QTest::newRow("zero") << with([](Token &token) { token.balance = Balance(); })
                              << u"{\"balance\":0,"_s + NamedJson;
        QTest::newRow("highest balance")
            << with([](Token &token) { token.balance = Balance::highest(); })
            << u"{\"balance\":99999.999999999,"_s + NamedJson;
        QTest::newRow("a balance no double has")
            << with([](Token &token) { token.balance = balance(u"0.3"); })
            << u"{\"balance\":0.3,"_s + NamedJson;
        QTest::newRow("never") << with([](Token &token) { token.expiry = Expiry::never(); })
                               << u"{\"expire_time\":null,"_s + NamedJson;
        QTest::newRow("not enforced") << with([](Token &token) { token.activeBalance = false; })
                                      << u"{\"active_balance\":false,"_s + NamedJson;
        QTest::newRow("no reset") << with([](Token &token) {
            token.resetPeriod = ResetPeriod::None;
        }) << u"{\"balance_reset_period\":\"none\","_s + NamedJson;
        QTest::newRow("no reset amount")
            << with([](Token &token) { token.resetAmount = MaybeBalance(); })
            << u"{\"balance_reset_amount\":null,"_s + NamedJson;
        QTest::newRow("all") << fullToken()
                             << uR"({"active_balance":true,"balance":87.45,)"
                                R"("balance_reset_amount":100,"balance_reset_period":"monthly",)"
                                R"("expire_time":"2027-03-14T13:09:26.535897Z",)"_s
                + NamedJson;
    }
    void aTokenHasItsStatedFieldsAndNoOthers()
    {
        QFETCH(Token, token);
        QFETCH(QString, json);
        QCOMPARE(journalJson(token), json);
        QVERIFY(tokenFromJournal(json) == token);
    }

    void aTokenComesBackAsItWas_data()
    {
        QTest::addColumn<Token>("token");
        for (const qint64 nanos :
             {qint64(1), qint64(-1), qint64(99'999'999'999'999), qint64(87'450'000'001),
              Balance::lowest().nanos(), Balance::highest().nanos()}) {
            QTest::addRow("%lld nanos", static_cast<long long>(nanos))
                << with([&](Token &token) { token.balance = *Balance::fromNanos(nanos); });
        }
        for (const QString &time :
             {u"0001-01-01T00:00:00Z"_s, u"9999-12-31T23:59:59.999999Z"_s,
              u"1969-12-31T23:59:59.999999Z"_s, u"2027-03-14T15:09:26.000001+05:45"_s}) {
            QTest::newRow(qPrintable(time))
                << with([&](Token &token) { token.expiry = expiry(time); });
        }
        QTest::newRow("a type of no known kind") << with([](Token &token) {
            token.typeText = u"new_token"_s;
            token.type = TokenType::Unknown;
        });
        QTest::newRow("a name of other scripts and signs")
            << with([](Token &token) { token.name = u"équipe \"数据\" 🙂\n\\"_s; });
    }
    void aTokenComesBackAsItWas()
    {
        QFETCH(Token, token);
        QVERIFY(tokenFromJournal(journalJson(token)) == token);
    }

    void otherFieldsAreNeverWritten()
    {
        Token token = fullToken();
        const QString without = journalJson(token);
        token.otherFields = {{u"secret"_s, u"sk-123"_s}};
        QCOMPARE(journalJson(token), without);
    }

    void aPatchHasItsFieldsAndNoOthers_data()
    {
        QTest::addColumn<TokenPatch>("patch");
        QTest::addColumn<QString>("json");
        const auto patch = [](const std::function<void(TokenPatch &)> &change) {
            TokenPatch changed;
            change(changed);
            return changed;
        };
        QTest::newRow("empty") << TokenPatch() << u"{}"_s;
        QTest::newRow("balance") << patch([](TokenPatch &p) { p.balance = balance(u"-0.5"); })
                                 << u"{\"balance\":-0.5}"_s;
        QTest::newRow("never") << patch([](TokenPatch &p) { p.expiry = Expiry::never(); })
                               << u"{\"expire_time\":null}"_s;
        QTest::newRow("expiry") << patch([](TokenPatch &p) {
            p.expiry = expiry(u"2027-01-01T00:00:00.000001Z"_s);
        }) << u"{\"expire_time\":\"2027-01-01T00:00:00.000001Z\"}"_s;
        QTest::newRow("active balance") << patch([](TokenPatch &p) { p.activeBalance = true; })
                                        << u"{\"active_balance\":true}"_s;
        QTest::newRow("reset") << patch([](TokenPatch &p) {
            p.resetPeriod = ResetPeriod::Daily;
            p.resetAmount = balance(u"5");
        }) << u"{\"balance_reset_amount\":5,\"balance_reset_period\":\"daily\"}"_s;
        QTest::newRow("no reset amount")
            << patch([](TokenPatch &p) { p.resetAmount = MaybeBalance(); })
            << u"{\"balance_reset_amount\":null}"_s;
    }
    void aPatchHasItsFieldsAndNoOthers()
    {
        QFETCH(TokenPatch, patch);
        QFETCH(QString, json);
        QCOMPARE(journalJson(patch), json);
        QVERIFY(patchFromJournal(json) == patch);
    }

    void whatIsNoObjectIsNothing_data()
    {
        QTest::addColumn<QString>("json");
        for (const QString &json : {u""_s, u"nonsense"_s, u"[]"_s, u"null"_s, u"{\"name\":"_s}) {
            QTest::newRow(qPrintable(json)) << json;
        }
    }
    void whatIsNoObjectIsNothing()
    {
        QFETCH(QString, json);
        QVERIFY(!tokenFromJournal(json));
        QVERIFY(!patchFromJournal(json));
    }

    void aFieldThatCannotBeReadIsLeftOut_data()
    {
        QTest::addColumn<QString>("field");
        for (const QString &field :
             {u"\"balance\":\"x\""_s, u"\"balance\":100000"_s, u"\"balance\":1e300"_s,
              u"\"expire_time\":\"tomorrow\""_s, u"\"expire_time\":5"_s,
              u"\"active_balance\":\"yes\""_s, u"\"balance_reset_period\":\"hourly\""_s,
              u"\"balance_reset_amount\":[]"_s, u"\"token\":\"sk-123\""_s}) {
            QTest::newRow(qPrintable(field)) << field;
        }
    }
    void aFieldThatCannotBeReadIsLeftOut()
    {
        QFETCH(QString, field);
        const QString json = u"{%1,"_s.arg(field) + NamedJson;
        QVERIFY(tokenFromJournal(json) == namedToken());
        QVERIFY(patchFromJournal(json) == TokenPatch());
    }
};

QTEST_APPLESS_MAIN(TestJournalJson)
#include "tst_journaljson.moc"
