// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountbar.h"

#include "api/replyreader.h"
#include "kit/icons.h"
#include "kit/namedcombobox.h"
#include "session/signindialog.h"
#include "wording/wording.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! What the check of a JWT has listed, where that says which tokens there are.
std::optional<ListResult> listOf(const TokenListResult &checked)
{
    if (checked) {
        return *checked;
    }
    return hasNoList(checked.error())
        ? std::optional<ListResult>(Unexpected{Failure(checked.error())})
        : std::nullopt;
}

} // namespace

AccountBar::AccountBar(const Parts &parts, QWidget *parent) : QToolBar(parent), m_parts(parts)
{
    setObjectName("accountToolBar"_L1);
    setWindowTitle(tr("Account"));
    setMovable(false);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(18, 18));
    build();
    connectSession();
    refresh();
}

void AccountBar::build()
{
    m_combo = new NamedComboBox(this);
    m_combo->setObjectName("accountCombo"_L1);
    m_combo->setAccessibleName(tr("Account"));
    m_combo->setMinimumContentsLength(16);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_combo->setFocusPolicy(Qt::StrongFocus);
    auto *label = new QLabel(tr("Acco&unt "), this);
    label->setBuddy(m_combo);
    label->setContentsMargins(6, 0, 4, 0);
    m_signIn = new QAction(icon(u"signin"_s), tr("Sign &in\u2026"), this);
    m_signIn->setObjectName("signInAction"_L1);
    m_signOut = new QAction(icon(u"signout"_s), tr("Sign &out"), this);
    m_signOut->setObjectName("signOutAction"_L1);
    m_requireReason = new QAction(tr("Require a &reason for each change"), this);
    m_requireReason->setObjectName("requireReasonAction"_L1);
    m_requireReason->setCheckable(true);
    if (auto *more = findChild<QToolButton *>(u"qt_toolbar_ext_button"_s)) {
        more->setAccessibleName(tr("More of the tool bar")); // Qt leaves it without one
    }
    addWidget(label);
    addWidget(m_combo);
    addAction(m_signIn);
    addAction(m_signOut);
    connect(m_combo, &QComboBox::activated, this, &AccountBar::switchAccount);
    connect(m_signIn, &QAction::triggered, this, &AccountBar::openSignIn);
    connect(m_signOut, &QAction::triggered, this, &AccountBar::signOut);
    connect(m_requireReason, &QAction::triggered, this, &AccountBar::setRequiresReason);
    connect(m_parts.actions.signIn, &QAction::triggered, this, &AccountBar::openSignIn);
    connect(m_parts.actions.unlock, &QAction::triggered, this,
            [this] { m_parts.session.unlock(); });
    connect(m_parts.actions.retry, &QAction::triggered, this,
            [this] { m_parts.session.lookForJwt(); });
}

QList<QAction *> AccountBar::menuActions() const
{
    return {m_signIn, m_signOut, m_requireReason};
}

void AccountBar::connectSession()
{
    const AccountSession &session = m_parts.session;
    connect(&session, &AccountSession::opened, this, [this] {
        refreshAccounts();
        refresh();
        if (const auto problem = m_parts.accounts.problem()) {
            m_parts.bar.showMessage(Tone::Error,
                                    wording::settingsUnreadable(*problem, m_parts.accounts.path()));
        }
    });
    connect(&session, &AccountSession::updated, this, &AccountBar::refresh);
    connect(&session, &AccountSession::notReady, this, &AccountBar::sayNotReady);
    connect(&session, &AccountSession::unlocked, this, [this] { m_parts.bar.clearMessage(); });
    connect(&session, &AccountSession::unlockFailed, this, [this](KeychainProblem problem) {
        m_parts.bar.showMessage(Tone::Error, wording::keychain(problem).text(),
                                {m_parts.actions.unlock, m_parts.actions.retry});
    });
    connect(&session, &AccountSession::signOutFailed, this, [this](KeychainProblem problem) {
        m_parts.bar.showMessage(
            Tone::Error,
            wording::keychain(problem).text() + u' '
                + tr("The JWT may still be in the keychain: you are not safely signed out."),
            {m_parts.actions.retry});
    });
}

void AccountBar::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void AccountBar::refresh()
{
    const auto &account = m_parts.session.account();
    m_combo->setEnabled(!m_busy);
    m_signIn->setEnabled(!m_busy);
    m_signOut->setEnabled(!m_busy && account);
    m_requireReason->setEnabled(account.has_value());
    m_requireReason->setChecked(account && account->requiresReason);
}

void AccountBar::refreshAccounts()
{
    m_combo->clear();
    const auto accounts = m_parts.accounts.accounts();
    for (const Account &account : accounts) {
        m_combo->addItem(account.name);
    }
    if (const auto &account = m_parts.session.account()) {
        m_combo->setCurrentText(account->name);
    }
}

void AccountBar::sayNotReady()
{
    if (m_parts.session.state() == AccountSession::State::SignedOut) {
        m_parts.bar.showMessage(Tone::Information,
                                tr("You are signed out of this account: no JWT is kept for it. "
                                   "Sign in to go on."),
                                {m_parts.actions.signIn});
        return;
    }
    const KeychainProblem problem = m_parts.session.problem();
    QList<QAction *> offers{m_parts.actions.retry, m_parts.actions.signIn};
    if (problem == KeychainProblem::Locked) {
        offers.prepend(m_parts.actions.unlock);
    }
    m_parts.bar.showMessage(Tone::Error, wording::keychain(problem).text(), offers);
}

void AccountBar::openSignIn()
{
    if (!m_dialog) {
        m_dialog = new SignInDialog(m_parts.credentials, m_parts.accounts, this);
        m_dialog->setJournal(&m_parts.journal);
        connect(m_dialog, &SignInDialog::signedIn, this, &AccountBar::onSignedIn);
        connect(m_dialog, &SignInDialog::complained, this,
                [this](const QString &text) { m_parts.bar.showMessage(Tone::Error, text); });
    } else if (const auto &account = m_parts.session.account()) {
        m_dialog->suggest(*account);
    }
    m_dialog->open();
}

//! The JWT is kept already; only the change to another account waits for an answer.
void AccountBar::onSignedIn(const Account &account, const TokenListResult &checked)
{
    if (m_parts.session.isInUse(account)) {
        takeUp(account, checked);
    } else {
        m_parts.unlessEditIsLost(tr("Changing to another account loses them."),
                                 [this, account, checked] { takeUp(account, checked); });
    }
    refreshAccounts();
}

void AccountBar::takeUp(const Account &account, const TokenListResult &checked)
{
    // The edit and the loaded token stay, where it is the account in use: as after a 401.
    const bool stays = m_parts.session.signedIn(account);
    if (const auto list = listOf(checked)) {
        m_parts.directory.offer(account, *list);
    }
    if (stays) {
        m_parts.bar.clearMessage();
    }
    sayHow(account, checked);
    Q_EMIT signedIn();
}

void AccountBar::sayHow(const Account &account, const TokenListResult &checked)
{
    if (m_parts.credentials.isKeptForThisRun(account)) {
        m_parts.bar.showMessage(Tone::Warning,
                                tr("Signed in for this run only: the JWT is in no keychain and "
                                   "will be asked for again."));
    } else if (!checked) {
        m_parts.bar.showMessage(Tone::Warning,
                                wording::whatHappened(checked.error()) + u' '
                                    + tr("The JWT was stored, but it could not be checked."));
    } else {
        m_parts.bar.showMessage(Tone::Success,
                                tr("Signed in: the service accepted the JWT, which is now in the "
                                   "keychain."));
    }
}

void AccountBar::signOut()
{
    if (m_parts.session.account()) {
        m_parts.unlessEditIsLost(tr("Signing out loses them."),
                                 [this] { m_parts.session.signOut(); });
    }
}

void AccountBar::switchAccount(int index)
{
    const auto account = m_parts.accounts.account(m_combo->itemText(index));
    const auto &now = m_parts.session.account();
    if (!account) { // removed or renamed by another program
        refreshAccounts();
        m_parts.bar.showMessage(Tone::Warning,
                                tr("This account is not known here any more. The list shows those "
                                   "that are; the account in use stays."));
        return;
    }
    if (m_parts.session.isInUse(*account)) {
        return;
    }
    m_combo->setCurrentText(now ? now->name : QString()); // until no edit is in the way
    m_parts.unlessEditIsLost(tr("Changing to another account loses them."),
                             [this, account] { m_parts.session.choose(*account); });
}

void AccountBar::setRequiresReason(bool required)
{
    if (!m_parts.session.setRequiresReason(required)) {
        m_parts.bar.showMessage(Tone::Error,
                                tr("The settings file %1 can't be written, so this is not "
                                   "remembered.")
                                    .arg(m_parts.accounts.path()));
    }
}

} // namespace purser
