// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <functional>

namespace purser {

//! A request body that can be read once and never rewound. Qt sends a request again by itself
//! when a connection breaks; with a body that it can't rewind it has to give up instead, so a
//! change goes out at most once. It also knows whether a single byte of it was ever taken, and
//! refuses to be taken at all once it may not leave any more: Qt takes it when the connection
//! stands, which a computer that slept meanwhile may have waited hours for.
class OneShotBody final : public QIODevice {
    Q_OBJECT

public:
    //! mayLeave: asked before the first byte is taken; empty: it always may.
    explicit OneShotBody(QByteArray body, QObject *parent = nullptr,
                         std::function<bool()> mayLeave = {});

    //! False: no byte of the body can have reached the service.
    [[nodiscard]] bool wasTaken() const { return m_position > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 size() const override;
    bool seek(qint64 position) override;
    bool reset() override;

Q_SIGNALS:
    //! It may not leave any more: not a byte of it was taken, and none will be.
    void refused();

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    std::function<bool()> m_mayLeave;
    qint64 m_position = 0;
    bool m_refused = false;
};

} // namespace purser
