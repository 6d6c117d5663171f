// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expiry.h"

#include <QLocale>
#include <QStringList>

namespace purser {

//! Why a typed text is not an expiry.
enum class ExpiryTextProblem {
    Empty, //!< nothing but white space
    Unreadable, //!< none of the forms, or something stands before or behind one
    Invisible, //!< has a character that can't be seen, or that changes the order of the others
    BadYear, //!< not four digits, or not within 1000 to 9999 (in UTC, too)
    UnknownOrder, //!< day and month, and the locale doesn't say which is first
    NoSuchMonth,
    NoSuchDay, //!< 30 February
    NoSuchTime, //!< 24:00, 12:60, 13 PM, an offset of 20 hours
    TooFine, //!< more than microseconds, which are all that can be sent
    NoSuchLocalTime, //!< falls into the hour that daylight saving time skips
};

//! What a typed text is read by.
struct ExpiryTextContext {
    QTimeZone zone; //!< of times that state none
    QLocale locale; //!< of dates such as 31/12/2027
    QDateTime now; //!< where steps such as +30d begin
    QStringList neverWords; //!< in any case; one is enough
};

//! Reads what a person typed or pasted, as a whole or not at all:
//! - a date: 2027-12-31 (also with / or .), or the locale's own 31/12/2027. The year has four
//!   digits. A date alone means the end of that day, 23:59:59.
//! - behind it a time, if any: 18:00, 18:00:00, with a fraction of a second, 6:00 PM;
//! - behind that a zone, if any: Z, UTC or an offset such as +02:00. Without one it is a wall time
//!   in the context's zone; of a time that occurs twice, the first is meant.
//! - a step from now, by the calendar and clock of the zone, at a round minute: +30d, +2w, +1m,
//! +1y;
//! - a word for never.
//! Full-width characters and the locale's own digits are read as what they show.
Expected<Expiry, ExpiryTextProblem> readExpiry(const QString &text,
                                               const ExpiryTextContext &context);

//! The time of day that such a text has in it, in the context's zone: also where there is no such
//! date. Nothing where it has none.
std::optional<QTime> timeInText(const QString &text, const ExpiryTextContext &context);

//! What a locale's dates begin with.
enum class DateOrder { DayFirst, MonthFirst, YearFirst, Unknown };
DateOrder dateOrder(const QLocale &locale);

//! A text that reads back as this instant, in every locale: "yyyy-MM-dd HH:mm:ss" in the zone, with
//! the fraction of a second if there is one. (Of a time that occurs twice, only the first reads
//! back, and only years from 1000 on.) Precondition: not never.
QString exactText(const Expiry &expiry, const QTimeZone &zone);

} // namespace purser
