// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/setcommand.h"

#include "api/tokenjson.h"
#include "cli/sentences.h"
#include "cli/tokentext.h"
#include "cli/tr.h"
#include "cli/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace purser::cli {

SetCommand::SetCommand(const Parts &parts) : TokenCommand(parts)
{
    connect(&editor(), &TokenEditor::settled, this, &SetCommand::onSettled);
}

void SetCommand::onLoaded(const TokenReply &reply)
{
    const TokenPatch patch = line().patch.changing(reply.token);
    if (!patch.isEmpty()) {
        printer().say(changeTable(reply.token, patch, QDateTime::currentDateTimeUtc()));
        if (line().dryRun) {
            showRequest(reply.token, patch);
            return;
        }
    }
    // An empty patch settles too, as nothing to do.
    editor().submit(line().patch);
}

void SetCommand::showRequest(const Token &before, const TokenPatch &patch)
{
    const QByteArray body = patchToJson(patch);
    const auto tokenUrl = editor().account()->url.tokenUrl(before.name);
    const QString url = tokenUrl ? tokenUrl->toString(QUrl::FullyEncoded) : QString();
    printer().say(u"\nPATCH %1\n%2\n"_s.arg(url, QString::fromUtf8(body)));
    printer().say(Cli::tr("Dry run: nothing was sent."));
    Report report = newReport(u"dry_run"_s);
    report.before = before;
    report.others.insert("request"_L1,
                         QJsonObject{{u"method"_s, u"PATCH"_s},
                                     {u"url"_s, url},
                                     {u"body"_s, QJsonDocument::fromJson(body).object()}});
    finish(report, ExitCode::Done);
}

void SetCommand::onSettled(const Change &change)
{
    Report report = newReport(outcomeWord(change.outcome));
    report.before = change.before;
    if (change.reply) {
        report.after = change.reply->token;
    } else if (change.outcome == Outcome::NothingToDo) {
        report.after = change.before;
    }
    const QString sentence = changeSentence(change);
    if (change.failure) {
        report.error = reportedError(*change.failure, sentence);
    }
    const ExitCode code = exitCodeOf(change.outcome, change.failure);
    if (code == ExitCode::Done) {
        printer().say(sentence);
    } else {
        printer().complain(sentence);
    }
    if (report.after) {
        printer().say(u'\n' + tokenTable(*report.after, QDateTime::currentDateTimeUtc()));
    }
    finish(report, code);
}

} // namespace purser::cli
