// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace purser {

//! One instant by several clocks, none of which is trusted alone: the wall clock can be set, the
//! monotonic one stands still while the computer sleeps, the one since the start may be missing.
struct Moment {
    using Milliseconds = std::chrono::milliseconds;

    QDateTime wall; //!< UTC; invalid: there is no such moment
    Milliseconds monotonic{0}; //!< never set, stands still in sleep
    Milliseconds sinceBoot{
        0}; //!< never set, goes on in sleep; the monotonic one where it is missing
    //! Names the start of the computer that the two count from; empty: they mean something within
    //! this run alone.
    QString boot;

    [[nodiscard]] bool isValid() const { return wall.isValid(); }
    //! For the journal: "BOOT MONOTONIC SINCEBOOT" in milliseconds; empty where another run could
    //! make nothing of it.
    [[nodiscard]] QString toText() const;
    //! A moment of a run that may be gone. wall: the row's own time. Nothing where it can't be
    //! compared with a moment of now: no text, or one from before the computer was started.
    static std::optional<Moment> fromText(const QString &text, const QDateTime &wall,
                                          const Moment &now);

    friend bool operator==(const Moment &, const Moment &) = default;
};

//! Now, by the clocks of this computer. What names its start is known on Linux alone.
Moment currentMoment();

//! How long it has been at least: the computer was awake for as long. Never negative. What has to
//! be over before something is believed goes by this.
std::chrono::milliseconds atLeast(const Moment &from, const Moment &to);
//! How long it may have been: the longest that any clock says, a wall clock that was set included.
//! What must not be older than something goes by this.
std::chrono::milliseconds atMost(const Moment &from, const Moment &to);
//! Whether the clocks went apart in between: the computer slept, or its wall clock was set.
bool wentApart(const Moment &from, const Moment &to,
               std::chrono::milliseconds tolerance = std::chrono::seconds(5));

} // namespace purser
