// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/kdewallet_linux.h"
#include "credentials/keychainlock.h"
#include "credentials/secretprompt_linux.h"
#include "credentials/secretservice_linux.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLibrary>

#include <chrono>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using Done = KeychainLock::Done;

constexpr auto LibSecret = "secret-1"_L1;

//! Longer than QtKeychain's own try (500 ms), which comes next: a wallet that had to be
//! started for this one answers that one in time, and both come to the same result.
constexpr std::chrono::milliseconds WalletPatience{3'000};

//! Calls handler with the reply, unless context is gone by then.
template <typename... Types, typename Handler>
void whenAnswered(const QDBusPendingCall &call, QObject *context, Handler handler)
{
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [handler](QDBusPendingCallWatcher *answered) {
                         answered->deleteLater();
                         handler(QDBusPendingReply<Types...>(*answered));
                     });
}

QDBusPendingCall callService(QLatin1StringView method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(secretservice::Name, secretservice::Path,
                                                          secretservice::Interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().asyncCall(message);
}

KeychainProblem problemOf(const QDBusError &error)
{
    return error.type() == QDBusError::AccessDenied ? KeychainProblem::Refused
                                                    : KeychainProblem::Unavailable;
}

void checkCollection(const QDBusObjectPath &collection, QObject *context, const Done &done)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        secretservice::Name, collection.path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message.setArguments({u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    whenAnswered<QDBusVariant>(QDBusConnection::sessionBus().asyncCall(message), context,
                               [done](const QDBusPendingReply<QDBusVariant> &reply) {
                                   if (reply.isError()) {
                                       done(problemOf(reply.error()));
                                       return;
                                   }
                                   const QVariant locked = reply.value().variant();
                                   if (locked.typeId() != QMetaType::Bool) {
                                       done(KeychainProblem::Unavailable);
                                       return;
                                   }
                                   done(locked.toBool() ? std::optional(KeychainProblem::Locked)
                                                        : std::nullopt);
                               });
}

void runPrompt(const QString &service, const QDBusObjectPath &path, QObject *context,
               const Done &done, const std::function<void()> &agreed)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    auto *prompt = new SecretPrompt(service, path.path(), bus, context);
    QObject::connect(prompt, &SecretPrompt::Completed, context, [done, agreed](bool dismissed) {
        if (dismissed) {
            done(KeychainProblem::Refused);
            return;
        }
        agreed();
    });
    // A service that dies while the user is asked sends no end of the prompt.
    auto *life =
        new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForUnregistration, context);
    QObject::connect(life, &QDBusServiceWatcher::serviceUnregistered, context,
                     [done] { done(KeychainProblem::Unavailable); });
    whenAnswered<>(prompt->show(), context, [done](const QDBusPendingReply<> &reply) {
        if (reply.isError()) {
            done(problemOf(reply.error()));
        }
    });
}

void unlockCollection(const QDBusObjectPath &collection, QObject *context,
                      const std::function<void()> &promptShown, const Done &done)
{
    using Reply = QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath>;
    const auto check = [collection, context, done] { checkCollection(collection, context, done); };
    whenAnswered<QList<QDBusObjectPath>, QDBusObjectPath>(
        callService("Unlock"_L1, {QVariant::fromValue(QList{collection})}), context,
        [context, promptShown, done, check](const Reply &reply) {
            if (reply.isError()) {
                done(problemOf(reply.error()));
                return;
            }
            const auto prompt = reply.argumentAt<1>();
            if (prompt.path() == "/"_L1) {
                check();
                return;
            }
            promptShown();
            runPrompt(reply.reply().service(), prompt, context, done, check);
        });
}

} // namespace

void KeychainLock::findBackend(QObject *context, const std::function<void(bool)> &done)
{
    const KdeWallet wallet = preferredWallet(QProcessEnvironment::systemEnvironment());
    if (!m_isSecretService && (wallet == KdeWallet::KWallet4 || !QLibrary(LibSecret, 0).load())) {
        m_isSecretService = false;
    }
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!m_isSecretService && (wallet == KdeWallet::None || !bus.isConnected())) {
        m_isSecretService = true;
    }
    if (m_isSecretService) {
        done(*m_isSecretService);
        return;
    }
    const QString name = wallet == KdeWallet::KWallet6 ? u"kwalletd6"_s : u"kwalletd5"_s;
    const auto question = QDBusMessage::createMethodCall(
        "org.kde."_L1 + name, "/modules/"_L1 + name, u"org.kde.KWallet"_s, u"networkWallet"_s);
    whenAnswered<QString>(bus.asyncCall(question, static_cast<int>(WalletPatience.count())),
                          context, [this, done](const QDBusPendingReply<QString> &reply) {
                              m_isSecretService = reply.isError();
                              done(*m_isSecretService);
                          });
}

//! libsecret holds on to its session with the service, also when that has been restarted and
//! knows the session no more; all of QtKeychain's jobs fail from then on. (Seen with 0.20.5: it
//! watches the service's name only for those who use SecretService themselves.) This lets go.
void KeychainLock::meetService(const QString &owner)
{
    if (m_serviceOwner == owner) {
        return;
    }
    m_serviceOwner = owner;
    const auto disconnect =
        reinterpret_cast<void (*)()>(QLibrary::resolve(LibSecret, 0, "secret_service_disconnect"));
    if (disconnect != nullptr) {
        disconnect();
    }
}

//! Calls done with a problem, or found with the default collection's path: "/" without one.
void KeychainLock::findCollection(QObject *context, const Done &done, const Found &found)
{
    // A call on a bus that isn't there would never be answered, not even with an error.
    if (!QDBusConnection::sessionBus().isConnected()) {
        done(KeychainProblem::Unavailable);
        return;
    }
    whenAnswered<QDBusObjectPath>(
        callService("ReadAlias"_L1, {u"default"_s}), context,
        [this, done, found](const QDBusPendingReply<QDBusObjectPath> &reply) {
            if (reply.isError()) {
                done(problemOf(reply.error()));
                return;
            }
            meetService(reply.reply().service());
            found(reply.value());
        });
}

void KeychainLock::check(QObject *context, const Done &done)
{
    findBackend(context, [this, context, done](bool isSecretService) {
        if (!isSecretService) {
            done(std::nullopt);
            return;
        }
        findCollection(context, done, [context, done](const QDBusObjectPath &collection) {
            if (collection.path() == "/"_L1) {
                done(std::nullopt);
                return;
            }
            checkCollection(collection, context, done);
        });
    });
}

void KeychainLock::unlock(QObject *context, const std::function<void()> &promptShown,
                          const Done &done)
{
    findBackend(context, [this, context, promptShown, done](bool isSecretService) {
        if (!isSecretService) {
            done(std::nullopt);
            return;
        }
        findCollection(context, done,
                       [context, promptShown, done](const QDBusObjectPath &collection) {
                           if (collection.path() == "/"_L1) {
                               done(std::nullopt);
                               return;
                           }
                           unlockCollection(collection, context, promptShown, done);
                       });
    });
}

} // namespace purser
