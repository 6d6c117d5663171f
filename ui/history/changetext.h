// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/changerecord.h"
#include "journal/journal.h"
#include "kit/appearance.h"
#include "wording/reader.h"

#include <QString>

#include <optional>

//! Changes of the journal in the words of the history window. All of it is plain text, and safe
//! to call from any thread.
namespace purser::changetext {

//! "2026-11-24 15:17:44", local time; empty for an invalid one.
QString time(const QDateTime &instant, const QTimeZone &zone);
//! What was asked, on one line: "Balance 50.00 → 99.50; Expiry → Never".
QString summary(const ChangeRecord &record, const Reader &reader);
//! What the outcome means, in one sentence.
QString meaning(Outcome outcome);
//! What the outcome was decided by; empty while it is undecided.
QString settledHow(const QString &how);
//! Why a change can't be undone; empty if it can. undoneBy: as Journal::undoOf() gives it.
QString whyNotUndoable(const ChangeRecord &record, const std::optional<ChangeRecord> &undoneBy,
                       const QTimeZone &zone);
//! Why the journal can't be read.
QString unreadable(const JournalProblem &problem);

Tone tone(Outcome outcome);
QString iconName(Outcome outcome);

//! The rows as text with a tab between their columns, under a line with the columns' names.
QString tabSeparated(const QList<ChangeRecord> &records, const Reader &reader);

} // namespace purser::changetext
