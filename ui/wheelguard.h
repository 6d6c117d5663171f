// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace purser {

//! Keeps the mouse wheel from changing what has not been chosen: over a combo box or a spin box
//! without the focus it scrolls what is behind. It watches over the whole application, as long as
//! it lives, so that no later field can forget it.
class WheelGuard final : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace purser
