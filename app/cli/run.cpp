// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.h"

#include "cli/interrupts.h"
#include "cli/printable.h"
#include "cli/spec.h"
#include "cli/tr.h"
#include "credentials/memorykeychain.h"
#include "credentials/systemkeychain.h"
#include "editing/sandboxprocess.h"
#include "editing/workplace.h"
#include "journal/journalthread.h"
#include "system/privatefiles.h"

#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

//! The journal of one call. What does not write it leaves no trace: it makes neither a journal
//! nor a lock file.
struct Desk {
    Desk(const CommandLine &line, const QString &journalPath, Credentials &credentials,
         AccountStore &accounts)
        : run(writesJournal(line) ? runsFolder(journalPath) : QString()),
          journal(journalPath, run.id(),
                  writesJournal(line) ? Journal::Mode::Write : Journal::Mode::Read,
                  migratingWith(accounts.path(), run)),
          log(journal, run.id(), clock), services(credentials, accounts, log, clock)
    {
        tellOfAccounts(log, accounts);
        if (writesJournal(line)) {
            refuseWithoutLock(log, run);
        }
    }

    SystemClock clock;
    Run run;
    JournalThread journal;
    ChangeLog log;
    AccountServices services;
};

void end(ExitCode code)
{
    QCoreApplication::exit(static_cast<int>(code));
}

std::unique_ptr<Command> start(const Parts &parts, const Interrupts &interrupts)
{
    auto command = parts.line.command->make(parts);
    QObject::connect(command.get(), &Command::finished, command.get(), &end);
    QObject::connect(&interrupts, &Interrupts::interrupted, command.get(), &Command::cancel);
    command->start();
    return command;
}

void failWithoutSandbox(const Parts &parts, const QString &kind, const QString &sentence)
{
    parts.printer.complain(sentence);
    Report report;
    report.outcome = u"not_sent"_s;
    report.tokenName = parts.line.tokenName;
    report.error = ReportedError{kind, sentence, 0, {}};
    parts.printer.report(report);
    end(ExitCode::ReadFailed);
}

} // namespace

ExitCode runForUser(const CommandLine &line, const Printer &printer)
{
    const Interrupts interrupts;
    SystemKeychain keychain;
    AccountStore accounts(settingsPath());
    Credentials credentials(keychain, &accounts);
    Desk desk(line, journalPath(), credentials, accounts);
    const auto command =
        start({line, credentials, accounts, desk.services, desk.run, desk.log, desk.clock, printer},
              interrupts);
    return static_cast<ExitCode>(QCoreApplication::exec());
}

ExitCode runInSandbox(const CommandLine &line, const Printer &printer)
{
    const Interrupts interrupts;
    const QTemporaryDir folder;
    MemoryKeychain keychain;
    Credentials credentials(keychain);
    AccountStore accounts(folder.filePath(u"purser/purser.ini"_s));
    Desk desk(line, folder.filePath(u"purser/journal.sqlite"_s), credentials, accounts);
    const Parts parts{line,     credentials, accounts,   desk.services,
                      desk.run, desk.log,    desk.clock, printer};
    std::unique_ptr<Command> command;
    SandboxProcess sandbox;
    QObject::connect(&sandbox, &SandboxProcess::started, &sandbox,
                     [&](const ServiceUrl &url, const Bearer &bearer) {
                         Account account;
                         account.name = line.account.isEmpty() ? Cli::tr("Sandbox") : line.account;
                         account.url = url;
                         account.id = newAccountId();
                         accounts.save(account);
                         credentials.keepForThisRun(account, bearer);
                         command = start(parts, interrupts);
                     });
    QObject::connect(&sandbox, &SandboxProcess::failed, &sandbox, [&](const QString &detail) {
        failWithoutSandbox(parts, u"sandbox"_s,
                           printable(Cli::tr("The sandbox could not be started: %1.").arg(detail)));
    });
    QObject::connect(&interrupts, &Interrupts::interrupted, &sandbox, [&] {
        if (!command) {
            failWithoutSandbox(parts, u"cancelled"_s, Cli::tr("Cancelled: nothing was sent."));
        }
    });
    sandbox.start();
    return static_cast<ExitCode>(QCoreApplication::exec());
}

} // namespace purser::cli
