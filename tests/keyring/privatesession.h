// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace purser {

//! A desktop session of its own: a home, a runtime folder and, as far as they are started, a
//! D-Bus bus that starts no services by itself and a real gnome-keyring. All of it ends with
//! this object. The functions that start something tell whether it came up.
class PrivateSession {
public:
    PrivateSession();
    ~PrivateSession();
    Q_DISABLE_COPY_MOVE(PrivateSession)

    [[nodiscard]] bool startBus();
    //! A keyring whose "login" collection is open, and made if there is none.
    [[nodiscard]] bool startOpenKeyring();
    //! A keyring as it is before the user has logged in: what is in the home stays closed.
    [[nodiscard]] bool startClosedKeyring();
    //! Ends it, so that another one can be started on the same home.
    void endKeyring();
    void killKeyring() { m_keyring.kill(); }
    void pauseKeyring();
    void resumeKeyring();
    [[nodiscard]] bool closeDefaultCollection() const;

    [[nodiscard]] QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString address() const;
    //! The test's own connection to the bus.
    [[nodiscard]] QDBusConnection bus() const;

private:
    [[nodiscard]] bool startKeyring(const QStringList &arguments);
    void signalKeyring(int signal);

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_connection;
};

} // namespace purser
