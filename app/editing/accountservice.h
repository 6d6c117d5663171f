// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "api/tokenservice.h"
#include "credentials/credentials.h"
#include "credentials/keyholder.h"
#include "domain/customer.h"
#include "editing/failure.h"
#include "journal/changerecord.h"
#include "system/clock.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace purser {

using ReadResult = Expected<TokenReply, Failure>;
using ListResult = Expected<TokenListReply, Failure>;

//! Whether a read that failed in a passing way is tried again.
enum class Retry {
    Never,
    //! At most three times, after waits with full jitter, or after the service's own wait. A
    //! read that went out as a PATCH is not repeated.
    Passing,
};

//! A read under way: the JWT is fetched, the call made, and, where that is asked for, made
//! again. Ends in exactly one call of its answer and deletes itself; destroying it early ends
//! it without one.
class AccountRead : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Ends it as cancelled, unless it has ended.
    virtual void cancel() = 0;

Q_SIGNALS:
    //! It failed and is tried again at this time (UTC).
    void retryDue(const QDateTime &at, const purser::Failure &failure);
};

//! A door to the service of one account: each call fetches the JWT from the keychain, late, and
//! drops it early. Made by AccountServices. GUI thread only.
class AccountService : public QObject {
    Q_OBJECT

public:
    static constexpr int MaximumRetries = 3;

    //! credentials and clock must outlive it. service: with other doors of the account. priority:
    //! of what is read; a change is always the foreground's.
    AccountService(Account account, std::shared_ptr<TokenService> service, Credentials &credentials,
                   Clock &clock, Priority priority);
    ~AccountService() override;

    [[nodiscard]] const Account &account() const { return m_account; }
    //! Whether reading takes an empty PATCH.
    [[nodiscard]] bool readsByPatch() const { return m_service->readsByPatch(); }
    [[nodiscard]] Clock &clock() const { return m_clock; }

    //! From now on every call ends as OtherCustomer, before anything is sent, where the JWT's
    //! customer (see customerMark) is not among these. Empty: anybody's.
    void expectCustomers(const QStringList &customers)
    {
        m_expected = customers;
        m_expectedKey.reset();
    }
    //! Likewise, where it is another customer's than this one. Of two keys that name no customer
    //! nothing can tell: it has to be the same key then.
    void expectHolder(const KeyHolder &holder, const Account &account);

    //! What is returned belongs to this object. done is called from the event loop.
    AccountRead *read(const QString &name, Retry retry, std::function<void(ReadResult)> done);
    AccountRead *list(Retry retry, std::function<void(ListResult)> done);
    //! As TokenService::update().
    TokenCall *update(const QString &name, const TokenPatch &patch, const Bearer &bearer,
                      const std::function<bool()> &mayLeave);

    //! The account's JWT, or why there is none; not once context is gone.
    void fetchBearer(QObject *context, std::function<void(Expected<Bearer, Failure>)> done);
    //! Whose the JWT was that was fetched last, and used.
    [[nodiscard]] const KeyHolder &holder() const { return m_holder; }
    //! Whether that one is whom to expect, by now.
    [[nodiscard]] bool expectsHolder() const { return isExpected(m_holder); }

Q_SIGNALS:
    //! account: a key of it, with the customer whose JWT asked. at: UTC.
    void seen(const purser::TokenKey &account, const QList<purser::Token> &tokens,
              const QDateTime &at);

private:
    void note(const QString &customer, const QList<Token> &tokens);
    [[nodiscard]] bool isExpected(const KeyHolder &holder) const;

    Account m_account;
    Credentials &m_credentials;
    Clock &m_clock;
    QStringList m_expected;
    std::optional<QByteArray> m_expectedKey; //!< a hash, of a key that names no customer
    std::shared_ptr<TokenService> m_service;
    Priority m_priority;
    KeyHolder m_holder;
};

//! The account as the journal knows it, with this token.
TokenKey keyOf(const Account &account, const QString &token = {});

//! Whose token a read has to be of, to tell about a change; nothing: it can't be told, so that no
//! read can. An empty list: of anybody, for nothing is known yet of the account's customers.
std::optional<QStringList> customersOf(const ChangeRecord &record, const Account &account);

//! Whether each of two accounts has a known customer, and none is the other's.
bool haveDifferentCustomers(const Account &one, const Account &other);

//! Whether a change may be of another customer's token than the account's.
bool mayBeOtherCustomer(const ChangeRecord &record, const Account &account);

} // namespace purser
