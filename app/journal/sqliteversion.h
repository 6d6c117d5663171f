// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace purser {

//! The SQLite that Qt's driver works with, asked of itself: "3.40.1". Empty without a driver.
QString sqliteVersion();

} // namespace purser
