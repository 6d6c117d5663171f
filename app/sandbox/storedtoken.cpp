// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/storedtoken.h"

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

//! With all nine places: "50.000000000".
QString withNinePlaces(Balance balance)
{
    const qint64 nanos = qAbs(balance.nanos());
    const QString text = QString::number(nanos / Balance::NanosPerCredit) + u'.'
        + QString::number(nanos % Balance::NanosPerCredit)
              .rightJustified(Balance::MaximumDecimals, u'0');
    return balance < Balance() ? u'-' + text : text;
}

QJsonValue toJson(const MaybeBalance &balance, DecimalForm form)
{
    if (!balance) {
        return QJsonValue::Null;
    }
    if (form == DecimalForm::Text) {
        return withNinePlaces(*balance);
    }
    return balance->toDouble();
}

} // namespace

QJsonObject toJson(const StoredToken &token)
{
    QJsonObject object = token.others;
    object.insert("name"_L1, token.name);
    object.insert("token_type"_L1, token.type);
    object.insert("balance"_L1, toJson(token.balance, token.form));
    object.insert("active_balance"_L1, token.activeBalance);
    object.insert("expire_time"_L1,
                  token.expiry.isNever() ? QJsonValue() : token.expiry.toIso8601());
    if (token.resetPeriod) {
        object.insert("balance_reset_period"_L1, *token.resetPeriod);
        object.insert("balance_reset_amount"_L1, toJson(token.resetAmount, token.form));
    }
    return object;
}

} // namespace purser::sandbox
