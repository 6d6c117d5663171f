// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keychain.h"
#include "domain/serviceurl.h"

#include <QHash>

namespace purser {

//! The accounts' JWTs: in the keychain, or, where the user said so, in memory for this run
//! only. GUI thread only.
class Credentials {
public:
    //! keychain must outlive this object.
    explicit Credentials(Keychain &keychain) : m_keychain(keychain) { }

    //! The keychain entry's name: it names the app, the account and the service's host, since
    //! on Windows the key alone tells entries apart.
    static QString key(const QString &account, const ServiceUrl &url);

    //! The account's JWT: the one of this run if there is one, else the keychain's.
    void fetch(const QString &key, QObject *context, Keychain::ReadDone done);
    //! Keeps it in the keychain; one kept for this run is dropped on success.
    void store(const QString &key, const Bearer &bearer, QObject *context,
               Keychain::StoreDone done);
    //! Keeps it in memory until this object ends.
    void keepForThisRun(const QString &key, const Bearer &bearer);
    [[nodiscard]] bool isKeptForThisRun(const QString &key) const;
    //! Forgets it in both places and checks the keychain. One that was only kept for this run
    //! is gone at once, whatever the keychain says.
    void forget(const QString &key, QObject *context, Keychain::StoreDone done);
    void unlock(QObject *context, Keychain::StoreDone done);

private:
    Keychain &m_keychain;
    QHash<QString, Bearer> m_thisRun;
};

} // namespace purser
