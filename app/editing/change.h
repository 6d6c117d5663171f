// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/tokenservice.h"
#include "domain/consequence.h"
#include "editing/changeplan.h"
#include "editing/failure.h"
#include "journal/changerecord.h"

#include <QDateTime>

#include <optional>

namespace purser {

//! A change from its intent to what is known of its end.
struct Change {
    ChangeRecord record; //!< as the journal has it; id 0 where the journal is turned off
    std::optional<TokenReply> reply; //!< the reply that decided, or that came last
    std::optional<Failure> failure; //!< why there was no good reply
    //! UTC, the earliest and the latest it may have left; invalid where nothing was sent.
    QDateTime sentAfter;
    QDateTime sentBefore;
    //! No other change of the token was open when this one was sent: a balance that only one
    //! story explains may be taken as proof.
    bool sentAlone = true;
    std::optional<MaybeBalance> shownBalance; //!< Add, Deduct: it had moved from this, to say so
};

//! Why a submit ended before anything was sent. The edit stays, and no change was written down.
struct Stop {
    enum class Reason {
        AlreadySo, //!< the token already holds every wanted value
        Failed, //!< see failure
        Moved, //!< a field is not what was shown any more: see plan, shown and now
        Declined, //!< a danger was not agreed to: see dangers
        NoSum, //!< the amount can't be added or deducted: see plan.amountProblem
        Undecided, //!< another change of the token is: see undecided
    };
    Reason reason = Reason::AlreadySo;
    QString token;
    std::optional<Failure> failure;
    ChangePlan plan;
    Token shown;
    Token now; //!< as read, unless Failed
    QList<Consequence> dangers;
    std::optional<ChangeRecord> undecided;
};

} // namespace purser
