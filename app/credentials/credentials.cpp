// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentials.h"

#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace purser {

QString Credentials::key(const QString &account, const ServiceUrl &url)
{
    return "purser/"_L1 + account + '@'_L1 + url.host();
}

void Credentials::fetch(const QString &key, QObject *context, Keychain::ReadDone done)
{
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

void Credentials::store(const QString &key, const Bearer &bearer, QObject *context,
                        Keychain::StoreDone done)
{
    m_keychain.store(key, bearer, context,
                     [this, key, done = std::move(done)](std::optional<KeychainProblem> problem) {
                         if (!problem) {
                             m_thisRun.remove(key);
                         }
                         done(problem);
                     });
}

void Credentials::keepForThisRun(const QString &key, const Bearer &bearer)
{
    m_thisRun.insert(key, bearer);
}

bool Credentials::isKeptForThisRun(const QString &key) const
{
    return m_thisRun.contains(key);
}

void Credentials::forget(const QString &key, QObject *context, Keychain::StoreDone done)
{
    m_thisRun.remove(key);
    m_keychain.forget(key, context, std::move(done));
}

void Credentials::unlock(QObject *context, Keychain::StoreDone done)
{
    m_keychain.unlock(context, std::move(done));
}

} // namespace purser
