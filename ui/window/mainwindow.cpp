// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's middle: what it is made of, and what can be done at each moment. Its other parts:
// mainwindow_layout, _accounts, _tokens, _changes and _history.
#include "window/mainwindow.h"

#include "history/historywindow.h"
#include "kit/confirmation.h"
#include "kit/shownlabel.h"
#include "kit/wheelguard.h"
#include "tokens/tokenspanel.h"
#include "wording/wording.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QProgressBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int DraftDelayMs = 250; // a burst of keys is one draft
constexpr int RetryTickMs = 500;

} // namespace

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent)
    : QMainWindow(parent), m_parts(parts),
      m_desk(
          parts.services, parts.accounts, parts.log, parts.clock,
          [run = &parts.run](const QString &id) { return run->isGone(id); },
          ChangeDesk::Settling::ByItself),
      m_actions(this)
{
    setObjectName("mainWindow"_L1);
    setWindowTitle(tr("Purser"));
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(DraftDelayMs);
    m_retryTick.setInterval(RetryTickMs);
    new WheelGuard(this);
    buildActions();
    buildToolBar();
    buildPanes();
    buildStatusBar();
    connectDesk();
    connectForm();
    connectActions();
    restoreState();
    refresh();
}

MainWindow::~MainWindow()
{
    m_parts.drafts.setReport({});
}

void MainWindow::start()
{
    m_desk.recover();
    m_claimedDrafts = m_parts.drafts.claim();
    useAccount(m_parts.accounts.current());
    if (!m_desk.account()) {
        openSignIn();
    }
}

void MainWindow::connectForm()
{
    connect(m_form, &TokenForm::loadRequested, this, &MainWindow::load);
    connect(m_form, &TokenForm::submitRequested, this, [this] { submit({}); });
    connect(m_form, &TokenForm::edited, this, [this] {
        if (!m_desk.undecided().here) {
            m_messageBar->clearPassingMessage();
        }
        m_draftTimer.start();
        refresh();
    });
    connect(m_form, &TokenForm::revertRequested, this, &MainWindow::revert);
    connect(m_form, &TokenForm::cancelRequested, this, [this] { m_desk.cancel(); });
    connect(&m_draftTimer, &QTimer::timeout, this, &MainWindow::keepDraft);
    connect(&m_retryTick, &QTimer::timeout, this, &MainWindow::refreshProgress);
}

//! What is known of a submit of the edit in the form, or of a part of it. One of which nothing is
//! left is another edit, until it is the same again.
DraftSubmit MainWindow::submitOfForm() const
{
    ChangeRequest shown = m_form->request();
    shown.reason = m_submitted.reason; // which is not sent
    if (shown == m_submitted) {
        return m_submit;
    }
    DraftSubmit part = m_submit;
    part.fields = sameFields(shown, m_submitted);
    if (!part.name.isEmpty() && !part.fields.isEmpty()) {
        return part;
    }
    DraftSubmit other;
    other.mayBeSent = m_submit.mayBeSent;
    return other;
}

void MainWindow::showFailure(const QString &text, const Failure &failure, Step step)
{
    m_messageBar->showMessage(isCancelled(failure) ? Tone::Information : Tone::Error, text,
                              m_actions.of(failure, step));
    refresh();
}

void MainWindow::connectActions()
{
    const auto connectTo = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    connectTo(m_actions.signIn, &MainWindow::openSignIn);
    connectTo(m_actions.checkNow, [this] { m_desk.checkNow(); });
    connectTo(m_actions.sendAnyway, &MainWindow::sendAnyway);
    connectTo(m_actions.abandon, &MainWindow::abandon);
    connectTo(m_actions.otherCustomer, &MainWindow::tellApart);
    connectTo(m_actions.unlock, &MainWindow::unlockKeychain);
    connectTo(m_actions.retry, &MainWindow::lookForJwt);
    connectTo(m_actions.withoutJournal, &MainWindow::turnJournalOff);
    connectTo(m_actions.undoRevert, [this] {
        if (m_reverted) {
            m_form->applyEdit(*m_reverted);
            m_reverted.reset();
            m_messageBar->clearPassingMessage();
        }
    });
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
    const bool busy = !m_desk.isIdle();
    const auto undecided = m_desk.undecided();
    const auto *status = undecided.here;
    TokenForm::State state;
    state.signedIn = m_signedIn;
    state.busy = busy;
    state.blocked = bool(undecided);
    state.settling = status
        && (status->state == Settler::State::Waiting || status->state == Settler::State::Reading);
    state.restored = m_restored;
    m_form->setState(state);
    for (QAction *action : m_actions.all()) {
        action->setEnabled(!busy);
    }
    m_actions.checkNow->setEnabled(!busy && status && status->state != Settler::State::Reading);
    m_actions.sendAnyway->setEnabled(m_form->canSubmit());
    m_tokens->setUsable(m_signedIn);
    m_tokens->setBusy(busy);
    m_accountCombo->setEnabled(!busy);
    m_signInAction->setEnabled(!busy);
    m_signOutAction->setEnabled(!busy && m_desk.account().has_value());
    m_requireReasonAction->setEnabled(m_desk.account().has_value());
    m_undoAction->setEnabled(m_signedIn && !busy && m_desk.token().has_value());
    refreshProgress();
}

void MainWindow::refreshProgress()
{
    QString text;
    switch (m_desk.activity()) {
    case ChangeDesk::Activity::Idle:
    case ChangeDesk::Activity::Asking:
        break;
    case ChangeDesk::Activity::Loading:
        text = tr("Reading the token\u2026");
        break;
    case ChangeDesk::Activity::Rereading:
        text = tr("Reading the token again before the change is sent\u2026");
        break;
    case ChangeDesk::Activity::Journaling:
        text = tr("Writing the change down\u2026");
        break;
    case ChangeDesk::Activity::Sending:
        text = tr("Sending the change\u2026");
        break;
    case ChangeDesk::Activity::Confirming:
        text = tr("Reading the token to confirm the change\u2026");
        break;
    }
    const qint64 wait = m_parts.clock.now().msecsTo(m_retryAt);
    if (!text.isEmpty() && m_retryAt.isValid() && wait > 0) {
        text = tr("The read failed. Trying again in %n second(s)\u2026", nullptr,
                  static_cast<int>((wait + 999) / 1000));
    } else {
        m_retryTick.stop();
    }
    m_progress->setVisible(!text.isEmpty());
    if (text.isEmpty()) {
        statusBar()->clearMessage();
    } else {
        statusBar()->showMessage(text);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing && m_form->isEdited()) {
        event->ignore();
        const QString what = m_desk.activity() == ChangeDesk::Activity::Sending
            ? tr("A change is being sent: closing the window now leaves it unknown whether it was "
                 "applied. Purser looks when it is started again.")
            : tr("Closing the window loses them.");
        confirmDiscard(this, what, [this] {
            m_closing = true;
            close();
        });
        return;
    }
    m_draftTimer.stop();
    m_parts.drafts.remove();
    saveState();
    if (m_history) {
        m_history->close();
    }
    QMainWindow::closeEvent(event);
}

} // namespace purser
