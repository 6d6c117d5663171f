// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tokenpatch.h"

#include <algorithm>
#include <array>

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

std::array<FieldMatch, 3> matchesOf(const TokenPatch &patch, const Token &reply)
{
    return {patch.balanceMatch(reply), patch.expiryMatch(reply), patch.activeBalanceMatch(reply)};
}

} // namespace

TokenPatch TokenPatch::changing(const Token &token) const
{
    TokenPatch left = *this;
    if (balanceMatch(token) == FieldMatch::Holds) {
        left.balance.reset();
    }
    if (expiryMatch(token) == FieldMatch::Holds) {
        left.expiry.reset();
    }
    if (activeBalanceMatch(token) == FieldMatch::Holds) {
        left.activeBalance.reset();
    }
    return left;
}

FieldMatch TokenPatch::balanceMatch(const Token &reply) const
{
    return matchOf(balance, reply.balance);
}

FieldMatch TokenPatch::expiryMatch(const Token &reply) const
{
    return matchOf(expiry, reply.expiry);
}

FieldMatch TokenPatch::activeBalanceMatch(const Token &reply) const
{
    return matchOf(activeBalance, reply.activeBalance);
}

bool TokenPatch::isHeldBy(const Token &reply) const
{
    const auto matches = matchesOf(*this, reply);
    return std::all_of(matches.begin(), matches.end(), [](FieldMatch match) {
        return match == FieldMatch::NotAsked || match == FieldMatch::Holds;
    });
}

bool TokenPatch::isContradictedBy(const Token &reply) const
{
    const auto matches = matchesOf(*this, reply);
    return std::any_of(matches.begin(), matches.end(),
                       [](FieldMatch match) { return match == FieldMatch::Differs; });
}

} // namespace purser
