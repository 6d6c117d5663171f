// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"

#include "domain/customer.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto CurrentKey = "currentAccount"_L1;
constexpr auto AccountsGroup = "accounts/"_L1;
constexpr auto SizeKey = "accounts/size"_L1;
constexpr auto NameKey = "name"_L1;
constexpr auto UrlKey = "url"_L1;
constexpr auto ReadsByPatchKey = "readsByPatch"_L1;
constexpr auto RequireReasonKey = "requireReason"_L1;
constexpr auto IdKey = "id"_L1;
constexpr auto CustomersKey = "customers"_L1;
constexpr auto FormerCustomersKey = "formerCustomers"_L1;
constexpr auto ApartGroup = "apart/"_L1;
constexpr auto EntriesKey = "keychain/entries"_L1;

//! The last one is whose JWT the account has.
QStringList withLastCustomer(QStringList customers, const QString &fingerprint)
{
    customers.removeAll(fingerprint);
    customers.append(fingerprint);
    return customers;
}

QString keyOf(int index, QLatin1StringView part)
{
    return AccountsGroup + QString::number(index) + u'/' + part;
}

QString apartKey(const QString &idA, const QString &idB)
{
    return ApartGroup + qMin(idA, idB) + u'_' + qMax(idA, idB);
}

struct Entry {
    int index; //!< in the file; from 1 on, with gaps
    Account account;
};

//! Of every entry, also of those that are no accounts; in their order.
QList<int> indexesIn(const IniText &text)
{
    QList<int> indexes;
    const QStringList keys = text.keys();
    for (const QString &key : keys) {
        if (!key.startsWith(AccountsGroup)) {
            continue;
        }
        bool isNumber = false;
        const int index = key.section(u'/', 1, 1).toInt(&isNumber);
        if (isNumber && index > 0 && key.count(u'/') == 2 && !indexes.contains(index)) {
            indexes.append(index);
        }
    }
    std::sort(indexes.begin(), indexes.end());
    return indexes;
}

//! Nothing for what was edited by hand into something unsafe or broken.
std::optional<Account> accountAt(const IniText &text, int index)
{
    const auto part = [&text, index](QLatin1StringView name) {
        return text.value(keyOf(index, name));
    };
    const QString name = part(NameKey).toString();
    const auto url = ServiceUrl::fromText(part(UrlKey).toString());
    const QString id = part(IdKey).toString();
    const bool isOurId = QUuid(id).toString(QUuid::WithoutBraces) == id;
    if (name.isEmpty() || !url || !(id.isEmpty() || isOurId)) {
        return std::nullopt;
    }
    Account account{name,
                    *url,
                    part(ReadsByPatchKey).toBool(),
                    part(RequireReasonKey).toBool(),
                    id,
                    part(CustomersKey).toStringList(),
                    part(FormerCustomersKey).toStringList()};
    account.id = idOf(account);
    account.customers.removeAll(QString());
    account.formerCustomers.removeAll(QString());
    return account;
}

//! The accounts; of two with one name or one id the first.
QList<Entry> entriesIn(const IniText &text)
{
    QList<Entry> entries;
    const QList<int> indexes = indexesIn(text);
    for (const int index : indexes) {
        const auto account = accountAt(text, index);
        const bool isFirst =
            account
            && std::none_of(entries.cbegin(), entries.cend(), [&account](const Entry &other) {
                   return other.account.name == account->name || other.account.id == account->id;
               });
        if (isFirst) {
            entries.append({index, *account});
        }
    }
    return entries;
}

std::optional<Entry> entryOf(const IniText &text, const QString &id)
{
    const auto entries = entriesIn(text);
    for (const Entry &entry : entries) {
        if (entry.account.id == id) {
            return entry;
        }
    }
    return std::nullopt;
}

//! Writes down what was derived until now, before something that it is derived from changes.
void writeIdsDown(IniText &text)
{
    const auto entries = entriesIn(text);
    for (const Entry &entry : entries) {
        if (text.string(keyOf(entry.index, IdKey)).isEmpty()) {
            text.setValue(keyOf(entry.index, IdKey), entry.account.id);
        }
    }
}

bool listKeys(IniText &text, const QStringList &keys)
{
    QStringList listed = text.value(EntriesKey).toStringList();
    for (const QString &key : keys) {
        if (!listed.contains(key)) {
            listed.append(key);
        }
    }
    return text.setValue(EntriesKey, listed);
}

//! The entries that the keychain may have of an account that changes its URL, or goes.
QStringList keychainKeysOf(const Account &account)
{
    QStringList keys{keychainKey(account)};
    if (isOfOldForm(account)) {
        keys.append(legacyKeychainKey(account));
    }
    return keys;
}

} // namespace

AccountStore::AccountStore(QString iniPath) : m_file(std::move(iniPath)) { }

std::optional<FileProblem> AccountStore::problem() const
{
    const auto text = m_file.read();
    return text ? std::nullopt : std::optional(text.error());
}

QList<Account> AccountStore::accounts() const
{
    QList<Account> accounts;
    if (const auto text = m_file.read()) {
        const auto entries = entriesIn(*text);
        for (const Entry &entry : entries) {
            accounts.append(entry.account);
        }
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
    if (const auto found = account(m_file.value(CurrentKey).toString())) {
        return found;
    }
    const auto all = accounts();
    return all.isEmpty() ? std::nullopt : std::optional(all.front());
}

bool AccountStore::save(const Account &account)
{
    if (!isAccountName(account.name)) {
        return false;
    }
    return m_file.update([&account](IniText &text) {
        writeIdsDown(text);
        const QString id = idOf(account);
        const auto entries = entriesIn(text);
        for (const Entry &entry : entries) {
            if (entry.account.name == account.name || entry.account.id == id) {
                return false;
            }
        }
        // Behind those too that are no accounts: they stay what they are.
        const QList<int> taken = indexesIn(text);
        const int index = taken.isEmpty() ? 1 : taken.back() + 1;
        bool isSet = text.setValue(keyOf(index, NameKey), account.name)
            && text.setValue(keyOf(index, UrlKey), account.url.toText())
            && text.setValue(keyOf(index, ReadsByPatchKey), account.readsByPatch)
            && text.setValue(keyOf(index, RequireReasonKey), account.requiresReason)
            && text.setValue(keyOf(index, IdKey), id) && text.setValue(SizeKey, index);
        if (!account.customers.isEmpty()) {
            isSet = text.setValue(keyOf(index, CustomersKey), account.customers) && isSet;
        }
        if (entries.isEmpty()) {
            isSet = text.setValue(CurrentKey, account.name) && isSet;
        }
        return isSet;
    });
}

bool AccountStore::setUrl(const QString &id, const ServiceUrl &url)
{
    return change(id, [&url](IniText &text, int index, const Account &known) {
        if (known.url == url) {
            return true;
        }
        Account moved = known;
        moved.url = url;
        if (keychainKey(moved) != keychainKey(known) && !listKeys(text, keychainKeysOf(known))) {
            return false; // nothing would ever name the entry of the URL that is given up
        }
        return text.setValue(keyOf(index, ReadsByPatchKey), false)
            && text.setValue(keyOf(index, UrlKey), url.toText());
    });
}

bool AccountStore::setRequiresReason(const QString &id, bool required)
{
    return change(id, [required](IniText &text, int index, const Account & /*known*/) {
        return text.setValue(keyOf(index, RequireReasonKey), required);
    });
}

bool AccountStore::rememberReadsByPatch(const QString &id)
{
    return change(id, [](IniText &text, int index, const Account & /*known*/) {
        return text.setValue(keyOf(index, ReadsByPatchKey), true);
    });
}

bool AccountStore::addCustomer(const QString &id, const QString &fingerprint)
{
    return change(id, [&fingerprint](IniText &text, int index, const Account &known) {
        return text.setValue(keyOf(index, CustomersKey),
                             withLastCustomer(known.customers, fingerprint));
    });
}

std::optional<bool> AccountStore::addCustomerTo(const QString &id, const QStringList &customers,
                                                const QString &fingerprint)
{
    bool areOthers = false;
    const bool isDone = change(id, [&](IniText &text, int index, const Account &known) {
        areOthers = known.customers != customers && !known.customers.contains(fingerprint);
        return !areOthers
            && text.setValue(keyOf(index, CustomersKey),
                             withLastCustomer(known.customers, fingerprint));
    });
    return areOthers ? std::nullopt : std::optional(isDone);
}

bool AccountStore::learnCustomer(const QString &id, const QString &fingerprint)
{
    return change(id, [&fingerprint](IniText &text, int index, const Account &known) {
        return !known.customers.isEmpty()
            || text.setValue(keyOf(index, CustomersKey), QStringList{fingerprint});
    });
}

bool AccountStore::replaceCustomers(const QString &id, const QString &fingerprint)
{
    return change(id, [&](IniText &text, int index, const Account &known) {
        QStringList former = text.value(keyOf(index, FormerCustomersKey)).toStringList();
        former += known.customers;
        former.removeAll(QString());
        if (fingerprint != UnnamedCustomer) { // of two keys nothing can tell if they are one's
            former.removeAll(fingerprint);
        }
        former.removeDuplicates();
        if (known.customers.isEmpty() && former.isEmpty()) {
            former.append(UnknownCustomer);
        }
        // What was said of the customer before holds no more.
        const QStringList keys = text.keys();
        for (const QString &key : keys) {
            if (key.startsWith(ApartGroup) && key.contains(id)) {
                text.remove(key);
            }
        }
        return text.setValue(keyOf(index, FormerCustomersKey), former)
            && text.setValue(keyOf(index, CustomersKey), QStringList{fingerprint});
    });
}

std::optional<bool> AccountStore::joinCustomers(const Account &expected, const QString &fingerprint)
{
    bool areOthers = false;
    const bool isDone = change(expected.id, [&](IniText &text, int index, const Account &known) {
        areOthers = known.customers != expected.customers
            || known.formerCustomers != expected.formerCustomers;
        if (areOthers) {
            return false;
        }
        QStringList customers = known.customers;
        QStringList former = known.formerCustomers;
        if (customers == QStringList{fingerprint} && !former.isEmpty()) {
            customers.prepend(former.takeLast());
            customers.removeAll(UnknownCustomer);
        } else if (fingerprint != UnnamedCustomer) { // a key may be another one than the former
            former.removeAll(fingerprint);
        }
        const QString key = keyOf(index, FormerCustomersKey);
        if (former.isEmpty()) {
            text.remove(key);
        } else if (!text.setValue(key, former)) {
            return false;
        }
        return text.setValue(keyOf(index, CustomersKey), withLastCustomer(customers, fingerprint));
    });
    return areOthers ? std::nullopt : std::optional(isDone);
}

bool AccountStore::makeCurrent(const QString &id)
{
    return change(id, [](IniText &text, int /*index*/, const Account &known) {
        return text.setValue(CurrentKey, known.name);
    });
}

bool AccountStore::remove(const QString &id)
{
    return change(id, [](IniText &text, int index, const Account &known) {
        if (!listKeys(text, keychainKeysOf(known))) {
            return false;
        }
        const QString group = keyOf(index, QLatin1StringView());
        const QStringList keys = text.keys();
        for (const QString &key : keys) {
            if (key.startsWith(group)) {
                text.remove(key);
            }
        }
        const QList<int> left = indexesIn(text);
        const bool wasCurrent = text.string(CurrentKey) == known.name;
        return text.setValue(SizeKey, left.isEmpty() ? 0 : left.back())
            && (!wasCurrent || text.setValue(CurrentKey, QString()));
    });
}

std::optional<bool> AccountStore::areApart(const QString &idA, const QString &idB) const
{
    const QVariant value = m_file.value(apartKey(idA, idB));
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
}

bool AccountStore::rememberApart(const QString &idA, const QString &idB, bool apart)
{
    return m_file.setValues({{apartKey(idA, idB), apart}});
}

QStringList AccountStore::keychainEntries() const
{
    QStringList keys = m_file.value(EntriesKey).toStringList();
    keys.removeAll(QString());
    return keys;
}

bool AccountStore::rememberKeychainEntries(const QStringList &keys)
{
    return m_file.update([&keys](IniText &text) { return listKeys(text, keys); });
}

bool AccountStore::dropKeychainEntries(const QStringList &keys)
{
    return m_file.update([&keys](IniText &text) {
        QStringList listed = text.value(EntriesKey).toStringList();
        listed.removeIf([&keys](const QString &key) { return keys.contains(key); });
        if (!listed.isEmpty()) {
            return text.setValue(EntriesKey, listed);
        }
        text.remove(EntriesKey);
        return true;
    });
}

bool AccountStore::change(const QString &id, const Change &change)
{
    return m_file.update([&id, &change](IniText &text) {
        writeIdsDown(text);
        const auto entry = entryOf(text, id);
        return entry && change(text, entry->index, entry->account);
    });
}

} // namespace purser
