// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace purser::test {

QJsonObject WireReply::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray WireReply::array() const
{
    return QJsonDocument::fromJson(body).array();
}

WireReply wireReplyFrom(const QByteArray &bytes)
{
    WireReply reply;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return reply;
    }
    QList<QByteArray> lines = bytes.left(end).split('\n');
    reply.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    reply.body = bytes.mid(end + 4);
    return reply;
}

QByteArray tokenPath(const QString &name)
{
    return "/v2/user/custom_token/" + QUrl::toPercentEncoding(name) + '/';
}

WireCall get(const QString &name)
{
    WireCall call;
    call.target = tokenPath(name);
    return call;
}

WireCall patch(const QString &name, const QByteArray &body)
{
    WireCall call = get(name);
    call.method = "PATCH";
    call.body = body;
    return call;
}

RunningSandbox::RunningSandbox(const QStringList &arguments)
{
    m_process.start(path(), arguments);
    const bool hasLine = QTest::qWaitFor(
        [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; },
        LongWait);
    if (hasLine) {
        m_firstLine = QJsonDocument::fromJson(m_process.readLine()).object();
    }
}

RunningSandbox::~RunningSandbox()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.terminate();
    if (!m_process.waitForFinished(LongWait)) {
        m_process.kill();
        m_process.waitForFinished(LongWait);
    }
}

QString RunningSandbox::path()
{
    return QStringLiteral(PURSER_SANDBOX_PATH);
}

quint16 RunningSandbox::port() const
{
    return static_cast<quint16>(QUrl(m_firstLine.value(u"url"_s).toString()).port(0));
}

QByteArray RunningSandbox::authorization() const
{
    return "Bearer " + m_firstLine.value(u"jwt"_s).toString().toLatin1();
}

WireReply RunningSandbox::call(const WireCall &call) const
{
    return this->call(call, authorization());
}

WireReply RunningSandbox::call(const WireCall &call, const QByteArray &authorization) const
{
    const auto socket = start(call, authorization);
    const bool ended = QTest::qWaitFor(
        [&socket] { return socket->state() == QAbstractSocket::UnconnectedState; }, LongWait);
    return ended ? wireReplyFrom(socket->readAll()) : WireReply();
}

std::unique_ptr<QTcpSocket> RunningSandbox::start(const WireCall &call,
                                                  const QByteArray &authorization) const
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port());
    QByteArray bytes = call.method + ' ' + call.target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + "Connection: close\r\nContent-Length: " + QByteArray::number(call.body.size()) + "\r\n";
    if (!authorization.isEmpty()) {
        bytes += "Authorization: " + authorization + "\r\n";
    }
    if (!call.contentType.isEmpty()) {
        bytes += "Content-Type: " + call.contentType + "\r\n";
    }
    socket->write(bytes + "\r\n" + call.body);
    return socket;
}

} // namespace purser::test
