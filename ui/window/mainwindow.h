// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "credentials/credentials.h"
#include "editing/changedesk.h"
#include "editing/draftfate.h"
#include "editing/draftstore.h"
#include "editing/undoplan.h"
#include "kit/messagebar.h"
#include "token/tokenform.h"
#include "window/messageactions.h"

#include <QMainWindow>
#include <QPointer>
#include <QStringList>
#include <QTimer>

class QAction;
class QComboBox;
class QProgressBar;
class QSplitter;

namespace purser {

class DetailsPane;
class HistoryWindow;
class ShownLabel;
class SignInDialog;
class TokensPanel;

//! What the window works with; what it refers to outlives the window.
struct WindowParts {
    Credentials &credentials;
    AccountStore &accounts;
    AccountServices &services;
    ChangeLog &log;
    const Run &run;
    DraftStore &drafts;
    Clock &clock;
    QString commit = {}; //!< of the sources; empty where it is not known
};

//! The main window: the tokens, the form of one of them, the details of what was returned.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    //! The window's own state is kept in the accounts' settings file.
    explicit MainWindow(const WindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Takes up what was left undecided and the account used last; with none, opens the sign-in
    //! dialog.
    void start();
    [[nodiscard]] ChangeDesk &desk() { return m_desk; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    // mainwindow_layout.cpp
    void buildActions();
    void buildAppearanceMenu();
    void buildToolBar();
    void buildPanes();
    void buildStatusBar();
    void restoreState();
    void saveState() const;

    // mainwindow_help.cpp
    void buildHelpMenu();
    void checkForUpdates();
    void about();

    // mainwindow_accounts.cpp
    void useAccount(const std::optional<Account> &account);
    //! With no token loaded and, until the keychain says otherwise, signed out.
    void showAccount(const std::optional<Account> &account);
    void refreshAccounts();
    void lookForJwt();
    void onJwtRead(const Keychain::ReadResult &result);
    void openSignIn();
    void onSignedIn(const Account &account, const TokenListResult &checked);
    void signOut();
    void onForgotten(std::optional<KeychainProblem> problem);
    void unlockKeychain();
    void switchAccount(int index);
    void setRequiresReason(bool required);

    // mainwindow_tokens.cpp
    void refreshTokens();
    void onListed(const ListResult &result);
    void showNamesFromJournal();
    void rememberName(const QString &name);
    void load(const QString &name);
    void loadNow(const QString &name);
    void onLoaded(const TokenReply &reply);
    //! Loads the token that a draft or an undo waits for.
    void loadPending();
    void keepDraft();
    [[nodiscard]] bool hasDraftOf(const TokenKey &key) const;
    [[nodiscard]] std::optional<Draft> draftFor(const TokenKey &key) const;
    //! Puts an edit back that a crash cut off, once it is known what became of it.
    void findOutAbout(const Draft &draft);
    void restoreDraft(const Draft &draft, const DraftSubmit &submit, const DraftFate &fate);
    [[nodiscard]] QString restoredText(const Draft &draft, const DraftFate &fate) const;

    // mainwindow_changes.cpp
    void connectDesk();
    void submit(const ChangeDesk::How &how);
    //! Asks first: the edit may have been sent before.
    void submitNow(ChangeDesk::How how);
    void submitAgain(const ChangeDesk::How &how);
    void sendAnyway();
    void askAboutDangers(const Outlook &outlook);
    void onStopped(const Stop &stop);
    void onEnded(const Change &change);
    void onFoundOut(const Change &change);
    void showChange(const Change &change);
    void showSettling();
    void showUndecidedOfOther(const ChangeRecord &record);
    void tellApart();
    void rememberApart(const QString &otherAccount, bool apart);
    void abandon();
    void onRecovered(const Recovery &recovery);
    void revert();
    void turnJournalOff();
    void showJournalOff();

    // mainwindow_history.cpp
    void undoLast();
    void undo(const ChangeRecord &record);
    void fillInUndo(const ChangeRecord &record);
    void openHistory();

    // mainwindow.cpp
    void connectForm();
    void connectActions();
    void showFailure(const QString &text, const Failure &failure, Step step);
    //! Goes on at once, or after the user agreed to lose the edit.
    void unlessEditIsLost(const QString &what, std::function<void()> goOn);
    void refresh();
    void refreshProgress();
    [[nodiscard]] DraftSubmit submitOfForm() const;

    WindowParts m_parts;
    ChangeDesk m_desk;
    MessageActions m_actions;
    std::unique_ptr<AccountService> m_lister;
    QPointer<AccountRead> m_listing;
    std::optional<ListResult> m_checked; //!< what the sign-in has listed: not asked for again
    bool m_signedIn = false;
    bool m_closing = false;
    bool m_restored = false; //!< the edit is from before a crash
    quint64 m_keychainStep = 0; //!< tells late answers of the keychain from the current one
    QStringList m_knownNames;
    std::optional<FormEdit> m_reverted;
    ChangeRequest m_submitted; //!< what the form asked for when it was submitted
    DraftSubmit m_submit; //!< of m_submitted; without a name once nothing came of it
    JournalMark m_journalMark; //!< when the token was loaded
    QList<Draft> m_claimedDrafts;
    std::optional<Draft> m_olderDraft; //!< of the edit in the form; goes once that is written anew
    std::optional<ChangeRecord> m_pendingUndo; //!< waits for its token to be loaded
    QDateTime m_retryAt; //!< a read that failed is tried again then
    QTimer m_draftTimer;
    QTimer m_retryTick;

    SignInDialog *m_signInDialog = nullptr;
    HistoryWindow *m_history = nullptr;
    TokensPanel *m_tokens = nullptr;
    TokenForm *m_form = nullptr;
    DetailsPane *m_details = nullptr;
    MessageBar *m_messageBar = nullptr;
    QSplitter *m_splitter = nullptr;
    QComboBox *m_accountCombo = nullptr;
    ShownLabel *m_accountStatus = nullptr;
    ShownLabel *m_journalStatus = nullptr;
    ShownLabel *m_draftStatus = nullptr;
    ShownLabel *m_jwtStatus = nullptr;
    QProgressBar *m_progress = nullptr;
    QAction *m_signInAction = nullptr;
    QAction *m_signOutAction = nullptr;
    QAction *m_requireReasonAction = nullptr;
    QAction *m_historyAction = nullptr;
    QAction *m_undoAction = nullptr;
};

} // namespace purser
