// SPDX-License-Identifier: GPL-3.0-or-later
// Journal's file: made, opened, set aside where it is damaged. journal.cpp writes its rows,
// journalqueries.cpp reads them.
#include "journal/journal.h"

#include "journal/journalfile.h"
#include "journal/journalschema.h"
#include "journal/journalsql.h"
#include "system/privatefiles.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QThread>

#include <filesystem>
#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using ProblemKind = JournalProblem::Kind;

//! To write-ahead logging. While two programs make the file at the same time SQLite reports it
//! as locked without the wait of the connection.
std::optional<JournalProblem> enterWal(JournalSql &sql)
{
    const QDeadlineTimer deadline(Journal::LockWait);
    while (true) {
        auto problem = sql.run(u"PRAGMA journal_mode = WAL"_s);
        if (!problem || problem->kind != ProblemKind::Locked || deadline.hasExpired()) {
            return problem;
        }
        QThread::msleep(10);
    }
}

} // namespace

Journal::Journal(QString path, QString run, Mode mode, Migrating migrating)
    : m_path(std::move(path)), m_run(std::move(run)), m_mode(mode),
      m_migrating(std::move(migrating))
{
}

Journal::~Journal() = default;

std::optional<JournalProblem> Journal::open()
{
    if (m_sql && !m_isCopy && fileIdOf(m_path) == m_fileId) {
        return std::nullopt;
    }
    // Not open, or the file was removed or replaced: what went to the old one would be lost.
    m_sql.reset();
    if (m_path.isEmpty()) {
        return JournalProblem{ProblemKind::Failed, u"the journal has no path"_s};
    }
    return m_mode == Mode::Write ? openToWrite() : openToRead();
}

std::optional<JournalProblem> Journal::openToWrite()
{
    constexpr int Attempts = 5; // another one after a file was set aside, here or elsewhere
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (!makePrivateFolderFor(m_path)) {
            return JournalProblem{ProblemKind::ReadOnly, u"the journal's folder can't be made"_s};
        }
        if (auto problem = findNoFile(m_path)) {
            return problem;
        }
        if (hasOrphans(m_path)) {
            // SQLite would take them for the new file's.
            if (const auto aside = setAside(m_path, {}); !aside) {
                return aside.error();
            }
        }
        if (auto problem = makePrivateFile(m_path)) {
            return problem;
        }
        makeJournalPrivate(m_path);
        m_fileId = fileIdOf(m_path);
        const auto state = inspectFile(m_path, m_isSuspect);
        if (!state) {
            return state.error();
        }
        if (*state == FileState::TooNew) {
            return JournalProblem{ProblemKind::TooNew, {}};
        }
        if (*state != FileState::Damaged) {
            auto problem = connectToWrite();
            if (problem || fileIdOf(m_path) == m_fileId) {
                return problem;
            }
            m_sql.reset(); // set aside by another program meanwhile
            continue;
        }
        const auto aside = setAside(m_path, m_fileId);
        if (!aside) {
            return aside.error();
        }
        if (!aside->isEmpty()) {
            m_setAsidePath = *aside;
        }
    }
    return JournalProblem{ProblemKind::Damaged, u"the file at its path is always another one"_s};
}

std::optional<JournalProblem> Journal::connectToWrite()
{
    auto sql = std::make_unique<JournalSql>(m_path, JournalSql::Access::Write);
    auto problem = sql->open();
    if (!problem) {
        problem = enterWal(*sql);
    }
    if (!problem) {
        problem = sql->run(u"PRAGMA synchronous = FULL"_s);
    }
    if (!problem) {
        problem = migrate(*sql, m_path, m_migrating);
    }
    if (!problem) {
        problem = sql->run(u"PRAGMA foreign_keys = ON"_s);
    }
    if (problem) {
        return problem;
    }
    makeJournalPrivate(m_path);
    m_sql = std::move(sql);
    m_isSuspect = false;
    return std::nullopt;
}

std::optional<JournalProblem> Journal::openToRead()
{
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::path(m_path.toStdU16String()), error)) {
        // That it can't be looked at does not mean that it is not there.
        return error ? std::optional(
                   JournalProblem{ProblemKind::Failed, QString::fromStdString(error.message())})
                     : std::nullopt;
    }
    if (const auto problem = findNoFile(m_path)) {
        return JournalProblem{ProblemKind::Failed, problem->detail};
    }
    makeJournalPrivate(m_path); // what others may read is taken back also by those who only read
    m_fileId = fileIdOf(m_path);
    auto sql = std::make_unique<JournalSql>(m_path, JournalSql::Access::Read);
    if (auto problem = sql->open()) {
        return problem;
    }
    const auto version = schemaVersion(*sql);
    if (!version) {
        return version.error();
    }
    if (*version > SchemaVersion) {
        return JournalProblem{ProblemKind::TooNew, {}};
    }
    m_isCopy = false;
    if (*version > 0 && *version < SchemaVersion) {
        return readOlder(*version);
    }
    if (*version > 0) { // else it is just being made
        m_sql = std::move(sql);
    }
    return std::nullopt;
}

std::optional<JournalProblem> Journal::readOlder(int version)
{
    auto sql = std::make_unique<JournalSql>(m_path, JournalSql::Access::Memory);
    auto problem = sql->open();
    if (!problem) {
        problem = copyMigrated(*sql, m_path, version, m_migrating);
    }
    if (!problem) {
        m_sql = std::move(sql);
        m_isCopy = true; // of this moment
    }
    return problem;
}

} // namespace purser
