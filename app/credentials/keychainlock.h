// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keychain.h"

#include <QString>

class QDBusObjectPath;

namespace purser {

//! Whether the system's keychain is open, where QtKeychain can't tell: through the Secret
//! Service a locked collection reads like an absent entry, and deleting from it "succeeds".
//! Elsewhere the system asks by itself, and the keychain counts as open.
//!
//! Meant for an operation that is itself the context: done may be called from inside the call
//! and more than once (the first counts), never once context is gone, and there is no deadline
//! here. GUI thread only.
class KeychainLock : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(std::optional<KeychainProblem>)>;

    using QObject::QObject;

    //! Nothing when it is open, or when there is no collection that could be locked.
    void check(QObject *context, const Done &done);
    //! Opens it. promptShown is called when the system starts to ask the user.
    void unlock(QObject *context, const std::function<void()> &promptShown, const Done &done);
    //! The names of Purser's entries in the Secret Service, in all of its collections and also in
    //! those that are locked. Elsewhere nothing is found.
    void find(QObject *context, const Keychain::FindDone &done);
    //! Whether QtKeychain talks to a Secret Service; known after the first check.
    [[nodiscard]] bool isSecretService() const { return m_isSecretService.value_or(false); }

private:
    using Found = std::function<void(const QDBusObjectPath &collection)>;

    void findBackend(QObject *context, const std::function<void(bool isSecretService)> &done);
    void findCollection(QObject *context, const Done &done, const Found &found);
    void meetService(const QString &owner);

    //! QtKeychain decides once per process, and so does this.
    std::optional<bool> m_isSecretService;
    //! The bus name of the process that last answered for the Secret Service.
    QString m_serviceOwner;
};

} // namespace purser
