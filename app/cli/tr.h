// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace purser::cli {

//! The context that the command line's own sentences are translated in.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace purser::cli
