// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/signin.h"

#include "api/tokenservice.h"
#include "domain/customer.h"

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
    m_bearer = bearer;
    m_olderEntries.clear();
    take(account, m_accounts.account(account.name));
    m_service = std::make_unique<TokenService>(account.url);
    m_service->setDeadline(m_deadline);
    connect(m_service->list(bearer), &TokenListCall::finished, this,
            [this](const TokenListResult &result) {
                m_checked = result;
                if (result) {
                    compareCustomers();
                    return;
                }
                m_underWay = false;
                switch (result.error().kind) {
                case ApiErrorKind::SignIn:
                    m_bearer.reset();
                    Q_EMIT refused(result.error());
                    return;
                case ApiErrorKind::Forbidden:
                    Q_EMIT confirmationNeeded(result.error());
                    return;
                default:
                    compareCustomers();
                }
            });
}

void SignIn::take(const Account &account, const std::optional<Account> &known)
{
    m_customer = Customer::NotAsked;
    m_known = known;
    m_account = known.value_or(account);
    m_account->url = account.url;
    if (!known && m_account->id.isEmpty()) {
        m_account->id = newAccountId();
    }
    if (!known) {
        m_account->customers.clear();
    }
}

void SignIn::storeAnyway()
{
    compareCustomers();
}

void SignIn::sameCustomer()
{
    m_customer = Customer::Same;
    store();
}

void SignIn::otherCustomer()
{
    if (!m_bearer) {
        return;
    }
    Account fresh;
    fresh.name = freeName();
    fresh.url = m_account->url;
    take(fresh, std::nullopt);
    store();
}

void SignIn::replaceCustomer()
{
    m_customer = Customer::Replaced;
    store();
}

QString SignIn::freeName() const
{
    for (int number = 2;; ++number) {
        const QString name = m_account->name + u' ' + QString::number(number);
        if (!m_accounts.account(name)) {
            return name;
        }
    }
}

void SignIn::retry()
{
    compareCustomers();
}

void SignIn::unlockAndRetry()
{
    if (!m_bearer) {
        return;
    }
    m_credentials.unlock(this, whenKeychainIsDone(&SignIn::compareCustomers));
}

void SignIn::keepForThisRun()
{
    if (!m_bearer) {
        return;
    }
    m_credentials.keepForThisRun(*m_account, *m_bearer);
    finish();
}

bool SignIn::cancel()
{
    if (m_storing) {
        return false;
    }
    ++m_step;
    m_underWay = false;
    m_bearer.reset();
    m_service.reset();
    return true;
}

void SignIn::compareCustomers()
{
    if (!m_bearer) {
        return;
    }
    if (!m_known || m_customer != Customer::NotAsked) {
        store();
        return;
    }
    if (!m_known->customers.isEmpty()) {
        askOrStore(m_known->customers);
        return;
    }
    // Saved by a Purser that did not look: the JWT that it has still tells.
    m_underWay = true;
    m_credentials.fetch(*m_known, this, [this, step = m_step](const Keychain::ReadResult &older) {
        if (step == m_step) {
            onOlderRead(older);
        }
    });
}

void SignIn::onOlderRead(const Keychain::ReadResult &older)
{
    if (!older && older.error() != KeychainProblem::Unusable) {
        failKeychain(older.error());
        return;
    }
    if (older && older->has_value()) {
        askOrStore({customerMark((*older)->customer())});
        return;
    }
    if (!m_journal) {
        m_customer = Customer::Same;
        store();
        return;
    }
    // Nothing tells whose the account was: that matters to what was changed with it.
    m_journal->ask(
        this, [id = idOf(*m_known)](Journal &journal) { return journal.unnamedOf(id); },
        [this, step = m_step](const auto &found) {
            if (step != m_step) {
                return;
            }
            const bool isNothingAtStake = found && !found->has_value();
            askOrStore(isNothingAtStake ? QStringList{customerMark(m_bearer->customer())}
                                        : QStringList());
        });
}

void SignIn::askOrStore(const QStringList &customers)
{
    if (m_isSame || customers.contains(customerMark(m_bearer->customer()))) {
        m_customer = Customer::Same;
        store();
        return;
    }
    m_underWay = false;
    Q_EMIT customerQuestion(*m_known);
}

//! Somebody else signed in to the account since it was looked up: whose it is by now may not be
//! what the JWT was compared with, or what the user was asked about.
bool SignIn::hasChangedMeanwhile()
{
    const auto now = m_known ? m_accounts.accountById(idOf(*m_known)) : std::nullopt;
    if (!now
        || (now->customers == m_known->customers
            && now->formerCustomers == m_known->formerCustomers)) {
        return false;
    }
    m_known = now;
    m_customer = Customer::NotAsked;
    m_isSame = false; // as whom it was said to be is not there any more
    return true;
}

void SignIn::store()
{
    if (!m_bearer) {
        return;
    }
    // What nobody can be asked about is written down as another one in any case.
    if (m_customer != Customer::Replaced && hasChangedMeanwhile()) {
        compareCustomers();
        return;
    }
    m_storing = true;
    m_credentials.store(*m_account, *m_bearer, this, whenKeychainIsDone(&SignIn::onStored));
}

void SignIn::onStored()
{
    if (m_known && isOfOldForm(*m_known)) {
        m_olderEntries.append(legacyKeychainKey(*m_known));
    }
    finish();
}

void SignIn::failKeychain(KeychainProblem problem)
{
    m_underWay = false;
    m_storing = false;
    Q_EMIT keychainFailed(problem);
}

Keychain::StoreDone SignIn::whenKeychainIsDone(void (SignIn::*next)())
{
    m_underWay = true;
    return [this, step = m_step, next](std::optional<KeychainProblem> problem) {
        if (step != m_step) {
            return;
        }
        if (problem) {
            failKeychain(*problem);
            return;
        }
        (this->*next)();
    };
}

std::optional<bool> SignIn::save()
{
    const QString id = m_account->id;
    const QString customer = customerMark(m_bearer->customer());
    const bool isThisRunOnly = m_credentials.isKeptForThisRun(*m_account);
    if (!m_known) {
        m_account->customers = {customer};
        if (!m_accounts.save(*m_account)) {
            return m_accounts.account(m_account->name) ? std::nullopt : std::optional(false);
        }
        return m_accounts.makeCurrent(id);
    }
    bool isSaved = m_accounts.setUrl(id, m_account->url);
    if (m_customer == Customer::Replaced) {
        m_hasReplaced = true;
        isSaved = m_accounts.replaceCustomers(id, customer) && isSaved;
    } else if (!(isThisRunOnly && m_known->customers.isEmpty())) {
        // Of a keychain that can't be read it is not known whose JWT it has.
        const auto added = m_isSame ? m_accounts.joinCustomers(*m_known, customer)
                                    : m_accounts.addCustomerTo(id, m_known->customers, customer);
        // In the last moment somebody else's was added: then nobody knows.
        isSaved = (added ? *added : m_accounts.replaceCustomers(id, customer)) && isSaved;
        m_hasReplaced = !added;
    }
    return m_accounts.makeCurrent(id) && isSaved;
}

void SignIn::finish()
{
    m_underWay = true;
    const auto isSaved = save();
    if (!isSaved) {
        // Somebody has just made an account of that name: then it is that one.
        m_olderEntries.append(Credentials::key(*m_account));
        m_storing = false;
        take(*m_account, m_accounts.account(m_account->name));
        compareCustomers();
        return;
    }
    if (!*isSaved) {
        Q_EMIT accountNotSaved(m_accounts.path());
    } else if (m_known && Credentials::key(*m_known) != Credentials::key(*m_account)) {
        m_olderEntries.append({Credentials::key(*m_known), legacyKeychainKey(*m_known)});
    }
    m_olderEntries.removeDuplicates();
    if (m_olderEntries.isEmpty()) {
        end();
        return;
    }
    m_credentials.forgetEntries(m_olderEntries, this, [this](auto problem) {
        Q_EMIT olderJwtForgotten(problem);
        end();
    });
}

void SignIn::end()
{
    m_underWay = false;
    m_storing = false;
    m_bearer.reset();
    const auto saved = m_accounts.accountById(m_account->id);
    Q_EMIT signedIn(saved.value_or(*m_account), m_checked);
}

} // namespace purser
