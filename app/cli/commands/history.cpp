// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/tokentext.h"
#include "cli/tr.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

struct Page {
    QList<ChangeRecord> records;
    qsizetype found = 0;
};

//! The changes in the journal, newest first.
class HistoryCommand final : public Command {
public:
    using Command::Command;

    void start() override;
    //! Nothing to do: the journal answers soon, one way or the other.
    void cancel() override { }

private:
    void show(const QList<ChangeRecord> &records, qsizetype found);
};

void HistoryCommand::start()
{
    log().journal().ask(
        this,
        [filter = line().filter,
         limit = line().limit](Journal &journal) -> Expected<Page, JournalProblem> {
            const auto ids = journal.ids(filter);
            if (!ids) {
                return Unexpected{ids.error()};
            }
            const auto records = journal.changes(ids->mid(0, limit));
            if (!records) {
                return Unexpected{records.error()};
            }
            return Page{*records, ids->size()};
        },
        [this](const Expected<Page, JournalProblem> &page) {
            if (!page) {
                failForJournal({}, page.error());
                return;
            }
            show(page->records, page->found);
        });
}

void HistoryCommand::show(const QList<ChangeRecord> &records, qsizetype found)
{
    printer().say(records.isEmpty() ? Cli::tr("The journal has no such changes.")
                                    : changeList(records));
    if (found > records.size()) {
        printer().say(u'\n'
                      + Cli::tr("These are the newest %1 of %2: --limit shows more.")
                            .arg(records.size())
                            .arg(found));
    }
    QJsonArray array;
    for (const ChangeRecord &record : records) {
        array.append(toJson(record));
    }
    Report report;
    report.outcome = u"read"_s;
    report.others.insert("changes"_L1, array);
    finish(report, ExitCode::Done);
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

QString historySummary()
{
    return Cli::tr("list the changes that were sent, and what became of them");
}

Problem completeFilter(CommandLine &line)
{
    line.filter.account = line.account;
    return std::nullopt;
}

} // namespace

const CommandSpec historySpec{
    .name = "history"_L1,
    .summary = &historySummary,
    .help = &historyHelp,
    .options = {{"token"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     line.filter.token = text;
                     return Problem();
                 }},
                {"outcome"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return take(outcomeFrom("outcome"_L1, text), line.filter.outcome);
                 }},
                {"text"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     line.filter.text = text;
                     return Problem();
                 }},
                {"since"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return take(timeFrom("since"_L1, text), line.filter.from);
                 }},
                {"until"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return take(timeFrom("until"_L1, text), line.filter.to);
                 }},
                {"limit"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return take(countFrom("limit"_L1, text), line.limit);
                 }}},
    .check = &completeFilter,
    .onlyReads = &always,
    .make = &makeCommand<HistoryCommand>,
};

} // namespace purser::cli
