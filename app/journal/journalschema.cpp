// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalschema.h"

#include "journal/journalfile.h"
#include "journal/journalrows.h"
#include "system/privatefiles.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

const QString NumbersTrigger = uR"(CREATE TRIGGER changes_take_numbers BEFORE UPDATE ON changes
            WHEN NEW.seq <= OLD.seq
            BEGIN SELECT RAISE(ABORT, 'a write without a number of its own'); END)"_s;

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

//! Who a row's token is, the order of all writes, and what a later Purser needs to tell of a run
//! that is gone. Columns without a default and the trigger refuse a program that had the file open
//! as it was before: it would write rows that nobody could place.
QStringList secondSchema()
{
    return {
        uR"(CREATE TABLE changes_2 (
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
            run TEXT NOT NULL,
            account_id TEXT NOT NULL,
            service_url TEXT NOT NULL,
            customer TEXT,
            token_id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            read_seq INTEGER,
            read_at TEXT,
            submit TEXT,
            kind TEXT NOT NULL CHECK (kind IN ('edit', 'create', 'rotate', 'revoke')),
            batch TEXT,
            boot TEXT))"_s,
        uR"(INSERT INTO changes_2
            SELECT id, changes.account, changes.origin, token, created_at, reason, "before", patch,
                expected, "after", outcome, settled_at, settled_how, status, request_id, error,
                duration_ms, app_version, undoes, run, coalesce(account_id, ''),
                coalesce(service_url, changes.origin), customer, token, id, NULL, NULL, NULL,
                'edit', NULL, NULL
            FROM changes LEFT JOIN temp.owners ON owners.account = changes.account
                AND owners.origin = changes.origin ORDER BY id)"_s,
        // An id that was given once is never given again, also where its row was removed by hand.
        u"INSERT INTO sqlite_sequence (name, seq) SELECT 'changes_2', 0 WHERE NOT EXISTS "
        "(SELECT 1 FROM sqlite_sequence WHERE name = 'changes_2')"_s,
        u"UPDATE sqlite_sequence SET seq = coalesce((SELECT max(seq) FROM sqlite_sequence "
        "WHERE name IN ('changes', 'changes_2')), 0) WHERE name = 'changes_2'"_s,
        u"DROP TABLE changes"_s,
        u"ALTER TABLE changes_2 RENAME TO changes"_s,
        uR"(CREATE TABLE balances_2 (
            account TEXT NOT NULL,
            origin TEXT NOT NULL,
            token TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            balance REAL,
            account_id TEXT NOT NULL,
            service_url TEXT NOT NULL,
            customer TEXT,
            token_id TEXT NOT NULL))"_s,
        uR"(INSERT INTO balances_2
            SELECT balances.account, balances.origin, token, seen_at, balance,
                coalesce(account_id, ''), coalesce(service_url, balances.origin), customer, token
            FROM balances LEFT JOIN temp.owners ON owners.account = balances.account
                AND owners.origin = balances.origin ORDER BY balances.rowid)"_s,
        u"DROP TABLE balances"_s,
        u"ALTER TABLE balances_2 RENAME TO balances"_s,
        u"CREATE TABLE journal (id TEXT NOT NULL)"_s,
        u"INSERT INTO journal VALUES (lower(hex(randomblob(16))))"_s,
        u"CREATE UNIQUE INDEX changes_by_seq ON changes(seq)"_s,
        u"CREATE UNIQUE INDEX changes_by_submit ON changes(submit) WHERE submit IS NOT NULL"_s,
        u"CREATE INDEX changes_by_token ON changes(service_url, token_id, seq)"_s,
        u"CREATE INDEX changes_by_account ON changes(account_id, service_url, token)"_s,
        u"CREATE INDEX changes_undecided ON changes(service_url, token_id, id) "
        "WHERE outcome IN ('intended', 'sent', 'unknown')"_s,
        u"CREATE INDEX changes_undoes ON changes(undoes) WHERE undoes IS NOT NULL"_s,
        u"CREATE INDEX balances_by_token "
        "ON balances(account_id, service_url, token_id, seen_at)"_s,
        NumbersTrigger,
    };
}

//! A file of a million rows takes half a minute.
std::optional<JournalProblem> lockToMigrate(QLockFile &lock)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::milliseconds Patience = 30s;
    constexpr std::chrono::milliseconds LongestMigration = 2min;
    lock.setStaleLockTime(static_cast<int>(LongestMigration.count())); // also what nobody can read
    if (isNoFile(lock.fileName()) || !lock.tryLock(static_cast<int>(Patience.count()))) {
        return JournalProblem{JournalProblem::Kind::Locked,
                              u"another program migrates it: it holds %1"_s.arg(
                                  QFileInfo(lock.fileName()).fileName())};
    }
    return std::nullopt;
}

//! The copy's path.
Expected<QString, JournalProblem> backUp(JournalSql &sql, const QString &path, int version)
{
    const QString copy = freeNameBeside(path, u"backup-v%1"_s.arg(version));
    // VACUUM INTO takes an empty file and leaves its rights as they are.
    // Under a name of its own until it is whole: half a copy is none.
    const QString part = copy + ".part"_L1;
    QFile::remove(part); // of a run that was killed
    if (const auto problem = makePrivateFile(part)) {
        return Unexpected{*problem};
    }
    auto problem = sql.run(u"VACUUM INTO ?"_s, {part});
    if (!problem && !QFile::rename(part, copy)) {
        problem = JournalProblem{JournalProblem::Kind::Failed, u"the copy can't be renamed"_s};
    }
    if (problem) {
        QFile::remove(part);
        return Unexpected{*problem};
    }
    return copy;
}

//! Asks above whose each pair of account and origin is.
std::optional<JournalProblem> findOwners(JournalSql &sql, const Migrating &migrating)
{
    auto problem = sql.run(u"CREATE TEMP TABLE owners (account TEXT, origin TEXT, account_id TEXT, "
                           "service_url TEXT, customer TEXT)"_s);
    QList<std::pair<QString, QString>> pairs;
    if (!problem) {
        problem = sql.run(u"SELECT account, origin FROM changes UNION SELECT account, origin "
                          "FROM balances"_s,
                          {}, [&](const QSqlQuery &row) {
                              pairs.append({row.value(0).toString(), row.value(1).toString()});
                          });
    }
    for (const auto &[account, origin] : std::as_const(pairs)) {
        if (problem || !migrating.ownerOf) {
            break;
        }
        const RowOwner owner = migrating.ownerOf(account, origin);
        problem = sql.run(u"INSERT INTO temp.owners VALUES (?, ?, ?, ?, ?)"_s,
                          {givenText(account), givenText(origin), givenText(owner.accountId),
                           textValue(owner.serviceUrl), textValue(owner.customer)});
    }
    return problem;
}

//! Within a transaction.
std::optional<JournalProblem> runMigrations(JournalSql &sql, int version,
                                            const Migrating &migrating,
                                            const QList<Migration> &migrations)
{
    if (version > 0) {
        if (const auto problem = findOwners(sql, migrating)) {
            return problem;
        }
    } else if (auto problem = sql.run(u"CREATE TEMP TABLE owners (account TEXT, origin TEXT, "
                                      "account_id TEXT, service_url TEXT, customer TEXT)"_s)) {
        return problem;
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= version) {
            continue;
        }
        for (const QString &statement : migration.statements) {
            if (const auto problem = sql.run(statement)) {
                return problem;
            }
        }
    }
    if (const auto problem = sql.run(u"DROP TABLE temp.owners"_s)) {
        return problem;
    }
    return sql.run(u"PRAGMA user_version = %1"_s.arg(std::max(migrations.last().version, version)));
}

} // namespace

const QList<Migration> &journalMigrations()
{
    static const QList<Migration> migrations{{1, firstSchema()}, {2, secondSchema()}};
    Q_ASSERT(migrations.last().version == Journal::SchemaVersion);
    return migrations;
}

const QStringList &changeColumns()
{
    static const QStringList columns{
        u"id"_s,         u"account"_s,     u"origin"_s,      u"token"_s,    u"created_at"_s,
        u"reason"_s,     u"before"_s,      u"patch"_s,       u"expected"_s, u"after"_s,
        u"outcome"_s,    u"settled_at"_s,  u"settled_how"_s, u"status"_s,   u"request_id"_s,
        u"error"_s,      u"duration_ms"_s, u"app_version"_s, u"undoes"_s,   u"run"_s,
        u"account_id"_s, u"service_url"_s, u"customer"_s,    u"token_id"_s, u"seq"_s,
        u"read_seq"_s,   u"read_at"_s,     u"submit"_s,      u"kind"_s,     u"batch"_s,
        u"boot"_s};
    return columns;
}

QStringList changeColumns(int version)
{
    constexpr qsizetype First = 20;
    return version == 1 ? changeColumns().first(First) : changeColumns();
}

QStringList balanceColumns(int version)
{
    constexpr qsizetype First = 5;
    static const QStringList columns{u"account"_s,     u"origin"_s,   u"token"_s,
                                     u"seen_at"_s,     u"balance"_s,  u"account_id"_s,
                                     u"service_url"_s, u"customer"_s, u"token_id"_s};
    return version == 1 ? columns.first(First) : columns;
}

std::optional<JournalProblem> migrate(JournalSql &sql, const QString &path,
                                      const Migrating &migrating,
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
    // Two that make the copy at the same time would take each other's away.
    QLockFile lock(path + ".lock"_L1);
    QString backup;
    if (*found > 0) {
        if (auto failed = lockToMigrate(lock)) {
            return failed;
        }
        const auto now = schemaVersion(sql);
        if (!now || *now >= newest) {
            return now ? std::nullopt : std::optional(now.error());
        }
        if (migrating.olderLives && migrating.olderLives(newest)) {
            return JournalProblem{JournalProblem::Kind::OlderRunning, {}};
        }
        const auto copy = backUp(sql, path, *found);
        if (!copy) {
            return copy.error();
        }
        backup = *copy;
    }
    bool isMigrated = false;
    const auto problem = sql.inTransaction([&]() -> std::optional<JournalProblem> {
        // Again: another program may have been faster, or have been started.
        const auto version = schemaVersion(sql);
        if (!version) {
            return version.error();
        }
        if (*version >= newest) {
            return std::nullopt;
        }
        if (*version > 0 && migrating.olderLives && migrating.olderLives(newest)) {
            return JournalProblem{JournalProblem::Kind::OlderRunning, {}};
        }
        isMigrated = true;
        return runMigrations(sql, *version, migrating, migrations);
    });
    if (!backup.isEmpty() && (problem || !isMigrated)) {
        QFile::remove(backup); // each try would leave one
    }
    return problem;
}

std::optional<JournalProblem> copyMigrated(JournalSql &sql, const QString &path, int version,
                                           const Migrating &migrating)
{
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + "?mode=ro"_L1;
    for (const auto &[statement, values] : std::initializer_list<std::pair<QString, QVariantList>>{
             {u"ATTACH ? AS older"_s, {uri}},
             {u"CREATE TABLE changes AS SELECT * FROM older.changes"_s, {}},
             {u"CREATE TABLE balances AS SELECT * FROM older.balances"_s, {}},
             {u"DETACH older"_s, {}}}) {
        if (const auto problem = sql.run(statement, values)) {
            return problem;
        }
    }
    return sql.inTransaction(
        [&] { return runMigrations(sql, version, migrating, journalMigrations()); });
}

std::optional<JournalProblem> findForeignTrigger(JournalSql &sql)
{
    QString name;
    const auto problem =
        sql.run(u"SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view') "
                "AND sql <> ? LIMIT 1"_s,
                {NumbersTrigger}, [&](const QSqlQuery &row) { name = row.value(0).toString(); });
    if (problem || name.isEmpty()) {
        return problem;
    }
    return JournalProblem{JournalProblem::Kind::Failed,
                          u"it has a trigger or a view that is not Purser's: "_s + name};
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
