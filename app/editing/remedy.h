// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/failure.h"

#include <QList>

namespace purser {

//! What was being done when something failed.
enum class Step {
    Read, //!< of the service: nothing is changed
    Change, //!< of a token: it is written down, and sent
    Undo, //!< a change of a token that is in the journal in any case, or it could be done twice
    Settle, //!< the journal is read and written; nothing is sent that changes a token
    History, //!< the journal is read
};

//! What a person can do about a failure. Each face makes it its own: a button, a command.
enum class Remedy {
    SignIn, //!< as somebody whose JWT will do
    UnlockKeychain,
    WithoutJournal, //!< changes are sent, and not written down
};

//! By this table alone the window and the command line offer anything. Most useful first.
QList<Remedy> remediesFor(const Failure &failure, Step step);

} // namespace purser
