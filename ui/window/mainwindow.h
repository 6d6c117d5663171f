// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/accountservices.h"
#include "editing/draftstore.h"
#include "kit/windowstate.h"

#include <QMainWindow>

namespace purser {

class AccountBar;
class ChangeDesk;
class SideWindows;
class TokenPage;
class TokensPanel;

//! What the window works with; what it refers to outlives the window.
struct WindowParts {
    Credentials &credentials;
    AccountStore &accounts;
    AccountServices &services;
    ChangeLog &log;
    const Run &run;
    DraftStore &drafts;
    Clock &clock;
    QString commit = {}; //!< of the sources; empty where it is not known
};

//! The main window: a shell around the tokens, the page of one of them, and what was returned. It
//! knows the rooms, and nothing of what they do.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Takes up what was left undecided and the account used last; with none, opens the sign-in
    //! dialog.
    void start();
    [[nodiscard]] ChangeDesk &desk();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Core;

    void buildPanes();
    void buildMenus(const QString &commit);
    void connectRooms();
    void refresh();

    std::unique_ptr<Core> m_core;
    WindowState m_state;
    TokensPanel *m_tokens;
    TokenPage *m_page;
    AccountBar *m_accountBar;
    SideWindows *m_sideWindows;
    QAction *m_undo;
    bool m_isClosing = false;
};

} // namespace purser
