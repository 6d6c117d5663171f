// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/memorykeychain.h"

#include <QMetaObject>

namespace purser {

namespace {

void succeed(QObject *context, Keychain::StoreDone done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(std::nullopt); }, Qt::QueuedConnection);
}

} // namespace

void MemoryKeychain::store(const QString &key, const Bearer &bearer, QObject *context,
                           StoreDone done)
{
    m_entries.insert(key, bearer);
    succeed(context, std::move(done));
}

void MemoryKeychain::read(const QString &key, QObject *context, ReadDone done)
{
    const auto entry = m_entries.constFind(key);
    const auto found = entry == m_entries.cend() ? std::nullopt : std::optional(*entry);
    QMetaObject::invokeMethod(
        context, [found, done = std::move(done)] { done(ReadResult(found)); },
        Qt::QueuedConnection);
}

void MemoryKeychain::forget(const QString &key, QObject *context, StoreDone done)
{
    m_entries.remove(key);
    succeed(context, std::move(done));
}

void MemoryKeychain::unlock(QObject *context, StoreDone done)
{
    succeed(context, std::move(done));
}

} // namespace purser
