// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's part that sends changes and tells what became of them.
#include "window/mainwindow.h"

#include "editing/workplace.h"
#include "history/historywindow.h"
#include "kit/confirmation.h"
#include "kit/shownlabel.h"
#include "kit/windowreader.h"
#include "token/detailspane.h"
#include "tokens/tokenspanel.h"
#include "wording/wording.h"

#include <QStatusBar>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace purser {

void MainWindow::connectDesk()
{
    connect(&m_desk, &ChangeDesk::activityChanged, this, [this] {
        if (m_retryAt.isValid()) {
            m_messageBar->clearMessage(); // it told of the retry
        }
        m_retryAt = {};
    });
    connect(&m_desk, &ChangeDesk::changed, this, &MainWindow::refresh);
    connect(&m_desk, &ChangeDesk::loaded, this, &MainWindow::onLoaded);
    connect(&m_desk, &ChangeDesk::loadFailed, this,
            [this](const QString &name, const Failure &failure) {
                showFailure(wording::readFailed(name, failure).text(), failure, Step::Read);
            });
    connect(&m_desk, &ChangeDesk::retryDue, this,
            [this](const QDateTime &at, const Failure &failure) {
                m_retryAt = at;
                m_retryTick.start();
                m_messageBar->showMessage(Tone::Information,
                                          wording::retrying(failure, at, readerOf(*this)).text());
                refreshProgress();
            });
    connect(&m_desk, &ChangeDesk::asks, this, &MainWindow::askAboutDangers);
    connect(&m_desk, &ChangeDesk::written, this, [this](const ChangeRecord &record) {
        if (record.submit == m_submit.name) {
            m_submit.written = true; // should the row ever be missing, that says something
            keepDraft();
            // Without that it is the row's alone to say.
            static_cast<void>(m_parts.drafts.flush());
        }
    });
    connect(&m_desk, &ChangeDesk::ended, this, &MainWindow::onEnded);
    connect(&m_desk, &ChangeDesk::stopped, this, &MainWindow::onStopped);
    connect(&m_desk, &ChangeDesk::settlingChanged, this, [this](const TokenKey &key) {
        if (key == m_desk.key() && m_desk.undecided().here) {
            showSettling();
        }
    });
    connect(&m_desk, &ChangeDesk::foundOut, this, &MainWindow::onFoundOut);
    connect(&m_desk, &ChangeDesk::recovered, this, &MainWindow::onRecovered);
    connect(&m_desk, &ChangeDesk::recoveryFailed, this, [this](const JournalProblem &problem) {
        showFailure(wording::journal(problem, Step::Change).text() + u' '
                        + tr("Tokens can be read, but nothing is sent without a journal."),
                    problem, Step::Change);
    });
    connect(&m_desk, &ChangeDesk::journalSetAside, this, [this](const QString &path) {
        m_messageBar->setStandingNotice(
            tr("The journal was damaged. It was set aside as %1, and a new one was begun: "
               "earlier changes are not in it.")
                .arg(path));
    });
    connect(&m_parts.services, &AccountServices::seen, this,
            [this](const TokenKey &account, const QList<Token> &tokens) {
                const TokenKey here = m_desk.key();
                if (tokens.size() == 1 && account.accountId == here.accountId
                    && account.serviceUrl == here.serviceUrl) {
                    m_tokens->update(tokens.constFirst());
                }
            });
    connect(&m_parts.log, &ChangeLog::writeFailed, this, [this](const JournalProblem &problem) {
        m_journalStatus->setShownText(
            tr("Journal: %1").arg(wording::journal(problem, Step::Change).what));
        m_journalStatus->show();
    });
    connect(&m_parts.log, &ChangeLog::caughtUp, this, [this] {
        if (m_parts.log.isOff()) {
            showJournalOff();
        } else {
            m_journalStatus->hide();
        }
    });
}

void MainWindow::submit(const ChangeDesk::How &how)
{
    if (!m_desk.isIdle() || !m_form->canSubmit()) {
        return;
    }
    if (submitOfForm().mayBeSent) {
        submitAgain(how);
        return;
    }
    submitNow(how);
}

void MainWindow::submitNow(ChangeDesk::How how)
{
    if (!m_desk.isIdle() || !m_form->canSubmit()) {
        return;
    }
    m_messageBar->clearMessage();
    m_draftTimer.stop();
    m_submitted = m_form->request();
    how.name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    // What is not known of an earlier one of the same edit stays unknown, whatever becomes of this
    // one. "Send anyway": that one may be applied, or may yet be.
    const DraftSubmit before = m_submit;
    m_submit = {how.name, m_journalMark, m_parts.log.isOff(), false,
                before.mayBeSent || how.evenIfUndecided};
    keepDraft(); // it names the submit before anything of it leaves
    const bool isGone =
        m_parts.drafts.flush() && (!m_olderDraft || m_parts.drafts.removeNow(*m_olderDraft));
    if (!isGone && !m_parts.log.isOff()) {
        m_submit = before;
        m_messageBar->showMessage(
            Tone::Error,
            tr("Nothing was sent. Your edit can't be written to the disk (the folder %1), and an "
               "older form of it is there, which would be offered again after a crash. Make room "
               "there, or give yourself the right to write, and submit again.")
                .arg(m_parts.drafts.folder()),
            {m_actions.withoutJournal});
        return;
    }
    m_olderDraft.reset();
    m_desk.submit(m_submitted, how);
}

void MainWindow::submitAgain(const ChangeDesk::How &how)
{
    confirm(this,
            {u"sendAgainBox"_s, tr("Send again?"),
             tr("This edit of the token \u201c%1\u201d may have been sent, and applied, before "
                "Purser ended.")
                 .arg(m_desk.key().token),
             tr("If it was, sending it now does it a second time: an amount is added or deducted "
                "twice. Compare the current values with what you expect first.")
                 + (m_form->outlook().isEmpty() ? QString() : "\n\n"_L1 + m_form->outlook()),
             tr("Send again"), tr("Don't send")},
            [this, how] { submitNow(how); });
}

void MainWindow::sendAnyway()
{
    if (!m_form->canSubmit()) {
        return;
    }
    const QString outlook = m_form->outlook();
    const auto earlier = m_desk.undecided().elsewhere;
    const bool isOurs = !earlier
        || (earlier->run == m_parts.run.id() && earlier->key.accountId == m_desk.key().accountId);
    confirm(
        this,
        {u"sendAnywayBox"_s, tr("Send anyway?"),
         tr("An earlier change of the token \u201c%1\u201d is still undecided: it may have been "
            "applied, or may yet be.")
             .arg(m_desk.key().token),
         tr("If you send another one now, the earlier one may still overwrite it afterwards, "
            "and it can no longer be told from the values which of them was applied.")
             + u' '
             + (isOurs ? tr("The earlier one is closed as abandoned.")
                       : tr("The earlier one stays open: it is not this window's to close."))
             + (outlook.isEmpty() ? QString() : "\n\n"_L1 + outlook),
         tr("Send anyway"), tr("Don't send")},
        [this] {
            ChangeDesk::How how;
            how.evenIfUndecided = true;
            submit(how);
        });
}

void MainWindow::askAboutDangers(const Outlook &outlook)
{
    const Reader reader = readerOf(*this, m_parts.clock.now());
    QStringList sentences;
    for (const Consequence one : outlook.dangers()) {
        sentences.append(wording::consequence(one, outlook, reader));
    }
    confirmDangers(this, outlook.before.name, m_desk.key().account, sentences, [this](bool send) {
        if (m_desk.activity() == ChangeDesk::Activity::Asking) {
            m_desk.answer(send);
        }
    });
}

void MainWindow::onStopped(const Stop &stop)
{
    const bool mayBeSent = m_submit.mayBeSent; // by an earlier submit of the same edit
    m_submit = {};
    m_submit.mayBeSent = mayBeSent;
    if (const auto &token = m_desk.token()) {
        m_form->rebase(*token);
    }
    const QString text = wording::stopped(stop, readerOf(*this)).text();
    switch (stop.reason) {
    case Stop::Reason::Failed:
        showFailure(text, *stop.failure, Step::Change);
        m_form->showFieldErrors(*stop.failure);
        break;
    case Stop::Reason::AlreadySo:
        m_form->showToken(*m_desk.token());
        m_messageBar->showMessage(Tone::Information, text);
        break;
    case Stop::Reason::Declined:
        m_messageBar->showMessage(Tone::Information, text);
        break;
    case Stop::Reason::Moved:
    case Stop::Reason::NoSum:
    case Stop::Reason::NoReason:
    case Stop::Reason::Busy:
        m_messageBar->showMessage(Tone::Warning, text);
        break;
    case Stop::Reason::Undecided:
        if (stop.undecided && stop.undecided->key.accountId != m_desk.key().accountId) {
            showUndecidedOfOther(*stop.undecided);
        } else {
            m_messageBar->showMessage(Tone::Warning, text, {m_actions.sendAnyway});
        }
        break;
    }
    keepDraft();
    refresh();
}

//! The editor's submit has come to an end.
void MainWindow::onEnded(const Change &change)
{
    m_restored = false;
    if (change.record.outcome == Outcome::Unknown) {
        m_form->rebase(*m_desk.token());
        m_details->showChange(change);
        keepDraft();
        return;
    }
    showChange(change);
}

//! A change that was unknown has been found out about, or was closed.
void MainWindow::onFoundOut(const Change &change)
{
    if (m_desk.settling().isEmpty()) {
        m_messageBar->setStandingNotice({}); // it told that this was being found out
    }
    if (m_history) {
        m_history->refresh();
    }
    if (change.record.key != m_desk.key()) {
        const QString text =
            tr("Account \u201c%1\u201d: %2")
                .arg(change.record.key.account, wording::change(change, readerOf(*this)).text());
        const auto inTheWay = m_desk.undecided().elsewhere;
        const bool wasInTheWay = inTheWay && inTheWay->id == change.record.id;
        if (wasInTheWay || m_messageBar->canGiveWay()) {
            m_messageBar->showMessage(Tone::Information, text);
        } else {
            statusBar()->showMessage(text);
        }
        return;
    }
    showChange(change);
}

void MainWindow::showChange(const Change &change)
{
    const auto &token = m_desk.token();
    ChangeRequest shown = m_form->request();
    shown.reason = m_submitted.reason; // which is not sent
    // Another change of the token, however like it, leaves the edit in the form.
    const bool isOfForm = !m_submit.name.isEmpty() && m_submit.name == change.record.submit;
    if (isOfForm && change.record.outcome == Outcome::Abandoned
        && change.record.settledHow == settledhow::User) {
        m_submit.mayBeSent = true; // nobody knows, and the edit is still there
    }
    if (isOfForm && change.record.outcome == Outcome::Applied) {
        m_submit = {}; // else the edit that stays keeps the name of what became of it
        if (shown == m_submitted) {
            m_form->showToken(*token);
        } else { // what was edited since stays, and nothing of what was sent
            const auto sent = sameFields(shown, m_submitted);
            m_form->rebase(*token);
            m_form->putBack(sent);
        }
        m_restored = false;
    } else if (token) {
        m_form->rebase(*token);
    }
    m_details->showChange(change);
    if (change.reply) {
        m_tokens->update(mergedToken(*token, change.reply->token));
    }
    QString text = wording::change(change, readerOf(*this)).text();
    if (change.record.id == 0 && isInForce(change.record.outcome)) {
        text += u' '
            + tr("It is not in the journal: nothing could keep other windows and programs from "
                 "changing the token at the same time.");
    }
    switch (change.record.outcome) {
    case Outcome::Applied:
        m_messageBar->showMessage(Tone::Success, text);
        break;
    case Outcome::Rejected:
        showFailure(text, *change.failure, Step::Change);
        m_form->showFieldErrors(*change.failure);
        break;
    case Outcome::NotApplied:
    case Outcome::Abandoned:
        if (change.failure && change.record.settledHow == settledhow::NotSent) {
            showFailure(text, *change.failure, Step::Change);
        } else {
            m_messageBar->showMessage(Tone::Warning, text);
        }
        break;
    default:
        m_messageBar->showMessage(Tone::Warning, text);
        break;
    }
    if (m_history) {
        m_history->refresh();
    }
    keepDraft();
    refresh();
}

//! The message bar tells what is being done about an undecided change of the loaded token.
void MainWindow::showSettling()
{
    const auto undecided = m_desk.undecided();
    if (const auto *status = undecided.here) {
        m_messageBar->showMessage(Tone::Warning, wording::settling(*status, readerOf(*this)).text(),
                                  {m_actions.checkNow, m_actions.sendAnyway, m_actions.abandon},
                                  MessageBar::Dismissal::Refused); // not to be lost from sight
    } else if (const auto &record = undecided.elsewhere;
               record && record->key.accountId != m_desk.key().accountId) {
        showUndecidedOfOther(*record);
    } else if (record) {
        m_messageBar->showMessage(
            Tone::Warning,
            wording::undecidedElsewhere(*record, readerOf(*this, m_parts.clock.now())).text(),
            {m_actions.sendAnyway});
    }
}

//! A change of the same token's name at the same service, made by another account.
void MainWindow::showUndecidedOfOther(const ChangeRecord &record)
{
    const bool mayBeOther = canBeApart(m_parts.accounts, record, *m_desk.account());
    QList<QAction *> actions{m_actions.sendAnyway};
    if (mayBeOther) {
        actions.prepend(m_actions.otherCustomer);
    }
    m_messageBar->showMessage(
        Tone::Warning,
        wording::undecidedOfOther(record, mayBeOther, readerOf(*this, m_parts.clock.now())).text(),
        actions);
}

//! Asked once for two accounts: from then on they don't block each other's tokens.
void MainWindow::tellApart()
{
    const auto record = m_desk.undecided().elsewhere;
    if (!record || !m_desk.account()) {
        return;
    }
    confirm(
        this,
        {u"otherCustomerBox"_s, tr("Another customer?"),
         tr("Does the account \u201c%1\u201d belong to another customer of the service than "
            "\u201c%2\u201d?")
             .arg(record->key.account, m_desk.key().account),
         tr("Then its token \u201c%1\u201d is another token, whose changes don't stand in the "
            "way here. If the two accounts are two admins of one customer, it is the same "
            "token. Once you say so, that is remembered for these two accounts.")
             .arg(record->key.token),
         tr("Another customer"), tr("Decide later"), tr("The same customer")},
        [this, other = record->key.accountId] { rememberApart(other, true); },
        [this, other = record->key.accountId] { rememberApart(other, false); });
}

void MainWindow::rememberApart(const QString &otherAccount, bool apart)
{
    if (!m_desk.tellApart(otherAccount, apart)) {
        m_messageBar->showMessage(
            Tone::Error,
            tr("The settings file %1 can't be written, so this is not remembered.")
                .arg(m_parts.accounts.path()));
        return;
    }
    m_messageBar->clearMessage();
    if (const auto record = m_desk.undecided().elsewhere; !apart && record) {
        showUndecidedOfOther(*record); // without the question
    }
}

void MainWindow::abandon()
{
    const TokenKey key = m_desk.key();
    confirm(this,
            {u"abandonBox"_s, tr("Abandon this change?"),
             tr("Close the undecided change of the token \u201c%1\u201d?").arg(key.token),
             tr("Purser stops looking, and the journal keeps the change as abandoned. It may have "
                "been applied all the same: look at the current values before you change the token "
                "again."),
             tr("Abandon"), tr("Keep looking")},
            [this, key] {
                if (key == m_desk.key()) {
                    m_desk.abandon();
                }
            });
}

void MainWindow::onRecovered(const Recovery &recovery)
{
    QStringList sentences;
    if (!recovery.undecided.isEmpty()) {
        QStringList names;
        for (const ChangeRecord &record : recovery.undecided) {
            names.append(record.key.token);
        }
        names.removeDuplicates();
        sentences.append(tr("When Purser ended, it was not known what became of %n change(s). The "
                            "tokens are read now to find out: %1.",
                            nullptr, static_cast<int>(recovery.undecided.size()))
                             .arg(names.join(", "_L1)));
    }
    if (!recovery.abandoned.isEmpty()) {
        sentences.append(tr("%n change(s) had not been sent when Purser ended, and will not be.",
                            nullptr, static_cast<int>(recovery.abandoned.size())));
    }
    if (!sentences.isEmpty()) {
        m_messageBar->setStandingNotice(sentences.join(u' '));
    }
    refresh();
}

void MainWindow::revert()
{
    m_reverted = m_form->edit();
    m_form->revert();
    m_restored = false;
    keepDraft();
    if (m_desk.undecided()) {
        m_messageBar->showMessage(Tone::Warning,
                                  tr("Every field shows its last known value again. A change of "
                                     "this token is still undecided."),
                                  {m_actions.undoRevert, m_actions.checkNow},
                                  MessageBar::Dismissal::Refused);
    } else {
        m_messageBar->showMessage(Tone::Information,
                                  tr("Every field shows its current value again."),
                                  {m_actions.undoRevert});
    }
    refresh();
    m_form->focusFirstField();
}

void MainWindow::showJournalOff()
{
    m_journalStatus->setShownText(tr("The journal is off for this run"));
    m_journalStatus->show();
}

void MainWindow::turnJournalOff()
{
    confirm(
        this,
        {u"withoutJournalBox"_s, tr("Go on without a journal?"),
         tr("Send changes without writing them down, until Purser is closed?"),
         tr("Changes that are sent then can't be undone from here, are not in the history, and "
            "if Purser or the network fails, nothing will know that they were sent. Nor are they "
            "guarded against other windows and programs that change the token at the same time: "
            "one of the changes may be lost."),
         tr("Go on without a journal"), tr("Don't send")},
        [this] {
            m_parts.log.turnOff();
            showJournalOff();
            m_messageBar->showMessage(
                Tone::Warning,
                tr("The journal is off until Purser is closed: what you send now is not "
                   "written down. Submit again to send your edit."));
        });
}

} // namespace purser
