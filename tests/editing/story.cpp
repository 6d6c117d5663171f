// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "api/tokenjson.h"
#include "editing/undoplan.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace purser::test {

namespace {

constexpr std::array FaultNames{"none",       "401",       "429",  "500", "500-after",
                                "cut-before", "cut-after", "half", "lie", "late"};

QString nameOf(ModelFault fault)
{
    return QLatin1StringView(FaultNames.at(static_cast<size_t>(fault)));
}

QString textOf(qint64 nanos)
{
    return QString::number(static_cast<double>(nanos) / 1e9, 'f', 9);
}

QString textOf(const ChangeRequest &request)
{
    QStringList parts;
    if (request.balance) {
        static constexpr std::array modes{"set", "add", "deduct"};
        parts.append(QLatin1StringView(modes.at(static_cast<size_t>(request.balance->mode))) + u' '
                     + request.balance->amount.toText());
    }
    if (request.expiry) {
        parts.append("expires "_L1
                     + (request.expiry->isNever() ? u"never"_s : request.expiry->toIso8601()));
    }
    if (request.activeBalance) {
        parts.append(*request.activeBalance ? u"active on"_s : u"active off"_s);
    }
    if (request.undoes) {
        parts.append(u"undoes %1"_s.arg(*request.undoes));
    }
    return parts.join(u", "_s);
}

qint64 nanosOf(const std::optional<MaybeBalance> &balance)
{
    return balance && *balance ? (*balance)->nanos() : 0;
}

} // namespace

Story::Story(quint32 seed)
    : m_seed(seed), m_random(seed), m_start(amount(1000)), m_service(m_start),
      m_place(m_clock, *ServiceUrl::fromText(m_service.url()))
{
    m_accounts.fill(m_place.account);
    if (dice(2) == 0) { // another account of the same service
        Account &second = m_accounts.at(1);
        second.name = u"Second"_s;
        second.id = newAccountId();
        if (!m_place.accounts.save(second)) {
            qFatal("the account can't be saved");
        }
        m_place.credentials.keepForThisRun(second, *Bearer::fromText(u"second-bearer-value"_s));
    }
    note(u"the service holds %1"_s.arg(textOf(m_start)));
    for (m_turn = 0; m_turn < m_lives.size(); ++m_turn) {
        begin();
    }
    m_turn = 0;
}

void Story::note(const QString &text)
{
    m_steps.append(u"run %1: %2"_s.arg(m_turn).arg(text));
}

qint64 Story::amount(int credits)
{
    return static_cast<qint64>(m_random.bounded(static_cast<double>(credits)) * 1e9) + 1;
}

void Story::fail(const QString &what)
{
    if (m_problem.isEmpty()) {
        const auto stateOf = [](const Life &life) {
            return QString::number(static_cast<int>(life.desk.activity()));
        };
        m_problem = what;
        note(u"activities: %1, the other's %2"_s.arg(stateOf(life()), stateOf(other())));
    }
}

QString Story::problem() const
{
    return m_problem.isEmpty()
        ? QString()
        : u"seed %1: %2\n  %3"_s.arg(QString::number(m_seed), m_problem, m_steps.join(u"\n  "_s));
}

QHash<Outcome, int> Story::outcomes() const
{
    QHash<Outcome, int> counts;
    const auto rows = m_place.rows();
    for (const ChangeRecord &row : rows) {
        ++counts[row.outcome];
    }
    return counts;
}

void Story::play(int steps)
{
    for (int number = 0; number < steps && m_problem.isEmpty(); ++number) {
        step();
        check();
    }
}

void Story::step()
{
    m_turn = static_cast<size_t>(dice(2));
    if (!canSubmit() && dice(3) == 0) {
        settle(); // or most of a story would wait for it
        return;
    }
    const int thrown = dice(100);
    if (thrown < 4) {
        load();
    } else if (thrown < 8) {
        jump();
    } else if (thrown < 9) {
        reboot();
    } else if (thrown < 42) {
        submitSomething();
    } else if (thrown < 56) {
        spend();
    } else if (thrown < 76) {
        settle();
    } else if (thrown < 84) {
        undo();
    } else if (thrown < 88) {
        restart();
    } else if (thrown < 94) {
        crashWhileSubmitting();
    } else if (thrown < 96) {
        crashWhileReading();
    } else if (thrown < 98) {
        sendAnyway();
    } else {
        abandon();
    }
}

void Story::begin()
{
    m_lives.at(m_turn) = std::make_unique<Life>(m_place, m_clock, m_accounts.at(m_turn));
    // A read that failed in passing is tried again, once the clock goes on.
    QObject::connect(
        &life().desk, &ChangeDesk::retryDue, &life().desk,
        [this](const QDateTime &at) {
            m_clock.advance(std::chrono::milliseconds(m_clock.now().msecsTo(at)));
        },
        Qt::QueuedConnection);
    if (!life().recover()) {
        fail(u"no recovery"_s);
        return;
    }
    load();
}

void Story::load()
{
    note(u"load"_s);
    if (!life().load(u"alpha"_s) || !life().desk.token()) {
        fail(u"it can't be loaded"_s);
    }
}

bool Story::canSubmit() const
{
    return !life().desk.undecided().elsewhere && !life().desk.undecided().here;
}

ChangeRequest Story::someRequest()
{
    ChangeRequest request;
    const int what = dice(10);
    if (what < 8) {
        const auto mode = static_cast<BalanceMode>(dice(3));
        // Rarely so much that the sum leaves the interval.
        const qint64 nanos = amount(dice(20) == 0 ? 99'999 : 500);
        request.balance = BalanceEdit{mode, *Balance::fromNanos(nanos)};
    }
    if (what >= 7 || dice(6) == 0) {
        const qint64 days = dice(2000) - 200;
        request.expiry = dice(4) == 0
            ? Expiry::never()
            : *Expiry::fromMicroseconds(m_clock.now().addDays(days).toSecsSinceEpoch() * 1'000'000);
    }
    if (dice(6) == 0) {
        request.activeBalance = dice(2) == 0;
    }
    return request;
}

ModelFault Story::someFault()
{
    return dice(5) < 2 ? ModelFault::None
                       : static_cast<ModelFault>(1 + dice(static_cast<int>(FaultNames.size()) - 1));
}

void Story::prepare(ModelFault fault)
{
    m_service.setFault(fault);
    if (dice(12) == 0) {
        static constexpr std::array statuses{401, 500, 0};
        m_service.failNextRead(statuses.at(static_cast<size_t>(dice(3))));
    }
    answerQuestions();
}

//! Nine times of ten a danger is agreed to; until then clocks jump, and the other run does
//! something.
void Story::answerQuestions()
{
    auto *desk = &life().desk;
    QObject::disconnect(desk, &ChangeDesk::asks, nullptr, nullptr);
    QObject::connect(
        desk, &ChangeDesk::asks, desk,
        [this, desk, send = dice(10) > 0, jumps = dice(4) == 0, meets = dice(3) == 0] {
            if (jumps) {
                jump();
            }
            if (meets) {
                submitByOther();
                if (!other().waitUntilIdle()) {
                    fail(u"the other run's submit does not end"_s);
                }
            }
            desk->answer(send);
        },
        Qt::QueuedConnection);
}

void Story::submitByOther()
{
    const ChangeRequest request = someRequest();
    if (request.isEmpty() || !other().isReady()) {
        return;
    }
    ++m_meetings;
    ChangeDesk::How how;
    how.name = u"submit %1"_s.arg(++m_submits);
    how.fall = Fall::Tolerated;
    note(u"meanwhile the other run submits %1"_s.arg(textOf(request)));
    auto *desk = &other().desk;
    QObject::disconnect(desk, &ChangeDesk::asks, nullptr, nullptr);
    QObject::connect(
        desk, &ChangeDesk::asks, desk, [desk] { desk->answer(true); }, Qt::QueuedConnection);
    desk->submit(request, how);
}

void Story::submit(const ChangeRequest &request, ChangeDesk::How how, ModelFault fault)
{
    note(u"submit %1; fault %2"_s.arg(textOf(request), nameOf(fault)));
    how.name = u"submit %1"_s.arg(++m_submits);
    const auto settled = life().settled.size();
    const auto stops = life().stops.size();
    prepare(fault);
    life().desk.submit(request, how);
    if (!how.evenIfUndecided && dice(4) == 0) {
        submitByOther();
    }
    if (!life().waitUntilIdle() || !other().waitUntilIdle()) {
        fail(u"the submit does not end"_s);
        return;
    }
    const auto settledNow = life().settled.size() - settled;
    const auto stopsNow = life().stops.size() - stops;
    if (settledNow + stopsNow != 1) {
        fail(u"%1 times settled, %2 times stopped"_s.arg(settledNow).arg(stopsNow));
    }
    match();
    if (stopsNow == 1 && hasCome(how.name)) {
        fail(u"stopped, but sent"_s);
    }
    m_service.clearFaults();
    lateChange();
}

//! What came at the service has a row, and each row came once.
void Story::match()
{
    const auto rows = m_place.rows();
    for (; m_matched < m_service.changes().size(); ++m_matched) {
        const QByteArray &body = m_service.changes().at(m_matched).body;
        const auto row =
            std::find_if(rows.crbegin(), rows.crend(), [this, &body](const ChangeRecord &one) {
                return !m_changes.contains(one.id) && patchToJson(one.patch) == body;
            });
        if (row == rows.crend()) {
            fail(u"%1 came, and is not in the journal"_s.arg(QString::fromUtf8(body)));
            return;
        }
        m_changes.insert(row->id, m_matched);
    }
}

bool Story::hasCome(const QString &submit) const
{
    const auto rows = m_place.rows();
    return std::any_of(rows.cbegin(), rows.cend(), [this, &submit](const ChangeRecord &row) {
        return row.submit == submit && m_changes.contains(row.id);
    });
}

//! The service gave up before it wrote, and writes now, within half a minute of what the computer
//! was awake. What was spent since it was read is overwritten.
void Story::lateChange()
{
    const auto at = m_service.late();
    if (!at) {
        return;
    }
    if (dice(3) == 0) {
        jump();
    }
    for (int reads = dice(3); reads > 0; --reads) {
        settle();
    }
    if (dice(2) == 0) {
        spend();
    }
    note(u"the service writes it late"_s);
    const auto rows = m_place.rows();
    const auto row = std::find_if(rows.cbegin(), rows.cend(), [&](const ChangeRecord &one) {
        return m_changes.value(one.id, -1) == *at;
    });
    if (row == rows.cend()) {
        fail(u"the late change has no row"_s);
        return;
    }
    m_spent -= m_service.applyLate(nanosOf(row->before.balance));
}

void Story::submitSomething()
{
    const ChangeRequest request = someRequest();
    const ModelFault fault = someFault();
    ChangeDesk::How how;
    how.fall = dice(4) == 0 ? Fall::Tolerated : Fall::Stops;
    if (!request.isEmpty()) {
        submit(request, how, fault);
    }
}

void Story::sendAnyway()
{
    const ChangeRequest request = someRequest();
    ChangeDesk::How how;
    how.evenIfUndecided = true;
    how.fall = Fall::Tolerated;
    if (!request.isEmpty()) {
        note(canSubmit() ? u"anyway, though nothing is undecided"_s : u"anyway"_s);
        submit(request, how, ModelFault::None);
    }
}

void Story::undo()
{
    Journal journal(m_place.journalPath(), QString(), Journal::Mode::Read);
    const auto found = journal.newestUndoable(life().desk.key());
    if (!found || !*found) {
        return;
    }
    const UndoPlan plan = planUndo(**found, *life().desk.token(), m_clock.now());
    if (!plan.request.isEmpty()) {
        submit(plan.request, {}, someFault());
    }
}

void Story::spend()
{
    const qint64 spent = amount(20);
    if (m_service.balance() - spent <= -Balance::LimitNanos) {
        return;
    }
    note(u"spend %1"_s.arg(textOf(spent)));
    m_spent += spent;
    m_service.spend(spent);
}

//! The clock goes on to a settler's next read, or by half a minute.
void Story::settle()
{
    const auto wait = m_clock.nextWait();
    const auto by = wait < 0ms ? 30'000ms : wait;
    note(u"%1 ms go by"_s.arg(by.count()));
    if (dice(10) == 0) {
        m_service.failNextRead(500);
    }
    m_clock.advance(by);
    if (!waitFor([this] { return !life().isReading() && !other().isReading(); })) {
        fail(u"the settler's read does not end"_s);
    }
    m_service.clearFaults();
}

void Story::jump()
{
    ++m_jumps;
    const auto by = std::chrono::seconds(1 + dice(4 * 60 * 60));
    switch (dice(3)) {
    case 0:
        note(u"the wall clock is set on by %1 s"_s.arg(by.count()));
        m_clock.setNow(m_clock.now().addSecs(by.count()));
        break;
    case 1:
        note(u"the wall clock is set back by %1 s"_s.arg(by.count()));
        m_clock.setNow(m_clock.now().addSecs(-by.count()));
        break;
    default:
        note(u"the computer sleeps for %1 s"_s.arg(by.count()));
        m_clock.sleep(by);
        break;
    }
}

void Story::reboot()
{
    note(u"the computer starts anew"_s);
    ++m_jumps;
    endLives({0, 1});
    m_clock.reboot(60s, u"boot %1"_s.arg(++m_boots));
    for (m_turn = 0; m_turn < m_lives.size(); ++m_turn) {
        begin();
    }
    m_turn = 0;
}

void Story::abandon()
{
    if (life().desk.undecided().here) {
        note(u"abandon"_s);
        const auto found = life().found.size();
        life().desk.abandon();
        if (!waitFor([&] { return life().found.size() == found + 1; })) {
            fail(u"abandoning does not end"_s);
        }
    }
}

//! What has left the programs arrives, and nothing more after that.
void Story::endLives(const QList<size_t> &which)
{
    for (const size_t one : which) {
        m_lives.at(one).reset();
    }
    QCoreApplication::processEvents();
    if (!waitFor([this] { return m_service.connections() == 0; })) {
        fail(u"connections stay open"_s);
    }
}

void Story::restart()
{
    note(u"restart"_s);
    endLives({m_turn});
    begin();
}

void Story::crashWhileSubmitting()
{
    const ChangeRequest request = someRequest();
    ModelFault fault = someFault();
    if (fault == ModelFault::Lie) {
        fault = ModelFault::None; // once its answer is lost, a lie is no different from spending
    }
    if (request.isEmpty()) {
        return;
    }
    static constexpr std::array moments{ChangeDesk::Activity::Rereading,
                                        ChangeDesk::Activity::Journaling,
                                        ChangeDesk::Activity::Sending, ChangeDesk::Activity::Idle};
    const auto moment = moments.at(static_cast<size_t>(dice(4)));
    note(u"submit %1; fault %2; crash at %3"_s.arg(textOf(request), nameOf(fault))
             .arg(static_cast<int>(moment)));
    prepare(fault);
    bool isThere = false;
    m_service.onChange([&] { isThere = isThere || moment == ChangeDesk::Activity::Idle; });
    ChangeDesk::How how;
    how.name = u"submit %1"_s.arg(++m_submits);
    life().desk.submit(request, how);
    if (!waitFor([&] {
            const auto activity = life().desk.activity();
            return isThere || activity == moment || activity == ChangeDesk::Activity::Idle;
        })) {
        fail(u"the submit does not come so far"_s);
    }
    ++m_crashes;
    endLives({m_turn});
    m_service.onChange({});
    match();
    m_service.clearFaults();
    begin();
    lateChange();
}

void Story::crashWhileReading()
{
    const auto wait = m_clock.nextWait();
    note(u"crash while the settler reads"_s);
    m_clock.advance(wait < 0ms ? 1000ms : wait);
    ++m_crashes;
    endLives({m_turn});
    begin();
}

const ModelChange *Story::changeOf(const ChangeRecord &row) const
{
    const auto at = m_changes.value(row.id, -1);
    return at < 0 ? nullptr : &m_service.changes().at(at);
}

void Story::checkRow(const ChangeRecord &row)
{
    const ModelChange *change = changeOf(row);
    const bool applied = change && change->applied;
    const QString name = u"change %1 is %2"_s.arg(row.id).arg(outcomeWord(row.outcome));
    if (isInForce(row.outcome) && !applied) {
        fail(name + u", but was not applied"_s);
    } else if ((row.outcome == Outcome::NotApplied || row.outcome == Outcome::Rejected)
               && applied) {
        fail(name + u", but was applied"_s);
    } else if (change
               && (row.outcome == Outcome::Intended || row.settledHow == settledhow::NotSent
                   || row.settledHow == settledhow::Recovered)) {
        fail(name + u" ("_s + row.settledHow + u"), but came at the service"_s);
    }
}

qint64 Story::explained(const QList<ChangeRecord> &rows) const
{
    qint64 balance = m_start - m_spent;
    for (const ChangeRecord &row : rows) {
        const ModelChange *change = changeOf(row);
        if (row.outcome == Outcome::AppliedDifferently) {
            balance += nanosOf(row.after->balance) - nanosOf(row.before.balance);
        } else if (isInForce(row.outcome)) {
            balance += nanosOf(row.expected.balance) - nanosOf(row.before.balance);
        } else if (change) {
            balance += change->difference;
        }
    }
    return balance;
}

void Story::check()
{
    const auto rows = m_place.rows();
    for (const ChangeRecord &row : rows) {
        checkRow(row);
    }
    if (explained(rows) != m_service.balance()) {
        fail(u"the service holds %1, the journal explains %2"_s.arg(textOf(m_service.balance()),
                                                                    textOf(explained(rows))));
    }
}

} // namespace purser::test
