// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tokenpatch.h"

#include <QList>
#include <QString>

#include <optional>

namespace purser {

//! How an amount changes a balance.
enum class BalanceMode { SetTo, Add, Deduct };

struct BalanceEdit {
    BalanceMode mode = BalanceMode::SetTo;
    Balance amount; //!< to add or deduct: more than 0

    friend bool operator==(const BalanceEdit &, const BalanceEdit &) = default;
};

//! What a user wants of a token. Add and Deduct become a value only with the balance that is
//! read just before sending.
struct ChangeRequest {
    std::optional<BalanceEdit> balance;
    std::optional<Expiry> expiry;
    std::optional<bool> activeBalance;
    std::optional<ResetPeriod> resetPeriod;
    std::optional<MaybeBalance> resetAmount;
    QString reason; //!< for the journal alone
    std::optional<qint64> undoes; //!< the journal's id of the change that this one takes back

    //! Whether it asks for no change of any field.
    [[nodiscard]] bool isEmpty() const
    {
        return !balance && !expiry && !activeBalance && !resetPeriod && !resetAmount;
    }

    friend bool operator==(const ChangeRequest &, const ChangeRequest &) = default;
};

//! The fields for which two requests ask the same.
QList<Field> sameFields(const ChangeRequest &a, const ChangeRequest &b);

//! What a request asks for in these fields, without a reason and as no undo.
ChangeRequest onlyFields(const ChangeRequest &request, const QList<Field> &fields);

//! A request that sets the patch's values.
ChangeRequest requestFor(const TokenPatch &patch);

} // namespace purser
