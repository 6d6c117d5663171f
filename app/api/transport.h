// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
#include <optional>

namespace purser {

class OneShotBody;

//! A request as it goes out. Without a body it is a GET-like request.
struct HttpRequest {
    QByteArray method;
    QUrl url;
    std::optional<QByteArray> body; //!< JSON
    qint64 replyCap = 1024 * 1024; //!< bytes of reply body; beyond it the exchange is cut off
    std::chrono::milliseconds deadline{15'000}; //!< from dispatch to the last byte
};

//! Who ended an exchange, if it was not the network.
enum class StopReason { None, Cancelled, Deadline, TooLarge };

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

//! One request's life: sent at most once, ended exactly once. It has a network manager of its
//! own: no idle connection is used again (a server that closes one just then would leave a
//! change in doubt), nothing waits in Qt's queue, and what Qt remembers goes with it.
class Exchange final : public QObject {
    Q_OBJECT

public:
    Exchange(HttpRequest request, const Bearer &bearer, const QSslConfiguration &tls,
             QObject *parent);

    //! Sends. The deadline starts here.
    void dispatch();
    //! Ends it as Cancelled, unless it has ended.
    void cancel();

Q_SIGNALS:
    void finished(const purser::HttpReply &reply);

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

//! Sends exchanges, a few at a time; the others wait here, where waiting costs no deadline.
class Transport final : public QObject {
    Q_OBJECT

public:
    static constexpr int MaximumInFlight = 4;

    explicit Transport(const QSslConfiguration &tls, QObject *parent = nullptr);

    //! The exchange is dispatched from the event loop at the earliest. It belongs to the
    //! transport and deletes itself after finished.
    Exchange *send(const HttpRequest &request, const Bearer &bearer);

private:
    void dispatchNext();

    QSslConfiguration m_tls;
    QQueue<QPointer<Exchange>> m_waiting;
    int m_inFlight = 0;
};

} // namespace purser
