// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace purser::wording {

//! What a report of a fault should name: a part of this program, or the system, and its version.
struct PartVersion {
    QString part;
    QString version;
    bool operator==(const PartVersion &) const = default;
};

//! Purser's own first. commit: of the sources that this program was built from; empty where they
//! know none.
QList<PartVersion> partVersions(const QString &commit);

//! The same as plain text, one part a line.
QString versionsText(const QList<PartVersion> &versions);

} // namespace purser::wording
