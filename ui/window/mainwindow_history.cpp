// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's part that shows the history and undoes changes.
#include "window/mainwindow.h"

#include "history/historywindow.h"
#include "kit/confirmation.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser {

void MainWindow::undoLast()
{
    if (!m_desk.token()) {
        return;
    }
    m_parts.log.journal().ask(
        this, [key = m_desk.key()](Journal &journal) { return journal.newestUndoable(key); },
        [this, key = m_desk.key()](const auto &found) {
            if (key != m_desk.key()) {
                return;
            }
            if (!found) {
                showFailure(wording::journal(found.error(), Step::History).text(), found.error(),
                            Step::History);
            } else if (!found->has_value()) {
                m_messageBar->showMessage(
                    Tone::Information,
                    tr("The journal has no applied change of this token that could be undone. "
                       "Others are in the history."));
            } else {
                undo(**found);
            }
        });
}

//! From the form or from the history: the token is read first, and then the form filled in.
void MainWindow::undo(const ChangeRecord &record)
{
    const auto account = m_parts.accounts.accountById(record.key.accountId);
    if (!account || account->url.identity() != record.key.serviceUrl) {
        m_messageBar->showMessage(
            Tone::Error,
            tr("The account \u201c%1\u201d of this change is not known here any more with the "
               "service URL %2. Sign in to it first.")
                .arg(record.key.account, record.key.serviceUrl));
        return;
    }
    if (mayBeOtherCustomer(record, *account)) {
        m_messageBar->showMessage(Tone::Error,
                                  tr("This change was made for a customer of the service that the "
                                     "account \u201c%1\u201d has no JWT of now, so it is not "
                                     "undone.")
                                      .arg(account->name),
                                  {m_actions.signIn});
        return;
    }
    if (!m_desk.isIdle()) {
        return;
    }
    unlessEditIsLost(tr("The undo fills every field anew."), [this, record, account] {
        m_pendingUndo = record;
        if (m_desk.account() && idOf(*m_desk.account()) == idOf(*account)) {
            loadNow(record.key.token);
            return;
        }
        m_parts.accounts.makeCurrent(account->id);
        useAccount(account); // which loads the token once the JWT is there
    });
}

void MainWindow::fillInUndo(const ChangeRecord &record)
{
    const UndoPlan plan = planUndo(record, *m_desk.token(), m_parts.clock.now());
    const QString notes = wording::undoNotes(plan.notes);
    if (plan.request.isEmpty()) {
        m_messageBar->showMessage(
            Tone::Warning,
            tr("Nothing of change %1 can be taken back.").arg(record.id) + u' '
                + (notes.isEmpty() ? tr("The token already is as it was before.") : notes));
        return;
    }
    m_form->fillIn(plan.request);
    m_messageBar->showMessage(
        notes.isEmpty() ? Tone::Information : Tone::Warning,
        tr("The form now holds the inverse of change %1. Look at it, then submit.").arg(record.id)
            + (notes.isEmpty() ? QString() : u' ' + notes));
}

void MainWindow::openHistory()
{
    if (!m_history) {
        m_history = new HistoryWindow(m_parts.log.journalPath(), m_parts.accounts.path(), this);
        connect(m_history, &HistoryWindow::undoRequested, this, [this](const ChangeRecord &record) {
            raise();
            activateWindow();
            undo(record);
        });
    }
    m_history->refresh();
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

} // namespace purser
