// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expiry.h"
#include "domain/reset.h"
#include "editing/changerequest.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace purser {

// What a person has made of a token's form, usable or not: to put it back after a revert or a
// crash.

struct BalanceFieldEdit {
    BalanceMode mode = BalanceMode::SetTo;
    QString text;
    bool isNegativeMeant = true; //!< a "Set to" below 0 is not asked about (again)
};

struct ExpiryEdit {
    Qt::CheckState never = Qt::PartiallyChecked;
    QString text; //!< as typed; empty beside a ticked Never
    std::optional<Expiry> exact; //!< the instant that it was read as
};

struct ResetFieldEdit {
    ResetPeriod period = ResetPeriod::None;
    QString amountText;
};

struct FormEdit {
    BalanceFieldEdit balance;
    ExpiryEdit expiry;
    Qt::CheckState activeBalance = Qt::Unchecked;
    std::optional<ResetFieldEdit> reset; //!< nothing: the token stated none
    QString reason;
    std::optional<ChangeRequest> undo; //!< what an undo has filled in
};

//! As a draft keeps it. Texts stay as they were typed, but for what looks like a secret.
QJsonObject toJson(const FormEdit &edit);
//! A field that is missing was not edited; undo is not restored here. Nothing: there is something
//! that toJson() does not make, or no mode of the balance, so that to fill it in would be a guess.
std::optional<FormEdit> formEditFromJson(const QJsonObject &object);

} // namespace purser
