// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/evidence.h"

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

bool resetFellBetween(const Change &change, const QDateTime &readAt)
{
    const ChangeRecord &record = change.record;
    for (const Token *token : {&record.before, &record.expected}) {
        const auto period = token->resetPeriod.value_or(ResetPeriod::None);
        if (resetFallsBetween(period, change.sentAfter, readAt, ResetSlack)) {
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

Story balanceStory(const Change &change, const Token &read, const QDateTime &readAt)
{
    const MaybeBalance asked = change.record.patch.balance;
    const MaybeBalance is = read.balance.value_or(MaybeBalance());
    const MaybeBalance was = change.record.before.balance.value_or(MaybeBalance());
    const bool reset = resetFellBetween(change, readAt);
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

Story storyOf(Field field, const Change &change, const Token &read, const QDateTime &readAt)
{
    const TokenPatch &asked = change.record.patch;
    const Token &was = change.record.before;
    switch (field) {
    case Field::Balance:
        return balanceStory(change, read, readAt);
    case Field::Expiry:
        return plainStory(asked.expiry, was.expiry, read.expiry);
    case Field::ActiveBalance:
        return plainStory(asked.activeBalance, was.activeBalance, read.activeBalance);
    case Field::ResetPeriod:
        return plainStory(asked.resetPeriod, was.resetPeriod, read.resetPeriod);
    case Field::ResetAmount:
        return plainStory(asked.resetAmount, was.resetAmount, read.resetAmount);
    }
    return Story::Nothing;
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

Verdict verdictOf(const Change &change, const Token &read, const QDateTime &readAt)
{
    int news = 0;
    int olds = 0;
    int others = 0;
    for (const Field field : AllFields) {
        if (!change.record.patch.has(field)) {
            continue;
        }
        const Story story = storyOf(field, change, read, readAt);
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
    const bool longEnough = change.sentBefore.isValid()
        && change.sentBefore.addSecs(NotSeenYetPeriod.count()) <= readAt;
    return longEnough ? Verdict::NotApplied : Verdict::NotSeenYet;
}

} // namespace purser
