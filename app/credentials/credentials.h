// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "credentials/keychain.h"

#include <QHash>

namespace purser {

//! The accounts' JWTs: in the keychain, or, where the user said so, in memory for this run
//! only. GUI thread only.
class Credentials {
public:
    //! keychain must outlive this object.
    explicit Credentials(Keychain &keychain) : m_keychain(keychain) { }

    //! The keychain entry's name: it names the app, the account, the service's host and the
    //! account's id, since on Windows the key alone tells entries apart.
    static QString key(const Account &account);
    //! The name that Purser 0.1.0 gave it: without the id.
    static QString legacyKey(const Account &account);

    //! The account's JWT: the one of this run if there is one, else the keychain's.
    void fetch(const Account &account, QObject *context, Keychain::ReadDone done);
    //! Keeps it in the keychain; one kept for this run is dropped on success.
    void store(const Account &account, const Bearer &bearer, QObject *context,
               Keychain::StoreDone done);
    //! Keeps it in memory until this object ends.
    void keepForThisRun(const Account &account, const Bearer &bearer);
    [[nodiscard]] bool isKeptForThisRun(const Account &account) const;
    //! Forgets it in both places and checks the keychain. One that was only kept for this run
    //! is gone at once, whatever the keychain says.
    void forget(const Account &account, QObject *context, Keychain::StoreDone done);
    void unlock(QObject *context, Keychain::StoreDone done);

private:
    Keychain &m_keychain;
    QHash<QString, Bearer> m_thisRun; //!< by key()
};

} // namespace purser
