// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/fakekwallet.h"

#include <QDBusError>
#include <QDBusMessage>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto Name = "org.kde.kwalletd5"_L1;
constexpr auto Path = "/modules/kwalletd5"_L1;

} // namespace

FakeKWallet::FakeKWallet(const QDBusConnection &bus) : m_bus(bus)
{
    m_bus.registerVirtualObject(Path, this);
    m_bus.registerService(Name);
}

FakeKWallet::~FakeKWallet()
{
    m_bus.unregisterService(Name);
    m_bus.unregisterObject(Path);
}

bool FakeKWallet::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QVariant reply = answer(message.member(), message.arguments());
    if (m_failing.contains(message.member()) || !reply.isValid()) {
        connection.send(message.createErrorReply(QDBusError::Failed, u"as the test wants it"_s));
    } else {
        connection.send(message.createReply(reply));
    }
    return true;
}

QVariant FakeKWallet::answer(const QString &method, const QVariantList &arguments)
{
    // Handle, folder, key, and the value of a write.
    const QString key = arguments.value(2).toString();
    constexpr int Handle = 1;
    constexpr int IsPassword = 1;
    if (method == "networkWallet"_L1) {
        return u"wallet"_s;
    }
    if (method == "open"_L1) {
        return m_denied ? -1 : Handle;
    }
    if (m_failing.contains(method)) {
        return {};
    }
    if (method == "entryType"_L1) {
        return m_entries.contains(key) ? IsPassword : 0;
    }
    if (method == "readPassword"_L1) {
        return m_entries.value(key);
    }
    if (method == "writePassword"_L1) {
        m_entries.insert(key, arguments.value(3).toString());
        return 0;
    }
    if (method == "removeEntry"_L1) {
        return m_entries.remove(key) ? 0 : -1;
    }
    return {};
}

} // namespace purser
