// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apierror.h"
#include "credentials/keychain.h"

#include <variant>

namespace purser {

//! The keychain holds no JWT for the account.
struct SignedOut {
    friend bool operator==(const SignedOut &, const SignedOut &) = default;
};

//! Why a step of the use case did not work: nobody is signed in, the keychain would not, or
//! the service would not. In the first two nothing was sent.
using Failure = std::variant<SignedOut, KeychainProblem, ApiError>;

//! Whether the service may have acted on a change that ended in this failure.
inline Effect effectOf(const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    return error ? error->effect : Effect::None;
}

} // namespace purser
