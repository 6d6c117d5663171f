// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/changeplan.h"

#include <algorithm>

namespace purser {

namespace {

//! shown minus fresh in 10^-9 credits, where both are balances.
std::optional<qint64> fallOf(const Token &shown, const Token &fresh)
{
    const MaybeBalance was = shown.balance.value_or(MaybeBalance());
    const MaybeBalance is = fresh.balance.value_or(MaybeBalance());
    return was && is ? std::optional(was->nanos() - is->nanos()) : std::nullopt;
}

bool hasMoved(Field field, const Token &shown, const Token &fresh, Fall fall)
{
    if (isSameField(field, shown, fresh) || !states(field, fresh)) {
        return false; // what is not stated any more can't be compared
    }
    if (field != Field::Balance || fall == Fall::Stops) {
        return true;
    }
    const auto fallen = fallOf(shown, fresh);
    return !fallen || *fallen < 0 || *fallen > toleranceOf(**shown.balance);
}

//! By more than a busy token spends meanwhile; nothing that is spent makes it rise.
bool amountBaseHasMoved(const Token &shown, const Token &fresh)
{
    const auto fallen = fallOf(shown, fresh);
    return fallen && (*fallen < 0 || *fallen > toleranceOf(**shown.balance));
}

} // namespace

qint64 toleranceOf(Balance balance)
{
    return std::max(qAbs(balance.nanos()) / 10, Balance::NanosPerCredit);
}

Expected<Balance, AmountProblem> balanceAfter(const BalanceEdit &edit,
                                              const std::optional<MaybeBalance> &balance)
{
    if (edit.mode == BalanceMode::SetTo) {
        return edit.amount;
    }
    if (!balance) {
        return Unexpected{AmountProblem::NotStated};
    }
    if (!*balance) {
        return Unexpected{AmountProblem::NoBalance};
    }
    const auto sum = edit.mode == BalanceMode::Add ? (*balance)->plus(edit.amount)
                                                   : (*balance)->minus(edit.amount);
    if (!sum) {
        return Unexpected{sum.error() == BalanceProblem::TooLarge ? AmountProblem::TooLarge
                                                                  : AmountProblem::TooSmall};
    }
    return *sum;
}

ChangePlan planChange(const ChangeRequest &request, const std::optional<Token> &shown,
                      const Token &fresh, Fall fall)
{
    ChangePlan plan;
    TokenPatch wanted = patchWithoutBalance(request);
    bool isAmount = false;
    if (request.balance) {
        isAmount = request.balance->mode != BalanceMode::SetTo;
        const auto balance = balanceAfter(*request.balance, fresh.balance);
        if (!balance) {
            plan.amountProblem = balance.error();
        } else {
            wanted.balance = *balance;
        }
    }
    plan.patch = wanted.changing(fresh);
    if (shown) {
        for (const Field field : AllFields) {
            const bool counts = plan.patch.has(field) && !(field == Field::Balance && isAmount);
            if (counts && hasMoved(field, *shown, fresh, fall)) {
                plan.moved.append(field);
            }
        }
        plan.amountBaseMoved = isAmount && amountBaseHasMoved(*shown, fresh);
    }
    return plan;
}

} // namespace purser
