// SPDX-License-Identifier: GPL-3.0-or-later
// TokenEditor's account, loading and cancelling; tokeneditor_submit.cpp has the submit.
#include "editing/tokeneditor.h"

namespace purser {

TokenEditor::TokenEditor(Credentials &credentials, ChangeLog &log, Clock &clock, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_log(log), m_clock(clock)
{
}

TokenEditor::~TokenEditor() = default;

bool TokenEditor::canChangeAccount() const
{
    return m_activity != Activity::Journaling && m_activity != Activity::Sending
        && m_activity != Activity::Confirming;
}

void TokenEditor::setAccount(const std::optional<Account> &account)
{
    Q_ASSERT(canChangeAccount());
    ++m_step;
    m_account = account;
    m_token.reset();
    m_undecided.reset();
    m_fall = Fall::Stops;
    m_service.reset();
    if (account) {
        m_service = std::make_unique<AccountService>(*account, m_credentials, m_clock);
        m_service->service().setDeadline(m_deadline);
        connect(m_service.get(), &AccountService::readsByPatchLearned, this,
                [this](const QString &name) {
                    m_account->readsByPatch = true;
                    Q_EMIT readsByPatchLearned(name);
                });
    }
    setActivity(Activity::Idle);
}

void TokenEditor::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline = deadline;
    if (m_service) {
        m_service->service().setDeadline(deadline);
    }
}

TokenKey TokenEditor::key() const
{
    if (!m_account) {
        return {};
    }
    return {m_account->name, m_account->url.origin(), m_token ? m_token->name : QString()};
}

void TokenEditor::readToken(Retry retry, const QString &name,
                            std::function<void(const ReadResult &, const QDateTime &)> done)
{
    if (!m_service) {
        const auto answer = thisStep([this, done = std::move(done)] {
            done(Unexpected{Failure(SignedOut{})}, m_clock.now());
        });
        // In a lambda without arguments: from Qt 6.7 on, a generic one is tried with one, too.
        QMetaObject::invokeMethod(
            this, [answer] { answer(); }, Qt::QueuedConnection);
        return;
    }
    const QDateTime at = m_clock.now(); // before it is sent: what it shows is not older
    m_read =
        m_service->read(name, retry, thisStep([this, at, done](const ReadResult &result) {
                            if (result) {
                                TokenKey seen = key();
                                seen.token = result->token.name;
                                m_log.rememberBalances(seen.account, seen.origin, {result->token});
                                Q_EMIT tokenSeen(seen, result->token, at);
                            }
                            done(result, at);
                        }));
    connect(m_read, &AccountRead::retryDue, this, &TokenEditor::retryDue);
}

void TokenEditor::load(const QString &name)
{
    Q_ASSERT(m_activity == Activity::Idle);
    setActivity(Activity::Loading);
    readToken(Retry::Passing, name, [this, name](const ReadResult &result, const QDateTime &) {
        if (!result) {
            setActivity(Activity::Idle);
            Q_EMIT loadFailed(name, result.error());
            return;
        }
        onLoaded(*result);
    });
}

//! Shown only together with what the journal knows: a change of the token may be undecided.
void TokenEditor::onLoaded(const TokenReply &reply)
{
    TokenKey wanted = key();
    wanted.token = reply.token.name;
    m_log.journal().ask(
        this, [wanted](Journal &journal) { return journal.undecided(wanted); },
        thisStep([this, reply](const auto &found) {
            m_token = reply.token;
            m_fall = Fall::Stops;
            m_undecided = found ? *found : std::nullopt;
            setActivity(Activity::Idle);
            Q_EMIT loaded(reply);
            Q_EMIT undecidedChanged();
        }));
}

void TokenEditor::adopt(const Token &token)
{
    if (m_token && m_token->name == token.name) {
        m_token = mergedToken(*m_token, token);
    }
}

void TokenEditor::decided(const ChangeRecord &record)
{
    if (m_undecided && m_undecided->key == record.key && m_undecided->id == record.id) {
        setUndecided(std::nullopt);
    }
}

void TokenEditor::refreshUndecided()
{
    if (!m_token) {
        return;
    }
    m_log.journal().ask(
        this, [wanted = key()](Journal &journal) { return journal.undecided(wanted); },
        [this, wanted = key()](const auto &found) {
            if (found && wanted == key()) {
                setUndecided(*found);
            }
        });
}

void TokenEditor::setUndecided(const std::optional<ChangeRecord> &record)
{
    if (m_undecided != record) {
        m_undecided = record;
        Q_EMIT undecidedChanged();
    }
}

void TokenEditor::cancel()
{
    if (m_activity == Activity::Asking) {
        answer(false);
        return;
    }
    m_cancelled = m_activity != Activity::Idle;
    if (m_read) {
        m_read->cancel();
    }
    if (m_call) {
        m_call->cancel();
    }
}

void TokenEditor::setActivity(Activity activity)
{
    if (m_activity == activity) {
        return;
    }
    if (m_activity == Activity::Idle) {
        ++m_step;
        m_cancelled = false;
    }
    m_activity = activity;
    Q_EMIT activityChanged();
}

} // namespace purser
