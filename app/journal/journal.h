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
        OlderRunning, //!< of an older form, which a Purser that still runs is using
        Undecided, //!< append(): another change of the token is still undecided
        Stale, //!< append(): the token's rows were written since the read that it rests on
        //! append(): the change that it undoes is of another token, service or customer
        OtherCustomer,
        NoUndoUnwritten, //!< the journal is off, and an undo that is not in it could be done twice
        AlreadyUndone, //!< append(): the change that it undoes has an undoOf()
        NoSuchChange, //!< no row of that id, or not in the state that the step needs
        Failed, //!< anything else, see detail
    };
    Kind kind = Kind::Failed;
    QString detail; //!< technical, for below a sentence

    friend bool operator==(const JournalProblem &, const JournalProblem &) = default;
};

//! Which file a path leads to; nothing where there is none.
struct JournalFileId {
    quint64 device = 0;
    quint64 file = 0;

    friend bool operator==(const JournalFileId &, const JournalFileId &) = default;
};

//! A moment in the life of a journal, told by its own numbers and by no clock: each write of a row
//! takes the next one.
struct JournalMark {
    QString journal; //!< which journal, for it may be replaced; empty: there was none
    qint64 seq = 0; //!< the number of the newest write
    JournalFileId file = {}; //!< an older copy that was put back is another file
    QString row = {}; //!< tells the newest write from any other that would have its number

    friend bool operator==(const JournalMark &, const JournalMark &) = default;
};

//! What a new row rests on, and what may stand beside it.
struct Guard {
    JournalMark read; //!< mark() before the token was read
    //! "Send anyway": those of this run and account are closed as abandoned by the user.
    bool evenIfUndecided = false;
    //! "ACCOUNT/CUSTOMER" (id and fingerprint) of whom the user said that they are another
    //! customer: rows that were made by these are of other tokens. One whose customer is not known
    //! never is.
    QStringList apart;
    //! Fingerprints that are the account's own customer, under whichever JWT, with UnnamedCustomer
    //! for a key that names none; empty: not known.
    QStringList customers = {};
    //! Those that the account had before, and that may be others.
    QStringList formerCustomers = {};
};

//! Whose the rows are that an older Purser wrote, which knew an account by its name alone.
struct RowOwner {
    QString accountId;
    QString serviceUrl;
    QString customer;
};

//! What a migration has to be told from above. Called in the journal's thread.
struct Migrating {
    std::function<RowOwner(const QString &account, const QString &origin)> ownerOf;
    //! Whether a Purser runs that writes the form of before: nothing is migrated then.
    std::function<bool(int version)> olderLives;
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
    static constexpr int SchemaVersion = 2;

    enum class Mode {
        Write,
        //! Neither creates, nor checks, nor migrates: what is not there is empty, and a file of an
        //! older form is read as if it had been migrated.
        Read,
    };

    //! path: journal.sqlite; it and its folder are made for their owner alone. run: this run's
    //! id, for the rows that it writes (see Run).
    Journal(QString path, QString run, Mode mode = Mode::Write, Migrating migrating = {});
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

    //! To be asked for before a token is read that a change is to rest on.
    Expected<JournalMark, JournalProblem> mark();
    //! Writes a new row as intended, whatever record's id, outcome and run say and without what
    //! only its end brings, and gives its id. In one transaction refused
    //! - as Undecided where another row of the token is undecided, unless evenIfUndecided,
    //! - as Stale where a row of the token was written since the guard's mark, or the mark is of
    //!   another file: what was read is older than what is known of the token,
    //! - as OtherCustomer where the change that it undoes was made to another token, at another
    //!   service or for another customer,
    //! - as AlreadyUndone where the change that it undoes has an undo that is in force or
    //! undecided. A row is of the same token if the service's URL and the token are the same,
    //! whatever the account, but for those apart.
    Expected<qint64, JournalProblem> append(const ChangeRecord &record, const Guard &guard);
    //! intended → sent, at this moment (see ChangeRecord::boot). Once it returned, the change may
    //! go out.
    std::optional<JournalProblem> markSent(qint64 id, const QString &boot = {});
    //! intended, sent or unknown → its end. An Unknown one may be marked so again.
    std::optional<JournalProblem> end(qint64 id, const ChangeEnd &end);
    //! Takes over, in one transaction, the undecided rows of runs that isGone() says are gone:
    //! the sent ones become unknown, the intended ones abandoned (settledhow::Recovered).
    Expected<Recovery, JournalProblem> recover(const std::function<bool(const QString &)> &isGone,
                                               const QDateTime &now);
    //! Keeps balances that were read. One that equals the token's newest is left out.
    //! account: a key of it, whatever its token.
    std::optional<JournalProblem>
    rememberBalances(const TokenKey &account, const QList<Token> &tokens, const QDateTime &seenAt);

    // Reading.

    Expected<std::optional<ChangeRecord>, JournalProblem> change(qint64 id);
    //! The rows of these ids, in this order; ids that don't exist are left out.
    Expected<QList<ChangeRecord>, JournalProblem> changes(const QList<qint64> &ids);
    //! The ids of what the filter leaves.
    Expected<QList<qint64>, JournalProblem> ids(const JournalFilter &filter,
                                                JournalColumn sortedBy = JournalColumn::Id,
                                                Qt::SortOrder order = Qt::DescendingOrder);
    //! The row of this submit.
    Expected<std::optional<ChangeRecord>, JournalProblem> changeOfSubmit(const QString &submit);
    //! The token's newest undecided change, whichever account made it, but for those apart; one of
    //! the key's own account before others.
    Expected<std::optional<ChangeRecord>, JournalProblem> undecided(const TokenKey &key,
                                                                    const QStringList &apart = {});
    //! All undecided changes of this run.
    Expected<QList<ChangeRecord>, JournalProblem> undecidedOfThisRun();
    //! The token's newest applied change that is neither an undo nor has an undoOf().
    Expected<std::optional<ChangeRecord>, JournalProblem> newestUndoable(const TokenKey &key);
    //! The newest change that undoes this one and is in force or undecided.
    Expected<std::optional<ChangeRecord>, JournalProblem> undoOf(qint64 id);
    //! A change of the account that does not say which customer's token it changed.
    Expected<std::optional<ChangeRecord>, JournalProblem> unnamedOf(const QString &accountId);
    //! The changes of the same token, by whichever account (what was said of two accounts may be
    //! wrong, and then nothing may be proved by it), that may have reached the service between the
    //! read that this one rests on and now, oldest first: those written since, those that are
    //! undecided, and those closed by hand without a decision. Not among them is what is known to
    //! have had no effect.
    Expected<QList<ChangeRecord>, JournalProblem> rivalsOf(qint64 id);
    //! The names of the account's tokens that are in the journal, by a change or by a balance,
    //! sorted.
    Expected<QStringList, JournalProblem> tokenNames(const TokenKey &account);
    //! The accounts that are in the journal, likewise.
    Expected<QStringList, JournalProblem> accounts();

private:
    using Steps = std::function<std::optional<JournalProblem>()>;

    std::optional<JournalProblem> openToWrite();
    std::optional<JournalProblem> openToRead();
    std::optional<JournalProblem> connectToWrite();
    //! A copy in memory of a file of an older form, migrated there.
    std::optional<JournalProblem> readOlder(int version);
    //! Within write(): what a statement did to the row is what was meant, and nothing else did.
    std::optional<JournalProblem> expectRow(qint64 id, Outcome outcome);
    std::optional<JournalProblem> checkGuard(const ChangeRecord &record, const Guard &guard);
    std::optional<JournalProblem> checkUndo(const ChangeRecord &record, const Guard &guard);
    std::optional<JournalProblem> findOwnersOfOldRows();
    std::optional<JournalProblem> closeOwn(const ChangeRecord &record);
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
    Migrating m_migrating;
    std::unique_ptr<JournalSql> m_sql; //!< nothing: not open
    JournalFileId m_fileId; //!< of what m_sql is open on
    bool m_isSuspect = false; //!< was found damaged while in use
    bool m_isCopy = false; //!< m_sql is open on what readOlder() made
    QString m_setAsidePath;
};

} // namespace purser
