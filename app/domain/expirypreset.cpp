// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expirypreset.h"

namespace purser {

namespace {

QDate dateAfter(ExpiryPreset preset, QDate date)
{
    switch (preset) {
    case ExpiryPreset::OneDay:
        return date.addDays(1);
    case ExpiryPreset::SevenDays:
        return date.addDays(7);
    case ExpiryPreset::OneMonth:
        return date.addMonths(1);
    case ExpiryPreset::EndOfMonth:
        return {date.year(), date.month(), date.daysInMonth()};
    case ExpiryPreset::OneYear:
        return date.addYears(1);
    }
    return date;
}

//! On that day, at the time of day of from.
Expected<Expiry, ExpiryProblem> onDay(QDate date, const Expiry &from, const QTimeZone &zone)
{
    const QTime wall = from.toUtc().toTimeZone(zone).time();
    const QTime time(wall.hour(), wall.minute(), wall.second());
    auto whole = Expiry::fromLocal(date, time, zone);
    if (!whole && whole.error() == ExpiryProblem::NoSuchLocalTime) {
        // The hour may end at midnight: some zones skip the last one of a day.
        constexpr int Hour = 3600;
        const QDate day = time.hour() == 23 ? date.addDays(1) : date;
        whole = Expiry::fromLocal(day, time.addSecs(Hour), zone);
    }
    if (!whole) {
        return whole;
    }
    constexpr qint64 Second = 1'000'000;
    const qint64 fraction = ((from.microseconds() % Second) + Second) % Second;
    return Expiry::fromMicroseconds(whole->microseconds() + fraction);
}

} // namespace

Expected<Expiry, ExpiryProblem> expiryAfter(ExpiryPreset preset, const Expiry &from,
                                            const QTimeZone &zone)
{
    const QDate date = dateAfter(preset, from.toUtc().toTimeZone(zone).date());
    return preset == ExpiryPreset::EndOfMonth ? Expiry::fromLocal(date, QTime(23, 59, 59), zone)
                                              : onDay(date, from, zone);
}

Expected<Expiry, ExpiryProblem> expiryAfter(const CalendarStep &step, const Expiry &from,
                                            const QTimeZone &zone)
{
    const QDate date = from.toUtc().toTimeZone(zone).date();
    return onDay(date.addMonths(step.months).addDays(step.days), from, zone);
}

} // namespace purser
