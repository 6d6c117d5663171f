// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/remedy.h"

namespace purser {

namespace {

QList<Remedy> remediesFor(const JournalProblem &problem, Step step)
{
    switch (problem.kind) {
    case JournalProblem::Kind::DiskFull:
    case JournalProblem::Kind::ReadOnly:
    case JournalProblem::Kind::Locked:
    case JournalProblem::Kind::Damaged:
    case JournalProblem::Kind::TooNew:
    case JournalProblem::Kind::Failed:
        return step == Step::Change ? QList{Remedy::WithoutJournal} : QList<Remedy>();
    case JournalProblem::Kind::OtherCustomer:
        return {Remedy::SignIn};
    // What the journal says would be passed over without it: another program is at work.
    case JournalProblem::Kind::OlderRunning:
    case JournalProblem::Kind::Undecided:
    case JournalProblem::Kind::Stale:
    case JournalProblem::Kind::AlreadyUndone:
    case JournalProblem::Kind::NoSuchChange:
    case JournalProblem::Kind::NoUndoUnwritten:
        break;
    }
    return {};
}

} // namespace

QList<Remedy> remediesFor(const Failure &failure, Step step)
{
    if (const auto *problem = std::get_if<JournalProblem>(&failure)) {
        return remediesFor(*problem, step);
    }
    if (const auto *problem = std::get_if<KeychainProblem>(&failure)) {
        return *problem == KeychainProblem::Locked ? QList{Remedy::UnlockKeychain}
                                                   : QList<Remedy>();
    }
    const auto *error = std::get_if<ApiError>(&failure);
    const bool isOfJwt =
        !error || error->kind == ApiErrorKind::SignIn || error->kind == ApiErrorKind::Forbidden;
    return isOfJwt ? QList{Remedy::SignIn} : QList<Remedy>();
}

} // namespace purser
