// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/secretfields.h"

#include "credentials/secretlike.h"
#include "domain/exacttext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using Words = QSet<QString>;

//! These say it alone, wherever they stand in a name.
const Words &secretWords()
{
    static const Words words{
        u"secret"_s,         u"password"_s,   u"passwd"_s, u"pwd"_s,    u"passphrase"_s,
        u"passcode"_s,       u"credential"_s, u"cred"_s,   u"auth"_s,   u"authorization"_s,
        u"authentication"_s, u"bearer"_s,     u"jwt"_s,    u"cookie"_s, u"session"_s,
        u"sessionid"_s,      u"otp"_s,        u"totp"_s,   u"pin"_s,    u"pem"_s,
        u"mnemonic"_s};
    return words;
}

//! These do as a name's last word: key_id is none, and neither is token_class.
const Words &keyWords()
{
    static const Words words{u"key"_s, u"token"_s, u"pass"_s};
    return words;
}

//! A key word followed by one of these is as good as last.
const Words &contentWords()
{
    static const Words words{u"value"_s, u"string"_s,    u"text"_s,   u"raw"_s,
                             u"plain"_s, u"plaintext"_s, u"clear"_s,  u"cleartext"_s,
                             u"full"_s,  u"material"_s,  u"data"_s,   u"byte"_s,
                             u"hash"_s,  u"content"_s,   u"base64"_s, u"b64"_s,
                             u"hex"_s,   u"pair"_s,      u"header"_s, u"body"_s};
    return words;
}

//! A name that ends so tells something about a secret.
const Words &tellingEnds()
{
    static const Words words{
        u"type"_s,     u"name"_s,    u"id"_s,      u"at"_s,         u"on"_s,          u"date"_s,
        u"time"_s,     u"expiry"_s,  u"expire"_s,  u"expires"_s,    u"expiration"_s,  u"count"_s,
        u"prefix"_s,   u"suffix"_s,  u"last4"_s,   u"last"_s,       u"masked"_s,      u"redacted"_s,
        u"hint"_s,     u"status"_s,  u"length"_s,  u"version"_s,    u"limit"_s,       u"label"_s,
        u"method"_s,   u"class"_s,   u"scope"_s,   u"algorithm"_s,  u"description"_s, u"enabled"_s,
        u"required"_s, u"created"_s, u"updated"_s, u"changed"_s,    u"rotated"_s,     u"used"_s,
        u"preview"_s,  u"set"_s,     u"revoked"_s, u"fingerprint"_s};
    return words;
}

//! A name that begins so is a yes or no, a number, or shows a part.
const Words &tellingStarts()
{
    static const Words words{u"is"_s,   u"has"_s,   u"masked"_s,    u"redacted"_s, u"public"_s,
                             u"max"_s,  u"min"_s,   u"total"_s,     u"num"_s,      u"count"_s,
                             u"used"_s, u"limit"_s, u"remaining"_s, u"prompt"_s,   u"completion"_s};
    return words;
}

//! "APIKey2" is "api", "key": words are split where the case or the kind of character changes.
QStringList wordsOf(const QString &name)
{
    const QString text = name.normalized(QString::NormalizationForm_KC);
    QStringList words{QString()};
    QChar before;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.category() == QChar::Other_Format) {
            continue;
        }
        const bool lowerFollows = i + 1 < text.size() && text.at(i + 1).isLower();
        const bool begins = c.isUpper()
            && (before.isLower() || before.isDigit() || (before.isUpper() && lowerFollows));
        if (!c.isLetterOrNumber() || begins) {
            words.append(QString());
        }
        if (c.isLetterOrNumber()) {
            words.last() += c.toLower();
        }
        before = c;
    }
    for (QString &word : words) {
        static const Words numbered{u"last4"_s, u"b64"_s, u"base64"_s};
        while (!word.isEmpty() && word.back().isDigit() && !numbered.contains(word)) {
            word.chop(1);
        }
        if (word.size() > 3 && word.endsWith(u's') && !word.endsWith("ss"_L1)) {
            word.chop(1); // several of them are as secret as one
        }
    }
    words.removeIf([](const QString &word) { return word.isEmpty() || word == "v"_L1; });
    return words;
}

//! Words that were written together: "accesstoken", "userpassword", "sshkey".
bool endsSecretly(const QString &word)
{
    static const Words harmless{u"monkey"_s, u"turkey"_s,  u"donkey"_s, u"hockey"_s,
                                u"jockey"_s, u"whiskey"_s, u"hotkey"_s, u"turnkey"_s};
    static const QStringList ends{u"key"_s,    u"token"_s, u"password"_s,   u"passwd"_s,
                                  u"secret"_s, u"jwt"_s,   u"credential"_s, u"authorization"_s};
    return !harmless.contains(word)
        && std::any_of(ends.cbegin(), ends.cend(),
                       [&word](const QString &end) { return word.endsWith(end); });
}

bool judged(const QString &name)
{
    const QStringList words = wordsOf(name);
    if (words.isEmpty()) {
        return false;
    }
    const bool isSessionId = words.contains(u"session"_s) && words.last() == "id"_L1;
    if (!isSessionId
        && (tellingEnds().contains(words.last()) || tellingStarts().contains(words.first()))) {
        return false;
    }
    const auto isKey = [](const QString &word) {
        return keyWords().contains(word) || endsSecretly(word);
    };
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool endsHere = i + 1 == words.size() || contentWords().contains(words.at(i + 1));
        if (secretWords().contains(words.at(i)) || (endsHere && isKey(words.at(i)))) {
            return true;
        }
    }
    return false;
}

//! {"name": "api_key", "value": "..."}: what another field says is the value's name.
bool isNamedSecret(const QJsonObject &object)
{
    for (const auto name : {"name"_L1, "key"_L1, "header"_L1, "field"_L1}) {
        if (isSecretField(object.value(name).toString())) {
            return true;
        }
    }
    return false;
}

//! A text that is JSON itself is no place to hide.
QString textWithoutSecrets(const QString &text)
{
    if (text.startsWith(u'{') || text.startsWith(u'[')) {
        const auto json = jsonFromUtf8(text.toUtf8());
        const QJsonValue clean = json ? withoutSecrets(*json) : QJsonValue();
        if (json && clean != *json) {
            return QString::fromUtf8(
                clean.isObject() ? QJsonDocument(clean.toObject()).toJson(QJsonDocument::Compact)
                                 : QJsonDocument(clean.toArray()).toJson(QJsonDocument::Compact));
        }
    }
    return withoutSecretForms(text);
}

bool isNamedValue(const QString &name, bool isNamed)
{
    return isNamed && name == "value"_L1;
}

//! Looked for first: most replies hold none, and a list of 100,000 tokens is better not rebuilt.
bool holdsSecrets(const QJsonValue &value)
{
    if (value.isString()) {
        return textWithoutSecrets(value.toString()) != value.toString();
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.cbegin(), array.cend(), &holdsSecrets);
    }
    const QJsonObject object = value.toObject();
    const bool isNamed = object.contains("value"_L1) && isNamedSecret(object);
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        const QString name = field.key();
        if (isNamedValue(name, isNamed) || isSecretField(name) || withoutSecretForms(name) != name
            || holdsSecrets(*field)) {
            return true;
        }
    }
    return false;
}

QJsonValue cleaned(const QJsonValue &value)
{
    if (value.isString()) {
        return textWithoutSecrets(value.toString());
    }
    if (value.isArray()) {
        QJsonArray clean;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            clean.append(cleaned(item));
        }
        return clean;
    }
    if (!value.isObject()) {
        return value;
    }
    const QJsonObject object = value.toObject();
    const bool isNamed = object.contains("value"_L1) && isNamedSecret(object);
    QJsonObject clean;
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        const QString name = field.key();
        if (!isNamedValue(name, isNamed) && !isSecretField(name)) {
            clean.insert(withoutSecretForms(name), cleaned(*field));
        }
    }
    return clean;
}

} // namespace

bool isSecretField(const QString &name)
{
    // A list has the same few names a hundred thousand times.
    constexpr qsizetype MostRemembered = 1'000;
    thread_local QHash<QString, bool> remembered;
    if (const auto known = remembered.constFind(name); known != remembered.cend()) {
        return *known;
    }
    if (remembered.size() >= MostRemembered) {
        remembered.clear();
    }
    return *remembered.insert(name, judged(name));
}

QJsonValue withoutSecrets(const QJsonValue &value)
{
    return holdsSecrets(value) ? cleaned(value) : value;
}

} // namespace purser
