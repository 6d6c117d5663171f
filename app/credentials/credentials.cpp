// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentials.h"
#include "domain/customer.h"

#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace purser {

void Credentials::fetch(const Account &account, QObject *context, Keychain::ReadDone done)
{
    const auto kept = m_thisRun.constFind(key(account));
    if (kept != m_thisRun.cend()) {
        QMetaObject::invokeMethod(
            context,
            [bearer = *kept, done = std::move(done)] {
                done(Keychain::ReadResult(std::optional<Bearer>(bearer)));
            },
            Qt::QueuedConnection);
        return;
    }
    const auto arrived = [this, account, done = std::move(done)](const auto &result) {
        if (result && result->has_value()) {
            learnCustomer(account, **result);
        }
        done(result);
    };
    m_keychain.read(key(account), context,
                    [this, account, context, arrived](const Keychain::ReadResult &result) {
                        if (!result || !isOfOldForm(account)) {
                            arrived(result);
                        } else if (!result->has_value()) {
                            fetchLegacy(account, context, arrived);
                        } else {
                            endMove(account, context, [arrived, result] { arrived(result); });
                        }
                    });
}

void Credentials::fetchLegacy(const Account &account, QObject *context,
                              const Keychain::ReadDone &done)
{
    m_keychain.read(legacyKeychainKey(account), context,
                    [this, account, context, done](const Keychain::ReadResult &result) {
                        if (result && !result->has_value()) {
                            m_keychain.read(key(account), context, done); // or just moved
                            return;
                        }
                        if (!result) {
                            done(result);
                            return;
                        }
                        moveLegacy(account, **result, context, done);
                    });
}

void Credentials::moveLegacy(const Account &account, const Bearer &bearer, QObject *context,
                             const Keychain::ReadDone &done)
{
    const Keychain::ReadResult found = std::optional(bearer);
    if (m_accounts
        && !m_accounts->rememberKeychainEntries({key(account), legacyKeychainKey(account)})) {
        done(found);
        return;
    }
    m_keychain.store(key(account), bearer, context,
                     [this, account, context, found, done](std::optional<KeychainProblem> problem) {
                         if (problem) {
                             done(found); // the old entry is the only one
                             return;
                         }
                         forgetEntries({legacyKeychainKey(account)}, context,
                                       [found, done](auto /*problem*/) { done(found); });
                     });
}

void Credentials::endMove(const Account &account, QObject *context,
                          const std::function<void()> &next)
{
    const QString left = legacyKeychainKey(account);
    if (!m_accounts || !m_accounts->keychainEntries().contains(left)) {
        next();
        return;
    }
    forgetEntries({left}, context, [next](auto /*problem*/) { next(); });
}

void Credentials::learnCustomer(const Account &account, const Bearer &bearer)
{
    if (m_accounts && account.customers.isEmpty()) {
        m_accounts->learnCustomer(idOf(account), customerMark(bearer.customer()));
    }
}

void Credentials::store(const Account &account, const Bearer &bearer, QObject *context,
                        Keychain::StoreDone done)
{
    const QString key = Credentials::key(account);
    if (m_accounts && !m_accounts->rememberKeychainEntries({key})) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(KeychainProblem::Unlisted); },
            Qt::QueuedConnection);
        return;
    }
    m_keychain.store(key, bearer, context,
                     [this, key, done = std::move(done)](std::optional<KeychainProblem> problem) {
                         if (!problem) {
                             m_thisRun.remove(key);
                         }
                         done(problem);
                     });
}

void Credentials::keepForThisRun(const Account &account, const Bearer &bearer)
{
    m_thisRun.insert(key(account), bearer);
}

bool Credentials::isKeptForThisRun(const Account &account) const
{
    return m_thisRun.contains(key(account));
}

void Credentials::forget(const Account &account, QObject *context, const Keychain::StoreDone &done)
{
    m_thisRun.remove(key(account));
    if (m_accounts && account.customers.isEmpty()) {
        // Whose it was is known by it alone; the next one's may be another customer.
        fetch(account, context, [this, account, context, done](const auto & /*result*/) {
            forgetAll(account, context, done);
        });
        return;
    }
    forgetAll(account, context, done);
}

void Credentials::forgetAll(const Account &account, QObject *context,
                            const Keychain::StoreDone &done)
{
    QStringList keys{key(account), legacyKeychainKey(account)};
    if (m_accounts) {
        // Those of a URL before, which could not be forgotten then.
        const QString end = u'/' + idOf(account);
        const QStringList listed = m_accounts->keychainEntries();
        for (const QString &name : listed) {
            if (name.endsWith(end) && !keys.contains(name)) {
                keys.append(name);
            }
        }
    }
    forgetEntries(keys, context, done);
}

void Credentials::forgetEntries(const QStringList &keys, QObject *context,
                                const Keychain::StoreDone &done)
{
    if (keys.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [done] { done(std::nullopt); }, Qt::QueuedConnection);
        return;
    }
    forgetNext(keys, std::nullopt, context, done);
}

void Credentials::forgetNext(QStringList keys, std::optional<KeychainProblem> first,
                             QObject *context, const Keychain::StoreDone &done)
{
    const QString key = keys.takeFirst();
    m_keychain.forget(
        key, context,
        [this, key, keys, first, context, done](std::optional<KeychainProblem> problem) {
            if (!problem && m_accounts && m_accounts->keychainEntries().contains(key)) {
                m_accounts->dropKeychainEntries({key});
            }
            const auto worst = first ? first : problem;
            if (keys.isEmpty()) {
                done(worst);
                return;
            }
            forgetNext(keys, worst, context, done);
        });
}

void Credentials::entries(QObject *context, Keychain::FindDone done)
{
    m_keychain.find(context, std::move(done));
}

void Credentials::unlock(QObject *context, Keychain::StoreDone done)
{
    m_keychain.unlock(context, std::move(done));
}

} // namespace purser
