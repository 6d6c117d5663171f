// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/outcome.h"
#include "domain/tokenpatch.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace purser {

//! Whose token a change is of: the journal is one for all accounts.
struct TokenKey {
    QString account; //!< the user's own word for it
    QString origin; //!< the service's scheme, host and port
    QString token; //!< the token's name

    friend bool operator==(const TokenKey &, const TokenKey &) = default;
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

    friend bool operator==(const ChangeRecord &, const ChangeRecord &) = default;
};

} // namespace purser
