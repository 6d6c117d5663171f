// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentials.h"

#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace purser {

QString Credentials::key(const Account &account)
{
    return legacyKey(account) + '/'_L1 + idOf(account);
}

QString Credentials::legacyKey(const Account &account)
{
    return "purser/"_L1 + account.name + '@'_L1 + account.url.host();
}

void Credentials::fetch(const Account &account, QObject *context, Keychain::ReadDone done)
{
    const QString key = Credentials::key(account);
    const auto kept = m_thisRun.constFind(key);
    if (kept == m_thisRun.cend()) {
        m_keychain.read(key, context, std::move(done));
        return;
    }
    QMetaObject::invokeMethod(
        context,
        [bearer = *kept, done = std::move(done)] {
            done(Keychain::ReadResult(std::optional<Bearer>(bearer)));
        },
        Qt::QueuedConnection);
}

void Credentials::store(const Account &account, const Bearer &bearer, QObject *context,
                        Keychain::StoreDone done)
{
    const QString key = Credentials::key(account);
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

void Credentials::forget(const Account &account, QObject *context, Keychain::StoreDone done)
{
    const QString key = Credentials::key(account);
    m_thisRun.remove(key);
    m_keychain.forget(key, context, std::move(done));
}

void Credentials::unlock(QObject *context, Keychain::StoreDone done)
{
    m_keychain.unlock(context, std::move(done));
}

} // namespace purser
