// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcodes.h"

#include "api/replyreader.h"

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
    return exitCodeOfError(std::get<ApiError>(failure));
}

ExitCode exitCodeOf(Outcome outcome, const std::optional<Failure> &failure)
{
    switch (outcome) {
    case Outcome::NothingToDo:
    case Outcome::Applied:
        return ExitCode::Done;
    case Outcome::AppliedDifferently:
        return ExitCode::Different;
    case Outcome::AppliedUnconfirmed:
    case Outcome::Unknown:
        return ExitCode::Unknown;
    case Outcome::NotApplied:
        return ExitCode::Rejected;
    case Outcome::Rejected:
        // Every other refusal is one, whatever its status.
        return failure && exitCodeOf(*failure) == ExitCode::SignIn ? ExitCode::SignIn
                                                                   : ExitCode::Rejected;
    case Outcome::NotSent:
        return failure ? exitCodeOf(*failure) : ExitCode::ReadFailed;
    }
    return ExitCode::Unknown;
}

} // namespace purser::cli
