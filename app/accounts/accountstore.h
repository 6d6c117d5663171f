// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>

#include <optional>

namespace purser {

//! The accounts in the settings file (purser.ini), by name, and which one is current. Every
//! call reads or writes the file, so several programs see each other's accounts.
class AccountStore {
public:
    //! iniPath: the settings file; it and its folder are made when first needed, for their
    //! owner's eyes only (0600 in 0700).
    explicit AccountStore(QString iniPath);

    [[nodiscard]] QList<Account> accounts() const;
    [[nodiscard]] std::optional<Account> account(const QString &name) const;
    //! The one that was made current last; else the first; else nothing.
    [[nodiscard]] std::optional<Account> current() const;

    //! Adds the account or replaces the one of its name. False: the file can't be written.
    bool save(const Account &account);
    //! Remembers that the account's service answers PATCH only. An unknown account is left alone.
    bool rememberReadsByPatch(const QString &name);
    bool makeCurrent(const QString &name);
    bool remove(const QString &name);

    [[nodiscard]] QString path() const { return m_path; }

private:
    bool write(const QList<Account> &accounts, const QString &current);

    QString m_path;
};

} // namespace purser
