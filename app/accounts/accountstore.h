// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>

#include <optional>

namespace purser {

//! The accounts in the settings file (purser.ini), and which one is current. Every call reads the
//! file, and each that changes something changes that one thing under a lock, so that several
//! programs see each other's accounts and none undoes what another did. What changes something is
//! false where the file can't be read or written, or where there is no such account.
class AccountStore {
public:
    //! iniPath: the settings file; it and its folder are made when first needed, for their
    //! owner's eyes only (0600 in 0700).
    explicit AccountStore(QString iniPath);

    [[nodiscard]] QList<Account> accounts() const;
    [[nodiscard]] std::optional<Account> account(const QString &name) const;
    [[nodiscard]] std::optional<Account> accountById(const QString &id) const;
    //! The one that was made current last; else the first; else nothing.
    [[nodiscard]] std::optional<Account> current() const;

    //! Adds a new account. False also where its name or its id is taken.
    bool save(const Account &account);
    //! What was learned of the service at another URL is forgotten.
    bool setUrl(const QString &id, const ServiceUrl &url);
    bool setRequiresReason(const QString &id, bool required);
    //! Remembers that the account's service answers PATCH only.
    bool rememberReadsByPatch(const QString &id);
    //! The account had a JWT of this customer, who is the same one as before.
    bool addCustomer(const QString &id, const QString &fingerprint);
    //! The account has a JWT of this customer, and it is not known whether it is the same one.
    bool replaceCustomers(const QString &id, const QString &fingerprint);
    bool makeCurrent(const QString &id);
    bool remove(const QString &id);

    //! Whether two accounts are of different customers, as the user said; nothing: never asked.
    [[nodiscard]] std::optional<bool> areApart(const QString &idA, const QString &idB) const;
    bool rememberApart(const QString &idA, const QString &idB, bool apart);

    [[nodiscard]] QString path() const { return m_path; }

private:
    //! Changes the account of this id.
    template <typename Change>
    bool change(const QString &id, Change change);
    bool write(const QList<Account> &accounts, const QString &current);

    QString m_path;
};

} // namespace purser
