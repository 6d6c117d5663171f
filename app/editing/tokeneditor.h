// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "credentials/credentials.h"
#include "editing/change.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace purser {

//! The use case: one token is loaded, changed, and what became of the change is known. One
//! step at a time; every step ends with exactly one of its signals. GUI thread only.
class TokenEditor : public QObject {
    Q_OBJECT

public:
    enum class Activity { Idle, Loading, Submitting, Checking };
    using Clock = std::function<QDateTime()>;

    //! credentials must outlive the editor. clock: now, in UTC.
    explicit TokenEditor(Credentials &credentials, QObject *parent = nullptr,
                         Clock clock = &QDateTime::currentDateTimeUtc);
    ~TokenEditor() override;

    //! Works for this account from now on; whatever is under way is cancelled without a word
    //! and no token is loaded any more. Precondition: not Submitting.
    void setAccount(const std::optional<Account> &account);
    [[nodiscard]] const std::optional<Account> &account() const { return m_account; }
    void setDeadline(std::chrono::milliseconds deadline);

    [[nodiscard]] Activity activity() const { return m_activity; }
    //! The loaded token as it is known now.
    [[nodiscard]] const std::optional<Token> &token() const { return m_token; }
    //! The change of the loaded token whose outcome is unknown. While there is one, submit()
    //! is not to be called.
    [[nodiscard]] const std::optional<Change> &undecided() const { return m_undecided; }

    //! Reads a token. Ends in loaded or loadFailed; after a failure the token loaded before
    //! stays. Precondition: Idle.
    void load(const QString &name);
    //! Sends the patch's fields that differ from the loaded token, once. Ends in settled.
    //! Precondition: Idle, a token is loaded, nothing is undecided.
    void submit(const TokenPatch &patch);
    //! Reads to decide the undecided change. Ends in settled, or in checkFailed.
    //! Precondition: Idle, undecided.
    void checkNow();
    //! Ends the step under way, if there is one, as cancelled.
    void cancel();

Q_SIGNALS:
    void activityChanged();
    void loaded(const purser::TokenReply &reply);
    void loadFailed(const QString &name, const purser::Failure &failure);
    void settled(const purser::Change &change);
    void checkFailed(const purser::Failure &failure);
    //! The account's service answers PATCH only: to be remembered with the account.
    void readsByPatchLearned(const QString &accountName);

private:
    void setActivity(Activity activity);
    void withBearer(std::function<void(const Bearer &)> go, std::function<void(Failure)> fail);
    void read(const QString &name, std::function<void(const TokenResult &)> done,
              std::function<void(Failure)> fail);
    void onUpdated(const TokenResult &result);
    void confirm();
    void settle(Outcome outcome);

    Credentials &m_credentials;
    Clock m_clock;
    std::optional<Account> m_account;
    std::unique_ptr<TokenService> m_service;
    std::chrono::milliseconds m_deadline = TokenService::StandardDeadline;
    Activity m_activity = Activity::Idle;
    std::optional<Token> m_token;
    std::optional<Change> m_undecided;
    Change m_change; //!< the one being submitted or checked
    QPointer<Call> m_call;
    quint64 m_step = 0; //!< tells a late answer of the keychain from the current step's
    bool m_cancelled = false;
};

} // namespace purser
