// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/tokenservice.h"
#include "credentials/keyholder.h"
#include "editing/failure.h"
#include "editing/outlook.h"
#include "journal/changerecord.h"
#include "system/moment.h"

#include <QDateTime>

#include <optional>

namespace purser {

//! A change from its intent to what is known of its end.
struct Change {
    ChangeRecord record; //!< as the journal has it; id 0 where the journal is turned off
    std::optional<TokenReply> reply; //!< the reply that decided, or that came last
    Moment repliedAt; //!< when it was asked for what reply is from
    std::optional<Failure> failure; //!< why there was no good reply
    //! The earliest that it may have left; invalid where nothing was sent. That of a run that is
    //! gone counts by the wall clock alone, unless hasClocks.
    Moment sentAfter;
    bool hasClocks = true;
    //! This run's: the connection was given up, or this run took the change over, so that nothing
    //! leaves any more. What is read tells something if it was asked for after that.
    Moment overAt;
    //! Of a run that is gone: how long after sentAfter it may have left at the latest.
    std::chrono::milliseconds mayHaveWaited{0};
    //! The first read of this run that showed the old values was asked for then.
    std::optional<Moment> oldSince;
    //! No other change of the token may have reached the service since the read that this one
    //! rests on: old values, and a balance that only one story explains, may be taken as proof.
    bool sentAlone = true;
    QList<Field> contested; //!< fields that another change may have set
    std::optional<KeyHolder> holder; //!< this run's: whose JWT it was sent with
    std::optional<MaybeBalance> shownBalance; //!< Add, Deduct: it had moved from this, to say so
};

//! Why a submit ended before anything was sent. The edit stays, and no change was written down.
struct Stop {
    enum class Reason {
        AlreadySo, //!< the token already holds every wanted value
        Failed, //!< see failure
        Moved, //!< a field is not what was shown any more: see outlook, shown and now
        Declined, //!< a danger was not agreed to: see outlook
        NoSum, //!< the amount can't be added or deducted: see outlook.plan.amountProblem
        Undecided, //!< another change of the token is: see undecided
        NoReason, //!< the account wants one for each change
        Busy, //!< other programs changed the token each time that it had been read
    };
    Reason reason = Reason::AlreadySo;
    QString token;
    std::optional<Failure> failure;
    Outlook outlook; //!< by what was read; empty where nothing was
    Token shown;
    Token now; //!< as read, unless Failed
    std::optional<ChangeRecord> undecided;
};

} // namespace purser
