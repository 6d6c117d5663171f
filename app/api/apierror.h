// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace purser {

//! What went wrong with a call.
enum class ApiErrorKind {
    InvalidName, //!< the name can't be sent; nothing was
    Cancelled, //!< by cancel()
    Deadline, //!< no complete reply in time
    Outdated, //!< what was checked before is too old: no byte of the change left
    ClocksApart, //!< cut off: the computer slept, or its clock was set, while it was under way
    NameResolution, //!< the service's host was not found
    ConnectionRefused,
    ConnectionLost, //!< broken before, within or instead of the reply
    Tls, //!< no trusted connection
    Redirected, //!< any 3xx: never followed
    SignIn, //!< 401
    Forbidden, //!< 403
    NotFound, //!< 404
    Validation, //!< 400, 422: see fieldMessages
    Throttled, //!< 429: see retryAfter
    Rejected, //!< any other 4xx but 408
    Server, //!< 408 and 5xx
    MalformedReply, //!< a reply that is not what the contract says, an unexpected 2xx included
    ReplyTooLarge, //!< the reply grew over its cap and was cut off
};

//! Whether the service may have acted on a change.
enum class Effect {
    None, //!< the request's body never left
    Rejected, //!< the service answered that it did not act
    Unknown, //!< it may have acted
};

//! Why a call failed. Everything in it that came from outside is plain text, shortened, and
//! free of the bearer token.
struct ApiError {
    ApiErrorKind kind = ApiErrorKind::ConnectionLost;
    Effect effect = Effect::Unknown;
    int status = 0; //!< HTTP status; 0 where none arrived
    QString requestId; //!< X-Request-ID, CF-Ray or the like
    QString serviceMessage; //!< the service's own words for the whole request
    QMap<QString, QStringList> fieldMessages; //!< its words per field, by the contract's names
    std::optional<std::chrono::seconds> retryAfter; //!< as the service stated it
    bool hasJsonBody = false; //!< an error status came with JSON: not with a gateway's page
    QString detail; //!< technical, for the details pane and reports: not a sentence

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

} // namespace purser
