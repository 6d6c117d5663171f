// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>

class QTcpSocket;

namespace purser::test {

//! What a ModelService does with a change.
enum class ModelFault {
    None,
    Status401,
    Status429,
    Status500, //!< before it would be applied
    Status500After,
    CutBefore,
    CutAfter,
    Half, //!< applied, and half a reply
    Lie, //!< holds something else than was asked, and says so
    Late, //!< cut, and to be applied by applyLate()
};

//! A change as it came.
struct ModelChange {
    QByteArray body;
    bool applied = false;
    qint64 difference = 0; //!< of the balance, made by it: 10^-9 credits
};

//! A service of one token, "alpha", that keeps its state and knows what it did: the truth that
//! others are compared with. A small HTTP server on loopback, in the event loop of its thread,
//! that answers once a connection.
class ModelService : public QObject {
public:
    //! balance: 10^-9 credits.
    explicit ModelService(qint64 balance, QObject *parent = nullptr);

    [[nodiscard]] QString url() const;
    [[nodiscard]] qint64 balance() const { return m_balance; }
    void spend(qint64 amount) { m_balance -= amount; }

    //! What befalls the next change.
    void setFault(ModelFault fault) { m_fault = fault; }
    //! Answers the next read with this status. 0: not at all, the connection is cut.
    void failNextRead(int status) { m_readFault = status; }
    //! From now on all goes well.
    void clearFaults()
    {
        m_fault = ModelFault::None;
        m_readFault.reset();
    }
    //! Called as soon as a change is there, before anything is done with it.
    void onChange(std::function<void()> call) { m_onChange = std::move(call); }

    //! Where among the changes the Late one is that waits.
    [[nodiscard]] std::optional<qsizetype> late() const
    {
        return m_late ? std::optional(m_lateAt) : std::nullopt;
    }
    //! Applies it. What was spent since it came is overwritten, as a real service would; gives
    //! that amount.
    qint64 applyLate(qint64 balanceWhenRead);

    [[nodiscard]] const QList<ModelChange> &changes() const { return m_changes; }
    [[nodiscard]] int reads() const { return m_reads; }
    //! Connections that are open.
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept();
    void take(QTcpSocket *socket, QByteArray &buffer);
    void answer(QTcpSocket *socket, const QByteArray &method, const QByteArray &body);
    void change(QTcpSocket *socket, const QByteArray &body);
    void apply(const QJsonObject &patch, ModelChange &change);
    [[nodiscard]] QByteArray token() const;

    QTcpServer m_server;
    qint64 m_balance;
    QJsonObject m_others;
    ModelFault m_fault = ModelFault::None;
    std::optional<int> m_readFault;
    std::function<void()> m_onChange;
    std::optional<QJsonObject> m_late;
    qsizetype m_lateAt = 0;
    QList<ModelChange> m_changes;
    int m_reads = 0;
    int m_connections = 0;
};

} // namespace purser::test
