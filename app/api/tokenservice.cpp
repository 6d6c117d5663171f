// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokenservice.h"

#include "api/background.h"
#include "api/replyreader.h"
#include "api/tokenjson.h"
#include "api/transport.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPointer>

namespace purser {

namespace {

constexpr qint64 TokenReplyCap = 1024 * 1024;
constexpr qint64 ListReplyCap = 64 * 1024 * 1024;

//! Ends a call with its result, from the event loop.
template <typename CallType, typename Result>
void endCall(CallType *call, const Result &result)
{
    QMetaObject::invokeMethod(
        call,
        [call, result] {
            call->deleteLater(); // first: a receiver may destroy the call, or all of them
            Q_EMIT call->finished(result);
        },
        Qt::QueuedConnection);
}

TokenResult invalidName()
{
    ApiError error;
    error.kind = ApiErrorKind::InvalidName;
    error.effect = Effect::None;
    return Unexpected{error};
}

class ListCall final : public TokenListCall {
public:
    ListCall(Transport &transport, const HttpRequest &request, const Bearer &bearer,
             QObject *parent)
        : TokenListCall(parent), m_exchange(transport.send(request, bearer))
    {
        connect(m_exchange, &Exchange::finished, this, [this, bearer](const HttpReply &reply) {
            // 100,000 tokens take longer to read than a window may stand still.
            m_parsing.setFuture(
                inBackground([reply, bearer] { return tokenListResultFrom(reply, bearer); }));
        });
        connect(&m_parsing, &QFutureWatcherBase::finished, this,
                [this] { endCall(this, m_cancelled ? cancelledList() : m_parsing.result()); });
    }
    ~ListCall() override
    {
        if (m_exchange) {
            m_exchange->cancel();
        }
    }

    void cancel() override
    {
        m_cancelled = true;
        if (m_exchange) {
            m_exchange->cancel();
        }
    }

private:
    static TokenListResult cancelledList()
    {
        ApiError error;
        error.kind = ApiErrorKind::Cancelled;
        error.effect = Effect::None;
        return Unexpected{error};
    }

    QPointer<Exchange> m_exchange;
    QFutureWatcher<TokenListResult> m_parsing;
    bool m_cancelled = false;
};

//! A call for one token: one exchange, or two where a read has to fall back.
class OneTokenCall : public TokenCall {
public:
    OneTokenCall(Transport &transport, QString name, const Bearer &bearer, QObject *parent)
        : TokenCall(parent), m_transport(transport), m_name(std::move(name)), m_bearer(bearer)
    {
    }
    ~OneTokenCall() override
    {
        if (m_exchange) {
            m_exchange->cancel();
        }
    }

    void cancel() override
    {
        m_cancelled = true;
        if (m_exchange) {
            m_exchange->cancel();
        }
    }
    //! Also true where the first exchange had ended before it could be cancelled.
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    void end(const TokenResult &result) { endCall(this, result); }

    [[nodiscard]] bool askedByPatch() const override { return m_askedByPatch; }

    template <typename OnReply>
    void send(const HttpRequest &request, OnReply onReply)
    {
        m_askedByPatch = m_askedByPatch || request.method == "PATCH";
        m_exchange = m_transport.send(request, m_bearer);
        connect(m_exchange, &Exchange::finished, this, onReply);
    }

    [[nodiscard]] TokenResult resultFrom(const HttpReply &reply, Purpose purpose) const
    {
        return tokenResultFrom(reply, purpose, m_name, m_bearer);
    }

private:
    Transport &m_transport;
    QString m_name;
    Bearer m_bearer;
    QPointer<Exchange> m_exchange;
    bool m_cancelled = false;
    bool m_askedByPatch = false;
};

HttpRequest tokenRequest(const QByteArray &method, const QUrl &url,
                         std::chrono::milliseconds deadline)
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.replyCap = TokenReplyCap;
    request.deadline = deadline;
    return request;
}

} // namespace

TokenService::TokenService(ServiceUrl url, QObject *parent, const QSslConfiguration &tls)
    : QObject(parent), m_url(std::move(url)), m_transport(std::make_unique<NetworkTransport>(tls))
{
}

TokenService::TokenService(ServiceUrl url, std::unique_ptr<Transport> transport, QObject *parent)
    : QObject(parent), m_url(std::move(url)), m_transport(std::move(transport))
{
}

TokenService::~TokenService()
{
    // The calls first: each one cancels its exchange, which belongs to the transport.
    const auto calls = findChildren<Call *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(calls);
}

void TokenService::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline = deadline;
}

void TokenService::setReadsByPatch(bool readsByPatch)
{
    m_readsByPatch = readsByPatch;
}

TokenListCall *TokenService::list(const Bearer &bearer, Priority priority)
{
    HttpRequest request;
    request.priority = priority;
    request.method = "GET";
    request.url = m_url.tokensUrl();
    request.replyCap = ListReplyCap;
    request.deadline = m_deadline;
    return new ListCall(*m_transport, request, bearer, this);
}

TokenCall *TokenService::read(const QString &name, const Bearer &bearer, Priority priority)
{
    auto *call = new OneTokenCall(*m_transport, name, bearer, this);
    const auto url = m_url.tokenUrl(name);
    if (!url) {
        call->end(invalidName());
        return call;
    }

    // One deadline for the read as a whole: the second exchange gets what the first one left.
    const auto readByPatch = [this, call, url = *url,
                              priority](std::chrono::milliseconds deadline) {
        HttpRequest request = tokenRequest("PATCH", url, deadline);
        request.priority = priority;
        request.body = patchToJson({});
        call->send(request, [this, call](const HttpReply &reply) {
            const auto result = call->resultFrom(reply, Purpose::Read);
            call->end(result);
            if (result && !m_readsByPatch) {
                m_readsByPatch = true;
                Q_EMIT readsByPatchLearned(); // last: a receiver may destroy the service
            }
        });
    };
    if (m_readsByPatch) {
        readByPatch(m_deadline);
        return call;
    }
    HttpRequest request = tokenRequest("GET", *url, m_deadline);
    request.priority = priority;
    call->send(request, [call, readByPatch, deadline = m_deadline](const HttpReply &reply) {
        const auto left = deadline - reply.duration;
        if (asksForReadByPatch(reply) && left.count() > 0 && !call->isCancelled()) {
            readByPatch(left);
        } else {
            call->end(call->resultFrom(reply, Purpose::Read));
        }
    });
    return call;
}

TokenCall *TokenService::update(const QString &name, const TokenPatch &patch, const Bearer &bearer,
                                const std::function<bool()> &mayLeave)
{
    Q_ASSERT(!patch.isEmpty());
    auto *call = new OneTokenCall(*m_transport, name, bearer, this);
    const auto url = m_url.tokenUrl(name);
    if (!url) {
        call->end(invalidName());
        return call;
    }
    HttpRequest request = tokenRequest("PATCH", *url, m_deadline);
    request.body = patchToJson(patch);
    request.mayLeave = mayLeave;
    call->send(request, [call](const HttpReply &reply) {
        call->end(call->resultFrom(reply, Purpose::Change));
    });
    return call;
}

} // namespace purser
