// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokenjson.h"

#include "api/secretfields.h"

#include <QJsonArray>
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

Expected<MaybeBalance, QString> balanceFromJson(const QJsonValue &value)
{
    if (value.isNull()) {
        return MaybeBalance();
    }
    if (!value.isDouble() && !value.isString()) {
        return Unexpected{u"balance is neither a number nor a decimal string"_s};
    }
    const auto balance = value.isDouble() ? Balance::fromServiceNumber(value.toDouble())
                                          : Balance::fromServiceText(value.toString());
    if (balance) {
        return MaybeBalance(*balance);
    }
    return Unexpected{balance.error() == BalanceProblem::Unreadable
                          ? u"balance is not a decimal number"_s
                          : u"balance is outside the open interval (-100000, 100000)"_s};
}

Expected<Expiry, QString> expiryFromJson(const QJsonValue &value)
{
    if (value.isNull()) {
        return Expiry::never();
    }
    if (!value.isString()) {
        return Unexpected{u"expire_time is neither a text nor null"_s};
    }
    const auto expiry = Expiry::fromIso8601(value.toString());
    if (expiry) {
        return *expiry;
    }
    return Unexpected{expiry.error() == ExpiryProblem::NoOffset
                          ? u"expire_time has no offset"_s
                          : u"expire_time is not an ISO 8601 time"_s};
}

//! The reset is no part of the contract: what can't be understood is shown as it came, like any
//! other field, and makes no reply malformed. True: the field was taken.
bool takeResetField(Token &token, const QString &name, const QJsonValue &value)
{
    if (name == ResetPeriodKey) {
        token.resetPeriod = resetPeriodFromText(value.toString());
        return token.resetPeriod.has_value();
    }
    if (name == ResetAmountKey) {
        if (const auto amount = balanceFromJson(value)) {
            token.resetAmount = *amount;
        }
        return token.resetAmount.has_value();
    }
    return false;
}

OtherField otherField(const QString &name, const QJsonValue &value)
{
    if (value.isString()) {
        return {name, value.toString()};
    }
    QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return {name, QString::fromUtf8(json.mid(1, json.size() - 2))};
}

} // namespace

QByteArray patchToJson(const TokenPatch &patch)
{
    QJsonObject object;
    if (patch.balance) {
        object.insert(BalanceKey, patch.balance->toDouble());
    }
    if (patch.expiry) {
        object.insert(ExpiryKey,
                      patch.expiry->isNever() ? QJsonValue(QJsonValue::Null)
                                              : QJsonValue(patch.expiry->toIso8601()));
    }
    if (patch.activeBalance) {
        object.insert(ActiveBalanceKey, *patch.activeBalance);
    }
    if (patch.resetPeriod) {
        object.insert(ResetPeriodKey, resetPeriodText(*patch.resetPeriod));
    }
    if (patch.resetAmount) {
        object.insert(ResetAmountKey,
                      *patch.resetAmount ? QJsonValue((*patch.resetAmount)->toDouble())
                                         : QJsonValue(QJsonValue::Null));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Expected<Token, QString> tokenFromJson(const QJsonValue &value)
{
    if (!value.isObject()) {
        return Unexpected{u"the reply is not a JSON object"_s};
    }
    const QJsonObject object = withoutSecrets(value).toObject();
    if (!object.value(NameKey).isString()) {
        return Unexpected{u"name is missing or not a text"_s};
    }
    if (!object.value(TypeKey).isString()) {
        return Unexpected{u"token_type is missing or not a text"_s};
    }
    Token token;
    token.name = value.toObject().value(NameKey).toString(); // what it is called by, to the letter
    token.typeText = object.value(TypeKey).toString();
    token.type = tokenTypeFromText(token.typeText);
    if (const auto field = object.constFind(BalanceKey); field != object.constEnd()) {
        const auto balance = balanceFromJson(*field);
        if (!balance) {
            return Unexpected{balance.error()};
        }
        token.balance = *balance;
    }
    if (const auto field = object.constFind(ExpiryKey); field != object.constEnd()) {
        const auto expiry = expiryFromJson(*field);
        if (!expiry) {
            return Unexpected{expiry.error()};
        }
        token.expiry = *expiry;
    }
    if (const auto field = object.constFind(ActiveBalanceKey); field != object.constEnd()) {
        if (!field->isBool()) {
            return Unexpected{u"active_balance is not a boolean"_s};
        }
        token.activeBalance = field->toBool();
    }
    static const QStringList ownKeys{NameKey, TypeKey, BalanceKey, ExpiryKey, ActiveBalanceKey};
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        if (!ownKeys.contains(field.key()) && !takeResetField(token, field.key(), *field)) {
            token.otherFields.append(otherField(field.key(), *field));
        }
    }
    return token;
}

QString indentedJson(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace purser
