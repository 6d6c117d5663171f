// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"

#include <QByteArray>
#include <QString>

namespace purser::cli {

//! Whether somebody sits at standard input.
bool stdinIsTerminal();
//! Whether what is asked there is seen by somebody.
bool stderrIsTerminal();

enum class InputProblem {
    Unreadable,
    TooLong,
    Interrupted, //!< see Interrupts
};

//! All of standard input; on a terminal one line, asked for on standard error and not shown
//! while it is typed; what was typed before that is dropped. At most maximum bytes. Blocks; the
//! caller overwrites the bytes after use.
Expected<QByteArray, InputProblem> readSecret(const QString &prompt, qsizetype maximum);

//! Asks on standard error and reads a line of standard input: in lower case, without white space
//! around it. Empty where there is none. What was typed before the question is no answer to it.
//! Precondition: standard input is a terminal.
QString ask(const QString &question);

//! The same; anything but yes is no.
bool confirm(const QString &question);

//! Overwrites the bytes, as far as this copy goes.
void wipe(QByteArray &bytes);

} // namespace purser::cli
