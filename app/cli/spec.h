// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options.h"

#include <memory>

namespace purser::cli {

//! A command: what it is called, what it takes, what it says of itself, and how it is run. It
//! stands in one file of commands/, with the class that runs it; help, the manual page and the
//! shells' completions come from here.
struct CommandSpec {
    QLatin1StringView name; //!< as it is typed
    QString (*argument)() = nullptr; //!< what follows it, for help; not there: nothing does
    QString (*summary)(); //!< one line, for the list of commands
    QString (*help)(); //!< whole, without what every command has
    QList<Option> options; //!< beside those of every command
    //! Two options that can't be given together, in the order in which that is said.
    QList<std::pair<QLatin1StringView, QLatin1StringView>> exclusive = {};
    ReadWords readWords = &readNoWords; //!< what is no option, and follows the command
    //! What options have to be together; completes the line. Not needed by most.
    Problem (*check)(CommandLine &line) = nullptr;
    //! Whether it writes the journal, and whether it changes nothing, so that what it prints is all
    //! that it does. Nothing: never.
    bool (*writesJournal)(const CommandLine &line) = nullptr;
    bool (*onlyReads)(const CommandLine &line) = nullptr;
    std::unique_ptr<Command> (*make)(const Parts &parts);
};

//! All of them, in the order in which help lists them: the table of commands/.
QList<const CommandSpec *> allCommands();

template <typename CommandType>
std::unique_ptr<Command> makeCommand(const Parts &parts)
{
    return std::make_unique<CommandType>(parts);
}

inline bool always(const CommandLine & /*line*/)
{
    return true;
}

inline bool isDryRun(const CommandLine &line)
{
    return line.dryRun;
}

//! Of a command that changes a token.
inline bool writesChange(const CommandLine &line)
{
    return !line.dryRun && !line.withoutJournal;
}

} // namespace purser::cli
