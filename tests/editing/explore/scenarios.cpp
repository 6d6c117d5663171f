// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

using What = Act::What;

// No two of these, nor their sums and differences, are the same, but in what is to be alike; Lower
// lies between what a token holds at the start and Higher, so that one may be taken for some of the
// other and spending.
constexpr qint64 Higher = 70'130'000'007;
constexpr qint64 Lower = 60'370'000'019;
constexpr qint64 Much = 20'170'000'023;
constexpr qint64 Little = 7'030'000'029;
constexpr qint64 Earlier = 9'110'000'031;

const QList<Fault> AllFaults{
    Fault::Lost,      Fault::Status500, Fault::Status500After, Fault::CutAfter, Fault::Slow,
    Fault::Status401, Fault::Lie,       Fault::Held,           Fault::HeldCut,  Fault::Held500};
const QList<ClockFault> AllClockFaults{ClockFault::Soon,      ClockFault::By12s,
                                       ClockFault::By25s,     ClockFault::Sleep,
                                       ClockFault::WallForth, ClockFault::WallBack};
const QList<CrashKind> AllCrashes{CrashKind::Arrives, CrashKind::Lost, CrashKind::Reboot};

Scenario doing(const QString &name, const QList<Act> &first, const QList<Act> &second)
{
    Scenario scenario;
    scenario.name = name;
    scenario.acts = {first, second};
    return scenario;
}

Scenario after(Scenario scenario, const QString &what, const QList<Act> &acts, Fault fault,
               const QStringList &then = {})
{
    scenario.name += u", "_s + what;
    scenario.beginning = {acts, fault, then};
    return scenario;
}

QList<Scenario> plainPairs()
{
    const Act add{What::Add, Much};
    QList<Scenario> all{doing(u"set x set"_s, {{What::Set, Higher}}, {{What::Set, Lower}}),
                        doing(u"set x add"_s, {{What::Set, Higher}}, {{What::Add, Little}})};
    // An undo goes to the account of what it takes back.
    const Act earlier{What::Add, Earlier};
    for (Scenario undo : {doing(u"add x undo"_s, {add}, {{What::Undo}}),
                          doing(u"undo x undo"_s, {{What::Undo}}, {{What::Undo}})}) {
        undo.isCrossed = true;
        all.append(after(undo, u"of a change before"_s, {earlier}, Fault::None));
    }
    const Scenario settle = doing(u"settle x submit"_s, {}, {{What::Add, Little}});
    all.append(after(settle, u"lost"_s, {add}, Fault::Lost));
    all.append(after(settle, u"applied"_s, {add}, Fault::CutAfter));
    all.append(after(settle, u"held back"_s, {add}, Fault::HeldCut));
    const Scenario anyway = doing(u"submit x send anyway"_s, {add}, {{What::Set, Lower, true}});
    all.append(anyway);
    all.append(
        after(doing(u"send anyway x submit"_s, {{What::Set, Lower, true}}, {{What::Add, Little}}),
              u"after one held back"_s, {add}, Fault::HeldCut));
    all.append(after(doing(u"settle x send anyway"_s, {}, {{What::Set, Lower, true}}), u"lost"_s,
                     {add}, Fault::Lost));
    return all;
}

//! Changes that can't be told apart by what they leave behind: each may be taken for the other.
QList<Scenario> alike()
{
    const Act set{What::Set, Lower};
    const Act again{What::Set, Lower, true};
    const Act back{What::Set, World::Start, true};
    const Scenario same = doing(u"settle x send the same anyway"_s, {}, {again});
    return {after(same, u"lost"_s, {set}, Fault::Lost),
            after(same, u"held back"_s, {set}, Fault::HeldCut),
            after(doing(u"send the same anyway x submit"_s, {again}, {{What::Add, Little}}),
                  u"after one held back"_s, {set}, Fault::HeldCut),
            after(doing(u"settle x set it back anyway"_s, {}, {back}), u"applied"_s, {set},
                  Fault::CutAfter)};
}

//! How far the first person's submit had come when its program ended.
QList<Scenario> restarts()
{
    const Act add{What::Add, Much};
    Scenario restart = doing(u"restart x submit"_s, {}, {{What::Add, Little}});
    restart.secondStarts = true;
    QList<Scenario> all;
    const std::array points{std::pair(u"before its read"_s, 1), std::pair(u"intended"_s, 3),
                            std::pair(u"sent"_s, 4), std::pair(u"answered"_s, 5)};
    for (const auto &[name, steps] : points) {
        Scenario one = after(restart, name, {add}, Fault::None, {u"crash.0.arrives"_s});
        one.beginning.steps = steps;
        all.append(one);
    }
    Scenario lost = after(restart, u"sent and lost"_s, {add}, Fault::None, {u"crash.0.lost"_s});
    lost.beginning.steps = 4;
    all.append(lost);
    return all;
}

void addKinds(QList<Scenario> &all, const Scenario &scenario)
{
    Scenario faults = scenario;
    faults.name += u", faults"_s;
    faults.faults = AllFaults;
    Scenario crashes = scenario;
    crashes.name += u", crashes"_s;
    crashes.crashes = AllCrashes;
    Scenario clocks = scenario;
    clocks.name += u", clocks"_s;
    clocks.clockFaults = AllClockFaults;
    clocks.leavesApart = true;
    all += {faults, crashes, clocks};
}

} // namespace

QList<Pair> allPairs()
{
    constexpr std::array names{"one account", "two accounts", "two accounts apart"};
    QList<Pair> pairs;
    const auto all = plainPairs() + restarts();
    for (const Scenario &plain : all) {
        for (const Accounts accounts : {Accounts::One, Accounts::Two, Accounts::Apart}) {
            const bool isUndoAlone = plain.acts[0] == plain.acts[1] && plain.isCrossed;
            if (isUndoAlone && accounts != Accounts::One) {
                continue; // there is but one account to undo it with
            }
            Scenario scenario = plain;
            scenario.accounts = accounts;
            scenario.name += u", "_s + QLatin1StringView(names.at(static_cast<size_t>(accounts)));
            Pair pair{scenario.name, {}};
            addKinds(pair.scenarios, scenario);
            pairs.append(pair);
        }
    }
    for (Scenario scenario : alike()) {
        scenario.accounts = Accounts::Two;
        scenario.name += u", two accounts"_s;
        Pair pair{scenario.name, {}};
        addKinds(pair.scenarios, scenario);
        pairs.append(pair);
    }
    // One person with two accounts.
    Scenario switching =
        after(doing(u"send anyway by another account x submit"_s,
                    {{What::OtherAccount}, {What::Set, Lower, true}}, {{What::Add, Little}}),
              u"after one held back"_s, {{What::Add, Much}}, Fault::HeldCut);
    for (const Accounts accounts : {Accounts::One, Accounts::Apart}) {
        switching.accounts = accounts;
        Pair pair{switching.name
                      + (accounts == Accounts::One ? u", of one customer"_s : u", apart"_s),
                  {}};
        addKinds(pair.scenarios, switching);
        pairs.append(pair);
    }
    return pairs;
}

Scenario randomScenario(quint32 seed)
{
    QRandomGenerator random(seed);
    const auto dice = [&random](int sides) { return static_cast<int>(random.bounded(sides)); };
    Scenario scenario;
    scenario.name = u"random %1"_s.arg(seed);
    scenario.accounts = static_cast<Accounts>(dice(3));
    scenario.leavesApart = dice(2) == 0;
    scenario.secondStarts = dice(2) == 0;
    for (size_t index = 0; index < 2; ++index) {
        scenario.isWindow.at(index) = dice(2) == 0;
        const int acts = 1 + dice(3);
        for (int number = 0; number < acts; ++number) {
            Act act;
            act.what = static_cast<What>(dice(dice(4) == 0 ? 5 : 3));
            if (act.what == What::Undo && scenario.accounts != Accounts::One) {
                act.what = What::Deduct; // it would go to the account of what it takes back
            }
            act.anyway = dice(6) == 0;
            const int credits = act.what == What::Set ? 30 : 1;
            act.nanos = (credits + dice(40)) * 1'000'000'000LL + dice(1'000'000'000);
            scenario.acts.at(index).append(act);
        }
    }
    scenario.faults = AllFaults;
    scenario.faults.removeOne(Fault::Lie); // once its answer is lost, it looks like spending
    scenario.clockFaults = AllClockFaults;
    scenario.crashes = AllCrashes;
    scenario.mostFaults = dice(5);
    scenario.mostSpends = dice(3);
    return scenario;
}

} // namespace purser::test
