// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/tokenpage.h"

#include "credentials/secretlike.h"
#include "kit/confirmation.h"
#include "token/changenews.h"
#include "token/leftedits.h"
#include "token/questions.h"
#include "token/undos.h"
#include "wording/wording.h"

#include <QAction>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int DraftDelayMs = 250; // a burst of keys is one draft

} // namespace

TokenPage::TokenPage(const PageCore &core, QWidget *parent)
    : QWidget(parent), m_form(new TokenForm(this)), m_details(new DetailsPane(this)),
      m_bar(new MessageBar(this)),
      m_actions(this), m_parts{core, *m_form, *m_details, *m_bar, m_actions},
      m_undos(new Undos(m_parts, this)), m_leftEdits(new LeftEdits(m_parts, this)),
      m_news(new ChangeNews(m_parts, this))
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(DraftDelayMs);
    layOut();
    connectDesk();
    connectForm();
    connectActions();
    refresh();
}

TokenPage::~TokenPage() = default;

void TokenPage::layOut()
{
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(16, 12, 16, 8);
    pageLayout->addWidget(m_form);
    pageLayout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    // The message stays in sight, however long the form is.
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(16, 4, 16, 8);
    frame->addWidget(m_bar);
    layout->addLayout(frame);
}

void TokenPage::connectDesk()
{
    ChangeDesk &desk = m_parts.desk;
    connect(&m_parts.session, &AccountSession::opened, this, &TokenPage::onOpened);
    connect(&m_parts.session, &AccountSession::updated, this, [this] {
        const Account &account = *m_parts.session.account();
        m_parts.desk.updateAccount(account);
        m_form->setAccount(account);
    });
    connect(&m_parts.session, &AccountSession::stateChanged, this, &TokenPage::refresh);
    connect(&m_parts.directory, &TokenDirectory::namesChanged, this,
            [this] { m_form->setKnownNames(m_parts.directory.names()); });
    connect(&desk, &ChangeDesk::activityChanged, this, [this] {
        if (m_tellsOfRetry) {
            m_bar->clearMessage();
        }
        m_tellsOfRetry = false;
    });
    connect(&desk, &ChangeDesk::changed, this, &TokenPage::refresh);
    connect(&desk, &ChangeDesk::loaded, this, &TokenPage::onLoaded);
    connect(&desk, &ChangeDesk::loadFailed, this,
            [this](const QString &name, const Failure &failure) {
                m_parts.sayFailed(wording::readFailed(name, failure).text(), failure, Step::Read);
            });
    connect(
        &desk, &ChangeDesk::retryDue, this, [this](const QDateTime &at, const Failure &failure) {
            m_tellsOfRetry = true;
            m_parts.say(Tone::Information, wording::retrying(failure, at, m_parts.reader()).text());
        });
    connect(&desk, &ChangeDesk::asks, this, &TokenPage::askAboutDangers);
    connect(&desk, &ChangeDesk::written, this, [this](const ChangeRecord &record) {
        m_parts.drafts.written(record, m_parts.formNow());
    });
    connect(m_news, &ChangeNews::told, this, &TokenPage::journalChanged);
    connect(m_news, &ChangeNews::told, this, &TokenPage::refresh);
    connect(m_news, &ChangeNews::toldAside, this, &TokenPage::said);
    connect(m_news, &ChangeNews::submitEnded, this, [this] {
        m_leftEdits->forget();
        refresh();
    });
    connect(m_leftEdits, &LeftEdits::restored, this, &TokenPage::refresh);
    connect(m_undos, &Undos::wanted, this, &TokenPage::undo);
}

void TokenPage::connectForm()
{
    connect(m_form, &TokenForm::loadRequested, this, &TokenPage::load);
    connect(m_form, &TokenForm::submitRequested, this, [this] { submit({}); });
    connect(m_form, &TokenForm::edited, this, [this] {
        if (!m_parts.desk.undecided().here) {
            m_bar->clearPassingMessage();
        }
        m_draftTimer.start();
        refresh();
    });
    connect(m_form, &TokenForm::revertRequested, this, &TokenPage::revert);
    connect(m_form, &TokenForm::cancelRequested, this, [this] { m_parts.desk.cancel(); });
    connect(&m_draftTimer, &QTimer::timeout, this, [this] { m_parts.keepDraft(); });
}

void TokenPage::connectActions()
{
    const auto connectTo = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    connectTo(m_actions.checkNow, [this] { m_parts.desk.checkNow(); });
    connectTo(m_actions.sendAnyway, &TokenPage::sendAnyway);
    connectTo(m_actions.abandon, [this] {
        const TokenKey key = m_parts.desk.key();
        askAbandon(this, key.token, [this, key] {
            if (key == m_parts.desk.key()) {
                m_parts.desk.abandon();
            }
        });
    });
    connectTo(m_actions.otherCustomer, &TokenPage::tellApart);
    connectTo(m_actions.withoutJournal, &TokenPage::turnJournalOff);
    connectTo(m_actions.undoRevert, [this] {
        if (m_reverted) {
            m_form->applyEdit(*m_reverted);
            m_reverted.reset();
            m_bar->clearPassingMessage();
        }
    });
}

void TokenPage::refresh()
{
    const bool busy = !m_parts.desk.isIdle();
    const auto undecided = m_parts.desk.undecided();
    const auto *status = undecided.here;
    TokenForm::State state;
    state.signedIn = m_parts.session.isSignedIn();
    state.busy = busy;
    state.blocked = bool(undecided);
    state.settling = status
        && (status->state == Settler::State::Waiting || status->state == Settler::State::Reading);
    state.restored = m_leftEdits->isRestored();
    m_form->setState(state);
    const auto all = m_actions.all();
    for (QAction *action : all) {
        action->setEnabled(!busy);
    }
    m_actions.checkNow->setEnabled(!busy && status && status->state != Settler::State::Reading);
    m_actions.sendAnyway->setEnabled(m_form->canSubmit());
}

//! Of another account nothing stays.
void TokenPage::onOpened()
{
    const auto &account = m_parts.session.account();
    m_parts.desk.open(account);
    if (account) {
        m_form->setAccount(*account);
    }
    m_leftEdits->forget();
    m_reverted.reset();
    m_form->clearToken();
    dropEdit();
    m_details->clear();
    m_bar->clearMessage();
    refresh();
}

void TokenPage::load(const QString &name)
{
    if (!m_parts.desk.isIdle()) {
        return;
    }
    if (looksLikeJwt(name) && !m_parts.directory.names().contains(name)) {
        m_parts.say(Tone::Error,
                    tr("This looks like a JWT, not like a token's name: the service was not asked "
                       "for it. The JWT belongs into Account \u25b8 Sign in\u2026 and nowhere "
                       "else."));
        return;
    }
    if (isEdited()) {
        Q_EMIT shown(m_form->token()->name); // until it is certain that nothing is in the way
    }
    unlessEditIsLost(tr("Loading a token puts the service's values into every field."),
                     [this, name] {
                         m_undos->forget();
                         loadNow(name);
                     });
}

void TokenPage::loadNow(const QString &name)
{
    if (m_parts.desk.isIdle()) {
        m_bar->clearMessage();
        m_parts.desk.load(name);
    }
}

void TokenPage::loadPending()
{
    const auto &record = m_undos->pending();
    const TokenKey here = m_parts.desk.key();
    if (record && record->key.accountId == here.accountId
        && record->key.serviceUrl == here.serviceUrl) {
        loadNow(record->key.token);
    } else if (const QString token = m_leftEdits->waitingToken(); !token.isEmpty()) {
        loadNow(token);
    }
}

void TokenPage::onLoaded(const TokenReply &reply)
{
    m_reverted.reset();
    m_leftEdits->forget();
    m_parts.drafts.begin();
    m_form->showToken(reply.token);
    m_details->showRead(reply);
    m_parts.directory.remember(reply.token.name);
    m_news->showUndecided();
    if (!m_undos->onLoaded()) {
        m_leftEdits->onLoaded();
    }
    m_undos->forget();
    m_parts.keepDraft();
    refresh();
    Q_EMIT shown(reply.token.name);
    Q_EMIT loaded();
}

void TokenPage::undoLast()
{
    if (hasToken()) {
        m_undos->undoLast();
    }
}

void TokenPage::undo(const ChangeRecord &record)
{
    if (!m_undos->canUndo(record)) {
        return;
    }
    unlessEditIsLost(tr("The undo fills every field anew."), [this, record] {
        m_undos->wait(record);
        const auto account = m_parts.accounts.accountById(record.key.accountId);
        if (m_parts.desk.key().accountId == record.key.accountId) {
            loadNow(record.key.token);
        } else if (account) {
            Q_EMIT accountWanted(*account); // the token follows once its JWT is there
        }
    });
}

void TokenPage::showUndecided()
{
    m_news->showUndecided();
}

void TokenPage::unlessEditIsLost(const QString &what, std::function<void()> goOn)
{
    if (isEdited()) {
        confirmDiscard(this, what, std::move(goOn));
    } else {
        goOn();
    }
}

QString TokenPage::lossOfClosing() const
{
    return m_parts.desk.activity() == ChangeDesk::Activity::Sending
        ? tr("A change is being sent: closing the window now leaves it unknown whether it was "
             "applied. Purser looks when it is started again.")
        : tr("Closing the window loses them.");
}

void TokenPage::dropEdit()
{
    m_draftTimer.stop();
    m_parts.drafts.forget();
}

void TokenPage::submit(const ChangeDesk::How &how)
{
    if (!m_parts.desk.isIdle() || !m_form->canSubmit()) {
        return;
    }
    if (m_parts.drafts.mayBeSent(m_form->request())) {
        askSendAgain(this, m_parts.desk.key().token, m_form->outlook(),
                     [this, how] { submitNow(how); });
    } else {
        submitNow(how);
    }
}

void TokenPage::submitNow(ChangeDesk::How how)
{
    if (!m_parts.desk.isIdle() || !m_form->canSubmit()) {
        return;
    }
    m_bar->clearMessage();
    m_draftTimer.stop();
    const Drafts::Form form = m_parts.formNow();
    const auto name = m_parts.drafts.submit(form, how.evenIfUndecided);
    if (!name) {
        m_parts.say(
            Tone::Error,
            tr("Nothing was sent. Your edit can't be written to the disk (the folder %1), and an "
               "older form of it is there, which would be offered again after a crash. Make room "
               "there, or give yourself the right to write, and submit again.")
                .arg(m_parts.drafts.folder()),
            {m_actions.withoutJournal});
        return;
    }
    how.name = *name;
    m_parts.desk.submit(form.request, how);
}

void TokenPage::sendAnyway()
{
    if (!m_form->canSubmit()) {
        return;
    }
    const auto earlier = m_parts.desk.undecided().elsewhere;
    const TokenKey here = m_parts.desk.key();
    const bool isOurs =
        !earlier || (earlier->run == m_parts.log.run() && earlier->key.accountId == here.accountId);
    askSendAnyway(this, here.token, isOurs, m_form->outlook(), [this] {
        ChangeDesk::How how;
        how.evenIfUndecided = true;
        submit(how);
    });
}

void TokenPage::askAboutDangers(const Outlook &outlook)
{
    const Reader reader = m_parts.reader();
    QStringList sentences;
    const auto dangers = outlook.dangers();
    for (const Consequence one : dangers) {
        sentences.append(wording::consequence(one, outlook, reader));
    }
    confirmDangers(this, outlook.before.name, m_parts.desk.key().account, sentences,
                   [this](bool send) {
                       if (m_parts.desk.activity() == ChangeDesk::Activity::Asking) {
                           m_parts.desk.answer(send);
                       }
                   });
}

//! Asked once for two accounts: from then on they don't block each other's tokens.
void TokenPage::tellApart()
{
    if (const auto record = m_parts.desk.undecided().elsewhere; record && m_parts.desk.account()) {
        askApart(
            this, *record, m_parts.desk.key().account,
            [this, other = record->key.accountId](bool apart) { rememberApart(other, apart); });
    }
}

void TokenPage::rememberApart(const QString &otherAccount, bool apart)
{
    if (!m_parts.desk.tellApart(otherAccount, apart)) {
        m_parts.say(Tone::Error,
                    tr("The settings file %1 can't be written, so this is not remembered.")
                        .arg(m_parts.accounts.path()));
        return;
    }
    m_bar->clearMessage();
    if (!apart) {
        m_news->showUndecided(); // without the question
    }
}

void TokenPage::revert()
{
    m_reverted = m_form->edit();
    m_form->revert();
    m_leftEdits->forget();
    m_parts.keepDraft();
    if (m_parts.desk.undecided()) {
        m_bar->showMessage(Tone::Warning,
                           tr("Every field shows its last known value again. A change of this "
                              "token is still undecided."),
                           {m_actions.undoRevert, m_actions.checkNow},
                           MessageBar::Dismissal::Refused);
    } else {
        m_parts.say(Tone::Information, tr("Every field shows its current value again."),
                    {m_actions.undoRevert});
    }
    refresh();
    m_form->focusFirstField();
}

void TokenPage::turnJournalOff()
{
    askWithoutJournal(this, [this] {
        m_parts.log.turnOff();
        m_parts.say(Tone::Warning,
                    tr("The journal is off until Purser is closed: what you send now is not "
                       "written down. Submit again to send your edit."));
    });
}

} // namespace purser
