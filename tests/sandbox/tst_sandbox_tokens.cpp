// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser::test;

//! The tokens that purser-sandbox starts with, and how reading spends them.
class TestSandboxTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listIsABareArrayOfTheDocumentedTokens();
    void seedHoldsBothFormsOfABalance();
    void readGivesTheSameItemAsTheList();
    void spendLowersABalanceAfterEachRead();
    void spendStopsAtTheLowestBalance();

private:
    RunningSandbox m_sandbox; //!< for what changes nothing
};

namespace {

QString chatbot()
{
    return u"marketing-chatbot"_s;
}

QString odd()
{
    return u"équipe données % ?#&+"_s;
}

QJsonObject itemNamed(const QJsonArray &items, const QString &name)
{
    for (const auto &item : items) {
        if (item.toObject().value(u"name"_s) == name) {
            return item.toObject();
        }
    }
    return {};
}

} // namespace

void TestSandboxTokens::listIsABareArrayOfTheDocumentedTokens()
{
    const WireReply reply = m_sandbox.call({});

    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-type"), "application/json");
    QStringList names;
    const auto items = reply.array();
    for (const auto &item : items) {
        const QJsonObject token = item.toObject();
        names.append(token.value(u"name"_s).toString());
        for (const QString &key :
             {u"token_type"_s, u"balance"_s, u"active_balance"_s, u"expire_time"_s}) {
            QVERIFY2(token.contains(key), qPrintable(names.constLast()));
        }
    }
    QCOMPARE(names,
             QStringList({chatbot(), odd(), u"batch-translation"_s, u"demo-sandbox"_s,
                          u"ocr-invoices"_s, u"intern-2023"_s, u"newsletter-monthly"_s,
                          u"long-name-"_s.repeated(20), u"legacy-crm"_s, u"voice-assistant"_s,
                          u"load-tests"_s, u"support-copilot"_s}));
}

void TestSandboxTokens::seedHoldsBothFormsOfABalance()
{
    const auto items = m_sandbox.call({}).array();
    const auto field = [&items](const QString &name, const QString &key) {
        return itemNamed(items, name).value(key);
    };
    const QString balance = u"balance"_s;

    QCOMPARE(field(chatbot(), balance), QJsonValue(u"87.450000000"_s));
    QCOMPARE(field(odd(), balance), QJsonValue(12.5));
    QCOMPARE(field(u"batch-translation"_s, balance), QJsonValue(QJsonValue::Null));
    QCOMPARE(field(u"ocr-invoices"_s, balance), QJsonValue(u"0.000000000"_s));
    QCOMPARE(field(u"voice-assistant"_s, balance), QJsonValue(u"-3.750000000"_s));
    QCOMPARE(field(u"load-tests"_s, balance), QJsonValue(99999.999999999));
    QCOMPARE(field(u"demo-sandbox"_s, u"token_type"_s), QJsonValue(u"sandbox_api_token"_s));
    QCOMPARE(field(chatbot(), u"token_type"_s), QJsonValue(u"api_token"_s));
    QCOMPARE(field(chatbot(), u"expire_time"_s), QJsonValue(u"2035-06-30T21:59:59.123456Z"_s));
    QCOMPARE(field(u"batch-translation"_s, u"expire_time"_s), QJsonValue(QJsonValue::Null));
    QVERIFY(field(u"intern-2023"_s, u"expire_time"_s).toString() < u"2025"_s);
    QCOMPARE(field(u"newsletter-monthly"_s, u"balance_reset_period"_s), QJsonValue(u"monthly"_s));
    QCOMPARE(field(u"newsletter-monthly"_s, u"balance_reset_amount"_s), QJsonValue(25));
    QVERIFY(!itemNamed(items, chatbot()).contains(u"balance_reset_period"_s));
    QVERIFY(
        field(u"legacy-crm"_s, u"token"_s).toString().startsWith(u"sk-sandbox-not-a-real-key-"_s));
    QCOMPARE(field(u"support-copilot"_s, u"last4"_s), QJsonValue(u"x7Qa"_s));
}

void TestSandboxTokens::readGivesTheSameItemAsTheList()
{
    const auto items = m_sandbox.call({}).array();
    for (const auto &item : items) {
        const QString name = item.toObject().value(u"name"_s).toString();
        const WireReply reply = m_sandbox.call(get(name));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object(), item.toObject());
    }
}

void TestSandboxTokens::spendLowersABalanceAfterEachRead()
{
    const RunningSandbox sandbox({u"--spend"_s, u"0.1"_s});
    const auto balance = [](const WireReply &reply) {
        return reply.object().value(u"balance"_s).toString();
    };

    QCOMPARE(balance(sandbox.call(get(chatbot()))), u"87.450000000"_s);
    QCOMPARE(balance(sandbox.call(get(chatbot()))), u"87.350000000"_s);
    const auto items = sandbox.call({}).array();
    QCOMPARE(itemNamed(items, chatbot()).value(u"balance"_s), QJsonValue(u"87.250000000"_s));
    QCOMPARE(balance(sandbox.call(patch(chatbot(), "{}"))), u"87.150000000"_s);
    // A change is no read: it says what it stored, and costs nothing.
    QCOMPARE(balance(sandbox.call(patch(chatbot(), R"({"balance":3})"))), u"3.000000000"_s);
    QCOMPARE(balance(sandbox.call(get(chatbot()))), u"3.000000000"_s);
    QCOMPARE(balance(sandbox.call(get(chatbot()))), u"2.900000000"_s);
    // Each token is spent by its own reads: one list so far.
    QCOMPARE(sandbox.call(get(odd())).object().value(u"balance"_s), QJsonValue(12.4));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(sandbox.call(get(u"batch-translation"_s)).object().value(u"balance"_s),
                 QJsonValue(QJsonValue::Null));
    }
}

void TestSandboxTokens::spendStopsAtTheLowestBalance()
{
    const RunningSandbox sandbox({u"--spend"_s, u"99999"_s});
    const auto balance = [&sandbox] {
        return sandbox.call(get(odd())).object().value(u"balance"_s).toDouble();
    };

    QCOMPARE(balance(), 12.5);
    QCOMPARE(balance(), -99986.5);
    QCOMPARE(balance(), -99999.999999999);
    QCOMPARE(balance(), -99999.999999999);
}

QTEST_GUILESS_MAIN(TestSandboxTokens)
#include "tst_sandbox_tokens.moc"
