// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tr.h"
#include "cli/words.h"
#include "wording/wording.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

class LogoutCommand final : public Command {
public:
    using Command::Command;

    void start() override;
    //! Nothing to do: the keychain answers by its own deadline, and then it is known whether
    //! the JWT is gone.
    void cancel() override { }

private:
    void startAll();
    //! Takes out the JWT of the first of these accounts, then those of the others, then next.
    void forgetNext(QList<Account> accounts, const std::function<void()> &next);
    //! Then what is in the keychain, or may be, beside those of the accounts.
    void forgetOthers();
    void forgetNextOther(QStringList names);
    //! Looks once more: what is still there is told.
    void lookAgain();
    //! sentence: what of the keychain was not done, or is not certain.
    void failOne(KeychainProblem problem, const QString &sentence);
    void end();

    Report m_report;
    std::optional<ReportedError> m_error; //!< the first one
    QStringList m_left; //!< the entries that may still be there
};

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

QString logoutHelp()
{
    return Cli::tr(
        "Usage: purser-cli logout [--account NAME | --all]\n"
        "Takes the account's JWT out of the keychain and checks that it is gone. The account\n"
        "itself stays known.\n"
        "\n"
        "  --all  the JWTs of all accounts, also of those that are not known any more; where one\n"
        "         can't be taken out, the others are. With --json what may be left is in\n"
        "         \"left\"\n"
        "\n"
        "Examples:\n"
        "  purser-cli logout --account Work\n"
        "  purser-cli logout --all\n");
}

QString logoutSummary()
{
    return Cli::tr("forget an account's JWT, or those of all accounts");
}

} // namespace

const CommandSpec logoutSpec{
    .name = "logout"_L1,
    .summary = &logoutSummary,
    .help = &logoutHelp,
    .options = {{"all"_L1, false,
                 [](const QString & /*text*/, CommandLine &line) {
                     line.all = true;
                     return Problem();
                 }}},
    .exclusive = {{"all"_L1, "account"_L1}},
    .make = &makeCommand<LogoutCommand>,
};

} // namespace purser::cli
