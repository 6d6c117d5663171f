// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "cli/commandline.h"
#include "cli/exitcodes.h"
#include "cli/printer.h"
#include "credentials/credentials.h"
#include "editing/changedesk.h"
#include "editing/remedy.h"
#include "journal/run.h"

#include <QObject>

#include <functional>

namespace purser::cli {

//! What a command works with; all of it outlives the command.
struct Parts {
    const CommandLine &line;
    Credentials &credentials;
    AccountStore &accounts;
    AccountServices &services;
    const Run &run;
    ChangeLog &log;
    Clock &clock;
    const Printer &printer;

    [[nodiscard]] ChangeDesk::IsGone isGone() const
    {
        return [&run = run](const QString &id) { return run.isGone(id); };
    }
};

//! One call of purser-cli. start() ends in exactly one finished().
class Command : public QObject {
    Q_OBJECT

public:
    explicit Command(const Parts &parts) : m_parts(parts) { }

    virtual void start() = 0;
    //! Ends what is under way as soon as can be said what became of it.
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(purser::cli::ExitCode code);

protected:
    [[nodiscard]] const CommandLine &line() const { return m_parts.line; }
    [[nodiscard]] Credentials &credentials() const { return m_parts.credentials; }
    [[nodiscard]] AccountStore &accounts() const { return m_parts.accounts; }
    [[nodiscard]] AccountServices &services() const { return m_parts.services; }
    [[nodiscard]] ChangeLog &log() const { return m_parts.log; }
    [[nodiscard]] Clock &clock() const { return m_parts.clock; }
    [[nodiscard]] const Printer &printer() const { return m_parts.printer; }

    //! The account that is asked for, else the current one.
    [[nodiscard]] std::optional<Account> account() const;

    //! Reports and ends, unless it has ended: a signal may come while it does.
    void finish(const Report &report, ExitCode code);
    //! The same where it did not work: complains too.
    void fail(Report report, const ReportedError &error, ExitCode code);
    //! Where account() is nothing.
    void failWithoutAccount();
    //! Where the settings file can't be read; false: it can, and nothing was done.
    bool failForSettings(Report report);
    //! Where the journal would not, before anything was sent.
    void failForJournal(Report report, const JournalProblem &problem);
    //! What the command needs the journal for, and so what can be done without it.
    [[nodiscard]] virtual Step journalStep() const { return Step::History; }

    //! Before the first change: takes over what runs that are gone left undecided, and goes on
    //! with it; or ends, where the journal can't be written. report: of that end.
    void takeOver(ChangeDesk &desk, const Report &report,
                  const std::function<void(const Recovery &)> &next);
    //! Says where a damaged journal was put; path: empty if none was.
    void tellOfSetAside(const QString &path) const;

private:
    Parts m_parts;
    bool m_finished = false;
};

} // namespace purser::cli
