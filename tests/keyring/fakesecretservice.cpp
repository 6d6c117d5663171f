// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/fakesecretservice.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto ConnectionName = "fake-secret-service"_L1;
constexpr auto Name = "org.freedesktop.secrets"_L1;
constexpr auto Root = "/org/freedesktop/secrets"_L1;
constexpr auto Collection = "/org/freedesktop/secrets/collection/only"_L1;
constexpr auto Session = "/org/freedesktop/secrets/session/s1"_L1;
constexpr auto Prompt = "/org/freedesktop/secrets/prompt/p1"_L1;

} // namespace

FakeSecretService::FakeSecretService(const QString &address)
    : m_bus(QDBusConnection::connectToBus(address, ConnectionName))
{
    m_bus.registerVirtualObject(Root, this, QDBusConnection::SubPath);
    m_bus.registerService(Name);
}

FakeSecretService::~FakeSecretService()
{
    leaveTheBus();
}

void FakeSecretService::leaveTheBus()
{
    if (!m_bus.isConnected()) {
        return;
    }
    m_bus.unregisterService(Name);
    m_bus.unregisterObject(Root, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(ConnectionName);
    m_bus = QDBusConnection(QString()); // the last handle keeps the connection open
}

bool FakeSecretService::handleMessage(const QDBusMessage &message,
                                      const QDBusConnection &connection)
{
    ++m_questions;
    const QString member = message.member();
    if (member == "ReadAlias"_L1) {
        connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(Collection))));
    } else if (member == "Get"_L1) {
        connection.send(message.createReply(QVariant::fromValue(QDBusVariant(m_locked))));
    } else if (member == "Unlock"_L1) {
        connection.send(message.createReply({QVariant::fromValue(QList<QDBusObjectPath>()),
                                             QVariant::fromValue(QDBusObjectPath(Prompt))}));
    } else if (member == "Prompt"_L1) {
        prompt(message);
    } else if (member == "Dismiss"_L1) {
        m_promptDismissed = true;
        connection.send(message.createReply());
    } else if (m_locksWhenSearched) {
        connection.send(search(message));
    } else {
        ++m_unanswered;
    }
    return true;
}

//! As much as libsecret needs to look for an entry.
QDBusMessage FakeSecretService::search(const QDBusMessage &message)
{
    const auto noPaths = QVariant::fromValue(QList<QDBusObjectPath>());
    const QString member = message.member();
    if (member == "GetAll"_L1) {
        return message.createReply(QVariantMap());
    }
    if (member == "OpenSession"_L1 && message.arguments().value(0) == u"plain"_s) {
        return message.createReply({QVariant::fromValue(QDBusVariant(QString())),
                                    QVariant::fromValue(QDBusObjectPath(Session))});
    }
    if (member == "SearchItems"_L1) {
        m_locked = true;
        return message.createReply({noPaths, noPaths});
    }
    return message.createErrorReply(QDBusError::NotSupported, u"not by this one"_s);
}

void FakeSecretService::prompt(const QDBusMessage &message)
{
    m_bus.send(message.createReply());
    if (m_user == User::PullsThePlug) {
        // After this message has been dealt with.
        QMetaObject::invokeMethod(
            this, [this] { leaveTheBus(); }, Qt::QueuedConnection);
        return;
    }
    if (m_user == User::IsAway) {
        return;
    }
    m_locked = m_user != User::Agrees;
    auto completed =
        QDBusMessage::createSignal(Prompt, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
    completed.setArguments(
        {m_user == User::Dismisses, QVariant::fromValue(QDBusVariant(QString()))});
    m_bus.send(completed);
}

} // namespace purser
