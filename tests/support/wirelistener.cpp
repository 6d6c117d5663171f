// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/wirelistener.h"

#include <QHostAddress>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace purser::test {

namespace {

constexpr qint64 FloodChunk = 64 * 1024;

qsizetype contentLength(const QByteArray &head)
{
    const auto values = WireRequest{head, {}}.headers("Content-Length");
    return values.isEmpty() ? 0 : values.constFirst().toLongLong();
}

} // namespace

WireListener::WireListener(const std::optional<QSslConfiguration> &tls) : m_tls(tls) { }

WireListener::~WireListener()
{
    qDeleteAll(findChildren<WirePlayer *>(Qt::FindDirectChildrenOnly));
}

void WireListener::start()
{
    if (!listen(QHostAddress::LocalHost, 0)) {
        qFatal("The test's server can't listen on loopback");
    }
    m_port = serverPort();
}

void WireListener::setScripts(const QList<WireScript> &scripts)
{
    const QMutexLocker lock(&m_mutex);
    m_scripts = scripts;
}

QList<WireConnection> WireListener::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_seen;
}

void WireListener::incomingConnection(qintptr descriptor)
{
    WireScript script;
    qsizetype index = 0;
    {
        const QMutexLocker lock(&m_mutex);
        index = m_seen.size();
        m_seen.append(WireConnection());
        if (!m_scripts.isEmpty()) {
            script = m_scripts.at(qMin(index, m_scripts.size() - 1));
        }
    }
    auto *player = new WirePlayer(this, index, script);
    player->start(descriptor, m_tls);
}

WirePlayer::WirePlayer(WireListener *listener, qsizetype index, WireScript script)
    : QObject(listener), m_listener(listener), m_index(index), m_steps(std::move(script.steps)),
      m_beforeHandshake(script.beforeHandshake)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_waited = true;
        play();
    });
    connect(&m_socket, &QSslSocket::readyRead, this, &WirePlayer::read);
    const auto goOn = [this] { play(); };
    connect(&m_socket, &QSslSocket::bytesWritten, this, goOn);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, goOn);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_listener->record(m_index, [this](WireConnection &seen) {
            seen.encrypted = true;
            seen.negotiatedProtocol = m_socket.sslConfiguration().nextNegotiatedProtocol();
        });
        m_ready = true;
        play();
    });
    connect(&m_socket, &QSslSocket::disconnected, this, [this] {
        m_timer.stop();
        m_ended = true;
        m_listener->record(m_index, [](WireConnection &seen) { seen.open = false; });
    });
}

WirePlayer::~WirePlayer()
{
    m_socket.disconnect(this); // it ends after the members that its signals reach
}

void WirePlayer::start(qintptr descriptor, const std::optional<QSslConfiguration> &tls)
{
    m_socket.setSocketDescriptor(descriptor);
    if (tls && !m_beforeHandshake) {
        m_socket.setSslConfiguration(*tls);
        m_socket.startServerEncryption();
        return;
    }
    m_ready = true;
    play();
}

void WirePlayer::play()
{
    if (!m_ready || m_playing) {
        return;
    }
    m_playing = true;
    while (!m_ended && !m_steps.isEmpty() && perform(m_steps.first())) {
        m_steps.removeFirst();
        m_waited = false;
    }
    m_playing = false;
}

bool WirePlayer::perform(WireStep &step)
{
    switch (step.kind) {
    case WireStep::Kind::AwaitHeaders:
        return m_headersSeen > m_requestsAwaited;
    case WireStep::Kind::AwaitRequest:
        if (m_requestsSeen <= m_requestsAwaited) {
            return false;
        }
        ++m_requestsAwaited;
        return true;
    case WireStep::Kind::Send:
        m_socket.write(step.bytes);
        m_socket.flush(); // a RST may follow, which throws away what is not sent yet
        return true;
    case WireStep::Kind::Drip:
        return drip(step);
    case WireStep::Kind::Flood:
        return flood(step);
    case WireStep::Kind::Delay:
        if (!m_waited && !m_timer.isActive()) {
            m_timer.start(step.pause);
        }
        return m_waited;
    case WireStep::Kind::Close:
        m_socket.disconnectFromHost();
        return true;
    case WireStep::Kind::Reset:
        reset();
        return true;
    case WireStep::Kind::Stall:
        return false;
    case WireStep::Kind::StopListening:
        m_listener->close();
        return true;
    }
    return true;
}

bool WirePlayer::drip(WireStep &step)
{
    if (m_waited || !m_timer.isActive()) {
        m_waited = false;
        m_socket.write(step.bytes.left(1));
        m_socket.flush();
        step.bytes.remove(0, 1);
        if (!step.bytes.isEmpty()) {
            m_timer.start(step.pause);
        }
    }
    return step.bytes.isEmpty();
}

//! Holds little in memory itself: the peer's memory is what a test looks at.
bool WirePlayer::flood(WireStep &step)
{
    static const QByteArray filler(FloodChunk, 'x');
    while (step.amount > 0
           && m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < 4 * FloodChunk) {
        const qint64 size = qMin(step.amount, FloodChunk);
        m_socket.write(filler.constData(), size);
        step.amount -= size;
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            return true;
        }
    }
    return step.amount <= 0;
}

void WirePlayer::read()
{
    m_received += m_socket.readAll();
    takeRequests();
    play();
}

void WirePlayer::takeRequests()
{
    QList<WireRequest> complete;
    m_headersSeen = m_requestsSeen;
    while (true) {
        const auto end = m_received.indexOf("\r\n\r\n", m_parsed);
        if (end < 0) {
            break;
        }
        ++m_headersSeen;
        const QByteArray head = m_received.mid(m_parsed, end + 2 - m_parsed);
        const auto bodyStart = end + 4;
        const auto length = contentLength(head);
        if (m_received.size() < bodyStart + length) {
            break;
        }
        complete.append({head, m_received.mid(bodyStart, length)});
        m_parsed = bodyStart + length;
        ++m_requestsSeen;
    }
    m_listener->record(m_index, [&](WireConnection &seen) {
        seen.received = m_received;
        seen.requests += complete;
    });
}

void WirePlayer::reset()
{
#ifdef Q_OS_UNIX
    const linger now{1, 0}; // close() then sends a RST
    setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
               sizeof now);
#endif
    m_socket.abort();
}

} // namespace purser::test
