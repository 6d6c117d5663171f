// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tokenpatch.h"

#include <QDateTime>
#include <QString>

//! Tokens and changes of a few words, so that a row of a table fits on a line.
namespace purser::test {

using namespace Qt::StringLiterals;

inline Balance balanceOf(QStringView text)
{
    return *Balance::fromText(text);
}

inline Expiry expiryOf(const QString &text)
{
    return text == "never"_L1 ? Expiry::never() : *Expiry::fromIso8601(text);
}

inline QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toUTC();
}

//! What a token states. An empty text: nothing.
struct Stated {
    const char *balance = ""; //!< "50", "none"
    const char *expiry = ""; //!< "2027-03-14T15:09:26Z", "never"
    const char *active = ""; //!< "on", "off"
    const char *period = ""; //!< "none", "daily"
    const char *amount = ""; //!< "50", "none"
};

inline MaybeBalance maybeBalanceOf(const QString &text)
{
    return text == "none"_L1 ? MaybeBalance() : MaybeBalance(balanceOf(text));
}

inline Token tokenOf(const Stated &stated)
{
    const auto text = [](const char *value) { return QString::fromLatin1(value); };
    Token token;
    token.name = u"team"_s;
    token.type = TokenType::Production;
    token.typeText = u"api_token"_s;
    if (*stated.balance != '\0') {
        token.balance = maybeBalanceOf(text(stated.balance));
    }
    if (*stated.expiry != '\0') {
        token.expiry = expiryOf(text(stated.expiry));
    }
    if (*stated.active != '\0') {
        token.activeBalance = text(stated.active) == "on"_L1;
    }
    if (*stated.period != '\0') {
        token.resetPeriod = *resetPeriodFromText(text(stated.period));
    }
    if (*stated.amount != '\0') {
        token.resetAmount = maybeBalanceOf(text(stated.amount));
    }
    return token;
}

//! A change that asks for what is stated. The balance can't be "none".
inline TokenPatch patchOf(const Stated &stated)
{
    const Token token = tokenOf(stated);
    TokenPatch patch;
    if (token.balance) {
        patch.balance = **token.balance;
    }
    patch.expiry = token.expiry;
    patch.activeBalance = token.activeBalance;
    patch.resetPeriod = token.resetPeriod;
    patch.resetAmount = token.resetAmount;
    return patch;
}

} // namespace purser::test
