// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"

namespace purser::cli {

QList<const CommandSpec *> allCommands()
{
    QList<const CommandSpec *> all;
#define PURSER_LIST_COMMAND(name) all.append(&name##Spec);
    PURSER_COMMANDS(PURSER_LIST_COMMAND)
#undef PURSER_LIST_COMMAND
    return all;
}

} // namespace purser::cli
