// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPalette;

namespace purser {

//! One of the line icons in resources/icons, drawn in the palette's text colour: it follows
//! light and dark by itself and is sharp at every scale.
QIcon icon(const QString &name);

//! The application's own icon.
QIcon applicationIcon();

//! A line icon in a colour of its own, size in device-independent pixels.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

} // namespace purser
