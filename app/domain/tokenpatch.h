// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "domain/token.h"

#include <QList>

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

//! Where each field stands in a token and in a patch: visit(field, member of Token, member of
//! TokenPatch), in the order of the table. Both members are optional; a patch's may be of a
//! narrower type, as a balance can't be asked to be none.
template <typename Visit>
constexpr void visitFields(Visit visit)
{
    visit(Field::Balance, &Token::balance, &TokenPatch::balance);
    visit(Field::Expiry, &Token::expiry, &TokenPatch::expiry);
    visit(Field::ActiveBalance, &Token::activeBalance, &TokenPatch::activeBalance);
    visit(Field::ResetPeriod, &Token::resetPeriod, &TokenPatch::resetPeriod);
    visit(Field::ResetAmount, &Token::resetAmount, &TokenPatch::resetAmount);
}

static_assert(
    [] {
        size_t count = 0;
        visitFields([&count](auto...) { ++count; });
        return count;
    }() == FieldTable.size(),
    "a field has no place");

//! The same for one field alone.
template <typename Visit>
constexpr void visitField(Field which, Visit visit)
{
    visitFields([which, &visit](Field field, auto inToken, auto inPatch) {
        if (field == which) {
            visit(inToken, inPatch);
        }
    });
}

//! The field as both tokens state it: equal, or neither states it.
bool isSameField(Field field, const Token &a, const Token &b);
//! The token as known after a reply that may leave fields out: what it does not state is as it
//! was known before.
Token mergedToken(const Token &known, const Token &reply);
//! Whether the token states the field.
bool states(Field field, const Token &token);

} // namespace purser
