// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/token.h"

using namespace Qt::StringLiterals;

namespace purser {

TokenType tokenTypeFromText(const QString &text)
{
    if (text == "api_token"_L1) {
        return TokenType::Production;
    }
    if (text == "sandbox_api_token"_L1) {
        return TokenType::Sandbox;
    }
    return TokenType::Unknown;
}

Stopped stopped(const Token &token, const QDateTime &now)
{
    const MaybeBalance balance = token.balance.value_or(MaybeBalance());
    Stopped result;
    result.byBalance = token.activeBalance.value_or(false) && balance && *balance <= Balance();
    result.byExpiry = token.expiry && !token.expiry->isNever()
        && token.expiry->microseconds() <= now.toMSecsSinceEpoch() * 1000;
    return result;
}

} // namespace purser
