// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/accountsession.h"

namespace purser {

AccountSession::AccountSession(Credentials &credentials, AccountStore &accounts, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_accounts(accounts)
{
}

bool AccountSession::isInUse(const Account &account) const
{
    return m_account && m_account->id == account.id && m_account->url == account.url;
}

void AccountSession::begin(const std::optional<Account> &account)
{
    ++m_step;
    m_account = account;
    m_isSignedIn = false;
    Q_EMIT opened();
}

void AccountSession::open(const std::optional<Account> &account)
{
    begin(account);
    if (account) {
        lookForJwt();
    } else {
        setState(State::NoAccount);
    }
}

void AccountSession::choose(const Account &account)
{
    m_accounts.makeCurrent(account.id);
    open(account);
}

bool AccountSession::signedIn(const Account &account)
{
    if (!isInUse(account)) {
        open(account);
        m_isSignedIn = true;
        Q_EMIT stateChanged();
        return false;
    }
    m_account = account;
    m_isSignedIn = true;
    Q_EMIT updated();
    lookForJwt();
    return true;
}

void AccountSession::lookForJwt()
{
    if (!m_account) {
        return;
    }
    setState(State::Looking);
    m_credentials.fetch(*m_account, this,
                        [this, step = ++m_step](const Keychain::ReadResult &result) {
                            if (step == m_step) {
                                onJwtRead(result);
                            }
                        });
}

void AccountSession::onJwtRead(const Keychain::ReadResult &result)
{
    m_isSignedIn = result && result->has_value();
    m_jwtExpiresAt = m_isSignedIn ? (*result)->expiresAt() : std::nullopt;
    if (m_isSignedIn) {
        setState(State::SignedIn);
        Q_EMIT ready();
        return;
    }
    if (!result) {
        m_problem = result.error();
    }
    setState(result ? State::SignedOut : State::Unreadable);
    Q_EMIT notReady();
}

void AccountSession::unlock()
{
    setState(State::Unlocking);
    m_credentials.unlock(this, [this, step = ++m_step](std::optional<KeychainProblem> problem) {
        if (step != m_step) {
            return; // of an account that is not in use any more
        }
        if (problem) {
            m_problem = *problem;
            setState(State::Unreadable);
            Q_EMIT unlockFailed(*problem);
        } else {
            Q_EMIT unlocked();
            lookForJwt();
        }
    });
}

void AccountSession::signOut()
{
    if (!m_account) {
        return;
    }
    begin(m_account); // while the keychain is asked, nothing may be edited or sent any more
    setState(State::SigningOut);
    m_credentials.forget(*m_account, this,
                         [this, step = m_step](std::optional<KeychainProblem> problem) {
                             if (step != m_step) {
                                 return;
                             }
                             if (!problem) {
                                 lookForJwt();
                                 return;
                             }
                             m_problem = *problem;
                             setState(State::Unreadable);
                             Q_EMIT signOutFailed(*problem);
                         });
}

bool AccountSession::setRequiresReason(bool required)
{
    if (!m_account) {
        return false;
    }
    m_account->requiresReason = required;
    const bool isSaved = m_accounts.setRequiresReason(m_account->id, required);
    Q_EMIT updated();
    return isSaved;
}

void AccountSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace purser
