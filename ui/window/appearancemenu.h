// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/settings.h"

#include <QMenu>

namespace purser {

//! Which colours the windows have: applied when it is chosen, and at the start.
class AppearanceMenu : public QMenu {
    Q_OBJECT

public:
    explicit AppearanceMenu(const QString &settingsPath, QWidget *parent = nullptr);

private:
    void choose(Appearance appearance);

    Settings m_settings;
};

} // namespace purser
