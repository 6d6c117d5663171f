// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/settler.h"
#include "editing/tokeneditor.h"

namespace purser {

//! A token's changes: it is read, changed, and found out about. The window, the command line and
//! whatever changes many tokens go through it, so that the order of the steps has one home.
//! GUI thread only.
class ChangeDesk : public QObject {
    Q_OBJECT

public:
    using Activity = TokenEditor::Activity;
    using How = TokenEditor::How;
    //! Whether a run of the journal is gone for good.
    using IsGone = std::function<bool(const QString &run)>;

    //! When it is found out what became of changes whose outcome is unknown.
    enum class Settling {
        ByItself, //!< as soon as there is one
        WhenAsked, //!< see settle()
    };

    //! A change of the loaded token of which it is not known what became of it.
    struct Undecided {
        const Settler::Status *here = nullptr; //!< it is being found out here
        std::optional<ChangeRecord> elsewhere; //!< as the journal has it, whoever sent it
        explicit operator bool() const { return here || elsewhere; }
    };

    //! The first four must outlive it. isGone: asked in the journal's thread.
    ChangeDesk(AccountServices &services, AccountStore &accounts, ChangeLog &log, Clock &clock,
               IsGone isGone, Settling settling, QObject *parent = nullptr);

    //! Takes over what runs that are gone left undecided. Ends in recovered or recoveryFailed. Done
    //! again by itself, with Settling::ByItself, where a token is loaded that another run changes.
    void recover();

    //! See TokenEditor::setAccount(). Precondition: no change is being written down or sent.
    void open(const std::optional<Account> &account);
    //! See TokenEditor::updateAccount().
    void updateAccount(const Account &account) { m_editor.updateAccount(account); }
    [[nodiscard]] const std::optional<Account> &account() const { return m_editor.account(); }

    [[nodiscard]] Activity activity() const { return m_editor.activity(); }
    [[nodiscard]] bool isIdle() const { return m_editor.isIdle(); }
    //! The loaded token as it is known now: what the user is shown.
    [[nodiscard]] const std::optional<Token> &token() const { return m_editor.token(); }
    //! Of the account, and of the loaded token if there is one.
    [[nodiscard]] TokenKey key() const { return m_editor.key(); }
    //! While there is one, only a submit that says so is taken.
    [[nodiscard]] Undecided undecided() const;

    //! Ends in loaded or loadFailed. Precondition: idle.
    void load(const QString &name) { m_editor.load(name); }
    //! Ends in ended or stopped; asks on the way. Precondition: idle, a token is loaded, and the
    //! request is not empty.
    void submit(const ChangeRequest &request, const How &how);
    void submit(const ChangeRequest &request) { submit(request, How()); }
    //! The user's answer to asks. Precondition: Asking.
    void answer(bool send) { m_editor.answer(send); }
    //! Ends the step under way as cancelled; what has left stays sent. With none, no more is read
    //! by itself to find out about the loaded token.
    void cancel();

    // The undecided change of the loaded token:

    //! Reads at once.
    void checkNow() { m_settler.checkNow(key()); }
    //! Closes it without a decision, for the user says so. Ends in foundOut.
    void abandon() { m_settler.abandon(key()); }
    //! Whether another account is of another customer than this one's, as the user says. False: it
    //! can't be remembered.
    bool tellApart(const QString &otherAccountId, bool apart);

    //! Closes a change of this run in the same way, whichever token it is of. done: with the change
    //! as it is by now, and why the journal does not have that.
    using Abandoned =
        std::function<void(const Change &change, const std::optional<JournalProblem> &problem)>;
    void abandon(const ChangeRecord &record, QObject *context, const Abandoned &done);
    //! Finds out about these, a token's one after the other. Each ends in foundOut, unless it
    //! is let go of.
    void settle(const QList<Change> &changes);
    //! Nothing: no change of this token is being found out about here.
    [[nodiscard]] const Settler::Status *settling(const TokenKey &key) const
    {
        return m_settler.status(key);
    }
    [[nodiscard]] QList<Settler::Status> settling() const { return m_settler.all(); }
    //! Those that wait for another change of the same token.
    [[nodiscard]] const QList<Change> &waiting() const { return m_waiting; }
    //! Of this token.
    void letGo(const TokenKey &key);
    //! Begins with none any more that waits.
    void settleNoMore() { m_settlesNoMore = true; }

Q_SIGNALS:
    //! The activity, or what is known of an undecided change of the loaded token.
    void changed();
    void activityChanged();
    //! How it is being found out about a token's change.
    void settlingChanged(const purser::TokenKey &key);
    void loaded(const purser::TokenReply &reply);
    void loadFailed(const QString &name, const purser::Failure &failure);
    //! A read that failed is tried again at this time (UTC).
    void retryDue(const QDateTime &at, const purser::Failure &failure);
    //! Dangers wait for answer().
    void asks(const purser::Outlook &outlook);
    //! The intent of a submit is in the journal, and nothing of it has left yet.
    void written(const purser::ChangeRecord &record);
    //! Nothing was sent.
    void stopped(const purser::Stop &stop);
    //! What became of a submit, Unknown too.
    void ended(const purser::Change &change);
    //! What was unknown is known now, or was closed. The loaded token has taken it up.
    void foundOut(const purser::Change &change);
    void recovered(const purser::Recovery &recovery);
    void recoveryFailed(const purser::JournalProblem &problem);
    //! The journal was damaged, and put aside here. Told once.
    void journalSetAside(const QString &path);

private:
    void onLoaded(const TokenReply &reply);
    void onEnded(const Change &change);
    void onFoundOut(const Change &change);
    void settleNext();

    AccountStore &m_accounts;
    ChangeLog &m_log;
    Clock &m_clock;
    IsGone m_isGone;
    Settling m_settling;
    TokenEditor m_editor;
    Settler m_settler;
    QList<Change> m_waiting;
    bool m_settlesNoMore = false;
    QString m_setAside; //!< once that was told
};

//! The rule of the account that a change breaks, as why it stops; nothing: it breaks none.
std::optional<Stop::Reason> brokenRule(const Account &account, const ChangeRequest &request);

} // namespace purser
