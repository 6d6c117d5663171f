// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sentences.h"

#include "cli/printable.h"
#include "cli/tr.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

using wording::Notice;

QString nextAfterKeychain(KeychainProblem problem, const QString &usual)
{
    switch (problem) {
    case KeychainProblem::Unavailable:
        return Cli::tr("Start a keyring (GNOME Keyring or KWallet) in this session and try again; "
                       "without a desktop, run it under dbus-run-session.");
    case KeychainProblem::TooLong:
        return Cli::tr("Sign in with a shorter one.");
    case KeychainProblem::Unusable:
        return Cli::tr("Sign in again: purser-cli login.");
    default:
        return usual;
    }
}

QString nextAfter(const Failure &failure, const QString &usual)
{
    if (const auto *problem = std::get_if<KeychainProblem>(&failure)) {
        return nextAfterKeychain(*problem, usual);
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
    notice.next = nextAfter(failure, notice.next);
    return finished(notice, failure);
}

QString changeSentence(const Change &change)
{
    Notice notice = wording::change(change, QLocale::c(), QTimeZone::utc());
    switch (change.outcome) {
    case Outcome::NotSent:
    case Outcome::Rejected:
        notice.meaning = Cli::tr("The token was not changed.");
        notice.next = nextAfter(*change.failure, notice.next);
        break;
    case Outcome::Unknown:
        notice.meaning = Cli::tr("It is not known whether the token was changed.");
        notice.next = Cli::tr("Look at it with purser-cli show in half a minute, and only then "
                              "decide whether to change it again.");
        break;
    case Outcome::AppliedDifferently:
        notice.next = Cli::tr("Look at the values and decide.");
        break;
    case Outcome::AppliedUnconfirmed:
        notice.next = Cli::tr("Look at it with purser-cli show later.");
        break;
    case Outcome::NotApplied:
        notice.next.clear();
        break;
    case Outcome::NothingToDo:
    case Outcome::Applied:
        break;
    }
    return finished(notice, change.failure);
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
