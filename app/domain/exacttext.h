// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace purser {

//! The text that is written in UTF-8 here, each character of it. QString::fromUtf8 drops a byte
//! order mark at the start, which makes one name of two. Nothing where it is not valid UTF-8.
std::optional<QString> textFromUtf8(QByteArrayView bytes);

//! Why bytes are not taken as JSON.
struct JsonProblem {
    QString detail; //!< technical: the parser's words
    int offset = 0; //!< in bytes, where it was seen
    bool isTooLarge = false; //!< too many values, or nested too deep; it may well be JSON

    friend bool operator==(const JsonProblem &, const JsonProblem &) = default;
};

//! A value may take a hundred times the memory of its one byte, so it is the values that are
//! counted: so many take at most about 20 MB.
inline constexpr qsizetype StandardJsonValues = 100'000;
//! How deep arrays and objects may be nested: indented for people, each level takes four
//! characters more of every line.
inline constexpr int MaximumJsonDepth = 64;

//! JSON of any kind (RFC 8259; QJsonDocument by itself takes objects and arrays only), every text
//! in it as it is: Qt's parser drops a byte order mark at the start of each. A mark before the
//! whole is passed over. Where there are more values than maximum, or they are nested deeper than
//! MaximumJsonDepth, nothing is parsed.
Expected<QJsonValue, JsonProblem> jsonFromUtf8(const QByteArray &bytes,
                                               qsizetype maximum = StandardJsonValues);

} // namespace purser
