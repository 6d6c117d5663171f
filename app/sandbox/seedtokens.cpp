// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seedtokens.h"

#include <array>

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

constexpr qsizetype LongestName = 200;

Balance credits(QStringView text)
{
    return *Balance::fromText(text);
}

Expiry at(const QString &text)
{
    return *Expiry::fromIso8601(text);
}

StoredToken production(const QString &name, MaybeBalance balance, DecimalForm form)
{
    StoredToken token;
    token.name = name;
    token.type = u"api_token"_s;
    token.balance = balance;
    token.form = form;
    token.activeBalance = true;
    return token;
}

//! The fields that newer replies have beside the contract's.
void addNewerFields(StoredToken &token, const QString &label, const QString &last4)
{
    token.others = {{u"label"_s, label},         {u"masked"_s, u"sk-...%1"_s.arg(last4)},
                    {u"key_prefix"_s, u"sk-"_s}, {u"last4"_s, last4},
                    {u"revoked"_s, false},       {u"legacy"_s, false},
                    {u"synthesized"_s, false}};
    if (!token.resetPeriod) {
        token.resetPeriod = u"none"_s;
    }
}

QList<StoredToken> usualTokens()
{
    auto chatbot = production(u"marketing-chatbot"_s, credits(u"87.45"), DecimalForm::Text);
    chatbot.expiry = at(u"2035-06-30T21:59:59.123456Z"_s);
    auto team = production(u"équipe données % ?#&+"_s, credits(u"12.5"), DecimalForm::Number);
    team.expiry = at(u"2034-12-31T22:59:59.000001Z"_s);
    auto batch = production(u"batch-translation"_s, std::nullopt, DecimalForm::Number);
    batch.activeBalance = false;
    auto demo = production(u"demo-sandbox"_s, credits(u"5"), DecimalForm::Text);
    demo.type = u"sandbox_api_token"_s;
    demo.activeBalance = false;
    return {chatbot, team, batch, demo};
}

QList<StoredToken> stoppedTokens()
{
    auto exhausted = production(u"ocr-invoices"_s, Balance(), DecimalForm::Text);
    exhausted.expiry = at(u"2033-03-31T21:59:59.654321Z"_s);
    auto expired = production(u"intern-2023"_s, credits(u"40.25"), DecimalForm::Number);
    expired.expiry = at(u"2024-01-31T22:59:59.999999Z"_s);
    return {exhausted, expired};
}

QList<StoredToken> oddTokens()
{
    auto monthly = production(u"newsletter-monthly"_s, credits(u"18.75"), DecimalForm::Number);
    monthly.resetPeriod = u"monthly"_s;
    monthly.resetAmount = credits(u"25");
    const QString name = u"long-name-"_s.repeated(LongestName / 10);
    auto longName = production(name, credits(u"3.141592654"), DecimalForm::Text);
    auto legacy = production(u"legacy-crm"_s, credits(u"640"), DecimalForm::Number);
    legacy.others = {{u"token"_s, u"sk-sandbox-not-a-real-key-0f1e2d3c4b5a69788796a5b4c3d2e1f0"_s}};
    auto overdrawn = production(u"voice-assistant"_s, credits(u"-3.75"), DecimalForm::Text);
    auto largest = production(u"load-tests"_s, Balance::highest(), DecimalForm::Number);
    largest.activeBalance = false;
    auto weekly = production(u"support-copilot"_s, credits(u"33.333333333"), DecimalForm::Text);
    weekly.resetPeriod = u"weekly"_s;
    weekly.resetAmount = credits(u"40.5");
    addNewerFields(weekly, u"Support copilot"_s, u"x7Qa"_s);
    return {monthly, longName, legacy, overdrawn, largest, weekly};
}

//! The index makes it unique, and all its values follow from the index.
StoredToken madeUp(int index)
{
    static constexpr std::array Teams{"sales"_L1,   "legal"_L1,    "finance"_L1,  "hr"_L1,
                                      "product"_L1, "research"_L1, "helpdesk"_L1, "logistics"_L1};
    static constexpr std::array Jobs{"summaries"_L1, "ocr"_L1,        "translation"_L1,
                                     "chat"_L1,      "moderation"_L1, "transcripts"_L1,
                                     "search"_L1,    "image-tags"_L1, "keywords"_L1};
    const auto number = static_cast<std::size_t>(index);
    const QString name =
        u"%1-%2-%3"_s.arg(Teams.at(number % Teams.size()), Jobs.at(number % Jobs.size()),
                          QString::number(index).rightJustified(4, u'0'));
    const qint64 nanos = (qint64(index) * 7'919'250'000) % (500 * Balance::NanosPerCredit);
    const auto form = index % 2 == 0 ? DecimalForm::Text : DecimalForm::Number;
    auto token = production(name, *Balance::fromNanos(nanos), form);
    token.activeBalance = index % 5 != 0;
    if (index % 3 != 0) {
        const qint64 day = 24LL * 60 * 60 * 1'000'000;
        token.expiry = *Expiry::fromMicroseconds(at(u"2032-01-01T08:30:00.000500Z"_s).microseconds()
                                                 + (index % 1000) * day);
    }
    if (index % 4 == 0) {
        addNewerFields(token, name, QString::number(index, 36).rightJustified(4, u'z').right(4));
    }
    return token;
}

} // namespace

QList<StoredToken> seedTokens(int count)
{
    QList<StoredToken> tokens = usualTokens() + stoppedTokens() + oddTokens();
    tokens.resize(qMin<qsizetype>(tokens.size(), count));
    tokens.reserve(count);
    for (int index = static_cast<int>(tokens.size()); index < count; ++index) {
        tokens.append(madeUp(index + 1));
    }
    return tokens;
}

} // namespace purser::sandbox
