// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace purser {

//! A combo box whose accessible name is its own. On Unix Qt gives what is chosen for it, which
//! here is the accessible description.
class NamedComboBox final : public QComboBox {
    Q_OBJECT

public:
    explicit NamedComboBox(QWidget *parent = nullptr);
};

} // namespace purser
