// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/bearer.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace purser {

//! The service's words in an error reply, as shownText() makes them; fields that hold a secret
//! are left out.
struct ErrorBody {
    bool isJson = false;
    QString message; //!< for the whole request; empty if it says nothing
    QMap<QString, QStringList> fieldMessages;

    friend bool operator==(const ErrorBody &, const ErrorBody &) = default;
};

//! Understands every body that the service and its framework are known to send (a detail, an
//! error with a text or messages per field, messages per field alone); of anything else, such
//! as an HTML page, only that it is not JSON.
ErrorBody errorBodyFrom(const QByteArray &body, const Bearer &bearer);

//! Whether the body is JSON of any kind, a bare text or number included. Nothing is not.
bool isJson(const QByteArray &body);

//! The wait of a 429: the Retry-After header (seconds, or an HTTP date compared with the
//! reply's Date), else the seconds named in the message. Nothing where neither says one.
std::optional<std::chrono::seconds> retryWait(const QByteArray &retryAfter, const QByteArray &date,
                                              const QString &message);

//! Text from outside, fit to be shown: one line, no control or direction signs, the bearer and
//! whatever looks like a secret replaced, and only then cut to maximum characters, so that no part
//! of them is left.
QString shownText(const QString &text, const Bearer &bearer, qsizetype maximum = 500);

} // namespace purser
