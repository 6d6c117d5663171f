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
} // namespace

//! One change that is being settled. A QObject, so that timers and reads end with it.
struct Settler::Case : public QObject {
    Status status;
    Moment takenAt;
    int reads = 0; //!< by schedule
    quint64 wait = 0; //!< tells the timer that counts from those before
    bool closing = false;
    std::unique_ptr<AccountService> service; //!< none: the account is not known any more
};

QList<Change> changesFrom(const QList<ChangeRecord> &records, const Moment &now)
{
    QList<Change> changes;
    for (const ChangeRecord &record : records) {
        Change change;
        change.record = record;
        const auto sent = Moment::fromText(record.boot, record.createdAt, now);
        change.hasClocks = sent.has_value();
        change.sentAfter = sent.value_or(Moment{record.createdAt, {}, {}, {}});
        change.overAt = now; // its run is gone
        change.mayHaveWaited = LongestIntent;
        changes.append(change);
    }
    return changes;
}

Settler::Settler(AccountServices &services, const AccountStore &accounts, ChangeLog &log,
                 Clock &clock, QObject *parent)
    : QObject(parent), m_services(services), m_accounts(accounts), m_log(log), m_clock(clock)
{
}

Settler::~Settler() = default;

void Settler::take(const Change &change)
{
    forget(change.record.key); // one at a time: the newest counts
    auto one = std::make_unique<Case>();
    one->status.change = change;
    one->takenAt = m_clock.moment();
    if (const auto account = accountFor(change.record)) {
        one->service = m_services.open(*account, Priority::Background);
    }
    m_cases.push_back(std::move(one));
    schedule(*m_cases.back());
}

//! The account that made it; where that is not known any more, another one of the same customer.
std::optional<Account> Settler::accountFor(const ChangeRecord &record) const
{
    const TokenKey &key = record.key;
    if (const auto own = m_accounts.accountById(key.accountId)) {
        return own->url.identity() == key.serviceUrl ? own : std::nullopt;
    }
    QList<Account> all = m_accounts.accounts();
    if (const auto current = m_accounts.current()) {
        all.prepend(*current); // rather than one that may be signed out
    }
    const auto other = std::find_if(all.begin(), all.end(), [&key](const Account &account) {
        return account.url.identity() == key.serviceUrl && !key.customer.isEmpty()
            && account.customers.contains(key.customer);
    });
    return other == all.end() ? std::nullopt : std::optional(*other);
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
    const bool byPatch = one.service && one.service->readsByPatch();
    const auto since = atLeast(one.takenAt, m_clock.moment());
    std::optional<std::chrono::milliseconds> wait;
    if (byPatch) {
        if (one.reads < static_cast<int>(PatchReads.size())) {
            wait = std::max<std::chrono::milliseconds>(
                0ms, PatchReads.at(static_cast<size_t>(one.reads)) - since);
        }
    } else {
        const auto pause = one.reads < 5 ? std::chrono::seconds(1 << one.reads) : LongestPause;
        wait = std::min(pause, LongestPause);
        if (since + *wait > Patience) {
            wait.reset();
        }
    }
    if (!wait || !one.service) {
        one.status.state = State::GaveUp;
        one.status.nextRead = {};
        Q_EMIT changed(key);
        return;
    }
    one.status.state = State::Waiting;
    one.status.nextRead = m_clock.now().addMSecs(wait->count());
    m_clock.after(*wait, &one, [this, &one, wait = ++one.wait] {
        if (wait == one.wait && one.status.state == State::Waiting && !one.closing) {
            ++one.reads;
            read(one);
        }
    });
    Q_EMIT changed(key);
}

//! What another customer's token of this name holds says nothing. The account is looked up each
//! time, for other programs sign in, too. False: no read can tell.
bool Settler::expectCustomers(const Case &one) const
{
    const Change &change = one.status.change;
    const Account &taken = one.service->account();
    const Account account = m_accounts.accountById(idOf(taken)).value_or(taken);
    if (change.holder) {
        one.service->expectHolder(*change.holder, account);
        return true;
    }
    const auto customers = customersOf(change.record, account);
    one.service->expectCustomers(customers.value_or(QStringList()));
    return customers.has_value();
}

void Settler::read(Case &one)
{
    const TokenKey key = one.status.change.record.key;
    if (!expectCustomers(one)) {
        one.status.failure = Failure(OtherCustomer{});
        schedule(one);
        return;
    }
    one.status.state = State::Reading;
    ++one.wait;
    one.service->read(
        key.token, Retry::Never,
        [this, context = QPointer<Case>(&one), asked = m_clock.moment()](const ReadResult &result) {
            if (context && !context->closing) {
                onRead(*context, result, {asked, m_clock.moment()});
            }
        });
    Q_EMIT changed(key);
}

void Settler::onRead(Case &one, const ReadResult &result, const Sighting &sighting)
{
    if (one.status.state != State::Reading) {
        return; // stopped meanwhile
    }
    // Somebody may have signed in since it was asked for.
    const bool isAnothers = !expectCustomers(one) || !one.service->expectsHolder();
    if (!result || isAnothers) {
        one.status.failure = result ? Failure(OtherCustomer{}) : result.error();
        schedule(one);
        return;
    }
    one.status.failure.reset();
    weigh(one, *result, sighting);
}

//! Asks the journal first whether somebody else's change may have made what was read.
void Settler::weigh(Case &one, const TokenReply &reply, const Sighting &sighting)
{
    const ChangeRecord &record = one.status.change.record;
    m_log.journal().ask(
        &one, [id = record.id](Journal &journal) { return journal.rivalsOf(id); },
        [this, &one, reply, sighting](const Expected<QList<ChangeRecord>, JournalProblem> &rivals) {
            if (one.closing) {
                return;
            }
            Change &change = one.status.change;
            if (rivals) {
                weighRivals(change, *rivals, m_clock.moment());
            } else if (change.record.id != 0) { // one that is not in the journal has nothing else
                change.sentAlone = false;
                change.contested = QList<Field>(AllFields.begin(), AllFields.end());
            }
            judge(one, reply, sighting);
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

void Settler::judge(Case &one, const TokenReply &reply, const Sighting &sighting)
{
    one.status.verdict = verdictOf(one.status.change, reply.token, sighting);
    noteSighting(one.status.change, *one.status.verdict, sighting);
    one.status.change.reply = reply;
    one.status.change.repliedAt = sighting.asked;
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
    m_log.end(record.id, end, &one, [this, &one](const std::optional<JournalProblem> &problem) {
        if (!problem || problem->kind != JournalProblem::Kind::NoSuchChange) {
            tell(one);
            return;
        }
        // It had ended otherwise meanwhile, as by "Send anyway": its row is what is true.
        m_log.journal().ask(
            &one,
            [id = one.status.change.record.id](Journal &journal) { return journal.change(id); },
            [this, &one](const Expected<std::optional<ChangeRecord>, JournalProblem> &row) {
                if (row && *row) {
                    one.status.change.record = **row;
                }
                tell(one);
            });
    });
}

//! The case is over.
void Settler::tell(const Case &one)
{
    const Change change = one.status.change;
    m_cases.erase(std::find_if(m_cases.begin(), m_cases.end(),
                               [&one](const auto &other) { return other.get() == &one; }));
    Q_EMIT settled(change);
    Q_EMIT changed(change.record.key);
}

void Settler::takeNext(const TokenKey &key)
{
    m_log.journal().ask(
        this, [](Journal &journal) { return journal.undecidedOfThisRun(); },
        [this, key](const Expected<QList<ChangeRecord>, JournalProblem> &found) {
            if (!found || find(key)) {
                return;
            }
            const auto newest =
                std::find_if(found->crbegin(), found->crend(), [&key](const ChangeRecord &row) {
                    return row.key == key && row.outcome == Outcome::Unknown;
                });
            if (newest != found->crend()) {
                take(changesFrom({*newest}, m_clock.moment()).front());
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

void Settler::consider(const TokenKey &key, const Token &token, const Sighting &sighting)
{
    Case *one = find(key);
    if (!one) {
        return;
    }
    // One that was asked for before tells nothing, however late its answer came: of a run that is
    // gone, before it was taken over.
    const Change &change = one->status.change;
    const Moment &from = change.mayHaveWaited.count() == 0 ? change.sentAfter : change.overAt;
    if (sighting.asked.monotonic < from.monotonic) {
        return;
    }
    TokenReply reply;
    reply.token = token;
    weigh(*one, reply, sighting);
}

} // namespace purser
