// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journalsql.h"

#include <QList>
#include <QStringList>

namespace purser {

//! What leads from the schema before to this version.
struct Migration {
    int version = 0;
    QStringList statements;
};

//! Oldest first; the last one leads to Journal::SchemaVersion. A further version is one more
//! entry: what is here already was run on files out there and stays as it is.
const QList<Migration> &journalMigrations();

//! The columns of the table changes, in their order.
const QStringList &changeColumns();

//! Raises the file to the last of the migrations, in one transaction. A file of an older version
//! is copied first to journal.backup-v1-2026-11-24T15-04-05Z.sqlite beside it, for its owner
//! alone; without the copy nothing is migrated.
std::optional<JournalProblem> migrate(JournalSql &sql, const QString &path,
                                      const QList<Migration> &migrations = journalMigrations());

Expected<int, JournalProblem> schemaVersion(JournalSql &sql);

} // namespace purser
