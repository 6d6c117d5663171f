// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/settings.h"

#include <QColor>
#include <QPalette>

class QWidget;

namespace purser {

//! Sets the application's palette. Light and Dark use the Fusion style, which paints itself by
//! the palette alone on every system.
void applyAppearance(Appearance appearance);

//! What a message or a mark is about; its colour is readable on the palette's own background.
enum class Tone { Neutral, Information, Success, Warning, Error, Changed };

//! For text and icons.
QColor toneColor(Tone tone, const QPalette &palette);
//! For the area behind such text.
QColor toneBackground(Tone tone, const QPalette &palette);

//! Colours a field as one whose content can't be used, or as usual again.
void markInvalid(QWidget *field, bool invalid);

bool isDark(const QPalette &palette);

} // namespace purser
