// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"

#include "accounts/privatefiles.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto CurrentKey = "currentAccount"_L1;
constexpr auto AccountsKey = "accounts"_L1;
constexpr auto NameKey = "name"_L1;
constexpr auto UrlKey = "url"_L1;
constexpr auto ReadsByPatchKey = "readsByPatch"_L1;
constexpr auto RequireReasonKey = "requireReason"_L1;

} // namespace

AccountStore::AccountStore(QString iniPath) : m_path(std::move(iniPath)) { }

QList<Account> AccountStore::accounts() const
{
    QSettings settings(m_path, QSettings::IniFormat);
    QList<Account> accounts;
    const int count = settings.beginReadArray(AccountsKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const QString name = settings.value(NameKey).toString();
        const auto url = ServiceUrl::fromText(settings.value(UrlKey).toString());
        if (name.isEmpty() || !url) {
            continue; // edited by hand: an unsafe or broken URL is as good as no account
        }
        accounts.append({name, *url, settings.value(ReadsByPatchKey).toBool(),
                         settings.value(RequireReasonKey).toBool()});
    }
    return accounts;
}

std::optional<Account> AccountStore::account(const QString &name) const
{
    const auto all = accounts();
    for (const Account &account : all) {
        if (account.name == name) {
            return account;
        }
    }
    return std::nullopt;
}

std::optional<Account> AccountStore::current() const
{
    const QString name = QSettings(m_path, QSettings::IniFormat).value(CurrentKey).toString();
    if (const auto found = account(name)) {
        return found;
    }
    const auto all = accounts();
    return all.isEmpty() ? std::nullopt : std::optional(all.front());
}

bool AccountStore::save(const Account &account)
{
    auto all = accounts();
    const QString currentName = current().value_or(account).name;
    for (Account &known : all) {
        if (known.name == account.name) {
            known = account;
            return write(all, currentName);
        }
    }
    all.append(account);
    return write(all, currentName);
}

bool AccountStore::rememberReadsByPatch(const QString &name)
{
    auto known = account(name);
    if (!known) {
        return false;
    }
    known->readsByPatch = true;
    return save(*known);
}

bool AccountStore::makeCurrent(const QString &name)
{
    return write(accounts(), name);
}

bool AccountStore::remove(const QString &name)
{
    auto all = accounts();
    const QString currentName = current().value_or(Account{}).name;
    all.removeIf([&name](const Account &account) { return account.name == name; });
    return write(all, currentName == name ? QString() : currentName);
}

bool AccountStore::write(const QList<Account> &accounts, const QString &current)
{
    if (!makePrivateFolderFor(m_path)) {
        return false;
    }
    {
        QSettings settings(m_path, QSettings::IniFormat);
        settings.remove(AccountsKey);
        settings.beginWriteArray(AccountsKey, static_cast<int>(accounts.size()));
        for (int i = 0; i < accounts.size(); ++i) {
            const Account &account = accounts.at(i);
            settings.setArrayIndex(i);
            settings.setValue(NameKey, account.name);
            settings.setValue(UrlKey, account.url.toText());
            settings.setValue(ReadsByPatchKey, account.readsByPatch);
            settings.setValue(RequireReasonKey, account.requiresReason);
        }
        settings.endArray();
        settings.setValue(CurrentKey, current);
        settings.sync();
        if (settings.status() != QSettings::NoError) {
            return false;
        }
    }
    return makeFilePrivate(m_path);
}

} // namespace purser
