// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/serviceurl.h"
#include "editing/change.h"
#include "editing/failure.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

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
//! A failure of a read, or of anything else that asks for no change.
Notice readFailed(const QString &tokenName, const Failure &failure);
//! A read that was to decide a change of unknown outcome failed.
Notice checkFailed(const QString &tokenName, const Failure &failure);
//! What became of a change.
Notice change(const Change &change, const QLocale &locale, const QTimeZone &zone);
//! The service's words for one of the contract's fields ("balance"), or empty.
QString fieldMessage(const Failure &failure, const QString &field);
//! What happened on the way to the service, in one sentence, without the token.
QString whatHappened(const ApiError &error);

} // namespace purser::wording
