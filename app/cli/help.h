// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

namespace purser::cli {

//! Of a command; of the program where there is none.
QString helpText(const std::optional<CommandName> &command);

} // namespace purser::cli
