// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "domain/customer.h"
#include "journal/journalfile.h"
#include "journal/journaljson.h"
#include "journal/journalrows.h"
#include "journal/journalschema.h"
#include "journal/journalsql.h"
#include "system/privatefiles.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using ProblemKind = JournalProblem::Kind;

//! The number of a row that is written: one more than that of any other.
constexpr auto NextSeq = "(SELECT coalesce(max(seq), 0) + 1 FROM changes)"_L1;

//! Who a token's account is, as the first columns have it.
QVariantList ownerValues(const TokenKey &key)
{
    return {givenText(key.account), givenText(key.origin), givenText(key.token)};
}

std::optional<JournalProblem> expectOneRow(const JournalSql &sql)
{
    return sql.changedRows() == 1
        ? std::nullopt
        : std::optional(
            JournalProblem{ProblemKind::NoSuchChange, u"no such change in this state"_s});
}

std::optional<JournalProblem> insertChange(JournalSql &sql, const ChangeRecord &record,
                                           const JournalMark &read, const QString &run)
{
    const QVariantList values = ownerValues(record.key)
        + QVariantList{timeValue(record.createdAt),
                       textValue(record.reason),
                       journalJson(record.before),
                       journalJson(record.patch),
                       journalJson(record.expected),
                       outcomeWord(Outcome::Intended),
                       givenText(record.appVersion),
                       record.undoes ? QVariant(*record.undoes) : QVariant(),
                       givenText(run),
                       givenText(record.key.accountId),
                       givenText(record.key.serviceUrl),
                       textValue(record.key.customer),
                       givenText(record.key.token),
                       read.seq,
                       timeValue(record.readAt),
                       textValue(record.submit),
                       givenText(record.kind),
                       textValue(record.batch)};
    return sql.run("INSERT INTO changes (account, origin, token, created_at, reason, \"before\", "
                   "patch, expected, outcome, app_version, undoes, run, account_id, service_url, "
                   "customer, token_id, read_seq, read_at, submit, kind, batch, seq) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "_L1
                       + NextSeq + u')',
                   values);
}

//! What names one write among all: an intent's submit is like no other. An older copy of the
//! journal that is put back, or rows that are taken out, give numbers a second time.
const QString WriteOfSeq = u"SELECT id || ' ' || outcome || ' ' || coalesce(submit, created_at) "
                           "FROM changes WHERE seq = ?"_s;

//! Within a transaction or for one look.
Expected<JournalMark, JournalProblem> markOf(JournalSql &sql)
{
    JournalMark mark;
    auto problem =
        sql.run(u"SELECT (SELECT id FROM journal), (SELECT coalesce(max(seq), 0) FROM changes)"_s,
                {}, [&](const QSqlQuery &row) {
                    mark.journal = row.value(0).toString();
                    mark.seq = row.value(1).toLongLong();
                });
    if (!problem) {
        problem = sql.run(WriteOfSeq, {mark.seq},
                          [&](const QSqlQuery &row) { mark.row = row.value(0).toString(); });
    }
    if (problem) {
        return Unexpected{*problem};
    }
    return mark;
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

std::optional<JournalProblem> Journal::write(const Steps &steps)
{
    if (m_mode == Mode::Read) {
        return JournalProblem{ProblemKind::ReadOnly, u"the journal is open to be read alone"_s};
    }
    if (auto problem = open()) {
        return problem;
    }
    auto problem = m_sql->inTransaction([&]() -> std::optional<JournalProblem> {
        const auto foreign = findForeignTrigger(*m_sql);
        return foreign ? foreign : steps();
    });
    if (!problem && fileIdOf(m_path) != m_fileId) {
        problem =
            JournalProblem{ProblemKind::Failed, u"the file was replaced while it was written"_s};
    }
    note(problem);
    return problem;
}

void Journal::note(const std::optional<JournalProblem> &problem)
{
    if (!problem) {
        return;
    }
    if (problem->kind == ProblemKind::Damaged) {
        m_isSuspect = true;
        m_sql.reset();
    } else if (problem->kind == ProblemKind::ReadOnly) {
        m_sql.reset();
    }
}

Expected<JournalMark, JournalProblem> Journal::mark()
{
    JournalMark mark;
    const auto problem = read([&]() -> std::optional<JournalProblem> {
        const auto found = markOf(*m_sql);
        if (!found) {
            return found.error();
        }
        mark = *found;
        mark.file = m_fileId;
        return std::nullopt;
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return mark;
}

std::optional<JournalProblem> Journal::checkGuard(const ChangeRecord &record, const Guard &guard)
{
    const QString ofToken = "SELECT 1 FROM changes WHERE "_L1 + OfTokenSql + " AND "_L1;
    bool isUndecided = false;
    bool isStale = false;
    if (auto failed = m_sql->run(ofToken + notApartSql(u"changes"_s) + " AND "_L1 + UndecidedSql
                                     + " LIMIT 1"_L1,
                                 ofTokenValues(record.key) + QVariantList{jsonArray(guard.apart)},
                                 [&](const QSqlQuery &) { isUndecided = true; })) {
        return failed;
    }
    if (isUndecided && !guard.evenIfUndecided) {
        return JournalProblem{ProblemKind::Undecided, {}};
    }
    const auto now = markOf(*m_sql);
    if (!now) {
        return now.error();
    }
    if (guard.read.journal.isEmpty() || guard.read.journal != now->journal
        || guard.read.file != m_fileId || guard.read.seq > now->seq) {
        return JournalProblem{ProblemKind::Stale,
                              u"the file is another one than before the read"_s};
    }
    QString row;
    if (auto failed = m_sql->run(WriteOfSeq, {guard.read.seq}, [&](const QSqlQuery &found) {
            row = found.value(0).toString();
        })) {
        return failed;
    }
    if (row != guard.read.row) {
        return JournalProblem{ProblemKind::Stale, u"rows are not what they were before the read"_s};
    }
    // Also by accounts that are apart: to read once more costs little.
    if (auto failed = m_sql->run(ofToken + "seq > ? LIMIT 1"_L1,
                                 ofTokenValues(record.key) + QVariantList{guard.read.seq},
                                 [&](const QSqlQuery &) { isStale = true; })) {
        return failed;
    }
    if (isStale) {
        return JournalProblem{ProblemKind::Stale,
                              u"the token's rows were written since the read"_s};
    }
    return std::nullopt;
}

//! A change is taken back at most once, and only where it was made.
std::optional<JournalProblem> Journal::checkUndo(const ChangeRecord &record, const Guard &guard)
{
    if (!record.undoes) {
        return std::nullopt;
    }
    const auto undone = select(u"WHERE id = ?"_s, {*record.undoes});
    if (!undone) {
        return undone.error();
    }
    if (undone->isEmpty()) {
        return JournalProblem{ProblemKind::NoSuchChange, {}};
    }
    const TokenKey &its = undone->first().key;
    const QStringList own = sameCustomers(guard.customers, customerMark(record.key.customer));
    const bool isSameCustomer =
        !mayBeAnothers(customerMarkOf(undone->first()), own, guard.formerCustomers);
    if (its.serviceUrl != record.key.serviceUrl || its.token != record.key.token
        || !isSameCustomer) {
        return JournalProblem{ProblemKind::OtherCustomer, {}};
    }
    bool isUndone = false;
    auto failed = m_sql->run("SELECT 1 FROM changes WHERE undoes = ? AND ("_L1 + InForceSql
                                 + " OR "_L1 + UndecidedSql + ") LIMIT 1"_L1,
                             {*record.undoes}, [&](const QSqlQuery &) { isUndone = true; });
    return !failed && isUndone ? JournalProblem{ProblemKind::AlreadyUndone, {}} : failed;
}

//! "Send anyway": what this run left undecided of the token, in the same account.
std::optional<JournalProblem> Journal::closeOwn(const ChangeRecord &record)
{
    QList<qint64> ids;
    auto failed = m_sql->run(u"SELECT id FROM changes WHERE service_url = ? AND token_id = ? "
                             "AND account_id = ? AND run = ? AND outcome = 'unknown' ORDER BY id"_s,
                             {givenText(record.key.serviceUrl), givenText(record.key.token),
                              givenText(record.key.accountId), givenText(m_run)},
                             [&](const QSqlQuery &row) { ids.append(row.value(0).toLongLong()); });
    for (const qint64 id : std::as_const(ids)) {
        if (!failed) {
            // One by one: each write takes a number of its own.
            failed = m_sql->run("UPDATE changes SET outcome = 'abandoned', settled_how = 'user', "
                                "settled_at = ?, seq = "_L1
                                    + NextSeq + " WHERE id = ?"_L1,
                                {timeValue(record.createdAt), id});
        }
        if (!failed) {
            failed = expectRow(id, Outcome::Abandoned);
        }
    }
    return failed;
}

Expected<qint64, JournalProblem> Journal::append(const ChangeRecord &record, const Guard &guard)
{
    qint64 id = 0;
    const auto problem = write([&]() -> std::optional<JournalProblem> {
        auto failed = checkGuard(record, guard);
        if (!failed && guard.evenIfUndecided) {
            failed = closeOwn(record);
        }
        if (!failed) {
            failed = checkUndo(record, guard); // after an undo of this run's was closed
        }
        if (!failed) {
            failed = insertChange(*m_sql, record, guard.read, m_run);
            id = m_sql->insertedId();
        }
        if (!failed) {
            failed = expectRow(m_sql->changedRows() == 1 ? id : 0, Outcome::Intended);
        }
        if (failed) {
            return failed;
        }
        const auto rows = select(u"WHERE id = ?"_s, {id});
        const bool isKept = rows && rows->size() == 1 && rows->first().key == record.key
            && rows->first().patch == record.patch && rows->first().submit == record.submit
            && rows->first().undoes == record.undoes;
        return isKept
            ? std::nullopt
            : std::optional(JournalProblem{ProblemKind::Failed, u"the row was not kept"_s});
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return id;
}

//! A file that others can edit may have triggers that swallow a write or do another one; what is
//! not there as it was meant must not be taken for written.
std::optional<JournalProblem> Journal::expectRow(qint64 id, Outcome outcome)
{
    bool isThere = false;
    const auto failed =
        m_sql->run(u"SELECT 1 FROM changes WHERE id = ? AND outcome = ? AND seq = (SELECT max(seq) "
                   "FROM changes)"_s,
                   {id, outcomeWord(outcome)}, [&](const QSqlQuery &) { isThere = true; });
    if (failed || (isThere && id > 0)) {
        return failed;
    }
    return JournalProblem{ProblemKind::Failed, u"the row was not written"_s};
}

std::optional<JournalProblem> Journal::markSent(qint64 id, const QString &boot)
{
    return write([&] {
        auto problem =
            m_sql->run("UPDATE changes SET outcome = 'sent', boot = ?, seq = "_L1 + NextSeq
                           + " WHERE id = ? AND outcome = 'intended' AND run = ?"_L1,
                       {textValue(boot), id, givenText(m_run)});
        if (!problem) {
            problem = expectOneRow(*m_sql);
        }
        return problem ? problem : expectRow(id, Outcome::Sent);
    });
}

std::optional<JournalProblem> Journal::end(qint64 id, const ChangeEnd &end)
{
    if (end.outcome == Outcome::Intended || end.outcome == Outcome::Sent) {
        return JournalProblem{ProblemKind::Failed, u"that outcome is no end"_s};
    }
    const bool isSettled = end.outcome != Outcome::Unknown;
    return write([&] {
        auto problem = m_sql->run(
            "UPDATE changes SET outcome = ?, settled_at = ?, settled_how = ?, seq = "_L1 + NextSeq
                + ", "
                  "\"after\" = COALESCE(?, \"after\"), status = COALESCE(?, status), "
                  "request_id = COALESCE(?, request_id), error = COALESCE(?, error), "
                  "duration_ms = COALESCE(?, duration_ms) WHERE id = ? AND "_L1
                + UndecidedSql,
            {outcomeWord(end.outcome), isSettled ? timeValue(end.at) : QVariant(),
             isSettled ? textValue(end.how) : QVariant(),
             end.after ? QVariant(journalJson(*end.after)) : QVariant(), statusValue(end.status),
             textValue(end.requestId), textValue(end.error), durationValue(end.duration), id});
        if (!problem) {
            problem = expectOneRow(*m_sql);
        }
        return problem ? problem : expectRow(id, end.outcome);
    });
}

//! Undecided rows of version 1 whose account was not known when they were migrated: it may be known
//! by now.
std::optional<JournalProblem> Journal::findOwnersOfOldRows()
{
    if (!m_migrating.ownerOf) {
        return std::nullopt;
    }
    const auto rows =
        select("WHERE read_seq IS NULL AND service_url = origin AND "_L1 + UndecidedSql, {});
    if (!rows) {
        return rows.error();
    }
    for (const ChangeRecord &row : *rows) {
        const RowOwner owner = m_migrating.ownerOf(row.key.account, row.key.origin);
        if (owner.accountId == row.key.accountId && owner.serviceUrl == row.key.serviceUrl) {
            continue;
        }
        if (auto failed =
                m_sql->run("UPDATE changes SET account_id = ?, service_url = ?, seq = "_L1 + NextSeq
                               + " WHERE id = ?"_L1,
                           {givenText(owner.accountId), givenText(owner.serviceUrl), row.id})) {
            return failed;
        }
        if (auto failed = expectRow(row.id, row.outcome)) {
            return failed;
        }
    }
    return std::nullopt;
}

Expected<Recovery, JournalProblem>
Journal::recover(const std::function<bool(const QString &)> &isGone, const QDateTime &now)
{
    Recovery recovery;
    const auto problem = write([&]() -> std::optional<JournalProblem> {
        if (auto failed = findOwnersOfOldRows()) {
            return failed;
        }
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
                const bool neverLeft = record.outcome == Outcome::Intended;
                record.outcome = neverLeft ? Outcome::Abandoned : Outcome::Unknown;
                record.settledAt = neverLeft ? now.toUTC() : QDateTime();
                record.settledHow = neverLeft ? QString(settledhow::Recovered) : QString();
                record.run = neverLeft ? record.run : m_run;
                if (auto failed = m_sql->run(
                        "UPDATE changes SET outcome = ?, settled_at = ?, settled_how = ?, "
                        "run = ?, seq = "_L1
                            + NextSeq + " WHERE id = ?"_L1,
                        {outcomeWord(record.outcome), timeValue(record.settledAt),
                         textValue(record.settledHow), givenText(record.run), record.id})) {
                    return failed;
                }
                if (auto failed = expectRow(record.id, record.outcome)) {
                    return failed;
                }
                const auto mark = markOf(*m_sql);
                if (!mark) {
                    return mark.error();
                }
                record.seq = mark->seq;
                (neverLeft ? recovery.abandoned : recovery.undecided).append(record);
            }
        }
        return std::nullopt;
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return recovery;
}

std::optional<JournalProblem> Journal::rememberBalances(const TokenKey &account,
                                                        const QList<Token> &tokens,
                                                        const QDateTime &seenAt)
{
    return write([&]() -> std::optional<JournalProblem> {
        for (const Token &token : tokens) {
            if (!token.balance) {
                continue; // not stated, which is not "none"
            }
            TokenKey key = account;
            key.token = token.name;
            const QVariant balance =
                *token.balance ? QVariant((*token.balance)->toDouble()) : QVariant();
            const QVariantList who{givenText(key.accountId), givenText(key.serviceUrl)};
            auto problem = m_sql->run(
                u"INSERT INTO balances (account, origin, token, seen_at, balance, account_id, "
                "service_url, customer, token_id) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? "
                "WHERE NOT EXISTS (SELECT 1 FROM (SELECT balance FROM balances "
                "WHERE account_id = ? AND service_url = ? AND token_id = ? "
                "ORDER BY seen_at DESC, rowid DESC LIMIT 1) WHERE balance IS ?)"_s,
                ownerValues(key) + QVariantList{timeValue(seenAt), balance} + who
                    + QVariantList{textValue(key.customer), givenText(key.token)} + who
                    + QVariantList{givenText(key.token), balance});
            if (problem) {
                return problem;
            }
        }
        return std::nullopt;
    });
}

} // namespace purser
