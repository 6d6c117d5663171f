// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace purser {

//! How often the service sets a token's balance back to its reset amount. Source: the service's
//! newer balance_reset_period.
enum class ResetPeriod { None, Daily, Weekly, Monthly };

//! As the service writes it: "none", "daily", "weekly", "monthly".
QString resetPeriodText(ResetPeriod period);
//! Nothing for any other text.
std::optional<ResetPeriod> resetPeriodFromText(const QString &text);

//! The first reset after an instant, in UTC; invalid for None. Resets run at midnight
//! Europe/Paris: each day, on Mondays, or on the first of the month.
QDateTime nextReset(ResetPeriod period, const QDateTime &after);

//! Whether a reset falls after from and not after to. slack: widens both ends, for clocks that
//! differ and resets that run late.
bool resetFallsBetween(ResetPeriod period, const QDateTime &from, const QDateTime &to,
                       std::chrono::seconds slack = std::chrono::seconds(0));

} // namespace purser
