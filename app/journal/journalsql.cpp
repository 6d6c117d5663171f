// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalsql.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QStorageInfo>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Unique in the process: Qt keeps connections by name, for all threads.
QString nextConnectionName()
{
    static std::atomic<int> counter = 0;
    return u"purser-journal-%1"_s.arg(++counter);
}

//! SQLite reports a full disk as FULL where it can, and else as a failed write.
bool isDiskFull(const QString &path)
{
    constexpr qint64 Margin = 64 * 1024;
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < Margin;
}

// Of sqlite3.h, which Qt SQL does not need. An extended code has its primary one in the low byte.
enum SqliteCode {
    Permission = 3,
    Busy = 5,
    TableLocked = 6,
    ReadOnlyFile = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
    ForeignKey = 787,
};

JournalProblem::Kind kindOf(int code, const QString &path)
{
    using Kind = JournalProblem::Kind;
    if (code == ForeignKey) {
        return Kind::NoSuchChange;
    }
    switch (code & 0xff) {
    case Full:
        return Kind::DiskFull;
    case ReadOnlyFile:
    case CannotOpen:
    case Permission:
        return Kind::ReadOnly;
    case Busy:
    case TableLocked:
        return Kind::Locked;
    case Corrupt:
    case NotADatabase:
        return Kind::Damaged;
    case IoError:
        return isDiskFull(path) ? Kind::DiskFull : Kind::Failed;
    default:
        return Kind::Failed;
    }
}

//! Qt hands texts over as UTF-16, where SQLite takes a mark at the start for the byte order: U+FEFF
//! is dropped, U+FFFE turns each character round. A name would be another token's.
bool startsWithMark(const QVariant &value)
{
    if (value.typeId() != QMetaType::QString) {
        return false;
    }
    const QString text = value.toString();
    return text.startsWith(QChar(QChar::ByteOrderMark))
        || text.startsWith(QChar(QChar::ByteOrderSwapped));
}

//! The statement, which takes those texts as bytes of UTF-8. The room's statements have no question
//! mark but for their values.
QString withExactTexts(const QString &sql, const QVariantList &values)
{
    if (std::none_of(values.cbegin(), values.cend(), startsWithMark)) {
        return sql;
    }
    QStringList parts = sql.split(u'?');
    for (qsizetype i = 0; i < values.size() && i + 1 < parts.size(); ++i) {
        parts[i] += startsWithMark(values.at(i)) ? u"CAST(? AS TEXT)"_s : u"?"_s;
    }
    return parts.join(QString());
}

} // namespace

JournalSql::JournalSql(QString path, Access access)
    : m_path(std::move(path)), m_connection(nextConnectionName()), m_access(access)
{
}

JournalSql::~JournalSql()
{
    // Closes it too. No QSqlDatabase or QSqlQuery of it outlives a function here.
    QSqlDatabase::removeDatabase(m_connection);
}

std::optional<JournalProblem> JournalSql::open()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    QString options =
        u"QSQLITE_BUSY_TIMEOUT=%1;QSQLITE_ENABLE_REGEXP=8"_s.arg(Journal::LockWait.count());
    if (m_access == Access::Read) {
        options += ";QSQLITE_OPEN_READONLY"_L1;
    }
    if (m_access == Access::Memory) {
        options += ";QSQLITE_OPEN_URI"_L1;
    }
    database.setConnectOptions(options);
    database.setDatabaseName(m_access == Access::Memory ? u":memory:"_s
                                                        : QFileInfo(m_path).absoluteFilePath());
    if (!database.open()) {
        return problemOf(database.lastError());
    }
    return std::nullopt;
}

std::optional<JournalProblem> JournalSql::run(const QString &sql, const QVariantList &values,
                                              const Row &row)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(withExactTexts(sql, values))) {
        return problemOf(query.lastError());
    }
    for (const QVariant &value : values) {
        query.addBindValue(startsWithMark(value) ? value.toString().toUtf8() : value);
    }
    if (!query.exec()) {
        return problemOf(query.lastError());
    }
    while (query.next()) {
        if (row) {
            row(query);
        }
    }
    if (query.lastError().isValid()) {
        return problemOf(query.lastError());
    }
    m_changedRows = query.numRowsAffected();
    m_insertedId = query.lastInsertId().toLongLong();
    return std::nullopt;
}

std::optional<JournalProblem>
JournalSql::inTransaction(const std::function<std::optional<JournalProblem>()> &steps)
{
    // At once the writer: a reader that turns writer is refused if another one was faster.
    auto problem = run(u"BEGIN IMMEDIATE"_s);
    if (problem) {
        return problem;
    }
    problem = steps();
    if (!problem) {
        problem = run(u"COMMIT"_s);
    }
    if (problem) {
        run(u"ROLLBACK"_s); // fails where SQLite has rolled back by itself
    }
    return problem;
}

JournalProblem JournalSql::problemOf(const QSqlError &error) const
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    if (!isNumber) {
        return {JournalProblem::Kind::Failed, error.text()};
    }
    return {kindOf(code, m_path), u"SQLite %1: %2"_s.arg(code).arg(error.databaseText())};
}

} // namespace purser
