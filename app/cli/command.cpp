// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/printable.h"
#include "cli/tr.h"
#include "cli/words.h"

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

void Command::failWithoutAccount()
{
    const QString sentence = line().account.isEmpty()
        ? Cli::tr("No account is known yet. Sign in: purser-cli login.")
        : Cli::tr("There is no account \u201c%1\u201d. Sign in to it: purser-cli login --account "
                  "NAME; purser-cli accounts lists those that are known.")
              .arg(printable(line().account));
    Report report;
    report.outcome = outcomeWord(Failure(SignedOut{}));
    report.tokenName = line().tokenName;
    fail(report, reportedError(SignedOut{}, sentence), exitCodeOf(SignedOut{}));
}

} // namespace purser::cli
