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

//! readAt: when the read was sent, in UTC. Spending only lowers a balance, so a balance between
//! the old and the asked one is explained by one story alone, unless a reset fell between or the
//! change was not sent alone. A change is applied whole or not at all, so one field that was
//! seen to change decides for those that tell nothing.
Verdict verdictOf(const Change &change, const Token &read, const QDateTime &readAt);

} // namespace purser
