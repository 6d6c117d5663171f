// SPDX-License-Identifier: GPL-3.0-or-later
// What a change will do, why it was not sent, and what became of it.
#include "wording/parts.h"
#include "wording/tr.h"
#include "wording/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::wording {

namespace {

QString unchanged(const QString &name)
{
    return Wording::tr("The token %1 was not changed; your edit is kept.").arg(quoted(name));
}

//! "Balance: asked 50.00, is now 49.00."
QString askedAndHeld(const Change &change, const Reader &reader)
{
    const ChangeRecord &record = change.record;
    QStringList parts;
    for (const Field one : AllFields) {
        if (record.after && record.patch.match(one, *record.after) == FieldMatch::Differs) {
            parts.append(Wording::tr("%1: asked %2, is now %3.")
                             .arg(field(one), value(one, record.expected, reader),
                                  value(one, *record.after, reader)));
        }
    }
    return parts.join(u' ');
}

//! "Balance: shown 50.00, is now 49.00, wanted 60.00."
QString shownNowWanted(const Stop &stop, const Reader &reader)
{
    QStringList parts;
    for (const Field one : stop.outlook.plan.moved) {
        parts.append(Wording::tr("%1: shown %2, now %3, wanted %4.")
                         .arg(field(one), value(one, stop.shown, reader),
                              value(one, stop.now, reader),
                              value(one, stop.outlook.after, reader)));
    }
    return parts.join(u' ');
}

//! Add and Deduct go by the balance that was read just before sending.
QString movedBalance(const Change &change, const Reader &reader)
{
    if (!change.shownBalance) {
        return {};
    }
    return Wording::tr("The balance had moved from %1 to %2 before; the amount was applied to "
                       "that.")
        .arg(balance(change.shownBalance, reader.locale),
             balance(change.record.before.balance, reader.locale));
}

//! Clocks differ: what was written down is not told to be yet to come.
QString sentAgo(const ChangeRecord &record, const Reader &reader)
{
    return distance(std::min(record.createdAt, reader.now.addSecs(-1)), reader.now);
}

Notice unknownOutcome(const Change &change)
{
    const QString name = quoted(change.record.key.token);
    Notice notice;
    if (change.failure) {
        notice = notDone(*change.failure, {});
    }
    notice.meaning =
        Wording::tr("It is not known whether the token %1 was changed; your edit is kept.")
            .arg(name);
    notice.next = Wording::tr("Purser reads the token to find out. Until that is known, nothing "
                              "else is sent to it.");
    return notice;
}

} // namespace

QString consequence(Consequence consequence, const Outlook &outlook, const Reader &reader)
{
    const Token &before = outlook.before;
    const Token &after = outlook.after;
    switch (consequence) {
    case Consequence::StopsByBalance:
        return Wording::tr("The token stops working now: its balance would be %1, and it is "
                           "enforced.")
            .arg(balance(after.balance, reader.locale));
    case Consequence::StopsByExpiry:
        return Wording::tr("The token stops working now: its expiry would be in the past (%1).")
            .arg(expiry(after.expiry, reader.zone));
    case Consequence::BecomesUnlimited:
        return Wording::tr("Spending becomes unlimited: the balance is no longer enforced.");
    case Consequence::ClearsExpiry:
        return before.expiry
            ? Wording::tr("The token never expires any more; it was to expire at %1.")
                  .arg(expiry(before.expiry, reader.zone))
            : Wording::tr("The token never expires.");
    case Consequence::RaisesTenfold:
        return Wording::tr("The balance becomes more than 10 times what it is: %1 instead of %2.")
            .arg(balance(after.balance, reader.locale), balance(before.balance, reader.locale));
    case Consequence::StaysStopped: {
        const Stopped why = purser::stopped(after, reader.now);
        return why.byExpiry
            ? Wording::tr("The token does not work now and will not work after this change: its "
                          "expiry is in the past.")
            : Wording::tr("The token does not work now and will not work after this change: its "
                          "balance is 0 or less and enforced.");
    }
    case Consequence::WorksAgain:
        return Wording::tr("The token, which is stopped now, works again.");
    case Consequence::LastsUntilReset: {
        const QDateTime next = nextReset(after.resetPeriod.value_or(ResetPeriod::None), reader.now);
        const auto at = Expiry::fromMicroseconds(next.toMSecsSinceEpoch() * 1000);
        return Wording::tr("The balance lasts until the next reset, at %1, which sets it to %2.")
            .arg(at ? expiry(*at, reader.zone) : QString(),
                 balance(after.resetAmount, reader.locale));
    }
    }
    return {};
}

Notice stopped(const Stop &stop, const Reader &reader)
{
    const QString name = quoted(stop.token);
    switch (stop.reason) {
    case Stop::Reason::AlreadySo:
        return {Wording::tr("The token %1 already is so: nothing was sent.").arg(name), {}, {}};
    case Stop::Reason::Failed:
        return notDone(*stop.failure, unchanged(stop.token));
    case Stop::Reason::Moved:
        return {
            Wording::tr("Nothing was sent: the token %1 has moved since it was shown.").arg(name),
            shownNowWanted(stop, reader),
            Wording::tr("Your edit is kept, and the current values are shown now. Submit "
                        "again if you still want it.")};
    case Stop::Reason::Declined:
        return {Wording::tr("Nothing was sent."), unchanged(stop.token), {}};
    case Stop::Reason::NoSum:
        return {Wording::tr("Nothing was sent.") + u' '
                    + problem(stop.outlook.plan.amountProblem.value_or(AmountProblem::NotStated)),
                unchanged(stop.token), Wording::tr("Change the amount, or set the balance.")};
    case Stop::Reason::Undecided:
        return {Wording::tr("Nothing was sent: an earlier change of the token %1 is still "
                            "undecided.")
                    .arg(name),
                Wording::tr("Your edit is kept."),
                Wording::tr("Wait until it is known what became of it, or send anyway.")};
    case Stop::Reason::NoReason:
        return {Wording::tr("Nothing was sent: the account wants a reason for each change."),
                Wording::tr("Your edit is kept."),
                Wording::tr("Give a reason, then submit again.")};
    case Stop::Reason::Busy:
        return {Wording::tr("Nothing was sent: other windows or programs of Purser changed the "
                            "token %1 each time that it had been read.")
                    .arg(name),
                Wording::tr("Your edit is kept, and the current values are shown now."),
                Wording::tr("Wait a little, then submit again.")};
    }
    return {};
}

QString problem(AmountProblem problem)
{
    switch (problem) {
    case AmountProblem::NoBalance:
        return Wording::tr("The token has no balance, so nothing can be added to it or deducted "
                           "from it.");
    case AmountProblem::NotStated:
        return Wording::tr("The service does not state this token's balance, so nothing can be "
                           "added to it or deducted from it.");
    case AmountProblem::TooLarge:
        return Wording::tr("The new balance would be 100000 or more.");
    case AmountProblem::TooSmall:
        return Wording::tr("The new balance would be -100000 or less.");
    }
    return {};
}

Notice change(const Change &change, const Reader &reader)
{
    const QString name = quoted(change.record.key.token);
    switch (change.record.outcome) {
    case Outcome::Rejected:
        return notDone(*change.failure, unchanged(change.record.key.token));
    case Outcome::Applied:
        return {
            Wording::tr("The token %1 was changed.").arg(name), movedBalance(change, reader), {}};
    case Outcome::AppliedDifferently:
        return {Wording::tr("The service accepted the change of the token %1, but holds "
                            "something else than what was asked.")
                    .arg(name),
                joined(askedAndHeld(change, reader), movedBalance(change, reader)),
                Wording::tr("Look at the values and decide; your edit is kept.")};
    case Outcome::AppliedUnconfirmed:
        return {Wording::tr("The service accepted the change of the token %1, but its answer does "
                            "not state all that was asked.")
                    .arg(name),
                Wording::tr("The change is probably applied; it could not be confirmed."),
                Wording::tr("Load the token again later to see.")};
    case Outcome::NotApplied:
        if (change.failure && change.record.settledHow == settledhow::NotSent) {
            return notDone(*change.failure, unchanged(change.record.key.token));
        }
        return {Wording::tr("The change was not applied: the token %1 still holds its old values.")
                    .arg(name),
                {},
                Wording::tr("Your edit is kept; submit it again if you still want it.")};
    case Outcome::Abandoned:
        if (change.failure && change.record.settledHow == settledhow::NotSent) {
            return notDone(*change.failure, unchanged(change.record.key.token));
        }
        return {Wording::tr("The undecided change of the token %1 was closed.").arg(name),
                Wording::tr("Whether it was applied stays unknown."),
                Wording::tr("Look at the current values before you change it again.")};
    case Outcome::Unknown:
    case Outcome::Sent:
    case Outcome::Intended:
        return unknownOutcome(change);
    }
    return {};
}

Notice settling(const Settler::Status &status, const Reader &reader)
{
    Notice notice = unknownOutcome(status.change);
    const QString name = quoted(status.change.record.key.token);
    if (status.verdict == Verdict::NotSeenYet) {
        notice.what = joined(notice.what,
                             Wording::tr("The token %1 does not show the change yet.").arg(name));
        notice.meaning = Wording::tr("It may still be applied; your edit is kept.");
    } else if (status.verdict == Verdict::CannotTell) {
        notice.what =
            joined(notice.what,
                   Wording::tr("The token %1 was read, but its values do not tell whether the "
                               "change was applied.")
                       .arg(name));
        notice.meaning = Wording::tr("It may or may not be applied; your edit is kept.");
    }
    if (status.failure) {
        const Notice failed = notDone(*status.failure, {});
        notice.what = joined(
            notice.what, Wording::tr("The last look at the token failed:") + u' ' + failed.what);
    }
    switch (status.state) {
    case Settler::State::Waiting:
        // A time, not a countdown: a screen reader would tell of each second.
        notice.next = Wording::tr("Purser reads it again at %1. Until that is known, nothing else "
                                  "is sent to it.")
                          .arg(status.nextRead.toTimeZone(reader.zone).toString(u"HH:mm:ss"_s));
        break;
    case Settler::State::Reading:
        notice.next = Wording::tr("Purser is reading the token\u2026");
        break;
    case Settler::State::Stopped:
        notice.next = Wording::tr("Purser has stopped looking. Check now, or close the change "
                                  "with Abandon.");
        break;
    case Settler::State::GaveUp:
        notice.next = Wording::tr("Purser could not find out, and has stopped looking. Check now, "
                                  "or close the change with Abandon.");
        break;
    }
    return notice;
}

Notice undecidedOfOther(const ChangeRecord &record, bool mayBeOther, const Reader &reader)
{
    return {
        Wording::tr("A change of the token %1 by the account \u201c%2\u201d at the same "
                    "service (%3) is still undecided.")
            .arg(quoted(record.key.token), record.key.account, sentAgo(record, reader)),
        mayBeOther ? Wording::tr("The two accounts' JWTs differ: these may be two admins of one "
                                 "customer, or two customers with a token of one name. That "
                                 "can't be told from here.")
                   : Wording::tr("Until that is known, nothing else is sent to it."),
        mayBeOther ? Wording::tr("Say which it is, or wait until it is known what became of it.")
                   : Wording::tr("Wait for it, then load the token again.")};
}

Notice undecidedElsewhere(const ChangeRecord &record, const Reader &reader)
{
    return {Wording::tr("Another window or program of Purser sent a change of the token %1 (%2), "
                        "and it is not known yet what became of it.")
                .arg(quoted(record.key.token), sentAgo(record, reader)),
            Wording::tr("Until that is known, nothing else is sent to it."),
            Wording::tr("Wait for it, then load the token again.")};
}

QString field(Field field)
{
    switch (field) {
    case Field::Balance:
        return Wording::tr("Balance");
    case Field::Expiry:
        return Wording::tr("Expiry");
    case Field::ActiveBalance:
        return Wording::tr("Active balance");
    case Field::ResetPeriod:
        return Wording::tr("Reset period");
    case Field::ResetAmount:
        return Wording::tr("Reset amount");
    }
    return {};
}

QString value(Field field, const Token &token, const Reader &reader)
{
    switch (field) {
    case Field::Balance:
        return balance(token.balance, reader.locale);
    case Field::Expiry:
        return expiry(token.expiry, reader.zone);
    case Field::ActiveBalance:
        return activeBalance(token.activeBalance);
    case Field::ResetPeriod:
        return token.resetPeriod ? resetPeriod(*token.resetPeriod) : Wording::tr("Not stated");
    case Field::ResetAmount:
        return balance(token.resetAmount, reader.locale);
    }
    return {};
}

QString resetPeriod(ResetPeriod period)
{
    switch (period) {
    case ResetPeriod::None:
        return Wording::tr("No reset");
    case ResetPeriod::Daily:
        return Wording::tr("Daily");
    case ResetPeriod::Weekly:
        return Wording::tr("Weekly, on Monday");
    case ResetPeriod::Monthly:
        return Wording::tr("Monthly, on the 1st");
    }
    return {};
}

QStringList differences(const Token &before, const Token &after, const Reader &reader)
{
    QStringList lines;
    for (const Field one : AllFields) {
        // A field that the reply leaves out has not been seen to change.
        if (states(one, after) && !isSameField(one, before, after)) {
            lines.append(
                Wording::tr("%1: %2 \u2192 %3")
                    .arg(field(one), value(one, before, reader), value(one, after, reader)));
        }
    }
    return lines;
}

} // namespace purser::wording
