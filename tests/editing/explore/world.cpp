// SPDX-License-Identifier: GPL-3.0-or-later
// World's beginning and its steps; world_judge.cpp has what is compared at the end.
#include "world.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace purser::test {

namespace {

//! Nothing that is read later than this after the last event tells anything new.
constexpr std::chrono::seconds LongAfter{100};
constexpr std::chrono::seconds RebootTakes{20};

//! What is queued in the event loop, and what that queues.
void drain()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::sendPostedEvents();
}

} // namespace

World::World()
{
    // JWTs whose sub is "first" and "second".
    const std::array bearers{u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJmaXJzdCJ9.first-signature"_s,
                             u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZWNvbmQifQ.second-signature"_s};
    for (size_t index = 0; index < bearers.size(); ++index) {
        Account &account = m_place.known.at(index);
        const Bearer bearer = *Bearer::fromText(bearers.at(index));
        account.customers = {bearer.customer()};
        if (!m_place.accounts.save(account)) {
            qFatal("without its account nothing is settled");
        }
        m_place.credentials.keepForThisRun(account, bearer);
    }
    m_place.isGone = [this](const QString &run) {
        return std::none_of(m_runs.begin(), m_runs.end(),
                            [&run](const auto &one) { return one && one->id() == run; });
    };
    m_place.fail = [this](const QString &problem) { fail(problem); };
}

void World::fail(const QString &problem)
{
    if (m_problem.isEmpty()) {
        m_problem = problem;
    }
}

void World::begin(const Scenario &scenario)
{
    if (scenario.name != m_scenario.name) {
        m_place.journal.forget();
    }
    m_scenario = scenario;
    m_runs[0].reset();
    m_runs[1].reset();
    drain();
    m_place.clock.reset();
    m_place.journal.clear();
    m_place.apart = scenario.accounts == Accounts::Apart;
    m_place.network.reset(Start, m_place.apart);
    m_place.contested.clear();
    m_place.closedByHand.clear();
    m_faults = 0;
    m_spends = 0;
    m_problem.clear();
    for (size_t index = 0; index < 2; ++index) {
        Person &person = m_place.persons.at(index);
        person = {};
        person.isWindow = scenario.isWindow.at(index);
        person.account = scenario.accounts == Accounts::One || scenario.isCrossed ? 0 : index;
    }
    beginFirst();
    Person &second = m_place.persons[1];
    second.acts = scenario.acts[1];
    m_runs[1] = std::make_unique<ModelRun>(m_place, 1);
    m_runs[1]->start(scenario.secondStarts);
    if (!scenario.secondStarts) {
        goOnAlone(1);
    }
    m_runs[1]->begin();
    drain();
}

//! The first person's past.
void World::beginFirst()
{
    const Beginning &beginning = m_scenario.beginning;
    Person &person = m_place.persons[0];
    person.acts = beginning.acts;
    m_runs[0] = std::make_unique<ModelRun>(m_place, 0);
    m_runs[0]->start(false);
    goOnAlone(0);
    m_runs[0]->begin();
    goOnAlone(0, static_cast<int>(beginning.acts.size()), beginning.fault, beginning.steps);
    for (const QString &text : beginning.then) {
        Footprint touched;
        if (!perform(*Step::fromText(text), touched)) {
            fail(u"%1 can't be done"_s.arg(text));
        }
    }
    m_faults = 0;
    if (m_scenario.isCrossed && m_scenario.accounts != Accounts::One) {
        person.acts.append({Act::What::OtherAccount});
    }
    person.acts += m_scenario.acts[0];
    m_runs[0]->begin();
    drain();
}

void World::goOnAlone(size_t index, int change, Fault fault, int most)
{
    int changes = 0;
    for (int done = 0; done != most; ++done) {
        drain();
        const Steps base = baseSteps();
        const auto next = std::find_if(base.begin(), base.end(),
                                       [index](const Step &step) { return step.run == index; });
        if (next == base.end()) {
            return;
        }
        Step step = *next;
        const auto &requests = m_place.network.requests();
        const bool isChange =
            std::any_of(requests.begin(), requests.end(), [&step](const Request &request) {
                return step.kind == Step::Kind::Arrive && request.run == step.run
                    && request.number == step.request && request.isChange();
            });
        if (isChange && ++changes == change) {
            step.what = static_cast<quint8>(fault);
        }
        Footprint touched;
        perform(step, touched);
        m_faults = 0; // it belongs to the past
    }
    drain();
}

Steps World::baseSteps() const
{
    Steps steps;
    for (quint8 index = 0; index < 2; ++index) {
        if (m_runs.at(index) && m_runs.at(index)->hasJobs()) {
            steps.append({Step::Kind::Journal, index});
        }
    }
    for (const Request &request : m_place.network.requests()) {
        if (request.isThere) {
            continue;
        }
        const bool leaves = m_scenario.leavesApart && request.isChange() && !request.hasLeft;
        steps.append({leaves ? Step::Kind::Leave : Step::Kind::Arrive,
                      static_cast<quint8>(request.run), request.number});
    }
    return steps;
}

bool World::isQuiet() const
{
    return std::all_of(m_runs.begin(), m_runs.end(), [](const auto &run) { return run->isIdle(); });
}

bool World::isOver()
{
    if (!baseSteps().isEmpty() || !isQuiet()) {
        return false;
    }
    const bool isSettling = m_runs[0]->isSettling() || m_runs[1]->isSettling();
    return !isSettling || m_place.clock.real() - m_place.network.lastEvent() > LongAfter;
}

bool World::canTick(const Steps &base)
{
    return base.isEmpty() && !isOver() && m_place.clock.nextWait();
}

Steps World::enabled()
{
    const Steps base = baseSteps();
    Steps steps = base;
    for (const Request &request : m_place.network.requests()) {
        if (request.isHeld) {
            steps.append({Step::Kind::Late, static_cast<quint8>(request.run), request.number});
        }
    }
    if (canTick(base)) {
        steps.append({Step::Kind::Tick});
    }
    if (m_spends < m_scenario.mostSpends && !isOver()) {
        steps.append({Step::Kind::Spend, 0});
    }
    if (m_faults < m_scenario.mostFaults) {
        addArrivalFaults(steps);
        addClockFaults(steps, base);
        addCrashes(steps);
    }
    return steps;
}

void World::addArrivalFaults(Steps &steps) const
{
    for (const Request &request : m_place.network.requests()) {
        const bool canArrive = request.isChange() && !request.isThere && request.exchange
            && (request.hasLeft || !m_scenario.leavesApart);
        for (const Fault fault : m_scenario.faults) {
            if (canArrive) {
                steps.append({Step::Kind::Arrive, static_cast<quint8>(request.run), request.number,
                              static_cast<quint8>(fault)});
            }
        }
    }
}

void World::addClockFaults(Steps &steps, const Steps &base)
{
    if (isOver()) {
        return;
    }
    for (const ClockFault fault : m_scenario.clockFaults) {
        if (fault != ClockFault::Soon || (!base.isEmpty() && m_place.clock.nextWait())) {
            steps.append({Step::Kind::Clock, 0, 0, static_cast<quint8>(fault)});
        }
    }
}

void World::addCrashes(Steps &steps) const
{
    for (quint8 index = 0; index < 2; ++index) {
        const ModelRun &run = *m_runs.at(index);
        const bool isUnderWay =
            !run.isIdle() || run.isSettling() || m_place.persons.at(index).draft.has_value();
        const auto requests = m_place.network.requests();
        const bool hasChange =
            std::any_of(requests.begin(), requests.end(), [index](const Request &request) {
                return request.run == index && request.isChange() && !request.isThere
                    && request.exchange;
            });
        for (const CrashKind kind : m_scenario.crashes) {
            const bool makesSense =
                kind == CrashKind::Arrives || (kind == CrashKind::Lost ? hasChange : index == 0);
            if (isUnderWay && makesSense) {
                steps.append({Step::Kind::Crash, index, 0, static_cast<quint8>(kind)});
            }
        }
    }
}

bool World::perform(const Step &step, Footprint &touched)
{
    bool isDone = true;
    if (step.kind == Step::Kind::Journal) {
        ModelRun &run = *m_runs.at(step.run);
        isDone = run.hasJobs();
        if (isDone) {
            run.journalStep(touched);
        }
    } else if (step.kind == Step::Kind::Tick) {
        touched.all = true;
        tick();
    } else if (step.kind == Step::Kind::Clock) {
        touched.all = true;
        ++m_faults;
        moveClock(static_cast<ClockFault>(step.what));
    } else if (step.kind == Step::Kind::Crash) {
        touched.all = true;
        ++m_faults;
        crash(step.run, static_cast<CrashKind>(step.what));
    } else {
        isDone = performOfRequest(step, touched);
    }
    drain();
    for (size_t index = 0; index < 2; ++index) {
        if (m_runs.at(index) && m_runs.at(index)->hasExited()) {
            startAgain(index);
        }
    }
    drain();
    noteHistory(step, touched);
    m_runs[0]->forgetHistory();
    if (m_runs[1]) {
        m_runs[1]->forgetHistory();
    }
    return isDone;
}

bool World::performOfRequest(const Step &step, Footprint &touched)
{
    SteppedNetwork &network = m_place.network;
    switch (step.kind) {
    case Step::Kind::Leave:
        return network.leave(step.run, step.request, touched);
    case Step::Kind::Arrive:
        m_faults += step.what == 0 ? 0 : 1;
        return network.arrive(step.run, step.request, static_cast<Fault>(step.what), touched);
    case Step::Kind::Late:
        return network.writeLate(step.run, step.request, touched);
    case Step::Kind::Spend:
        ++m_spends;
        touched.fault = true;
        touched.written |= bitOf(step.run);
        network.spend(step.run, 137'000'011LL * m_spends * m_spends);
        return true;
    default:
        return false;
    }
}

//! What came in of a step, for all whom it touched.
void World::noteHistory(const Step &step, const Footprint &touched)
{
    for (size_t index = 0; index < 2; ++index) {
        const bool isTouched = touched.all || (touched.runs >> index & 1) != 0;
        if (!isTouched || !m_runs.at(index) || step.kind == Step::Kind::Journal) {
            continue;
        }
        quint64 &history = m_runs.at(index)->history;
        history = mixed(mixed(history, step.order()), m_place.clock.hash());
        for (size_t token = 0; token < SteppedNetwork::Tokens; ++token) {
            if (((touched.read | touched.written) >> token & 1) != 0) {
                history = mixed(history, m_place.network.balance(token));
            }
        }
    }
}

void World::startAgain(size_t index)
{
    m_runs.at(index).reset();
    drain();
    Person &person = m_place.persons.at(index);
    ++person.generation;
    m_runs.at(index) = std::make_unique<ModelRun>(m_place, index);
    m_runs.at(index)->history = mixed(person.hash(), m_place.clock.hash());
    m_runs.at(index)->start(true);
}

void World::crash(size_t index, CrashKind kind)
{
    const bool isReboot = kind == CrashKind::Reboot;
    for (size_t one = 0; one < 2; ++one) {
        if (one == index || isReboot) {
            m_place.network.crash(one, kind != CrashKind::Lost);
            m_runs.at(one).reset();
        }
    }
    drain();
    if (isReboot) {
        m_place.clock.reboot(RebootTakes);
        m_place.network.expire();
    }
    for (size_t one = 0; one < 2; ++one) {
        if (!m_runs.at(one)) {
            startAgain(one);
        }
    }
}

void World::tick()
{
    if (const auto wait = m_place.clock.nextWait()) {
        m_place.clock.advance(*wait);
    }
    m_place.network.expire();
}

void World::moveClock(ClockFault fault)
{
    switch (fault) {
    case ClockFault::Soon:
        tick();
        break;
    case ClockFault::By12s:
        m_place.clock.advance(12s);
        break;
    case ClockFault::By25s:
        m_place.clock.advance(25s);
        break;
    case ClockFault::Sleep:
        m_place.clock.sleep(8h);
        break;
    case ClockFault::WallForth:
        m_place.clock.setWall(1h);
        break;
    case ClockFault::WallBack:
        m_place.clock.setWall(-1h);
        break;
    }
    m_place.network.expire();
}

quint64 World::hash() const
{
    quint64 hash = mixed(m_place.journal.hash(), m_place.network.hash());
    hash = mixed(hash, m_place.clock.hash());
    hash = mixed(hash, static_cast<quint64>(m_faults * 100 + m_spends));
    for (size_t index = 0; index < 2; ++index) {
        hash = mixed(hash, m_runs.at(index)->history);
        hash = mixed(hash, m_place.persons.at(index).hash());
    }
    return hash;
}

} // namespace purser::test
