// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace purser {

//! In the place of a customer's fingerprint: a key that names no customer. Two such keys may be of
//! two customers; nothing can tell.
inline constexpr QLatin1StringView UnnamedCustomer("?");

//! fingerprint: Bearer::customer(), which is empty for a key that names none.
inline QString customerMark(const QString &fingerprint)
{
    return fingerprint.isEmpty() ? QString(UnnamedCustomer) : fingerprint;
}

} // namespace purser
