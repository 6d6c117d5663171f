// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "credentials/keychain.h"

#include <QHash>

namespace purser {

//! The accounts' JWTs: in the keychain, or, where the user said so, in memory for this run
//! only. GUI thread only.
class Credentials {
public:
    //! keychain must outlive this object, and so must accounts, where the names of the keychain's
    //! entries are written down; without it they are not.
    explicit Credentials(Keychain &keychain, AccountStore *accounts = nullptr)
        : m_keychain(keychain), m_accounts(accounts)
    {
    }

    //! The name of the account's keychain entry.
    static QString key(const Account &account) { return keychainKey(account); }

    //! The account's JWT: the one of this run if there is one, else the keychain's. An entry of
    //! 0.1.0 is moved to its name of today before that is answered: stored, read back, and only
    //! then forgotten; what of this fails is taken up by the next fetch.
    void fetch(const Account &account, QObject *context, Keychain::ReadDone done);
    //! Keeps it in the keychain; one kept for this run is dropped on success.
    void store(const Account &account, const Bearer &bearer, QObject *context,
               Keychain::StoreDone done);
    //! Keeps it in memory until this object ends.
    void keepForThisRun(const Account &account, const Bearer &bearer);
    [[nodiscard]] bool isKeptForThisRun(const Account &account) const;
    //! Forgets it in both places and checks the keychain, under each name that it may have there.
    //! One that was only kept for this run is gone at once, whatever the keychain says.
    void forget(const Account &account, QObject *context, const Keychain::StoreDone &done);
    //! Forgets these entries of the keychain, one by one and also when one can't be. problem: the
    //! first one.
    void forgetEntries(const QStringList &keys, QObject *context, const Keychain::StoreDone &done);
    //! The names of all entries that Purser may have in the keychain: those written down, and
    //! those that it finds there where it can be searched.
    void entries(QObject *context, Keychain::FindDone done);
    void unlock(QObject *context, Keychain::StoreDone done);

private:
    void fetchLegacy(const Account &account, QObject *context, const Keychain::ReadDone &done);
    //! Goes on with done, whether it can be moved or not.
    void moveLegacy(const Account &account, const Bearer &bearer, QObject *context,
                    const Keychain::ReadDone &done);
    //! Forgets the entry of 0.1.0, where an earlier move did not come to that.
    void endMove(const Account &account, QObject *context, const std::function<void()> &next);
    void forgetAll(const Account &account, QObject *context, const Keychain::StoreDone &done);
    void learnCustomer(const Account &account, const Bearer &bearer);
    void forgetNext(QStringList keys, std::optional<KeychainProblem> first, QObject *context,
                    const Keychain::StoreDone &done);

    Keychain &m_keychain;
    AccountStore *m_accounts;
    QHash<QString, Bearer> m_thisRun; //!< by key()
};

} // namespace purser
