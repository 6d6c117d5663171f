// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/settler.h"

#include <algorithm>
#include <array>

namespace purser {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds LongestPause{30};
//! Each read is a PATCH there, with its risk: few, and late enough to tell.
constexpr std::array<std::chrono::seconds, 3> PatchReads{2s, 10s, 35s};
//! How long after its intent a change may have been sent at the latest (see TokenEditor).
constexpr std::chrono::seconds LongestIntent{20};

} // namespace

//! One change that is being settled. A QObject, so that timers and reads end with it.
struct Settler::Case : public QObject {
    Status status;
    QDateTime takenAt;
    int reads = 0; //!< by schedule
    quint64 wait = 0; //!< tells the timer that counts from those before
    bool closing = false;
    std::unique_ptr<AccountService> service; //!< none: the account is not known any more
};

QList<Change> changesFrom(const QList<ChangeRecord> &records)
{
    QList<Change> changes;
    for (const ChangeRecord &record : records) {
        Change change;
        change.record = record;
        change.sentAfter = record.createdAt;
        change.sentBefore = record.createdAt.addSecs(LongestIntent.count());
        change.sentAlone =
            std::count_if(records.begin(), records.end(),
                          [&record](const ChangeRecord &other) { return other.key == record.key; })
            == 1;
        changes.append(change);
    }
    return changes;
}

Settler::Settler(Credentials &credentials, const AccountStore &accounts, ChangeLog &log,
                 Clock &clock, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_accounts(accounts), m_log(log), m_clock(clock)
{
}

Settler::~Settler() = default;

void Settler::recover(const std::function<bool(const QString &)> &isGone)
{
    m_log.journal().ask(
        this,
        [isGone, now = m_clock.now()](Journal &journal) { return journal.recover(isGone, now); },
        [this](const Expected<Recovery, JournalProblem> &recovery) {
            if (!recovery) {
                Q_EMIT recoveryFailed(recovery.error());
                return;
            }
            const auto changes = changesFrom(recovery->undecided);
            for (const Change &change : changes) {
                take(change);
            }
            Q_EMIT recovered(*recovery);
        });
}

void Settler::take(const Change &change)
{
    forget(change.record.key); // one at a time: the newest counts
    auto one = std::make_unique<Case>();
    one->status.change = change;
    one->takenAt = m_clock.now();
    const TokenKey &key = change.record.key;
    const auto account = m_accounts.account(key.account);
    if (account && account->url.origin() == key.origin) {
        one->service = std::make_unique<AccountService>(*account, m_credentials, m_clock);
        one->service->service().setDeadline(m_deadline);
        connect(one->service.get(), &AccountService::readsByPatchLearned, this,
                &Settler::readsByPatchLearned);
    }
    m_cases.push_back(std::move(one));
    schedule(*m_cases.back());
}

Settler::Case *Settler::find(const TokenKey &key) const
{
    const auto found = std::find_if(m_cases.begin(), m_cases.end(), [&key](const auto &one) {
        return one->status.change.record.key == key && !one->closing;
    });
    return found == m_cases.end() ? nullptr : found->get();
}

const Settler::Status *Settler::status(const TokenKey &key) const
{
    const Case *one = find(key);
    return one ? &one->status : nullptr;
}

QList<Settler::Status> Settler::all() const
{
    QList<Status> statuses;
    for (const auto &one : m_cases) {
        if (!one->closing) {
            statuses.append(one->status);
        }
    }
    return statuses;
}

//! Works out when to read next, or gives up.
void Settler::schedule(Case &one)
{
    const TokenKey key = one.status.change.record.key;
    const bool byPatch = one.service && one.service->service().readsByPatch();
    QDateTime next;
    if (byPatch) {
        if (one.reads < static_cast<int>(PatchReads.size())) {
            next = one.takenAt.addSecs(PatchReads.at(static_cast<size_t>(one.reads)).count());
        }
    } else {
        const auto pause = one.reads < 5 ? std::chrono::seconds(1 << one.reads) : LongestPause;
        next = m_clock.now().addSecs(std::min(pause, LongestPause).count());
        if (next > one.takenAt.addSecs(std::chrono::seconds(Patience).count())) {
            next = {};
        }
    }
    if (!next.isValid() || !one.service) {
        one.status.state = State::GaveUp;
        one.status.nextRead = {};
        Q_EMIT changed(key);
        return;
    }
    one.status.state = State::Waiting;
    one.status.nextRead = next;
    const auto delay = std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(next)));
    m_clock.after(delay, &one, [this, &one, wait = ++one.wait] {
        if (wait == one.wait && one.status.state == State::Waiting && !one.closing) {
            ++one.reads;
            read(one);
        }
    });
    Q_EMIT changed(key);
}

void Settler::read(Case &one)
{
    one.status.state = State::Reading;
    ++one.wait;
    const TokenKey key = one.status.change.record.key;
    one.service->read(
        key.token, Retry::Never,
        [this, context = QPointer<Case>(&one), at = m_clock.now()](const ReadResult &result) {
            if (context && !context->closing) {
                onRead(*context, result, at);
            }
        });
    Q_EMIT changed(key);
}

void Settler::onRead(Case &one, const ReadResult &result, const QDateTime &at)
{
    if (one.status.state != State::Reading) {
        return; // stopped meanwhile
    }
    if (!result) {
        one.status.failure = result.error();
        schedule(one);
        return;
    }
    one.status.failure.reset();
    const TokenKey &key = one.status.change.record.key;
    m_log.rememberBalances(key.account, key.origin, {result->token});
    weigh(one, *result, at);
}

//! Asks the journal first whether somebody else's change may have made what was read.
void Settler::weigh(Case &one, const TokenReply &reply, const QDateTime &at)
{
    m_log.journal().ask(
        &one,
        [id = one.status.change.record.id](Journal &journal) { return journal.wasSentAlone(id); },
        [this, &one, reply, at](const Expected<bool, JournalProblem> &alone) {
            if (one.closing) {
                return;
            }
            // One that is not in the journal has nothing else to go by.
            const bool isWritten = one.status.change.record.id != 0;
            if (isWritten && (!alone || !*alone)) {
                one.status.change.sentAlone = false;
            }
            judge(one, reply, at);
            if (one.closing) {
                return;
            }
            if (one.status.state == State::Reading) {
                schedule(one);
            } else {
                Q_EMIT changed(one.status.change.record.key);
            }
        });
}

void Settler::judge(Case &one, const TokenReply &reply, const QDateTime &at)
{
    one.status.verdict = verdictOf(one.status.change, reply.token, at);
    one.status.change.reply = reply;
    one.status.change.record.after = mergedToken(one.status.change.record.before, reply.token);
    if (one.status.verdict == Verdict::Applied) {
        close(one, Outcome::Applied, settledhow::Read);
    } else if (one.status.verdict == Verdict::NotApplied) {
        close(one, Outcome::NotApplied, settledhow::Read);
    }
}

void Settler::close(Case &one, Outcome outcome, QLatin1StringView how)
{
    one.closing = true;
    ++one.wait;
    ChangeRecord &record = one.status.change.record;
    record.outcome = outcome;
    record.settledAt = m_clock.now();
    record.settledHow = how;
    ChangeEnd end;
    end.outcome = outcome;
    end.how = how;
    end.at = record.settledAt;
    end.after = record.after;
    m_log.end(record.id, end, &one, [this, &one] {
        const Change change = one.status.change;
        m_cases.erase(std::find_if(m_cases.begin(), m_cases.end(),
                                   [&one](const auto &other) { return other.get() == &one; }));
        Q_EMIT settled(change);
        Q_EMIT changed(change.record.key);
        takeNext(change.record.key);
    });
}

//! Of several undecided changes of a token, the newest is settled first.
void Settler::takeNext(const TokenKey &key)
{
    m_log.journal().ask(
        this, [key](Journal &journal) { return journal.undecided(key); },
        [this, key](const auto &found) {
            if (found && *found && (*found)->run == m_log.run()
                && (*found)->outcome == Outcome::Unknown && !find(key)) {
                take(changesFrom({**found}).front());
            }
        });
}

void Settler::checkNow(const TokenKey &key)
{
    Case *one = find(key);
    if (one && one->service && one->status.state != State::Reading) {
        read(*one);
    }
}

void Settler::stop(const TokenKey &key)
{
    if (Case *one = find(key)) {
        ++one->wait;
        one->status.state = State::Stopped;
        one->status.nextRead = {};
        Q_EMIT changed(key);
    }
}

void Settler::abandon(const TokenKey &key)
{
    if (Case *one = find(key)) {
        close(*one, Outcome::Abandoned, settledhow::User);
    }
}

void Settler::forget(const TokenKey &key)
{
    const Case *one = find(key);
    if (!one) {
        return;
    }
    m_cases.erase(std::find_if(m_cases.begin(), m_cases.end(),
                               [one](const auto &other) { return other.get() == one; }));
    Q_EMIT changed(key);
}

void Settler::consider(const TokenKey &key, const Token &token, const QDateTime &at)
{
    Case *one = find(key);
    if (!one || at < one->status.change.sentAfter) {
        return;
    }
    TokenReply reply;
    reply.token = token;
    weigh(*one, reply, at);
}

} // namespace purser
