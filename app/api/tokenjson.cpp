// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokenjson.h"

#include "api/secretfields.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto WireNameKey = "name"_L1;
constexpr auto WireTypeKey = "token_type"_L1;

// What is stated, taken from its JSON; the error says what is wrong, without the field's name.

using Problem = std::optional<QString>;

Problem take(const QJsonValue &value, std::optional<MaybeBalance> &balance)
{
    if (value.isNull()) {
        balance = MaybeBalance();
        return {};
    }
    if (!value.isDouble() && !value.isString()) {
        return u"is neither a number nor a decimal string"_s;
    }
    const auto number = value.isDouble() ? Balance::fromServiceNumber(value.toDouble())
                                         : Balance::fromServiceText(value.toString());
    if (number) {
        balance = MaybeBalance(*number);
        return {};
    }
    return number.error() == BalanceProblem::Unreadable
        ? u"is not a decimal number"_s
        : u"is outside the open interval (-100000, 100000)"_s;
}

Problem take(const QJsonValue &value, std::optional<Expiry> &expiry)
{
    if (value.isNull()) {
        expiry = Expiry::never();
        return {};
    }
    if (!value.isString()) {
        return u"is neither a text nor null"_s;
    }
    const auto time = Expiry::fromIso8601(value.toString());
    if (time) {
        expiry = *time;
        return {};
    }
    return time.error() == ExpiryProblem::NoOffset ? u"has no offset"_s
                                                   : u"is not an ISO 8601 time"_s;
}

Problem take(const QJsonValue &value, std::optional<bool> &flag)
{
    if (!value.isBool()) {
        return u"is not a boolean"_s;
    }
    flag = value.toBool();
    return {};
}

Problem take(const QJsonValue &value, std::optional<ResetPeriod> &period)
{
    period = resetPeriodFromText(value.toString());
    return period ? Problem() : u"is no known period"_s;
}

QJsonValue toWire(Balance balance)
{
    return balance.toDouble();
}

QJsonValue toWire(const MaybeBalance &balance)
{
    return balance ? QJsonValue(balance->toDouble()) : QJsonValue(QJsonValue::Null);
}

QJsonValue toWire(const Expiry &expiry)
{
    return expiry.isNever() ? QJsonValue(QJsonValue::Null) : QJsonValue(expiry.toIso8601());
}

QJsonValue toWire(bool flag)
{
    return flag;
}

QJsonValue toWire(ResetPeriod period)
{
    return resetPeriodText(period);
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
    visitFields([&](Field field, auto /*inToken*/, auto inPatch) {
        if (patch.*inPatch) {
            object.insert(namesOf(field).wire, toWire(*(patch.*inPatch)));
        }
    });
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Expected<Token, QString> tokenFromJson(const QJsonValue &value)
{
    if (!value.isObject()) {
        return Unexpected{u"the reply is not a JSON object"_s};
    }
    const QJsonObject object = withoutSecrets(value).toObject();
    if (!object.value(WireNameKey).isString()) {
        return Unexpected{u"name is missing or not a text"_s};
    }
    if (!object.value(WireTypeKey).isString()) {
        return Unexpected{u"token_type is missing or not a text"_s};
    }
    Token token;
    token.name =
        value.toObject().value(WireNameKey).toString(); // what it is called by, to the letter
    token.typeText = object.value(WireTypeKey).toString();
    token.type = tokenTypeFromText(token.typeText);
    Problem problem;
    QStringList taken{WireNameKey, WireTypeKey};
    visitFields([&](Field field, auto inToken, auto /*inPatch*/) {
        const QLatin1StringView name = namesOf(field).wire;
        const auto stated = object.constFind(name);
        if (problem || stated == object.constEnd()) {
            return;
        }
        const Problem its = take(*stated, token.*inToken);
        if (!its) {
            taken.append(name);
        } else if (namesOf(field).isOfContract) { // else it is shown as it came
            problem = name + u' ' + *its;
        }
    });
    if (problem) {
        return Unexpected{*problem};
    }
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        if (!taken.contains(field.key())) {
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
