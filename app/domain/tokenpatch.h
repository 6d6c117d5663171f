// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"

#include <optional>

namespace purser {

//! How a reply's field compares with what was asked.
enum class FieldMatch {
    NotAsked, //!< the patch does not have the field
    Holds, //!< the reply states the asked value
    Differs, //!< the reply states another value
    NotStated, //!< the reply does not have the field
};

//! The fields of a change: those that are to get a value, and no other.
struct TokenPatch {
    std::optional<Balance> balance;
    std::optional<Expiry> expiry; //!< Expiry::never() clears it
    std::optional<bool> activeBalance;

    [[nodiscard]] bool isEmpty() const { return !balance && !expiry && !activeBalance; }

    //! This patch without the fields that already hold the wanted value in the token.
    //! A field that the token does not state is kept.
    [[nodiscard]] TokenPatch changing(const Token &token) const;

    [[nodiscard]] FieldMatch balanceMatch(const Token &reply) const;
    [[nodiscard]] FieldMatch expiryMatch(const Token &reply) const;
    [[nodiscard]] FieldMatch activeBalanceMatch(const Token &reply) const;

    //! Whether the reply states the asked value of every asked field.
    [[nodiscard]] bool isHeldBy(const Token &reply) const;
    //! Whether the reply states another value for an asked field.
    [[nodiscard]] bool isContradictedBy(const Token &reply) const;

    friend bool operator==(const TokenPatch &, const TokenPatch &) = default;
};

} // namespace purser
