// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/signin.h"
#include "kit/appearance.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace purser {

class ShownLabel;

//! Asks for an account's name, service URL and JWT, and signs in. The JWT's field is cleared
//! whenever it is hidden, and its text reaches neither the accessibility bus nor a clipboard.
class SignInDialog : public QDialog {
    Q_OBJECT

public:
    //! Both must outlive the dialog.
    SignInDialog(Credentials &credentials, AccountStore &accounts, QWidget *parent = nullptr);

    //! See SignIn::setJournal().
    void setJournal(JournalQueue *journal) { m_signIn.setJournal(journal); }
    //! Fills in what is known of an account; the JWT is always asked for.
    void suggest(const Account &account);

Q_SIGNALS:
    //! See SignIn::signedIn().
    void signedIn(const purser::Account &account, const purser::TokenListResult &checked);
    //! After signedIn: what did not go as it should.
    void complained(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;
    void reject() override;

private:
    void buildFields();
    void buildButtons();
    void connectSignIn();
    //! Whether the text is one by its form, or has the typed JWT in it.
    [[nodiscard]] bool isSecret(const QString &text) const;
    void startSignIn();
    void setBusy(bool busy, const QString &what = {});
    void showMessage(Tone tone, const QString &text);
    void growToFit();
    void offer(const QList<QPushButton *> &buttons);
    void onKeychainFailed(KeychainProblem problem);
    void onCustomerQuestion(const Account &account);
    //! Hides what is offered, and says that the JWT is being kept.
    void showKeeping();
    [[nodiscard]] QList<QPushButton *> offers() const;
    QPushButton *addOffer(const QString &objectName, const QString &text);

    SignIn m_signIn;
    QStringList m_complaints;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_url = nullptr;
    QLineEdit *m_jwt = nullptr;
    QPushButton *m_paste = nullptr;
    ShownLabel *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_signInButton = nullptr;
    QPushButton *m_cancelButton = nullptr;
    QPushButton *m_storeAnyway = nullptr;
    QPushButton *m_sameCustomer = nullptr;
    QPushButton *m_otherCustomer = nullptr;
    QPushButton *m_unlock = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_thisRun = nullptr;
};

} // namespace purser
