// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxjwt.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

constexpr qint64 LifetimeSeconds = 12 * 60 * 60;

QByteArray part(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray part(const QJsonObject &object)
{
    return part(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray noise()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    QByteArray bytes;
    for (const quint32 word : words) {
        bytes += QByteArray::number(word, 36);
    }
    return bytes;
}

} // namespace

QByteArray newJwt(const QDateTime &now)
{
    const qint64 seconds = now.toSecsSinceEpoch();
    const QJsonObject header{{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}};
    const QJsonObject claims{{u"sub"_s, u"sandbox"_s},
                             {u"type"_s, u"access"_s},
                             {u"jti"_s, QUuid::createUuid().toString(QUuid::Id128)},
                             {u"iat"_s, seconds},
                             {u"exp"_s, seconds + LifetimeSeconds}};
    return part(header) + '.' + part(claims) + '.' + part(noise());
}

} // namespace purser::sandbox
