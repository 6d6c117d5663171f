// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/signindialog.h"

#include "accounts/account.h"
#include "credentials/secretlike.h"
#include "kit/icons.h"
#include "kit/shownlabel.h"
#include "wording/wording.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

SignInDialog::SignInDialog(Credentials &credentials, AccountStore &accounts, QWidget *parent)
    : QDialog(parent), m_signIn(credentials, accounts)
{
    setObjectName("signInDialog"_L1);
    setWindowTitle(tr("Sign in"));
    setModal(true);
    setMinimumWidth(520);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    buildFields();
    m_message = new ShownLabel(u"signInMessage"_s, tr("Sign-in message"), this);
    m_message->hide();
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->hide();
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    buildButtons();
    connectSignIn();
    suggest(accounts.current().value_or(Account{tr("Eden AI"), ServiceUrl::standard(), false}));
}

void SignInDialog::buildFields()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName("accountNameEdit"_L1);
    m_name->setAccessibleName(tr("Account name"));
    m_name->setToolTip(tr("Your own word for this account"));
    m_name->setMaxLength(500);
    m_url = new QLineEdit(this);
    m_url->setObjectName("serviceUrlEdit"_L1);
    m_url->setAccessibleName(tr("Service URL"));
    m_jwt = new QLineEdit(this);
    m_jwt->setObjectName("jwtEdit"_L1);
    m_jwt->setAccessibleName(tr("JWT"));
    m_jwt->setEchoMode(QLineEdit::Password);
    m_jwt->setMaxLength(4 * Bearer::MaximumLength); // longer ones are refused in words, not cut
    m_paste = new QPushButton(icon(u"paste"_s), tr("&Paste"), this);
    m_paste->setObjectName("pasteJwtButton"_L1);
    m_paste->setAccessibleName(tr("Paste the JWT"));
    connect(m_paste, &QPushButton::clicked, this, [this] {
        m_jwt->setText(QGuiApplication::clipboard()->text().trimmed());
        m_jwt->setFocus();
    });

    auto *jwtRow = new QHBoxLayout;
    jwtRow->addWidget(m_jwt, 1);
    jwtRow->addWidget(m_paste);
    auto *where = new QLabel(tr("The JWT is the bearer token of an account administrator's "
                                "session: sign in to the service's dashboard and copy it from "
                                "the account's API settings. It is kept in this computer's "
                                "keychain and nowhere else."),
                             this);
    where->setTextFormat(Qt::PlainText);
    where->setWordWrap(true);

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Account &name"), m_name);
    form->addRow(tr("Service &URL"), m_url);
    auto *jwtLabel = new QLabel(tr("&JWT"), this);
    jwtLabel->setBuddy(m_jwt);
    form->addRow(jwtLabel, jwtRow);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addLayout(form);
    column->addWidget(where);
}

QPushButton *SignInDialog::addOffer(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->hide();
    return button;
}

void SignInDialog::buildButtons()
{
    m_storeAnyway = addOffer(u"storeAnywayButton"_s, tr("&Keep it anyway"));
    m_sameCustomer = addOffer(u"sameCustomerButton"_s, tr("The sam&e customer"));
    m_otherCustomer = addOffer(u"otherCustomerButton"_s, tr("Another &customer, as a new account"));
    m_unlock = addOffer(u"dialogUnlockButton"_s, tr("Un&lock\u2026"));
    m_retry = addOffer(u"dialogRetryButton"_s, tr("&Retry"));
    m_thisRun = addOffer(u"thisRunButton"_s, tr("Use it for &this run only"));
    m_signInButton = new QPushButton(icon(u"signin"_s), tr("&Sign in"), this);
    m_signInButton->setObjectName("signInButton"_L1);
    m_signInButton->setAccessibleName(tr("Sign in"));
    m_signInButton->setDefault(true);
    m_cancelButton = new QPushButton(tr("Cancel"), this);
    m_cancelButton->setObjectName("signInCancelButton"_L1);
    m_cancelButton->setAutoDefault(false);

    auto *row = new QHBoxLayout;
    for (QPushButton *button : offers()) {
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(m_cancelButton);
    row->addWidget(m_signInButton);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(row);

    connect(m_signInButton, &QPushButton::clicked, this, &SignInDialog::startSignIn);
    connect(m_cancelButton, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_storeAnyway, &QPushButton::clicked, this, [this] {
        showKeeping();
        m_signIn.storeAnyway();
    });
    connect(m_sameCustomer, &QPushButton::clicked, this, [this] {
        showKeeping();
        m_signIn.sameCustomer();
    });
    connect(m_otherCustomer, &QPushButton::clicked, this, [this] {
        showKeeping();
        m_signIn.otherCustomer();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        showKeeping();
        m_signIn.retry();
    });
    connect(m_unlock, &QPushButton::clicked, this, [this] {
        setBusy(true, tr("Waiting for the keychain to be unlocked\u2026"));
        m_signIn.unlockAndRetry();
    });
    connect(m_thisRun, &QPushButton::clicked, this, [this] { m_signIn.keepForThisRun(); });
}

void SignInDialog::connectSignIn()
{
    connect(&m_signIn, &SignIn::signedIn, this,
            [this](const Account &account, const TokenListResult &checked) {
                setBusy(false);
                accept();
                Q_EMIT signedIn(account, checked);
                if (!m_complaints.isEmpty()) {
                    Q_EMIT complained(m_complaints.join(u' '));
                }
            });
    connect(&m_signIn, &SignIn::refused, this, [this](const ApiError &error) {
        setBusy(false);
        QString text = wording::whatHappened(error);
        if (!error.serviceMessage.isEmpty()) {
            text += u' ' + tr("It says: \u201c%1\u201d").arg(error.serviceMessage);
        }
        showMessage(Tone::Error,
                    text + u' '
                        + tr("Nothing was stored; a JWT stored earlier is still there. Copy a "
                             "fresh JWT and try again."));
        m_jwt->setFocus();
        m_jwt->selectAll();
    });
    connect(&m_signIn, &SignIn::confirmationNeeded, this, [this](const ApiError &error) {
        setBusy(false);
        showMessage(Tone::Warning,
                    wording::whatHappened(error) + u' '
                        + tr("It may be an API key, or belong to somebody who is no "
                             "administrator. Nothing was stored yet."));
        offer({m_storeAnyway});
    });
    connect(&m_signIn, &SignIn::customerQuestion, this, &SignInDialog::onCustomerQuestion);
    connect(&m_signIn, &SignIn::olderJwtForgotten, this,
            [this](std::optional<KeychainProblem> problem) {
                if (problem) {
                    m_complaints.append(
                        wording::keychain(*problem).text() + u' '
                        + tr("The JWT that the account had before may still be in it."));
                }
            });
    connect(&m_signIn, &SignIn::keychainFailed, this, &SignInDialog::onKeychainFailed);
    connect(&m_signIn, &SignIn::accountNotSaved, this, [this](const QString &path) {
        m_complaints.append(tr("The account could not be saved in %1: it will be asked for "
                               "again at the next start.")
                                .arg(path));
    });
}

void SignInDialog::suggest(const Account &account)
{
    m_name->setText(account.name);
    m_url->setText(account.url.toText());
    m_jwt->setFocus();
}

bool SignInDialog::isSecret(const QString &text) const
{
    const auto bearer = Bearer::fromText(m_jwt->text());
    return looksLikeSecret(text) || (bearer && holdsSecret(text, *bearer));
}

void SignInDialog::startSignIn()
{
    offer({});
    if (m_name->text().trimmed().isEmpty()) {
        showMessage(Tone::Error, tr("Give the account a name."));
        m_name->setFocus();
        return;
    }
    if (!isAccountName(m_name->text().trimmed())) {
        showMessage(Tone::Error,
                    tr("The account's name has a character in it that can't be seen or kept."));
        m_name->setFocus();
        return;
    }
    for (QLineEdit *field : {m_name, m_url}) {
        if (isSecret(field->text())) {
            showMessage(
                Tone::Error,
                tr("The account's name and its URL are kept in a file, where no secret "
                   "belongs, and one of them looks like a JWT or a key. The JWT has a field "
                   "of its own."));
            field->setFocus();
            return;
        }
    }
    const auto url = ServiceUrl::fromText(m_url->text());
    if (!url) {
        showMessage(Tone::Error, wording::problem(url.error()));
        m_url->setFocus();
        return;
    }
    const auto bearer = Bearer::fromText(m_jwt->text());
    if (!bearer) {
        showMessage(Tone::Error, wording::problem(bearer.error()));
        m_jwt->setFocus();
        return;
    }
    setBusy(true, tr("Checking the JWT with the service\u2026"));
    m_complaints.clear();
    Account account;
    account.name = m_name->text().trimmed();
    account.url = *url;
    m_signIn.start(account, *bearer);
}

void SignInDialog::onKeychainFailed(KeychainProblem problem)
{
    setBusy(false);
    showMessage(Tone::Error, wording::keychain(problem).text());
    if (problem == KeychainProblem::Locked) {
        offer({m_unlock, m_retry, m_thisRun});
    } else {
        offer({m_retry, m_thisRun});
    }
}

void SignInDialog::onCustomerQuestion(const Account &account)
{
    setBusy(false);
    showMessage(
        Tone::Warning,
        tr("This JWT is of another customer than the one that the account \u201c%1\u201d had "
           "before, or nothing can tell: a plain key names none, and of an account of Purser 0.1.0 "
           "that is signed out nothing is known. Nothing was stored yet. Is it "
           "the same customer, for example with another administrator?")
            .arg(account.name));
    offer({m_sameCustomer, m_otherCustomer});
    m_cancelButton->setFocus(); // neither of them by a key pressed too soon
}

void SignInDialog::showKeeping()
{
    setBusy(true, tr("Keeping the JWT in the keychain\u2026"));
}

QList<QPushButton *> SignInDialog::offers() const
{
    return {m_storeAnyway, m_sameCustomer, m_otherCustomer, m_unlock, m_retry, m_thisRun};
}

void SignInDialog::setBusy(bool busy, const QString &what)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_name, m_url, m_jwt, m_paste, m_signInButton}) {
        widget->setEnabled(!busy);
    }
    m_progress->setVisible(busy);
    if (busy) {
        offer({});
        showMessage(Tone::Neutral, what);
    } else {
        m_message->hide();
    }
}

void SignInDialog::showMessage(Tone tone, const QString &text)
{
    m_message->setTone(tone);
    m_message->setShownText(text);
    m_message->show();
    growToFit();
}

//! A wrapped label doesn't make a dialog grow: its lines would come out of the fields' height.
void SignInDialog::growToFit()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

void SignInDialog::offer(const QList<QPushButton *> &buttons)
{
    for (QPushButton *button : offers()) {
        button->setVisible(buttons.contains(button));
    }
    growToFit();
}

void SignInDialog::hideEvent(QHideEvent *event)
{
    m_jwt->clear();
    QDialog::hideEvent(event);
}

void SignInDialog::reject()
{
    const bool wasUnderWay = m_signIn.isUnderWay();
    if (!m_signIn.cancel()) {
        return; // it is being stored: that ends soon, one way or the other
    }
    setBusy(false);
    offer({});
    if (wasUnderWay) {
        showMessage(Tone::Neutral, tr("Cancelled; nothing was stored."));
        return; // the first Cancel ends the attempt, the second one the dialog
    }
    m_message->hide();
    QDialog::reject();
}

} // namespace purser
