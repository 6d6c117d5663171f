// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

namespace purser::cli {

//! Of a command; of the program where there is none.
QString helpText(const CommandSpec *command);
//! The lines about what the commands that change a token have in common.
QString changingOptionsHelp();

} // namespace purser::cli
