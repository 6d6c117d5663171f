// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace purser {

//! A request body that can be read once and never rewound. Qt sends a request again by itself
//! when a connection breaks; with a body that it can't rewind it has to give up instead, so a
//! change goes out at most once. It also knows whether a single byte of it was ever taken.
class OneShotBody final : public QIODevice {
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray body, QObject *parent = nullptr);

    //! False: no byte of the body can have reached the service.
    [[nodiscard]] bool wasTaken() const { return m_position > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 size() const override;
    bool seek(qint64 position) override;
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace purser
