// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logoutcommand.h"

#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tr.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

void LogoutCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    credentials().forget(
        Credentials::key(found->name, found->url), this,
        [this, account = *found](std::optional<KeychainProblem> problem) {
            Report report;
            report.others.insert("account"_L1, account.name);
            if (problem) {
                report.outcome = outcomeWord(Failure(*problem));
                fail(report,
                     reportedError(*problem,
                                   keychainSentence(*problem) + u' '
                                       + Cli::tr("The JWT may still be in it.")),
                     ExitCode::Keychain);
                return;
            }
            report.outcome = u"signed_out"_s;
            printer().say(Cli::tr("Signed out of the account \u201c%1\u201d: its JWT is gone from "
                                  "the keychain. The account itself stays known.")
                              .arg(printable(account.name)));
            finish(report, ExitCode::Done);
        });
}

} // namespace purser::cli
