// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/modelservice.h"

#include "domain/balance.h"
#include "support/wireserver.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

qint64 nanosOf(double credits)
{
    return std::llround(credits * static_cast<double>(Balance::NanosPerCredit));
}

void cut(QTcpSocket *socket)
{
    socket->disconnectFromHost();
}

QByteArray lastReply(int status, const QByteArray &body,
                     const QByteArray &contentType = "application/json")
{
    return httpReply(status, body, contentType, {"Connection: close"});
}

qsizetype bodyLength(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    if (at < 0) {
        return 0;
    }
    const qsizetype start = lower.indexOf(':', at) + 1;
    return lower.mid(start, lower.indexOf("\r\n", start) - start).trimmed().toLongLong();
}

} // namespace

ModelService::ModelService(qint64 balance, QObject *parent)
    : QObject(parent), m_balance(balance), m_others{{u"name"_s, u"alpha"_s},
                                                    {u"token_type"_s, u"api_token"_s},
                                                    {u"expire_time"_s, QJsonValue::Null},
                                                    {u"active_balance"_s, true}}
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &ModelService::accept);
}

QString ModelService::url() const
{
    return u"http://127.0.0.1:%1/v2"_s.arg(m_server.serverPort());
}

void ModelService::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
            *buffer += socket->readAll();
            take(socket, *buffer);
        });
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_connections;
            socket->deleteLater();
        });
    }
}

void ModelService::take(QTcpSocket *socket, QByteArray &buffer)
{
    for (;;) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        const QByteArray head = buffer.left(end + 2);
        const qsizetype length = bodyLength(head);
        if (buffer.size() < end + 4 + length) {
            return;
        }
        const QByteArray body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        answer(socket, head.left(head.indexOf(' ')), body);
        cut(socket); // once all of it is written
    }
}

void ModelService::answer(QTcpSocket *socket, const QByteArray &method, const QByteArray &body)
{
    if (method == "PATCH") {
        change(socket, body);
        return;
    }
    ++m_reads;
    if (const auto fault = std::exchange(m_readFault, std::nullopt)) {
        if (*fault == 0) {
            cut(socket);
        } else {
            socket->write(lastReply(*fault, R"({"detail":"no"})"));
        }
        return;
    }
    socket->write(lastReply(200, token()));
}

void ModelService::change(QTcpSocket *socket, const QByteArray &body)
{
    m_changes.append({body, false, 0});
    const auto at = m_changes.size() - 1;
    if (m_onChange) {
        m_onChange();
    }
    QJsonObject patch = QJsonDocument::fromJson(body).object();
    switch (std::exchange(m_fault, ModelFault::None)) {
    case ModelFault::None:
        apply(patch, m_changes[at]);
        socket->write(lastReply(200, token()));
        break;
    case ModelFault::Status401:
        socket->write(lastReply(401, R"({"detail":"no"})"));
        break;
    case ModelFault::Status429:
        socket->write(lastReply(429, R"({"detail":"slow down"})"));
        break;
    case ModelFault::Status500:
        socket->write(lastReply(500, "<h1>oops</h1>", "text/html"));
        break;
    case ModelFault::Status500After:
        apply(patch, m_changes[at]);
        socket->write(lastReply(500, "<h1>oops</h1>", "text/html"));
        break;
    case ModelFault::CutBefore:
        cut(socket);
        break;
    case ModelFault::CutAfter:
        apply(patch, m_changes[at]);
        cut(socket);
        break;
    case ModelFault::Half: {
        apply(patch, m_changes[at]);
        const QByteArray whole = lastReply(200, token());
        socket->write(whole.left(whole.size() - token().size() / 2));
        cut(socket);
        break;
    }
    case ModelFault::Lie:
        if (patch.contains("balance"_L1)) {
            const double asked = patch.value("balance"_L1).toDouble();
            patch.insert("balance"_L1, asked > 0 ? asked - 0.5 : asked + 0.5);
        }
        apply(patch, m_changes[at]);
        socket->write(lastReply(200, token()));
        break;
    case ModelFault::Late:
        m_late = patch;
        m_lateAt = at;
        cut(socket);
        break;
    }
}

void ModelService::apply(const QJsonObject &patch, ModelChange &change)
{
    change.applied = true;
    for (auto field = patch.begin(); field != patch.end(); ++field) {
        if (field.key() == "balance"_L1) {
            const qint64 wanted = nanosOf(field.value().toDouble());
            change.difference += wanted - m_balance;
            m_balance = wanted;
        } else {
            m_others.insert(field.key(), field.value());
        }
    }
}

qint64 ModelService::applyLate(qint64 balanceWhenRead)
{
    const QJsonObject patch = *std::exchange(m_late, std::nullopt);
    const qint64 lost = patch.contains("balance"_L1) ? balanceWhenRead - m_balance : 0;
    apply(patch, m_changes[m_lateAt]);
    m_changes[m_lateAt].difference -= lost;
    return lost;
}

QByteArray ModelService::token() const
{
    QJsonObject all = m_others;
    const auto balance = Balance::fromNanos(m_balance);
    all.insert("balance"_L1, balance ? balance->toText() : u"0"_s);
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace purser::test
