// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/settingsfile.h"

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

    //! Why the file can't be read; then it is as if it held nothing, and it is not written.
    [[nodiscard]] std::optional<FileProblem> problem() const;

    //! An entry without a name or with an unsafe URL is no account. It stays as it is.
    [[nodiscard]] QList<Account> accounts() const;
    [[nodiscard]] std::optional<Account> account(const QString &name) const;
    [[nodiscard]] std::optional<Account> accountById(const QString &id) const;
    //! The one that was made current last; else the first; else nothing.
    [[nodiscard]] std::optional<Account> current() const;

    //! Adds a new account. False also where its name or its id is taken.
    bool save(const Account &account);
    //! What was learned of the service at the URL before is forgotten; the names of its keychain
    //! entries are kept.
    bool setUrl(const QString &id, const ServiceUrl &url);
    bool setRequiresReason(const QString &id, bool required);
    //! Remembers that the account's service answers PATCH only.
    bool rememberReadsByPatch(const QString &id);
    //! The account had a JWT of this customer, who is the same one as before.
    bool addCustomer(const QString &id, const QString &fingerprint);
    //! The same; nothing, and nothing is changed, where the account's customers are not these any
    //! more and this one is not among them.
    std::optional<bool> addCustomerTo(const QString &id, const QStringList &customers,
                                      const QString &fingerprint);
    //! The same, unless customers of it are known.
    bool learnCustomer(const QString &id, const QString &fingerprint);
    //! The account has a JWT of this customer, and it is not known whether it is the same one.
    bool replaceCustomers(const QString &id, const QString &fingerprint);
    //! The user says that this customer is the one that the account had before. One that the
    //! account has already: what replaced the last one is taken back. No other former one joins.
    //! expected: the account as that was said of it; nothing, and nothing is changed, where its
    //! customers are others by now.
    std::optional<bool> joinCustomers(const Account &expected, const QString &fingerprint);
    bool makeCurrent(const QString &id);
    //! The names of its keychain entries are kept.
    bool remove(const QString &id);

    //! Whether two accounts are of different customers, as the user said; nothing: never asked.
    [[nodiscard]] std::optional<bool> areApart(const QString &idA, const QString &idB) const;
    bool rememberApart(const QString &idA, const QString &idB, bool apart);

    //! The names of the keychain entries that may be there: each is written down before it is
    //! made, and dropped when it was seen to be gone.
    [[nodiscard]] QStringList keychainEntries() const;
    bool rememberKeychainEntries(const QStringList &keys);
    bool dropKeychainEntries(const QStringList &keys);

    [[nodiscard]] QString path() const { return m_file.path(); }

private:
    using Change = std::function<bool(IniText &text, int index, const Account &known)>;

    //! Changes the account of this id. index: of its entry in the file.
    bool change(const QString &id, const Change &change);

    SettingsFile m_file;
};

} // namespace purser
