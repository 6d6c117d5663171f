// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace purser::cli {

//! Whether somebody sits at standard input.
bool stdinIsTerminal();

//! All of standard input; on a terminal one line, asked for on standard error and not shown
//! while it is typed. Nothing if a signal broke in, or if it is longer than maximum bytes:
//! then it can't be what was asked for. Blocks; the caller overwrites the bytes after use.
std::optional<QByteArray> readSecret(const QString &prompt, qsizetype maximum);

//! Asks on standard error and reads a line of standard input; anything but yes is no.
bool confirm(const QString &question);

//! Overwrites the bytes, as far as this copy goes.
void wipe(QByteArray &bytes);

} // namespace purser::cli
