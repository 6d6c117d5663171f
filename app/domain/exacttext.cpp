// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/exacttext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr QByteArrayView Mark = "\xEF\xBB\xBF";

//! What a parser would make of JSON, found out without one.
struct Extent {
    qsizetype values = 1; //!< keys don't count on their own: each stands before a value
    int depth = 0; //!< of the deepest
};

Extent extentOf(const QByteArray &json)
{
    Extent extent;
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inText) {
            i += c == '\\' ? 1 : 0; // whatever follows it doesn't end the text
            inText = c != '"';
            continue;
        }
        const bool opens = c == '[' || c == '{';
        inText = c == '"';
        extent.values += opens || c == ',' ? 1 : 0;
        depth += opens ? 1 : (c == ']' || c == '}' ? -1 : 0);
        extent.depth = qMax(extent.depth, depth);
    }
    return extent;
}

//! Escaped, a mark is a character like any other.
QByteArray withEscapedMarks(QByteArray json)
{
    if (json.startsWith(Mark)) {
        json.remove(0, Mark.size());
    }
    return json.replace(Mark, "\\ufeff");
}

} // namespace

std::optional<QString> textFromUtf8(QByteArrayView bytes)
{
    using Flag = QStringDecoder::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

Expected<QJsonValue, JsonProblem> jsonFromUtf8(const QByteArray &bytes, qsizetype maximum)
{
    const Extent extent = extentOf(bytes);
    if (extent.values > maximum || extent.depth > MaximumJsonDepth) {
        return Unexpected{JsonProblem{
            extent.values > maximum ? u"too many values"_s : u"nested too deep"_s, 0, true}};
    }
    const QByteArray json = withEscapedMarks(bytes);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::NoError) {
        return document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    }
    const auto wrapped = QJsonDocument::fromJson('[' + json + ']', &error).array();
    if (error.error != QJsonParseError::NoError) {
        return Unexpected{JsonProblem{error.errorString(), qMax(0, error.offset - 1), false}};
    }
    if (wrapped.size() != 1) {
        return Unexpected{
            JsonProblem{wrapped.isEmpty() ? u"Expecting value"_s : u"Extra data"_s, 0, false}};
    }
    return wrapped.at(0);
}

} // namespace purser
