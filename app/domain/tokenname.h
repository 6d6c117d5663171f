// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace purser {

//! Why a text can't be used as a token's name in a request.
enum class TokenNameProblem {
    Empty,
    TooLong, //!< over 200 characters
    DotSegment, //!< "." or "..": they would climb in the URL
    Slash, //!< can't be addressed on this service, not even as %2F
    ControlCharacter,
    LoneSurrogate, //!< half a character: it can't be written in UTF-8
    Noncharacter, //!< U+FFFE or U+FFFF: the journal's SQLite would keep U+FFFD, another name
};

//! 200 characters (code points, as the service counts them).
inline constexpr int MaximumTokenNameLength = 200;

//! Nothing if the name can be sent. Names are sent as they are: spaces at the ends and any
//! Unicode form are the name's own.
std::optional<TokenNameProblem> tokenNameProblem(const QString &name);

} // namespace purser
