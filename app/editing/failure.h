// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apierror.h"
#include "credentials/keychain.h"
#include "journal/journal.h"

#include <variant>

namespace purser {

//! The keychain holds no JWT for the account.
struct SignedOut {
    friend bool operator==(const SignedOut &, const SignedOut &) = default;
};

//! The JWT that the account has now is of another customer than the one that this is about.
//! Nothing was sent.
struct OtherCustomer {
    friend bool operator==(const OtherCustomer &, const OtherCustomer &) = default;
};

//! Why a step of the use case did not work: nobody is signed in, the keychain would not, the
//! service would not, or the journal would not. But for the service, nothing was sent.
using Failure = std::variant<SignedOut, KeychainProblem, ApiError, JournalProblem, OtherCustomer>;

//! Whether the service may have acted on a change that ended in this failure.
inline Effect effectOf(const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    return error ? error->effect : Effect::None;
}

//! "connection_lost": the word for programs, of the journal and of --json.
QString kindWord(const Failure &failure);
//! The same with the service's own words: for the journal's column error.
QString errorText(const Failure &failure);

//! The user ended it.
inline Failure cancelled()
{
    ApiError error;
    error.kind = ApiErrorKind::Cancelled;
    error.effect = Effect::None;
    return error;
}

//! What was checked was too old to be sent on.
inline Failure outdated()
{
    ApiError error;
    error.kind = ApiErrorKind::Outdated;
    error.effect = Effect::None;
    return error;
}

inline bool isCancelled(const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    return error && error->kind == ApiErrorKind::Cancelled;
}

} // namespace purser
