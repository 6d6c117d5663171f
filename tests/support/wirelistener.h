// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/wireserver.h"

#include <QMutex>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

namespace purser::test {

//! The part of WireServer that lives in the server's thread. What it saw may be asked for
//! from any thread.
class WireListener final : public QTcpServer {
    Q_OBJECT

public:
    explicit WireListener(const std::optional<QSslConfiguration> &tls);

    //! Ends the connections that are still open while what they write to is there.
    ~WireListener() override;
    Q_DISABLE_COPY_MOVE(WireListener)

    void start();

    void setScripts(const QList<WireScript> &scripts);
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QList<WireConnection> connections() const;

    //! Lets a connection write down what it sees.
    template <typename Change>
    void record(qsizetype index, Change change)
    {
        const QMutexLocker lock(&m_mutex);
        change(m_seen[index]);
    }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const std::optional<QSslConfiguration> m_tls;
    quint16 m_port = 0;
    mutable QMutex m_mutex; // guards what follows
    QList<WireScript> m_scripts;
    QList<WireConnection> m_seen;
};

//! One connection that plays its script.
class WirePlayer final : public QObject {
    Q_OBJECT

public:
    WirePlayer(WireListener *listener, qsizetype index, WireScript script);
    ~WirePlayer() override;
    Q_DISABLE_COPY_MOVE(WirePlayer)

    void start(qintptr descriptor, const std::optional<QSslConfiguration> &tls);

private:
    void play();
    //! Whether the step is over.
    bool perform(WireStep &step);
    bool drip(WireStep &step);
    bool flood(WireStep &step);
    void read();
    void takeRequests();
    void reset();

    WireListener *m_listener;
    qsizetype m_index;
    QList<WireStep> m_steps;
    bool m_beforeHandshake;
    QSslSocket m_socket;
    QTimer m_timer;
    bool m_ready = false; // the handshake, if there is to be one, is done
    bool m_waited = false; // the present step's pause is over
    bool m_playing = false; // a step's own write may call back
    bool m_ended = false;
    QByteArray m_received;
    qsizetype m_parsed = 0; // where the next request starts
    int m_headersSeen = 0;
    int m_requestsSeen = 0;
    int m_requestsAwaited = 0;
};

} // namespace purser::test
