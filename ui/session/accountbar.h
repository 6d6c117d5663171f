// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/accountsession.h"
#include "editing/tokendirectory.h"
#include "kit/messageactions.h"
#include "kit/messagebar.h"

#include <QPointer>
#include <QToolBar>

#include <functional>

class QComboBox;

namespace purser {

class SignInDialog;

//! Which account is in use: to choose another one, to sign in and out, and what is the matter with
//! its JWT.
class AccountBar : public QToolBar {
    Q_OBJECT

public:
    struct Parts {
        AccountSession &session;
        TokenDirectory &directory;
        Credentials &credentials;
        AccountStore &accounts;
        JournalQueue &journal;
        MessageBar &bar;
        MessageActions &actions;
        //! Goes on at once, or after the user agreed to lose the edit.
        std::function<void(const QString &what, std::function<void()> goOn)> unlessEditIsLost;
    };
    explicit AccountBar(const Parts &parts, QWidget *parent = nullptr);

    //! For a menu.
    [[nodiscard]] QList<QAction *> menuActions() const;
    void openSignIn();
    //! Something is in flight: no other account can be chosen.
    void setBusy(bool busy);

Q_SIGNALS:
    //! Said and done. The account may be the one that was in use already.
    void signedIn();

private:
    void build();
    void connectSession();
    void refresh();
    void refreshAccounts();
    void switchAccount(int index);
    void onSignedIn(const Account &account, const TokenListResult &checked);
    void takeUp(const Account &account, const TokenListResult &checked);
    void sayHow(const Account &account, const TokenListResult &checked);
    void sayNotReady();
    void signOut();
    void setRequiresReason(bool required);

    Parts m_parts;
    SignInDialog *m_dialog = nullptr;
    QComboBox *m_combo = nullptr;
    QAction *m_signIn = nullptr;
    QAction *m_signOut = nullptr;
    QAction *m_requireReason = nullptr;
    bool m_busy = false;
};

} // namespace purser
