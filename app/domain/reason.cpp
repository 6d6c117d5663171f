// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/reason.h"

#include <algorithm>

namespace purser {

std::optional<ReasonProblem> reasonProblem(const QString &text)
{
    if (text.size() > LongestReason) {
        return ReasonProblem::TooLong;
    }
    const bool isPlain = std::none_of(text.cbegin(), text.cend(),
                                      [](QChar c) { return c.category() == QChar::Other_Control; });
    return isPlain ? std::nullopt : std::optional(ReasonProblem::NotOneLine);
}

} // namespace purser
