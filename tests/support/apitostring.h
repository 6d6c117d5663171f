// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apierror.h"

#include <QTest>

#include <array>

//! Names for what QCOMPARE prints.
namespace purser {

inline char *toString(ApiErrorKind kind)
{
    static constexpr std::array names{"InvalidName",       "Cancelled",      "Deadline",
                                      "Outdated",          "ClocksApart",    "NameResolution",
                                      "ConnectionRefused", "ConnectionLost", "Tls",
                                      "Redirected",        "SignIn",         "Forbidden",
                                      "NotFound",          "Validation",     "Throttled",
                                      "Rejected",          "Server",         "MalformedReply",
                                      "ReplyTooLarge"};
    static_assert(names.size() == static_cast<size_t>(ApiErrorKind::ReplyTooLarge) + 1);
    return qstrdup(names.at(static_cast<size_t>(kind)));
}

inline char *toString(Effect effect)
{
    static constexpr std::array names{"None", "Rejected", "Unknown"};
    return qstrdup(names.at(static_cast<size_t>(effect)));
}

} // namespace purser
