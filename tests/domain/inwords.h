// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/expiry.h"
#include "domain/serviceurl.h"
#include "domain/tokenname.h"

#include <QString>

//! A result in words, so that a row can state a value or a problem in one column and a failure
//! prints both. Values are written from their integers, not by the code that is under test.
namespace purser {

using namespace Qt::StringLiterals;

inline QString outcome(BalanceProblem problem)
{
    switch (problem) {
    case BalanceProblem::Empty:
        return u"Empty"_s;
    case BalanceProblem::Unreadable:
        return u"Unreadable"_s;
    case BalanceProblem::Ambiguous:
        return u"Ambiguous"_s;
    case BalanceProblem::TooManyDecimals:
        return u"TooManyDecimals"_s;
    case BalanceProblem::TooLarge:
        return u"TooLarge"_s;
    case BalanceProblem::TooSmall:
        return u"TooSmall"_s;
    }
    return u"?"_s;
}

//! Always with nine decimals: "87.450000000".
inline QString outcome(Balance balance)
{
    const qint64 nanos = balance.nanos();
    const quint64 size = nanos < 0 ? 0 - static_cast<quint64>(nanos) : static_cast<quint64>(nanos);
    const QString digits = QString::number(size).rightJustified(10, u'0');
    return (nanos < 0 ? u"-"_s : QString()) + digits.chopped(9) + u'.' + digits.right(9);
}

inline QString outcome(ExpiryProblem problem)
{
    switch (problem) {
    case ExpiryProblem::Empty:
        return u"Empty"_s;
    case ExpiryProblem::Unreadable:
        return u"Unreadable"_s;
    case ExpiryProblem::NoOffset:
        return u"NoOffset"_s;
    case ExpiryProblem::NoSuchDate:
        return u"NoSuchDate"_s;
    case ExpiryProblem::NoSuchLocalTime:
        return u"NoSuchLocalTime"_s;
    case ExpiryProblem::YearOutOfRange:
        return u"YearOutOfRange"_s;
    }
    return u"?"_s;
}

//! In UTC, always with microseconds: "2027-03-14 13:09:26.535897".
inline QString outcome(const Expiry &expiry)
{
    if (expiry.isNever())
        return u"never"_s;
    constexpr qint64 perDay = 86'400'000'000;
    qint64 days = expiry.microseconds() / perDay;
    qint64 rest = expiry.microseconds() % perDay;
    if (rest < 0) {
        rest += perDay;
        --days;
    }
    const QDate date = QDate(1970, 1, 1).addDays(days);
    const QTime time = QTime(0, 0).addMSecs(static_cast<int>(rest / 1000));
    return date.toString(u"yyyy-MM-dd "_s) + time.toString(u"HH:mm:ss.zzz"_s)
        + QString::number(rest % 1000).rightJustified(3, u'0');
}

inline QString outcome(TokenNameProblem problem)
{
    switch (problem) {
    case TokenNameProblem::Empty:
        return u"Empty"_s;
    case TokenNameProblem::TooLong:
        return u"TooLong"_s;
    case TokenNameProblem::DotSegment:
        return u"DotSegment"_s;
    case TokenNameProblem::Slash:
        return u"Slash"_s;
    case TokenNameProblem::ControlCharacter:
        return u"ControlCharacter"_s;
    case TokenNameProblem::LoneSurrogate:
        return u"LoneSurrogate"_s;
    case TokenNameProblem::Noncharacter:
        return u"Noncharacter"_s;
    }
    return u"?"_s;
}

inline QString outcome(ServiceUrlProblem problem)
{
    switch (problem) {
    case ServiceUrlProblem::Empty:
        return u"Empty"_s;
    case ServiceUrlProblem::Unreadable:
        return u"Unreadable"_s;
    case ServiceUrlProblem::NotHttps:
        return u"NotHttps"_s;
    case ServiceUrlProblem::HasUserInfo:
        return u"HasUserInfo"_s;
    case ServiceUrlProblem::HasQuery:
        return u"HasQuery"_s;
    case ServiceUrlProblem::HasFragment:
        return u"HasFragment"_s;
    }
    return u"?"_s;
}

inline QString outcome(const ServiceUrl &url)
{
    return url.toText();
}

template <typename T, typename E>
QString outcome(const Expected<T, E> &result)
{
    return result ? outcome(result.value()) : outcome(result.error());
}

} // namespace purser
