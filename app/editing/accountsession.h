// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "credentials/credentials.h"
#include "system/clock.h"

#include <QObject>

#include <optional>

namespace purser {

//! The account in use, and whether its JWT is there. GUI thread only.
class AccountSession : public QObject {
    Q_OBJECT

public:
    enum class State {
        NoAccount,
        Looking, //!< into the keychain
        Unlocking, //!< the keychain asks its user
        SignedIn,
        SignedOut, //!< no JWT is kept for the account
        Unreadable, //!< see problem()
        SigningOut,
    };

    //! Both must outlive it.
    AccountSession(Credentials &credentials, AccountStore &accounts, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<Account> &account() const { return m_account; }
    //! Whether the account in use has this id and URL.
    [[nodiscard]] bool isInUse(const Account &account) const;
    [[nodiscard]] State state() const { return m_state; }
    //! Whether the JWT was there when it was last looked for. While it is looked for again, that
    //! stays so.
    [[nodiscard]] bool isSignedIn() const { return m_isSignedIn; }
    //! Why the keychain could not be read; while Unreadable.
    [[nodiscard]] KeychainProblem problem() const { return m_problem; }
    //! By the JWT's own word (UTC); while SignedIn.
    [[nodiscard]] const std::optional<QDateTime> &jwtExpiresAt() const { return m_jwtExpiresAt; }

    //! Begins with this account, or anew with the one in use: opened, and then its JWT is looked
    //! for.
    void open(const std::optional<Account> &account);
    //! The same, and remembers that it is the one to begin with next time.
    void choose(const Account &account);
    //! The JWT of this account was stored just now. That of the account in use leaves open what is
    //! open; with another one it is begun. False: it is another one.
    bool signedIn(const Account &account);
    void lookForJwt();
    //! Ends in looking for the JWT, or in unlockFailed.
    void unlock();
    //! At once nobody is signed in any more. Ends in looking for the JWT, or in signOutFailed.
    void signOut();
    //! False: it can't be remembered; it holds for this run.
    bool setRequiresReason(bool required);

Q_SIGNALS:
    //! Another account, or the one in use anew: whatever was shown of an account goes.
    void opened();
    //! What is known of the account in use changed, but neither its id nor its URL.
    void updated();
    void stateChanged();
    //! The JWT was looked for, and is there.
    void ready();
    //! It was looked for, and is not there, or can't be read: see state().
    void notReady();
    void unlocked();
    void unlockFailed(purser::KeychainProblem problem);
    //! The JWT may still be in the keychain.
    void signOutFailed(purser::KeychainProblem problem);

private:
    void begin(const std::optional<Account> &account);
    void setState(State state);
    void onJwtRead(const Keychain::ReadResult &result);

    Credentials &m_credentials;
    AccountStore &m_accounts;
    std::optional<Account> m_account;
    State m_state = State::NoAccount;
    bool m_isSignedIn = false;
    KeychainProblem m_problem = KeychainProblem::Locked;
    std::optional<QDateTime> m_jwtExpiresAt;
    quint64 m_step = 0; //!< tells late answers of the keychain from the current one
};

} // namespace purser
