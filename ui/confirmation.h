// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace purser {

//! Asks whether an edit may be lost: Discard, or Keep editing, which is the default and what
//! Escape means. The window goes on; discard is called only if that was chosen.
void confirmDiscard(QWidget *parent, const QString &what, std::function<void()> discard);

} // namespace purser
