// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/tokendirectory.h"

#include "api/replyreader.h"

#include <QSet>

#include <utility>

namespace purser {

namespace {

//! Not a failure, but a kind of service.
bool offersNoList(const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    return error && hasNoList(*error);
}

} // namespace

TokenDirectory::TokenDirectory(AccountServices &services, ChangeLog &log, QObject *parent)
    : QObject(parent), m_services(services), m_log(log)
{
    connect(&services, &AccountServices::seen, this,
            [this](const TokenKey &account, const QList<Token> &tokens) {
                const TokenKey here = m_service ? keyOf(m_service->account()) : TokenKey();
                // What another customer's JWT has read is another token, of whatever name.
                const bool isOfList = !m_customer || *m_customer == account.customer;
                if (tokens.size() == 1 && account.accountId == here.accountId
                    && account.serviceUrl == here.serviceUrl && isOfList) {
                    Q_EMIT seen(tokens.constFirst());
                }
            });
}

TokenDirectory::~TokenDirectory() = default;

void TokenDirectory::open(const std::optional<Account> &account)
{
    ++m_step;
    m_service.reset();
    m_offered.reset();
    m_customer.reset();
    if (account) {
        m_service = m_services.open(*account, Priority::Foreground);
    }
    setNames({});
}

void TokenDirectory::offer(const Account &account, const ListResult &list)
{
    const TokenKey key = keyOf(account);
    m_offered = Offer{list, key.customer};
    if (list && m_service) {
        m_services.note(key, list->tokens, m_service->clock().now());
    }
}

void TokenDirectory::refresh()
{
    if (!m_service) {
        return;
    }
    cancel();
    ++m_step;
    if (m_offered) {
        const Offer offer = *std::exchange(m_offered, std::nullopt);
        onListed(offer.list, offer.customer);
        return;
    }
    Q_EMIT loading();
    m_read = m_service->list(Retry::Passing, [this, step = m_step](const ListResult &result) {
        if (step == m_step) { // one that was cancelled may have been answered just before
            onListed(result, m_service->holder().customer);
        }
    });
    connect(m_read, &AccountRead::retryDue, this, &TokenDirectory::retryDue);
}

void TokenDirectory::cancel()
{
    if (m_read) {
        m_read->cancel();
    }
}

void TokenDirectory::onListed(const ListResult &result, const QString &customer)
{
    if (result) {
        m_customer = customer;
        QStringList names;
        names.reserve(result->tokens.size());
        for (const Token &token : result->tokens) {
            names.append(token.name);
        }
        setNames(names);
        Q_EMIT listed(result->tokens);
    } else if (offersNoList(result.error())) {
        askJournal();
    } else {
        Q_EMIT failed(result.error());
    }
}

void TokenDirectory::askJournal()
{
    const TokenKey account = keyOf(m_service->account());
    m_log.journal().ask(
        this, [account](Journal &journal) { return journal.tokenNames(account); },
        [this, account](const Expected<QStringList, JournalProblem> &found) {
            if (!m_service || keyOf(m_service->account()) != account) {
                return;
            }
            QStringList names = found ? *found : QStringList();
            const QSet<QString> written(names.cbegin(), names.cend());
            for (const QString &name : std::as_const(m_names)) {
                if (!written.contains(name)) {
                    names.append(name);
                }
            }
            setNames(names);
            Q_EMIT named(names, found ? std::nullopt : std::optional(found.error()));
        });
}

void TokenDirectory::remember(const QString &name)
{
    if (!m_names.contains(name)) {
        m_names.append(name);
        Q_EMIT namesChanged();
    }
}

void TokenDirectory::setNames(const QStringList &names)
{
    m_names = names;
    Q_EMIT namesChanged();
}

} // namespace purser
