// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/changerules.h"

#include "sandbox/decimalrules.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

QString mayNotBeNull()
{
    return u"This field may not be null."_s;
}

Expected<Balance, QString> balanceFrom(const QJsonValue &value)
{
    if (value.isNull()) {
        return Unexpected{mayNotBeNull()};
    }
    return decimalFrom(value);
}

Expected<MaybeBalance, QString> maybeBalanceFrom(const QJsonValue &value)
{
    if (value.isNull()) {
        return MaybeBalance();
    }
    const auto balance = decimalFrom(value);
    if (!balance) {
        return Unexpected{balance.error()};
    }
    return MaybeBalance(*balance);
}

//! A time without an offset is taken in the service's own zone, which is how such a mistake
//! shows: the reply holds another instant than a client in another zone meant.
Expected<Expiry, ExpiryProblem> expiryInServiceZone(const QString &text)
{
    const auto wall = Expiry::fromIso8601(text + u'Z');
    const QTimeZone zone("Europe/Paris");
    if (!wall || !zone.isValid()) {
        return wall;
    }
    const QDateTime utc = wall->toUtc();
    const qint64 offset = QDateTime(utc.date(), utc.time(), zone).offsetFromUtc();
    return Expiry::fromMicroseconds(wall->microseconds() - offset * 1'000'000);
}

Expected<Expiry, QString> expiryFrom(const QJsonValue &value)
{
    if (value.isNull()) {
        return Expiry::never();
    }
    const QString text = value.toString();
    auto expiry = Expiry::fromIso8601(text);
    if (!expiry && expiry.error() == ExpiryProblem::NoOffset) {
        expiry = expiryInServiceZone(text);
    }
    if (!expiry) {
        return Unexpected{u"Datetime has wrong format. Use one of these formats instead: "
                          "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."_s};
    }
    return *expiry;
}

Expected<bool, QString> booleanFrom(const QJsonValue &value)
{
    if (value.isNull()) {
        return Unexpected{mayNotBeNull()};
    }
    if (value.isBool()) {
        return value.toBool();
    }
    // What the framework also takes for one.
    const QString text = value.toVariant().toString().toLower();
    if (QStringList{u"t"_s, u"y"_s, u"yes"_s, u"true"_s, u"on"_s, u"1"_s}.contains(text)) {
        return true;
    }
    if (QStringList{u"f"_s, u"n"_s, u"no"_s, u"false"_s, u"off"_s, u"0"_s}.contains(text)) {
        return false;
    }
    return Unexpected{u"Must be a valid boolean."_s};
}

Expected<QString, QString> periodFrom(const QJsonValue &value)
{
    if (value.isNull()) {
        return Unexpected{mayNotBeNull()};
    }
    const QString text = value.toVariant().toString();
    if (!value.isString() || !resetPeriods().contains(text)) {
        return Unexpected{u"\"%1\" is not a valid choice."_s.arg(text)};
    }
    return text;
}

//! Takes a field of the body into the change, or its message into the errors.
template <typename T>
void take(const QJsonObject &body, QLatin1StringView name,
          Expected<T, QString> (*parse)(const QJsonValue &), std::optional<T> &field,
          QJsonObject &errors)
{
    const auto found = body.constFind(name);
    if (found == body.constEnd()) {
        return;
    }
    const auto value = parse(*found);
    if (value) {
        field = *value;
    } else {
        errors.insert(name, QJsonArray{value.error()});
    }
}

} // namespace

const QStringList &resetPeriods()
{
    static const QStringList periods{u"none"_s, u"daily"_s, u"weekly"_s, u"monthly"_s};
    return periods;
}

Expected<Change, QJsonObject> changeFrom(const QJsonObject &body)
{
    Change change;
    QJsonObject errors;
    take(body, "balance"_L1, balanceFrom, change.balance, errors);
    take(body, "expire_time"_L1, expiryFrom, change.expiry, errors);
    take(body, "active_balance"_L1, booleanFrom, change.activeBalance, errors);
    take(body, "balance_reset_period"_L1, periodFrom, change.resetPeriod, errors);
    take(body, "balance_reset_amount"_L1, maybeBalanceFrom, change.resetAmount, errors);
    if (!errors.isEmpty()) {
        return Unexpected{errors};
    }
    return change;
}

} // namespace purser::sandbox
