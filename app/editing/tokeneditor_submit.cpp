// SPDX-License-Identifier: GPL-3.0-or-later
// TokenEditor's submit, step by step: read again, compare, ask, write down, send once, compare.
#include "editing/evidence.h"
#include "editing/tokeneditor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using namespace std::chrono_literals;

//! An answer to a question of danger may take its time; what was read then is read again.
constexpr std::chrono::seconds FreshFor{10};

//! JWTs wait for people: what waited for longer is not sent on values so old.
constexpr std::chrono::milliseconds LongestIntent{20s};

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
    m_submission.how = how;
    m_submission.shown = *m_token;
    setActivity(Activity::Rereading);
    reread();
}

void TokenEditor::reread()
{
    readToken(Retry::Passing, m_submission.shown.name,
              [this](const ReadResult &result, const QDateTime &at) {
                  if (!result) {
                      stop(Stop::Reason::Failed, result.error());
                      return;
                  }
                  onReread(*result, at);
              });
}

void TokenEditor::onReread(const TokenReply &reply, const QDateTime &at)
{
    m_submission.fresh = reply;
    m_submission.freshAt = at;
    const bool tolerates = m_fall == Fall::Tolerated || m_submission.how.fall == Fall::Tolerated;
    m_submission.plan = planChange(m_submission.request, m_submission.shown, reply.token,
                                   tolerates ? Fall::Tolerated : Fall::Stops);
    // What was read is what is known, and shown, from now on.
    m_token = mergedToken(m_submission.shown, reply.token);
    if (m_submission.plan.amountProblem) {
        stop(Stop::Reason::NoSum);
    } else if (m_submission.plan.patch.isEmpty()) {
        stop(Stop::Reason::AlreadySo);
    } else if (!m_submission.plan.moved.isEmpty()) {
        stop(Stop::Reason::Moved);
        m_fall = Fall::Tolerated; // the user has been told once
    } else {
        askOrGoOn();
    }
}

void TokenEditor::askOrGoOn()
{
    const Token before = mergedToken(m_submission.shown, m_submission.fresh.token);
    const auto dangers = dangersAmong(
        consequencesOf(before, m_submission.plan.patch.appliedTo(before), m_clock.now()));
    if (isSubset(dangers, m_submission.agreed)) {
        writeIntent();
        return;
    }
    m_submission.agreed = dangers; // if the answer is yes
    setActivity(Activity::Asking);
    Q_EMIT dangersFound(dangers, m_submission.plan, m_submission.fresh.token);
}

void TokenEditor::answer(bool send)
{
    Q_ASSERT(m_activity == Activity::Asking);
    if (!send) {
        stop(Stop::Reason::Declined);
        return;
    }
    if (m_submission.freshAt.addSecs(FreshFor.count()) < m_clock.now()) {
        setActivity(Activity::Rereading);
        reread();
        return;
    }
    writeIntent();
}

void TokenEditor::writeIntent()
{
    setActivity(Activity::Journaling);
    Change &change = m_submission.change;
    ChangeRecord &record = change.record;
    record.key = key();
    record.run = m_log.run();
    record.createdAt = m_clock.now();
    record.reason = m_submission.request.reason;
    record.undoes = m_submission.request.undoes;
    record.before = mergedToken(m_submission.shown, m_submission.fresh.token);
    record.patch = m_submission.plan.patch;
    record.expected = record.patch.appliedTo(record.before);
    record.appVersion = QCoreApplication::applicationVersion();
    change.sentAlone = !m_submission.how.evenIfUndecided;
    if (m_submission.plan.amountBaseMoved) {
        change.shownBalance = m_submission.shown.balance;
    }
    append();
}

void TokenEditor::append()
{
    if (const auto problem = m_log.refusal()) {
        stop(Stop::Reason::Failed, *problem);
        return;
    }
    if (m_log.isOff()) {
        if (m_undecided && !m_submission.how.evenIfUndecided) {
            stop(Stop::Reason::Undecided);
        } else {
            fetchBearer();
        }
        return;
    }
    m_log.journal().ask(
        this,
        [record = m_submission.change.record, even = m_submission.how.evenIfUndecided](
            Journal &journal) { return journal.append(record, even); },
        thisStep([this](const Expected<qint64, JournalProblem> &id) {
            if (id) {
                m_submission.change.record.id = *id;
                if (m_undecided && m_undecided->run == m_log.run()) {
                    Q_EMIT superseded(*m_undecided); // it was closed in the same transaction
                }
                fetchBearer();
                return;
            }
            if (id.error().kind == JournalProblem::Kind::Undecided) {
                stop(Stop::Reason::Undecided);
                refreshUndecided();
                return;
            }
            stop(Stop::Reason::Failed, id.error());
        }));
}

void TokenEditor::fetchBearer()
{
    m_service->fetchBearer(this, thisStep([this](const Expected<Bearer, Failure> &bearer) {
                               Change &change = m_submission.change;
                               if (m_cancelled || !bearer) {
                                   change.failure = m_cancelled ? cancelled() : bearer.error();
                                   settle(Outcome::Abandoned, settledhow::NotSent);
                                   return;
                               }
                               if (change.record.id == 0) {
                                   send(*bearer);
                                   return;
                               }
                               markSent(*bearer);
                           }));
}

void TokenEditor::markSent(const Bearer &bearer)
{
    m_log.journal().ask(
        this,
        [id = m_submission.change.record.id](Journal &journal) { return journal.markSent(id); },
        thisStep([this, bearer](const std::optional<JournalProblem> &problem) {
            Change &change = m_submission.change;
            const bool tooOld =
                change.record.createdAt.addMSecs(LongestIntent.count()) < m_clock.now();
            if (problem) {
                change.failure = *problem;
                settle(Outcome::Abandoned, settledhow::NotSent);
            } else if (m_cancelled || tooOld) {
                change.failure = m_cancelled
                    ? cancelled()
                    : Failure(JournalProblem{JournalProblem::Kind::Locked, u"too slow"_s});
                settle(Outcome::NotApplied, settledhow::NotSent);
            } else {
                send(bearer);
            }
        }));
}

void TokenEditor::send(const Bearer &bearer)
{
    setActivity(Activity::Sending);
    Change &change = m_submission.change;
    change.record.outcome = Outcome::Sent;
    change.sentAfter = m_clock.now();
    change.sentBefore = change.sentAfter;
    auto *call = m_service->service().update(change.record.key.token, change.record.patch, bearer);
    m_call = call;
    connect(call, &TokenCall::finished, this, [this, sent = change.sentAfter](const auto &result) {
        const auto duration = result
            ? result->info.duration
            : std::chrono::milliseconds(std::max<qint64>(0, sent.msecsTo(m_clock.now())));
        onAnswer(result, duration);
    });
}

void TokenEditor::onAnswer(const TokenResult &result, std::chrono::milliseconds duration)
{
    Change &change = m_submission.change;
    change.record.duration = duration;
    if (!result) {
        const ApiError &error = result.error();
        change.failure = error;
        change.record.status = error.status;
        change.record.requestId = error.requestId;
        change.record.error = errorText(error);
        settle(outcomeOfFailure(error),
               error.effect == Effect::None ? settledhow::NotSent : settledhow::Reply);
        return;
    }
    change.reply = *result;
    change.record.status = result->info.status;
    change.record.requestId = result->info.requestId;
    change.record.after = result->token;
    m_log.rememberBalances(change.record.key.account, change.record.key.origin, {result->token});
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
              [this](const ReadResult &result, const QDateTime &at) {
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
    stop.plan = m_submission.plan;
    stop.shown = m_submission.shown;
    stop.now = m_submission.fresh.token;
    stop.dangers = m_submission.agreed;
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
    }
    m_log.end(change.record.id, end, this, thisStep([this] {
                  const Change done = m_submission.change;
                  if (isInForce(done.record.outcome)) {
                      m_fall = Fall::Stops;
                  }
                  m_undecided = done.record.outcome == Outcome::Unknown ? std::optional(done.record)
                                                                        : std::nullopt;
                  setActivity(Activity::Idle);
                  Q_EMIT settled(done);
                  Q_EMIT undecidedChanged();
              }));
}

} // namespace purser
