// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's part that deals with accounts, signing in and the actions for it.
#include "window/mainwindow.h"

#include "api/replyreader.h"
#include "kit/confirmation.h"
#include "kit/shownlabel.h"
#include "session/signindialog.h"
#include "token/detailspane.h"
#include "tokens/tokenspanel.h"
#include "wording/wording.h"

#include <QAction>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace purser {

void MainWindow::useAccount(const std::optional<Account> &account)
{
    showAccount(account);
    lookForJwt();
    if (const auto problem = m_parts.accounts.problem()) {
        m_messageBar->showMessage(Tone::Error,
                                  wording::settingsUnreadable(*problem, m_parts.accounts.path()));
    }
}

void MainWindow::showAccount(const std::optional<Account> &account)
{
    ++m_keychainStep;
    m_desk.open(account);
    m_lister.reset();
    if (account) {
        m_lister = m_parts.services.open(*account, Priority::Foreground);
        m_form->setAccount(account->url, account->requiresReason);
    }
    m_requireReasonAction->setChecked(account && account->requiresReason);
    m_signedIn = false;
    m_restored = false;
    m_reverted.reset();
    m_checked.reset();
    m_knownNames.clear();
    m_form->setKnownNames({});
    m_form->clearToken();
    m_tokens->clear();
    m_draftTimer.stop();
    m_parts.drafts.remove();
    m_details->clear();
    m_messageBar->clearMessage();
    refreshAccounts();
    m_accountStatus->setShownText(account ? tr("%1 on %2").arg(account->name, account->url.host())
                                          : tr("No account"));
    m_jwtStatus->setShownText(QString());
    refresh();
}

void MainWindow::refreshAccounts()
{
    m_accountCombo->clear();
    const auto accounts = m_parts.accounts.accounts();
    for (const Account &account : accounts) {
        m_accountCombo->addItem(account.name);
    }
    if (const auto &account = m_desk.account()) {
        m_accountCombo->setCurrentText(account->name);
    }
}

void MainWindow::lookForJwt()
{
    const auto &account = m_desk.account();
    if (!account) {
        return;
    }
    m_jwtStatus->setShownText(tr("Looking into the keychain\u2026"));
    m_parts.credentials.fetch(*account, this, [this, step = ++m_keychainStep](const auto &result) {
        if (step == m_keychainStep) {
            onJwtRead(result);
        }
    });
}

void MainWindow::onJwtRead(const Keychain::ReadResult &result)
{
    m_signedIn = result && result->has_value();
    if (!m_signedIn) {
        m_checked.reset();
    }
    if (!result) {
        const KeychainProblem problem = result.error();
        m_jwtStatus->setShownText(tr("JWT not readable"));
        QList<QAction *> actions{m_actions.retry, m_actions.signIn};
        if (problem == KeychainProblem::Locked) {
            actions.prepend(m_actions.unlock);
        }
        m_messageBar->showMessage(Tone::Error, wording::keychain(problem).text(), actions);
    } else if (!m_signedIn) {
        m_jwtStatus->setShownText(tr("Signed out"));
        m_messageBar->showMessage(Tone::Information,
                                  tr("You are signed out of this account: no JWT is kept for it. "
                                     "Sign in to go on."),
                                  {m_actions.signIn});
    } else {
        const auto expiresAt = (*result)->expiresAt();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_jwtStatus->setShownText(
            !expiresAt              ? tr("Signed in")
                : *expiresAt <= now ? tr("JWT expired %1").arg(wording::distance(*expiresAt, now))
                                    : tr("JWT expires %1").arg(wording::distance(*expiresAt, now)));
    }
    refresh();
    if (m_signedIn && !m_form->token()) {
        m_form->focusName();
        refreshTokens();
        loadPending();
    }
}

void MainWindow::openSignIn()
{
    if (!m_signInDialog) {
        m_signInDialog = new SignInDialog(m_parts.credentials, m_parts.accounts, this);
        m_signInDialog->setJournal(&m_parts.log.journal());
        connect(m_signInDialog, &SignInDialog::signedIn, this, &MainWindow::onSignedIn);
        connect(m_signInDialog, &SignInDialog::complained, this,
                [this](const QString &text) { m_messageBar->showMessage(Tone::Error, text); });
    } else if (const auto &account = m_desk.account()) {
        m_signInDialog->suggest(*account);
    }
    m_signInDialog->open();
}

void MainWindow::onSignedIn(const Account &account, const TokenListResult &checked)
{
    std::optional<ListResult> listed;
    if (checked) {
        listed = *checked;
        m_parts.services.note(keyOf(account), checked->tokens, m_parts.clock.now());
    } else if (hasNoList(checked.error())) {
        listed = Unexpected{Failure(checked.error())};
    }
    const auto use = [this, account, listed] {
        useAccount(account);
        m_checked = listed;
    };
    const auto &now = m_desk.account();
    const bool sameAccount = now && now->id == account.id && now->url == account.url;
    if (sameAccount) {
        m_desk.updateAccount(account);
        if (m_form->token() && listed) {
            onListed(*listed);
        } else {
            m_checked = listed;
        }
        lookForJwt(); // the edit and the loaded token stay: signing in again after a 401
        m_messageBar->clearMessage();
        refreshAccounts();
    } else if (m_form->isEdited()) {
        // The JWT is kept already; only the change of account waits for an answer.
        confirmDiscard(this, tr("Changing to another account loses them."), [this, account, use] {
            m_parts.accounts.makeCurrent(account.id);
            use();
        });
        refreshAccounts();
        return;
    } else {
        use();
    }
    m_signedIn = true;
    m_requireReasonAction->setChecked(account.requiresReason);
    if (m_parts.credentials.isKeptForThisRun(account)) {
        m_messageBar->showMessage(Tone::Warning,
                                  tr("Signed in for this run only: the JWT is in no keychain and "
                                     "will be asked for again."));
    } else if (!checked) {
        m_messageBar->showMessage(Tone::Warning,
                                  wording::whatHappened(checked.error()) + u' '
                                      + tr("The JWT was stored, but it could not be checked."));
    } else {
        m_messageBar->showMessage(Tone::Success,
                                  tr("Signed in: the service accepted the JWT, which is now in the "
                                     "keychain."));
    }
    refresh();
    if (!m_form->token()) {
        m_form->focusName();
    }
    if (m_desk.undecided()) {
        showSettling(); // with what can be done about it
    }
}

void MainWindow::signOut()
{
    const auto account = m_desk.account();
    if (!account) {
        return;
    }
    unlessEditIsLost(tr("Signing out loses them."), [this, account] {
        // At once: while the keychain is asked, nothing may be edited or sent any more.
        showAccount(account);
        m_jwtStatus->setShownText(tr("Signing out\u2026"));
        m_parts.credentials.forget(
            *account, this, [this, step = m_keychainStep](std::optional<KeychainProblem> problem) {
                if (step == m_keychainStep) {
                    onForgotten(problem);
                }
            });
    });
}

void MainWindow::onForgotten(std::optional<KeychainProblem> problem)
{
    if (!problem) {
        lookForJwt();
        return;
    }
    m_jwtStatus->setShownText(tr("JWT not readable"));
    m_messageBar->showMessage(
        Tone::Error,
        wording::keychain(*problem).text() + u' '
            + tr("The JWT may still be in the keychain: you are not safely signed out."),
        {m_actions.retry});
}

void MainWindow::unlockKeychain()
{
    m_jwtStatus->setShownText(tr("Waiting for the keychain to be unlocked\u2026"));
    m_parts.credentials.unlock(this, [this](std::optional<KeychainProblem> problem) {
        if (problem) {
            m_messageBar->showMessage(Tone::Error, wording::keychain(*problem).text(),
                                      {m_actions.unlock, m_actions.retry});
            return;
        }
        m_messageBar->clearMessage();
        lookForJwt();
    });
}

void MainWindow::switchAccount(int index)
{
    const auto account = m_parts.accounts.account(m_accountCombo->itemText(index));
    const auto &now = m_desk.account();
    if (!account || (now && now->id == account->id && now->url == account->url)) {
        return;
    }
    const QString current = m_desk.account() ? m_desk.account()->name : QString();
    m_accountCombo->setCurrentText(current); // until it is certain that no edit is in the way
    unlessEditIsLost(tr("Changing to another account loses them."), [this, account] {
        m_parts.accounts.makeCurrent(account->id);
        useAccount(account);
    });
}

void MainWindow::setRequiresReason(bool required)
{
    const auto account = m_desk.account();
    if (!account) {
        return;
    }
    if (!m_parts.accounts.setRequiresReason(account->id, required)) {
        m_messageBar->showMessage(Tone::Error,
                                  tr("The settings file %1 can't be written, so this is not "
                                     "remembered.")
                                      .arg(m_parts.accounts.path()));
    }
    m_form->setAccount(account->url, required);
}

} // namespace purser
