// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/replyreader.h"
#include "api/transport.h"
#include "support/apitostring.h"

//! What the tests of replies share: a token's reply, as the transport would hand it over.
namespace purser::test {

inline const QByteArray TokenJson = R"({"name":"budget","token_type":"api_token","balance":12.5})";

inline Bearer bearer()
{
    return *Bearer::fromBytes("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0ZXIifQ."
                              "c2lnbmF0dXJlLW9mLXRlc3Q");
}

//! A complete reply to a request whose body left.
inline HttpReply replyOf(int status, const QByteArray &body = TokenJson)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers = {{"Content-Type", "application/json"},
                     {"Content-Length", QByteArray::number(body.size())}};
    reply.bodyWasTaken = true;
    reply.duration = std::chrono::milliseconds(42);
    return reply;
}

inline TokenResult resultOf(const HttpReply &reply, Purpose purpose = Purpose::Change)
{
    return tokenResultFrom(reply, purpose, QStringLiteral("budget"), bearer());
}

} // namespace purser::test
