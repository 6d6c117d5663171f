// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's part that builds it, and remembers how it looked.
#include "window/mainwindow.h"

#include "accounts/settingsfile.h"
#include "kit/appearance.h"
#include "kit/icons.h"
#include "kit/namedcombobox.h"
#include "kit/shownlabel.h"
#include "token/detailspane.h"
#include "tokens/tokenspanel.h"

#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto AppearanceKey = "appearance"_L1;
constexpr auto WindowGeometryKey = "window/geometry"_L1;
constexpr auto StateKey = "window/state"_L1;
constexpr auto PanesKey = "window/panes"_L1;
constexpr auto TokensKey = "window/tokens"_L1;

} // namespace

void MainWindow::buildActions()
{
    m_signInAction = new QAction(icon(u"signin"_s), tr("Sign &in\u2026"), this);
    m_signInAction->setObjectName("signInAction"_L1);
    m_signOutAction = new QAction(icon(u"signout"_s), tr("Sign &out"), this);
    m_signOutAction->setObjectName("signOutAction"_L1);
    m_requireReasonAction = new QAction(tr("Require a &reason for each change"), this);
    m_requireReasonAction->setObjectName("requireReasonAction"_L1);
    m_requireReasonAction->setCheckable(true);
    m_historyAction = new QAction(tr("&History"), this);
    m_historyAction->setObjectName("historyAction"_L1);
    m_historyAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    m_undoAction = new QAction(tr("&Undo last change"), this);
    m_undoAction->setObjectName("undoAction"_L1);
    auto *quit = new QAction(tr("&Quit"), this);
    quit->setObjectName("quitAction"_L1);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(m_signInAction, &QAction::triggered, this, &MainWindow::openSignIn);
    connect(m_signOutAction, &QAction::triggered, this, &MainWindow::signOut);
    connect(m_requireReasonAction, &QAction::triggered, this, &MainWindow::setRequiresReason);
    connect(m_historyAction, &QAction::triggered, this, &MainWindow::openHistory);
    connect(m_undoAction, &QAction::triggered, this, &MainWindow::undoLast);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    auto *accountMenu = menuBar()->addMenu(tr("A&ccount"));
    accountMenu->addActions({m_signInAction, m_signOutAction});
    accountMenu->addSeparator();
    accountMenu->addAction(m_requireReasonAction);
    accountMenu->addSeparator();
    accountMenu->addAction(quit);
    auto *changesMenu = menuBar()->addMenu(tr("Chan&ges"));
    changesMenu->addActions({m_undoAction, m_historyAction});
    buildAppearanceMenu();
    buildHelpMenu();
}

void MainWindow::buildAppearanceMenu()
{
    auto *viewMenu = menuBar()->addMenu(tr("&View"));
    auto *group = new QActionGroup(this);
    const SettingsFile settings(m_parts.accounts.path());
    const Appearance chosen = appearanceFromKey(settings.value(AppearanceKey).toString());
    const std::initializer_list<std::pair<Appearance, QString>> appearances{
        {Appearance::System, tr("Colours of the &system")},
        {Appearance::Light, tr("&Light colours")},
        {Appearance::Dark, tr("&Dark colours")}};
    for (const auto &[appearance, text] : appearances) {
        auto *action = viewMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(appearance == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = appearance] {
            applyAppearance(value);
            SettingsFile(m_parts.accounts.path())
                .setValues({{AppearanceKey, appearanceKey(value)}});
        });
    }
    if (chosen != Appearance::System) {
        applyAppearance(chosen);
    }
}

void MainWindow::buildToolBar()
{
    auto *bar = addToolBar(tr("Account"));
    bar->setObjectName("accountToolBar"_L1);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(18, 18));
    m_accountCombo = new NamedComboBox(this);
    m_accountCombo->setObjectName("accountCombo"_L1);
    m_accountCombo->setAccessibleName(tr("Account"));
    m_accountCombo->setMinimumContentsLength(16);
    m_accountCombo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_accountCombo->setFocusPolicy(Qt::StrongFocus);
    auto *label = new QLabel(tr("Acco&unt "), this);
    label->setBuddy(m_accountCombo);
    label->setContentsMargins(6, 0, 4, 0);
    bar->addWidget(label);
    bar->addWidget(m_accountCombo);
    bar->addAction(m_signInAction);
    bar->addAction(m_signOutAction);
    bar->addSeparator();
    bar->addAction(m_undoAction);
    bar->addAction(m_historyAction);
    connect(m_accountCombo, &QComboBox::activated, this, &MainWindow::switchAccount);
}

void MainWindow::buildPanes()
{
    m_tokens = new TokensPanel(this);
    m_form = new TokenForm(this);
    m_messageBar = new MessageBar(this);
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(16, 12, 16, 8);
    pageLayout->addWidget(m_form);
    pageLayout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    // The message stays in sight, however long the form is.
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(16, 4, 16, 8);
    frame->addWidget(m_messageBar);
    layout->addLayout(frame);

    m_details = new DetailsPane(this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName("mainSplitter"_L1);
    m_splitter->addWidget(m_tokens);
    m_splitter->addWidget(column);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setStretchFactor(2, 2);
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    connect(m_tokens, &TokensPanel::refreshRequested, this, &MainWindow::refreshTokens);
    connect(m_tokens, &TokensPanel::tokenChosen, this, &MainWindow::load);
    connect(m_tokens, &TokensPanel::editRequested, m_form, &TokenForm::focusFirstField);
    // Where a text has the focus, a slash is a part of it.
    for (const QKeySequence &key :
         {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)}) {
        auto *find = new QShortcut(key, this);
        connect(find, &QShortcut::activated, m_tokens, &TokensPanel::focusFilter);
    }
}

void MainWindow::buildStatusBar()
{
    m_accountStatus = new ShownLabel(u"accountStatus"_s, tr("Account in use"), this);
    m_journalStatus = new ShownLabel(u"journalStatus"_s, tr("Journal status"), this);
    m_draftStatus = new ShownLabel(u"draftStatus"_s, tr("Unsent edit status"), this);
    m_jwtStatus = new ShownLabel(u"jwtStatus"_s, tr("JWT status"), this);
    for (ShownLabel *label : {m_accountStatus, m_journalStatus, m_draftStatus, m_jwtStatus}) {
        label->setWordWrap(false);
    }
    for (ShownLabel *label : {m_journalStatus, m_draftStatus}) {
        label->setTone(Tone::Warning);
        label->hide();
    }
    m_draftStatus->setShownText(tr("A crash would lose your edit"));
    m_draftStatus->setToolTip(tr("It can't be written to the disk (the folder %1).")
                                  .arg(m_parts.drafts.folder().toHtmlEscaped()));
    m_parts.drafts.setReport([this](bool isKept) { m_draftStatus->setVisible(!isKept); });
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumSize(120, 8);
    m_progress->hide();
    statusBar()->setContentsMargins(10, 0, 10, 0);
    statusBar()->addWidget(m_accountStatus);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_journalStatus);
    statusBar()->addPermanentWidget(m_draftStatus);
    statusBar()->addPermanentWidget(m_jwtStatus);
}

void MainWindow::restoreState()
{
    const SettingsFile settings(m_parts.accounts.path());
    if (!restoreGeometry(settings.value(WindowGeometryKey).toByteArray())) {
        resize(1360, 780);
    }
    QMainWindow::restoreState(settings.value(StateKey).toByteArray());
    if (!m_splitter->restoreState(settings.value(PanesKey).toByteArray())) {
        m_splitter->setSizes({476, 554, 330});
    }
    m_tokens->restoreState(settings.value(TokensKey).toByteArray());
}

void MainWindow::saveState() const
{
    SettingsFile(m_parts.accounts.path())
        .setValues({{WindowGeometryKey, saveGeometry()},
                    {StateKey, QMainWindow::saveState()},
                    {PanesKey, m_splitter->saveState()},
                    {TokensKey, m_tokens->saveState()}});
}

} // namespace purser
