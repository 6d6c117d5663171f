// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tokenpatch.h"

#include <algorithm>

namespace purser {

namespace {

template <typename Asked, typename Stated>
FieldMatch matchOf(const std::optional<Asked> &asked, const std::optional<Stated> &stated)
{
    if (!asked) {
        return FieldMatch::NotAsked;
    }
    if (!stated) {
        return FieldMatch::NotStated;
    }
    return *stated == *asked ? FieldMatch::Holds : FieldMatch::Differs;
}

} // namespace

bool TokenPatch::has(Field field) const
{
    return match(field, Token()) != FieldMatch::NotAsked;
}

void TokenPatch::drop(Field field)
{
    visitField(field, [this](auto /*inToken*/, auto inPatch) { (this->*inPatch).reset(); });
}

TokenPatch TokenPatch::changing(const Token &token) const
{
    TokenPatch left = *this;
    for (const Field field : AllFields) {
        if (match(field, token) == FieldMatch::Holds) {
            left.drop(field);
        }
    }
    return left;
}

FieldMatch TokenPatch::match(Field field, const Token &reply) const
{
    FieldMatch found = FieldMatch::NotAsked;
    visitField(field, [&](auto inToken, auto inPatch) {
        found = matchOf(this->*inPatch, reply.*inToken);
    });
    return found;
}

bool TokenPatch::isHeldBy(const Token &reply) const
{
    return std::all_of(AllFields.begin(), AllFields.end(), [&](Field field) {
        const FieldMatch found = match(field, reply);
        return found == FieldMatch::NotAsked || found == FieldMatch::Holds;
    });
}

bool TokenPatch::isContradictedBy(const Token &reply) const
{
    return std::any_of(AllFields.begin(), AllFields.end(),
                       [&](Field field) { return match(field, reply) == FieldMatch::Differs; });
}

Token TokenPatch::appliedTo(const Token &token) const
{
    Token after = token;
    visitFields([&](Field /*field*/, auto inToken, auto inPatch) {
        if (this->*inPatch) {
            after.*inToken = *(this->*inPatch);
        }
    });
    if (resetPeriod) {
        if (*resetPeriod == ResetPeriod::None) {
            after.resetAmount = MaybeBalance();
        } else {
            after.activeBalance = true;
        }
    }
    return after;
}

bool isSameField(Field field, const Token &a, const Token &b)
{
    bool isSame = true;
    visitField(field, [&](auto inToken, auto /*inPatch*/) { isSame = a.*inToken == b.*inToken; });
    return isSame;
}

Token mergedToken(const Token &known, const Token &reply)
{
    Token merged = reply;
    visitFields([&](Field /*field*/, auto inToken, auto /*inPatch*/) {
        if (!(merged.*inToken)) {
            merged.*inToken = known.*inToken;
        }
    });
    return merged;
}

bool states(Field field, const Token &token)
{
    return !isSameField(field, token, Token());
}

} // namespace purser
