// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace purser {

//! The fields of a token that a change can have. See tokenpatch.h for where each one stands.
enum class Field { Balance, Expiry, ActiveBalance, ResetPeriod, ResetAmount };

//! What a field is called where people and programs write it. In no language.
struct FieldNames {
    Field field;
    QLatin1StringView wire; //!< in the service's JSON, and in the journal's. Source: the contract
    QLatin1StringView option; //!< of the command line, without its dashes
    QLatin1StringView draft; //!< in a kept edit
    //! Every token has it, as the contract says; others are shown where they are stated.
    bool isOfContract;
};

//! A row each, in the order in which they are shown.
inline constexpr std::array FieldTable{
    FieldNames{Field::Balance, QLatin1StringView("balance"), QLatin1StringView("balance"),
               QLatin1StringView("balance"), true},
    FieldNames{Field::Expiry, QLatin1StringView("expire_time"), QLatin1StringView("expires"),
               QLatin1StringView("expiry"), true},
    FieldNames{Field::ActiveBalance, QLatin1StringView("active_balance"),
               QLatin1StringView("active"), QLatin1StringView("active_balance"), true},
    FieldNames{Field::ResetPeriod, QLatin1StringView("balance_reset_period"),
               QLatin1StringView("reset-period"), QLatin1StringView("reset_period"), false},
    FieldNames{Field::ResetAmount, QLatin1StringView("balance_reset_amount"),
               QLatin1StringView("reset-amount"), QLatin1StringView("reset_amount"), false},
};

inline constexpr auto AllFields = [] {
    std::array<Field, FieldTable.size()> fields{};
    for (size_t index = 0; index < FieldTable.size(); ++index) {
        fields[index] = FieldTable[index].field;
    }
    return fields;
}();

static_assert(
    [] {
        for (size_t index = 0; index < FieldTable.size(); ++index) {
            if (static_cast<size_t>(FieldTable[index].field) != index) {
                return false;
            }
        }
        return true;
    }(),
    "the table is in the order of Field");

constexpr const FieldNames &namesOf(Field field)
{
    return FieldTable[static_cast<size_t>(field)];
}

} // namespace purser
