// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/expiry.h"

#include <QString>

#include <optional>

namespace purser::sandbox {

//! The fields of a PATCH that the service knows, validated. A field that was not sent is
//! nullopt.
struct Change {
    std::optional<Balance> balance;
    std::optional<Expiry> expiry;
    std::optional<bool> activeBalance;
    std::optional<QString> resetPeriod; //!< one of resetPeriods()
    std::optional<MaybeBalance> resetAmount;

    [[nodiscard]] bool isEmpty() const
    {
        return !balance && !expiry && !activeBalance && !resetPeriod && !resetAmount;
    }
};

//! A change of the same fields to other values: what a service that lies writes instead.
Change otherThan(const Change &change);

} // namespace purser::sandbox
