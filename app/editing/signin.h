// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "credentials/credentials.h"
#include "editing/failure.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace purser {

class TokenListCall;
class TokenService;

//! Signing in to an account: the JWT is checked with the service, then kept in the keychain,
//! then the account is remembered. One at a time; ends in signedIn or refused, or waits for
//! the user at confirmationNeeded and keychainFailed. GUI thread only.
class SignIn : public QObject {
    Q_OBJECT

public:
    //! Both must outlive this object.
    SignIn(Credentials &credentials, AccountStore &accounts, QObject *parent = nullptr);
    ~SignIn() override;

    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

    //! Asks the service for its tokens with this JWT. Precondition: nothing under way.
    void start(const Account &account, const Bearer &bearer);
    //! After confirmationNeeded: keep the JWT all the same.
    void storeAnyway();
    //! After keychainFailed: once more.
    void retry();
    //! After keychainFailed(Locked): ask the system to open the keychain, then once more.
    void unlockAndRetry();
    //! After keychainFailed: in memory only, until the program ends.
    void keepForThisRun();
    //! Drops the JWT and forgets what was under way, without a signal.
    void cancel();
    [[nodiscard]] bool isUnderWay() const { return m_underWay; }

Q_SIGNALS:
    //! error: why the service could not check the JWT; nothing where it accepted it.
    //! tokenNames: what the check listed.
    void signedIn(const purser::Account &account, const std::optional<purser::ApiError> &error,
                  const QStringList &tokenNames);
    //! 401: nothing was stored, and a JWT stored earlier is still there.
    void refused(const purser::ApiError &error);
    //! 403: the JWT may be valid but can't manage tokens.
    void confirmationNeeded(const purser::ApiError &error);
    void keychainFailed(purser::KeychainProblem problem);
    //! The JWT is kept but the settings file could not be written.
    void accountNotSaved(const QString &path);

private:
    void store();
    //! The answer to an operation of the keychain: goes on with next, or says what failed.
    Keychain::StoreDone whenKeychainIsDone(void (SignIn::*next)());
    void finish();

    Credentials &m_credentials;
    AccountStore &m_accounts;
    std::chrono::milliseconds m_deadline{15'000};
    std::unique_ptr<TokenService> m_service;
    std::optional<Account> m_account;
    std::optional<Bearer> m_bearer;
    std::optional<ApiError> m_checkError;
    QStringList m_tokenNames;
    quint64 m_step = 0; //!< tells late answers from the current attempt's
    bool m_underWay = false;
};

} // namespace purser
