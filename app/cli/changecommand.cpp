// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/changecommand.h"

#include "api/tokenjson.h"
#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/terminal.h"
#include "cli/tokentext.h"
#include "cli/tr.h"
#include "cli/words.h"
#include "editing/workplace.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

bool canAsk()
{
    return stdinIsTerminal() && stderrIsTerminal();
}

//! A submit that needs no second read to be told from the first.
Stop stopAtOnce(Stop::Reason reason, const Outlook &outlook, const Token &token)
{
    Stop stop;
    stop.reason = reason;
    stop.token = token.name;
    stop.outlook = outlook;
    stop.shown = token;
    stop.now = token;
    return stop;
}

} // namespace

ChangeCommand::ChangeCommand(const Parts &parts) : TokenCommand(parts)
{
    connect(&desk(), &ChangeDesk::asks, this, &ChangeCommand::onAsked);
    connect(&desk(), &ChangeDesk::stopped, this, &ChangeCommand::onStopped);
    connect(&desk(), &ChangeDesk::ended, this, &ChangeCommand::onSettled);
    connect(&log(), &ChangeLog::writeFailed, this,
            [this](const JournalProblem &problem) { m_journalProblem = problem; });
}

void ChangeCommand::cancel()
{
    m_cancelled = true;
    desk().cancel();
}

void ChangeCommand::change(const Account &account, const QString &tokenName)
{
    if (!tellApart(account)) {
        return;
    }
    if (line().withoutJournal) {
        log().turnOff();
        printer().complain(
            Cli::tr("Without the journal this change is not guarded against other programs that "
                    "change the token at the same time: one of the changes may be lost."));
    }
    if (!writesJournal(line())) {
        load(account, tokenName);
        return;
    }
    setTokenName(tokenName);
    takeOver(desk(), newReport({}), [this, account, tokenName](const Recovery &) {
        if (m_cancelled) {
            fail(newReport(outcomeWord(cancelled())),
                 reportedError(cancelled(), readFailedSentence(tokenName, cancelled())),
                 exitCodeOf(cancelled()));
            return;
        }
        load(account, tokenName);
    });
}

Report ChangeCommand::newReport(const QString &outcome) const
{
    Report report = TokenCommand::newReport(outcome);
    report.others.insert("consequences"_L1, m_consequences);
    if (line().withoutJournal) {
        report.others.insert("guarded"_L1, false); // against other programs at the same time
    }
    return report;
}

void ChangeCommand::refuse(const QString &kind, const QString &sentence)
{
    fail(newReport(u"not_sent"_s), {kind, sentence, 0, {}}, ExitCode::Usage);
}

bool ChangeCommand::hasReasonFor(const Account &account)
{
    if (!brokenRule(account, line().request)) {
        return true; // looked at before the service is asked
    }
    refuse(u"reason_required"_s,
           Cli::tr("The account \u201c%1\u201d wants a reason for each change: give it with "
                   "--reason TEXT.")
               .arg(printable(account.name)));
    return false;
}

bool ChangeCommand::tellApart(const Account &account)
{
    if (line().apart.isEmpty()) {
        return true;
    }
    const auto other = accounts().account(line().apart);
    if (!other || idOf(*other) == idOf(account)) {
        refuse(u"no_such_account"_s,
               printable(Cli::tr("--apart: there is no other account \u201c%1\u201d; purser-cli "
                                 "accounts lists those that are known.")
                             .arg(line().apart)));
        return false;
    }
    if (!haveDifferentCustomers(account, *other)) {
        refuse(
            u"same_customer"_s,
            printable(Cli::tr("--apart: nothing says that \u201c%1\u201d and \u201c%2\u201d are of "
                              "different customers: their JWTs name the same one, or none.")
                          .arg(account.name, other->name)));
        return false;
    }
    if (line().dryRun) {
        return true; // nothing is written down
    }
    if (!accounts().rememberApart(idOf(account), idOf(*other), true)) {
        fail(newReport(u"not_sent"_s),
             {u"settings_not_saved"_s,
              printable(Cli::tr("The settings file %1 can't be written.").arg(accounts().path())),
              0,
              {}},
             ExitCode::Keychain);
        return false;
    }
    return true;
}

void ChangeCommand::failUndecided(const ChangeRecord &record, const Account &account)
{
    Report report = newReport(u"stopped"_s);
    if (!m_loaded.name.isEmpty()) {
        report.before = m_loaded;
    }
    fail(report,
         {u"undecided"_s,
          undecidedSentence(record, account, canBeApart(accounts(), record, account)),
          0,
          {}},
         ExitCode::Stopped);
}

void ChangeCommand::onLoaded(const TokenReply &reply)
{
    m_loaded = reply.token;
    if (m_cancelled) {
        onStopped([&] {
            Stop stop = stopAtOnce(Stop::Reason::Failed, {}, m_loaded);
            stop.failure = cancelled();
            return stop;
        }());
        return;
    }
    if (const auto undecided = desk().undecided().elsewhere) {
        if (!line().dryRun) {
            failUndecided(*undecided, *desk().account());
            return;
        }
        printer().say(undecidedSentence(*undecided, *desk().account(),
                                        canBeApart(accounts(), *undecided, *desk().account()))
                      + u'\n');
    }
    if (const auto request = requestFor(m_loaded)) {
        submit(*request, m_loaded);
    }
}

void ChangeCommand::submit(const ChangeRequest &request, const Token &token)
{
    const Outlook outlook = outlookOf(request, std::nullopt, token, clock().now());
    const TokenPatch &patch = outlook.plan.patch;
    if (outlook.plan.amountProblem) {
        onStopped(stopAtOnce(Stop::Reason::NoSum, outlook, token));
        return;
    }
    if (patch.isEmpty()) {
        onStopped(stopAtOnce(Stop::Reason::AlreadySo, outlook, token));
        return;
    }
    printer().say(changeTable(token, patch, clock().now()));
    tell(outlook);
    if (line().dryRun) {
        showRequest(token, patch);
        return;
    }
    ChangeDesk::How how;
    how.fall = Fall::Tolerated; // nobody has typed meanwhile
    desk().submit(request, how);
}

void ChangeCommand::showRequest(const Token &before, const TokenPatch &patch)
{
    const QByteArray body = patchToJson(patch);
    const auto tokenUrl = desk().account()->url.tokenUrl(before.name);
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

void ChangeCommand::tell(const Outlook &outlook)
{
    m_consequences = {};
    QStringList dangers;
    for (const Consequence consequence : outlook.consequences) {
        const Severity severity = severityOf(consequence);
        const QString sentence = consequenceSentence(consequence, outlook, clock().now());
        m_consequences.append(
            QJsonObject{{u"severity"_s, severityWord(severity)}, {u"text"_s, sentence}});
        const bool isDanger = severity == Severity::Danger;
        if (isDanger) {
            dangers.append(sentence);
        }
        // Where a danger stops the change, the question or the complaint names it.
        if (!m_told.contains(consequence) && (!isDanger || line().yes || line().dryRun)) {
            m_told.append(consequence);
            printer().say(severityTitle(severity) + u' ' + sentence);
        }
    }
    m_dangers = dangers.join(u' ');
}

void ChangeCommand::onAsked(const Outlook &outlook)
{
    tell(outlook);
    if (line().yes) {
        desk().answer(true);
        return;
    }
    if (!canAsk()) {
        desk().answer(false);
        return;
    }
    m_asked = true;
    desk().answer(confirm(
        m_dangers + u' '
        + printable(Cli::tr("This is the token \u201c%1\u201d of the account \u201c%2\u201d. "
                            "Send?")
                        .arg(outlook.before.name, desk().account()->name))));
}

QString ChangeCommand::sentenceOf(const Stop &stop) const
{
    if (stop.reason != Stop::Reason::Declined || m_asked) {
        return stopSentence(stop, journalStep());
    }
    return Cli::tr("Nothing was sent: %1 Add --yes to send it all the same.").arg(m_dangers);
}

void ChangeCommand::onStopped(const Stop &stop)
{
    if (stop.reason == Stop::Reason::Undecided && stop.undecided) {
        failUndecided(*stop.undecided, *desk().account());
        return;
    }
    Report report = newReport(outcomeWord(stop));
    report.before = m_loaded;
    if (stop.reason == Stop::Reason::AlreadySo || stop.reason == Stop::Reason::Moved) {
        report.after = mergedToken(m_loaded, stop.now);
    }
    const QString sentence = sentenceOf(stop);
    if (stop.reason == Stop::Reason::AlreadySo) {
        printer().say(sentence);
        printer().say(u'\n' + tokenTable(*report.after, clock().now()));
        finish(report, ExitCode::Done);
        return;
    }
    fail(report,
         stop.failure ? reportedError(*stop.failure, sentence)
                      : ReportedError{kindWord(stop), sentence, 0, {}},
         exitCodeOf(stop));
}

void ChangeCommand::onSettled(const Change &change)
{
    tell(outlookOf(change.record, clock().now()));
    Report report = newReport(outcomeWord(change.record.outcome));
    report.changeId = change.record.id;
    report.before = change.record.before;
    if (change.reply) {
        report.after = change.reply->token;
    }
    if (change.record.id == 0 && change.record.outcome != Outcome::Rejected) {
        printer().complain(Cli::tr("This change is not in the journal: nothing could keep other "
                                   "programs from changing the token at the same time."));
    }
    if (m_journalProblem) {
        const QString sentence = unwrittenSentence(*m_journalProblem);
        report.others.insert("journal_problem"_L1, sentence);
        printer().complain(sentence);
    }
    const QString sentence = changeSentence(change);
    if (change.failure) {
        report.error = reportedError(*change.failure, sentence);
    }
    const ExitCode code = exitCodeOf(change);
    if (code == ExitCode::Done) {
        printer().say(sentence);
    } else {
        printer().complain(sentence);
    }
    if (report.after) {
        printer().say(u'\n' + tokenTable(*report.after, clock().now()));
    }
    finish(report, code);
}

} // namespace purser::cli
