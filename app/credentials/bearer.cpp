// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/bearer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

bool isBearerCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("._~+/=-").contains(c);
}

} // namespace

Expected<Bearer, BearerProblem> Bearer::fromText(const QString &text)
{
    QString trimmed = text.trimmed();
    constexpr auto Scheme = "Bearer"_L1;
    if (trimmed.compare(Scheme, Qt::CaseInsensitive) == 0) {
        return Unexpected{BearerProblem::Empty}; // the scheme of a header, without what follows
    }
    if (trimmed.startsWith(Scheme + u' ', Qt::CaseInsensitive)) {
        trimmed = trimmed.mid(Scheme.size()).trimmed();
    }
    return fromBytes(trimmed.toUtf8());
}

Expected<Bearer, BearerProblem> Bearer::fromBytes(QByteArray bytes)
{
    if (bytes.isEmpty()) {
        return Unexpected{BearerProblem::Empty};
    }
    if (bytes.size() > MaximumLength) {
        return Unexpected{BearerProblem::TooLong};
    }
    if (!std::all_of(bytes.cbegin(), bytes.cend(), isBearerCharacter)) {
        return Unexpected{BearerProblem::ForbiddenCharacter};
    }
    return Bearer(std::move(bytes));
}

Bearer::~Bearer()
{
    if (!m_bytes.isEmpty() && m_bytes.isDetached()) {
        volatile char *byte = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            byte[i] = 0;
        }
    }
}

std::optional<QDateTime> Bearer::expiresAt() const
{
    const auto parts = m_bytes.split('.');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    const QByteArray payload = QByteArray::fromBase64(
        parts.at(1), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonValue exp = QJsonDocument::fromJson(payload).object().value("exp"_L1);
    // Year 9999 bounds what a date can show; a number beyond it is no hint.
    if (!exp.isDouble() || exp.toDouble() <= 0 || exp.toDouble() > 253402300799.0) {
        return std::nullopt;
    }
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(exp.toDouble()), Qt::UTC);
}

QString Bearer::redacted(const QString &text) const
{
    constexpr int ShortestTellingWhole = 6; // shorter ones are words that mean other things
    constexpr int ShortestTellingPart = 12;
    const QString mark = u"[JWT]"_s;
    QString clean = text;
    if (m_bytes.size() >= ShortestTellingWhole) {
        clean.replace(QString::fromLatin1(m_bytes), mark);
    }
    const auto parts = m_bytes.split('.');
    for (const QByteArray &part : parts) {
        if (part.size() >= ShortestTellingPart) {
            clean.replace(QString::fromLatin1(part), mark);
        }
    }
    return clean;
}

} // namespace purser
