// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tokenpatch.h"
#include "journal/changerecord.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace purser::cli {

//! A line of a table: a title and what stands beside it.
struct Row {
    QString title;
    QString value;
};

//! The rows, values aligned, without a line break at the end.
QString aligned(const QList<Row> &rows);
//! The same for lines of any number of columns.
QString inColumns(const QList<QStringList> &lines);

// Values in the form that --balance and --expires take, so that they can be pasted back.

//! All that is known of a token. now: for "in 3 days".
QString tokenTable(const Token &token, const QDateTime &now);
//! Before -> after, for each field of the patch.
QString changeTable(const Token &before, const TokenPatch &patch, const QDateTime &now);
//! A line per token, below a line of titles.
QString tokenList(const QList<Token> &tokens, const QDateTime &now);
//! A line per change of the journal, likewise.
QString changeList(const QList<ChangeRecord> &records);

} // namespace purser::cli
