// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcodes.h"

#include "api/replyreader.h"

#include <algorithm>
#include <array>

namespace purser::cli {

namespace {

ExitCode exitCodeOfError(const ApiError &error)
{
    switch (error.kind) {
    case ApiErrorKind::InvalidName:
        return ExitCode::Usage;
    case ApiErrorKind::SignIn:
    case ApiErrorKind::Forbidden:
        return ExitCode::SignIn;
    default:
        return isServiceRefusal(error) ? ExitCode::Rejected : ExitCode::ReadFailed;
    }
}

ExitCode exitCodeOfJournal(const JournalProblem &problem)
{
    switch (problem.kind) {
    case JournalProblem::Kind::Undecided:
    case JournalProblem::Kind::Stale:
    case JournalProblem::Kind::OtherCustomer:
        return ExitCode::Stopped;
    case JournalProblem::Kind::AlreadyUndone:
    case JournalProblem::Kind::NoUndoUnwritten:
        return ExitCode::Usage;
    default:
        return ExitCode::Journal;
    }
}

} // namespace

bool isServiceRefusal(const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    return error && effectOfStatus(error->status) == Effect::Rejected;
}

ExitCode exitCodeOf(const Failure &failure)
{
    if (std::holds_alternative<SignedOut>(failure)) {
        return ExitCode::SignIn;
    }
    if (std::holds_alternative<KeychainProblem>(failure)) {
        return ExitCode::Keychain;
    }
    if (const auto *problem = std::get_if<JournalProblem>(&failure)) {
        return exitCodeOfJournal(*problem);
    }
    if (std::holds_alternative<OtherCustomer>(failure)) {
        return ExitCode::Stopped;
    }
    return exitCodeOfError(std::get<ApiError>(failure));
}

ExitCode exitCodeOf(const Stop &stop)
{
    switch (stop.reason) {
    case Stop::Reason::AlreadySo:
        return ExitCode::Done;
    case Stop::Reason::Failed:
        return stop.failure ? exitCodeOf(*stop.failure) : ExitCode::ReadFailed;
    case Stop::Reason::NoSum:
    case Stop::Reason::NoReason:
        return ExitCode::Usage;
    case Stop::Reason::Moved:
    case Stop::Reason::Declined:
    case Stop::Reason::Undecided:
    case Stop::Reason::Busy:
        break;
    }
    return ExitCode::Stopped;
}

ExitCode exitCodeOf(const Change &change)
{
    const bool neverLeft = change.failure && change.record.settledHow == settledhow::NotSent;
    switch (change.record.outcome) {
    case Outcome::Applied:
        return ExitCode::Done;
    case Outcome::AppliedDifferently:
        return ExitCode::Different;
    case Outcome::Rejected:
        // Every other refusal is one, whatever its status.
        return change.failure && exitCodeOf(*change.failure) == ExitCode::SignIn
            ? ExitCode::SignIn
            : ExitCode::Rejected;
    case Outcome::NotApplied:
    case Outcome::Abandoned:
        if (neverLeft) {
            return exitCodeOf(*change.failure);
        }
        return change.record.outcome == Outcome::NotApplied
                || change.record.settledHow == settledhow::Recovered
            ? ExitCode::Rejected
            : ExitCode::Unknown; // closed by hand: nobody knows
    case Outcome::AppliedUnconfirmed:
    case Outcome::Unknown:
    case Outcome::Sent:
    case Outcome::Intended:
        break;
    }
    return ExitCode::Unknown;
}

ExitCode worse(ExitCode one, ExitCode other)
{
    static constexpr std::array Best{ExitCode::Done, ExitCode::Rejected, ExitCode::Different,
                                     ExitCode::Unknown};
    const auto rank = [](ExitCode code) { return std::find(Best.begin(), Best.end(), code); };
    return rank(one) < rank(other) ? other : one;
}

} // namespace purser::cli
