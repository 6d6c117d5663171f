// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/serviceurl.h"

#include <QString>
#include <QStringList>

namespace purser {

//! An account on a service: what Purser remembers of it. Never its JWT.
struct Account {
    QString name; //!< the user's own word for it; never empty, unique
    ServiceUrl url = ServiceUrl::standard();
    bool readsByPatch = false; //!< learned: this service offers no GET (see TokenService::read)
    bool requiresReason = false; //!< each change needs a reason, for the journal
    //! A UUID without braces, given once and never changed: what the account is known by, whatever
    //! becomes of its name and URL. Empty: legacyAccountId() counts.
    QString id = {};
    //! Fingerprints (see Bearer::customer) of the customers whose JWTs it had and that the user
    //! said are one; the newest last. UnnamedCustomer for a key that names none. Empty: it had
    //! none yet that Purser looked at.
    QStringList customers = {};
    //! Those of which the account was told to be another one since: what was written down without
    //! a fingerprint may be theirs.
    QStringList formerCustomers = {};

    friend bool operator==(const Account &, const Account &) = default;
};

//! Whether a text can be an account's name, or there is something in it that nobody sees or that
//! files don't keep: a control character, a byte order mark, half a character.
bool isAccountName(const QString &name);

//! For a new account.
QString newAccountId();

//! The id of an account that was saved without one, as Purser 0.1.0 did: the same wherever and
//! whenever it is asked for. origin: see ServiceUrl::origin.
QString legacyAccountId(const QString &name, const QString &origin);

//! Whether the account is one of 0.1.0, and still has the name and origin of that time.
bool isOfOldForm(const Account &account);

//! The name of the account's keychain entry: of the app, the account, the service's host and the
//! account's id, since on Windows the name alone tells entries apart.
QString keychainKey(const Account &account);
//! The name that Purser 0.1.0 gave it: without the id.
QString legacyKeychainKey(const Account &account);

//! The account's id, or where it has none, its legacy one.
QString idOf(const Account &account);

} // namespace purser
