// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expiry.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr qint64 DaySeconds = 24 * 60 * 60;

QList<qint64> instantsOf(QDate date, QTime time, const QTimeZone &zone)
{
    // QDateTime maps a time that a zone skips to some other one and still prints it, so the
    // offsets on both sides are tried by hand: an instant is real if it shows this very time.
    const QTime wholeSeconds(time.hour(), time.minute(), time.second());
    const qint64 wall = QDateTime(date, wholeSeconds, Qt::UTC).toSecsSinceEpoch();
    QList<qint64> instants;
    for (const qint64 probe : {wall - DaySeconds, wall + DaySeconds}) {
        const int offset = zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(probe, Qt::UTC));
        const qint64 instant = wall - offset;
        const int there = zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(instant, Qt::UTC));
        if (there == offset && !instants.contains(instant)) {
            instants.append(instant);
        }
    }
    std::sort(instants.begin(), instants.end());
    return instants;
}

} // namespace

Expected<Expiry, ExpiryProblem> Expiry::fromIso8601(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return Unexpected{ExpiryProblem::Empty};
    }
    static const QRegularExpression form(
        u"\\A([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})"
        "(?::([0-9]{2})(?:[.,]([0-9]{1,12}))?)?"
        "(?:([Zz])|([+-])([0-9]{2})(?::?([0-9]{2}))?)?\\z"_s);
    const auto match = form.match(trimmed);
    if (!match.hasMatch()) {
        return Unexpected{ExpiryProblem::Unreadable};
    }
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const QDate date(number(1), number(2), number(3));
    const QTime time(number(4), number(5), number(6));
    if (number(1) == 0) {
        return Unexpected{ExpiryProblem::YearOutOfRange};
    }
    if (!date.isValid() || !time.isValid()) {
        return Unexpected{ExpiryProblem::NoSuchDate};
    }
    const bool zulu = match.hasCaptured(8);
    const bool offsetGiven = match.hasCaptured(9);
    if (!zulu && !offsetGiven) {
        return Unexpected{ExpiryProblem::NoOffset};
    }
    int offset = 0;
    if (offsetGiven) {
        if (number(10) > 15 || number(11) > 59) { // no zone is further away; 14:00 is in use
            return Unexpected{ExpiryProblem::NoSuchDate};
        }
        offset = (number(10) * 60 + number(11)) * 60;
        if (match.captured(9) == "-"_L1) {
            offset = -offset;
        }
    }
    const qint64 fraction = match.captured(7).leftJustified(6, u'0', true).toLongLong();
    const qint64 seconds = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch() - offset;
    auto expiry = fromMicroseconds(seconds * MicrosecondsPerSecond + fraction);
    if (expiry) {
        expiry.value().m_text = text;
    }
    return expiry;
}

Expected<Expiry, ExpiryProblem> Expiry::fromLocal(QDate date, QTime time, const QTimeZone &zone)
{
    if (!date.isValid() || !time.isValid() || !zone.isValid()) {
        return Unexpected{ExpiryProblem::NoSuchDate};
    }
    const auto instants = instantsOf(date, time, zone);
    if (instants.isEmpty()) {
        return Unexpected{ExpiryProblem::NoSuchLocalTime};
    }
    return fromMicroseconds(instants.front() * MicrosecondsPerSecond + time.msec() * 1000);
}

Expected<Expiry, ExpiryProblem> Expiry::fromMicroseconds(qint64 microseconds)
{
    static const qint64 first =
        QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch() * MicrosecondsPerSecond;
    static const qint64 end = QDateTime(QDate(10000, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch()
        * MicrosecondsPerSecond;
    if (microseconds < first || microseconds >= end) {
        return Unexpected{ExpiryProblem::YearOutOfRange};
    }
    Expiry expiry;
    expiry.m_microseconds = microseconds;
    return expiry;
}

QDateTime Expiry::toUtc() const
{
    if (isNever()) {
        return {};
    }
    // Rounded down, also before 1970: a shown time never lies after the real one.
    const qint64 remainder = ((*m_microseconds % 1000) + 1000) % 1000;
    return QDateTime::fromMSecsSinceEpoch((*m_microseconds - remainder) / 1000, Qt::UTC);
}

QString Expiry::toIso8601() const
{
    if (isNever()) {
        return {};
    }
    QString text = toUtc().toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    const qint64 fraction =
        ((*m_microseconds % MicrosecondsPerSecond) + MicrosecondsPerSecond) % MicrosecondsPerSecond;
    if (fraction != 0) {
        text += u'.' + QString::number(fraction).rightJustified(6, u'0');
    }
    return text + u'Z';
}

QString Expiry::toDisplay(const QTimeZone &zone) const
{
    if (isNever()) {
        return {};
    }
    const QDateTime utc = toUtc();
    return (zone.isValid() ? utc.toTimeZone(zone) : utc).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

bool occursTwice(QDate date, QTime time, const QTimeZone &zone)
{
    return date.isValid() && time.isValid() && instantsOf(date, time, zone).size() > 1;
}

} // namespace purser
