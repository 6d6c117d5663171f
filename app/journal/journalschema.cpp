// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalschema.h"

#include "journal/journalfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

QStringList firstSchema()
{
    return {
        uR"(CREATE TABLE changes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account TEXT NOT NULL,
            origin TEXT NOT NULL,
            token TEXT NOT NULL,
            created_at TEXT NOT NULL,
            reason TEXT,
            "before" TEXT NOT NULL,
            patch TEXT NOT NULL,
            expected TEXT NOT NULL,
            "after" TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('intended', 'sent', 'applied',
                'applied_differently', 'applied_unconfirmed', 'not_applied', 'rejected',
                'unknown', 'abandoned')),
            settled_at TEXT,
            settled_how TEXT,
            status INTEGER,
            request_id TEXT,
            error TEXT,
            duration_ms INTEGER,
            app_version TEXT NOT NULL,
            undoes INTEGER REFERENCES changes(id),
            run TEXT NOT NULL))"_s,
        uR"(CREATE TABLE balances (
            account TEXT NOT NULL,
            origin TEXT NOT NULL,
            token TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            balance REAL))"_s,
        u"CREATE INDEX changes_by_token ON changes(account, origin, token, id)"_s,
        u"CREATE INDEX changes_undecided ON changes(account, origin, token, id) "
        "WHERE outcome IN ('intended', 'sent', 'unknown')"_s,
        u"CREATE INDEX changes_undoes ON changes(undoes) WHERE undoes IS NOT NULL"_s,
        u"CREATE INDEX balances_by_token ON balances(account, origin, token, seen_at)"_s,
    };
}

std::optional<JournalProblem> backUp(JournalSql &sql, const QString &path, int version)
{
    const QString copy = freeNameBeside(path, u"backup-v%1"_s.arg(version));
    // VACUUM INTO takes an empty file and leaves its rights as they are.
    if (const auto problem = makePrivateFile(copy)) {
        return problem;
    }
    auto problem = sql.run(u"VACUUM INTO ?"_s, {copy});
    if (problem) {
        QFile::remove(copy); // half a copy is none
    }
    return problem;
}

} // namespace

const QList<Migration> &journalMigrations()
{
    static const QList<Migration> migrations{{1, firstSchema()}};
    Q_ASSERT(migrations.last().version == Journal::SchemaVersion);
    return migrations;
}

const QStringList &changeColumns()
{
    static const QStringList columns{
        u"id"_s,      u"account"_s,     u"origin"_s,      u"token"_s,    u"created_at"_s,
        u"reason"_s,  u"before"_s,      u"patch"_s,       u"expected"_s, u"after"_s,
        u"outcome"_s, u"settled_at"_s,  u"settled_how"_s, u"status"_s,   u"request_id"_s,
        u"error"_s,   u"duration_ms"_s, u"app_version"_s, u"undoes"_s,   u"run"_s};
    return columns;
}

std::optional<JournalProblem> migrate(JournalSql &sql, const QString &path,
                                      const QList<Migration> &migrations)
{
    const auto found = schemaVersion(sql);
    if (!found) {
        return found.error();
    }
    const int newest = migrations.last().version;
    if (*found >= newest) {
        return std::nullopt;
    }
    if (*found > 0) {
        if (const auto problem = backUp(sql, path, *found)) {
            return problem;
        }
    }
    return sql.inTransaction([&]() -> std::optional<JournalProblem> {
        // Again: another program may have been faster.
        const auto version = schemaVersion(sql);
        if (!version) {
            return version.error();
        }
        for (const Migration &migration : migrations) {
            if (migration.version <= *version) {
                continue;
            }
            for (const QString &statement : migration.statements) {
                if (const auto problem = sql.run(statement)) {
                    return problem;
                }
            }
        }
        return sql.run(u"PRAGMA user_version = %1"_s.arg(std::max(newest, *version)));
    });
}

Expected<int, JournalProblem> schemaVersion(JournalSql &sql)
{
    int version = 0;
    const auto problem = sql.run(u"PRAGMA user_version"_s, {},
                                 [&](const QSqlQuery &row) { version = row.value(0).toInt(); });
    if (problem) {
        return Unexpected{*problem};
    }
    return version;
}

} // namespace purser
