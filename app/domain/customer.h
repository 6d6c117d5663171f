// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace purser {

//! In the place of a customer's fingerprint: a key that names no customer. Two such keys may be of
//! two customers; nothing can tell.
inline constexpr QLatin1StringView UnnamedCustomer("?");

//! Among an account's former customers: one of whom nothing is known.
inline constexpr QLatin1StringView UnknownCustomer("-");

//! fingerprint: Bearer::customer(), which is empty for a key that names none.
inline QString customerMark(const QString &fingerprint)
{
    return fingerprint.isEmpty() ? QString(UnnamedCustomer) : fingerprint;
}

//! The customers that are one with this, by what the user said of an account. mark: see
//! customerMark(); customers: the account's.
inline QStringList sameCustomers(const QStringList &customers, const QString &mark)
{
    return customers.contains(mark) ? customers : QStringList(mark);
}

//! Whether what was written down by a customer may be another one's than an account's. mark: that
//! customer's, or empty where it was not looked at; customers, formerCustomers: see Account.
inline bool mayBeAnothers(const QString &mark, const QStringList &customers,
                          const QStringList &formerCustomers)
{
    if (mark.isEmpty()) {
        return !formerCustomers.isEmpty();
    }
    // Of two keys that name none, the former may be another one's.
    const bool isFormer = mark == UnnamedCustomer && formerCustomers.contains(mark);
    return isFormer || (!customers.isEmpty() && !customers.contains(mark));
}

} // namespace purser
