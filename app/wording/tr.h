// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace purser::wording {

//! The context that every sentence of this room is translated in.
struct Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

} // namespace purser::wording
