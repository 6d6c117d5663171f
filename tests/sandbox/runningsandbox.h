// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace purser::test {

//! No wait on loopback comes near it; a wait that does has failed.
inline constexpr int LongWait = 20'000;

//! What came back over one connection, byte for byte.
struct WireReply {
    int status = 0; //!< 0: not even a status line
    QMap<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body;

    [[nodiscard]] QJsonObject object() const;
    [[nodiscard]] QJsonArray array() const;
};

WireReply wireReplyFrom(const QByteArray &bytes);

//! A request that is made by hand, so that nothing on our side corrects or repeats it.
struct WireCall {
    QByteArray method = "GET";
    QByteArray target = "/v2/user/custom_token/"; //!< as it goes out
    QByteArray body;
    QByteArray contentType = "application/json";
};

//! The path of a token of this name, properly encoded.
QByteArray tokenPath(const QString &name);

WireCall get(const QString &name);
WireCall patch(const QString &name, const QByteArray &body);

//! purser-sandbox as a process of its own, which ends with this object.
class RunningSandbox {
public:
    explicit RunningSandbox(const QStringList &arguments = {});
    ~RunningSandbox();

    //! The executable.
    static QString path();

    //! The parsed first line; empty if it did not come.
    [[nodiscard]] QJsonObject firstLine() const { return m_firstLine; }
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QByteArray authorization() const;
    [[nodiscard]] QProcess &process() { return m_process; }

    //! Sends it with the sandbox's own bearer and waits until the connection is closed.
    [[nodiscard]] WireReply call(const WireCall &call) const;
    //! authorization: the header's value; empty leaves the header out.
    [[nodiscard]] WireReply call(const WireCall &call, const QByteArray &authorization) const;
    //! Sends it and waits for nothing but that.
    [[nodiscard]] std::unique_ptr<QTcpSocket> start(const WireCall &call,
                                                    const QByteArray &authorization) const;

private:
    QProcess m_process;
    QJsonObject m_firstLine;
};

} // namespace purser::test
