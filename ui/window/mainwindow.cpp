// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "kit/confirmation.h"
#include "kit/wheelguard.h"
#include "session/accountbar.h"
#include "token/tokenpage.h"
#include "tokens/tokenspanel.h"
#include "window/appearancemenu.h"
#include "window/helpmenu.h"
#include "window/sidewindows.h"
#include "window/statusstrip.h"
#include "wording/wording.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenuBar>
#include <QShortcut>
#include <QSplitter>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace purser {

//! What the rooms show and do, without a window.
struct MainWindow::Core {
    const WindowParts parts;
    AccountSession session{parts.credentials, parts.accounts};
    TokenDirectory directory{parts.services, parts.log};
    ChangeDesk desk{parts.services,
                    parts.accounts,
                    parts.log,
                    parts.clock,
                    [&run = parts.run](const QString &id) { return run.isGone(id); },
                    ChangeDesk::Settling::ByItself};
    Drafts drafts{parts.drafts, parts.accounts, parts.log};
};

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent)
    : QMainWindow(parent), m_core(new Core{parts}), m_state(parts.accounts.path(), u"window"_s),
      m_tokens(new TokensPanel(this)),
      m_page(new TokenPage({m_core->desk, m_core->drafts, m_core->directory, m_core->session,
                            parts.accounts, parts.log, parts.clock},
                           this)),
      m_accountBar(
          new AccountBar({m_core->session, m_core->directory, parts.credentials, parts.accounts,
                          parts.log.journal(), *m_page->messageBar(), m_page->actions(),
                          [this](const QString &what, std::function<void()> goOn) {
                              m_page->unlessEditIsLost(what, std::move(goOn));
                          }},
                         this)),
      m_sideWindows(new SideWindows({parts.log, parts.accounts, this})),
      m_undo(new QAction(tr("&Undo last change"), this))
{
    setObjectName("mainWindow"_L1);
    setWindowTitle(tr("Purser"));
    new WheelGuard(this);
    new StatusStrip({m_core->session, m_core->desk, m_core->drafts, parts.log, parts.clock},
                    statusBar());
    buildPanes();
    buildMenus(parts.commit);
    connectRooms();
    m_state.restore();
    refresh();
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget(); // before the core, which the rooms refer to
    delete m_accountBar;
    delete m_sideWindows;
}

ChangeDesk &MainWindow::desk()
{
    return m_core->desk;
}

void MainWindow::start()
{
    m_core->desk.recover();
    m_core->drafts.claim();
    m_core->session.open(m_core->parts.accounts.current());
    if (!m_core->session.account()) {
        m_accountBar->openSignIn();
    }
}

void MainWindow::buildPanes()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName("mainSplitter"_L1);
    splitter->addWidget(m_tokens);
    splitter->addWidget(m_page);
    splitter->addWidget(m_page->details());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 4);
    splitter->setStretchFactor(2, 2);
    splitter->setChildrenCollapsible(false);
    setCentralWidget(splitter);
    addToolBar(m_accountBar);
    m_state.addSizeOf(this, QSize(1360, 780));
    m_state.addToolBarsOf(this);
    m_state.add(u"panes"_s, splitter, {476, 554, 330});
    m_state.add(
        u"tokens"_s, [this] { return m_tokens->saveState(); },
        [this](const QByteArray &state) { m_tokens->restoreState(state); });
    // Where a text has the focus, a slash is a part of it.
    for (const QKeySequence &key :
         {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)}) {
        auto *find = new QShortcut(key, this);
        connect(find, &QShortcut::activated, m_tokens, &TokensPanel::focusFilter);
    }
}

void MainWindow::buildMenus(const QString &commit)
{
    m_undo->setObjectName("undoAction"_L1);
    auto *quit = new QAction(tr("&Quit"), this);
    quit->setObjectName("quitAction"_L1);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(m_undo, &QAction::triggered, m_page, &TokenPage::undoLast);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    auto *accountMenu = menuBar()->addMenu(tr("A&ccount"));
    accountMenu->addActions(m_accountBar->menuActions());
    accountMenu->insertSeparator(accountMenu->actions().constLast());
    accountMenu->addSeparator();
    accountMenu->addAction(quit);
    auto *changesMenu = menuBar()->addMenu(tr("Chan&ges"));
    changesMenu->addAction(m_undo);
    changesMenu->addActions(m_sideWindows->actions());
    menuBar()->addMenu(new AppearanceMenu(m_core->parts.accounts.path(), menuBar()));
    menuBar()->addMenu(new HelpMenu(commit, menuBar()));
    m_accountBar->addSeparator();
    m_accountBar->addAction(m_undo);
    m_accountBar->addActions(m_sideWindows->actions());
}

void MainWindow::connectRooms()
{
    const AccountSession &session = m_core->session;
    TokenDirectory &directory = m_core->directory;
    connect(&session, &AccountSession::opened, this, [this] {
        m_core->directory.open(m_core->session.account());
        m_tokens->clear();
    });
    connect(&session, &AccountSession::ready, this, [this] {
        if (!m_page->hasToken()) {
            m_page->focusName();
            m_core->directory.refresh();
            m_page->loadPending();
        }
    });
    connect(&session, &AccountSession::notReady, &directory, &TokenDirectory::withdraw);
    connect(&session, &AccountSession::stateChanged, this, &MainWindow::refresh);
    connect(&m_core->desk, &ChangeDesk::changed, this, &MainWindow::refresh);
    connect(m_accountBar, &AccountBar::signedIn, this, [this] {
        if (!m_page->hasToken()) {
            m_page->focusName();
        } else if (m_core->directory.hasOffer()) {
            m_core->directory.refresh();
        }
        m_page->showUndecided(); // with what can be done about it
    });

    connect(m_tokens, &TokensPanel::refreshRequested, &directory, &TokenDirectory::refresh);
    connect(m_tokens, &TokensPanel::tokenChosen, m_page, &TokenPage::load);
    connect(m_tokens, &TokensPanel::editRequested, m_page, &TokenPage::focusFirstField);
    connect(&directory, &TokenDirectory::loading, m_tokens, &TokensPanel::showLoading);
    connect(&directory, &TokenDirectory::listed, this, [this](const QList<Token> &tokens) {
        m_tokens->showTokens(tokens);
        if (m_page->hasToken()) {
            m_tokens->select(m_core->desk.token()->name);
        }
    });
    connect(&directory, &TokenDirectory::named, m_tokens, &TokensPanel::showNames);
    connect(&directory, &TokenDirectory::failed, this, [this](const Failure &failure) {
        if (!isCancelled(failure)) {
            m_tokens->showProblem(wording::listFailed(failure).text());
        }
    });
    connect(&directory, &TokenDirectory::seen, m_tokens,
            qOverload<const Token &>(&TokensPanel::update));

    connect(m_page, &TokenPage::shown, m_tokens, &TokensPanel::select);
    connect(m_page, &TokenPage::loaded, this, [this] {
        if (!m_tokens->hasKeyboard()) { // whoever is there may be typing a name
            m_page->focusFirstField();
        }
    });
    connect(m_page, &TokenPage::accountWanted, &m_core->session, &AccountSession::choose);
    connect(m_page, &TokenPage::said, statusBar(),
            [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_page, &TokenPage::journalChanged, this, [this] {
        m_sideWindows->refresh();
        if (const auto &token = m_core->desk.token()) {
            m_tokens->update(*token); // what an answer left out is known from before
        }
    });
    connect(m_sideWindows, &SideWindows::undoRequested, this, [this](const ChangeRecord &record) {
        raise();
        activateWindow();
        m_page->undo(record);
    });
}

void MainWindow::refresh()
{
    const bool isSignedIn = m_core->session.isSignedIn();
    const bool busy = !m_core->desk.isIdle();
    m_tokens->setUsable(isSignedIn);
    m_tokens->setBusy(busy);
    m_accountBar->setBusy(busy);
    m_undo->setEnabled(isSignedIn && !busy && m_core->desk.token());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isClosing && m_page->isEdited()) {
        event->ignore();
        confirmDiscard(this, m_page->lossOfClosing(), [this] {
            m_isClosing = true;
            close();
        });
        return;
    }
    m_page->dropEdit();
    m_state.keep();
    m_sideWindows->closeAll();
    QMainWindow::closeEvent(event);
}

} // namespace purser
