// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"
#include "editing/remedy.h"
#include "editing/settler.h"

#include <QString>

namespace purser::cli {

// The sentences of wording/ as a shell's user needs them: there is no form that keeps an edit,
// no "this run only" (a run is one call), and what to do next is another command. Each is fit
// for a terminal.

QString keychainSentence(KeychainProblem problem);
//! step: what it was needed for.
QString journalSentence(const JournalProblem &problem, Step step);
QString readFailedSentence(const QString &tokenName, const Failure &failure);
QString listFailedSentence(const Failure &failure);
//! A read that failed is made again.
QString retrySentence(const Failure &failure, const QDateTime &now, const QDateTime &at);
QString changeSentence(const Change &change);
//! step: Undo or Change.
QString stopSentence(const Stop &stop, Step step);
//! An earlier change of the token is undecided, so that no other is sent. account: that would send.
//! canBeApart: it may be of another customer's account, which --apart can say.
QString undecidedSentence(const ChangeRecord &record, const Account &account, bool canBeApart);
//! Why it was not found out what became of a change.
QString notFoundOutSentence(const Settler::Status &status);
//! The journal does not have the end of a change.
QString unwrittenSentence(const JournalProblem &problem);
QString consequenceSentence(Consequence consequence, const Outlook &outlook, const QDateTime &now);
//! "Danger:".
QString severityTitle(Severity severity);
//! What the service said no to: the check of a JWT.
QString refusalSentence(const ApiError &error);

} // namespace purser::cli
