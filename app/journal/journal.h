// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"
#include "journal/changerecord.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

namespace purser {

class JournalSql;

//! Why the journal did not do what was asked. Nothing of it was done then.
struct JournalProblem {
    enum class Kind {
        DiskFull,
        ReadOnly, //!< the folder or the file can't be written
        Locked, //!< another program holds it for longer than Journal waits
        Damaged, //!< not a journal, and it could not be set aside either
        TooNew, //!< written by a newer Purser
        Undecided, //!< append(): another change of the token is still undecided
        AlreadyUndone, //!< append(): the change that it undoes has an undoOf()
        NoSuchChange, //!< no row of that id, or not in the state that the step needs
        Failed, //!< anything else, see detail
    };
    Kind kind = Kind::Failed;
    QString detail; //!< technical, for below a sentence

    friend bool operator==(const JournalProblem &, const JournalProblem &) = default;
};

//! What is shown of the journal. Empty members don't restrict.
struct JournalFilter {
    QString account;
    QString token; //!< part of the name, in any case
    std::optional<Outcome> outcome;
    QString text; //!< part of the token's name, the reason, the error or the request id
    QDateTime from; //!< created at this time or later
    QDateTime to; //!< created before this time

    friend bool operator==(const JournalFilter &, const JournalFilter &) = default;
};

//! What the rows are sorted by.
enum class JournalColumn { Id, Account, Token, Outcome, Reason };

//! What recover() found of runs that are gone.
struct Recovery {
    QList<ChangeRecord> undecided; //!< sent or unknown; now unknown, and this run's to settle
    QList<ChangeRecord> abandoned; //!< intended: no byte of them went out
};

//! Which file a path leads to; nothing where there is none.
struct JournalFileId {
    quint64 device = 0;
    quint64 file = 0;

    friend bool operator==(const JournalFileId &, const JournalFileId &) = default;
};

//! How a change ended, or that it is Unknown.
struct ChangeEnd {
    Outcome outcome = Outcome::Unknown;
    QString how; //!< see settledhow; empty for Unknown
    QDateTime at; //!< UTC; ignored for Unknown
    std::optional<Token> after;
    int status = 0; //!< 0 leaves what the row has
    QString requestId; //!< likewise if empty
    QString error; //!< likewise if empty
    std::optional<std::chrono::milliseconds> duration; //!< likewise if nothing
};

//! The change journal: a SQLite file. One connection, for the thread that makes the object and
//! for no other; it blocks for at most LockWait and for the disk. Several programs may have the
//! same file open. The file is opened at the first call and, after a failure, tried again at the
//! next one; opening checks its integrity, and migrates an older schema after a backup.
class Journal {
public:
    //! How long a file that is locked by another program is waited for.
    static constexpr std::chrono::milliseconds LockWait{3'000};
    static constexpr int SchemaVersion = 1;

    enum class Mode {
        Write,
        Read, //!< neither creates, nor checks, nor migrates: what is not there is empty
    };

    //! path: journal.sqlite; it and its folder are made for their owner alone. run: this run's
    //! id, for the rows that it writes (see Run).
    Journal(QString path, QString run, Mode mode = Mode::Write);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    //! Nothing if the journal can be used.
    std::optional<JournalProblem> open();
    //! Where a damaged file was put by open(): beside the journal, with date and time in its
    //! name; empty if none was.
    [[nodiscard]] QString setAsidePath() const { return m_setAsidePath; }
    [[nodiscard]] QString path() const { return m_path; }

    // Writing. What a call returned as done is on the disk.

    //! Writes a new row as intended, whatever record's id, outcome and run say and without what
    //! only its end brings, and gives its id. In one transaction refused as Undecided where
    //! another row of the same key is undecided, unless evenIfUndecided: then those of this run
    //! are closed as abandoned by the user. Refused as AlreadyUndone where the change that it
    //! undoes has an undo that is in force or undecided.
    Expected<qint64, JournalProblem> append(const ChangeRecord &record, bool evenIfUndecided);
    //! intended → sent. Once it returned, the change may go out.
    std::optional<JournalProblem> markSent(qint64 id);
    //! intended, sent or unknown → its end. An Unknown one may be marked so again.
    std::optional<JournalProblem> end(qint64 id, const ChangeEnd &end);
    //! Takes over, in one transaction, the undecided rows of runs that isGone() says are gone:
    //! the sent ones become unknown, the intended ones abandoned (settledhow::Recovered).
    Expected<Recovery, JournalProblem> recover(const std::function<bool(const QString &)> &isGone,
                                               const QDateTime &now);
    //! Keeps balances that were read. One that equals the token's newest is left out.
    std::optional<JournalProblem> rememberBalances(const QString &account, const QString &origin,
                                                   const QList<Token> &tokens,
                                                   const QDateTime &seenAt);

    // Reading.

    Expected<std::optional<ChangeRecord>, JournalProblem> change(qint64 id);
    //! The rows of these ids, in this order; ids that don't exist are left out.
    Expected<QList<ChangeRecord>, JournalProblem> changes(const QList<qint64> &ids);
    //! The ids of what the filter leaves.
    Expected<QList<qint64>, JournalProblem> ids(const JournalFilter &filter,
                                                JournalColumn sortedBy = JournalColumn::Id,
                                                Qt::SortOrder order = Qt::DescendingOrder);
    //! The token's newest undecided change.
    Expected<std::optional<ChangeRecord>, JournalProblem> undecided(const TokenKey &key);
    //! All undecided changes of this run.
    Expected<QList<ChangeRecord>, JournalProblem> undecidedOfThisRun();
    //! The token's newest applied change that is neither an undo nor has an undoOf().
    Expected<std::optional<ChangeRecord>, JournalProblem> newestUndoable(const TokenKey &key);
    //! The newest change that undoes this one and is in force or undecided.
    Expected<std::optional<ChangeRecord>, JournalProblem> undoOf(qint64 id);
    //! The token's newest change.
    Expected<std::optional<ChangeRecord>, JournalProblem> newestChange(const TokenKey &key);
    //! Whether no other change of the token may have left at about the same time: neither a later
    //! one, nor an earlier one that was open then, or was closed by hand shortly before.
    Expected<bool, JournalProblem> wasSentAlone(qint64 id);
    //! The names of the account's tokens that are in the journal, by a change or by a balance,
    //! sorted.
    Expected<QStringList, JournalProblem> tokenNames(const QString &account, const QString &origin);
    //! The accounts that are in the journal, likewise.
    Expected<QStringList, JournalProblem> accounts();

private:
    using Steps = std::function<std::optional<JournalProblem>()>;

    std::optional<JournalProblem> openToWrite();
    std::optional<JournalProblem> openToRead();
    std::optional<JournalProblem> connectToWrite();
    //! Runs steps in one transaction, on the file that is at the path now.
    std::optional<JournalProblem> write(const Steps &steps);
    //! Runs steps, unless there is nothing to read.
    std::optional<JournalProblem> read(const Steps &steps);
    //! Lets the next call open the file anew where the problem is one of the file.
    void note(const std::optional<JournalProblem> &problem);
    //! Within write() or read().
    Expected<QList<ChangeRecord>, JournalProblem> select(const QString &rest,
                                                         const QVariantList &values);
    Expected<QList<ChangeRecord>, JournalProblem> readChanges(const QString &rest,
                                                              const QVariantList &values);
    Expected<std::optional<ChangeRecord>, JournalProblem> readChange(const QString &rest,
                                                                     const QVariantList &values);
    Expected<QStringList, JournalProblem> readTexts(const QString &sql, const QVariantList &values);

    QString m_path;
    QString m_run;
    Mode m_mode;
    std::unique_ptr<JournalSql> m_sql; //!< nothing: not open
    JournalFileId m_fileId; //!< of what m_sql is open on
    bool m_isSuspect = false; //!< was found damaged while in use
    QString m_setAsidePath;
};

} // namespace purser
