// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/expiry.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace purser::sandbox {

//! How a token's decimals are written: the service is known for both.
enum class DecimalForm { Text, Number };

//! A token as the service holds it.
struct StoredToken {
    QString name;
    QString type; //!< api_token or sandbox_api_token
    MaybeBalance balance;
    DecimalForm form = DecimalForm::Number;
    bool activeBalance = false;
    Expiry expiry;
    std::optional<QString> resetPeriod; //!< nothing: its reply has no reset fields
    MaybeBalance resetAmount;
    QJsonObject others; //!< fields that no change touches
};

//! The token as a reply states it.
QJsonObject toJson(const StoredToken &token);

} // namespace purser::sandbox
