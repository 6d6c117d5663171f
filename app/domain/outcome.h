// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace purser {

//! Where a change is, from its intent to what is known of its end. The journal has these as
//! words, which other programs read.
enum class Outcome {
    Intended, //!< written down; no byte of it has left
    Sent, //!< may have left; no answer yet
    Applied, //!< the service holds what was asked
    AppliedDifferently, //!< accepted, but the service holds something else than what was asked
    AppliedUnconfirmed, //!< accepted, but the service does not state an asked field
    NotApplied, //!< a later read shows the old values, or no byte of it left
    Rejected, //!< the service said no
    Unknown, //!< it may have been applied; a read may tell
    Abandoned, //!< closed without a decision by the user, or never sent
};

inline constexpr std::array AllOutcomes{Outcome::Intended,
                                        Outcome::Sent,
                                        Outcome::Applied,
                                        Outcome::AppliedDifferently,
                                        Outcome::AppliedUnconfirmed,
                                        Outcome::NotApplied,
                                        Outcome::Rejected,
                                        Outcome::Unknown,
                                        Outcome::Abandoned};

//! The journal's word: "applied_differently".
QString outcomeWord(Outcome outcome);
std::optional<Outcome> outcomeFromWord(const QString &word);

//! Whether the service holds, or most likely holds, a change of this outcome: it can be undone.
constexpr bool isInForce(Outcome outcome)
{
    return outcome == Outcome::Applied || outcome == Outcome::AppliedDifferently
        || outcome == Outcome::AppliedUnconfirmed;
}

//! Whether it is still open what became of it.
constexpr bool isUndecided(Outcome outcome)
{
    return outcome == Outcome::Intended || outcome == Outcome::Sent || outcome == Outcome::Unknown;
}

} // namespace purser
