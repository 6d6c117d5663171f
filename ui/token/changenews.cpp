// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/changenews.h"

#include "editing/workplace.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser {

ChangeNews::ChangeNews(PageParts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    const ChangeDesk &desk = m_parts.desk;
    connect(&desk, &ChangeDesk::stopped, this, &ChangeNews::onStopped);
    connect(&desk, &ChangeDesk::ended, this, &ChangeNews::onEnded);
    connect(&desk, &ChangeDesk::foundOut, this, &ChangeNews::onFoundOut);
    connect(&desk, &ChangeDesk::settlingChanged, this, [this](const TokenKey &key) {
        if (key == m_parts.desk.key() && m_parts.desk.undecided().here) {
            showUndecided();
        }
    });
    connect(&desk, &ChangeDesk::recovered, this, &ChangeNews::onRecovered);
    connect(&desk, &ChangeDesk::recoveryFailed, this, [this](const JournalProblem &problem) {
        m_parts.sayFailed(wording::journal(problem, Step::Change).text() + u' '
                              + tr("Tokens can be read, but nothing is sent without a journal."),
                          problem, Step::Change);
    });
    connect(&desk, &ChangeDesk::journalSetAside, this, [this](const QString &path) {
        m_parts.bar.setStandingNotice(
            tr("The journal was damaged. It was set aside as %1, and a new one was begun: earlier "
               "changes are not in it.")
                .arg(path));
    });
}

void ChangeNews::onStopped(const Stop &stop)
{
    m_parts.drafts.stopped();
    if (const auto &token = m_parts.desk.token()) {
        m_parts.form.rebase(*token);
    }
    const QString text = wording::stopped(stop, m_parts.reader()).text();
    switch (stop.reason) {
    case Stop::Reason::Failed:
        m_parts.sayFailed(text, *stop.failure, Step::Change);
        m_parts.form.showFieldErrors(*stop.failure);
        break;
    case Stop::Reason::AlreadySo:
        m_parts.form.showToken(*m_parts.desk.token());
        m_parts.say(Tone::Information, text);
        break;
    case Stop::Reason::Declined:
        m_parts.say(Tone::Information, text);
        break;
    case Stop::Reason::Moved:
    case Stop::Reason::NoSum:
    case Stop::Reason::NoReason:
    case Stop::Reason::Busy:
        m_parts.say(Tone::Warning, text);
        break;
    case Stop::Reason::Undecided:
        if (stop.undecided && stop.undecided->key.accountId != m_parts.desk.key().accountId) {
            showUndecidedOfOther(*stop.undecided);
        } else {
            m_parts.say(Tone::Warning, text, {m_parts.actions.sendAnyway});
        }
        break;
    }
    m_parts.keepDraft();
}

void ChangeNews::onEnded(const Change &change)
{
    Q_EMIT submitEnded();
    if (change.record.outcome != Outcome::Unknown) {
        show(change);
        return;
    }
    // The desk finds out, which shows itself.
    m_parts.form.rebase(*m_parts.desk.token());
    m_parts.details.showChange(change);
    m_parts.keepDraft();
}

void ChangeNews::onFoundOut(const Change &change)
{
    if (m_parts.desk.settling().isEmpty()) {
        m_parts.bar.setStandingNotice({}); // it told that this was being found out
    }
    if (change.record.key == m_parts.desk.key()) {
        show(change);
    } else {
        tellOfOther(change);
        Q_EMIT told();
    }
}

void ChangeNews::tellOfOther(const Change &change)
{
    const QString text =
        tr("Account \u201c%1\u201d: %2")
            .arg(change.record.key.account, wording::change(change, m_parts.reader()).text());
    const auto inTheWay = m_parts.desk.undecided().elsewhere;
    const bool wasInTheWay = inTheWay && inTheWay->id == change.record.id;
    if (wasInTheWay || m_parts.bar.canGiveWay()) {
        m_parts.say(Tone::Information, text);
    } else {
        Q_EMIT toldAside(text);
    }
}

//! Another change of the token, however like it, leaves the edit in the form.
void ChangeNews::showInForm(const Change &change)
{
    const auto &token = m_parts.desk.token();
    const ChangeRequest &submitted = m_parts.drafts.submitted();
    ChangeRequest shown = m_parts.form.request();
    shown.reason = submitted.reason; // which is not sent
    if (!m_parts.drafts.ended(change) || change.record.outcome != Outcome::Applied) {
        if (token) {
            m_parts.form.rebase(*token);
        }
        return;
    }
    if (shown == submitted) {
        m_parts.form.showToken(*token);
    } else { // what was edited since stays, and nothing of what was sent
        const auto sent = sameFields(shown, submitted);
        m_parts.form.rebase(*token);
        m_parts.form.putBack(sent);
    }
    Q_EMIT submitEnded();
}

void ChangeNews::show(const Change &change)
{
    showInForm(change);
    m_parts.details.showChange(change);
    say(change);
    m_parts.keepDraft();
    Q_EMIT told();
}

void ChangeNews::say(const Change &change)
{
    QString text = wording::change(change, m_parts.reader()).text();
    if (change.record.id == 0 && isInForce(change.record.outcome)) {
        text += u' '
            + tr("It is not in the journal: nothing could keep other windows and programs from "
                 "changing the token at the same time.");
    }
    switch (change.record.outcome) {
    case Outcome::Applied:
        m_parts.say(Tone::Success, text);
        break;
    case Outcome::Rejected:
        m_parts.sayFailed(text, *change.failure, Step::Change);
        m_parts.form.showFieldErrors(*change.failure);
        break;
    case Outcome::NotApplied:
    case Outcome::Abandoned:
        if (change.failure && change.record.settledHow == settledhow::NotSent) {
            m_parts.sayFailed(text, *change.failure, Step::Change);
        } else {
            m_parts.say(Tone::Warning, text);
        }
        break;
    default:
        m_parts.say(Tone::Warning, text);
        break;
    }
}

void ChangeNews::showUndecided()
{
    const auto undecided = m_parts.desk.undecided();
    if (undecided.here) {
        const MessageActions &offers = m_parts.actions;
        m_parts.bar.showMessage(Tone::Warning,
                                wording::settling(*undecided.here, m_parts.reader()).text(),
                                {offers.checkNow, offers.sendAnyway, offers.abandon},
                                MessageBar::Dismissal::Refused); // not to be lost from sight
    } else if (const auto &record = undecided.elsewhere;
               record && record->key.accountId != m_parts.desk.key().accountId) {
        showUndecidedOfOther(*record);
    } else if (record) {
        m_parts.say(Tone::Warning, wording::undecidedElsewhere(*record, m_parts.reader()).text(),
                    {m_parts.actions.sendAnyway});
    }
}

//! A change of the same token's name at the same service, made by another account.
void ChangeNews::showUndecidedOfOther(const ChangeRecord &record)
{
    const bool mayBeOther = canBeApart(m_parts.accounts, record, *m_parts.desk.account());
    QList<QAction *> offers{m_parts.actions.sendAnyway};
    if (mayBeOther) {
        offers.prepend(m_parts.actions.otherCustomer);
    }
    m_parts.say(Tone::Warning,
                wording::undecidedOfOther(record, mayBeOther, m_parts.reader()).text(), offers);
}

void ChangeNews::onRecovered(const Recovery &recovery)
{
    QStringList sentences;
    if (!recovery.undecided.isEmpty()) {
        QStringList names;
        for (const ChangeRecord &record : recovery.undecided) {
            names.append(record.key.token);
        }
        names.removeDuplicates();
        sentences.append(tr("When Purser ended, it was not known what became of %n change(s). The "
                            "tokens are read now to find out: %1.",
                            nullptr, static_cast<int>(recovery.undecided.size()))
                             .arg(names.join(", "_L1)));
    }
    if (!recovery.abandoned.isEmpty()) {
        sentences.append(tr("%n change(s) had not been sent when Purser ended, and will not be.",
                            nullptr, static_cast<int>(recovery.abandoned.size())));
    }
    if (!sentences.isEmpty()) {
        m_parts.bar.setStandingNotice(sentences.join(u' '));
    }
}

} // namespace purser
