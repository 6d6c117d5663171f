// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "appearance.h"
#include "confirmation.h"
#include "detailspane.h"
#include "icons.h"
#include "shownlabel.h"
#include "signindialog.h"
#include "wording/wording.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto StateKey = "window/state"_L1;
constexpr auto SplitterKey = "window/splitter"_L1;

//! What can be done about a failure from the message bar.
QList<MessageBar::Action> actionsFor(const Failure &failure)
{
    if (const auto *problem = std::get_if<KeychainProblem>(&failure);
        problem && *problem == KeychainProblem::Locked) {
        return {MessageBar::Action::Unlock};
    }
    const auto *error = std::get_if<ApiError>(&failure);
    if (!error || error->kind == ApiErrorKind::SignIn || error->kind == ApiErrorKind::Forbidden) {
        return {MessageBar::Action::SignIn};
    }
    return {};
}

} // namespace

MainWindow::MainWindow(Credentials &credentials, AccountStore &accounts, QWidget *parent)
    : QMainWindow(parent), m_credentials(credentials), m_accounts(accounts), m_editor(credentials)
{
    setObjectName("mainWindow"_L1);
    setWindowTitle(tr("Purser"));
    buildActions();
    buildToolBar();
    buildPanes();
    buildStatusBar();
    connectEditor();
    connectForm();
    restoreState();
    refresh();
}

void MainWindow::buildPanes()
{
    m_form = new TokenForm(this);
    m_messageBar = new MessageBar(this);
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(14);
    layout->addWidget(m_form);
    layout->addWidget(m_messageBar);
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(column);

    m_details = new DetailsPane(this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName("mainSplitter"_L1);
    m_splitter->addWidget(scroll);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    connect(m_messageBar, &MessageBar::actionTriggered, this, &MainWindow::onMessageAction);
}

void MainWindow::buildStatusBar()
{
    m_accountStatus = new ShownLabel(u"accountStatus"_s, tr("Account in use"), this);
    m_jwtStatus = new ShownLabel(u"jwtStatus"_s, tr("JWT status"), this);
    m_accountStatus->setWordWrap(false);
    m_jwtStatus->setWordWrap(false);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumSize(120, 8);
    m_progress->hide();
    statusBar()->setContentsMargins(10, 0, 10, 0);
    statusBar()->addWidget(m_accountStatus);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_jwtStatus);
}

void MainWindow::connectEditor()
{
    connect(&m_editor, &TokenEditor::activityChanged, this, &MainWindow::refresh);
    connect(&m_editor, &TokenEditor::loaded, this, &MainWindow::onLoaded);
    connect(&m_editor, &TokenEditor::loadFailed, this,
            [this](const QString &name, const Failure &failure) {
                showFailure(wording::readFailed(name, failure).text(), failure);
            });
    connect(&m_editor, &TokenEditor::settled, this, &MainWindow::onSettled);
    connect(&m_editor, &TokenEditor::checkFailed, this, [this](const Failure &failure) {
        const auto &change = m_editor.undecided();
        const QString name = change ? change->before.name : QString();
        auto actions = actionsFor(failure);
        actions.append(MessageBar::Action::CheckNow);
        m_messageBar->showMessage(Tone::Warning, wording::checkFailed(name, failure).text(),
                                  actions);
        refresh();
    });
    connect(&m_editor, &TokenEditor::readsByPatchLearned, this,
            [this](const QString &name) { m_accounts.rememberReadsByPatch(name); });
}

void MainWindow::connectForm()
{
    connect(m_form, &TokenForm::loadRequested, this, &MainWindow::load);
    connect(m_form, &TokenForm::submitRequested, this, [this] {
        if (m_editor.activity() != TokenEditor::Activity::Idle || !m_form->isValid()) {
            return;
        }
        m_messageBar->clearMessage();
        m_editor.submit(m_form->patch());
    });
    connect(m_form, &TokenForm::edited, m_messageBar, &MessageBar::clearPassingMessage);
    connect(m_form, &TokenForm::revertRequested, this, &MainWindow::revert);
    connect(m_form, &TokenForm::cancelRequested, &m_editor, &TokenEditor::cancel);
}

void MainWindow::load(const QString &name)
{
    unlessEditIsLost(tr("Loading a token puts the service's values into every field."),
                     [this, name] {
                         m_messageBar->clearMessage();
                         m_editor.load(name);
                     });
}

void MainWindow::onLoaded(const TokenReply &reply)
{
    m_reverted.reset();
    m_form->showToken(reply.token);
    m_details->showRead(reply);
    if (!m_knownNames.contains(reply.token.name)) {
        m_knownNames.append(reply.token.name);
        m_form->setKnownNames(m_knownNames);
    }
    refresh();
    m_form->focusFirstField();
}

void MainWindow::onSettled(const Change &change)
{
    const auto &token = m_editor.token();
    if (change.outcome == Outcome::Applied) {
        m_form->showToken(*token);
    } else if (token) {
        m_form->rebase(*token);
    }
    m_details->showChange(change);
    const QString text = wording::change(change, locale(), QTimeZone::systemTimeZone()).text();
    switch (change.outcome) {
    case Outcome::Applied:
        m_messageBar->showMessage(Tone::Success, text);
        break;
    case Outcome::NothingToDo:
        m_messageBar->showMessage(Tone::Information, text);
        break;
    case Outcome::AppliedDifferently:
    case Outcome::AppliedUnconfirmed:
    case Outcome::NotApplied:
        m_messageBar->showMessage(Tone::Warning, text);
        break;
    case Outcome::Unknown:
        m_messageBar->showMessage(Tone::Warning, text, {MessageBar::Action::CheckNow});
        break;
    case Outcome::NotSent:
    case Outcome::Rejected:
        showFailure(text, *change.failure);
        m_form->showFieldErrors(*change.failure);
        break;
    }
    refresh();
}

void MainWindow::revert()
{
    m_reverted = m_form->edit();
    m_form->revert();
    if (m_editor.undecided()) {
        m_messageBar->showMessage(Tone::Warning,
                                  tr("Every field shows its last known value again. A change of "
                                     "this token is still undecided."),
                                  {MessageBar::Action::UndoRevert, MessageBar::Action::CheckNow});
    } else {
        m_messageBar->showMessage(Tone::Information,
                                  tr("Every field shows its current value again."),
                                  {MessageBar::Action::UndoRevert});
    }
    m_form->focusFirstField();
}

void MainWindow::showFailure(const QString &text, const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    const bool cancelled = error && error->kind == ApiErrorKind::Cancelled;
    m_messageBar->showMessage(cancelled ? Tone::Information : Tone::Error, text,
                              actionsFor(failure));
    refresh();
}

void MainWindow::onMessageAction(MessageBar::Action action)
{
    switch (action) {
    case MessageBar::Action::SignIn:
        openSignIn();
        return;
    case MessageBar::Action::CheckNow:
        if (m_editor.undecided() && m_editor.activity() == TokenEditor::Activity::Idle) {
            m_editor.checkNow();
        }
        return;
    case MessageBar::Action::Unlock:
        unlockKeychain();
        return;
    case MessageBar::Action::Retry:
        lookForJwt();
        return;
    case MessageBar::Action::UndoRevert:
        if (m_reverted) {
            m_form->applyEdit(*m_reverted);
            m_reverted.reset();
            m_messageBar->clearPassingMessage();
        }
        return;
    }
}

void MainWindow::unlessEditIsLost(const QString &what, std::function<void()> goOn)
{
    if (!m_form->isEdited()) {
        goOn();
        return;
    }
    confirmDiscard(this, what, std::move(goOn));
}

void MainWindow::refresh()
{
    const bool busy = m_editor.activity() != TokenEditor::Activity::Idle;
    m_form->setState(m_signedIn, busy, m_editor.undecided().has_value());
    m_messageBar->setActionsEnabled(!busy);
    m_progress->setVisible(busy);
    m_accountCombo->setEnabled(!busy);
    m_signInAction->setEnabled(!busy);
    m_signOutAction->setEnabled(!busy && m_editor.account().has_value());
    switch (m_editor.activity()) {
    case TokenEditor::Activity::Idle:
        statusBar()->clearMessage();
        break;
    case TokenEditor::Activity::Loading:
        statusBar()->showMessage(tr("Reading the token\u2026"));
        break;
    case TokenEditor::Activity::Submitting:
        statusBar()->showMessage(tr("Sending the change\u2026"));
        break;
    case TokenEditor::Activity::Checking:
        statusBar()->showMessage(tr("Reading the token to see what happened\u2026"));
        break;
    }
}

void MainWindow::restoreState()
{
    const QSettings settings(m_accounts.path(), QSettings::IniFormat);
    if (!restoreGeometry(settings.value(GeometryKey).toByteArray())) {
        resize(1080, 640);
    }
    QMainWindow::restoreState(settings.value(StateKey).toByteArray());
    if (!m_splitter->restoreState(settings.value(SplitterKey).toByteArray())) {
        m_splitter->setSizes({640, 440});
    }
}

void MainWindow::saveState() const
{
    QSettings settings(m_accounts.path(), QSettings::IniFormat);
    settings.setValue(GeometryKey, saveGeometry());
    settings.setValue(StateKey, QMainWindow::saveState());
    settings.setValue(SplitterKey, m_splitter->saveState());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing && m_form->isEdited()) {
        event->ignore();
        const bool sending = m_editor.activity() == TokenEditor::Activity::Submitting;
        const QString what = sending
            ? tr("A change is being sent: closing the window now leaves it unknown whether it was "
                 "applied.")
            : tr("Closing the window loses them.");
        confirmDiscard(this, what, [this] {
            m_closing = true;
            close();
        });
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
}

} // namespace purser
