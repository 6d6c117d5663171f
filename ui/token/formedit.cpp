// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/formedit.h"

#include "api/secretfields.h"

using namespace Qt::StringLiterals;

namespace purser {

namespace {

QJsonObject toJson(const ExpiryEdit &edit)
{
    QJsonObject object{{u"never"_s, static_cast<int>(edit.never)}, {u"text"_s, edit.text}};
    if (edit.exact) {
        object.insert("exact"_L1, edit.exact->toIso8601());
    }
    return object;
}

ExpiryEdit expiryEditFrom(const QJsonObject &object)
{
    ExpiryEdit edit;
    edit.never = static_cast<Qt::CheckState>(
        qBound(0, object.value("never"_L1).toInt(Qt::PartiallyChecked), 2));
    edit.text = object.value("text"_L1).toString();
    if (const auto exact = Expiry::fromIso8601(object.value("exact"_L1).toString())) {
        edit.exact = *exact;
    }
    return edit;
}

} // namespace

QJsonObject toJson(const FormEdit &edit)
{
    const QJsonObject object{{u"balance_mode"_s, static_cast<int>(edit.balance.mode)},
                             {u"balance"_s, edit.balance.text},
                             {u"negative_meant"_s, edit.balance.isNegativeMeant},
                             {u"expiry"_s, toJson(edit.expiry)},
                             {u"active_balance"_s, static_cast<int>(edit.activeBalance)},
                             {u"reset_period"_s, resetPeriodText(edit.reset.period)},
                             {u"reset_amount"_s, edit.reset.amountText},
                             {u"reason"_s, edit.reason}};
    return withoutSecrets(object).toObject(); // whatever was pasted into the wrong field
}

FormEdit formEditFromJson(const QJsonObject &object)
{
    FormEdit edit;
    edit.balance.mode =
        static_cast<BalanceMode>(qBound(0, object.value("balance_mode"_L1).toInt(), 2));
    edit.balance.text = object.value("balance"_L1).toString();
    edit.balance.isNegativeMeant = object.value("negative_meant"_L1).toBool(true);
    edit.expiry = expiryEditFrom(object.value("expiry"_L1).toObject());
    edit.activeBalance = static_cast<Qt::CheckState>(
        qBound(0, object.value("active_balance"_L1).toInt(Qt::PartiallyChecked), 2));
    edit.reset.period =
        resetPeriodFromText(object.value("reset_period"_L1).toString()).value_or(ResetPeriod::None);
    edit.reset.amountText = object.value("reset_amount"_L1).toString();
    edit.reason = object.value("reason"_L1).toString();
    return edit;
}

} // namespace purser
