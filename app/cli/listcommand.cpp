// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listcommand.h"

#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tokentext.h"
#include "cli/tr.h"
#include "cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

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

} // namespace purser::cli
