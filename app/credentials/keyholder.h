// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace purser {

//! Whose a JWT or key is, for as long as the program runs.
struct KeyHolder {
    QString customer; //!< see Bearer::customer()
    QByteArray keyHash; //!< tells two keys apart; written down nowhere
};

} // namespace purser
