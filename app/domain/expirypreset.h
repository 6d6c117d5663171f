// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expiry.h"

#include <QTimeZone>

#include <array>

namespace purser {

//! Steps to a new expiry that people think in.
enum class ExpiryPreset { OneDay, SevenDays, OneMonth, EndOfMonth, OneYear };

inline constexpr std::array AllExpiryPresets{ExpiryPreset::OneDay, ExpiryPreset::SevenDays,
                                             ExpiryPreset::OneMonth, ExpiryPreset::EndOfMonth,
                                             ExpiryPreset::OneYear};

//! The expiry a step after an instant, by the calendar and clock of the zone: the wall time
//! stays over a change of clocks, and 31 January and a month is the last day of February. The
//! end of the month is its last second. A wall time that the zone skips becomes the one an hour
//! later. Errors: YearOutOfRange. Precondition: from is not never.
Expected<Expiry, ExpiryProblem> expiryAfter(ExpiryPreset preset, const Expiry &from,
                                            const QTimeZone &zone);

//! Any other step: months first, then days.
struct CalendarStep {
    int days = 0;
    int months = 0;
};

//! The same for it.
Expected<Expiry, ExpiryProblem> expiryAfter(const CalendarStep &step, const Expiry &from,
                                            const QTimeZone &zone);

} // namespace purser
