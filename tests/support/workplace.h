// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "credentials/memorykeychain.h"
#include "editing/accountservices.h"
#include "editing/draftstore.h"
#include "editing/workplace.h"
#include "journal/journalthread.h"
#include "journal/run.h"

#include <QTemporaryDir>

namespace purser::test {

//! A run of Purser on files of its own, signed in to one account. clock: the caller's.
struct Workplace {
    QTemporaryDir folder;
    MemoryKeychain keychain;
    Credentials credentials{keychain};
    AccountStore accounts{folder.filePath(QStringLiteral("purser.ini"))};
    Run run{folder.filePath(QStringLiteral("runs"))};
    JournalThread journal{journalPath(), run.id(), Journal::Mode::Write,
                          migratingWith(accounts.path(), run)};
    ChangeLog log;
    AccountServices services;
    DraftStore drafts{folder.filePath(QStringLiteral("drafts")), run};
    Account account;

    Workplace(Clock &clock, const ServiceUrl &url)
        : log(journal, run.id(), clock),
          services(credentials, accounts, log, clock), account{QStringLiteral("Test"), url, false}
    {
        account.id = newAccountId();
        if (!accounts.save(account)) {
            qFatal("the account can't be saved");
        }
        tellOfAccounts(log, accounts);
        credentials.keepForThisRun(account, *Bearer::fromText(QStringLiteral("test-bearer-value")));
    }

    [[nodiscard]] QString journalPath() const
    {
        return folder.filePath(QStringLiteral("journal.sqlite"));
    }
    //! All rows, oldest first, read as another program would.
    [[nodiscard]] QList<ChangeRecord> rows() const
    {
        Journal reader(journalPath(), QString(), Journal::Mode::Read);
        const auto ids = reader.ids({}, JournalColumn::Id, Qt::AscendingOrder);
        return ids ? reader.changes(*ids).value() : QList<ChangeRecord>();
    }
    [[nodiscard]] QStringList outcomes() const
    {
        QStringList words;
        const auto all = rows();
        for (const ChangeRecord &row : all) {
            words.append(outcomeWord(row.outcome));
        }
        return words;
    }
};

} // namespace purser::test
