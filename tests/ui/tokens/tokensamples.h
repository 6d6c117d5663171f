// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"

namespace purser {

//! What a row of the list has, in few words. balance: empty for not stated, "none" for none.
//! expiry: empty for not stated, "never", or ISO 8601.
inline Token tokenWith(const QString &name, const QString &balance, const QString &expiry,
                       TokenType type = TokenType::Production)
{
    using namespace Qt::StringLiterals;
    Token token;
    token.name = name;
    token.type = type;
    token.typeText = type == TokenType::Production ? u"api_token"_s : u"sandbox_api_token"_s;
    token.activeBalance = true;
    if (!balance.isEmpty()) {
        token.balance = balance == u"none"_s ? MaybeBalance() : *Balance::fromText(balance);
    }
    if (!expiry.isEmpty()) {
        token.expiry = expiry == u"never"_s ? Expiry::never() : *Expiry::fromIso8601(expiry);
    }
    return token;
}

//! A short list in no order.
inline QList<Token> sampleTokens()
{
    using namespace Qt::StringLiterals;
    return {tokenWith(u"job-10"_s, u"9.5"_s, u"2030-05-01T00:00:00Z"_s),
            tokenWith(u"\u00e9tude"_s, u"none"_s, u"never"_s, TokenType::Sandbox),
            tokenWith(u"job-9"_s, u"100"_s, u"2029-05-01T00:00:00Z"_s),
            tokenWith(u"Fabrik"_s, QString(), QString()),
            tokenWith(u"alpha"_s, u"-2"_s, u"2031-05-01T00:00:00Z"_s, TokenType::Sandbox)};
}

//! token-0 and so on, with balances and expiries of all kinds.
inline QList<Token> manyTokens(int count)
{
    using namespace Qt::StringLiterals;
    QList<Token> tokens;
    tokens.reserve(count);
    for (int i = 0; i < count; ++i) {
        Token token = tokenWith(u"token-%1"_s.arg((i * 7919LL) % count), QString(), u"never"_s);
        token.balance = *Balance::fromNanos((i * 104'729LL) % count * Balance::NanosPerCredit / 7);
        if (i % 3 != 0) {
            token.expiry = *Expiry::fromMicroseconds(1'900'000'000'000'000LL + i * 1'000'000LL);
        }
        tokens.append(token);
    }
    return tokens;
}

} // namespace purser
