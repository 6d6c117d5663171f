// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"
#include "editing/change.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace purser::cli {

//! Why a call of purser-cli did not do what was asked.
struct ReportedError {
    QString kind; //!< see kindWord(); "usage" and the like where there is no failure
    QString message; //!< the sentence that is shown
    int status = 0; //!< HTTP status; 0 where none arrived
    QString requestId;
};

//! What became of one call of purser-cli, as --json prints it.
struct Report {
    QString outcome; //!< see outcomeWord(); empty where the call does not come to one
    QString tokenName; //!< empty where the call is about no token
    std::optional<Token> before; //!< as read first
    std::optional<Token> after; //!< as the service last stated it; nothing where it did not
    qint64 changeId = 0; //!< the journal's id of the change; 0 where it has none
    std::optional<ReportedError> error;
    QJsonObject others; //!< what only this command says
};

ReportedError reportedError(const Failure &failure, const QString &message);

//! One object with every part of a report; what is not known is null.
QJsonObject toJson(const Report &report);

//! The contract's fields, and those of the reset, by their names. A balance is a decimal string
//! or null, a time ISO 8601 in UTC or null; a field that the token does not state is left out.
QJsonObject toJson(const Token &token);
//! The patch's fields, likewise.
QJsonObject toJson(const TokenPatch &patch);
//! The journal's columns by their names; what a row does not have is null.
QJsonObject toJson(const ChangeRecord &record);

} // namespace purser::cli
