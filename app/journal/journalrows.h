// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/changerecord.h"

#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace purser {

//! The outcomes of isUndecided(), as SQL. The same words as in the index on them, or SQLite would
//! not use it.
inline constexpr QLatin1StringView UndecidedSql("outcome IN ('intended', 'sent', 'unknown')");
//! The outcomes of isInForce().
inline constexpr QLatin1StringView
    InForceSql("outcome IN ('applied', 'applied_differently', 'applied_unconfirmed')");

//! Rows of a token, whichever account made them: by the service's URL, or by its origin alone, as
//! where the account of a row of version 1 was not known any more.
inline constexpr QLatin1StringView OfTokenSql("service_url IN (?, ?) AND token_id = ?");
QVariantList ofTokenValues(const TokenKey &key);

//! That a row of this table's is not one of those apart (see Guard::apart), which are the value of
//! its place, as a JSON array.
QString notApartSql(const QString &table);

//! "SELECT (all columns) FROM changes " and what follows.
QString selectChanges(const QString &rest);
//! A row of selectChanges. What can't be read is left empty; an outcome of no known word is
//! Unknown.
ChangeRecord changeOf(const QSqlQuery &row);

//! For selectChanges: the undecided rows of the run that is its value, oldest first.
QString undecidedOfRunSql();

//! For json_each: a list's texts.
QString jsonArray(const QStringList &texts);

//! ISO 8601 UTC with milliseconds and Z; NULL for an invalid time.
QVariant timeValue(const QDateTime &time);
//! NULL for an empty text.
QVariant textValue(const QString &text);
//! For a column that has no NULL.
QVariant givenText(const QString &text);
//! NULL for 0.
QVariant statusValue(int status);
QVariant durationValue(const std::optional<std::chrono::milliseconds> &duration);

} // namespace purser
