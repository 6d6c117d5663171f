// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/serviceurl.h"
#include "editing/change.h"
#include "editing/failure.h"
#include "editing/outlook.h"
#include "editing/remedy.h"
#include "editing/settler.h"
#include "editing/undoplan.h"
#include "system/privatefiles.h"
#include "wording/reader.h"

#include <QString>

namespace purser::wording {

//! What a person is told of an event. Plain text, each part one or more whole sentences or
//! empty: what happened, what it means for the token, and what to do next.
struct Notice {
    QString what;
    QString meaning;
    QString next;

    [[nodiscard]] QString text() const;
};

// Values, as labels show them.

QString balance(const std::optional<MaybeBalance> &balance, const QLocale &locale);
//! Local time with its zone: "2027-03-14 16:09:26 CET".
QString expiry(const std::optional<Expiry> &expiry, const QTimeZone &zone);
//! "UTC 2027-03-14 15:09:26 · in 3 days"; empty for never.
QString expiryInUtc(const Expiry &expiry, const QDateTime &now);
//! "in 3 days", "2 hours ago".
QString distance(const QDateTime &instant, const QDateTime &now);
QString activeBalance(const std::optional<bool> &active);
QString tokenType(const Token &token);
//! The zone's abbreviation and offset at an instant: "CET, UTC+01:00".
QString zoneAt(const QTimeZone &zone, const QDateTime &instant);

// Why an input can't be used: for beside its field.

//! text: as typed, for the two readings of an ambiguous number.
QString problem(BalanceProblem problem, const QString &text, const QLocale &locale);
QString problem(ExpiryProblem problem);
QString problem(TokenNameProblem problem);
QString problem(ServiceUrlProblem problem);
QString problem(BearerProblem problem);

// Why a step did not work.

//! What is the matter with the keychain and what can be done about it.
Notice keychain(KeychainProblem problem);
//! path: of the settings file.
QString settingsUnreadable(FileProblem problem, const QString &path);
//! A failure of a read, or of anything else that asks for no change.
Notice readFailed(const QString &tokenName, const Failure &failure);
//! A read failed in passing and is tried again at this time.
Notice retrying(const Failure &failure, const QDateTime &at, const Reader &reader);
//! The tokens could not be listed.
Notice listFailed(const Failure &failure);
//! What is the matter with the journal and what can be done about it.
Notice journal(const JournalProblem &problem, Step step);

// Changes: before they are sent, and what became of them.

//! One sentence.
QString consequence(Consequence consequence, const Outlook &outlook, const Reader &reader);
//! Why an amount can't be added or deducted.
QString problem(AmountProblem problem);
//! Why nothing was sent.
Notice stopped(const Stop &stop, const Reader &reader);
//! What became of a change.
Notice change(const Change &change, const Reader &reader);
//! What is being done about a change of unknown outcome, and when it is read next.
Notice settling(const Settler::Status &status, const Reader &reader);
//! Another run of Purser has sent a change of this token whose outcome is not known.
Notice undecidedOfOther(const ChangeRecord &record, bool mayBeOther, const Reader &reader);
Notice undecidedElsewhere(const ChangeRecord &record, const Reader &reader);
//! What an undo does not take back, a sentence each; empty if it takes back all.
QString undoNotes(const QList<UndoNote> &notes);

//! "Applied differently": for a table.
QString outcome(Outcome outcome);
//! "Balance", "Reset period".
QString field(Field field);
//! The field as the token states it.
QString value(Field field, const Token &token, const Reader &reader);
QString resetPeriod(ResetPeriod period);
//! "Balance: 50.00 \u2192 99.50", a line for each field that differs, of those that after states.
QStringList differences(const Token &before, const Token &after, const Reader &reader);

//! The service's words for a field, or empty.
QString fieldMessage(const Failure &failure, Field field);
//! What happened on the way to the service, in one sentence, without the token.
QString whatHappened(const ApiError &error);

} // namespace purser::wording
