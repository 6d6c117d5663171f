// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/privatesession.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int Patience = 30'000;

constexpr auto BusConfiguration = R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)"_L1;

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("can't write a file of the private session");
    }
}

bool isCollectionOpen(const QDBusConnection &bus)
{
    auto question = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                                   u"/org/freedesktop/secrets/aliases/default"_s,
                                                   u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setArguments({u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    const QDBusMessage reply = bus.call(question);
    return reply.type() == QDBusMessage::ReplyMessage
        && !reply.arguments().value(0).value<QDBusVariant>().variant().toBool();
}

} // namespace

PrivateSession::PrivateSession()
{
    static int count = 0;
    m_connection = u"private-session-%1"_s.arg(++count);
    for (const QString &name : {u"home"_s, u"run"_s, u"bin"_s}) {
        QDir(m_folder.path()).mkdir(name);
        QFile::setPermissions(m_folder.filePath(name),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    // A copy, because in many containers nobody may have the daemon's file capability, and then
    // the kernel refuses to start it. A copy has none.
    QFile::copy(QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s),
                m_folder.filePath(u"bin/gnome-keyring-daemon"_s));
    for (QProcess *process : {&m_bus, &m_keyring}) {
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->setProcessEnvironment(environment());
        // A test that crashes ends them too.
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }
}

PrivateSession::~PrivateSession()
{
    if (m_keyring.state() != QProcess::NotRunning) {
        resumeKeyring();
    }
    endKeyring();
    QDBusConnection::disconnectFromBus(m_connection);
    m_bus.terminate();
    if (!m_bus.waitForFinished(Patience)) {
        m_bus.kill();
        m_bus.waitForFinished();
    }
}

QString PrivateSession::address() const
{
    return "unix:path="_L1 + m_folder.filePath(u"run/bus"_s);
}

QProcessEnvironment PrivateSession::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList ofTheDesktop{
        u"DISPLAY"_s,
        u"WAYLAND_DISPLAY"_s,
        u"XDG_CURRENT_DESKTOP"_s,
        u"DESKTOP_SESSION"_s,
        u"KDE_SESSION_VERSION"_s,
        u"KDE_FULL_SESSION"_s,
        u"XDG_CONFIG_HOME"_s,
        u"XDG_DATA_HOME"_s,
        u"XDG_CACHE_HOME"_s,
        u"QTKEYCHAIN_BACKEND"_s,
        u"GNOME_KEYRING_CONTROL"_s,
        u"GNOME_DESKTOP_SESSION_ID"_s,
    };
    for (const QString &name : ofTheDesktop) {
        environment.remove(name);
    }
    environment.insert(u"HOME"_s, home());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address());
    return environment;
}

QDBusConnection PrivateSession::bus() const
{
    return QDBusConnection(m_connection);
}

bool PrivateSession::startBus()
{
    const QString configuration = m_folder.filePath(u"bus.conf"_s);
    writeFile(configuration, QString(BusConfiguration).arg(address()).toUtf8());
    m_bus.start(u"dbus-daemon"_s,
                {u"--nofork"_s, u"--nopidfile"_s, u"--nosyslog"_s, u"--print-address"_s,
                 u"--config-file="_s + configuration});
    // The address is printed once the bus listens.
    if (!m_bus.waitForReadyRead(Patience)) {
        return false;
    }
    return QDBusConnection::connectToBus(address(), m_connection).isConnected();
}

bool PrivateSession::startKeyring(const QStringList &arguments)
{
    m_keyring.start(m_folder.filePath(u"bin/gnome-keyring-daemon"_s),
                    QStringList{u"--foreground"_s, u"--components=secrets"_s} + arguments);
    m_keyring.write("a password");
    m_keyring.closeWriteChannel();
    return m_keyring.waitForStarted(Patience)
        && QTest::qWaitFor(
               [this] {
                   return bus()
                       .interface()
                       ->isServiceRegistered(u"org.freedesktop.secrets"_s)
                       .value();
               },
               Patience);
}

bool PrivateSession::startOpenKeyring()
{
    return startKeyring({u"--unlock"_s})
        && QTest::qWaitFor([this] { return isCollectionOpen(bus()); }, Patience);
}

bool PrivateSession::startClosedKeyring()
{
    return startKeyring({u"--start"_s});
}

void PrivateSession::endKeyring()
{
    m_keyring.terminate();
    if (m_keyring.state() != QProcess::NotRunning && !m_keyring.waitForFinished(Patience)) {
        m_keyring.kill();
        m_keyring.waitForFinished();
    }
}

void PrivateSession::signalKeyring(int signal)
{
    ::kill(static_cast<pid_t>(m_keyring.processId()), signal);
}

void PrivateSession::pauseKeyring()
{
    signalKeyring(SIGSTOP);
}

void PrivateSession::resumeKeyring()
{
    signalKeyring(SIGCONT);
}

bool PrivateSession::closeDefaultCollection() const
{
    auto order =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    const QDBusObjectPath collection(u"/org/freedesktop/secrets/aliases/default"_s);
    order.setArguments({QVariant::fromValue(QList{collection})});
    return bus().call(order).type() == QDBusMessage::ReplyMessage && !isCollectionOpen(bus());
}

} // namespace purser
