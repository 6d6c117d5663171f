// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logoutcommand.h"

#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tr.h"
#include "cli/words.h"
#include "wording/wording.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

void LogoutCommand::start()
{
    m_report.outcome = u"signed_out"_s;
    if (line().all) {
        startAll();
        return;
    }
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    m_report.others.insert("account"_L1, found->name);
    forgetNext({*found}, [this] { end(); });
}

void LogoutCommand::startAll()
{
    if (const auto problem = accounts().problem()) {
        m_report.outcome = u"not_sent"_s;
        m_error = ReportedError{u"settings_not_read"_s,
                                printable(wording::settingsUnreadable(*problem, accounts().path())),
                                0,
                                {}};
    }
    const auto all = accounts().accounts();
    QJsonArray names;
    for (const Account &account : all) {
        names.append(account.name);
    }
    m_report.others.insert("accounts"_L1, names);
    forgetNext(all, [this] { forgetOthers(); });
}

void LogoutCommand::forgetNext(QList<Account> accounts, const std::function<void()> &next)
{
    if (accounts.isEmpty()) {
        next();
        return;
    }
    const Account account = accounts.takeFirst();
    credentials().forget(
        account, this, [this, account, accounts, next](std::optional<KeychainProblem> problem) {
            if (!problem) {
                printer().say(Cli::tr("Signed out of the account \u201c%1\u201d: its JWT is gone "
                                      "from the keychain. The account itself stays known.")
                                  .arg(printable(account.name)));
            } else {
                m_left.append(Credentials::key(account));
                failOne(*problem,
                        Cli::tr("The JWT of the account \u201c%1\u201d may still be in it.")
                            .arg(printable(account.name)));
            }
            forgetNext(accounts, next);
        });
}

void LogoutCommand::forgetOthers()
{
    credentials().entries(this, [this](const Expected<QStringList, KeychainProblem> &found) {
        QStringList names = accounts().keychainEntries();
        const bool knowsNone = names.isEmpty() && accounts().accounts().isEmpty();
        if (knowsNone && (!found || found->isEmpty())) {
            printer().say(Cli::tr("No account is known, so there is no JWT of one."));
        }
        if (found) {
            names += *found;
        } else if (!knowsNone || found.error() != KeychainProblem::Unavailable) {
            // Where there is no keychain at all nobody can have put anything into it.
            failOne(found.error(),
                    Cli::tr("It could not be searched for JWTs of accounts that are not known any "
                            "more."));
        }
        names.removeDuplicates();
        names.removeIf([this](const QString &name) { return m_left.contains(name); });
        forgetNextOther(names);
    });
}

void LogoutCommand::forgetNextOther(QStringList names)
{
    if (names.isEmpty()) {
        lookAgain();
        return;
    }
    const QString name = names.takeFirst();
    credentials().forgetEntries(
        {name}, this, [this, name, names](std::optional<KeychainProblem> problem) {
            if (!problem) {
                printer().say(Cli::tr("The entry \u201c%1\u201d is gone from the keychain: no "
                                      "account uses it any more.")
                                  .arg(printable(name)));
            } else {
                m_left.append(name);
                failOne(
                    *problem,
                    Cli::tr("Its entry \u201c%1\u201d may still be there.").arg(printable(name)));
            }
            forgetNextOther(names);
        });
}

void LogoutCommand::lookAgain()
{
    credentials().entries(this, [this](const Expected<QStringList, KeychainProblem> &found) {
        const QStringList there = found ? *found : QStringList();
        for (const QString &name : there) {
            if (!m_left.contains(name)) {
                m_left.append(name);
                failOne(KeychainProblem::NotKept,
                        Cli::tr("Its entry \u201c%1\u201d is still there.").arg(printable(name)));
            }
        }
        m_report.others.insert("left"_L1, QJsonArray::fromStringList(m_left));
        end();
    });
}

void LogoutCommand::failOne(KeychainProblem problem, const QString &sentence)
{
    const QString whole = keychainSentence(problem) + u' ' + sentence;
    if (m_error) {
        printer().complain(whole);
        return;
    }
    m_report.outcome = outcomeWord(Failure(problem));
    m_error = reportedError(problem, whole);
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
