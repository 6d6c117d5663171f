// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customer.h"
#include "domain/outcome.h"
#include "domain/tokenpatch.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace purser {

//! Whose token a change is of: the journal is one for all accounts. A token is told by the
//! account's id, the service's URL and the token's own identity; what else is here is for people,
//! or a hint, and may change without its being another token.
struct TokenKey {
    QString account; //!< the user's own word for it
    QString origin; //!< the service's scheme, host and port
    QString token; //!< the token's name, which is its identity too
    QString accountId = {}; //!< Account::id
    QString serviceUrl = {}; //!< ServiceUrl::identity()
    QString customer = {}; //!< Bearer::customer() of the JWT; empty: not known

    friend bool operator==(const TokenKey &a, const TokenKey &b)
    {
        return a.token == b.token && a.accountId == b.accountId && a.serviceUrl == b.serviceUrl
            && (!a.accountId.isEmpty() || (a.account == b.account && a.origin == b.origin));
    }
};

//! How a change came to its outcome, as the column settled_how has it.
namespace settledhow {
inline constexpr QLatin1StringView Reply("reply"); //!< the answer to the change itself
inline constexpr QLatin1StringView Read("read"); //!< a later read
inline constexpr QLatin1StringView NotSent("not_sent"); //!< it is certain that no byte left
inline constexpr QLatin1StringView Recovered("recovered"); //!< its run was gone before it sent
inline constexpr QLatin1StringView User("user"); //!< closed by hand
} // namespace settledhow

//! One row of the journal's table changes. It holds the contract's fields of a token and no
//! others: a secret can't get into it.
struct ChangeRecord {
    qint64 id = 0; //!< 0: not in the journal yet
    TokenKey key;
    QDateTime createdAt; //!< UTC
    QString reason;
    Token before; //!< as read just before it was sent
    TokenPatch patch; //!< as sent
    Token expected; //!< what the token is to be
    std::optional<Token> after; //!< as the service stated it afterwards
    Outcome outcome = Outcome::Intended;
    QDateTime settledAt; //!< UTC; invalid while it is undecided
    QString settledHow; //!< see settledhow
    int status = 0; //!< HTTP status of the answer to the change; 0: none
    QString requestId;
    QString error; //!< one technical word or sentence; never the service's secret, never a JWT
    std::optional<std::chrono::milliseconds> duration; //!< of the change's own request
    QString appVersion;
    std::optional<qint64> undoes; //!< the change that this one takes back
    QString run; //!< the run of Purser that wrote it, or that took it over
    qint64 seq = 0; //!< the journal's number of the row's last write
    //! The journal's number when the read was asked for that `before` is from; nothing: not known.
    std::optional<qint64> readSeq;
    QDateTime readAt; //!< UTC, of that read: for people
    QString submit; //!< names the user's act, in the draft too; empty: not known
    QString kind = QStringLiteral("edit"); //!< what the change does to the token
    QString batch; //!< of which batch; empty: of none
    QString boot; //!< Moment::toText() of when it may have left at the earliest; empty: not known

    friend bool operator==(const ChangeRecord &, const ChangeRecord &) = default;
};

//! Whose key a change was written down with: a fingerprint, or UnnamedCustomer; empty for a row of
//! Purser 0.1.0, which did not look.
inline QString customerMarkOf(const ChangeRecord &record)
{
    return record.key.customer.isEmpty() && !record.readSeq ? QString()
                                                            : customerMark(record.key.customer);
}

} // namespace purser
