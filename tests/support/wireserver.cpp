// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/wireserver.h"

#include "support/wirelistener.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace purser::test {

QByteArray WireRequest::method() const
{
    return head.left(head.indexOf(' '));
}

QByteArray WireRequest::target() const
{
    const auto start = head.indexOf(' ') + 1;
    return head.mid(start, head.indexOf(' ', start) - start);
}

QList<QByteArray> WireRequest::headers(QByteArrayView name) const
{
    QList<QByteArray> values;
    const auto lines = head.split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0) {
            values.append(line.mid(colon + 1).trimmed());
        }
    }
    return values;
}

WireServer::WireServer(const std::optional<QSslConfiguration> &tls) : m_tls(tls.has_value())
{
    m_listener = new WireListener(tls);
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener, [this] { m_listener->start(); }, Qt::BlockingQueuedConnection);
}

WireServer::~WireServer()
{
    m_thread.quit();
    m_thread.wait();
}

void WireServer::play(const QList<WireScript> &scripts)
{
    m_listener->setScripts(scripts);
}

void WireServer::play(const QList<WireStep> &steps)
{
    play(QList<WireScript>{{steps, false}});
}

quint16 WireServer::port() const
{
    return m_listener->port();
}

QString WireServer::url(const QString &path, const QString &host) const
{
    return u"%1://%2:%3%4"_s.arg(m_tls ? u"https"_s : u"http"_s,
                                 host.isEmpty() ? u"127.0.0.1"_s : host, QString::number(port()),
                                 path);
}

QList<WireConnection> WireServer::connections() const
{
    return m_listener->connections();
}

int WireServer::connectionCount() const
{
    return static_cast<int>(connections().size());
}

QList<WireRequest> WireServer::requests() const
{
    QList<WireRequest> all;
    const auto seen = connections();
    for (const WireConnection &connection : seen) {
        all += connection.requests;
    }
    return all;
}

qint64 WireServer::bodyBytes() const
{
    qint64 bytes = 0;
    const auto seen = connections();
    for (const WireConnection &connection : seen) {
        const auto end = connection.received.indexOf("\r\n\r\n");
        bytes += end < 0 ? 0 : connection.received.size() - end - 4;
    }
    return bytes;
}

bool WireServer::isIdle() const
{
    const auto seen = connections();
    return std::none_of(seen.cbegin(), seen.cend(),
                        [](const WireConnection &connection) { return connection.open; });
}

QByteArray httpReply(int status, const QByteArray &body, const QByteArray &contentType,
                     const QList<QByteArray> &headers)
{
    QByteArray reply = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n";
    if (!contentType.isEmpty()) {
        reply += "Content-Type: " + contentType + "\r\n";
    }
    for (const QByteArray &header : headers) {
        reply += header + "\r\n";
    }
    reply += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    return reply + body;
}

WireScript answer(const QByteArray &reply)
{
    return {{WireStep::awaitRequest(), WireStep::send(reply), WireStep::close()}};
}

WireScript answer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    return answer(httpReply(status, body, "application/json", headers));
}

} // namespace purser::test
