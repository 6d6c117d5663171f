// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace purser {

//! About the program itself.
class HelpMenu : public QMenu {
    Q_OBJECT

public:
    //! commit: of the sources; empty where it is not known. The dialogs belong to the parent's
    //! window.
    HelpMenu(QString commit, QWidget *parent);

private:
    void checkForUpdates();
    void about();

    QString m_commit;
};

} // namespace purser
