// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/changerequest.h"

#include <QList>

namespace purser {

//! Why an amount can't be added or deducted.
enum class AmountProblem {
    NoBalance, //!< the token has none
    NotStated, //!< the service does not state it
    TooLarge, //!< the sum is 100000 or more
    TooSmall, //!< the sum is -100000 or less
};

//! Whether a fall of the balance since it was shown lets "Set to" go on. It does after the user
//! was told once that it moved: a busy token goes on spending.
enum class Fall { Stops, Tolerated };

//! What a request comes to on a token as it is now.
struct ChangePlan {
    TokenPatch patch; //!< what is to be sent; empty: the token already is so
    QList<Field> moved; //!< fields of the patch that are not what was shown; amounts don't count
    bool amountBaseMoved = false; //!< to say: the balance moved, by more than is tolerated
    std::optional<AmountProblem> amountProblem;
};

//! Works a request out. shown: the token as the user last saw it; nothing if they saw none.
//! fresh: as read just now.
ChangePlan planChange(const ChangeRequest &request, const std::optional<Token> &shown,
                      const Token &fresh, Fall fall = Fall::Stops);

//! The sum that an edit makes of a balance, held to the open interval.
Expected<Balance, AmountProblem> balanceAfter(const BalanceEdit &edit,
                                              const std::optional<MaybeBalance> &balance);

//! How far a balance may fall and still count as the same: the larger of 10 % and 1 credit.
//! In 10^-9 credits.
qint64 toleranceOf(Balance balance);

} // namespace purser
