// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/changedesk.h"

namespace purser {

std::optional<Stop::Reason> brokenRule(const Account &account, const ChangeRequest &request)
{
    return account.requiresReason && request.reason.isEmpty()
        ? std::optional(Stop::Reason::NoReason)
        : std::nullopt;
}

ChangeDesk::ChangeDesk(AccountServices &services, AccountStore &accounts, ChangeLog &log,
                       Clock &clock, IsGone isGone, Settling settling, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_log(log), m_clock(clock),
      m_isGone(std::move(isGone)), m_settling(settling), m_editor(services, log, clock),
      m_settler(services, accounts, log, clock)
{
    connect(&m_editor, &TokenEditor::activityChanged, this, &ChangeDesk::activityChanged);
    connect(&m_editor, &TokenEditor::activityChanged, this, &ChangeDesk::changed);
    connect(&m_editor, &TokenEditor::undecidedChanged, this, &ChangeDesk::changed);
    connect(&m_editor, &TokenEditor::loaded, this, &ChangeDesk::onLoaded);
    connect(&m_editor, &TokenEditor::loadFailed, this, &ChangeDesk::loadFailed);
    connect(&m_editor, &TokenEditor::retryDue, this, &ChangeDesk::retryDue);
    connect(&m_editor, &TokenEditor::asks, this, &ChangeDesk::asks);
    connect(&m_editor, &TokenEditor::written, this, &ChangeDesk::written);
    connect(&m_editor, &TokenEditor::stopped, this, &ChangeDesk::stopped);
    connect(&m_editor, &TokenEditor::settled, this, &ChangeDesk::onEnded);
    connect(&m_editor, &TokenEditor::superseded, this,
            [this](const ChangeRecord &record) { m_settler.forget(record.key); });
    connect(&m_editor, &TokenEditor::tokenSeen, &m_settler, &Settler::consider);
    connect(&m_settler, &Settler::settled, this, &ChangeDesk::onFoundOut);
    connect(&m_settler, &Settler::changed, this, [this](const TokenKey &key) {
        Q_EMIT settlingChanged(key);
        Q_EMIT changed();
    });
    connect(&log, &ChangeLog::caughtUp, this, [this] { m_editor.refreshUndecided(); });
}

void ChangeDesk::recover()
{
    if (const auto refusal = m_log.refusal()) {
        QMetaObject::invokeMethod(
            this, [this, refusal] { Q_EMIT recoveryFailed(*refusal); }, Qt::QueuedConnection);
        return;
    }
    struct Found {
        Expected<Recovery, JournalProblem> recovery;
        QString setAside;
    };
    m_log.journal().ask(
        this,
        [isGone = m_isGone, now = m_clock.now()](Journal &journal) {
            auto recovery = journal.recover(isGone, now);
            return Found{std::move(recovery), journal.setAsidePath()};
        },
        [this](const Found &found) {
            if (m_setAside != found.setAside) {
                m_setAside = found.setAside;
                Q_EMIT journalSetAside(m_setAside);
            }
            if (!found.recovery) {
                Q_EMIT recoveryFailed(found.recovery.error());
                return;
            }
            if (m_settling == Settling::ByItself) {
                const auto changes = changesFrom(found.recovery->undecided, m_clock.moment());
                for (const Change &change : changes) {
                    m_settler.take(change);
                }
            }
            m_editor.refreshUndecided();
            Q_EMIT recovered(*found.recovery);
        });
}

void ChangeDesk::open(const std::optional<Account> &account)
{
    m_editor.setAccount(account);
}

ChangeDesk::Undecided ChangeDesk::undecided() const
{
    return {m_editor.token() ? m_settler.status(key()) : nullptr, m_editor.undecided()};
}

void ChangeDesk::submit(const ChangeRequest &request, const How &how)
{
    Q_ASSERT(isIdle() && token() && !request.isEmpty());
    const auto rule = brokenRule(m_log.accountNow(*account()), request);
    if (!rule) {
        m_editor.submit(request, how);
        return;
    }
    Stop stop;
    stop.reason = *rule;
    stop.token = token()->name;
    stop.shown = *token();
    stop.now = *token();
    stop.undecided = m_editor.undecided();
    QMetaObject::invokeMethod(
        this, [this, stop] { Q_EMIT stopped(stop); }, Qt::QueuedConnection);
}

void ChangeDesk::cancel()
{
    if (isIdle()) {
        m_settler.stop(key());
    } else {
        m_editor.cancel();
    }
}

bool ChangeDesk::tellApart(const QString &otherAccountId, bool apart)
{
    const bool isSaved = m_accounts.rememberApart(key().accountId, otherAccountId, apart);
    m_editor.refreshUndecided();
    return isSaved;
}

void ChangeDesk::onLoaded(const TokenReply &reply)
{
    Q_EMIT loaded(reply);
    const auto &elsewhere = m_editor.undecided();
    if (m_settling == Settling::ByItself && !m_log.refusal() && elsewhere
        && elsewhere->run != m_log.run()) {
        recover(); // its run may be gone by now
    }
}

void ChangeDesk::onEnded(const Change &change)
{
    Q_EMIT ended(change);
    if (m_settling == Settling::ByItself && change.record.outcome == Outcome::Unknown) {
        m_settler.take(change);
    }
}

void ChangeDesk::onFoundOut(const Change &change)
{
    if (change.record.key == key()) {
        if (change.reply) {
            m_editor.adopt(change.reply->token, change.repliedAt);
        }
        m_editor.decided(change.record);
    }
    m_editor.refreshUndecided();
    Q_EMIT foundOut(change);
    if (m_settling == Settling::ByItself) {
        m_settler.takeNext(change.record.key);
    } else {
        settleNext(); // and none that was let go of
    }
}

void ChangeDesk::abandon(const ChangeRecord &record, QObject *context, const Abandoned &done)
{
    Change change;
    change.record = record;
    change.record.outcome = Outcome::Abandoned;
    change.record.settledHow = settledhow::User;
    change.record.settledAt = m_clock.now();
    ChangeEnd end;
    end.outcome = Outcome::Abandoned;
    end.how = settledhow::User;
    end.at = change.record.settledAt;
    end.after = record.after;
    m_log.end(
        record.id, end, context,
        [change, done](const std::optional<JournalProblem> &problem) { done(change, problem); });
}

void ChangeDesk::settle(const QList<Change> &changes)
{
    m_waiting.append(changes);
    settleNext();
}

//! The settler knows one change of a token at a time.
void ChangeDesk::settleNext()
{
    if (m_settlesNoMore) {
        return;
    }
    const QList<Change> waiting = m_waiting;
    for (const Change &change : waiting) {
        const TokenKey key = change.record.key;
        if (!m_settler.status(key)) {
            m_waiting.removeIf(
                [&change](const Change &other) { return other.record.id == change.record.id; });
            m_settler.take(change);
            m_settler.checkNow(key);
        }
    }
}

void ChangeDesk::letGo(const TokenKey &key)
{
    m_settler.forget(key);
    settleNext();
}

} // namespace purser
