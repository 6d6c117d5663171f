// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/priority.h"
#include "credentials/bearer.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace purser {

class OneShotBody;

//! A request as it goes out. Without a body it is a GET-like request.
struct HttpRequest {
    QByteArray method;
    QUrl url;
    std::optional<QByteArray> body; //!< JSON
    //! Asked before the first byte of the body leaves; false ends the exchange as Outdated. Empty:
    //! it always may.
    std::function<bool()> mayLeave = {};
    qint64 replyCap = 1024 * 1024; //!< bytes of reply body; beyond it the exchange is cut off
    std::chrono::milliseconds deadline{15'000}; //!< from dispatch to the last byte
    Priority priority = Priority::Foreground;
};

//! Who ended an exchange, if it was not the network.
enum class StopReason {
    None,
    Cancelled,
    Deadline,
    TooLarge,
    Outdated, //!< no byte of the body left: it was too late for it
};

//! What came back, as it came.
struct HttpReply {
    StopReason stop = StopReason::None;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    int status = 0; //!< 0: no status line arrived
    QList<QNetworkReply::RawHeaderPair> headers;
    QByteArray body;
    bool bodyWasTaken = false; //!< some byte of the request's body may have left
    std::chrono::milliseconds duration{0};

    //! The header's value, empty if absent; name in any case.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    //! Whether the reply came to its end: no error but the one that stands for its status,
    //! nobody stopped it, and no contradiction about its length.
    [[nodiscard]] bool isComplete() const;
};

//! One request's life, ended exactly once. It deletes itself after finished.
class Exchange : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Ends it as Cancelled, unless it has ended.
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(const purser::HttpReply &reply);
};

//! Sends requests, each at most once.
class Transport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! The exchange begins from the event loop at the earliest. It belongs to the transport.
    virtual Exchange *send(const HttpRequest &request, const Bearer &bearer) = 0;
};

//! Has a network manager of its own: no idle connection is used again (a server that closes one
//! just then would leave a change in doubt), nothing waits in Qt's queue, and what Qt remembers
//! goes with it.
class NetworkExchange final : public Exchange {
    Q_OBJECT

public:
    NetworkExchange(HttpRequest request, const Bearer &bearer, const QSslConfiguration &tls,
                    QObject *parent);

    //! Sends. The deadline starts here.
    void dispatch();
    void cancel() override;
    [[nodiscard]] Priority priority() const { return m_request.priority; }

private:
    [[nodiscard]] QNetworkRequest networkRequest() const;
    void collect();
    void stop(StopReason reason);
    void finish();

    HttpRequest m_request;
    QSslConfiguration m_tls;
    std::optional<Bearer> m_bearer; //!< dropped once the request is made
    QNetworkAccessManager *m_manager = nullptr;
    QPointer<QNetworkReply> m_reply;
    QPointer<OneShotBody> m_body;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    HttpReply m_result;
    bool m_ended = false;
};

//! Sends exchanges, a few at a time; the others wait here, where waiting costs no deadline. Those
//! of the background leave two places to the foreground, for a list and a token's change.
class NetworkTransport final : public Transport {
    Q_OBJECT

public:
    static constexpr int MaximumInFlight = 4;
    static constexpr int MaximumInBackground = 2;

    explicit NetworkTransport(const QSslConfiguration &tls, QObject *parent = nullptr);

    Exchange *send(const HttpRequest &request, const Bearer &bearer) override;

private:
    using Waiting = QQueue<QPointer<NetworkExchange>>;

    void dispatchNext();
    void dispatchFrom(Waiting &waiting, int maximum);

    QSslConfiguration m_tls;
    Waiting m_foreground;
    Waiting m_background;
    int m_inFlight = 0;
};

} // namespace purser
