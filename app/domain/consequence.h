// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"

#include <QList>

namespace purser {

//! How bad a consequence is. A Danger is asked about before the change is sent.
enum class Severity { Note, Warning, Danger };

//! What a change will do to a token.
enum class Consequence {
    StopsByBalance, //!< danger: it works, and stops now: enforced, with a balance of 0 or less
    StopsByExpiry, //!< danger: it works, and stops now: its expiry is in the past
    BecomesUnlimited, //!< danger: the balance is no longer enforced
    ClearsExpiry, //!< warning
    RaisesTenfold, //!< warning: above 10 times an old balance of at least 1
    StaysStopped, //!< warning: it does not work before and not after either
    WorksAgain, //!< note: it did not work, and now does
    LastsUntilReset, //!< note: the next reset sets the balance anew
};

Severity severityOf(Consequence consequence);

//! Worst first. now: in UTC.
QList<Consequence> consequencesOf(const Token &before, const Token &after, const QDateTime &now);

//! Those that are asked about.
QList<Consequence> dangersAmong(const QList<Consequence> &consequences);

} // namespace purser
