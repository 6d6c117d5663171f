// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"

#include <QString>

namespace purser::cli {

// The sentences of wording/ as a shell's user needs them: there is no form that keeps an edit,
// no "this run only" (a run is one call), and what to do next is another command. Each is fit
// for a terminal.

QString keychainSentence(KeychainProblem problem);
QString readFailedSentence(const QString &tokenName, const Failure &failure);
QString changeSentence(const Change &change);
//! What the service said no to: the check of a JWT.
QString refusalSentence(const ApiError &error);

} // namespace purser::cli
