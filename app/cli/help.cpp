// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include "cli/tr.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

QString programHelp()
{
    return Cli::tr("Usage: purser-cli COMMAND [OPTIONS]\n"
                   "Edits the budgets of Eden AI API tokens, safely.\n"
                   "\n"
                   "Commands (each with a --help of its own):\n"
                   "  login      sign in to an account; the JWT is read from standard input\n"
                   "  logout     forget an account's JWT\n"
                   "  accounts   list the accounts\n"
                   "  show NAME  show a token\n"
                   "  set NAME   change a token\n");
}

QString commonOptions()
{
    return Cli::tr(
        "Options for every command, before or after it:\n"
        "  --account NAME  work for this account; the one signed in to last by default\n"
        "  --sandbox       work on a stand-in for the service, new at each call: nothing of\n"
        "                  yours is touched\n"
        "  --json          print one JSON object and nothing else on standard output\n"
        "  -h, --help      show help\n"
        "  -v, --version   show the version\n"
        "  --              what follows is no option, even if it begins with \u201c-\u201d\n");
}

QString exitCodes()
{
    return Cli::tr("Exit codes:\n"
                   "  0  done: applied, a dry run, or nothing to do\n"
                   "  1  the service rejected it\n"
                   "  2  the command line, or a value in it, can't be used\n"
                   "  3  no JWT, or the service did not accept it (401, 403)\n"
                   "  4  unknown whether it was applied, or not confirmed\n"
                   "  5  a read failed, and nothing was sent\n"
                   "  6  the keychain failed\n"
                   "  8  applied, but the service holds something else\n");
}

QString jsonHelp()
{
    return Cli::tr(
        "JSON: {\"outcome\", \"token\", \"before\", \"after\", \"change_id\",\n"
        "       \"error\": {\"kind\", \"status\", \"message\", \"request_id\"}}\n"
        "  token is the name; before is the token as read first, after as the service last\n"
        "  stated it. Balances are decimal strings, times ISO 8601 in UTC; null is unknown\n"
        "  or none.\n");
}

QString programExamples()
{
    return Cli::tr("Examples:\n"
                   "  purser-cli login < jwt.txt\n"
                   "  purser-cli show marketing-chatbot\n"
                   "  purser-cli set marketing-chatbot --balance 99.5 --expires never --dry-run\n"
                   "  purser-cli --sandbox --json set marketing-chatbot --active off\n");
}

QString loginHelp()
{
    return Cli::tr(
        "Usage: purser-cli login [--account NAME] [--url URL] [--yes]\n"
        "Signs in: reads the JWT from standard input (on a terminal it is asked for and not\n"
        "shown), checks it with the service, and keeps it in the keychain.\n"
        "\n"
        "  --account NAME  your own word for the account\n"
        "  --url URL       the service, https://api.edenai.run/v2 by default\n"
        "  --yes           keep a JWT that the service says may not manage tokens (403)\n"
        "\n"
        "Examples:\n"
        "  purser-cli login < jwt.txt\n"
        "  secret-tool lookup service edenai | purser-cli login --account Work\n");
}

QString logoutHelp()
{
    return Cli::tr(
        "Usage: purser-cli logout [--account NAME]\n"
        "Takes the account's JWT out of the keychain and checks that it is gone. The account\n"
        "itself stays known.\n"
        "\n"
        "Example:\n"
        "  purser-cli logout --account Work\n");
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

QString setHelp()
{
    return Cli::tr(
        "Usage: purser-cli set NAME [--balance N] [--expires TIME|never] [--active on|off]\n"
        "                      [--dry-run] [--yes]\n"
        "Reads a token, sends what is to change and differs, once, and shows what became of\n"
        "it.\n"
        "\n"
        "  --balance N     more than -100000 and less than 100000, at most 9 decimals, with\n"
        "                  \u201c.\u201d\n"
        "  --expires TIME  ISO 8601 with an offset, such as 2027-03-14T15:09:26Z or\n"
        "                  2027-03-14T17:09:26+02:00; or never\n"
        "  --active WHICH  on: the balance is enforced; off: spending is unlimited\n"
        "  --dry-run       show what would be sent, and send nothing; with --json it is in\n"
        "                  \"request\"\n"
        "  --yes           ask nothing\n"
        "\n"
        "Examples:\n"
        "  purser-cli set marketing-chatbot --balance 99.5\n"
        "  purser-cli set marketing-chatbot --expires 2027-03-14T15:09:26Z --active on\n"
        "  purser-cli set marketing-chatbot --balance -2.5 --dry-run\n");
}

QString commandHelp(CommandName command)
{
    switch (command) {
    case CommandName::Login:
        return loginHelp();
    case CommandName::Logout:
        return logoutHelp();
    case CommandName::Accounts:
        return accountsHelp();
    case CommandName::Show:
        return showHelp();
    case CommandName::Set:
        return setHelp();
    }
    return {};
}

} // namespace

QString helpText(const std::optional<CommandName> &command)
{
    const QStringList parts = command
        ? QStringList{commandHelp(*command), commonOptions()}
        : QStringList{programHelp(), commonOptions(), exitCodes(), jsonHelp(), programExamples()};
    return parts.join(u'\n').trimmed();
}

} // namespace purser::cli
