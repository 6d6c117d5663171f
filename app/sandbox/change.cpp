// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/change.h"

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

Balance otherThan(Balance balance)
{
    const Balance one = *Balance::fromNanos(Balance::NanosPerCredit);
    const auto less = balance.minus(one);
    return less ? *less : *balance.plus(one);
}

Expiry otherThan(const Expiry &expiry)
{
    constexpr qint64 Hour = 3600LL * 1'000'000;
    if (expiry.isNever()) {
        return *Expiry::fromIso8601(u"2030-01-01T00:00:00.000001Z"_s);
    }
    const auto later = Expiry::fromMicroseconds(expiry.microseconds() + Hour);
    return later ? *later : Expiry::never();
}

} // namespace

Change otherThan(const Change &change)
{
    Change other;
    if (change.balance) {
        other.balance = otherThan(*change.balance);
    }
    if (change.expiry) {
        other.expiry = otherThan(*change.expiry);
    }
    if (change.activeBalance) {
        other.activeBalance = !*change.activeBalance;
    }
    if (change.resetPeriod) {
        other.resetPeriod = *change.resetPeriod == "none"_L1 ? u"weekly"_s : u"none"_s;
    }
    if (change.resetAmount) {
        other.resetAmount = otherThan(change.resetAmount->value_or(Balance()));
    }
    return other;
}

} // namespace purser::sandbox
