// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/consequence.h"

namespace purser {

namespace {

bool clearsExpiry(const Token &before, const Token &after)
{
    // One that was not stated may well have been there.
    return after.expiry && after.expiry->isNever() && before.expiry != after.expiry;
}

bool becomesUnlimited(const Token &before, const Token &after)
{
    return after.activeBalance == false && before.activeBalance != false;
}

bool raisesTenfold(const Token &before, const Token &after)
{
    const MaybeBalance was = before.balance.value_or(MaybeBalance());
    const MaybeBalance is = after.balance.value_or(MaybeBalance());
    return was && is && was->nanos() >= Balance::NanosPerCredit
        && is->nanos() > 10 * was->nanos(); // at most 10^15: far from overflow
}

bool lastsUntilReset(const Token &before, const Token &after)
{
    return before.balance != after.balance
        && after.resetPeriod.value_or(ResetPeriod::None) != ResetPeriod::None;
}

} // namespace

Severity severityOf(Consequence consequence)
{
    switch (consequence) {
    case Consequence::StopsByBalance:
    case Consequence::StopsByExpiry:
    case Consequence::BecomesUnlimited:
        return Severity::Danger;
    case Consequence::ClearsExpiry:
    case Consequence::RaisesTenfold:
    case Consequence::StaysStopped:
        return Severity::Warning;
    case Consequence::WorksAgain:
    case Consequence::LastsUntilReset:
        return Severity::Note;
    }
    return Severity::Note;
}

QList<Consequence> consequencesOf(const Token &before, const Token &after, const QDateTime &now)
{
    const Stopped was = stopped(before, now);
    const Stopped is = stopped(after, now);
    QList<Consequence> found;
    const auto add = [&found](bool holds, Consequence consequence) {
        if (holds) {
            found.append(consequence);
        }
    };
    add(!was && is.byBalance, Consequence::StopsByBalance);
    add(!was && is.byExpiry, Consequence::StopsByExpiry);
    add(becomesUnlimited(before, after), Consequence::BecomesUnlimited);
    add(was && is, Consequence::StaysStopped);
    add(clearsExpiry(before, after), Consequence::ClearsExpiry);
    add(raisesTenfold(before, after), Consequence::RaisesTenfold);
    add(was && !is, Consequence::WorksAgain);
    add(lastsUntilReset(before, after), Consequence::LastsUntilReset);
    return found;
}

QList<Consequence> dangersAmong(const QList<Consequence> &consequences)
{
    QList<Consequence> dangers;
    for (const Consequence consequence : consequences) {
        if (severityOf(consequence) == Severity::Danger) {
            dangers.append(consequence);
        }
    }
    return dangers;
}

} // namespace purser
