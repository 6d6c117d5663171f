// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "api/tokenservice.h"
#include "credentials/credentials.h"
#include "editing/failure.h"
#include "journal/journalqueue.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace purser {

//! Signing in to an account: the JWT is checked with the service, then it is asked whose it is,
//! then it is kept in the keychain, then the account is remembered. One at a time; ends in signedIn
//! or refused, or waits for the user at confirmationNeeded, customerQuestion and keychainFailed.
//! GUI thread only.
class SignIn : public QObject {
    Q_OBJECT

public:
    //! Both must outlive this object.
    SignIn(Credentials &credentials, AccountStore &accounts, QObject *parent = nullptr);
    ~SignIn() override;

    //! Where it can look for changes that were made with a known account. It must outlive this.
    void setJournal(JournalQueue *journal) { m_journal = journal; }
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

    //! Whoever the JWT names: it is of the account's customer, as that is known when it starts. It
    //! is not asked then; of a JWT that the account has already, what replaceCustomer() did with it
    //! is taken back. See AccountStore::joinCustomers().
    void setSameCustomer(bool same) { m_isSame = same; }

    //! Asks the service for its tokens with this JWT. account: its name and URL; an account of that
    //! name that is known stays the same one. Precondition: nothing under way.
    void start(const Account &account, const Bearer &bearer);
    //! After confirmationNeeded: keep the JWT all the same.
    void storeAnyway();
    //! After customerQuestion: it is the same customer, with another user or a changed one.
    void sameCustomer();
    //! After customerQuestion: it is another one. The JWT is for a new account, "NAME 2"; the
    //! account that was asked for and its JWT stay as they are.
    void otherCustomer();
    //! After customerQuestion, where nobody can answer: the JWT is for the account that was asked
    //! for, of which no other customer is known from then on.
    void replaceCustomer();
    //! After keychainFailed: once more.
    void retry();
    //! After keychainFailed(Locked): ask the system to open the keychain, then once more.
    void unlockAndRetry();
    //! After keychainFailed: in memory only, until the program ends.
    void keepForThisRun();
    //! Drops the JWT and forgets what was under way, without a signal. False, and nothing is
    //! dropped: the keychain is storing it already, which ends by its own deadline.
    bool cancel();
    [[nodiscard]] bool isUnderWay() const { return m_underWay; }
    //! Once signed in: whether the account's customers of before count no more.
    [[nodiscard]] bool hasReplacedCustomer() const { return m_hasReplaced; }

Q_SIGNALS:
    //! checked: the tokens that the service listed, or why it could not check the JWT.
    void signedIn(const purser::Account &account, const purser::TokenListResult &checked);
    //! 401: nothing was stored, and a JWT stored earlier is still there.
    void refused(const purser::ApiError &error);
    //! 403: the JWT may be valid but can't manage tokens.
    void confirmationNeeded(const purser::ApiError &error);
    //! The account had JWTs of another customer than this one's. Nothing was stored yet.
    void customerQuestion(const purser::Account &account);
    void keychainFailed(purser::KeychainProblem problem);
    //! The JWT is kept but the settings file could not be written.
    void accountNotSaved(const QString &path);
    //! Before signedIn: what became of the account's JWT for the URL that it had before; of its
    //! entries in the keychain that are not used any more. problem: it may still be there.
    void olderJwtForgotten(std::optional<purser::KeychainProblem> problem);

private:
    //! The account that the JWT is for. known: as it is saved.
    void take(const Account &account, const std::optional<Account> &known);
    //! Whose JWT it is, and then to store().
    void compareCustomers();
    void onOlderRead(const Keychain::ReadResult &older);
    void askOrStore(const QStringList &customers);
    bool hasChangedMeanwhile();
    void store();
    void onStored();
    void failKeychain(KeychainProblem problem);
    //! The answer to an operation of the keychain: goes on with next, or says what failed.
    Keychain::StoreDone whenKeychainIsDone(void (SignIn::*next)());
    //! False: the settings file could not be written. Nothing: there is such an account by now.
    std::optional<bool> save();
    void finish();
    void end();
    [[nodiscard]] QString freeName() const;

    //! What is done about the customers of a known account.
    enum class Customer { NotAsked, Same, Replaced };

    Credentials &m_credentials;
    AccountStore &m_accounts;
    JournalQueue *m_journal = nullptr;
    std::chrono::milliseconds m_deadline{15'000};
    std::unique_ptr<TokenService> m_service;
    std::optional<Account> m_account;
    std::optional<Account> m_known; //!< as it was saved before
    std::optional<Bearer> m_bearer;
    TokenListResult m_checked = Unexpected{ApiError()};
    QStringList m_olderEntries; //!< of the keychain, to be forgotten in the end
    Customer m_customer = Customer::NotAsked;
    quint64 m_step = 0; //!< tells late answers from the current attempt's
    bool m_isSame = false;
    bool m_hasReplaced = false;
    bool m_underWay = false;
    bool m_storing = false; //!< from there on it can't be cancelled
};

} // namespace purser
