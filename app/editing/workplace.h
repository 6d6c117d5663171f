// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "editing/changelog.h"
#include "journal/journalthread.h"
#include "journal/run.h"

#include <memory>

namespace purser {

// What the journal has to be told of the accounts, which it knows nothing of.

//! Whose the rows and drafts of Purser 0.1.0 are, which knew an account by its name and origin: the
//! account of that name if it still is at that origin, else one that is not known any more. Of
//! which customer they were is not known.
RowOwner ownerOfOldRows(const AccountStore &accounts, const QString &account,
                        const QString &origin);

//! For a journal that may have to be migrated. run must outlive it.
Migrating migratingWith(const QString &accountsPath, const Run &run);

//! The journal once more, in a thread of its own, for who only reads: what takes its time must not
//! keep a change waiting.
std::unique_ptr<JournalThread> journalToRead(const QString &path);

//! The account that made this row, if it is still known here with the same service URL.
std::optional<Account> accountOfRow(const AccountStore &accounts, const ChangeRecord &record);

//! Whether the user can be asked if the account that made this row is another customer's than this
//! one: the row's customer is not this account's, and the two accounts have none in common now.
bool canBeApart(const AccountStore &accounts, const ChangeRecord &record, const Account &account);

//! Writes nothing where the run could not be locked: others would take it for gone, and its changes
//! for theirs to find out about.
void refuseWithoutLock(ChangeLog &log, const Run &run);

//! From now on the log is told what is known of the accounts, which must outlive it.
void tellOfAccounts(ChangeLog &log, const AccountStore &accounts);

} // namespace purser
