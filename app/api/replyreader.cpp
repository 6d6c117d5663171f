// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replyreader.h"

#include "api/errorbody.h"
#include "api/secretfields.h"
#include "api/tokenjson.h"
#include "api/transport.h"
#include "domain/exacttext.h"

#include <QJsonArray>
#include <QMetaEnum>

#include <array>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! 100,000 tokens of 28 fields each; so many values take at most about 700 MB.
constexpr qsizetype MaximumListValues = 3'000'000;

QString requestIdOf(const HttpReply &reply, const Bearer &bearer)
{
    static constexpr std::array<const char *, 7> names{
        "X-Request-ID",    "CF-Ray",      "X-Correlation-ID", "X-Amzn-RequestId",
        "X-Amzn-Trace-Id", "X-Amz-Cf-Id", "Traceparent"};
    for (const char *name : names) {
        const QString id = shownText(QString::fromLatin1(reply.header(name)), bearer, 128);
        if (!id.isEmpty()) {
            return id;
        }
    }
    return {};
}

ReplyInfo infoOf(const HttpReply &reply, const Bearer &bearer)
{
    return {reply.status, requestIdOf(reply, bearer), reply.duration, {}};
}

ApiErrorKind kindOfNetworkError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return ApiErrorKind::NameResolution;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return ApiErrorKind::ConnectionRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return ApiErrorKind::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ApiErrorKind::Deadline;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return ApiErrorKind::MalformedReply;
    default:
        return ApiErrorKind::ConnectionLost;
    }
}

ApiErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 422:
        return ApiErrorKind::Validation;
    case 401:
        return ApiErrorKind::SignIn;
    case 403:
        return ApiErrorKind::Forbidden;
    case 404:
        return ApiErrorKind::NotFound;
    case 408:
        return ApiErrorKind::Server;
    case 429:
        return ApiErrorKind::Throttled;
    default:
        break;
    }
    if (status >= 300 && status < 400) {
        return ApiErrorKind::Redirected;
    }
    if (status >= 400 && status < 500) {
        return ApiErrorKind::Rejected;
    }
    if (status >= 500 && status < 600) {
        return ApiErrorKind::Server;
    }
    return ApiErrorKind::MalformedReply;
}

bool isErrorStatus(int status)
{
    return status >= 300 && status < 600;
}

//! An error status has decided the kind even where its body did not arrive whole; in all else
//! the one who ended the exchange decides, then the network, then the status.
ApiErrorKind kindOf(const HttpReply &reply)
{
    if (isErrorStatus(reply.status)) {
        return kindOfStatus(reply.status);
    }
    switch (reply.stop) {
    case StopReason::Cancelled:
        return ApiErrorKind::Cancelled;
    case StopReason::Deadline:
        return ApiErrorKind::Deadline;
    case StopReason::TooLarge:
        return ApiErrorKind::ReplyTooLarge;
    case StopReason::Outdated:
        return ApiErrorKind::Outdated;
    case StopReason::None:
        break;
    }
    if (reply.error != QNetworkReply::NoError) {
        return kindOfNetworkError(reply.error);
    }
    return kindOfStatus(reply.status);
}

//! Never errorString(): it holds the whole URL and the server's text.
QString technicalDetail(const HttpReply &reply)
{
    if (reply.error == QNetworkReply::NoError) {
        return {};
    }
    const char *key = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(reply.error);
    return QString::fromLatin1(key);
}

Effect effectOf(const HttpReply &reply, Purpose purpose)
{
    if (purpose == Purpose::Read || (reply.status == 0 && !reply.bodyWasTaken)) {
        return Effect::None;
    }
    return effectOfStatus(reply.status);
}

ApiError errorFrom(const HttpReply &reply, Purpose purpose, const Bearer &bearer)
{
    ApiError error;
    error.kind = kindOf(reply);
    error.effect = effectOf(reply, purpose);
    error.status = reply.status;
    error.requestId = requestIdOf(reply, bearer);
    error.detail = technicalDetail(reply);
    if (!isErrorStatus(reply.status)) {
        return error;
    }
    const ErrorBody body = errorBodyFrom(reply.body, bearer);
    error.hasJsonBody = body.isJson;
    error.serviceMessage = body.message;
    error.fieldMessages = body.fieldMessages;
    if (reply.status == 429 || reply.status == 503) {
        error.retryAfter =
            retryWait(reply.header("Retry-After"), reply.header("Date"), body.message);
    }
    if (!body.isJson) {
        const QString type =
            shownText(QString::fromLatin1(reply.header("Content-Type")), bearer, 80);
        error.detail = u"not JSON: %1 bytes of %2"_s.arg(reply.body.size())
                           .arg(type.isEmpty() ? u"no stated type"_s : type);
    }
    return error;
}

ApiError malformed(const HttpReply &reply, Purpose purpose, const Bearer &bearer,
                   const QString &detail)
{
    ApiError error = errorFrom(reply, purpose, bearer);
    error.kind = ApiErrorKind::MalformedReply;
    error.detail = bearer.redacted(detail);
    return error;
}

bool isWhole200(const HttpReply &reply)
{
    return reply.status == 200 && reply.error == QNetworkReply::NoError && reply.isComplete();
}

//! What is wrong with a body that is not of the asked kind.
QString isNotJson(const Expected<QJsonValue, JsonProblem> &json, const QString &otherwise)
{
    return !json && json.error().isTooLarge ? u"the reply: "_s + json.error().detail : otherwise;
}

//! What a token shows as it came, without a bearer token that the service sent back.
Token redactedToken(Token token, const Bearer &bearer)
{
    token.typeText = bearer.redacted(token.typeText);
    for (OtherField &field : token.otherFields) {
        field = {bearer.redacted(field.name), bearer.redacted(field.value)};
    }
    return token;
}

} // namespace

Effect effectOfStatus(int status)
{
    switch (status) {
    case 300:
    case 301:
    case 307:
    case 308:
        return Effect::Rejected;
    case 408:
        return Effect::Unknown;
    default:
        return status >= 400 && status < 500 ? Effect::Rejected : Effect::Unknown;
    }
}

bool asksForReadByPatch(const HttpReply &reply)
{
    return reply.status == 405
        || (reply.status == 404 && reply.isComplete() && !isJson(reply.body));
}

bool hasNoList(const ApiError &error)
{
    return error.status == 405 || (error.status == 404 && !error.hasJsonBody);
}

TokenResult tokenResultFrom(const HttpReply &reply, Purpose purpose, const QString &name,
                            const Bearer &bearer)
{
    if (!isWhole200(reply)) {
        if (reply.status == 200 && reply.stop == StopReason::None
            && reply.error == QNetworkReply::NoError) {
            return Unexpected{
                malformed(reply, purpose, bearer, u"the reply's length is not the stated one"_s)};
        }
        return Unexpected{errorFrom(reply, purpose, bearer)};
    }
    const auto json = jsonFromUtf8(reply.body);
    if (!json || !json->isObject()) {
        return Unexpected{malformed(reply, purpose, bearer,
                                    isNotJson(json, u"the reply is not a JSON object"_s))};
    }
    const auto token = tokenFromJson(*json);
    if (!token) {
        return Unexpected{malformed(reply, purpose, bearer, token.error())};
    }
    if (token->name != name) {
        return Unexpected{malformed(reply, purpose, bearer, u"the reply names another token"_s)};
    }
    TokenReply result{redactedToken(*token, bearer), infoOf(reply, bearer)};
    result.info.rawJson = bearer.redacted(indentedJson(withoutSecrets(*json)));
    return result;
}

TokenListResult tokenListResultFrom(const HttpReply &reply, const Bearer &bearer)
{
    if (!isWhole200(reply)) {
        return Unexpected{errorFrom(reply, Purpose::Read, bearer)};
    }
    const auto json = jsonFromUtf8(reply.body, MaximumListValues);
    if (!json || !json->isArray()) {
        return Unexpected{malformed(reply, Purpose::Read, bearer,
                                    isNotJson(json, u"the reply is not a JSON array"_s))};
    }
    TokenListReply result{{}, infoOf(reply, bearer)};
    const QJsonArray items = json->toArray();
    result.tokens.reserve(items.size());
    for (const QJsonValue &item : items) {
        const auto token = tokenFromJson(item);
        if (!token) {
            return Unexpected{malformed(reply, Purpose::Read, bearer, token.error())};
        }
        result.tokens.append(redactedToken(*token, bearer));
        result.tokens.last().name = bearer.redacted(token->name); // nobody asked for this one
    }
    return result;
}

} // namespace purser
