// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/undoplan.h"

#include <algorithm>

namespace purser {

namespace {

bool resetSince(const ChangeRecord &record, const Token &token, const QDateTime &now)
{
    for (const Token *one : {&record.before, &record.expected, &token}) {
        const auto period = one->resetPeriod.value_or(ResetPeriod::None);
        // A clock that was set back in between hides no reset.
        if (resetFallsBetween(period, std::min(record.createdAt, now),
                              std::max(record.createdAt, now))) {
            return true;
        }
    }
    return false;
}

//! What the change made of the token: where the service answered something else than was asked,
//! that is what it did.
Token tokenSet(const ChangeRecord &record)
{
    Token set = record.expected;
    if (record.outcome != Outcome::AppliedDifferently || !record.after) {
        return set;
    }
    visitFields([&](Field field, auto inToken, auto /*inPatch*/) {
        if (record.patch.has(field) && (*record.after).*inToken) {
            set.*inToken = (*record.after).*inToken;
        }
    });
    return set;
}

Expected<BalanceEdit, UndoObstacle> balanceUndo(const ChangeRecord &record, const MaybeBalance &set,
                                                const Token &token, const QDateTime &now)
{
    if (!record.before.balance) {
        return Unexpected{UndoObstacle::NotStatedBefore};
    }
    if (!*record.before.balance) {
        return Unexpected{UndoObstacle::NoneBefore};
    }
    if (resetSince(record, token, now)) {
        return Unexpected{UndoObstacle::ResetSince};
    }
    const MaybeBalance is = token.balance.value_or(MaybeBalance());
    if (!is || !set) {
        return Unexpected{UndoObstacle::NoBalanceNow};
    }
    // Both are below 10^14 in size: no overflow.
    const qint64 difference = set->nanos() - (*record.before.balance)->nanos();
    const auto result = Balance::fromNanos(is->nanos() - difference);
    if (!result) {
        return Unexpected{UndoObstacle::LeavesInterval};
    }
    const auto amount = Balance::fromNanos(qAbs(difference));
    if (!amount) {
        return BalanceEdit{BalanceMode::SetTo, *result}; // too far for one amount
    }
    return BalanceEdit{difference > 0 ? BalanceMode::Deduct : BalanceMode::Add, *amount};
}

//! Takes a field back if it still holds what the change made of it.
template <typename Value, typename Wanted>
void takeBack(UndoPlan &plan, Field field, const std::optional<Value> &before,
              const std::optional<Value> &set, const std::optional<Value> &is,
              std::optional<Wanted> &wanted)
{
    if (before == set) {
        return; // it was not changed after all
    }
    if (is != set) {
        if (is != before) {
            plan.notes.append({field, UndoObstacle::ChangedSince});
        }
        return;
    }
    if (!before) {
        plan.notes.append({field, UndoObstacle::NotStatedBefore});
        return;
    }
    wanted = before;
}

} // namespace

UndoPlan planUndo(const ChangeRecord &record, const Token &token, const QDateTime &now)
{
    UndoPlan plan;
    plan.request.undoes = record.id;
    const Token &before = record.before;
    const Token set = tokenSet(record);
    if (record.patch.balance && set.balance != before.balance) {
        const auto edit = balanceUndo(record, set.balance.value_or(MaybeBalance()), token, now);
        if (edit) {
            plan.request.balance = *edit;
        } else {
            plan.notes.append({Field::Balance, edit.error()});
        }
    }
    visitPlainRequest([&](Field field, auto inRequest, auto inToken, auto /*inPatch*/) {
        takeBack(plan, field, before.*inToken, set.*inToken, token.*inToken,
                 plan.request.*inRequest);
    });
    // What a reset period brought along is taken back with it, and stays if it stays.
    if (!plan.request.resetPeriod && token.resetPeriod != before.resetPeriod) {
        if (!record.patch.activeBalance) {
            plan.request.activeBalance.reset();
        }
        if (!record.patch.resetAmount) {
            plan.request.resetAmount.reset();
        }
    }
    if (plan.request.resetPeriod == ResetPeriod::None) {
        plan.request.resetAmount.reset(); // none clears it by itself
    }
    return plan;
}

} // namespace purser
