// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/outcome.h"

using namespace Qt::StringLiterals;

namespace purser {

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Intended:
        return u"intended"_s;
    case Outcome::Sent:
        return u"sent"_s;
    case Outcome::Applied:
        return u"applied"_s;
    case Outcome::AppliedDifferently:
        return u"applied_differently"_s;
    case Outcome::AppliedUnconfirmed:
        return u"applied_unconfirmed"_s;
    case Outcome::NotApplied:
        return u"not_applied"_s;
    case Outcome::Rejected:
        return u"rejected"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    case Outcome::Abandoned:
        return u"abandoned"_s;
    }
    return {};
}

std::optional<Outcome> outcomeFromWord(const QString &word)
{
    for (const Outcome outcome : AllOutcomes) {
        if (outcomeWord(outcome) == word) {
            return outcome;
        }
    }
    return std::nullopt;
}

} // namespace purser
