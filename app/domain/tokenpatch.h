// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"

#include <QList>

#include <array>
#include <optional>

namespace purser {

//! The fields of a token that a change can have.
enum class Field { Balance, Expiry, ActiveBalance, ResetPeriod, ResetAmount };

inline constexpr std::array AllFields{Field::Balance, Field::Expiry, Field::ActiveBalance,
                                      Field::ResetPeriod, Field::ResetAmount};

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
    std::optional<ResetPeriod> resetPeriod; //!< None clears the amount too
    std::optional<MaybeBalance> resetAmount;

    [[nodiscard]] bool isEmpty() const { return *this == TokenPatch(); }
    [[nodiscard]] bool has(Field field) const;
    void drop(Field field);

    //! This patch without the fields that already hold the wanted value in the token.
    //! A field that the token does not state is kept.
    [[nodiscard]] TokenPatch changing(const Token &token) const;

    [[nodiscard]] FieldMatch match(Field field, const Token &reply) const;

    //! Whether the reply states the asked value of every asked field.
    [[nodiscard]] bool isHeldBy(const Token &reply) const;
    //! Whether the reply states another value for an asked field.
    [[nodiscard]] bool isContradictedBy(const Token &reply) const;

    //! The token as this patch makes it. A reset period enforces the balance; None clears the
    //! reset amount (rules of the service).
    [[nodiscard]] Token appliedTo(const Token &token) const;

    friend bool operator==(const TokenPatch &, const TokenPatch &) = default;
};

//! The field as both tokens state it: equal, or neither states it.
bool isSameField(Field field, const Token &a, const Token &b);
//! Whether the token states the field.
bool states(Field field, const Token &token);

} // namespace purser
