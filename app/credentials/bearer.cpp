// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/bearer.h"

#include <QCryptographicHash>
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

//! What a JWT says of itself; empty for what is none.
QJsonObject claimsOf(const QByteArray &bytes)
{
    const auto parts = bytes.split('.');
    if (parts.size() != 3) {
        return {};
    }
    return QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1),
                                                          QByteArray::Base64UrlEncoding
                                                              | QByteArray::OmitTrailingEquals))
        .object();
}

//! A claim that names somebody: some services write a number as text, and then as a number.
QString textOf(const QJsonValue &claim)
{
    if (!claim.isDouble()) {
        return claim.toString();
    }
    const double number = claim.toDouble();
    const qint64 whole = claim.toInteger();
    return static_cast<double>(whole) == number ? QString::number(whole)
                                                : QString::number(number, 'g', 17);
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
    const QJsonValue exp = claimsOf(m_bytes).value("exp"_L1);
    // Year 9999 bounds what a date can show; a number beyond it is no hint.
    if (!exp.isDouble() || exp.toDouble() <= 0 || exp.toDouble() > 253402300799.0) {
        return std::nullopt;
    }
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(exp.toDouble()), Qt::UTC);
}

QString Bearer::customer() const
{
    const QJsonObject claims = claimsOf(m_bytes);
    for (const auto claim : {"sub"_L1, "user_id"_L1}) {
        const QString who = textOf(claims.value(claim));
        if (!who.isEmpty()) {
            // Of this use alone: it is nobody else's hash of the same claim.
            const QString text = "Purser customer\n"_L1 + claim + u'\n' + who;
            return QString::fromLatin1(
                QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256)
                    .first(16)
                    .toHex());
        }
    }
    return {};
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
