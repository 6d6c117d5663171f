// SPDX-License-Identifier: GPL-3.0-or-later
// TokenEditor's account, loading and cancelling; tokeneditor_submit.cpp has the submit.
#include "editing/tokeneditor.h"

namespace purser {

TokenEditor::TokenEditor(AccountServices &services, ChangeLog &log, Clock &clock, QObject *parent)
    : QObject(parent), m_services(services), m_log(log), m_clock(clock)
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
    m_tokenAt = {};
    m_holder = {};
    m_undecided.reset();
    m_fall = Fall::Stops;
    m_service.reset();
    if (account) {
        m_service = m_services.open(*account, Priority::Foreground);
    }
    setActivity(Activity::Idle);
}

void TokenEditor::updateAccount(const Account &account)
{
    if (m_account && idOf(*m_account) == idOf(account) && m_account->url == account.url) {
        m_account = account;
        if (m_activity != Activity::Loading) { // which is for whoever's token it is
            expectShownCustomer();
        }
    }
}

TokenKey TokenEditor::key() const
{
    if (!m_account) {
        return {};
    }
    TokenKey key = keyOf(*m_account);
    key.token = m_token ? m_token->name : QString();
    key.customer = m_holder.customer;
    return key;
}

void TokenEditor::readToken(Retry retry, const QString &name,
                            std::function<void(const ReadResult &, const Sighting &)> done)
{
    if (!m_service) {
        const auto answer = thisStep([this, done = std::move(done)] {
            done(Unexpected{Failure(SignedOut{})}, {m_clock.moment(), m_clock.moment()});
        });
        // In a lambda without arguments: from Qt 6.7 on, a generic one is tried with one, too.
        QMetaObject::invokeMethod(
            this, [answer] { answer(); }, Qt::QueuedConnection);
        return;
    }
    const Moment asked = m_clock.moment(); // before it is sent: what it shows is not older
    m_read = m_service->read(name, retry, thisStep([this, asked, done](const ReadResult &result) {
                                 const Sighting sighting{asked, m_clock.moment()};
                                 if (result) {
                                     TokenKey seen = key();
                                     seen.token = result->token.name;
                                     seen.customer = m_service->holder().customer;
                                     Q_EMIT tokenSeen(seen, result->token, sighting);
                                 }
                                 done(result, sighting);
                             }));
    connect(m_read, &AccountRead::retryDue, this, &TokenEditor::retryDue);
}

void TokenEditor::load(const QString &name)
{
    Q_ASSERT(m_activity == Activity::Idle);
    setActivity(Activity::Loading);
    if (m_service) {
        m_service->expectCustomers({}); // whoever's it is: it is shown
    }
    readToken(Retry::Passing, name, [this, name](const ReadResult &result, const Sighting &at) {
        if (!result) {
            expectShownCustomer();
            setActivity(Activity::Idle);
            Q_EMIT loadFailed(name, result.error());
            return;
        }
        onLoaded(*result, at);
    });
}

//! From now on nothing is read or sent with a JWT of another customer than the loaded token's.
void TokenEditor::expectShownCustomer()
{
    if (m_service && m_token) {
        m_service->expectHolder(m_holder, *m_account);
    }
}

//! Shown only together with what the journal knows: a change of the token may be undecided.
void TokenEditor::onLoaded(const TokenReply &reply, const Sighting &at)
{
    TokenKey wanted = key();
    wanted.token = reply.token.name;
    m_log.journal().ask(
        this,
        [wanted, apart = m_log.apartFrom(wanted.accountId)](Journal &journal) {
            return journal.undecided(wanted, apart);
        },
        thisStep([this, reply, at, holder = m_service->holder()](const auto &found) {
            m_token = reply.token;
            m_tokenAt = at.asked;
            m_holder = holder;
            expectShownCustomer();
            m_fall = Fall::Stops;
            m_undecided = found ? *found : std::nullopt;
            setActivity(Activity::Idle);
            Q_EMIT loaded(reply);
            Q_EMIT undecidedChanged();
        }));
}

void TokenEditor::adopt(const Token &token, const Moment &asked)
{
    const bool isOlder = m_tokenAt.isValid() && asked.monotonic < m_tokenAt.monotonic;
    if (m_token && m_token->name == token.name && !isOlder) {
        m_token = mergedToken(*m_token, token);
        m_tokenAt = asked;
    }
}

void TokenEditor::decided(const ChangeRecord &record)
{
    if (m_undecided && m_undecided->id == record.id) {
        setUndecided(std::nullopt);
    }
}

void TokenEditor::refreshUndecided()
{
    if (!m_token) {
        return;
    }
    m_log.journal().ask(
        this,
        [wanted = key(), apart = m_log.apartFrom(key().accountId)](Journal &journal) {
            return journal.undecided(wanted, apart);
        },
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
