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
                   "  logout     forget an account's JWT, or those of all accounts\n"
                   "  accounts   list the accounts\n"
                   "  list       list an account's tokens\n"
                   "  show NAME  show a token\n"
                   "  set NAME   change a token\n"
                   "  history    list the changes that were sent, and what became of them\n"
                   "  undo ID    take a change back\n"
                   "  settle     find out what became of undecided changes\n");
}

QString commonOptions()
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

QString loginHelp()
{
    return Cli::tr(
        "Usage: purser-cli login [--account NAME] [--url URL] [--same-customer] [--yes]\n"
        "Signs in: reads the JWT from standard input (on a terminal it is asked for and not\n"
        "shown), checks it with the service, and keeps it in the keychain.\n"
        "\n"
        "  --account NAME  your own word for the account\n"
        "  --url URL       the service, https://api.edenai.run/v2 by default\n"
        "  --same-customer\n"
        "                  the JWT names another customer than the account's last one, and it\n"
        "                  is the same. Without it, this is asked on a terminal; elsewhere the\n"
        "                  JWT is kept and told of, and changes made before are neither undone\n"
        "                  nor settled. With --json that is \"customer_changed\"\n"
        "  --yes           keep a JWT that the service says may not manage tokens (403)\n"
        "\n"
        "Examples:\n"
        "  purser-cli login < jwt.txt\n"
        "  secret-tool lookup service edenai | purser-cli login --account Work\n");
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

QString listHelp()
{
    return Cli::tr(
        "Usage: purser-cli list [--account NAME]\n"
        "Lists an account's tokens. Where the service has no list, these are the names that the\n"
        "journal knows. With --json they are in \"tokens\".\n"
        "\n"
        "Examples:\n"
        "  purser-cli list\n"
        "  purser-cli list --json | jq -r '.tokens[] | [.name, .balance] | @tsv'\n");
}

QString changingOptions()
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

QString setHelp()
{
    return Cli::tr(
               "Usage: purser-cli set NAME [--balance N | --add N | --deduct N]\n"
               "                      [--expires TIME|never] [--active on|off] [--reason TEXT]\n"
               "                      [--dry-run] [--yes] [--apart NAME] [--without-journal]\n"
               "Reads a token, says what the change will do, sends what is to change and differs,\n"
               "once, and shows what became of it. It is written into the journal before.\n"
               "\n"
               "  --balance N     more than -100000 and less than 100000, at most 9 decimals, "
               "with\n"
               "                  \u201c.\u201d\n"
               "  --add N         add to the balance as it is read just before sending\n"
               "  --deduct N      deduct from it, likewise\n"
               "  --expires TIME  ISO 8601 with an offset, such as 2027-03-14T15:09:26Z or\n"
               "                  2027-03-14T17:09:26+02:00; or never\n"
               "  --active WHICH  on: the balance is enforced; off: spending is unlimited\n")
        + changingOptions()
        + Cli::tr(
               "  --without-journal\n"
               "                  do not write it down, for this call: the change is not in\n"
               "                  history, it can't be undone, settle can't find out what became\n"
               "                  of it, and it is not guarded against other programs that change\n"
               "                  the token at the same time\n")
        + Cli::tr("\n"
                  "Examples:\n"
                  "  purser-cli set marketing-chatbot --balance 99.5\n"
                  "  purser-cli set marketing-chatbot --add 20 --reason 'Budget of May'\n"
                  "  purser-cli set marketing-chatbot --expires 2027-03-14T15:09:26Z --active on\n"
                  "  purser-cli set marketing-chatbot --balance -2.5 --dry-run\n");
}

QString historyHelp()
{
    return Cli::
        tr("Usage: purser-cli history [--account NAME] [--token NAME] [--outcome WORD]\n"
           "                          [--text TEXT] [--since TIME] [--until TIME] [--limit N]\n"
           "Lists the changes in the journal, of all accounts, newest first. With --json they are\n"
           "in \"changes\", with all that is known of them.\n"
           "\n"
           "  --token NAME    of tokens with this in their name, in any case\n"
           "  --outcome WORD  intended, sent, applied, applied_differently, applied_unconfirmed,\n"
           "                  not_applied, rejected, unknown or abandoned\n"
           "  --text TEXT     with this in the token's name, the reason, the error or the request "
           "id\n"
           "  --since TIME    made at this time or later: ISO 8601 with an offset\n"
           "  --until TIME    made before this time\n"
           "  --limit N       at most so many; %1 by default\n"
           "\n"
           "Examples:\n"
           "  purser-cli history --token marketing-chatbot\n"
           "  purser-cli history --outcome unknown\n"
           "  purser-cli history --since 2027-03-01T00:00:00Z --json | jq '.changes[].reason'\n")
            .arg(CommandLine::StandardLimit);
}

QString undoHelp()
{
    return Cli::tr(
               "Usage: purser-cli undo ID [--reason TEXT] [--dry-run] [--yes] [--apart NAME]\n"
               "Takes back a change that was applied; ID is the one that history shows. The\n"
               "balance goes back by what the change added or deducted, so that what was spent\n"
               "meanwhile stays spent; every other field only if it still holds what the change\n"
               "set. What is not taken back is said, and why.\n"
               "\n")
        + changingOptions()
        + Cli::tr("\n"
                  "Examples:\n"
                  "  purser-cli undo 12 --dry-run\n"
                  "  purser-cli undo 12 --reason 'Wrong token'\n");
}

QString settleHelp()
{
    return Cli::tr(
        "Usage: purser-cli settle [--account NAME] [--abandon ID]\n"
        "Finds out what became of the changes whose outcome is unknown, by reading their tokens:\n"
        "at once, and then again for up to 5 minutes. A change that was sent less than 30\n"
        "seconds ago may need that. Changes of a Purser that is still running are left to it.\n"
        "Ends with the worst of: 0 applied, 1 not applied, 8 applied differently, 4 still\n"
        "unknown. With --json the changes are in \"changes\".\n"
        "\n"
        "  --abandon ID    closes that change without finding out, as abandoned: others of its\n"
        "                  token are sent again then. It may have been applied all the same\n"
        "\n"
        "Examples:\n"
        "  purser-cli set marketing-chatbot --add 20 || purser-cli settle\n"
        "  purser-cli settle --abandon 12\n");
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
    case CommandName::List:
        return listHelp();
    case CommandName::Show:
        return showHelp();
    case CommandName::Set:
        return setHelp();
    case CommandName::History:
        return historyHelp();
    case CommandName::Undo:
        return undoHelp();
    case CommandName::Settle:
        return settleHelp();
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
