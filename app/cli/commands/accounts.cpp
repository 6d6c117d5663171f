// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands/commands.h"
#include "cli/printable.h"
#include "cli/tokentext.h"
#include "cli/tr.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

class AccountsCommand final : public Command {
public:
    using Command::Command;

    void start() override;
    void cancel() override { }
};

void AccountsCommand::start()
{
    if (failForSettings({})) {
        return;
    }
    const auto all = accounts().accounts();
    const auto current = accounts().current();
    QList<Row> rows;
    QJsonArray array;
    for (const Account &account : all) {
        const bool isCurrent = account == current;
        rows.append(
            {(isCurrent ? "* "_L1 : "  "_L1) + printable(account.name), account.url.toText()});
        array.append(QJsonObject{{u"name"_s, account.name},
                                 {u"id"_s, account.id},
                                 {u"url"_s, account.url.toText()},
                                 {u"current"_s, isCurrent}});
    }
    printer().say(rows.isEmpty() ? Cli::tr("No account is known yet. Sign in: purser-cli login.")
                                 : aligned(rows));
    Report report;
    report.outcome = u"read"_s;
    report.others.insert("accounts"_L1, array);
    finish(report, ExitCode::Done);
}

QString accountsHelp()
{
    return Cli::tr(
        "Usage: purser-cli accounts\n"
        "Lists the accounts and their services. \u201c*\u201d marks the one that is used where\n"
        "--account is left out. With --json they are in \"accounts\".\n"
        "\n"
        "Example:\n"
        "  purser-cli accounts --json\n");
}

QString accountsSummary()
{
    return Cli::tr("list the accounts");
}

} // namespace

const CommandSpec accountsSpec{
    .name = "accounts"_L1,
    .summary = &accountsSummary,
    .help = &accountsHelp,
    .options = {},
    .onlyReads = &always,
    .make = &makeCommand<AccountsCommand>,
};

} // namespace purser::cli
