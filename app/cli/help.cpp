// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include "cli/spec.h"
#include "cli/tr.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

QString programHelp()
{
    QString text = Cli::tr("Usage: purser-cli COMMAND [OPTIONS]\n"
                           "Edits the budgets of Eden AI API tokens, safely.\n"
                           "\n"
                           "Commands (each with a --help of its own):\n");
    constexpr qsizetype Width = 9;
    const auto commands = allCommands();
    for (const CommandSpec *command : commands) {
        const QString usage =
            command->name + (command->argument ? u' ' + command->argument() : QString());
        text += "  "_L1 + usage.leftJustified(Width) + "  "_L1 + command->summary() + u'\n';
    }
    return text;
}

QString commonOptionsHelp()
{
    return Cli::tr(
        "Options for every command, before or after it:\n"
        "  --account NAME  work for this account; the one signed in to last by default\n"
        "  --sandbox       work on a stand-in for the service, new at each call: nothing of\n"
        "                  yours is touched, neither settings nor journal\n"
        "  --json          print one JSON object and nothing else on standard output\n"
        "  -h, --help      show help\n"
        "  -v, --version   show the version\n"
        "  --              what follows is no option, even if it begins with \u201c-\u201d\n");
}

QString exitCodes()
{
    return Cli::tr(
        "Exit codes:\n"
        "  0  done: applied, a dry run, or nothing to do\n"
        "  1  the service rejected it, or it was not applied\n"
        "  2  the command line, or a value in it, can't be used\n"
        "  3  no JWT, or the service did not accept it (401, 403)\n"
        "  4  unknown whether it was applied, or not confirmed\n"
        "  5  a read failed, and nothing was sent\n"
        "  6  the keychain failed\n"
        "  7  stopped, nothing was sent: the token has moved, a danger without --yes, or\n"
        "     an earlier change of the token is undecided\n"
        "  8  applied, but the service holds something else\n"
        "  9  the journal failed, and nothing was sent\n"
        " 10  nothing was to be sent, and the output could not be written\n");
}

QString jsonHelp()
{
    return Cli::tr(
        "JSON: {\"outcome\", \"token\", \"before\", \"after\", \"change_id\",\n"
        "       \"error\": {\"kind\", \"status\", \"message\", \"request_id\"}}\n"
        "  token is the name; before is the token as read first, after as the service last\n"
        "  stated it; change_id is the journal's. Balances are decimal strings, times ISO 8601\n"
        "  in UTC; null is unknown or none. set and undo add \"consequences\", undo \"undoes\"\n"
        "  and \"notes\", a dry run \"request\", accounts \"accounts\", list \"tokens\", history\n"
        "  and settle \"changes\".\n");
}

QString programExamples()
{
    return Cli::tr("Examples:\n"
                   "  purser-cli login < jwt.txt\n"
                   "  purser-cli show marketing-chatbot\n"
                   "  purser-cli set marketing-chatbot --balance 99.5 --expires never --dry-run\n"
                   "  purser-cli set marketing-chatbot --add 20 --reason 'Budget of May'\n"
                   "  purser-cli --sandbox --json set marketing-chatbot --active off --yes\n");
}

} // namespace

QString helpText(const CommandSpec *command)
{
    const QStringList parts = command ? QStringList{command->help(), commonOptionsHelp()}
                                      : QStringList{programHelp(), commonOptionsHelp(), exitCodes(),
                                                    jsonHelp(), programExamples()};
    return parts.join(u'\n').trimmed();
}

QString changingOptionsHelp()
{
    return Cli::tr(
        "  --reason TEXT   why, for the journal: one line of at most 500 characters; an account\n"
        "                  may require it\n"
        "  --dry-run       show what would be sent and what it would do, and send nothing; with\n"
        "                  --json it is in \"request\"\n"
        "  --yes           send it even if it is dangerous: it stops a token that works, or makes\n"
        "                  its spending unlimited. Without it, this is asked on a terminal, and\n"
        "                  elsewhere nothing is sent (exit code 7)\n"
        "  --apart NAME    the account NAME belongs to another customer of the service, so that\n"
        "                  its undecided changes are of other tokens; remembered for the two\n"
        "                  accounts\n");
}

} // namespace purser::cli
