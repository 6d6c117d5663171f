// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/accountservices.h"
#include "editing/change.h"
#include "editing/changelog.h"
#include "editing/evidence.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace purser {

//! The use case: one token is loaded and changed, as the design's "one change, step by step"
//! has it: read again, compare, ask about dangers, write the intent down, send once, compare the
//! answer. One step at a time; every step ends with exactly one of its signals. A change that
//! ends as Unknown is the Settler's to find out about. GUI thread only.
class TokenEditor : public QObject {
    Q_OBJECT

public:
    enum class Activity {
        Idle,
        Loading,
        Rereading, //!< submit: before it sends
        Asking, //!< submit: dangers wait for answer()
        Journaling, //!< submit: the intent is being written, the JWT fetched
        Sending,
        Confirming, //!< the answer left an asked field out: one read
    };

    //! All three must outlive the editor.
    TokenEditor(AccountServices &services, ChangeLog &log, Clock &clock, QObject *parent = nullptr);
    ~TokenEditor() override;

    //! Works for this account from now on; whatever is under way is cancelled without a word
    //! and no token is loaded any more. Precondition: canChangeAccount().
    void setAccount(const std::optional<Account> &account);
    //! What is known of the account has changed, but neither its id nor its URL: the token stays.
    void updateAccount(const Account &account);
    //! Not while a change is being written down or sent.
    [[nodiscard]] bool canChangeAccount() const;
    [[nodiscard]] const std::optional<Account> &account() const { return m_account; }

    [[nodiscard]] Activity activity() const { return m_activity; }
    [[nodiscard]] bool isIdle() const { return m_activity == Activity::Idle; }
    //! The loaded token as it is known now: what the user is shown.
    [[nodiscard]] const std::optional<Token> &token() const { return m_token; }
    [[nodiscard]] TokenKey key() const;
    //! The change of the loaded token that is still undecided, whoever sent it. While there is
    //! one, only a submit that says so is taken.
    [[nodiscard]] const std::optional<ChangeRecord> &undecided() const { return m_undecided; }

    //! Reads a token. Ends in loaded or loadFailed; after a failure the token loaded before
    //! stays. Precondition: Idle.
    void load(const QString &name);
    //! Takes up a token that was read elsewhere as the loaded one, unless what is known is newer.
    //! asked: when that read was asked for.
    void adopt(const Token &token, const Moment &asked);

    struct How {
        bool evenIfUndecided = false; //!< "Send anyway": closes this run's undecided change
        Fall fall = Fall::Stops; //!< beside what the editor itself tolerates after a Moved
        //! Names the submit in the journal, so that a draft can be told from it; empty: a new name.
        QString name = {};
    };
    //! Ends in settled or stopped; asks on the way.
    //! Precondition: Idle, a token is loaded, the request is not empty.
    void submit(const ChangeRequest &request, How how);
    void submit(const ChangeRequest &request) { submit(request, How()); }
    //! The user's answer to asks. Precondition: Asking.
    void answer(bool send);

    //! Ends the step under way, if there is one, as cancelled; what has left stays sent.
    void cancel();
    //! What became of a change is known: the loaded token is free, if it was that one's.
    void decided(const ChangeRecord &record);
    //! Looks into the journal again for an undecided change of the loaded token.
    void refreshUndecided();

Q_SIGNALS:
    void activityChanged();
    void loaded(const purser::TokenReply &reply);
    void loadFailed(const QString &name, const purser::Failure &failure);
    //! A read that failed is tried again at this time (UTC).
    void retryDue(const QDateTime &at, const purser::Failure &failure);
    //! Dangers wait for answer().
    void asks(const purser::Outlook &outlook);
    //! The intent of a submit is in the journal, and nothing of it has left yet.
    void written(const purser::ChangeRecord &record);
    void settled(const purser::Change &change);
    void stopped(const purser::Stop &stop);
    void undecidedChanged();
    //! "Send anyway": this change of this run is closed as abandoned now.
    void superseded(const purser::ChangeRecord &record);
    //! Every token that was read, for whoever can use it.
    void tokenSeen(const purser::TokenKey &key, const purser::Token &token,
                   const purser::Sighting &sighting);

private:
    struct Submission {
        ChangeRequest request;
        How how;
        Token shown;
        JournalMark mark; //!< of before the fresh read
        int tries = 1; //!< fresh reads, with the one under way
        TokenReply fresh;
        Sighting freshAt;
        Outlook outlook;
        QList<Consequence> agreed;
        Change change;
    };

    void setActivity(Activity activity);
    //! A callback that does nothing once another step has begun.
    template <typename Function>
    auto thisStep(Function function)
    {
        return [this, step = m_step, function = std::move(function)](const auto &...results) {
            if (step == m_step) {
                function(results...);
            }
        };
    }
    void readToken(Retry retry, const QString &name,
                   std::function<void(const ReadResult &, const Sighting &)> done);
    void onLoaded(const TokenReply &reply, const Sighting &at);
    void expectShownCustomer();
    void setUndecided(const std::optional<ChangeRecord> &record);

    void reread();
    void readFresh();
    void onReread(const TokenReply &reply, const Sighting &at);
    //! Reads once more, for what was read is too old; or stops, where that happens again and again.
    void rereadOrGiveUp();
    void askOrGoOn();
    void fetchBearer();
    void writeIntent(const Bearer &bearer);
    void append(const Bearer &bearer);
    void markSent(const Bearer &bearer);
    void send(const Bearer &bearer);
    void watchClocks(quint64 step);
    [[nodiscard]] bool isTooOld() const;
    void stopAsUndecided();
    void onAnswer(const TokenResult &result, std::chrono::milliseconds duration);
    void confirm();

    void stop(Stop::Reason reason, const std::optional<Failure> &failure = {});
    void settle(Outcome outcome, QLatin1StringView how);

    AccountServices &m_services;
    ChangeLog &m_log;
    Clock &m_clock;
    std::optional<Account> m_account;
    std::unique_ptr<AccountService> m_service;
    Activity m_activity = Activity::Idle;
    std::optional<Token> m_token;
    Moment m_tokenAt; //!< when the read, or the change, was asked for that m_token is from
    KeyHolder m_holder; //!< of the JWT by which m_token was loaded
    std::optional<ChangeRecord> m_undecided;
    Fall m_fall = Fall::Stops;
    Submission m_submission;
    QPointer<AccountRead> m_read;
    QPointer<Call> m_call;
    quint64 m_step = 0; //!< tells late answers from the current step's
    bool m_cancelled = false;
    bool m_clocksApart = false; //!< the change under way was cut off for it
};

} // namespace purser
