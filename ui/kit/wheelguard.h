// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace purser {

//! Keeps the mouse wheel from changing anything: over a combo box or a spin box it scrolls what is
//! behind, focus or not, for the window itself puts the focus into a field. It watches over the
//! whole application, as long as it lives, so that no later field can forget it.
class WheelGuard final : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace purser
