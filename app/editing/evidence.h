// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"

#include <chrono>

namespace purser {

//! What a complete, valid 200 says of a change: Applied, AppliedDifferently or
//! AppliedUnconfirmed.
Outcome outcomeOfReply(const TokenPatch &asked, const Token &reply);

//! What a read says of a change whose outcome is unknown.
enum class Verdict {
    Applied, //!< the token holds what was asked, or what only the change explains
    NotSeenYet, //!< it holds the old values, too soon after sending to mean anything
    NotApplied, //!< it holds the old values, long enough after sending
    CannotTell, //!< it holds what both stories explain, or neither
};

//! Old values mean nothing until this is over: a gateway may give up before the service writes.
inline constexpr std::chrono::seconds NotSeenYetPeriod{30};
//! How long after its intent was written a change may leave at the latest. What takes over a change
//! of a run that is gone reckons with it.
inline constexpr std::chrono::seconds LongestIntent{20};

//! When a token was read.
struct Sighting {
    Moment asked; //!< what it shows is not older
    Moment answered; //!< nor newer
};

//! Spending only lowers a balance, so a balance between the old and the asked one is explained by
//! one story alone, unless a reset fell between or the change was not sent alone. A change is
//! applied whole or not at all, so one field that was seen to change decides for those that tell
//! nothing. Old values prove something only if they were asked for NotSeenYetPeriod after the last
//! moment at which the change may have left, by a clock that is never set and stands still in
//! sleep; where that moment is not known, if two reads of this run that far apart show them.
Verdict verdictOf(const Change &change, const Token &read, const Sighting &sighting);

//! Takes what the journal knows of other changes of the token (Journal::rivalsOf) into account.
//! now: of this run.
void weighRivals(Change &change, const QList<ChangeRecord> &rivals, const Moment &now);

//! Remembers, for the next verdict, whether this read showed the old values.
void noteSighting(Change &change, Verdict verdict, const Sighting &sighting);

} // namespace purser
