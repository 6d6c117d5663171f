// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/service.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <mutex>
#include <set>

struct MHD_Connection;
struct MHD_Daemon;

namespace purser::sandbox {

//! The service on 127.0.0.1, by GNU libmicrohttpd. The library's one thread reads requests and
//! lets the service answer them; an answer that is to wait leaves that thread free meanwhile.
class HttpFront final : public QObject {
    Q_OBJECT

public:
    //! latency: how long each answer waits before it leaves.
    HttpFront(Service service, std::chrono::milliseconds latency);
    //! Closes all connections.
    ~HttpFront() override;

    //! port: 0 takes a free one. False if nothing can listen there.
    bool listen(quint16 port);
    //! Precondition: it listens.
    [[nodiscard]] quint16 port() const;

private:
    struct Exchange;
    struct Callbacks;
    struct StopDaemon {
        void operator()(MHD_Daemon *daemon) const;
    };

    //! Takes a request to pieces until it is whole, then answers it. False closes the connection.
    bool proceed(MHD_Connection *connection, Exchange &exchange);
    bool deliver(MHD_Connection *connection, const Answer &answer);
    //! Leaves the connection alone until resume(). False: everything is about to end.
    bool suspend(MHD_Connection *connection);
    void resume(MHD_Connection *connection);
    void resumeAll();

    Service m_service; //!< the library's thread alone uses it
    std::chrono::milliseconds m_latency;
    std::mutex m_mutex; //!< for the two below
    std::set<MHD_Connection *> m_suspended;
    bool m_stopping = false;
    std::unique_ptr<MHD_Daemon, StopDaemon> m_daemon;
};

} // namespace purser::sandbox
