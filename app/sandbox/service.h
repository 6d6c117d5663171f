// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/faultplan.h"
#include "sandbox/tokenstore.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace purser::sandbox {

//! A request as it came in.
struct Request {
    QByteArray method;
    QByteArray target; //!< path and query, still percent-encoded
    QByteArray authorization;
    QByteArray contentType;
    QByteArray body;
};

//! How an answer leaves.
enum class Delivery {
    Whole,
    Half, //!< the length of all of it, half of it, then the connection closes
    Closed, //!< nothing: the connection closes
    Never, //!< nothing, and the connection stays open
};

struct Answer {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
};

//! The stand-in itself, without a network: routes, checks and answers as the service and its
//! framework do, in the framework's order (path, bearer, method, token, body, fields).
class Service {
public:
    Service(TokenStore store, FaultPlan faults, QByteArray jwt);

    Answer answer(const Request &request);

private:
    Answer list(const Request &request);
    Answer token(const Request &request, const QString &name);
    Answer patch(const Request &request, const QString &name);
    Answer change(const QString &name, const Change &change);
    [[nodiscard]] std::optional<Answer> signInProblem(const Request &request) const;

    TokenStore m_store;
    FaultPlan m_faults;
    QByteArray m_jwt;
};

} // namespace purser::sandbox
