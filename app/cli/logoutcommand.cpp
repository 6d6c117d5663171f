// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logoutcommand.h"

#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tr.h"
#include "cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

void LogoutCommand::start()
{
    m_report.outcome = u"signed_out"_s;
    if (line().all) {
        QJsonArray names;
        for (const Account &account : accounts().accounts()) {
            names.append(account.name);
        }
        m_report.others.insert("accounts"_L1, names);
        if (names.isEmpty()) {
            printer().say(Cli::tr("No account is known, so there is no JWT of one."));
        }
        forgetNext(accounts().accounts());
        return;
    }
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    m_report.others.insert("account"_L1, found->name);
    forgetNext({*found});
}

void LogoutCommand::forgetNext(QList<Account> accounts)
{
    if (accounts.isEmpty()) {
        end();
        return;
    }
    const Account account = accounts.takeFirst();
    credentials().forget(
        account, this, [this, account, accounts](std::optional<KeychainProblem> problem) {
            if (!problem) {
                printer().say(Cli::tr("Signed out of the account \u201c%1\u201d: its JWT is gone "
                                      "from the keychain. The account itself stays known.")
                                  .arg(printable(account.name)));
            } else if (!m_error) {
                m_report.outcome = outcomeWord(Failure(*problem));
                m_error = reportedError(
                    *problem,
                    keychainSentence(*problem) + u' '
                        + Cli::tr("The JWT of the account \u201c%1\u201d may still be in it.")
                              .arg(printable(account.name)));
            }
            forgetNext(accounts);
        });
}

void LogoutCommand::end()
{
    if (m_error) {
        fail(m_report, *m_error, ExitCode::Keychain);
        return;
    }
    finish(m_report, ExitCode::Done);
}

} // namespace purser::cli
