// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"
#include "domain/serviceurl.h"
#include "domain/tokenpatch.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace purser::cli {

enum class CommandName { Login, Logout, Accounts, Show, Set };

//! As it is typed.
QString textOf(CommandName command);

//! A command line that can be carried out: every value in it is valid.
struct CommandLine {
    bool help = false; //!< of the command, or of the program where there is none
    bool version = false;
    std::optional<CommandName> command; //!< there, unless help or version is asked for
    bool json = false;
    bool sandbox = false;
    QString account; //!< empty: the current one
    std::optional<ServiceUrl> url; //!< login
    QString tokenName; //!< show, set
    TokenPatch patch; //!< set: not empty
    bool dryRun = false; //!< set
    bool yes = false; //!< login, set: questions are answered with yes
};

//! Why a command line can't be carried out.
struct UsageError {
    QString sentence;
    std::optional<CommandName> command; //!< whose help to look at
    bool json = false;
};

//! arguments: the program's own name first.
Expected<CommandLine, UsageError> parseCommandLine(const QStringList &arguments);

} // namespace purser::cli
