// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/evidence.h"

#include <algorithm>
#include <utility>

namespace purser {

namespace {

//! Which story a field tells.
enum class Story {
    Nothing, //!< both stories explain it, or it is not stated
    New, //!< only the change explains it
    Old, //!< only its absence explains it
    Other, //!< neither does: somebody else's hand
};

//! Clocks differ, and resets run late.
constexpr std::chrono::minutes ResetSlack{5};

//! From the earliest to the latest instant that it may have been between sending and the read's
//! answer, by whichever clock was right.
std::pair<QDateTime, QDateTime> spanOf(const Change &change, const Sighting &sighting)
{
    const QDateTime from = change.sentAfter.wall;
    const QDateTime to = sighting.answered.wall;
    QDateTime earliest = std::min(from, to);
    QDateTime latest = std::max(from, to);
    if (change.hasClocks) {
        const auto real = sighting.answered.sinceBoot - change.sentAfter.sinceBoot;
        earliest = std::min(earliest, to.addMSecs(-real.count()));
        latest = std::max(latest, from.addMSecs(real.count()));
    }
    return {earliest, latest};
}

bool resetFellBetween(const Change &change, const Sighting &sighting)
{
    const auto [earliest, latest] = spanOf(change, sighting);
    const ChangeRecord &record = change.record;
    for (const Token *token : {&record.before, &record.expected}) {
        const auto period = token->resetPeriod.value_or(ResetPeriod::None);
        if (resetFallsBetween(period, earliest, latest, ResetSlack)) {
            return true;
        }
    }
    return false;
}

//! Whether a reset, of the token as it was or as it is to be, would set just this balance.
bool resetMakes(const Change &change, Balance balance)
{
    const ChangeRecord &record = change.record;
    return record.before.resetAmount.value_or(MaybeBalance()) == balance
        || record.expected.resetAmount.value_or(MaybeBalance()) == balance;
}

Story balanceStory(const Change &change, const Token &read, const Sighting &sighting)
{
    const MaybeBalance asked = change.record.patch.balance;
    const MaybeBalance is = read.balance.value_or(MaybeBalance());
    const MaybeBalance was = change.record.before.balance.value_or(MaybeBalance());
    const bool reset = resetFellBetween(change, sighting);
    if (!is) {
        if (!read.balance || reset) {
            return Story::Nothing;
        }
        const bool noneBefore = change.record.before.balance && !was;
        return noneBefore ? Story::Old : Story::Other; // a balance can't become none
    }
    if (*is == *asked) {
        return reset && resetMakes(change, *is) ? Story::Nothing : Story::New;
    }
    if (reset) {
        return Story::Nothing;
    }
    if (!was) {
        // There was none before, or it was not stated: having less than asked needs the change.
        return change.record.before.balance && *is < *asked && change.sentAlone ? Story::New
                                                                                : Story::Nothing;
    }
    if (*is == *was) {
        return Story::Old; // spending would hardly stop at just this one
    }
    if (*is > *was && *is > *asked) {
        return Story::Other;
    }
    if (*is > *was) { // and below the asked one
        return change.sentAlone ? Story::New : Story::Nothing;
    }
    if (*is > *asked) { // and below the old one
        return change.sentAlone ? Story::Old : Story::Nothing;
    }
    return Story::Nothing;
}

template <typename Value>
Story plainStory(const std::optional<Value> &asked, const std::optional<Value> &was,
                 const std::optional<Value> &is)
{
    if (!is) {
        return Story::Nothing;
    }
    if (is == asked) {
        return Story::New;
    }
    if (!was) {
        return Story::Nothing;
    }
    return is == was ? Story::Old : Story::Other;
}

Story plainStoryOf(Field field, const Change &change, const Token &read, const Sighting &sighting)
{
    const TokenPatch &asked = change.record.patch;
    const Token &was = change.record.before;
    if (field == Field::Balance) {
        return balanceStory(change, read, sighting);
    }
    Story story = Story::Nothing;
    visitField(field, [&](auto inToken, auto inPatch) {
        if constexpr (std::is_same_v<decltype(asked.*inPatch), decltype(was.*inToken)>) {
            story = plainStory(asked.*inPatch, was.*inToken, read.*inToken);
        }
    });
    return story;
}

//! What a story is worth beside other changes that may have been there at the same time: one that
//! set this field may have made what is read, and each writes the service's whole row back, so it
//! may have taken back what this one had done.
Story storyOf(Field field, const Change &change, const Token &read, const Sighting &sighting)
{
    const Story story = plainStoryOf(field, change, read, sighting);
    if (change.sentAlone) {
        return story;
    }
    return story == Story::New && !change.contested.contains(field) ? Story::New : Story::Nothing;
}

//! Whether nothing of the change may be under way any more when this read was asked for.
bool isLongOver(const Change &change, const Sighting &sighting)
{
    if (!change.overAt.isValid()) {
        return false;
    }
    const auto sinceOver = atLeast(change.overAt, sighting.asked);
    if (change.mayHaveWaited.count() == 0) {
        return sinceOver >= NotSeenYetPeriod; // this run's own: it gave the connection up itself
    }
    if (change.hasClocks && !wentApart(change.sentAfter, sighting.asked)
        && sighting.asked.monotonic >= change.overAt.monotonic
        && atLeast(change.sentAfter, sighting.asked) >= change.mayHaveWaited + NotSeenYetPeriod) {
        return true;
    }
    return change.oldSince && atLeast(*change.oldSince, sighting.asked) >= NotSeenYetPeriod;
}

//! Whether a change that was closed by hand had all the time there is to reach the service before
//! this one's token was read.
bool isLongPast(const ChangeRecord &rival, const Change &change, const Moment &now)
{
    constexpr std::chrono::minutes LatestArrival{10};
    constexpr qint64 SecondsOfADay = 24 * 60 * 60;
    const ChangeRecord &record = change.record;
    if (!record.readSeq || rival.seq > *record.readSeq) {
        return false;
    }
    const auto left = Moment::fromText(rival.boot, rival.createdAt, now);
    if (left && change.hasClocks) {
        return atLeast(*left, change.sentAfter) > LatestArrival
            && !wentApart(*left, change.sentAfter);
    }
    return rival.settledAt.isValid() && rival.settledAt.addSecs(SecondsOfADay) < record.createdAt;
}

QList<Field> fieldsSetBy(const ChangeRecord &record)
{
    QList<Field> fields;
    for (const Field field : AllFields) {
        // What can't be read of a row may have been anything; a reset's period brings the others.
        if (record.patch.isEmpty() || record.patch.has(field) || record.patch.resetPeriod) {
            fields.append(field);
        }
    }
    return fields;
}

} // namespace

Outcome outcomeOfReply(const TokenPatch &asked, const Token &reply)
{
    if (asked.isHeldBy(reply)) {
        return Outcome::Applied;
    }
    return asked.isContradictedBy(reply) ? Outcome::AppliedDifferently
                                         : Outcome::AppliedUnconfirmed;
}

Verdict verdictOf(const Change &change, const Token &read, const Sighting &sighting)
{
    int news = 0;
    int olds = 0;
    int others = 0;
    for (const Field field : AllFields) {
        if (!change.record.patch.has(field)) {
            continue;
        }
        const Story story = storyOf(field, change, read, sighting);
        news += story == Story::New ? 1 : 0;
        olds += story == Story::Old ? 1 : 0;
        others += story == Story::Other ? 1 : 0;
    }
    if (others > 0 || (news > 0) == (olds > 0)) {
        return Verdict::CannotTell;
    }
    if (news > 0) {
        return Verdict::Applied;
    }
    return isLongOver(change, sighting) ? Verdict::NotApplied : Verdict::NotSeenYet;
}

void weighRivals(Change &change, const QList<ChangeRecord> &rivals, const Moment &now)
{
    for (const ChangeRecord &rival : rivals) {
        if (rival.outcome == Outcome::Abandoned && isLongPast(rival, change, now)) {
            continue;
        }
        change.sentAlone = false;
        const auto fields = fieldsSetBy(rival);
        for (const Field field : fields) {
            if (!change.contested.contains(field)) {
                change.contested.append(field);
            }
        }
    }
}

void noteSighting(Change &change, Verdict verdict, const Sighting &sighting)
{
    const bool isOld = verdict == Verdict::NotSeenYet || verdict == Verdict::NotApplied;
    if (!isOld) {
        change.oldSince.reset();
    } else if (!change.oldSince && change.overAt.isValid()
               && sighting.asked.monotonic >= change.overAt.monotonic) {
        change.oldSince = sighting.asked;
    }
}

} // namespace purser
