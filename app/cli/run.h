// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/exitcodes.h"
#include "cli/printer.h"

namespace purser::cli {

//! Carries a command out, with an event loop of its own. Preconditions: there is an application
//! object, and line.command.

//! On the user's accounts and the system's keychain.
ExitCode runForUser(const CommandLine &line, const Printer &printer);
//! On a sandbox of its own: settings and journal in a temporary folder, the JWT in memory.
ExitCode runInSandbox(const CommandLine &line, const Printer &printer);

} // namespace purser::cli
