// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace purser::cli {

//! Turns the first SIGINT, SIGTERM or SIGHUP (on Windows, Ctrl+C) into a Qt signal, so that a
//! change that is under way is reported on rather than left without a word. A second one of the
//! kind ends the program as usual. One object at a time.
class Interrupts : public QObject {
    Q_OBJECT

public:
    explicit Interrupts(QObject *parent = nullptr);

    //! Readable from the first signal on, for whoever blocks outside the event loop; -1 where
    //! there is no such thing.
    static int wakeDescriptor();

Q_SIGNALS:
    void interrupted();
};

} // namespace purser::cli
