// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace purser {

//! Characters of a reason, which stands in the journal and its tables.
inline constexpr qsizetype LongestReason = 500;

enum class ReasonProblem {
    TooLong,
    NotOneLine, //!< or there is another control character in it
};

//! Why a text can't be a change's reason. No reason is none: whether one is wanted is the account's
//! rule.
std::optional<ReasonProblem> reasonProblem(const QString &text);

} // namespace purser
