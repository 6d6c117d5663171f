// SPDX-License-Identifier: GPL-3.0-or-later
// TokenEditor's submit, step by step: read again, compare, ask, write down, send once, compare.
#include "editing/evidence.h"
#include "editing/tokeneditor.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using namespace std::chrono_literals;

//! An answer to a question of danger may take its time; what was read then is read again.
constexpr std::chrono::seconds FreshFor{10};

//! How often the token is read again because other programs changed it meanwhile.
constexpr int MostTries = 6;

//! How often it is looked whether the computer slept while a change is under way.
constexpr std::chrono::milliseconds ClockWatch{1s};

bool isSubset(const QList<Consequence> &some, const QList<Consequence> &all)
{
    return std::all_of(some.begin(), some.end(),
                       [&all](Consequence one) { return all.contains(one); });
}

Outcome outcomeOfFailure(const ApiError &error)
{
    switch (error.effect) {
    case Effect::None:
        return Outcome::NotApplied;
    case Effect::Rejected:
        return Outcome::Rejected;
    case Effect::Unknown:
        break;
    }
    return Outcome::Unknown;
}

} // namespace

void TokenEditor::submit(const ChangeRequest &request, How how)
{
    Q_ASSERT(m_activity == Activity::Idle && m_token && !request.isEmpty());
    m_submission = {};
    m_submission.request = request;
    m_submission.how = std::move(how);
    m_submission.shown = *m_token;
    if (m_submission.how.name.isEmpty()) {
        m_submission.how.name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    setActivity(Activity::Rereading);
    reread();
}

//! First the journal's number, then the read: whatever is written down of this token from then on
//! sends the submit back to here.
void TokenEditor::reread()
{
    if (m_log.isOff()) {
        readFresh();
        return;
    }
    m_log.journal().ask(
        this, [](Journal &journal) { return journal.mark(); },
        thisStep([this](const Expected<JournalMark, JournalProblem> &mark) {
            if (m_cancelled) {
                stop(Stop::Reason::Failed, cancelled());
            } else if (!mark) {
                stop(Stop::Reason::Failed, mark.error());
            } else {
                m_submission.mark = *mark;
                readFresh();
            }
        }));
}

void TokenEditor::readFresh()
{
    readToken(Retry::Passing, m_submission.shown.name,
              [this](const ReadResult &result, const Sighting &at) {
                  if (!result) {
                      stop(Stop::Reason::Failed, result.error());
                      return;
                  }
                  onReread(*result, at);
              });
}

void TokenEditor::onReread(const TokenReply &reply, const Sighting &at)
{
    m_submission.fresh = reply;
    m_submission.freshAt = at;
    const bool tolerates = m_fall == Fall::Tolerated || m_submission.how.fall == Fall::Tolerated;
    m_submission.outlook = outlookOf(m_submission.request, m_submission.shown, reply.token,
                                     m_clock.now(), tolerates ? Fall::Tolerated : Fall::Stops);
    const ChangePlan &plan = m_submission.outlook.plan;
    // What was read is what is known, and shown, from now on.
    m_token = m_submission.outlook.before;
    m_tokenAt = at.asked;
    if (wentApart(at.asked, at.answered)) {
        // It may be from before the computer slept: an answer waits in a socket for as long.
        rereadOrGiveUp();
    } else if (plan.amountProblem) {
        stop(Stop::Reason::NoSum);
    } else if (plan.patch.isEmpty()) {
        stop(Stop::Reason::AlreadySo);
    } else if (!plan.moved.isEmpty()) {
        stop(Stop::Reason::Moved);
        m_fall = Fall::Tolerated; // the user has been told once
    } else {
        askOrGoOn();
    }
}

void TokenEditor::rereadOrGiveUp()
{
    if (m_submission.tries >= MostTries) {
        stop(Stop::Reason::Busy);
        return;
    }
    ++m_submission.tries;
    setActivity(Activity::Rereading);
    reread();
}

void TokenEditor::askOrGoOn()
{
    const auto dangers = m_submission.outlook.dangers();
    if (isSubset(dangers, m_submission.agreed)) {
        fetchBearer();
        return;
    }
    m_submission.agreed = dangers; // if the answer is yes
    setActivity(Activity::Asking);
    Q_EMIT asks(m_submission.outlook);
}

void TokenEditor::answer(bool send)
{
    Q_ASSERT(m_activity == Activity::Asking);
    if (!send) {
        stop(Stop::Reason::Declined);
        return;
    }
    if (atMost(m_submission.freshAt.asked, m_clock.moment()) > FreshFor) {
        setActivity(Activity::Rereading);
        reread();
        return;
    }
    fetchBearer();
}

//! Before the intent is written: a keychain may ask its user, and take its time.
void TokenEditor::fetchBearer()
{
    setActivity(Activity::Journaling);
    if (const auto problem = m_log.refusal()) {
        stop(Stop::Reason::Failed, *problem);
        return;
    }
    m_service->fetchBearer(
        this, thisStep([this](const Expected<Bearer, Failure> &bearer) {
            if (m_cancelled || !bearer) {
                stop(Stop::Reason::Failed, m_cancelled ? cancelled() : bearer.error());
            } else if (atMost(m_submission.freshAt.answered, m_clock.moment()) > FreshFor) {
                rereadOrGiveUp();
            } else {
                writeIntent(*bearer);
            }
        }));
}

void TokenEditor::writeIntent(const Bearer &bearer)
{
    Change &change = m_submission.change;
    change = {};
    ChangeRecord &record = change.record;
    record.key = key();
    record.key.customer = bearer.customer();
    change.holder = m_service->holder();
    record.run = m_log.run();
    record.createdAt = m_clock.now();
    record.readAt = m_submission.freshAt.asked.wall;
    record.submit = m_submission.how.name;
    record.reason = bearer.redacted(m_submission.request.reason); // whatever was pasted there
    record.undoes = m_submission.request.undoes;
    record.before = m_submission.outlook.before;
    record.patch = m_submission.outlook.plan.patch;
    record.expected = m_submission.outlook.after;
    record.appVersion = QCoreApplication::applicationVersion();
    change.sentAlone = !m_submission.how.evenIfUndecided;
    if (!change.sentAlone) {
        change.contested = QList<Field>(AllFields.begin(), AllFields.end());
    }
    change.sentAfter = m_clock.moment(); // until it is sent: how old the intent is
    if (m_submission.outlook.plan.amountBaseMoved) {
        change.shownBalance = m_submission.shown.balance;
    }
    if (!m_log.isOff()) {
        append(bearer);
    } else if (m_undecided && !m_submission.how.evenIfUndecided) {
        stop(Stop::Reason::Undecided);
    } else if (record.undoes) {
        // Nothing would know that it was taken back: it could be taken back again.
        stop(Stop::Reason::Failed, JournalProblem{JournalProblem::Kind::NoUndoUnwritten, {}});
    } else {
        send(bearer);
    }
}

void TokenEditor::append(const Bearer &bearer)
{
    Guard guard;
    guard.read = m_submission.mark;
    guard.evenIfUndecided = m_submission.how.evenIfUndecided;
    guard.apart = m_log.apartFrom(idOf(*m_account));
    const Account account = m_log.accountNow(*m_account); // others sign in, too
    guard.customers = account.customers;
    guard.formerCustomers = account.formerCustomers;
    m_log.journal().ask(
        this,
        [record = m_submission.change.record, guard](Journal &journal) {
            return journal.append(record, guard);
        },
        thisStep([this, bearer](const Expected<qint64, JournalProblem> &id) {
            if (id) {
                m_submission.change.record.id = *id;
                m_submission.change.record.readSeq = m_submission.mark.seq;
                Q_EMIT written(m_submission.change.record);
                if (m_undecided && m_undecided->run == m_log.run() && m_undecided->key == key()) {
                    Q_EMIT superseded(*m_undecided); // it was closed in the same transaction
                }
                markSent(bearer);
            } else if (m_cancelled) {
                stop(Stop::Reason::Failed, cancelled());
            } else if (id.error().kind == JournalProblem::Kind::Stale) {
                rereadOrGiveUp();
            } else if (id.error().kind == JournalProblem::Kind::Undecided) {
                stopAsUndecided();
            } else {
                stop(Stop::Reason::Failed, id.error());
            }
        }));
}

//! With the change that is in the way, as the journal has it.
void TokenEditor::stopAsUndecided()
{
    m_log.journal().ask(
        this,
        [wanted = key(), apart = m_log.apartFrom(key().accountId)](Journal &journal) {
            return journal.undecided(wanted, apart);
        },
        thisStep([this](const auto &found) {
            if (found) {
                m_undecided = *found;
            }
            stop(Stop::Reason::Undecided);
            Q_EMIT undecidedChanged();
        }));
}

bool TokenEditor::isTooOld() const
{
    return atMost(m_submission.change.sentAfter, m_clock.moment()) > LongestIntent;
}

void TokenEditor::markSent(const Bearer &bearer)
{
    m_log.journal().ask(
        this,
        [id = m_submission.change.record.id, boot = m_clock.moment().toText()](Journal &journal) {
            return journal.markSent(id, boot);
        },
        thisStep([this, bearer](const std::optional<JournalProblem> &problem) {
            Change &change = m_submission.change;
            if (problem) {
                change.failure = *problem;
                settle(Outcome::Abandoned, settledhow::NotSent);
            } else if (m_cancelled || isTooOld()) {
                change.failure = m_cancelled ? cancelled() : outdated();
                settle(Outcome::NotApplied, settledhow::NotSent);
            } else {
                send(bearer);
            }
        }));
}

void TokenEditor::send(const Bearer &bearer)
{
    setActivity(Activity::Sending);
    m_clocksApart = false;
    Change &change = m_submission.change;
    change.record.outcome = Outcome::Sent;
    const auto mayLeave = [written = change.sentAfter, clock = &m_clock] {
        return atMost(written, clock->moment()) <= LongestIntent;
    };
    auto *call = m_service->update(change.record.key.token, change.record.patch, bearer, mayLeave);
    m_call = call;
    const Moment sent = m_clock.moment();
    change.sentAfter = sent;
    connect(call, &TokenCall::finished, this, [this, sent](const auto &result) {
        const auto duration = result ? result->info.duration : atLeast(sent, m_clock.moment());
        onAnswer(result, duration);
    });
    watchClocks(m_step);
}

//! What was under way while the computer slept may still be in a buffer, and leave when it wakes:
//! the sooner the connection is given up the better.
void TokenEditor::watchClocks(quint64 step)
{
    m_clock.after(ClockWatch, this, [this, step] {
        if (step != m_step || m_activity != Activity::Sending || m_clocksApart) {
            return;
        }
        m_clocksApart = wentApart(m_submission.change.sentAfter, m_clock.moment());
        if (!m_clocksApart) {
            watchClocks(step);
        } else if (m_call) {
            m_call->cancel();
        }
    });
}

void TokenEditor::onAnswer(const TokenResult &result, std::chrono::milliseconds duration)
{
    Change &change = m_submission.change;
    change.record.duration = duration;
    change.overAt = m_clock.moment();
    if (!result) {
        ApiError error = result.error();
        if (error.kind == ApiErrorKind::Cancelled && m_clocksApart) {
            error.kind = ApiErrorKind::ClocksApart;
        }
        change.failure = error;
        change.record.status = error.status;
        change.record.requestId = error.requestId;
        change.record.error = errorText(error);
        settle(outcomeOfFailure(error),
               error.effect == Effect::None ? settledhow::NotSent : settledhow::Reply);
        return;
    }
    change.reply = *result;
    change.repliedAt = change.sentAfter;
    change.record.status = result->info.status;
    change.record.requestId = result->info.requestId;
    change.record.after = result->token;
    const Outcome outcome = outcomeOfReply(change.record.patch, result->token);
    if (outcome == Outcome::AppliedUnconfirmed) {
        confirm();
        return;
    }
    settle(outcome, settledhow::Reply);
}

//! The answer left an asked field out: one read may state it.
void TokenEditor::confirm()
{
    setActivity(Activity::Confirming);
    readToken(Retry::Never, m_submission.change.record.key.token,
              [this](const ReadResult &result, const Sighting &at) {
                  Change &change = m_submission.change;
                  if (!result) {
                      change.failure = result.error();
                      settle(Outcome::AppliedUnconfirmed, settledhow::Reply);
                      return;
                  }
                  change.reply->token = mergedToken(change.reply->token, result->token);
                  change.reply->info.rawJson = result->info.rawJson;
                  change.record.after = change.reply->token;
                  const Token &held = change.reply->token;
                  settle(verdictOf(change, held, at) == Verdict::Applied
                             ? Outcome::Applied
                             : outcomeOfReply(change.record.patch, held),
                         settledhow::Read);
              });
}

void TokenEditor::stop(Stop::Reason reason, const std::optional<Failure> &failure)
{
    Stop stop;
    stop.reason = reason;
    stop.token = m_submission.shown.name;
    stop.failure = failure;
    stop.outlook = m_submission.outlook;
    stop.shown = m_submission.shown;
    stop.now = m_submission.fresh.token;
    stop.undecided = m_undecided;
    setActivity(Activity::Idle);
    Q_EMIT stopped(stop);
}

void TokenEditor::settle(Outcome outcome, QLatin1StringView how)
{
    Change &change = m_submission.change;
    change.record.outcome = outcome;
    ChangeEnd end;
    end.outcome = outcome;
    end.after = change.record.after;
    end.status = change.record.status;
    end.requestId = change.record.requestId;
    end.error = change.record.error.isEmpty() && change.failure ? errorText(*change.failure)
                                                                : change.record.error;
    end.duration = change.record.duration;
    if (outcome != Outcome::Unknown) {
        end.how = how;
        end.at = m_clock.now();
        change.record.settledAt = end.at;
        change.record.settledHow = how;
    }
    change.record.error = end.error;
    if (change.reply) {
        m_token = mergedToken(change.record.before, change.reply->token);
        m_tokenAt = change.sentAfter;
    }
    m_log.end(change.record.id, end, this, thisStep([this](const auto &) {
                  const Change done = m_submission.change;
                  if (isInForce(done.record.outcome)) {
                      m_fall = Fall::Stops;
                  }
                  m_undecided = done.record.outcome == Outcome::Unknown ? std::optional(done.record)
                                                                        : std::nullopt;
                  if (!m_undecided) {
                      refreshUndecided(); // "Send anyway" closes no change of others
                  }
                  setActivity(Activity::Idle);
                  Q_EMIT settled(done);
                  Q_EMIT undecidedChanged();
              }));
}

} // namespace purser
