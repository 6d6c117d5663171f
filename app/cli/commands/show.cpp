// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/tokencommand.h"
#include "cli/tokentext.h"
#include "cli/tr.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

class ShowCommand final : public TokenCommand {
public:
    using TokenCommand::TokenCommand;

    void start() override;

protected:
    void onLoaded(const TokenReply &reply) override;
};

void ShowCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    load(*found, line().tokenName);
}

void ShowCommand::onLoaded(const TokenReply &reply)
{
    printer().say(tokenTable(reply.token, clock().now()));
    Report report = newReport(u"read"_s);
    report.before = reply.token;
    report.after = reply.token;
    finish(report, ExitCode::Done);
}

QString showHelp()
{
    return Cli::tr("Usage: purser-cli show NAME\n"
                   "Reads a token and shows it.\n"
                   "\n"
                   "Examples:\n"
                   "  purser-cli show marketing-chatbot\n"
                   "  purser-cli show --json marketing-chatbot | jq -r .after.balance\n"
                   "  purser-cli show -- -a-name-with-a-dash\n");
}

QString showSummary()
{
    return Cli::tr("show a token");
}

} // namespace

const CommandSpec showSpec{
    .name = "show"_L1,
    .argument = &nameArgument,
    .summary = &showSummary,
    .help = &showHelp,
    .options = {},
    .readWords = &readTokenName,
    .onlyReads = &always,
    .make = &makeCommand<ShowCommand>,
};

} // namespace purser::cli
