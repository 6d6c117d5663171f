// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"

namespace purser::cli {

//! How purser-cli ends. Scripts rely on the numbers.
enum class ExitCode {
    Done = 0, //!< applied, a dry run, nothing to do, or what was asked for is printed
    Rejected = 1, //!< the service said no, or a later read shows that it was not applied
    Usage = 2, //!< the command line, or a value in it, can't be used
    SignIn = 3, //!< no JWT, 401 or 403
    Unknown = 4, //!< the change may have been applied, or is not confirmed
    ReadFailed = 5, //!< a read failed and nothing was sent
    Keychain = 6, //!< the keychain, or the settings file, would not
    Stopped = 7, //!< moved, a danger without --yes, or an earlier change is undecided
    Different = 8, //!< applied, but the service holds something else than what was asked
    Journal = 9, //!< the journal would not
    Output = 10, //!< nothing was to be sent, and what was asked for could not be written out
};

//! Of a failure before anything was sent.
ExitCode exitCodeOf(const Failure &failure);
//! Of a submit that ended before anything was sent.
ExitCode exitCodeOf(const Stop &stop);
//! Of a change.
ExitCode exitCodeOf(const Change &change);
//! Of several changes at once: unknown before different before rejected before done.
ExitCode worse(ExitCode one, ExitCode other);

//! Whether the service itself said no, so that nothing was changed.
bool isServiceRefusal(const Failure &failure);

} // namespace purser::cli
