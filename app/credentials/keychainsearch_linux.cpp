// SPDX-License-Identifier: GPL-3.0-or-later
// KeychainLock's part that searches the Secret Service: QtKeychain has no way to.
#include "credentials/keychainlock.h"
#include "credentials/secretservice_linux.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

//! One search. It belongs to its context, which may go at any time, and ends with its answer.
class Search final : public QObject {
public:
    Search(QObject *context, Keychain::FindDone done) : QObject(context), m_done(std::move(done))
    {
        qDBusRegisterMetaType<Attributes>();
        QDBusMessage message = QDBusMessage::createMethodCall(
            secretservice::Name, secretservice::Path, secretservice::Interface, u"SearchItems"_s);
        // The service's name, as QtKeychain 0.13 writes it (libsecret.cpp).
        const Attributes ours{{u"server"_s, u"purser"_s}};
        message.setArguments({QVariant::fromValue(ours)});
        ask(message, [this](const QDBusPendingCall &call) {
            const QDBusPendingReply<Paths, Paths> reply(call);
            if (reply.isError()) {
                fail(reply.error());
                return;
            }
            m_items = reply.argumentAt<0>() + reply.argumentAt<1>();
            readNext();
        });
    }

private:
    void ask(const QDBusMessage &message, const std::function<void(const QDBusPendingCall &)> &next)
    {
        auto *watcher =
            new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, next] {
            watcher->deleteLater();
            next(*watcher);
        });
    }

    void readNext()
    {
        if (m_items.isEmpty()) {
            end(m_names);
            return;
        }
        QDBusMessage message =
            QDBusMessage::createMethodCall(secretservice::Name, m_items.takeFirst().path(),
                                           u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        message.setArguments({u"org.freedesktop.Secret.Item"_s, u"Attributes"_s});
        ask(message, [this](const QDBusPendingCall &call) {
            const QDBusPendingReply<QDBusVariant> reply(call);
            if (reply.isError() && reply.error().type() != QDBusError::UnknownObject) {
                fail(reply.error());
                return;
            }
            if (!reply.isError()) { // else another program has taken it out meanwhile
                const auto attributes = qdbus_cast<Attributes>(reply.value().variant());
                const QString name = attributes.value(u"user"_s);
                if (name.startsWith("purser/"_L1) && !m_names.contains(name)) {
                    m_names.append(name);
                }
            }
            readNext();
        });
    }

    void fail(const QDBusError &error)
    {
        end(Unexpected{error.type() == QDBusError::AccessDenied ? KeychainProblem::Refused
                                                                : KeychainProblem::Unavailable});
    }

    void end(const Expected<QStringList, KeychainProblem> &result)
    {
        deleteLater();
        m_done(result);
    }

    Keychain::FindDone m_done;
    Paths m_items;
    QStringList m_names;
};

} // namespace

void KeychainLock::find(QObject *context, const Keychain::FindDone &done)
{
    findBackend(context, [context, done](bool isSecretService) {
        if (!isSecretService) {
            done(QStringList());
            return;
        }
        // A call on a bus that isn't there would never be answered, not even with an error.
        if (!QDBusConnection::sessionBus().isConnected()) {
            done(Unexpected{KeychainProblem::Unavailable});
            return;
        }
        new Search(context, done);
    });
}

} // namespace purser
