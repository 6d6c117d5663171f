// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sentences.h"

#include "cli/printable.h"
#include "cli/tr.h"
#include "system/privatefiles.h"
#include "wording/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

using wording::Notice;

//! Scripts read the same everywhere.
Reader scriptReader(const QDateTime &now = QDateTime::currentDateTimeUtc())
{
    return {QLocale::c(), QTimeZone::utc(), now};
}

QString nextAfterKeychain(KeychainProblem problem, const QString &usual)
{
    switch (problem) {
    case KeychainProblem::Unavailable:
        return Cli::tr("Start a keyring (GNOME Keyring or KWallet) in this session and try again; "
                       "without a desktop, run it under dbus-run-session.");
    case KeychainProblem::Unlisted:
        return Cli::tr("Give yourself the right to write %1 and try again.").arg(settingsPath());
    case KeychainProblem::TooLong:
        return Cli::tr("Sign in with a shorter one.");
    case KeychainProblem::Unusable:
        return Cli::tr("Sign in again: purser-cli login.");
    default:
        return usual;
    }
}

QString nextAfterJournal(const JournalProblem &problem, const QString &usual)
{
    switch (problem.kind) {
    case JournalProblem::Kind::NoUndoUnwritten:
        return Cli::tr("Leave --without-journal out.");
    case JournalProblem::Kind::OtherCustomer:
        return Cli::tr("Sign in as the one that it was made by: purser-cli login. If it is the "
                       "same one, say so: purser-cli login --same-customer.");
    case JournalProblem::Kind::Undecided:
        return Cli::tr("Find out what became of it: purser-cli settle.");
    case JournalProblem::Kind::AlreadyUndone:
    case JournalProblem::Kind::NoSuchChange:
        return Cli::tr("purser-cli history lists those that it has.");
    default:
        return usual;
    }
}

//! usual: what the window's users are told to do, where that is the same here.
QString nextAfter(const Failure &failure, Step step, const QString &usual)
{
    if (const auto *problem = std::get_if<KeychainProblem>(&failure)) {
        return nextAfterKeychain(*problem, usual);
    }
    if (std::holds_alternative<OtherCustomer>(failure)) {
        return Cli::tr("Sign in as the one that the token belongs to: purser-cli login. If it is "
                       "the same one, say so: purser-cli login --same-customer.");
    }
    if (const auto *problem = std::get_if<JournalProblem>(&failure)) {
        const QString next = nextAfterJournal(*problem, usual);
        return remediesFor(failure, step).contains(Remedy::WithoutJournal) ? next + u' '
                + Cli::tr("--without-journal sends a change without writing it down: it can't be "
                          "undone or settled then.")
                                                                           : next;
    }
    const auto *error = std::get_if<ApiError>(&failure);
    if (!error || error->kind == ApiErrorKind::SignIn) {
        return Cli::tr("Sign in: purser-cli login.");
    }
    return usual;
}

//! A sentence of the request id, which the service's support asks for.
QString withRequestId(const QString &text, const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    if (!error || error->requestId.isEmpty()) {
        return text;
    }
    return Cli::tr("%1 (Request id: %2)").arg(text, error->requestId);
}

QString finished(const Notice &notice, const std::optional<Failure> &failure)
{
    return printable(failure ? withRequestId(notice.text(), *failure) : notice.text());
}

} // namespace

QString keychainSentence(KeychainProblem problem)
{
    Notice notice = wording::keychain(problem);
    notice.next = nextAfterKeychain(problem, notice.next);
    return printable(notice.text());
}

QString readFailedSentence(const QString &tokenName, const Failure &failure)
{
    Notice notice = wording::readFailed(tokenName, failure);
    notice.next = nextAfter(failure, Step::Read, notice.next);
    return finished(notice, failure);
}

QString journalSentence(const JournalProblem &problem, Step step)
{
    Notice notice = wording::journal(problem, step);
    notice.next = nextAfter(problem, step, notice.next);
    return printable(problem.detail.isEmpty()
                         ? notice.text()
                         : Cli::tr("%1 (%2)").arg(notice.text(), problem.detail));
}

QString listFailedSentence(const Failure &failure)
{
    Notice notice = wording::readFailed({}, failure);
    notice.meaning = Cli::tr("The tokens were not listed.");
    notice.next = nextAfter(failure, Step::Read, notice.next);
    return finished(notice, failure);
}

QString retrySentence(const Failure &failure, const QDateTime &now, const QDateTime &at)
{
    const auto seconds = static_cast<int>((std::max<qint64>(0, now.msecsTo(at)) + 999) / 1000);
    return printable(wording::readFailed({}, failure).what) + u' '
        + Cli::tr("Reading again in %n second(s).", nullptr, seconds);
}

QString changeSentence(const Change &change)
{
    Notice notice = wording::change(change, scriptReader());
    const bool isWritten = change.record.id != 0;
    const Step step = change.record.undoes ? Step::Undo : Step::Change;
    switch (change.record.outcome) {
    case Outcome::Rejected:
    case Outcome::NotApplied:
    case Outcome::Abandoned:
        if (change.record.outcome == Outcome::NotApplied
            && change.record.settledHow != settledhow::NotSent) {
            notice.next = Cli::tr("Run the command again if you still want it.");
        }
        if (change.failure) {
            notice.meaning = Cli::tr("The token was not changed.");
            notice.next = nextAfter(*change.failure, step, notice.next);
        } else {
            notice.next.clear();
        }
        break;
    case Outcome::Unknown:
    case Outcome::Sent:
    case Outcome::Intended:
        notice.meaning = Cli::tr("It is not known whether the token was changed.");
        notice.next = isWritten
            ? Cli::tr("Find out with purser-cli settle; until then no other change of this token "
                      "is sent.")
            : Cli::tr("Look at it with purser-cli show in half a minute, and only then decide "
                      "whether to change it again.");
        break;
    case Outcome::AppliedDifferently:
        notice.next = isWritten
            ? Cli::tr("Look at the values and decide; purser-cli undo %1 takes back what was "
                      "changed.")
                  .arg(change.record.id)
            : Cli::tr("Look at the values and decide.");
        break;
    case Outcome::AppliedUnconfirmed:
        notice.next = Cli::tr("Look at it with purser-cli show later.");
        break;
    case Outcome::Applied:
        break;
    }
    return finished(notice, change.failure);
}

QString stopSentence(const Stop &stop, Step step)
{
    Notice notice = wording::stopped(stop, scriptReader());
    switch (stop.reason) {
    case Stop::Reason::AlreadySo:
        break;
    case Stop::Reason::Failed:
        notice.meaning = Cli::tr("The token was not changed.");
        if (stop.failure) {
            notice.next = nextAfter(*stop.failure, step, notice.next);
        }
        break;
    case Stop::Reason::Moved:
        notice.next = Cli::tr("Run the command again if you still want it.");
        break;
    case Stop::Reason::Declined:
        notice.meaning.clear();
        break;
    case Stop::Reason::NoSum:
        notice.meaning.clear();
        notice.next = Cli::tr("Give another amount, or set the balance with --balance.");
        break;
    case Stop::Reason::NoReason:
        notice.meaning.clear();
        notice.next = Cli::tr("Give it with --reason TEXT.");
        break;
    case Stop::Reason::Busy:
        notice.meaning.clear();
        notice.next = Cli::tr("Run the command again in a moment.");
        break;
    case Stop::Reason::Undecided:
        notice.meaning.clear();
        notice.next = Cli::tr("Find out what became of it: purser-cli settle.");
        break;
    }
    return finished(notice, stop.failure);
}

QString undecidedSentence(const ChangeRecord &record, const Account &account, bool canBeApart)
{
    if (!record.key.accountId.isEmpty() && record.key.accountId != idOf(account)) {
        Notice notice = wording::undecidedOfOther(record, canBeApart, scriptReader());
        notice.what = Cli::tr("Nothing was sent.") + u' ' + notice.what;
        notice.next = canBeApart
            ? Cli::tr("If that account is another customer's, say so once with --apart \u201c%1"
                      "\u201d; else find out what became of it: purser-cli settle.")
                  .arg(record.key.account)
            : Cli::tr("Find out what became of it: purser-cli settle.");
        return printable(notice.text());
    }
    return printable(Cli::tr("Nothing was sent: the change %1 of the token \u201c%2\u201d is still "
                             "undecided. Find out what became of it: purser-cli settle.")
                         .arg(record.id)
                         .arg(record.key.token));
}

QString notFoundOutSentence(const Settler::Status &status)
{
    if (status.failure) {
        return finished({wording::readFailed({}, *status.failure).what,
                         {},
                         nextAfter(*status.failure, Step::Read, {})},
                        status.failure);
    }
    if (status.verdict == Verdict::NotSeenYet) {
        return Cli::tr("The token does not show it yet; it may still be applied.");
    }
    if (status.verdict == Verdict::CannotTell) {
        return Cli::tr("The token's values do not tell.");
    }
    return status.state == Settler::State::GaveUp
        ? Cli::tr("The account is not known here with that service any more. Sign in to it: "
                  "purser-cli login --account NAME --url URL.")
        : Cli::tr("The token was not read.");
}

QString unwrittenSentence(const JournalProblem &problem)
{
    if (problem.kind == JournalProblem::Kind::NoSuchChange) {
        return Cli::tr("The journal does not have this change any more: it can be neither undone "
                       "nor settled.");
    }
    return Cli::tr("The journal could not be written, so it has this change as undecided: "
                   "purser-cli settle finds out again.");
}

QString consequenceSentence(Consequence consequence, const Outlook &outlook, const QDateTime &now)
{
    return printable(wording::consequence(consequence, outlook, scriptReader(now)));
}

QString severityTitle(Severity severity)
{
    switch (severity) {
    case Severity::Danger:
        return Cli::tr("Danger:");
    case Severity::Warning:
        return Cli::tr("Warning:");
    case Severity::Note:
        return Cli::tr("Note:");
    }
    return {};
}

QString refusalSentence(const ApiError &error)
{
    QString sentence = wording::whatHappened(error);
    if (!error.serviceMessage.isEmpty()) {
        sentence += u' ' + Cli::tr("It says: \u201c%1\u201d").arg(error.serviceMessage);
    }
    return printable(withRequestId(sentence, error));
}

} // namespace purser::cli
