// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

namespace purser {

// The keys and values of an INI file as QSettings writes them (Qt 6, qsettings.cpp). Its own
// types of values, such as a size, are read as the text that stands for them.

QString decodedKey(QByteArrayView text);
QByteArray encodedKey(const QString &key);

//! A QString, a QStringList, a QByteArray; invalid for @Invalid().
QVariant decodedValue(QByteArrayView text);
QByteArray encodedValue(const QVariant &value);

} // namespace purser
