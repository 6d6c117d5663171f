// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/signin.h"

#include "api/tokenservice.h"

namespace purser {

SignIn::SignIn(Credentials &credentials, AccountStore &accounts, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_accounts(accounts)
{
}

SignIn::~SignIn() = default;

void SignIn::start(const Account &account, const Bearer &bearer)
{
    Q_ASSERT(!m_underWay);
    ++m_step;
    m_underWay = true;
    m_account = account;
    if (const auto known = m_accounts.account(account.name)) {
        m_account = known;
        m_account->url = account.url;
    } else if (account.id.isEmpty()) {
        m_account->id = newAccountId();
    }
    m_bearer = bearer;
    m_checkError.reset();
    m_tokenNames.clear();
    m_service = std::make_unique<TokenService>(account.url);
    m_service->setDeadline(m_deadline);
    connect(m_service->list(bearer), &TokenListCall::finished, this,
            [this](const TokenListResult &result) {
                if (result) {
                    for (const Token &token : result->tokens) {
                        m_tokenNames.append(token.name);
                    }
                    store();
                    return;
                }
                m_underWay = false;
                switch (result.error().kind) {
                case ApiErrorKind::SignIn:
                    m_bearer.reset();
                    Q_EMIT refused(result.error());
                    return;
                case ApiErrorKind::Forbidden:
                    m_checkError = result.error();
                    Q_EMIT confirmationNeeded(result.error());
                    return;
                default:
                    m_checkError = result.error();
                    store();
                }
            });
}

void SignIn::storeAnyway()
{
    store();
}

void SignIn::retry()
{
    store();
}

void SignIn::unlockAndRetry()
{
    if (!m_bearer) {
        return;
    }
    m_credentials.unlock(this, whenKeychainIsDone(&SignIn::store));
}

void SignIn::keepForThisRun()
{
    if (!m_bearer) {
        return;
    }
    m_credentials.keepForThisRun(*m_account, *m_bearer);
    finish();
}

void SignIn::cancel()
{
    ++m_step;
    m_underWay = false;
    m_bearer.reset();
    m_service.reset();
}

void SignIn::store()
{
    if (!m_bearer) {
        return;
    }
    m_credentials.store(*m_account, *m_bearer, this, whenKeychainIsDone(&SignIn::finish));
}

Keychain::StoreDone SignIn::whenKeychainIsDone(void (SignIn::*next)())
{
    m_underWay = true;
    return [this, step = m_step, next](std::optional<KeychainProblem> problem) {
        if (step != m_step) {
            return;
        }
        m_underWay = false;
        if (problem) {
            Q_EMIT keychainFailed(*problem);
            return;
        }
        (this->*next)();
    };
}

void SignIn::finish()
{
    m_underWay = false;
    m_bearer.reset();
    Account account = *m_account;
    const auto known = m_accounts.account(account.name);
    if (known) {
        account.requiresReason = known->requiresReason;
        if (known->url == account.url) {
            account.readsByPatch = known->readsByPatch;
        } else {
            // Nothing would ever name the entry of the URL that is given up.
            m_credentials.forget(*known, this, [](std::optional<KeychainProblem>) {});
        }
    }
    const bool isSaved =
        known ? m_accounts.setUrl(account.id, account.url) : m_accounts.save(account);
    if (!isSaved || !m_accounts.makeCurrent(account.id)) {
        Q_EMIT accountNotSaved(m_accounts.path());
    }
    Q_EMIT signedIn(account, m_checkError, m_tokenNames);
}

} // namespace purser
