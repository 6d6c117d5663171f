// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/reset.h"

#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr std::array<std::pair<ResetPeriod, QLatin1StringView>, 4> Texts{
    {{ResetPeriod::None, "none"_L1},
     {ResetPeriod::Daily, "daily"_L1},
     {ResetPeriod::Weekly, "weekly"_L1},
     {ResetPeriod::Monthly, "monthly"_L1}}};

QTimeZone serviceZone()
{
    const QTimeZone paris("Europe/Paris");
    return paris.isValid() ? paris : QTimeZone(3600); // no zone data: right in winter
}

bool isResetDay(ResetPeriod period, QDate day)
{
    switch (period) {
    case ResetPeriod::None:
        return false;
    case ResetPeriod::Daily:
        return true;
    case ResetPeriod::Weekly:
        return day.dayOfWeek() == Qt::Monday;
    case ResetPeriod::Monthly:
        return day.day() == 1;
    }
    return false;
}

} // namespace

QString resetPeriodText(ResetPeriod period)
{
    for (const auto &[value, text] : Texts) {
        if (value == period) {
            return text;
        }
    }
    return {};
}

std::optional<ResetPeriod> resetPeriodFromText(const QString &text)
{
    for (const auto &[value, known] : Texts) {
        if (text == known) {
            return value;
        }
    }
    return std::nullopt;
}

QDateTime nextReset(ResetPeriod period, const QDateTime &after)
{
    if (period == ResetPeriod::None || !after.isValid()) {
        return {};
    }
    const QTimeZone zone = serviceZone();
    // Within a month there is a reset of every period.
    for (QDate day = after.toTimeZone(zone).date();; day = day.addDays(1)) {
        const QDateTime midnight = day.startOfDay(zone).toUTC();
        if (isResetDay(period, day) && midnight > after) {
            return midnight;
        }
    }
}

bool resetFallsBetween(ResetPeriod period, const QDateTime &from, const QDateTime &to,
                       std::chrono::seconds slack)
{
    const QDateTime next = nextReset(period, from.addSecs(-slack.count()));
    return next.isValid() && next <= to.addSecs(slack.count());
}

} // namespace purser
