// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/transport.h"

#include "api/oneshotbody.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr qint64 ReadAhead = 1024 * 1024; // bytes

//! QNetworkReply has an error for most 4xx and 5xx statuses; such a reply is complete.
bool standsForStatus(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::ProtocolInvalidOperationError: // 400, 405
        return true;
    default:
        return false;
    }
}

} // namespace

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

bool HttpReply::isComplete() const
{
    if (stop != StopReason::None || status == 0) {
        return false;
    }
    if (error != QNetworkReply::NoError && !standsForStatus(error)) {
        return false;
    }
    // Qt joins several Content-Length headers with a comma and believes one of them.
    const QByteArray length = header("Content-Length");
    if (length.isEmpty() || !header("Transfer-Encoding").isEmpty()) {
        return true;
    }
    bool isNumber = false;
    return length.toLongLong(&isNumber) == body.size() && isNumber;
}

NetworkExchange::NetworkExchange(HttpRequest request, const Bearer &bearer,
                                 const QSslConfiguration &tls, QObject *parent)
    : Exchange(parent), m_request(std::move(request)), m_tls(tls), m_bearer(bearer)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(StopReason::Deadline); });
}

QNetworkRequest NetworkExchange::networkRequest() const
{
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(m_tls);
    request.setRawHeader("Authorization", m_bearer->authorization());
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // what arrives is what counts to the cap
    request.setRawHeader("User-Agent", "Purser/" PURSER_VERSION);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (m_request.body) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body->size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    return request;
}

void NetworkExchange::dispatch()
{
    if (m_ended) {
        return;
    }
    m_clock.start();
    m_deadline.start(m_request.deadline);
    m_manager = new QNetworkAccessManager(this);
    m_manager->setAutoDeleteReplies(false);
    if (m_request.body) {
        m_body = new OneShotBody(*m_request.body, this, m_request.mayLeave);
        connect(m_body, &OneShotBody::refused, this, [this] { stop(StopReason::Outdated); });
    }
    m_reply = m_manager->sendCustomRequest(networkRequest(), m_request.method, m_body.data());
    m_bearer.reset();
    // Without it Qt's own thread reads ahead of this one, as fast as the network delivers.
    m_reply->setReadBufferSize(ReadAhead);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkExchange::collect);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkExchange::finish);
}

void NetworkExchange::cancel()
{
    stop(StopReason::Cancelled);
}

void NetworkExchange::collect()
{
    if (m_ended) {
        return;
    }
    m_result.body += m_reply->read(m_request.replyCap + 1 - m_result.body.size());
    if (m_result.body.size() > m_request.replyCap) {
        stop(StopReason::TooLarge);
    }
}

void NetworkExchange::stop(StopReason reason)
{
    if (m_ended) {
        return;
    }
    m_result.stop = reason;
    finish(); // before abort(), which emits finished from inside
    if (m_reply) {
        m_reply->abort();
    }
}

void NetworkExchange::finish()
{
    if (m_ended) {
        return;
    }
    if (m_reply && m_result.stop == StopReason::None && m_reply->bytesAvailable() > 0) {
        collect(); // may stop it as too large, and then it has ended
        if (m_ended) {
            return;
        }
    }
    m_ended = true;
    m_deadline.stop();
    m_bearer.reset();
    if (m_reply) {
        m_result.error = m_reply->error();
        m_result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_result.headers = m_reply->rawHeaderPairs();
        m_result.duration = std::chrono::milliseconds(m_clock.elapsed());
    }
    m_result.bodyWasTaken = m_body && m_body->wasTaken();
    // From the event loop, so that nobody is called back from inside cancel().
    QMetaObject::invokeMethod(
        this,
        [this] {
            deleteLater(); // first: a receiver may destroy this
            Q_EMIT finished(m_result);
        },
        Qt::QueuedConnection);
}

NetworkTransport::NetworkTransport(const QSslConfiguration &tls, QObject *parent)
    : Transport(parent), m_tls(tls)
{
}

Exchange *NetworkTransport::send(const HttpRequest &request, const Bearer &bearer)
{
    auto *exchange = new NetworkExchange(request, bearer, m_tls, this);
    auto &waiting = request.priority == Priority::Foreground ? m_foreground : m_background;
    waiting.enqueue(exchange);
    QMetaObject::invokeMethod(this, &NetworkTransport::dispatchNext, Qt::QueuedConnection);
    return exchange;
}

void NetworkTransport::dispatchNext()
{
    dispatchFrom(m_foreground, MaximumInFlight);
    dispatchFrom(m_background, MaximumInBackground);
}

void NetworkTransport::dispatchFrom(Waiting &waiting, int maximum)
{
    while (m_inFlight < maximum && !waiting.isEmpty()) {
        const auto exchange = waiting.dequeue();
        if (!exchange) {
            continue; // it was cancelled while it waited
        }
        ++m_inFlight;
        connect(exchange, &QObject::destroyed, this, [this] {
            --m_inFlight;
            dispatchNext();
        });
        exchange->dispatch();
    }
}

} // namespace purser
