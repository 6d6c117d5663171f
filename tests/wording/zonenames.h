// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace purser::test {

//! The same text with the system's own names for CET and CEST: Windows says "Romance Standard
//! Time".
inline QString withZoneNames(QString text)
{
    using namespace Qt::StringLiterals;
    const QTimeZone paris("Europe/Paris");
    const auto nameIn = [&](int month) {
        return u'(' + paris.abbreviation(QDateTime(QDate(2030, month, 1), QTime(12, 0), paris))
            + u',';
    };
    return text.replace("(CET,"_L1, nameIn(1)).replace("(CEST,"_L1, nameIn(7));
}

} // namespace purser::test
