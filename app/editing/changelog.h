// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "journal/journalqueue.h"
#include "system/clock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace purser {

//! The use case's hand on the journal: what has to be written is tried until it is, and nothing
//! is written while the user has turned the journal off for this run. GUI thread only.
class ChangeLog : public QObject {
    Q_OBJECT

public:
    using AccountOf = std::function<std::optional<Account>(const QString &accountId)>;
    //! Who is another customer than this account's, as Guard::apart has it.
    using ApartFrom = std::function<QStringList(const QString &accountId)>;

    //! Both must outlive it.
    //! run: this run's id in the journal (see Run).
    ChangeLog(JournalQueue &journal, QString run, Clock &clock, QObject *parent = nullptr);

    //! For what only reads.
    [[nodiscard]] JournalQueue &journal() { return m_journal; }
    [[nodiscard]] QString run() const { return m_run; }
    [[nodiscard]] QString journalPath() const { return m_journal.path(); }

    void setAccountOf(AccountOf accountOf) { m_accountOf = std::move(accountOf); }
    //! What is known of this account by now: other programs sign in, too.
    [[nodiscard]] Account accountNow(const Account &account) const
    {
        return m_accountOf ? m_accountOf(idOf(account)).value_or(account) : account;
    }

    void setApartFrom(ApartFrom apart) { m_apartFrom = std::move(apart); }
    //! Whose rows of the same service and token are of other tokens than this account's.
    [[nodiscard]] QStringList apartFrom(const QString &accountId) const
    {
        return m_apartFrom ? m_apartFrom(accountId) : QStringList();
    }

    //! From now on changes are sent without being written down. There is no way back in a run.
    void turnOff();
    [[nodiscard]] bool isOff() const { return m_off; }

    //! Nothing is to be written in this run, for this reason, and so nothing is to be sent.
    void refuse(const JournalProblem &problem) { m_refusal = problem; }
    //! Why; nothing while the journal is off.
    [[nodiscard]] std::optional<JournalProblem> refusal() const
    {
        return m_off ? std::nullopt : m_refusal;
    }

    //! Writes how a change ended. done is called once that was tried; if it failed, it is tried
    //! again in the background, and the row says meanwhile that the change was sent, which is
    //! true. It is told the problem, NoSuchChange where the row had ended otherwise meanwhile. id 0
    //! is a change that was not written down.
    void end(qint64 id, const ChangeEnd &end, QObject *context,
             std::function<void(const std::optional<JournalProblem> &)> done);
    //! account: a key of it, whatever its token.
    void rememberBalances(const TokenKey &account, const QList<Token> &tokens);

Q_SIGNALS:
    //! An end could not be written; it is tried again.
    void writeFailed(const purser::JournalProblem &problem);
    //! All ends that waited are written now.
    void caughtUp();
    void turnedOff();

private:
    void keepBalances(const TokenKey &account, const std::shared_ptr<const QList<Token>> &tokens,
                      qsizetype from);
    void tryAgain(qint64 id, const ChangeEnd &end, std::chrono::seconds wait);

    JournalQueue &m_journal;
    QString m_run;
    Clock &m_clock;
    AccountOf m_accountOf;
    ApartFrom m_apartFrom;
    bool m_off = false;
    std::optional<JournalProblem> m_refusal;
    int m_unwritten = 0;
};

} // namespace purser
