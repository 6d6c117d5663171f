// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "support/append.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <memory>

//! Journal files for the tests of the history window, written by the journal itself.
namespace purser::test {

using namespace Qt::StringLiterals;

template <typename T, typename E>
T take(const Expected<T, E> &result)
{
    if (!result) {
        std::fputs("the journal did not do it\n", stderr);
        std::abort();
    }
    return *result;
}

inline Balance credits(qint64 cents)
{
    return take(Balance::fromNanos(cents * (Balance::NanosPerCredit / 100)));
}

class HistoryJournal {
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"journal.sqlite"_s); }
    [[nodiscard]] QString settingsPath() const { return m_folder.filePath(u"purser.ini"_s); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Journal &journal()
    {
        if (!m_journal) {
            m_journal = std::make_unique<Journal>(path(), u"test-run"_s);
        }
        return *m_journal;
    }
    void close() { m_journal.reset(); }

    //! A change of the balance from 50 to 99.50 and of the expiry to never.
    static ChangeRecord record(const QString &token)
    {
        ChangeRecord record;
        record.key = {u"Marketing"_s, u"https://api.edenai.run"_s, token};
        record.createdAt = QDateTime(QDate(2026, 11, 24), QTime(15, 17, 44), Qt::UTC);
        record.reason = u"monthly top-up"_s;
        record.before.name = token;
        record.before.balance = credits(5'000);
        record.before.expiry = take(Expiry::fromIso8601(u"2027-03-14T15:09:26Z"_s));
        record.before.activeBalance = true;
        record.patch.balance = credits(9'950);
        record.patch.expiry = Expiry::never();
        record.expected = record.patch.appliedTo(record.before);
        record.appVersion = u"1.2.3"_s;
        return record;
    }

    //! Appends it and takes it to its outcome.
    qint64 add(const ChangeRecord &record, const ChangeEnd &end)
    {
        const qint64 id = take(appendTo(journal(), record, true));
        if (end.outcome != Outcome::Intended && journal().markSent(id)) {
            std::abort();
        }
        if (end.outcome != Outcome::Intended && end.outcome != Outcome::Sent
            && journal().end(id, end)) {
            std::abort();
        }
        return id;
    }

    qint64 add(const ChangeRecord &record, Outcome outcome = Outcome::Applied)
    {
        return add(record, endOf(record, outcome));
    }
    qint64 add(const QString &token, Outcome outcome = Outcome::Applied)
    {
        return add(record(token), outcome);
    }

    static ChangeEnd endOf(const ChangeRecord &record, Outcome outcome)
    {
        ChangeEnd end;
        end.outcome = outcome;
        end.at = record.createdAt.addSecs(1);
        end.how = settledhow::Reply;
        end.status = outcome == Outcome::Rejected ? 400 : 200;
        end.requestId = u"req-%1"_s.arg(record.key.token);
        end.duration = std::chrono::milliseconds(123);
        if (isInForce(outcome)) {
            end.after = record.expected;
        }
        return end;
    }

    //! An undo of the change, applied.
    qint64 addUndo(qint64 id, Outcome outcome = Outcome::Applied)
    {
        ChangeRecord undo = record(take(journal().change(id))->key.token);
        undo.undoes = id;
        undo.patch = {};
        undo.patch.balance = credits(5'000);
        undo.expected = undo.patch.appliedTo(undo.before);
        return add(undo, outcome);
    }

    //! Copies of the change of this id, in one transaction: tokens token-0 to token-999, reasons
    //! "row 1" and so on.
    void multiply(qint64 id, int count) const
    {
        runSql({u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                "INSERT INTO changes (account, origin, token, created_at, reason, before, patch, "
                "expected, after, outcome, settled_at, settled_how, status, request_id, error, "
                "duration_ms, app_version, undoes, run, account_id, service_url, token_id, kind, "
                "seq) "
                "SELECT account, origin, 'token-' || (i % 1000), created_at, 'row ' || i, before, "
                "patch, expected, after, outcome, settled_at, settled_how, status, request_id, "
                "error, duration_ms, app_version, undoes, run, account_id, service_url, "
                "'token-' || (i % 1000), kind, (SELECT max(seq) FROM changes) + i FROM changes, n "
                "WHERE changes.id = %2"_s.arg(count)
                    .arg(id)});
    }

    //! By a connection of its own.
    void runSql(const QStringList &statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(u"raw"_s);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
};

} // namespace purser::test
