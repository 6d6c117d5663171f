// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "modelrun.h"
#include "steps.h"

#include <memory>

namespace purser::test {

//! Whose account the two persons work with.
enum class Accounts {
    One,
    Two, //!< two admins of one customer: the same token
    Apart, //!< of two customers, as the user said: two tokens of one name
};

//! What happens before the schedule begins: to the first person alone.
struct Beginning {
    QList<Act> acts;
    Fault fault = Fault::None; //!< of the last one's change
    QStringList then = {}; //!< steps that follow, a crash for example
    int steps = -1; //!< of the acts, before that; -1: all
};

//! Two persons, what they do, and what may befall them.
struct Scenario {
    QString name;
    std::array<QList<Act>, 2> acts;
    std::array<bool, 2> isWindow{true, false};
    Accounts accounts = Accounts::One;
    //! The second person works with the first account, and the first one goes over to the second.
    bool isCrossed = false;
    Beginning beginning;
    bool secondStarts = false; //!< its program is started by the schedule, not before
    QList<Fault> faults;
    QList<ClockFault> clockFaults;
    QList<CrashKind> crashes;
    int mostFaults = 1; //!< of all three
    int mostSpends = 0;
    bool leavesApart = false; //!< that a change leaves is a step of its own
};

//! One schedule: all of it moves by steps alone.
class World {
public:
    //! In 10^-9 credits: what tokens hold at the start. Odd, like all amounts here.
    static constexpr qint64 Start = 50'000'000'003;

    World();

    //! Everything as at the start.
    void begin(const Scenario &scenario);
    void begin() { begin(m_scenario); }
    //! What can happen next; empty at the end. What a fault brings stands after the others.
    [[nodiscard]] Steps enabled();
    //! Whether nothing has to happen any more, whatever may.
    [[nodiscard]] bool isOver();
    //! False: it can't happen now.
    bool perform(const Step &step, Footprint &touched);
    //! Two schedules that come to the same hash go on in the same ways.
    [[nodiscard]] quint64 hash() const;
    //! At the end: compares what the journal says with what happened.
    void judge();
    //! Empty: all is as it has to be.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const QHash<Outcome, int> &outcomes() const { return m_outcomes; }

private:
    void settleDown();
    //! fault: of its change of this number. most: steps; -1: until it waits.
    void goOnAlone(size_t index, int change = 0, Fault fault = Fault::None, int most = -1);
    void beginFirst();
    void startAgain(size_t index);
    void crash(size_t index, CrashKind kind);
    void moveClock(ClockFault fault);
    void tick();
    [[nodiscard]] Steps baseSteps() const;
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] bool canTick(const Steps &base);
    void addArrivalFaults(Steps &steps) const;
    void addClockFaults(Steps &steps, const Steps &base);
    void addCrashes(Steps &steps) const;
    bool performOfRequest(const Step &step, Footprint &touched);
    void noteHistory(const Step &step, const Footprint &touched);
    void fail(const QString &problem);
    void judgeRow(const ChangeRecord &row);
    void judgeBalances(const QList<ChangeRecord> &rows);
    void judgeApart(const QList<ChangeRecord> &rows);
    void judgePersons(const QList<ChangeRecord> &rows);
    void judgeTold(const QString &submit, Outcome told, Outcome written);

    Scenario m_scenario;
    Place m_place;
    std::array<std::unique_ptr<ModelRun>, 2> m_runs;
    int m_faults = 0;
    int m_spends = 0;
    QString m_problem;
    QHash<Outcome, int> m_outcomes;
};

} // namespace purser::test
