// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journalsql.h"

#include <QList>
#include <QStringList>

namespace purser {

//! What leads from the schema before to this version. Its statements find in the temporary table
//! owners (account, origin, account_id, service_url, customer) whose the rows are.
struct Migration {
    int version = 0;
    QStringList statements;
};

//! Oldest first; the last one leads to Journal::SchemaVersion. A further version is one more
//! entry: what is here already was run on files out there and stays as it is.
const QList<Migration> &journalMigrations();

//! The columns of the table changes, in their order.
const QStringList &changeColumns();
//! Those that a version has. Likewise of balances.
QStringList changeColumns(int version);
QStringList balanceColumns(int version);

//! Raises the file to the last of the migrations, in one transaction. A file of an older version
//! is copied first to journal.backup-v1-2026-11-24T15-04-05Z.sqlite beside it, for its owner
//! alone; without the copy nothing is migrated, nor while a Purser runs that writes the older form
//! (OlderRunning). One that is started later is refused by the version, and one that had the file
//! open by the columns that it does not fill and the numbers that it does not take.
//! Foreign keys must be off: a table is made anew under its old name.
std::optional<JournalProblem> migrate(JournalSql &sql, const QString &path,
                                      const Migrating &migrating,
                                      const QList<Migration> &migrations = journalMigrations());

//! Makes, in the empty database of sql, what is in an older file, migrated. The file stays as it
//! is.
std::optional<JournalProblem> copyMigrated(JournalSql &sql, const QString &path, int version,
                                           const Migrating &migrating);

//! That the file has a trigger or a view beside what the migrations make: whatever a write says, it
//! may have done something else.
std::optional<JournalProblem> findForeignTrigger(JournalSql &sql);

Expected<int, JournalProblem> schemaVersion(JournalSql &sql);

} // namespace purser
