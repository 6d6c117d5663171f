// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tr.h"
#include "cli/words.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

std::optional<Account> Command::account() const
{
    return line().account.isEmpty() ? accounts().current() : accounts().account(line().account);
}

void Command::finish(const Report &report, ExitCode code)
{
    if (m_finished) {
        return;
    }
    m_finished = true;
    printer().report(report);
    if (!printer().isWritten()) {
        printer().complain(Cli::tr("Standard output could not be written whole."));
        code = code == ExitCode::Done && onlyReads(line()) ? ExitCode::Output : code;
    }
    // From the event loop: start() may get here at once.
    QMetaObject::invokeMethod(
        this, [this, code] { Q_EMIT finished(code); }, Qt::QueuedConnection);
}

void Command::fail(Report report, const ReportedError &error, ExitCode code)
{
    if (m_finished) {
        return;
    }
    printer().complain(error.message);
    report.error = error;
    finish(report, code);
}

bool Command::failForSettings(Report report)
{
    const auto problem = accounts().problem();
    if (!problem) {
        return false;
    }
    report.outcome = u"not_sent"_s;
    fail(report,
         {u"settings_not_read"_s,
          printable(wording::settingsUnreadable(*problem, accounts().path())),
          0,
          {}},
         ExitCode::Keychain);
    return true;
}

void Command::failWithoutAccount()
{
    const QString sentence = line().account.isEmpty()
        ? Cli::tr("No account is known yet. Sign in: purser-cli login.")
        : Cli::tr("There is no account \u201c%1\u201d. Sign in to it: purser-cli login --account "
                  "NAME; purser-cli accounts lists those that are known.")
              .arg(printable(line().account));
    Report report;
    report.tokenName = line().tokenName;
    if (failForSettings(report)) {
        return;
    }
    report.outcome = outcomeWord(Failure(SignedOut{}));
    fail(report, reportedError(SignedOut{}, sentence), exitCodeOf(SignedOut{}));
}

void Command::failForJournal(Report report, const JournalProblem &problem)
{
    report.outcome = outcomeWord(Failure(problem));
    fail(report, reportedError(problem, journalSentence(problem, journalStep())),
         exitCodeOf(problem));
}

void Command::tellOfSetAside(const QString &path) const
{
    if (!path.isEmpty()) {
        printer().complain(printable(
            Cli::tr("The journal was damaged. It was put aside as %1, and a new one was begun.")
                .arg(path)));
    }
}

void Command::takeOver(ChangeDesk &desk, const Report &report,
                       const std::function<void(const Recovery &)> &next)
{
    connect(&desk, &ChangeDesk::journalSetAside, this, &Command::tellOfSetAside);
    connect(&desk, &ChangeDesk::recovered, this, next);
    connect(&desk, &ChangeDesk::recoveryFailed, this,
            [this, report](const JournalProblem &problem) { failForJournal(report, problem); });
    desk.recover();
}

} // namespace purser::cli
