// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace purser::test {

class WireListener;

//! One thing that a scripted server does with a connection.
struct WireStep {
    enum class Kind {
        AwaitHeaders,
        AwaitRequest,
        Send,
        Drip,
        Flood,
        Delay,
        Close,
        Reset,
        Stall,
        StopListening,
    };
    Kind kind = Kind::Stall;
    QByteArray bytes;
    qint64 amount = 0; //!< Flood: bytes
    std::chrono::milliseconds pause{0}; //!< Delay; Drip: between two bytes

    //! Waits until a request's headers are there.
    static WireStep awaitHeaders() { return {Kind::AwaitHeaders, {}, 0, {}}; }
    //! Waits until a request is there, body and all.
    static WireStep awaitRequest() { return {Kind::AwaitRequest, {}, 0, {}}; }
    static WireStep send(const QByteArray &bytes) { return {Kind::Send, bytes, 0, {}}; }
    //! Sends one byte at a time.
    static WireStep drip(const QByteArray &bytes, std::chrono::milliseconds pause)
    {
        return {Kind::Drip, bytes, 0, pause};
    }
    //! Sends that many filler bytes, as fast as they are taken.
    static WireStep flood(qint64 amount) { return {Kind::Flood, {}, amount, {}}; }
    static WireStep delay(std::chrono::milliseconds pause) { return {Kind::Delay, {}, 0, pause}; }
    //! Closes once all is sent.
    static WireStep close() { return {Kind::Close, {}, 0, {}}; }
    //! Breaks the connection with a RST.
    static WireStep reset() { return {Kind::Reset, {}, 0, {}}; }
    //! Does nothing more, until the peer leaves.
    static WireStep stall() { return {Kind::Stall, {}, 0, {}}; }
    //! Refuses all further connections.
    static WireStep stopListening() { return {Kind::StopListening, {}, 0, {}}; }
};

//! What the server does with one connection. A connection that has come to its script's end
//! stays open.
struct WireScript {
    QList<WireStep> steps;
    bool beforeHandshake = false; //!< play on the bare TCP connection, with no TLS handshake
};

//! A request that arrived whole.
struct WireRequest {
    QByteArray head; //!< request line and headers, with the CRLF of the last one
    QByteArray body;

    [[nodiscard]] QByteArray method() const;
    [[nodiscard]] QByteArray target() const;
    //! Every value of the header, in order; name in any case.
    [[nodiscard]] QList<QByteArray> headers(QByteArrayView name) const;
};

//! What the server saw of one connection.
struct WireConnection {
    QByteArray received; //!< after TLS
    QList<WireRequest> requests; //!< the complete ones
    bool open = true;
    bool encrypted = false;
    QByteArray negotiatedProtocol; //!< by ALPN; empty where the peer offered none
};

//! A server on loopback that says what its script says, byte by byte, and counts what it
//! gets. Everything runs in a thread of its own; the methods may be called from the test's.
class WireServer {
public:
    //! With tls, every connection starts with a handshake.
    explicit WireServer(const std::optional<QSslConfiguration> &tls = std::nullopt);
    ~WireServer();
    WireServer(const WireServer &) = delete;
    WireServer &operator=(const WireServer &) = delete;

    //! The n-th connection plays the n-th script; the last one is played again and again.
    void play(const QList<WireScript> &scripts);
    //! The same, where one script of steps will do.
    void play(const QList<WireStep> &steps);

    [[nodiscard]] quint16 port() const;
    //! {scheme}://127.0.0.1:{port}{path}, or another host.
    [[nodiscard]] QString url(const QString &path = {}, const QString &host = {}) const;

    [[nodiscard]] QList<WireConnection> connections() const;
    [[nodiscard]] int connectionCount() const;
    //! Complete requests of all connections, in order.
    [[nodiscard]] QList<WireRequest> requests() const;
    //! Body bytes that followed a request's headers, complete or not.
    [[nodiscard]] qint64 bodyBytes() const;
    //! Whether every connection has ended.
    [[nodiscard]] bool isIdle() const;

private:
    QThread m_thread;
    WireListener *m_listener = nullptr; // lives in m_thread
    bool m_tls = false;
};

//! A whole HTTP/1.1 reply with Content-Length; headers are lines without CRLF.
QByteArray httpReply(int status, const QByteArray &body,
                     const QByteArray &contentType = "application/json",
                     const QList<QByteArray> &headers = {});

//! Takes one request, answers it, and closes.
WireScript answer(const QByteArray &reply);
//! The same with a JSON reply; headers are lines without CRLF.
WireScript answer(int status, const QByteArray &body, const QList<QByteArray> &headers = {});

} // namespace purser::test
