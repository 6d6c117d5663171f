// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/statusstrip.h"

#include "kit/shownlabel.h"
#include "wording/wording.h"

#include <QProgressBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int RetryTickMs = 500;

} // namespace

StatusStrip::StatusStrip(const Parts &parts, QStatusBar *bar)
    : QObject(bar), m_parts(parts), m_bar(bar),
      m_account(new ShownLabel(u"accountStatus"_s, tr("Account in use"), bar)),
      m_journal(new ShownLabel(u"journalStatus"_s, tr("Journal status"), bar)),
      m_draft(new ShownLabel(u"draftStatus"_s, tr("Unsent edit status"), bar)),
      m_jwt(new ShownLabel(u"jwtStatus"_s, tr("JWT status"), bar)),
      m_progress(new QProgressBar(bar))
{
    for (ShownLabel *label : {m_account, m_journal, m_draft, m_jwt}) {
        label->setWordWrap(false);
    }
    for (ShownLabel *label : {m_journal, m_draft}) {
        label->setTone(Tone::Warning);
        label->hide();
    }
    m_draft->setShownText(tr("A crash would lose your edit"));
    m_draft->setToolTip(tr("It can't be written to the disk (the folder %1).")
                            .arg(m_parts.drafts.folder().toHtmlEscaped()));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumSize(120, 8);
    m_progress->hide();
    m_retryTick.setInterval(RetryTickMs);
    bar->setContentsMargins(10, 0, 10, 0);
    bar->addWidget(m_account);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_progress, m_journal, m_draft, m_jwt}) {
        bar->addPermanentWidget(widget);
    }
    connect(&m_parts.session, &AccountSession::opened, this, &StatusStrip::showAccount);
    connect(&m_parts.session, &AccountSession::stateChanged, this, &StatusStrip::showJwt);
    connect(&m_parts.desk, &ChangeDesk::activityChanged, this, [this] {
        m_retryAt = {};
        showProgress();
    });
    connect(&m_parts.desk, &ChangeDesk::retryDue, this, [this](const QDateTime &at) {
        m_retryAt = at;
        m_retryTick.start();
        showProgress();
    });
    connect(&m_retryTick, &QTimer::timeout, this, &StatusStrip::showProgress);
    connect(&m_parts.drafts, &Drafts::kept, this,
            [this](bool isKept) { m_draft->setVisible(!isKept); });
    connect(&m_parts.log, &ChangeLog::writeFailed, this, [this](const JournalProblem &problem) {
        showJournal(tr("Journal: %1").arg(wording::journal(problem, Step::Change).what));
    });
    connect(&m_parts.log, &ChangeLog::caughtUp, this, [this] {
        showJournal(m_parts.log.isOff() ? tr("The journal is off for this run") : QString());
    });
    connect(&m_parts.log, &ChangeLog::turnedOff, this,
            [this] { showJournal(tr("The journal is off for this run")); });
}

void StatusStrip::showAccount()
{
    const auto &account = m_parts.session.account();
    m_account->setShownText(account ? tr("%1 on %2").arg(account->name, account->url.host())
                                    : tr("No account"));
}

void StatusStrip::showJwt()
{
    m_jwt->setShownText(jwtText());
}

QString StatusStrip::jwtText() const
{
    switch (m_parts.session.state()) {
    case AccountSession::State::NoAccount:
        break;
    case AccountSession::State::Looking:
        return tr("Looking into the keychain\u2026");
    case AccountSession::State::Unlocking:
        return tr("Waiting for the keychain to be unlocked\u2026");
    case AccountSession::State::SignedOut:
        return tr("Signed out");
    case AccountSession::State::Unreadable:
        return tr("JWT not readable");
    case AccountSession::State::SigningOut:
        return tr("Signing out\u2026");
    case AccountSession::State::SignedIn: {
        const auto &expiresAt = m_parts.session.jwtExpiresAt();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return !expiresAt       ? tr("Signed in")
            : *expiresAt <= now ? tr("JWT expired %1").arg(wording::distance(*expiresAt, now))
                                : tr("JWT expires %1").arg(wording::distance(*expiresAt, now));
    }
    }
    return {};
}

void StatusStrip::showJournal(const QString &text)
{
    m_journal->setShownText(text);
    m_journal->setVisible(!text.isEmpty());
}

QString StatusStrip::activityText() const
{
    switch (m_parts.desk.activity()) {
    case ChangeDesk::Activity::Idle:
    case ChangeDesk::Activity::Asking:
        break;
    case ChangeDesk::Activity::Loading:
        return tr("Reading the token\u2026");
    case ChangeDesk::Activity::Rereading:
        return tr("Reading the token again before the change is sent\u2026");
    case ChangeDesk::Activity::Journaling:
        return tr("Writing the change down\u2026");
    case ChangeDesk::Activity::Sending:
        return tr("Sending the change\u2026");
    case ChangeDesk::Activity::Confirming:
        return tr("Reading the token to confirm the change\u2026");
    }
    return {};
}

void StatusStrip::showProgress()
{
    QString text = activityText();
    const qint64 wait = m_parts.clock.now().msecsTo(m_retryAt);
    if (!text.isEmpty() && m_retryAt.isValid() && wait > 0) {
        text = tr("The read failed. Trying again in %n second(s)\u2026", nullptr,
                  static_cast<int>((wait + 999) / 1000));
    } else {
        m_retryTick.stop();
    }
    m_progress->setVisible(!text.isEmpty());
    if (text.isEmpty()) {
        m_bar->clearMessage();
    } else {
        m_bar->showMessage(text);
    }
}

} // namespace purser
