// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"
#include "domain/serviceurl.h"
#include "editing/changerequest.h"
#include "journal/journal.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace purser::cli {

struct CommandSpec;

//! A command line that can be carried out: every value in it is valid.
struct CommandLine {
    static constexpr int StandardLimit = 50;

    bool help = false; //!< of the command, or of the program where there is none
    bool version = false;
    const CommandSpec *command = nullptr; //!< there, unless help or version is asked for
    bool json = false;
    bool sandbox = false;
    QString account; //!< empty: the current one; history, settle: all
    std::optional<ServiceUrl> url; //!< login
    QString tokenName; //!< show, set
    ChangeRequest request; //!< set: not empty; undo: the reason alone
    qint64 changeId = 0; //!< undo; settle: to be abandoned, 0 for none
    bool dryRun = false; //!< set, undo
    bool all = false; //!< logout: every account
    bool yes = false; //!< login, set, undo: questions are answered with yes
    bool sameCustomer = false; //!< login: the JWT is of the account's customer, whoever it names
    bool withoutJournal = false; //!< set
    QString apart; //!< set, undo: an account that is another customer's
    JournalFilter filter; //!< history
    int limit = StandardLimit; //!< history: at most so many changes
};

//! Whether the command writes the journal.
bool writesJournal(const CommandLine &line);
//! Whether it changes nothing, so that what it prints is all that it does.
bool onlyReads(const CommandLine &line);

//! Why a command line can't be carried out.
struct UsageError {
    QString sentence;
    const CommandSpec *command = nullptr; //!< whose help to look at
    bool json = false;
};

//! arguments: the program's own name first.
Expected<CommandLine, UsageError> parseCommandLine(const QStringList &arguments);

} // namespace purser::cli
