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

} // namespace purser
