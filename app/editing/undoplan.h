// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/changerequest.h"
#include "journal/changerecord.h"

#include <QDateTime>
#include <QList>

namespace purser {

//! Why a field of a change is not taken back.
enum class UndoObstacle {
    NoneBefore, //!< there was no balance before, and one can't be removed
    NotStatedBefore, //!< what it was before is not known
    ResetSince, //!< a reset has set the balance anew since
    LeavesInterval, //!< the result would be no balance
    NoBalanceNow, //!< the token has none any more, or does not state it
    ChangedSince, //!< it does not hold any more what the change set
};

struct UndoNote {
    Field field = Field::Balance;
    UndoObstacle obstacle = UndoObstacle::ChangedSince;

    friend bool operator==(const UndoNote &, const UndoNote &) = default;
};

//! The inverse of a change, on the token as it is now.
struct UndoPlan {
    ChangeRequest request; //!< empty: nothing of it can be taken back
    QList<UndoNote> notes; //!< the fields that stay as they are, and why
};

//! The balance goes back by the inverse difference, so that what was spent meanwhile stays
//! spent; other fields only if they still hold what the change set.
//! Precondition: isInForce(record.outcome).
UndoPlan planUndo(const ChangeRecord &record, const Token &token, const QDateTime &now);

} // namespace purser
