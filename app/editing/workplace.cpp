// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/workplace.h"

#include "editing/accountservice.h"

using namespace Qt::StringLiterals;

namespace purser {

RowOwner ownerOfOldRows(const AccountStore &accounts, const QString &account, const QString &origin)
{
    const auto found = accounts.account(account);
    if (found && found->url.origin() == origin) {
        return {idOf(*found), found->url.identity(), {}};
    }
    return {legacyAccountId(account, origin), origin, {}};
}

Migrating migratingWith(const QString &accountsPath, const Run &run)
{
    // A store of its own: it is asked in the journal's thread.
    return {[accountsPath](const QString &account, const QString &origin) {
                return ownerOfOldRows(AccountStore(accountsPath), account, origin);
            },
            [&run](int version) { return run.olderLives(version); }};
}

std::unique_ptr<JournalThread> journalToRead(const QString &path)
{
    return std::make_unique<JournalThread>(path, QString(), Journal::Mode::Read);
}

std::optional<Account> accountOfRow(const AccountStore &accounts, const ChangeRecord &record)
{
    const auto found = accounts.accountById(record.key.accountId);
    return found && found->url.identity() == record.key.serviceUrl ? found : std::nullopt;
}

bool canBeApart(const AccountStore &accounts, const ChangeRecord &record, const Account &account)
{
    const auto other = accounts.accountById(record.key.accountId);
    return other && !record.key.customer.isEmpty() && mayBeOtherCustomer(record, account)
        && haveDifferentCustomers(*other, account)
        && accounts.areApart(idOf(*other), idOf(account)).value_or(true);
}

void refuseWithoutLock(ChangeLog &log, const Run &run)
{
    if (!run.isLocked()) {
        log.refuse({JournalProblem::Kind::ReadOnly, {}});
    }
}

void tellOfAccounts(ChangeLog &log, const AccountStore &accounts)
{
    log.setAccountOf([&accounts](const QString &id) { return accounts.accountById(id); });
    log.setApartFrom([&accounts](const QString &accountId) {
        QStringList apart;
        const auto own = accounts.accountById(accountId);
        const auto all = accounts.accounts();
        for (const Account &other : all) {
            // What was said of two accounts holds as long as nothing else is known by now.
            if (!own || !haveDifferentCustomers(*own, other)
                || !accounts.areApart(accountId, idOf(other)).value_or(false)) {
                continue;
            }
            for (const QString &customer : other.customers) {
                apart.append(idOf(other) + u'/' + customer);
            }
        }
        return apart;
    });
}

} // namespace purser
