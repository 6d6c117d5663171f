// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/spec.h"

namespace purser::cli {

//! A row each, in the order in which help lists them. Its spec stands in the file of that name.
// clang-format off
#define PURSER_COMMANDS(row) \
    row(login) \
    row(logout) \
    row(accounts) \
    row(list) \
    row(show) \
    row(set) \
    row(history) \
    row(undo) \
    row(settle)

#define PURSER_DECLARE_COMMAND(name) extern const CommandSpec name##Spec;
// clang-format on
PURSER_COMMANDS(PURSER_DECLARE_COMMAND)
#undef PURSER_DECLARE_COMMAND

} // namespace purser::cli
