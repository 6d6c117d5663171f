// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorbody.h"

#include "api/secretfields.h"
#include "credentials/secretlike.h"
#include "domain/exacttext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int MaximumFields = 20;
constexpr int MaximumMessages = 5;
constexpr int MaximumDepth = 6;
constexpr int MaximumMessageLength = 1000;

bool speaksOfTheWhole(const QString &key)
{
    static const QStringList keys{u"detail"_s, u"details"_s, u"message"_s, u"non_field_errors"_s,
                                  u"error_description"_s};
    return keys.contains(key);
}

//! Beside the words: what kind of error it is, in the service's own terms.
bool isLabel(const QString &key)
{
    static const QStringList keys{u"code"_s, u"type"_s, u"status"_s, u"status_code"_s};
    return keys.contains(key);
}

class BodyReader {
public:
    explicit BodyReader(const Bearer &bearer) : m_bearer(bearer) { }

    void readObject(const QJsonObject &object, int depth = 0);
    void addMessage(const QJsonValue &value);
    [[nodiscard]] ErrorBody result() const { return m_result; }

private:
    void gatherTexts(const QJsonValue &value, QStringList &texts, int depth = 0) const;
    void addFieldMessages(const QString &key, const QJsonValue &value);

    const Bearer &m_bearer;
    ErrorBody m_result{true, {}, {}};
};

//! Every text in a value, in order, a few at most.
void BodyReader::gatherTexts(const QJsonValue &value, QStringList &texts, int depth) const
{
    if (texts.size() >= MaximumMessages || depth > MaximumDepth) {
        return;
    }
    if (value.isString()) {
        if (const QString text = shownText(value.toString(), m_bearer); !text.isEmpty()) {
            texts.append(text);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            gatherTexts(item, texts, depth + 1);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &item : object) {
            gatherTexts(item, texts, depth + 1);
        }
    }
}

void BodyReader::addMessage(const QJsonValue &value)
{
    QStringList texts;
    gatherTexts(value, texts);
    QString &message = m_result.message;
    for (const QString &text : texts) {
        if (message.contains(text) || message.size() + text.size() > MaximumMessageLength) {
            continue;
        }
        if (!message.isEmpty()) {
            message += message.back().isPunct() ? u" "_s : u". "_s;
        }
        message += text;
    }
}

void BodyReader::addFieldMessages(const QString &key, const QJsonValue &value)
{
    if (m_result.fieldMessages.size() >= MaximumFields) {
        return;
    }
    QStringList texts;
    gatherTexts(value, texts);
    if (!texts.isEmpty()) {
        m_result.fieldMessages[shownText(key, m_bearer, 60)] += texts;
    }
}

void BodyReader::readObject(const QJsonObject &object, int depth)
{
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        const QString key = field.key();
        if (isLabel(key)) {
            continue;
        }
        // {"error": {"type": ..., "message": {...}}}: the same shapes, one level down.
        const bool wraps = key == "error"_L1 || key == "errors"_L1 || speaksOfTheWhole(key);
        if (wraps && field->isObject() && depth < MaximumDepth) {
            readObject(field->toObject(), depth + 1);
        } else if (wraps) {
            addMessage(*field);
        } else if (key == "messages"_L1 && field->isArray()) {
            const QJsonArray messages = field->toArray();
            for (const QJsonValue &message : messages) {
                addMessage(message.isObject() ? message.toObject().value("message"_L1) : message);
            }
        } else {
            addFieldMessages(key, *field);
        }
    }
}

//! A header's time, such as "Wed, 21 Oct 2015 07:28:00 GMT": the one form of RFC 9110 that is
//! still sent. Qt's RFC 2822 reader doesn't know "GMT".
QDateTime httpDate(const QByteArray &text)
{
    const auto time = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                              u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    return time.isValid() ? QDateTime(time.date(), time.time(), QTimeZone::utc()) : time;
}

} // namespace

bool isJson(const QByteArray &body)
{
    const auto value = jsonFromUtf8(body);
    return value || value.error().isTooLarge;
}

ErrorBody errorBodyFrom(const QByteArray &body, const Bearer &bearer)
{
    const auto value = jsonFromUtf8(body);
    if (!value) {
        return {value.error().isTooLarge, {}, {}}; // no page of a gateway's, and no words either
    }
    BodyReader reader(bearer);
    const QJsonValue clean = withoutSecrets(*value);
    if (clean.isObject()) {
        reader.readObject(clean.toObject());
    } else {
        reader.addMessage(clean);
    }
    return reader.result();
}

std::optional<std::chrono::seconds> retryWait(const QByteArray &retryAfter, const QByteArray &date,
                                              const QString &message)
{
    constexpr qint64 Longest = 24 * 60 * 60; // beyond a day it is no wait but a mistake
    const QByteArray stated = retryAfter.trimmed();
    bool isNumber = false;
    const qint64 seconds = stated.toLongLong(&isNumber);
    if (isNumber && seconds >= 0) {
        return std::chrono::seconds(qMin(seconds, Longest));
    }
    if (!stated.isEmpty()) {
        const auto until = httpDate(stated);
        const auto since = httpDate(date);
        if (until.isValid()) {
            const auto from = since.isValid() ? since : QDateTime::currentDateTimeUtc();
            return std::chrono::seconds(qBound<qint64>(0, from.secsTo(until), Longest));
        }
    }
    static const QRegularExpression available(u"available in ([0-9]{1,6}) second"_s);
    if (const auto match = available.match(message); match.hasMatch()) {
        return std::chrono::seconds(qMin(match.captured(1).toLongLong(), Longest));
    }
    return std::nullopt;
}

QString shownText(const QString &text, const Bearer &bearer, qsizetype maximum)
{
    QString clean;
    clean.reserve(text.size());
    const auto characters = text.toUcs4();
    for (const char32_t c : characters) {
        const auto category = QChar::category(c);
        if (category == QChar::Other_Format) {
            continue; // direction marks and the like could make a text read as another one
        }
        if (category == QChar::Other_Control || QChar::isSpace(c)) {
            clean += u' ';
        } else {
            clean += QChar::fromUcs4(c);
        }
    }
    clean = withoutSecretForms(bearer.redacted(clean.simplified()));
    if (clean.size() <= maximum) {
        return clean;
    }
    clean.truncate(clean.at(maximum - 2).isHighSurrogate() ? maximum - 2 : maximum - 1);
    return clean + u'\u2026';
}

} // namespace purser
