// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journaljson.h"

#include "domain/exacttext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto JournalNameKey = "name"_L1;
constexpr auto JournalTypeKey = "token_type"_L1;
QJsonValue toJson(Balance balance)
{
    return balance.toDouble();
}

QJsonValue toJson(const MaybeBalance &balance)
{
    return balance ? QJsonValue(balance->toDouble()) : QJsonValue(QJsonValue::Null);
}

QJsonValue toJson(const Expiry &expiry)
{
    return expiry.isNever() ? QJsonValue(QJsonValue::Null) : QJsonValue(expiry.toIso8601());
}

QJsonValue toJson(bool value)
{
    return value;
}

QJsonValue toJson(ResetPeriod period)
{
    return resetPeriodText(period);
}

// What can't be read is left as it is: not stated.

void read(const QJsonValue &value, std::optional<MaybeBalance> &balance)
{
    if (value.isNull()) {
        balance = MaybeBalance();
    } else if (value.isDouble()) {
        if (const auto number = Balance::fromServiceNumber(value.toDouble())) {
            balance = MaybeBalance(*number);
        }
    }
}

//! A patch can't ask for "no balance": null is unreadable there.
void read(const QJsonValue &value, std::optional<Balance> &balance)
{
    std::optional<MaybeBalance> stated;
    read(value, stated);
    balance = stated.value_or(MaybeBalance());
}

void read(const QJsonValue &value, std::optional<Expiry> &expiry)
{
    if (value.isNull()) {
        expiry = Expiry::never();
    } else if (const auto time = Expiry::fromIso8601(value.toString())) {
        expiry = *time;
    }
}

void read(const QJsonValue &value, std::optional<bool> &flag)
{
    if (value.isBool()) {
        flag = value.toBool();
    }
}

void read(const QJsonValue &value, std::optional<ResetPeriod> &period)
{
    period = resetPeriodFromText(value.toString());
}

template <typename Value>
void insert(QJsonObject &object, Field field, const std::optional<Value> &value)
{
    if (value) {
        object.insert(namesOf(field).wire, toJson(*value));
    }
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QJsonObject> objectOf(const QString &json)
{
    const auto value = jsonFromUtf8(json.toUtf8());
    return value && value->isObject() ? std::optional(value->toObject()) : std::nullopt;
}

} // namespace

QJsonObject journalObject(const Token &token)
{
    QJsonObject object{{JournalNameKey, token.name}, {JournalTypeKey, token.typeText}};
    visitFields([&](Field field, auto inToken, auto /*inPatch*/) {
        insert(object, field, token.*inToken);
    });
    return object;
}

QJsonObject journalObject(const TokenPatch &patch)
{
    QJsonObject object;
    visitFields([&](Field field, auto /*inToken*/, auto inPatch) {
        insert(object, field, patch.*inPatch);
    });
    return object;
}

QString journalJson(const Token &token)
{
    return compact(journalObject(token));
}

QString journalJson(const TokenPatch &patch)
{
    return compact(journalObject(patch));
}

std::optional<Token> tokenFromJournal(const QString &json)
{
    const auto object = objectOf(json);
    if (!object) {
        return std::nullopt;
    }
    Token token;
    token.name = object->value(JournalNameKey).toString();
    token.typeText = object->value(JournalTypeKey).toString();
    token.type = tokenTypeFromText(token.typeText);
    visitFields([&](Field field, auto inToken, auto /*inPatch*/) {
        read(object->value(namesOf(field).wire), token.*inToken);
    });
    return token;
}

std::optional<TokenPatch> patchFromJournal(const QString &json)
{
    const auto object = objectOf(json);
    if (!object) {
        return std::nullopt;
    }
    TokenPatch patch;
    visitFields([&](Field field, auto /*inToken*/, auto inPatch) {
        read(object->value(namesOf(field).wire), patch.*inPatch);
    });
    return patch;
}

} // namespace purser
