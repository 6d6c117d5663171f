// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's part that deals with accounts, signing in and the actions for it.
#include "mainwindow.h"

#include "appearance.h"
#include "detailspane.h"
#include "icons.h"
#include "namedcombobox.h"
#include "shownlabel.h"
#include "signindialog.h"
#include "wording/wording.h"

#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto AppearanceKey = "appearance"_L1;

} // namespace

void MainWindow::buildActions()
{
    m_signInAction = new QAction(icon(u"signin"_s), tr("Sign &in\u2026"), this);
    m_signInAction->setObjectName("signInAction"_L1);
    m_signOutAction = new QAction(icon(u"signout"_s), tr("Sign &out"), this);
    m_signOutAction->setObjectName("signOutAction"_L1);
    auto *quit = new QAction(tr("&Quit"), this);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(m_signInAction, &QAction::triggered, this, &MainWindow::openSignIn);
    connect(m_signOutAction, &QAction::triggered, this, &MainWindow::signOut);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    auto *accountMenu = menuBar()->addMenu(tr("A&ccount"));
    accountMenu->addActions({m_signInAction, m_signOutAction});
    accountMenu->addSeparator();
    accountMenu->addAction(quit);

    auto *viewMenu = menuBar()->addMenu(tr("&View"));
    auto *group = new QActionGroup(this);
    QSettings settings(m_accounts.path(), QSettings::IniFormat);
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
            QSettings(m_accounts.path(), QSettings::IniFormat)
                .setValue(AppearanceKey, appearanceKey(value));
        });
    }
    if (chosen != Appearance::System) {
        applyAppearance(chosen);
    }

    auto *helpMenu = menuBar()->addMenu(tr("&Help"));
    auto *aboutAction = helpMenu->addAction(tr("&About Purser"), this, &MainWindow::about);
    aboutAction->setMenuRole(QAction::AboutRole);
    auto *aboutQt = helpMenu->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
    aboutQt->setMenuRole(QAction::AboutQtRole);
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
    connect(m_accountCombo, &QComboBox::activated, this, &MainWindow::switchAccount);
}

void MainWindow::start()
{
    useAccount(m_accounts.current());
    if (!m_editor.account()) {
        openSignIn();
    }
}

void MainWindow::useAccount(const std::optional<Account> &account)
{
    showAccount(account);
    lookForJwt();
}

void MainWindow::showAccount(const std::optional<Account> &account)
{
    ++m_keychainStep;
    m_editor.setAccount(account);
    m_signedIn = false;
    m_reverted.reset();
    m_knownNames.clear();
    m_form->setKnownNames({});
    m_form->clearToken();
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
    const auto accounts = m_accounts.accounts();
    for (const Account &account : accounts) {
        m_accountCombo->addItem(account.name);
    }
    if (const auto &account = m_editor.account()) {
        m_accountCombo->setCurrentText(account->name);
    }
}

void MainWindow::lookForJwt()
{
    const auto &account = m_editor.account();
    if (!account) {
        return;
    }
    const QString key = Credentials::key(account->name, account->url);
    m_jwtStatus->setShownText(tr("Looking into the keychain\u2026"));
    m_credentials.fetch(key, this, [this, step = ++m_keychainStep](const auto &result) {
        if (step == m_keychainStep) {
            onJwtRead(result);
        }
    });
}

void MainWindow::onJwtRead(const Keychain::ReadResult &result)
{
    m_signedIn = result && result->has_value();
    if (!result) {
        const KeychainProblem problem = result.error();
        m_jwtStatus->setShownText(tr("JWT not readable"));
        QList<MessageBar::Action> actions{MessageBar::Action::Retry, MessageBar::Action::SignIn};
        if (problem == KeychainProblem::Locked) {
            actions.prepend(MessageBar::Action::Unlock);
        }
        m_messageBar->showMessage(Tone::Error, wording::keychain(problem).text(), actions);
    } else if (!m_signedIn) {
        m_jwtStatus->setShownText(tr("Signed out"));
        m_messageBar->showMessage(Tone::Information,
                                  tr("You are signed out of this account: no JWT is kept for it. "
                                     "Sign in to go on."),
                                  {MessageBar::Action::SignIn});
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
    }
}

void MainWindow::openSignIn()
{
    if (!m_signInDialog) {
        m_signInDialog = new SignInDialog(m_credentials, m_accounts, this);
        connect(m_signInDialog, &SignInDialog::signedIn, this, &MainWindow::onSignedIn);
    } else if (const auto &account = m_editor.account()) {
        m_signInDialog->suggest(*account);
    }
    m_signInDialog->open();
}

void MainWindow::onSignedIn(const Account &account, const std::optional<ApiError> &error,
                            const QStringList &tokenNames)
{
    const auto &now = m_editor.account();
    const bool sameAccount = now && now->name == account.name && now->url == account.url;
    if (sameAccount) {
        lookForJwt(); // the edit and the loaded token stay: signing in again after a 401
        m_messageBar->clearMessage();
        refreshAccounts();
    } else {
        useAccount(account);
    }
    m_signedIn = true;
    m_knownNames = tokenNames;
    m_form->setKnownNames(m_knownNames);
    if (m_credentials.isKeptForThisRun(Credentials::key(account.name, account.url))) {
        m_messageBar->showMessage(Tone::Warning,
                                  tr("Signed in for this run only: the JWT is in no keychain and "
                                     "will be asked for again."));
    } else if (error) {
        m_messageBar->showMessage(Tone::Warning,
                                  wording::whatHappened(*error) + u' '
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
}

void MainWindow::signOut()
{
    const auto account = m_editor.account();
    if (!account) {
        return;
    }
    unlessEditIsLost(tr("Signing out loses them."), [this, account] {
        const QString key = Credentials::key(account->name, account->url);
        // At once: while the keychain is asked, nothing may be edited or sent any more.
        showAccount(account);
        m_jwtStatus->setShownText(tr("Signing out\u2026"));
        m_credentials.forget(key, this,
                             [this, step = m_keychainStep](std::optional<KeychainProblem> problem) {
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
        {MessageBar::Action::Retry});
}

void MainWindow::unlockKeychain()
{
    m_jwtStatus->setShownText(tr("Waiting for the keychain to be unlocked\u2026"));
    m_credentials.unlock(this, [this](std::optional<KeychainProblem> problem) {
        if (problem) {
            m_messageBar->showMessage(Tone::Error, wording::keychain(*problem).text(),
                                      {MessageBar::Action::Unlock, MessageBar::Action::Retry});
            return;
        }
        m_messageBar->clearMessage();
        lookForJwt();
    });
}

void MainWindow::switchAccount(int index)
{
    const auto account = m_accounts.account(m_accountCombo->itemText(index));
    if (!account || account == m_editor.account()) {
        return;
    }
    const QString current = m_editor.account() ? m_editor.account()->name : QString();
    m_accountCombo->setCurrentText(current); // until it is certain that no edit is in the way
    unlessEditIsLost(tr("Changing to another account loses them."), [this, account] {
        m_accounts.makeCurrent(account->name);
        useAccount(account);
    });
}

void MainWindow::about()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(applicationIcon().pixmap(64));
    box->setWindowTitle(tr("About Purser"));
    box->setText(tr("Purser %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("Edits the budgets of Eden AI API tokens, safely.\n\n"
                               "Qt %1. Free software under the GNU General Public License, "
                               "version 3 or later. It comes without any warranty.")
                                .arg(QString::fromLatin1(qVersion())));
    box->open();
}

} // namespace purser
