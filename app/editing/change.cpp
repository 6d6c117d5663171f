// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/change.h"

namespace purser {

namespace {

//! What the token would have to hold, field by field, for the change not to have happened.
TokenPatch oldValues(const Change &change)
{
    TokenPatch old;
    if (change.asked.balance && change.before.balance) {
        old.balance = *change.before.balance;
    }
    if (change.asked.expiry) {
        old.expiry = change.before.expiry;
    }
    if (change.asked.activeBalance) {
        old.activeBalance = change.before.activeBalance;
    }
    return old;
}

bool everyAskedFieldWasKnown(const Change &change, const TokenPatch &old)
{
    return change.asked.balance.has_value() == old.balance.has_value()
        && change.asked.expiry.has_value() == old.expiry.has_value()
        && change.asked.activeBalance.has_value() == old.activeBalance.has_value();
}

} // namespace

Outcome outcomeOfReply(const TokenPatch &asked, const Token &reply)
{
    if (asked.isHeldBy(reply)) {
        return Outcome::Applied;
    }
    return asked.isContradictedBy(reply) ? Outcome::AppliedDifferently
                                         : Outcome::AppliedUnconfirmed;
}

Outcome outcomeOfRead(const Change &change, const Token &read, const QDateTime &now)
{
    if (change.asked.isHeldBy(read)) {
        return Outcome::Applied;
    }
    const TokenPatch old = oldValues(change);
    const bool unchanged = everyAskedFieldWasKnown(change, old) && old.isHeldBy(read);
    const bool longEnough =
        change.sentAt.isValid() && change.sentAt.addSecs(NotSeenYetPeriod.count()) <= now;
    return unchanged && longEnough ? Outcome::NotApplied : Outcome::Unknown;
}

Token mergedToken(const Token &known, const Token &reply)
{
    Token merged = reply;
    if (!merged.balance) {
        merged.balance = known.balance;
    }
    if (!merged.expiry) {
        merged.expiry = known.expiry;
    }
    if (!merged.activeBalance) {
        merged.activeBalance = known.activeBalance;
    }
    return merged;
}

} // namespace purser
