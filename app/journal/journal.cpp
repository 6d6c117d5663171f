// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "accounts/privatefiles.h"
#include "journal/journalfile.h"
#include "journal/journaljson.h"
#include "journal/journalrows.h"
#include "journal/journalschema.h"
#include "journal/journalsql.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using Kind = JournalProblem::Kind;

QVariantList keyValues(const TokenKey &key)
{
    return {givenText(key.account), givenText(key.origin), givenText(key.token)};
}

//! To write-ahead logging. While two programs make the file at the same time SQLite reports it
//! as locked without the wait of the connection.
std::optional<JournalProblem> enterWal(JournalSql &sql)
{
    const QDeadlineTimer deadline(Journal::LockWait);
    while (true) {
        auto problem = sql.run(u"PRAGMA journal_mode = WAL"_s);
        if (!problem || problem->kind != Kind::Locked || deadline.hasExpired()) {
            return problem;
        }
        QThread::msleep(10);
    }
}

std::optional<JournalProblem> expectOneRow(const JournalSql &sql)
{
    return sql.changedRows() == 1
        ? std::nullopt
        : std::optional(JournalProblem{Kind::NoSuchChange, u"no such change in this state"_s});
}

std::optional<JournalProblem> insertChange(JournalSql &sql, const ChangeRecord &record,
                                           const QString &run)
{
    const QVariantList values = keyValues(record.key)
        + QVariantList{timeValue(record.createdAt),
                       textValue(record.reason),
                       journalJson(record.before),
                       journalJson(record.patch),
                       journalJson(record.expected),
                       outcomeWord(Outcome::Intended),
                       givenText(record.appVersion),
                       record.undoes ? QVariant(*record.undoes) : QVariant(),
                       givenText(run)};
    return sql.run(u"INSERT INTO changes (account, origin, token, created_at, reason, \"before\", "
                   "patch, expected, outcome, app_version, undoes, run) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   values);
}

//! The runs other than this one that have undecided rows.
Expected<QStringList, JournalProblem> otherRuns(JournalSql &sql, const QString &run)
{
    QStringList runs;
    const auto problem = sql.run(
        "SELECT DISTINCT run FROM changes WHERE run <> ? AND "_L1 + UndecidedSql, {givenText(run)},
        [&](const QSqlQuery &row) { runs.append(row.value(0).toString()); });
    if (problem) {
        return Unexpected{*problem};
    }
    return runs;
}

} // namespace

Journal::Journal(QString path, QString run, Mode mode)
    : m_path(std::move(path)), m_run(std::move(run)), m_mode(mode)
{
}

Journal::~Journal() = default;

std::optional<JournalProblem> Journal::open()
{
    if (m_sql && fileIdOf(m_path) == m_fileId) {
        return std::nullopt;
    }
    // Not open, or the file was removed or replaced: what went to the old one would be lost.
    m_sql.reset();
    if (m_path.isEmpty()) {
        return JournalProblem{Kind::Failed, u"the journal has no path"_s};
    }
    return m_mode == Mode::Write ? openToWrite() : openToRead();
}

std::optional<JournalProblem> Journal::openToWrite()
{
    constexpr int Attempts = 5; // another one after a file was set aside, here or elsewhere
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (!makePrivateFolderFor(m_path)) {
            return JournalProblem{Kind::ReadOnly, u"the journal's folder can't be made"_s};
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
            return JournalProblem{Kind::TooNew, {}};
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
    return JournalProblem{Kind::Damaged, u"the file at its path is always another one"_s};
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
        problem = sql->run(u"PRAGMA foreign_keys = ON"_s);
    }
    if (!problem) {
        problem = migrate(*sql, m_path);
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
    if (!QFileInfo::exists(m_path)) {
        return std::nullopt;
    }
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
        return JournalProblem{Kind::TooNew, {}};
    }
    if (*version > 0) { // else it is just being made
        m_sql = std::move(sql);
    }
    return std::nullopt;
}

std::optional<JournalProblem> Journal::write(const Steps &steps)
{
    if (m_mode == Mode::Read) {
        return JournalProblem{Kind::ReadOnly, u"the journal is open to be read alone"_s};
    }
    if (auto problem = open()) {
        return problem;
    }
    auto problem = m_sql->inTransaction(steps);
    if (!problem && fileIdOf(m_path) != m_fileId) {
        problem = JournalProblem{Kind::Failed, u"the file was replaced while it was written"_s};
    }
    note(problem);
    return problem;
}

void Journal::note(const std::optional<JournalProblem> &problem)
{
    if (!problem) {
        return;
    }
    if (problem->kind == Kind::Damaged) {
        m_isSuspect = true;
        m_sql.reset();
    } else if (problem->kind == Kind::ReadOnly) {
        m_sql.reset();
    }
}

Expected<qint64, JournalProblem> Journal::append(const ChangeRecord &record, bool evenIfUndecided)
{
    qint64 id = 0;
    const auto problem = write([&]() -> std::optional<JournalProblem> {
        bool isUndecided = false;
        auto failed =
            m_sql->run("SELECT 1 FROM changes WHERE account = ? AND origin = ? "
                       "AND token = ? AND "_L1
                           + UndecidedSql + " LIMIT 1"_L1,
                       keyValues(record.key), [&](const QSqlQuery &) { isUndecided = true; });
        if (!failed && isUndecided && !evenIfUndecided) {
            failed = JournalProblem{Kind::Undecided, {}};
        }
        if (!failed && isUndecided) {
            failed = m_sql->run(u"UPDATE changes SET outcome = 'abandoned', settled_how = 'user', "
                                "settled_at = ? WHERE account = ? AND origin = ? AND token = ? "
                                "AND run = ? AND outcome = 'unknown'"_s,
                                QVariantList{timeValue(record.createdAt)} + keyValues(record.key)
                                    + QVariantList{givenText(m_run)});
        }
        if (!failed && record.undoes) {
            bool isUndone = false;
            failed = m_sql->run("SELECT 1 FROM changes WHERE undoes = ? AND ("_L1 + InForceSql
                                    + " OR "_L1 + UndecidedSql + ") LIMIT 1"_L1,
                                {*record.undoes}, [&](const QSqlQuery &) { isUndone = true; });
            if (!failed && isUndone) {
                failed = JournalProblem{Kind::AlreadyUndone, {}};
            }
        }
        if (!failed) {
            failed = insertChange(*m_sql, record, m_run);
            id = m_sql->insertedId();
        }
        return failed;
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return id;
}

std::optional<JournalProblem> Journal::markSent(qint64 id)
{
    return write([&] {
        const auto problem = m_sql->run(u"UPDATE changes SET outcome = 'sent' "
                                        "WHERE id = ? AND outcome = 'intended' AND run = ?"_s,
                                        {id, givenText(m_run)});
        return problem ? problem : expectOneRow(*m_sql);
    });
}

std::optional<JournalProblem> Journal::end(qint64 id, const ChangeEnd &end)
{
    if (end.outcome == Outcome::Intended || end.outcome == Outcome::Sent) {
        return JournalProblem{Kind::Failed, u"that outcome is no end"_s};
    }
    const bool isSettled = end.outcome != Outcome::Unknown;
    return write([&] {
        const auto problem = m_sql->run(
            "UPDATE changes SET outcome = ?, settled_at = ?, settled_how = ?, "
            "\"after\" = COALESCE(?, \"after\"), status = COALESCE(?, status), "
            "request_id = COALESCE(?, request_id), error = COALESCE(?, error), "
            "duration_ms = COALESCE(?, duration_ms) WHERE id = ? AND "_L1
                + UndecidedSql,
            {outcomeWord(end.outcome), isSettled ? timeValue(end.at) : QVariant(),
             isSettled ? textValue(end.how) : QVariant(),
             end.after ? QVariant(journalJson(*end.after)) : QVariant(), statusValue(end.status),
             textValue(end.requestId), textValue(end.error), durationValue(end.duration), id});
        return problem ? problem : expectOneRow(*m_sql);
    });
}

Expected<Recovery, JournalProblem>
Journal::recover(const std::function<bool(const QString &)> &isGone, const QDateTime &now)
{
    Recovery recovery;
    const auto problem = write([&]() -> std::optional<JournalProblem> {
        const auto runs = otherRuns(*m_sql, m_run);
        if (!runs) {
            return runs.error();
        }
        for (const QString &run : *runs) {
            if (!isGone(run)) {
                continue;
            }
            const auto rows = select(undecidedOfRunSql(), {givenText(run)});
            if (!rows) {
                return rows.error();
            }
            for (const ChangeRecord &found : *rows) {
                ChangeRecord record = found;
                if (record.outcome == Outcome::Intended) {
                    record.outcome = Outcome::Abandoned;
                    record.settledAt = now.toUTC();
                    record.settledHow = settledhow::Recovered;
                    recovery.abandoned.append(record);
                } else {
                    record.outcome = Outcome::Unknown;
                    record.settledAt = {};
                    record.settledHow.clear();
                    record.run = m_run;
                    recovery.undecided.append(record);
                }
                if (auto failed = m_sql->run(
                        u"UPDATE changes SET outcome = ?, settled_at = ?, settled_how = ?, "
                        "run = ? WHERE id = ?"_s,
                        {outcomeWord(record.outcome), timeValue(record.settledAt),
                         textValue(record.settledHow), givenText(record.run), record.id})) {
                    return failed;
                }
            }
        }
        return std::nullopt;
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return recovery;
}

std::optional<JournalProblem> Journal::rememberBalances(const QString &account,
                                                        const QString &origin,
                                                        const QList<Token> &tokens,
                                                        const QDateTime &seenAt)
{
    return write([&]() -> std::optional<JournalProblem> {
        for (const Token &token : tokens) {
            if (!token.balance) {
                continue; // not stated, which is not "none"
            }
            const QVariantList key = keyValues({account, origin, token.name});
            const QVariant balance =
                *token.balance ? QVariant((*token.balance)->toDouble()) : QVariant();
            auto problem = m_sql->run(
                u"INSERT INTO balances (account, origin, token, seen_at, balance) "
                "SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM (SELECT balance "
                "FROM balances WHERE account = ? AND origin = ? AND token = ? "
                "ORDER BY seen_at DESC, rowid DESC LIMIT 1) WHERE balance IS ?)"_s,
                key + QVariantList{timeValue(seenAt), balance} + key + QVariantList{balance});
            if (problem) {
                return problem;
            }
        }
        return std::nullopt;
    });
}

} // namespace purser
