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
constexpr auto IdKey = "id"_L1;
constexpr auto CustomersKey = "customers"_L1;

QString apartKey(const QString &idA, const QString &idB)
{
    return "apart/"_L1 + qMin(idA, idB) + '_'_L1 + qMax(idA, idB);
}

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
        const QString id = settings.value(IdKey).toString();
        accounts.append({name, *url, settings.value(ReadsByPatchKey).toBool(),
                         settings.value(RequireReasonKey).toBool(),
                         id.isEmpty() ? legacyAccountId(name, url->origin()) : id,
                         settings.value(CustomersKey).toStringList()});
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

std::optional<Account> AccountStore::accountById(const QString &id) const
{
    const auto all = accounts();
    for (const Account &account : all) {
        if (account.id == id) {
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
    if (this->account(account.name) || accountById(idOf(account))) {
        return false;
    }
    const QString currentName = current().value_or(account).name;
    all.append(account);
    all.back().id = idOf(account);
    return write(all, currentName);
}

template <typename Change>
bool AccountStore::change(const QString &id, Change change)
{
    auto all = accounts();
    for (Account &account : all) {
        if (account.id == id) {
            change(account);
            return write(all, current()->name);
        }
    }
    return false;
}

bool AccountStore::setUrl(const QString &id, const ServiceUrl &url)
{
    return change(id, [&url](Account &account) {
        account.readsByPatch = account.readsByPatch && account.url == url;
        account.url = url;
    });
}

bool AccountStore::setRequiresReason(const QString &id, bool required)
{
    return change(id, [required](Account &account) { account.requiresReason = required; });
}

bool AccountStore::rememberReadsByPatch(const QString &id)
{
    return change(id, [](Account &account) { account.readsByPatch = true; });
}

bool AccountStore::addCustomer(const QString &id, const QString &fingerprint)
{
    return change(id, [&fingerprint](Account &account) {
        account.customers.removeAll(fingerprint);
        account.customers.append(fingerprint);
    });
}

bool AccountStore::replaceCustomers(const QString &id, const QString &fingerprint)
{
    return change(id, [&fingerprint](Account &account) { account.customers = {fingerprint}; });
}

bool AccountStore::makeCurrent(const QString &id)
{
    const auto account = accountById(id);
    return account && write(accounts(), account->name);
}

bool AccountStore::remove(const QString &id)
{
    auto all = accounts();
    const QString currentName = current().value_or(Account{}).name;
    const auto removed = accountById(id);
    all.removeIf([&id](const Account &account) { return account.id == id; });
    return removed && write(all, currentName == removed->name ? QString() : currentName);
}

std::optional<bool> AccountStore::areApart(const QString &idA, const QString &idB) const
{
    const QVariant value = QSettings(m_path, QSettings::IniFormat).value(apartKey(idA, idB));
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
}

bool AccountStore::rememberApart(const QString &idA, const QString &idB, bool apart)
{
    QSettings settings(m_path, QSettings::IniFormat);
    settings.setValue(apartKey(idA, idB), apart);
    settings.sync();
    return settings.status() == QSettings::NoError;
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
            settings.setValue(IdKey, account.id);
            settings.setValue(CustomersKey, account.customers);
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
