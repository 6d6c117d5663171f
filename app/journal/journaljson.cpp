// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journaljson.h"

#include "domain/exacttext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto NameKey = "name"_L1;
constexpr auto TypeKey = "token_type"_L1;
constexpr auto BalanceKey = "balance"_L1;
constexpr auto ExpiryKey = "expire_time"_L1;
constexpr auto ActiveBalanceKey = "active_balance"_L1;
constexpr auto ResetPeriodKey = "balance_reset_period"_L1;
constexpr auto ResetAmountKey = "balance_reset_amount"_L1;

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

template <typename Value>
void write(QJsonObject &object, QLatin1StringView key, const std::optional<Value> &value)
{
    if (value) {
        object.insert(key, toJson(*value));
    }
}

std::optional<MaybeBalance> readBalance(const QJsonValue &value)
{
    if (value.isNull()) {
        return MaybeBalance();
    }
    if (!value.isDouble()) {
        return std::nullopt;
    }
    const auto balance = Balance::fromServiceNumber(value.toDouble());
    if (!balance) {
        return std::nullopt;
    }
    return MaybeBalance(*balance);
}

std::optional<Expiry> readExpiry(const QJsonValue &value)
{
    if (value.isNull()) {
        return Expiry::never();
    }
    const auto expiry = Expiry::fromIso8601(value.toString());
    return expiry ? std::optional(*expiry) : std::nullopt;
}

std::optional<bool> readBool(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

//! What both a token and a patch have.
template <typename Fields>
void readShared(const QJsonObject &object, Fields &fields)
{
    fields.expiry = readExpiry(object.value(ExpiryKey));
    fields.activeBalance = readBool(object.value(ActiveBalanceKey));
    fields.resetPeriod = resetPeriodFromText(object.value(ResetPeriodKey).toString());
    fields.resetAmount = readBalance(object.value(ResetAmountKey));
}

template <typename Fields>
void writeShared(QJsonObject &object, const Fields &fields)
{
    write(object, ExpiryKey, fields.expiry);
    write(object, ActiveBalanceKey, fields.activeBalance);
    write(object, ResetPeriodKey, fields.resetPeriod);
    write(object, ResetAmountKey, fields.resetAmount);
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
    QJsonObject object{{NameKey, token.name}, {TypeKey, token.typeText}};
    write(object, BalanceKey, token.balance);
    writeShared(object, token);
    return object;
}

QJsonObject journalObject(const TokenPatch &patch)
{
    QJsonObject object;
    if (patch.balance) {
        object.insert(BalanceKey, toJson(MaybeBalance(*patch.balance)));
    }
    writeShared(object, patch);
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
    token.name = object->value(NameKey).toString();
    token.typeText = object->value(TypeKey).toString();
    token.type = tokenTypeFromText(token.typeText);
    token.balance = readBalance(object->value(BalanceKey));
    readShared(*object, token);
    return token;
}

std::optional<TokenPatch> patchFromJournal(const QString &json)
{
    const auto object = objectOf(json);
    if (!object) {
        return std::nullopt;
    }
    TokenPatch patch;
    // A patch can't ask for "no balance": null is unreadable here.
    patch.balance = readBalance(object->value(BalanceKey)).value_or(MaybeBalance());
    readShared(*object, patch);
    return patch;
}

} // namespace purser
