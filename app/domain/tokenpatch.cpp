// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tokenpatch.h"

#include <algorithm>

namespace purser {

namespace {

template <typename Asked, typename Stated>
FieldMatch matchOf(const std::optional<Asked> &asked, const std::optional<Stated> &stated)
{
    if (!asked) {
        return FieldMatch::NotAsked;
    }
    if (!stated) {
        return FieldMatch::NotStated;
    }
    return *stated == *asked ? FieldMatch::Holds : FieldMatch::Differs;
}

} // namespace

bool TokenPatch::has(Field field) const
{
    return match(field, Token()) != FieldMatch::NotAsked;
}

void TokenPatch::drop(Field field)
{
    switch (field) {
    case Field::Balance:
        balance.reset();
        return;
    case Field::Expiry:
        expiry.reset();
        return;
    case Field::ActiveBalance:
        activeBalance.reset();
        return;
    case Field::ResetPeriod:
        resetPeriod.reset();
        return;
    case Field::ResetAmount:
        resetAmount.reset();
        return;
    }
}

TokenPatch TokenPatch::changing(const Token &token) const
{
    TokenPatch left = *this;
    for (const Field field : AllFields) {
        if (match(field, token) == FieldMatch::Holds) {
            left.drop(field);
        }
    }
    return left;
}

FieldMatch TokenPatch::match(Field field, const Token &reply) const
{
    switch (field) {
    case Field::Balance:
        return matchOf(balance, reply.balance);
    case Field::Expiry:
        return matchOf(expiry, reply.expiry);
    case Field::ActiveBalance:
        return matchOf(activeBalance, reply.activeBalance);
    case Field::ResetPeriod:
        return matchOf(resetPeriod, reply.resetPeriod);
    case Field::ResetAmount:
        return matchOf(resetAmount, reply.resetAmount);
    }
    return FieldMatch::NotAsked;
}

bool TokenPatch::isHeldBy(const Token &reply) const
{
    return std::all_of(AllFields.begin(), AllFields.end(), [&](Field field) {
        const FieldMatch found = match(field, reply);
        return found == FieldMatch::NotAsked || found == FieldMatch::Holds;
    });
}

bool TokenPatch::isContradictedBy(const Token &reply) const
{
    return std::any_of(AllFields.begin(), AllFields.end(),
                       [&](Field field) { return match(field, reply) == FieldMatch::Differs; });
}

Token TokenPatch::appliedTo(const Token &token) const
{
    Token after = token;
    if (balance) {
        after.balance = MaybeBalance(*balance);
    }
    if (expiry) {
        after.expiry = *expiry;
    }
    if (activeBalance) {
        after.activeBalance = *activeBalance;
    }
    if (resetAmount) {
        after.resetAmount = *resetAmount;
    }
    if (resetPeriod) {
        after.resetPeriod = *resetPeriod;
        if (*resetPeriod == ResetPeriod::None) {
            after.resetAmount = MaybeBalance();
        } else {
            after.activeBalance = true;
        }
    }
    return after;
}

bool isSameField(Field field, const Token &a, const Token &b)
{
    switch (field) {
    case Field::Balance:
        return a.balance == b.balance;
    case Field::Expiry:
        return a.expiry == b.expiry;
    case Field::ActiveBalance:
        return a.activeBalance == b.activeBalance;
    case Field::ResetPeriod:
        return a.resetPeriod == b.resetPeriod;
    case Field::ResetAmount:
        return a.resetAmount == b.resetAmount;
    }
    return true;
}

bool states(Field field, const Token &token)
{
    return !isSameField(field, token, Token());
}

} // namespace purser
