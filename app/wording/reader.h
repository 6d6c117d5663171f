// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace purser {

//! For whom a text is: how they write numbers, in which zone they read times, and when (UTC).
struct Reader {
    QLocale locale;
    QTimeZone zone;
    QDateTime now;
};

} // namespace purser
