// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/changecommand.h"
#include "cli/commands/commands.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/tr.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

class SetCommand final : public ChangeCommand {
public:
    using ChangeCommand::ChangeCommand;

    void start() override;

protected:
    std::optional<ChangeRequest> requestFor(const Token & /*token*/) override
    {
        return line().request;
    }
};

void SetCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    if (hasReasonFor(*found)) {
        change(*found, line().tokenName);
    }
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
        + changingOptionsHelp()
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

QString setSummary()
{
    return Cli::tr("change a token");
}

Problem takeBalance(BalanceMode mode, const Expected<Balance, QString> &amount, CommandLine &line)
{
    if (line.request.balance) {
        return Cli::tr("--balance, --add and --deduct exclude one another.");
    }
    if (!amount) {
        return amount.error();
    }
    line.request.balance = BalanceEdit{mode, *amount};
    return std::nullopt;
}

Problem checkRequest(CommandLine &line)
{
    return line.request.isEmpty()
        ? Problem(Cli::tr("Say what to change: --balance, --add, --deduct, --expires or "
                          "--active."))
        : Problem();
}

} // namespace

const CommandSpec setSpec{
    .name = "set"_L1,
    .argument = &nameArgument,
    .summary = &setSummary,
    .help = &setHelp,
    .options = {{"balance"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return takeBalance(BalanceMode::SetTo, balanceFrom("balance"_L1, text), line);
                 }},
                {"add"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return takeBalance(BalanceMode::Add, amountFrom("add"_L1, text), line);
                 }},
                {"deduct"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return takeBalance(BalanceMode::Deduct, amountFrom("deduct"_L1, text), line);
                 }},
                {"expires"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return take(expiryFrom("expires"_L1, text), line.request.expiry);
                 }},
                {"active"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return take(switchFrom("active"_L1, text), line.request.activeBalance);
                 }},
                option::reason(),
                option::dryRun(),
                option::yes(),
                option::apart(),
                {"without-journal"_L1, false,
                 [](const QString & /*text*/, CommandLine &line) {
                     line.withoutJournal = true;
                     return Problem();
                 }}},
    .readWords = &readTokenName,
    .check = &checkRequest,
    .writesJournal = &writesChange,
    .onlyReads = &isDryRun,
    .make = &makeCommand<SetCommand>,
};

} // namespace purser::cli
