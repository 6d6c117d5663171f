// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/words.h"

#include "cli/exitcodes.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

QString errorWord(ApiErrorKind kind)
{
    switch (kind) {
    case ApiErrorKind::InvalidName:
        return u"invalid_name"_s;
    case ApiErrorKind::Cancelled:
        return u"cancelled"_s;
    case ApiErrorKind::Deadline:
        return u"deadline"_s;
    case ApiErrorKind::NameResolution:
        return u"name_resolution"_s;
    case ApiErrorKind::ConnectionRefused:
        return u"connection_refused"_s;
    case ApiErrorKind::ConnectionLost:
        return u"connection_lost"_s;
    case ApiErrorKind::Tls:
        return u"tls"_s;
    case ApiErrorKind::Redirected:
        return u"redirected"_s;
    case ApiErrorKind::SignIn:
        return u"sign_in"_s;
    case ApiErrorKind::Forbidden:
        return u"forbidden"_s;
    case ApiErrorKind::NotFound:
        return u"not_found"_s;
    case ApiErrorKind::Validation:
        return u"validation"_s;
    case ApiErrorKind::Throttled:
        return u"throttled"_s;
    case ApiErrorKind::Rejected:
        return u"rejected"_s;
    case ApiErrorKind::Server:
        return u"server"_s;
    case ApiErrorKind::MalformedReply:
        return u"malformed_reply"_s;
    case ApiErrorKind::ReplyTooLarge:
        return u"reply_too_large"_s;
    }
    return {};
}

QString keychainWord(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::Locked:
        return u"keychain_locked"_s;
    case KeychainProblem::Unavailable:
        return u"keychain_unavailable"_s;
    case KeychainProblem::Refused:
        return u"keychain_refused"_s;
    case KeychainProblem::TimedOut:
        return u"keychain_timed_out"_s;
    case KeychainProblem::NotKept:
        return u"keychain_not_kept"_s;
    case KeychainProblem::TooLong:
        return u"keychain_too_long"_s;
    case KeychainProblem::Unusable:
        return u"keychain_unusable"_s;
    }
    return {};
}

} // namespace

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NothingToDo:
        return u"nothing_to_do"_s;
    case Outcome::NotSent:
        return u"not_sent"_s;
    case Outcome::Applied:
        return u"applied"_s;
    case Outcome::AppliedDifferently:
        return u"applied_differently"_s;
    case Outcome::AppliedUnconfirmed:
        return u"applied_unconfirmed"_s;
    case Outcome::NotApplied:
        return u"not_applied"_s;
    case Outcome::Rejected:
        return u"rejected"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString outcomeWord(const Failure &failure)
{
    return outcomeWord(isServiceRefusal(failure) ? Outcome::Rejected : Outcome::NotSent);
}

QString kindWord(const Failure &failure)
{
    if (std::holds_alternative<SignedOut>(failure)) {
        return u"signed_out"_s;
    }
    if (const auto *problem = std::get_if<KeychainProblem>(&failure)) {
        return keychainWord(*problem);
    }
    return errorWord(std::get<ApiError>(failure).kind);
}

} // namespace purser::cli
