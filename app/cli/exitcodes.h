// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"

namespace purser::cli {

//! How purser-cli ends. Scripts rely on the numbers.
enum class ExitCode {
    Done = 0, //!< applied, a dry run, nothing to do, or what was asked for is printed
    Rejected = 1, //!< the service said no, to the change or to the read before it
    Usage = 2, //!< the command line, or a value in it, can't be used
    SignIn = 3, //!< no JWT, 401 or 403
    Unknown = 4, //!< the change may have been applied, or is not confirmed
    ReadFailed = 5, //!< a read failed and nothing was sent
    Keychain = 6,
    Stopped = 7, //!< reserved: the token moved meanwhile, or a danger without --yes
    Different = 8, //!< applied, but the service holds something else
    Journal = 9, //!< reserved
};

//! Of a failure before a change was sent: of the read, of signing in, of the keychain.
ExitCode exitCodeOf(const Failure &failure);

//! Of a change. failure: why it ended so, where there is a reason.
ExitCode exitCodeOf(Outcome outcome, const std::optional<Failure> &failure);

//! Whether the service itself said no (300, 301, 307, 308 and every 4xx but 408).
bool isServiceRefusal(const Failure &failure);

} // namespace purser::cli
