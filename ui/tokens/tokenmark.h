// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"
#include "kit/appearance.h"

namespace purser {

//! What deserves attention in a row of the token list.
struct TokenMark {
    Tone tone = Tone::Warning;
    QString words; //!< one whole sentence
};

//! The token is stopped by its balance.
std::optional<TokenMark> balanceMark(const Token &token, const QDateTime &now);
//! The token has expired, or does within 7 days.
std::optional<TokenMark> expiryMark(const Token &token, const QDateTime &now);

} // namespace purser
