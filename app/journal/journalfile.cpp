// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfile.h"

#include "journal/journalschema.h"
#include "journal/journalsql.h"
#include "system/privatefiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! The file itself, and what SQLite keeps beside it.
constexpr std::array Suffixes{""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1};

std::optional<JournalProblem> probe(JournalSql &sql, const QString &table,
                                    const QStringList &columns)
{
    QStringList quoted;
    for (const QString &column : columns) {
        quoted.append(u"%1.\"%2\""_s.arg(table, column));
    }
    return sql.run(u"SELECT %1 FROM %2 LIMIT 0"_s.arg(quoted.join(u','), table));
}

//! Whether the tables are there with the columns that the statements of this version use.
std::optional<JournalProblem> probeTables(JournalSql &sql, int version)
{
    auto problem = probe(sql, u"changes"_s, changeColumns(version));
    if (!problem) {
        problem = probe(sql, u"balances"_s, balanceColumns(version));
    }
    if (!problem && version > 1) {
        problem = probe(sql, u"journal"_s, {u"id"_s});
    }
    return problem;
}

Expected<FileState, JournalProblem> inspect(JournalSql &sql, bool thorough)
{
    auto failed = sql.open();
    if (!failed) {
        // One view of the file: another program may be making or migrating it.
        failed = sql.run(u"BEGIN"_s);
    }
    if (failed) {
        return Unexpected{*failed};
    }
    const auto version = schemaVersion(sql);
    if (!version) {
        return Unexpected{version.error()};
    }
    if (*version > Journal::SchemaVersion) {
        return FileState::TooNew;
    }
    QString verdict;
    const QString check = thorough ? u"PRAGMA integrity_check(1)"_s : u"PRAGMA quick_check(1)"_s;
    if (const auto problem =
            sql.run(check, {}, [&](const QSqlQuery &row) { verdict = row.value(0).toString(); })) {
        return Unexpected{*problem};
    }
    int tables = 0;
    if (const auto problem =
            sql.run(u"SELECT count(*) FROM sqlite_master"_s, {},
                    [&](const QSqlQuery &row) { tables = row.value(0).toInt(); })) {
        return Unexpected{*problem};
    }
    if (verdict != "ok"_L1 || *version < 0) {
        return FileState::Damaged;
    }
    if (*version == 0) {
        return tables == 0 ? FileState::Empty : FileState::Damaged;
    }
    if (const auto problem = probeTables(sql, *version)) {
        // A missing table or column has no code of its own.
        return problem->kind == JournalProblem::Kind::Failed
            ? Expected<FileState, JournalProblem>(FileState::Damaged)
            : Unexpected{*problem};
    }
    return FileState::Journal;
}

} // namespace

Expected<FileState, JournalProblem> inspectFile(const QString &path, bool thorough)
{
    // A connection that can write would, when it closes, change a file that is to stay as it is.
    // Only one that can write can use a file whose very making was cut off.
    for (const auto access : {JournalSql::Access::Read, JournalSql::Access::Write}) {
        JournalSql sql(path, access);
        const auto state = inspect(sql, thorough);
        if (state) {
            return state;
        }
        if (state.error().kind == JournalProblem::Kind::Damaged) {
            return FileState::Damaged;
        }
        if (state.error().kind != JournalProblem::Kind::ReadOnly
            || access == JournalSql::Access::Write) {
            return state;
        }
    }
    Q_UNREACHABLE();
}

Expected<QString, JournalProblem> setAside(const QString &path, const JournalFileId &id)
{
    using Kind = JournalProblem::Kind;
    // Two programs that find the damage at the same time must not set aside each other's new file.
    const QString lockPath = path + ".lock"_L1;
    if (isNoFile(lockPath)) {
        return Unexpected{JournalProblem{Kind::Damaged, u"its lock is not a file"_s}};
    }
    QLockFile lock(lockPath);
    if (!lock.tryLock(static_cast<int>(Journal::LockWait.count()))) {
        return Unexpected{JournalProblem{lock.error() == QLockFile::LockFailedError ? Kind::Locked
                                                                                    : Kind::Damaged,
                                         u"the damaged file is being set aside"_s}};
    }
    if (fileIdOf(path) != id) {
        return QString();
    }
    const QString aside = freeNameBeside(path, u"damaged"_s);
    // Named before the first one goes: once the last of them is gone, another program may be
    // making the new ones.
    QStringList suffixes;
    for (const QLatin1StringView suffix : Suffixes) {
        if (QFileInfo::exists(path + suffix)) {
            suffixes.append(suffix);
        }
    }
    for (const QString &suffix : suffixes) {
        QFile file(path + suffix);
        if (!file.rename(aside + suffix)) {
            return Unexpected{JournalProblem{Kind::Damaged, file.errorString()}};
        }
    }
    return aside;
}

QString freeNameBeside(const QString &path, const QString &what)
{
    const QFileInfo info(path);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s);
    const QString start =
        u"%1/%2.%3-%4"_s.arg(info.absolutePath(), info.completeBaseName(), what, stamp);
    const auto isTaken = [](const QString &name) {
        return std::any_of(Suffixes.begin(), Suffixes.end(), [&](QLatin1StringView suffix) {
            return QFileInfo::exists(name + suffix);
        });
    };
    QString name = start + ".sqlite"_L1;
    for (int number = 2; isTaken(name); ++number) {
        name = u"%1-%2.sqlite"_s.arg(start).arg(number);
    }
    return name;
}

std::optional<JournalProblem> makePrivateFile(const QString &path)
{
    QFile file(path);
    // Never opened when it exists: closing it would take SQLite's locks on it from this process.
    if (file.exists()
        || file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFile::ReadOwner | QFile::WriteOwner)
        || file.exists()) {
        return std::nullopt;
    }
    const auto kind = file.error() == QFileDevice::ResourceError ? JournalProblem::Kind::DiskFull
                                                                 : JournalProblem::Kind::ReadOnly;
    return JournalProblem{kind, file.errorString()};
}

void makeJournalPrivate(const QString &path)
{
    makeFolderPrivate(path);
    for (const QLatin1StringView suffix : Suffixes) {
        makeFilePrivate(path + suffix);
    }
}

std::optional<JournalProblem> findNoFile(const QString &path)
{
    for (const QLatin1StringView suffix : Suffixes) {
        if (isNoFile(path + suffix)) {
            return JournalProblem{JournalProblem::Kind::ReadOnly,
                                  u"%1 is not a file"_s.arg(QFileInfo(path + suffix).fileName())};
        }
    }
    return std::nullopt;
}

bool hasOrphans(const QString &path)
{
    return !QFileInfo::exists(path)
        && std::any_of(Suffixes.begin(), Suffixes.end(),
                       [&](QLatin1StringView suffix) { return QFileInfo::exists(path + suffix); });
}

JournalFileId fileIdOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat info = {};
    if (stat(QFile::encodeName(path).constData(), &info) != 0) {
        return {};
    }
    return {static_cast<quint64>(info.st_dev), static_cast<quint64>(info.st_ino)};
#else
    return QFileInfo::exists(path) ? JournalFileId{1, 1} : JournalFileId{};
#endif
}

} // namespace purser
