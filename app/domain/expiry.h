// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace purser {

//! Why a text or a date is not an expiry.
enum class ExpiryProblem {
    Empty, //!< nothing but white space
    Unreadable, //!< not ISO 8601 of the accepted form, or something follows it
    NoOffset, //!< a time without "Z" or an offset: it would take the server's zone
    NoSuchDate, //!< 30 February, 25:00, an offset of 20 hours
    NoSuchLocalTime, //!< falls into the hour that daylight saving time skips
    YearOutOfRange, //!< before year 1 or after year 9999 in UTC: the service can't hold it
};

//! When a token stops working: never, or an instant in UTC to the microsecond.
//! Two expiries are equal when they are the same instant, whatever their text.
class Expiry {
public:
    static constexpr qint64 MicrosecondsPerSecond = 1'000'000;

    //! Never.
    Expiry() = default;
    static Expiry never() { return {}; }

    //! ISO 8601 "2027-03-14T15:09:26.535897+02:00": date, 'T' or a space, time with seconds
    //! optional, at most microseconds kept, an offset required. The text is kept as it came.
    static Expected<Expiry, ExpiryProblem> fromIso8601(const QString &text);

    //! A wall-clock time in a zone. A time that the zone skips is refused; of a time that
    //! occurs twice, the first is taken.
    static Expected<Expiry, ExpiryProblem> fromLocal(QDate date, QTime time, const QTimeZone &zone);

    //! microseconds: since 1970-01-01T00:00:00Z.
    static Expected<Expiry, ExpiryProblem> fromMicroseconds(qint64 microseconds);

    [[nodiscard]] bool isNever() const { return !m_microseconds.has_value(); }
    //! Since 1970-01-01T00:00:00Z. Precondition: !isNever().
    [[nodiscard]] qint64 microseconds() const { return m_microseconds.value(); }
    //! In UTC, cut to milliseconds; invalid for never.
    [[nodiscard]] QDateTime toUtc() const;
    //! What is sent: UTC with 'Z', the fraction only if there is one. Empty for never.
    [[nodiscard]] QString toIso8601() const;
    //! The text that it was read from; empty where there was none.
    [[nodiscard]] QString originalText() const { return m_text; }
    //! "yyyy-MM-dd HH:mm:ss" in the zone, the same in every language. Empty for never.
    [[nodiscard]] QString toDisplay(const QTimeZone &zone) const;

    friend bool operator==(const Expiry &a, const Expiry &b)
    {
        return a.m_microseconds == b.m_microseconds;
    }

private:
    std::optional<qint64> m_microseconds;
    QString m_text;
};

//! Whether the wall-clock time occurs twice in the zone (clocks set back).
bool occursTwice(QDate date, QTime time, const QTimeZone &zone);

} // namespace purser
