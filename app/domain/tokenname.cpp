// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tokenname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

std::optional<TokenNameProblem> tokenNameProblem(const QString &name)
{
    if (name.isEmpty()) {
        return TokenNameProblem::Empty;
    }
    if (!name.isValidUtf16()) {
        return TokenNameProblem::LoneSurrogate;
    }
    if (name == "."_L1 || name == ".."_L1) {
        return TokenNameProblem::DotSegment;
    }
    if (name.contains(u'/')) {
        return TokenNameProblem::Slash;
    }
    if (std::any_of(name.begin(), name.end(),
                    [](QChar c) { return c.category() == QChar::Other_Control; })) {
        return TokenNameProblem::ControlCharacter;
    }
    if (name.contains(QChar(0xfffe)) || name.contains(QChar(0xffff))) {
        return TokenNameProblem::Noncharacter;
    }
    const auto lowSurrogates =
        std::count_if(name.begin(), name.end(), [](QChar c) { return c.isLowSurrogate(); });
    if (name.size() - lowSurrogates > MaximumTokenNameLength) {
        return TokenNameProblem::TooLong;
    }
    return std::nullopt;
}

} // namespace purser
