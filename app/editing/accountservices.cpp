// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/accountservices.h"

#include "api/transport.h"

namespace purser {

AccountServices::AccountServices(Credentials &credentials, AccountStore &accounts, ChangeLog &log,
                                 Clock &clock, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_accounts(accounts), m_log(log), m_clock(clock)
{
}

std::unique_ptr<AccountService> AccountServices::open(const Account &account, Priority priority)
{
    auto door = std::make_unique<AccountService>(account, serviceOf(account), m_credentials,
                                                 m_clock, priority);
    connect(door.get(), &AccountService::seen, this, &AccountServices::note);
    return door;
}

std::shared_ptr<TokenService> AccountServices::serviceOf(const Account &account)
{
    m_services.removeIf([](const auto &one) { return one.value().expired(); });
    std::weak_ptr<TokenService> &known = m_services[idOf(account) + u' ' + account.url.identity()];
    if (auto service = known.lock()) {
        return service;
    }
    auto transport = m_makeTransport
        ? m_makeTransport()
        : std::make_unique<NetworkTransport>(QSslConfiguration::defaultConfiguration());
    auto service = std::make_shared<TokenService>(account.url, std::move(transport));
    service->setDeadline(m_deadline);
    service->setReadsByPatch(account.readsByPatch);
    connect(service.get(), &TokenService::readsByPatchLearned, this,
            [this, id = idOf(account)] { m_accounts.rememberReadsByPatch(id); });
    known = service;
    return service;
}

void AccountServices::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline = deadline;
    for (const auto &one : std::as_const(m_services)) {
        if (const auto service = one.lock()) {
            service->setDeadline(deadline);
        }
    }
}

void AccountServices::note(const TokenKey &account, const QList<Token> &tokens, const QDateTime &at)
{
    m_log.rememberBalances(account, tokens);
    Q_EMIT seen(account, tokens, at);
}

} // namespace purser
