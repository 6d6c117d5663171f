// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "credentials/credentials.h"
#include "editing/tokeneditor.h"
#include "messagebar.h"
#include "tokenform.h"

#include <QMainWindow>
#include <QStringList>

class QAction;
class QComboBox;
class QProgressBar;
class QSplitter;

namespace purser {

class DetailsPane;
class ShownLabel;
class SignInDialog;

//! The main window: the account, the form of one token, the details of what was returned.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    //! credentials and accounts must outlive the window; the window's own state is kept in the
    //! accounts' settings file.
    MainWindow(Credentials &credentials, AccountStore &accounts, QWidget *parent = nullptr);

    //! Takes up the account used last; with none, opens the sign-in dialog.
    void start();
    [[nodiscard]] TokenEditor &editor() { return m_editor; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildActions();
    void buildToolBar();
    void buildPanes();
    void buildStatusBar();
    void connectEditor();
    void connectForm();
    void restoreState();
    void saveState() const;

    void useAccount(const std::optional<Account> &account);
    //! With no token loaded and, until the keychain says otherwise, signed out.
    void showAccount(const std::optional<Account> &account);
    void refreshAccounts();
    void lookForJwt();
    void onJwtRead(const Keychain::ReadResult &result);
    void openSignIn();
    void onSignedIn(const Account &account, const std::optional<ApiError> &error,
                    const QStringList &tokenNames);
    void signOut();
    void onForgotten(std::optional<KeychainProblem> problem);
    void unlockKeychain();
    void switchAccount(int index);

    void load(const QString &name);
    void onLoaded(const TokenReply &reply);
    void onSettled(const Change &change);
    void revert();
    void onMessageAction(MessageBar::Action action);
    void showFailure(const QString &text, const Failure &failure);
    //! Goes on at once, or after the user agreed to lose the edit.
    void unlessEditIsLost(const QString &what, std::function<void()> goOn);
    void refresh();
    void about();

    Credentials &m_credentials;
    AccountStore &m_accounts;
    TokenEditor m_editor;
    bool m_signedIn = false;
    bool m_closing = false;
    quint64 m_keychainStep = 0; //!< tells late answers of the keychain from the current one
    QStringList m_knownNames;
    std::optional<FormEdit> m_reverted;

    SignInDialog *m_signInDialog = nullptr;
    TokenForm *m_form = nullptr;
    DetailsPane *m_details = nullptr;
    MessageBar *m_messageBar = nullptr;
    QSplitter *m_splitter = nullptr;
    QComboBox *m_accountCombo = nullptr;
    ShownLabel *m_accountStatus = nullptr;
    ShownLabel *m_jwtStatus = nullptr;
    QProgressBar *m_progress = nullptr;
    QAction *m_signInAction = nullptr;
    QAction *m_signOutAction = nullptr;
};

} // namespace purser
