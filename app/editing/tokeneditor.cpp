// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/tokeneditor.h"

namespace purser {

namespace {

Failure cancelledFailure()
{
    ApiError error;
    error.kind = ApiErrorKind::Cancelled;
    error.effect = Effect::None;
    return error;
}

} // namespace

TokenEditor::TokenEditor(Credentials &credentials, QObject *parent, Clock clock)
    : QObject(parent), m_credentials(credentials), m_clock(std::move(clock))
{
}

TokenEditor::~TokenEditor() = default;

void TokenEditor::setAccount(const std::optional<Account> &account)
{
    Q_ASSERT(m_activity != Activity::Submitting);
    ++m_step;
    m_account = account;
    m_token.reset();
    m_undecided.reset();
    m_service.reset();
    if (account) {
        m_service = std::make_unique<TokenService>(account->url);
        m_service->setDeadline(m_deadline);
        m_service->setReadsByPatch(account->readsByPatch);
        connect(m_service.get(), &TokenService::readsByPatchLearned, this,
                [this] { Q_EMIT readsByPatchLearned(m_account->name); });
    }
    setActivity(Activity::Idle);
}

void TokenEditor::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline = deadline;
    if (m_service) {
        m_service->setDeadline(deadline);
    }
}

void TokenEditor::load(const QString &name)
{
    Q_ASSERT(m_activity == Activity::Idle);
    setActivity(Activity::Loading);
    const auto fail = [this, name](const Failure &failure) {
        setActivity(Activity::Idle);
        Q_EMIT loadFailed(name, failure);
    };
    read(
        name,
        [this, fail](const TokenResult &result) {
            if (!result) {
                fail(result.error());
                return;
            }
            m_token = result->token;
            m_undecided.reset();
            setActivity(Activity::Idle);
            Q_EMIT loaded(*result);
        },
        fail);
}

void TokenEditor::submit(const TokenPatch &patch)
{
    Q_ASSERT(m_activity == Activity::Idle && m_token && !m_undecided);
    m_change = {};
    m_change.before = *m_token;
    m_change.asked = patch.changing(*m_token);
    setActivity(Activity::Submitting);
    if (m_change.asked.isEmpty()) {
        const auto step = m_step;
        QMetaObject::invokeMethod(
            this,
            [this, step] {
                if (step == m_step) {
                    settle(Outcome::NothingToDo);
                }
            },
            Qt::QueuedConnection);
        return;
    }
    withBearer(
        [this](const Bearer &bearer) {
            m_change.sentAt = m_clock();
            auto *call = m_service->update(m_change.before.name, m_change.asked, bearer);
            m_call = call;
            connect(call, &TokenCall::finished, this, &TokenEditor::onUpdated);
        },
        [this](Failure failure) {
            m_change.failure = std::move(failure);
            settle(Outcome::NotSent);
        });
}

void TokenEditor::onUpdated(const TokenResult &result)
{
    if (!result) {
        m_change.failure = result.error();
        switch (result.error().effect) {
        case Effect::None:
            settle(Outcome::NotSent);
            return;
        case Effect::Rejected:
            settle(Outcome::Rejected);
            return;
        case Effect::Unknown:
            settle(Outcome::Unknown);
            return;
        }
    }
    m_change.reply = result.value();
    const Outcome outcome = outcomeOfReply(m_change.asked, result->token);
    if (outcome == Outcome::AppliedUnconfirmed) {
        confirm();
        return;
    }
    settle(outcome);
}

//! The reply left an asked field out: one read may state it.
void TokenEditor::confirm()
{
    read(
        m_change.before.name,
        [this](const TokenResult &result) {
            if (!result) {
                m_change.failure = result.error();
                settle(Outcome::AppliedUnconfirmed);
                return;
            }
            m_change.reply->token = mergedToken(m_change.reply->token, result->token);
            m_change.reply->info.rawJson = result->info.rawJson;
            settle(outcomeOfReply(m_change.asked, m_change.reply->token));
        },
        [this](Failure failure) {
            m_change.failure = std::move(failure);
            settle(Outcome::AppliedUnconfirmed);
        });
}

void TokenEditor::checkNow()
{
    Q_ASSERT(m_activity == Activity::Idle && m_undecided);
    m_change = *m_undecided;
    setActivity(Activity::Checking);
    const auto fail = [this](const Failure &failure) {
        setActivity(Activity::Idle);
        Q_EMIT checkFailed(failure);
    };
    read(
        m_change.before.name,
        [this, fail](const TokenResult &result) {
            if (!result) {
                fail(result.error());
                return;
            }
            m_change.reply = result.value();
            settle(outcomeOfRead(m_change, result->token, m_clock()));
        },
        fail);
}

void TokenEditor::cancel()
{
    m_cancelled = m_activity != Activity::Idle;
    if (m_call) {
        m_call->cancel();
    }
}

void TokenEditor::setActivity(Activity activity)
{
    if (m_activity == activity) {
        return;
    }
    if (activity != Activity::Idle) {
        ++m_step;
        m_cancelled = false;
    }
    m_activity = activity;
    Q_EMIT activityChanged();
}

void TokenEditor::withBearer(std::function<void(const Bearer &)> go,
                             std::function<void(Failure)> fail)
{
    const auto step = m_step;
    if (!m_account) {
        QMetaObject::invokeMethod(
            this, [fail = std::move(fail)] { fail(SignedOut{}); }, Qt::QueuedConnection);
        return;
    }
    const QString key = Credentials::key(m_account->name, m_account->url);
    m_credentials.fetch(key, this,
                        [this, step, go = std::move(go),
                         fail = std::move(fail)](const Keychain::ReadResult &result) {
                            if (step != m_step) {
                                return; // the account changed meanwhile
                            }
                            if (m_cancelled) {
                                fail(cancelledFailure());
                            } else if (!result) {
                                fail(result.error());
                            } else if (!result->has_value()) {
                                fail(SignedOut{});
                            } else {
                                go(**result);
                            }
                        });
}

void TokenEditor::read(const QString &name, std::function<void(const TokenResult &)> done,
                       std::function<void(Failure)> fail)
{
    withBearer(
        [this, name, done = std::move(done)](const Bearer &bearer) {
            auto *call = m_service->read(name, bearer);
            m_call = call;
            connect(call, &TokenCall::finished, this, done);
        },
        std::move(fail));
}

void TokenEditor::settle(Outcome outcome)
{
    m_change.outcome = outcome;
    if (m_change.reply) {
        m_token = mergedToken(m_change.before, m_change.reply->token);
    }
    if (outcome == Outcome::Unknown) {
        m_undecided = m_change;
    } else {
        m_undecided.reset();
    }
    const Change change = m_change;
    setActivity(Activity::Idle);
    Q_EMIT settled(change);
}

} // namespace purser
