// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/formedit.h"

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

//! One of the first three values of an enumeration. missing: where there is none.
template <typename Enumeration>
std::optional<Enumeration> oneOfThree(const QJsonValue &value,
                                      std::optional<Enumeration> missing = std::nullopt)
{
    if (value.isUndefined()) {
        return missing;
    }
    const int number = value.toInt(-1);
    return number < 0 || number > 2 ? std::nullopt
                                    : std::optional(static_cast<Enumeration>(number));
}

std::optional<ExpiryEdit> expiryEditFrom(const QJsonObject &object)
{
    const auto never = oneOfThree(object.value("never"_L1), std::optional(Qt::PartiallyChecked));
    if (!never) {
        return std::nullopt;
    }
    ExpiryEdit edit;
    edit.never = *never;
    edit.text = object.value("text"_L1).toString();
    if (object.contains("exact"_L1)) {
        const auto exact = Expiry::fromIso8601(object.value("exact"_L1).toString());
        if (!exact) {
            return std::nullopt;
        }
        edit.exact = *exact;
    }
    return edit;
}

} // namespace

QJsonObject toJson(const FormEdit &edit)
{
    QJsonObject object{{u"balance_mode"_s, static_cast<int>(edit.balance.mode)},
                       {u"balance"_s, edit.balance.text},
                       {u"negative_meant"_s, edit.balance.isNegativeMeant},
                       {u"expiry"_s, toJson(edit.expiry)},
                       {u"active_balance"_s, static_cast<int>(edit.activeBalance)},
                       {u"reason"_s, edit.reason}};
    if (edit.reset) {
        object.insert("reset_period"_L1, resetPeriodText(edit.reset->period));
        object.insert("reset_amount"_L1, edit.reset->amountText);
    }
    return withoutSecrets(object).toObject(); // whatever was pasted into the wrong field
}

std::optional<FormEdit> formEditFromJson(const QJsonObject &object)
{
    const auto mode = oneOfThree<BalanceMode>(object.value("balance_mode"_L1));
    const auto activeBalance =
        oneOfThree(object.value("active_balance"_L1), std::optional(Qt::PartiallyChecked));
    const auto expiry = expiryEditFrom(object.value("expiry"_L1).toObject());
    const bool hasReset = object.contains("reset_period"_L1);
    const auto period = resetPeriodFromText(
        object.value("reset_period"_L1)
            .toString(hasReset ? QString() : resetPeriodText(ResetPeriod::None)));
    if (!mode || !activeBalance || !expiry || !period || !object.value("balance"_L1).isString()) {
        return std::nullopt;
    }
    FormEdit edit;
    edit.balance.mode = *mode;
    edit.balance.text = object.value("balance"_L1).toString();
    edit.balance.isNegativeMeant = object.value("negative_meant"_L1).toBool(true);
    edit.expiry = *expiry;
    edit.activeBalance = *activeBalance;
    if (hasReset) {
        edit.reset = ResetFieldEdit{*period, object.value("reset_amount"_L1).toString()};
    }
    edit.reason = object.value("reason"_L1).toString();
    return edit;
}

} // namespace purser
