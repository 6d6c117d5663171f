// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httpfront.h"

#include <QTimer>
#include <QtEndian>

#ifndef Q_OS_WIN
#include <netinet/in.h>
#endif
#include <microhttpd.h>

#include <cstring>
#include <optional>
#include <utility>

namespace purser::sandbox {

namespace {

constexpr quint32 LoopbackAddress = 0x7F000001; // 127.0.0.1
constexpr qsizetype MaximumBody = 1024 * 1024;
//! For a request's line and headers; the library's own 32 KiB would be short for a long bearer.
constexpr std::size_t ConnectionMemory = 128 * 1024;

struct DestroyResponse {
    void operator()(MHD_Response *response) const { MHD_destroy_response(response); }
};
using Response = std::unique_ptr<MHD_Response, DestroyResponse>;

QByteArray requestHeader(MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

ssize_t giveHalf(void *cls, std::uint64_t position, char *buffer, std::size_t maximum)
{
    const QByteArray &body = *static_cast<const QByteArray *>(cls);
    const auto half = static_cast<std::uint64_t>(body.size() / 2);
    if (position >= half) {
        return MHD_CONTENT_READER_END_WITH_ERROR; // it closes the connection here
    }
    const std::size_t size = qMin(maximum, static_cast<std::size_t>(half - position));
    std::memcpy(buffer, body.constData() + position, size);
    return static_cast<ssize_t>(size);
}

void dropBody(void *cls)
{
    delete static_cast<QByteArray *>(cls);
}

Response responseFor(const Answer &answer)
{
    const auto size = static_cast<std::size_t>(answer.body.size());
    if (answer.delivery == Delivery::Half) {
        auto body = std::make_unique<QByteArray>(answer.body);
        return Response(MHD_create_response_from_callback(size, size + 1, &giveHalf, body.release(),
                                                          &dropBody));
    }
    QByteArray body = answer.body;
    return Response(MHD_create_response_from_buffer(size, body.data(), MHD_RESPMEM_MUST_COPY));
}

} // namespace

//! One request from its first line to its answer.
struct HttpFront::Exchange {
    Request request;
    bool hasHeaders = false;
    bool hasWaited = false;
    std::optional<Answer> answer;
};

//! What the library calls, on its own thread.
struct HttpFront::Callbacks {
    static void *begin(void * /*front*/, const char *target, MHD_Connection * /*connection*/)
    {
        // Here alone the target is still as it came, before the library decodes it.
        auto exchange = std::make_unique<Exchange>();
        exchange->request.target = target;
        return exchange.release();
    }

    static MHD_Result access(void *front, MHD_Connection *connection, const char * /*url*/,
                             const char *method, const char * /*version*/, const char *data,
                             std::size_t *size, void **context)
    {
        Exchange &exchange = *static_cast<Exchange *>(*context);
        if (!exchange.hasHeaders) {
            exchange.hasHeaders = true;
            exchange.request.method = method;
            exchange.request.authorization =
                requestHeader(connection, MHD_HTTP_HEADER_AUTHORIZATION);
            exchange.request.contentType = requestHeader(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
            return MHD_YES;
        }
        if (*size > 0) {
            QByteArray &body = exchange.request.body;
            if (body.size() + static_cast<qsizetype>(*size) > MaximumBody) {
                return MHD_NO;
            }
            body.append(data, static_cast<qsizetype>(*size));
            *size = 0;
            return MHD_YES;
        }
        return static_cast<HttpFront *>(front)->proceed(connection, exchange) ? MHD_YES : MHD_NO;
    }

    static void end(void * /*front*/, MHD_Connection * /*connection*/, void **context,
                    MHD_RequestTerminationCode /*how*/)
    {
        delete static_cast<Exchange *>(*context);
        *context = nullptr;
    }

    static std::size_t leaveEncoded(void * /*front*/, MHD_Connection * /*connection*/, char *text)
    {
        return std::strlen(text);
    }
};

void HttpFront::StopDaemon::operator()(MHD_Daemon *daemon) const
{
    MHD_stop_daemon(daemon);
}

HttpFront::HttpFront(Service service, std::chrono::milliseconds latency)
    : m_service(std::move(service)), m_latency(latency)
{
}

HttpFront::~HttpFront()
{
    resumeAll(); // the library refuses to stop while a connection is suspended
    m_daemon.reset();
}

bool HttpFront::listen(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian(LoopbackAddress);
    m_daemon.reset(MHD_start_daemon(
        MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, port, nullptr, nullptr,
        &Callbacks::access, this, MHD_OPTION_SOCK_ADDR, &address,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, ConnectionMemory, MHD_OPTION_URI_LOG_CALLBACK,
        &Callbacks::begin, this, MHD_OPTION_UNESCAPE_CALLBACK, &Callbacks::leaveEncoded, this,
        MHD_OPTION_NOTIFY_COMPLETED, &Callbacks::end, this, MHD_OPTION_END));
    return m_daemon != nullptr;
}

quint16 HttpFront::port() const
{
    return MHD_get_daemon_info(m_daemon.get(), MHD_DAEMON_INFO_BIND_PORT)->port;
}

bool HttpFront::proceed(MHD_Connection *connection, Exchange &exchange)
{
    if (!exchange.answer) {
        exchange.answer = m_service.answer(exchange.request);
    }
    if (m_latency.count() > 0 && !exchange.hasWaited) {
        exchange.hasWaited = true;
        if (!suspend(connection)) {
            return false;
        }
        // The timer runs on the main thread, where this object lives.
        QMetaObject::invokeMethod(
            this,
            [this, connection] {
                QTimer::singleShot(m_latency, Qt::PreciseTimer, this,
                                   [this, connection] { resume(connection); });
            },
            Qt::QueuedConnection);
        return true;
    }
    return deliver(connection, *exchange.answer);
}

bool HttpFront::deliver(MHD_Connection *connection, const Answer &answer)
{
    if (answer.delivery == Delivery::Never) {
        return suspend(connection);
    }
    if (answer.delivery == Delivery::Closed) {
        return false;
    }
    const Response response = responseFor(answer);
    if (!response) {
        return false;
    }
    for (const auto &[name, value] : answer.headers) {
        MHD_add_response_header(response.get(), name.constData(), value.constData());
    }
    return MHD_queue_response(connection, static_cast<unsigned>(answer.status), response.get())
        == MHD_YES;
}

bool HttpFront::suspend(MHD_Connection *connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping) {
        return false;
    }
    m_suspended.insert(connection);
    MHD_suspend_connection(connection);
    return true;
}

void HttpFront::resume(MHD_Connection *connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_suspended.erase(connection) > 0) {
        MHD_resume_connection(connection);
    }
}

void HttpFront::resumeAll()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    for (MHD_Connection *connection : std::exchange(m_suspended, {})) {
        MHD_resume_connection(connection);
    }
}

} // namespace purser::sandbox
