// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/expiry.h"
#include "domain/reset.h"

#include <QList>
#include <QString>

#include <optional>

namespace purser {

//! What the service says a token is for. Source: the contract's token_type.
enum class TokenType {
    Production, //!< "api_token"
    Sandbox, //!< "sandbox_api_token"
    Unknown, //!< anything else: shown as it came
};

//! A field of the reply that Purser has no use for but shows.
struct OtherField {
    QString name;
    QString value; //!< a string as it is, anything else as compact JSON

    friend bool operator==(const OtherField &, const OtherField &) = default;
};

//! A token as the service states it. A field that the reply does not have is nullopt:
//! not stated, which is neither null nor a default. The secret key is never part of it.
struct Token {
    QString name;
    TokenType type = TokenType::Unknown;
    QString typeText; //!< token_type as it came
    std::optional<MaybeBalance> balance; //!< stated and null: the token has none
    std::optional<Expiry> expiry;
    std::optional<bool> activeBalance; //!< whether the balance is enforced
    std::optional<ResetPeriod> resetPeriod; //!< a period of no known kind is among otherFields
    std::optional<MaybeBalance> resetAmount; //!< what each reset sets the balance to
    QList<OtherField> otherFields; //!< sorted by name

    friend bool operator==(const Token &, const Token &) = default;
};

//! Reads token_type.
TokenType tokenTypeFromText(const QString &text);

//! Why a token does not work at a given time. What is not stated stops nothing.
struct Stopped {
    bool byBalance = false; //!< the balance is enforced and 0 or less
    bool byExpiry = false; //!< the expiry has passed

    explicit operator bool() const { return byBalance || byExpiry; }
};
Stopped stopped(const Token &token, const QDateTime &now);

} // namespace purser
