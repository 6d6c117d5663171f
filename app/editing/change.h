// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/tokenservice.h"
#include "editing/failure.h"

#include <QDateTime>

#include <optional>

namespace purser {

//! What became of a change.
enum class Outcome {
    NothingToDo, //!< the token already is so; nothing was sent
    NotSent, //!< stopped before the request's body left
    Applied,
    AppliedDifferently, //!< the service holds something else than what was asked
    AppliedUnconfirmed, //!< accepted, but the service does not state an asked field
    NotApplied, //!< a later read shows the old values, long enough after sending
    Rejected, //!< the service said no
    Unknown, //!< it may have been applied; a read can tell
};

//! A change from its intent to what is known of its end.
struct Change {
    Outcome outcome = Outcome::Unknown;
    Token before; //!< as last read
    TokenPatch asked;
    std::optional<TokenReply> reply; //!< the reply that decided
    std::optional<Failure> failure;
    QDateTime sentAt; //!< UTC; invalid where nothing was sent
};

//! What a complete, valid reply says of a change.
Outcome outcomeOfReply(const TokenPatch &asked, const Token &reply);

//! What a read says of a change whose outcome is unknown. Old values mean nothing until
//! NotSeenYetPeriod is over: a gateway may give up before the service writes.
Outcome outcomeOfRead(const Change &change, const Token &read, const QDateTime &now);

inline constexpr std::chrono::seconds NotSeenYetPeriod{30};

//! The token as known after a reply that may leave fields out: what it does not state is as it
//! was known before.
Token mergedToken(const Token &known, const Token &reply);

} // namespace purser
