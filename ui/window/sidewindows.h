// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/accountsession.h"
#include "editing/changelog.h"

#include <QAction>
#include <QList>

#include <functional>

namespace purser {

//! The windows beside the main window: a row each, in sidewindows.cpp. One is made when it is first
//! asked for.
class SideWindows : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const ChangeLog &log;
        const AccountStore &accounts;
        QWidget *owner; //!< the main window
    };
    explicit SideWindows(const Parts &parts);

    //! To open each.
    [[nodiscard]] QList<QAction *> actions() const;
    //! The journal has something new.
    void refresh();
    void closeAll();

Q_SIGNALS:
    void undoRequested(const purser::ChangeRecord &record);

private:
    struct Row {
        QAction *action = nullptr;
        std::function<QWidget *()> make;
        std::function<void(QWidget *)> refresh;
        QWidget *window = nullptr; //!< once it was made
    };

    void open(qsizetype index);
    QWidget *makeHistory();

    Parts m_parts;
    QList<Row> m_rows;
};

} // namespace purser
