// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listcommand.h"

#include "api/replyreader.h"
#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tokentext.h"
#include "cli/tr.h"
#include "cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

void ListCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    m_service = services().open(*found, Priority::Foreground);
    m_read =
        m_service->list(Retry::Passing, [this](const ListResult &result) { onListed(result); });
    connect(m_read, &AccountRead::retryDue, this,
            [this](const QDateTime &at, const Failure &failure) {
                printer().complain(retrySentence(failure, clock().now(), at));
            });
}

void ListCommand::cancel()
{
    if (m_read) {
        m_read->cancel();
    }
}

void ListCommand::onListed(const ListResult &result)
{
    if (result) {
        printer().say(result->tokens.isEmpty() ? Cli::tr("The account has no tokens.")
                                               : tokenList(result->tokens, clock().now()));
        QJsonArray array;
        for (const Token &token : result->tokens) {
            array.append(toJson(token));
        }
        Report report;
        report.outcome = u"read"_s;
        report.others.insert("tokens"_L1, array);
        finish(report, ExitCode::Done);
        return;
    }
    const auto *error = std::get_if<ApiError>(&result.error());
    if (error && hasNoList(*error)) {
        listFromJournal();
        return;
    }
    Report report;
    report.outcome = outcomeWord(result.error());
    fail(report, reportedError(result.error(), listFailedSentence(result.error())),
         exitCodeOf(result.error()));
}

void ListCommand::listFromJournal()
{
    const Account &account = m_service->account();
    log().journal().ask(
        this, [key = keyOf(account)](Journal &journal) { return journal.tokenNames(key); },
        [this](const Expected<QStringList, JournalProblem> &names) {
            if (!names) {
                failForJournal({}, names.error());
                return;
            }
            printer().complain(
                Cli::tr("The service has no list of tokens. These are the names that the journal "
                        "knows; purser-cli show reads one."));
            QStringList lines;
            QJsonArray array;
            for (const QString &name : *names) {
                lines.append(printable(name));
                array.append(QJsonObject{{u"name"_s, name}});
            }
            printer().say(lines.isEmpty() ? Cli::tr("It knows none yet.") : lines.join(u'\n'));
            Report report;
            report.outcome = u"read"_s;
            report.others.insert("tokens"_L1, array);
            finish(report, ExitCode::Done);
        });
}

} // namespace purser::cli
