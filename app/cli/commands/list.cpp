// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands/commands.h"
#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tokentext.h"
#include "cli/tr.h"
#include "cli/words.h"
#include "editing/tokendirectory.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

//! All tokens of an account; where the service has no list, the names that the journal knows.
class ListCommand final : public Command {
public:
    explicit ListCommand(const Parts &parts);

    void start() override;
    void cancel() override;

private:
    void onListed(const QList<Token> &tokens);
    void onNamed(const QStringList &names, const std::optional<JournalProblem> &problem);
    void onFailed(const Failure &failure);

    TokenDirectory m_directory;
};

ListCommand::ListCommand(const Parts &parts)
    : Command(parts), m_directory(parts.services, parts.log)
{
    connect(&m_directory, &TokenDirectory::listed, this, &ListCommand::onListed);
    connect(&m_directory, &TokenDirectory::named, this, &ListCommand::onNamed);
    connect(&m_directory, &TokenDirectory::failed, this, &ListCommand::onFailed);
    connect(&m_directory, &TokenDirectory::retryDue, this,
            [this](const QDateTime &at, const Failure &failure) {
                printer().complain(retrySentence(failure, clock().now(), at));
            });
}

void ListCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    m_directory.open(*found);
    m_directory.refresh();
}

void ListCommand::cancel()
{
    m_directory.cancel();
}

void ListCommand::onListed(const QList<Token> &tokens)
{
    printer().say(tokens.isEmpty() ? Cli::tr("The account has no tokens.")
                                   : tokenList(tokens, clock().now()));
    QJsonArray array;
    for (const Token &token : tokens) {
        array.append(toJson(token));
    }
    Report report;
    report.outcome = u"read"_s;
    report.others.insert("tokens"_L1, array);
    finish(report, ExitCode::Done);
}

void ListCommand::onFailed(const Failure &failure)
{
    Report report;
    report.outcome = outcomeWord(failure);
    fail(report, reportedError(failure, listFailedSentence(failure)), exitCodeOf(failure));
}

void ListCommand::onNamed(const QStringList &names, const std::optional<JournalProblem> &problem)
{
    if (problem) {
        failForJournal({}, *problem);
        return;
    }
    printer().complain(
        Cli::tr("The service has no list of tokens. These are the names that the journal "
                "knows; purser-cli show reads one."));
    QStringList lines;
    QJsonArray array;
    for (const QString &name : names) {
        lines.append(printable(name));
        array.append(QJsonObject{{u"name"_s, name}});
    }
    printer().say(lines.isEmpty() ? Cli::tr("It knows none yet.") : lines.join(u'\n'));
    Report report;
    report.outcome = u"read"_s;
    report.others.insert("tokens"_L1, array);
    finish(report, ExitCode::Done);
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

QString listSummary()
{
    return Cli::tr("list an account's tokens");
}

} // namespace

const CommandSpec listSpec{
    .name = "list"_L1,
    .summary = &listSummary,
    .help = &listHelp,
    .options = {},
    .onlyReads = &always,
    .make = &makeCommand<ListCommand>,
};

} // namespace purser::cli
