// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "editing/accountservice.h"
#include "editing/changelog.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace purser {

//! Where the doors to the accounts' services come from. What an account's service was found to be,
//! and how much it may be asked at a time, counts for all doors of the account; whom a door expects
//! is its user's own. GUI thread only.
class AccountServices : public QObject {
    Q_OBJECT

public:
    //! All four must outlive it, and it the doors.
    AccountServices(Credentials &credentials, AccountStore &accounts, ChangeLog &log, Clock &clock,
                    QObject *parent = nullptr);

    //! A door of its own. At most four requests of an account's doors are under way at a time,
    //! two of them in the background.
    [[nodiscard]] std::unique_ptr<AccountService> open(const Account &account, Priority priority);

    //! Of one call, from dispatch to the last byte; for doors that are open already, too.
    void setDeadline(std::chrono::milliseconds deadline);
    //! Another transport than Qt's, for accounts that have no door yet.
    void setTransport(MakeTransport make) { m_makeTransport = std::move(make); }

    //! What was seen of an account's tokens, here or elsewhere: their balances are remembered.
    //! account: a key of it, whatever its token. at: when the answer was there (UTC).
    void note(const TokenKey &account, const QList<Token> &tokens, const QDateTime &at);

Q_SIGNALS:
    //! By a list, a read or a change, through any door.
    void seen(const purser::TokenKey &account, const QList<purser::Token> &tokens,
              const QDateTime &at);

private:
    [[nodiscard]] std::shared_ptr<TokenService> serviceOf(const Account &account);

    Credentials &m_credentials;
    AccountStore &m_accounts;
    ChangeLog &m_log;
    Clock &m_clock;
    MakeTransport m_makeTransport;
    std::chrono::milliseconds m_deadline = TokenService::StandardDeadline;
    QHash<QString, std::weak_ptr<TokenService>> m_services; //!< by account and URL
};

} // namespace purser
