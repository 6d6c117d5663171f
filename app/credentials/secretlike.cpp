// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/secretlike.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! A secret's place in a text.
struct Place {
    qsizetype start;
    qsizetype length;
    bool isJwt;
};

//! Base64url of a JSON object's beginning: a brace and a quote, or white space between them. Half a
//! JWT counts as well. What follows goes with it, as far as it could be a bearer token: a part of
//! one that is left over would not be known as such any more.
const QRegularExpression &jwtForm()
{
    static const QRegularExpression form(
        u"(?:eyJ|eyA|ewo|ewk|ew0K)[A-Za-z0-9_-]{9,}[A-Za-z0-9._~+/=-]*"_s);
    return form;
}

const QRegularExpression &headerForm()
{
    static const QRegularExpression form(
        u"(?<![A-Za-z0-9])(?:bearer|authorization *: *[a-z]+)[ :=]+"
        "(?<secret>[A-Za-z0-9._~+/=-]{8,})"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form;
}

//! Keys of this service and its kin say what they are by their first letters.
const QRegularExpression &keyForm()
{
    static const QRegularExpression form(
        u"(?<![A-Za-z0-9])(?<secret>(?:sk|mgmt)[-_][A-Za-z0-9_-]{12,}[A-Za-z0-9._~+/=-]*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form;
}

//! Most texts have none of these, and are many.
bool mayHoldSecret(const QString &text)
{
    constexpr qsizetype Shortest = 12;
    return text.size() >= Shortest
        && (text.contains("ey"_L1) || text.contains("ew"_L1)
            || text.contains("sk"_L1, Qt::CaseInsensitive)
            || text.contains("mgmt"_L1, Qt::CaseInsensitive)
            || text.contains("bearer"_L1, Qt::CaseInsensitive)
            || text.contains("authorization"_L1, Qt::CaseInsensitive));
}

//! No words of a language, and no date: letters and digits mixed, or a run that goes on and on.
bool isRandom(QStringView text)
{
    constexpr qsizetype LongestWord = 15;
    constexpr qsizetype LongestMixed = 9;
    qsizetype letters = 0;
    qsizetype digits = 0;
    for (const QChar c : text) {
        if (!c.isLetterOrNumber()) {
            letters = digits = 0;
            continue;
        }
        ++(c.isDigit() ? digits : letters);
        const qsizetype run = letters + digits;
        if (run > LongestWord || (run > LongestMixed && letters > 0 && digits > 0)) {
            return true;
        }
    }
    return false;
}

bool beginsLikeJson(QStringView jwt)
{
    const QByteArray beginning =
        QByteArray::fromBase64(jwt.left(12).toLatin1(), QByteArray::Base64UrlEncoding);
    return beginning.startsWith('{') && beginning.mid(1).trimmed().startsWith('"');
}

QString withoutInvisible(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return text;
}

void findJwts(const QString &text, QList<Place> &found)
{
    for (auto matches = jwtForm().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (beginsLikeJson(match.capturedView())) {
            found.append({match.capturedStart(), match.capturedLength(), true});
        }
    }
}

//! The form alone would take words for secrets.
void findRandom(const QString &text, const QRegularExpression &form, QList<Place> &found)
{
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QStringView secret = match.capturedView(u"secret"_s);
        const bool hasDigitAndDot = secret.contains(u'.')
            && std::any_of(secret.cbegin(), secret.cend(), [](QChar c) { return c.isDigit(); });
        if (hasDigitAndDot || isRandom(secret)) {
            found.append({match.capturedStart(u"secret"_s), secret.size(), false});
        }
    }
}

//! In the order of the text.
QList<Place> secretsIn(const QString &text)
{
    QList<Place> found;
    if (mayHoldSecret(text)) {
        findJwts(text, found);
        findRandom(text, headerForm(), found);
        findRandom(text, keyForm(), found);
        std::stable_sort(found.begin(), found.end(),
                         [](const Place &a, const Place &b) { return a.start < b.start; });
    }
    return found;
}

//! Nothing but an Authorization header's value, of words or not.
bool isHeaderValue(const QString &text)
{
    const auto match = headerForm().match(text.trimmed());
    return match.hasMatch() && match.capturedLength() == text.trimmed().size();
}

} // namespace

bool looksLikeSecret(const QString &text)
{
    const QString visible = withoutInvisible(text);
    return isHeaderValue(visible) || !secretsIn(visible).isEmpty();
}

bool looksLikeJwt(const QString &text)
{
    QList<Place> found;
    findJwts(withoutInvisible(text), found);
    return !found.isEmpty();
}

bool holdsSecret(const QString &text, const Bearer &bearer)
{
    const QString visible = withoutInvisible(text);
    return bearer.redacted(visible) != visible;
}

QString withoutSecretForms(const QString &text)
{
    QString clean;
    qsizetype done = 0;
    const auto secrets = secretsIn(text);
    for (const Place &secret : secrets) {
        if (secret.start >= done) {
            clean +=
                text.mid(done, secret.start - done) + (secret.isJwt ? "[JWT]"_L1 : "[secret]"_L1);
        }
        done = qMax(done, secret.start + secret.length);
    }
    return clean + text.mid(done);
}

} // namespace purser
