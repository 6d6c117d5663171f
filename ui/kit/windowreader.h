// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/reader.h"

#include <QWidget>

namespace purser {

//! Who looks at this widget. now: in UTC.
inline Reader readerOf(const QWidget &widget,
                       const QDateTime &now = QDateTime::currentDateTimeUtc())
{
    return {widget.locale(), QTimeZone::systemTimeZone(), now};
}

} // namespace purser
