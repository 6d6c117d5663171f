// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace purser::cli {

//! Text from outside, safe on a terminal: control signs (which can move the cursor, set titles
//! and more) and direction signs (which can make text look like another) become U+FFFD.
QString printable(const QString &text);

} // namespace purser::cli
