// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs on one journal and one service, in every order that their steps can take: what the
// journal says at the end is what happened. PURSER_LONG plays every schedule there is; without it
// they are drawn, evenly, for as long as there is time. PURSER_SCHEDULE plays one alone, as a
// failure prints it; PURSER_SEED the random one of that seed; PURSER_SCENARIOS those alone whose
// names end like that ("crashes").
#include "explore/explorer.h"
#include "explore/scenarios.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int SlowDown = 8;
#else
constexpr int SlowDown = 1;
#endif

//! For all pairs together, and for the random ones.
constexpr int PairsMs = 90'000 / SlowDown;
constexpr int RandomMs = 12'000 / SlowDown;
constexpr int LongRandomMs = 300'000;
constexpr int RandomRows = 12;
constexpr int MostRandomSteps = 1'000;

bool isLong()
{
    return qEnvironmentVariableIsSet("PURSER_LONG");
}

QString textOf(const Steps &steps)
{
    QStringList texts;
    for (const Step &step : steps) {
        texts.append(step.toText());
    }
    return texts.join(u' ');
}

//! All that is needed to see it again.
QString reportOf(const Scenario &scenario, const QString &problem, const Steps &steps)
{
    return u"%1\n  PURSER_SCHEDULE='%2|%3'"_s.arg(problem, scenario.name, textOf(steps));
}

//! Empty: all was as it has to be.
QString replay(World &world, const Scenario &scenario, const QString &steps)
{
    world.begin(scenario);
    const auto texts = steps.split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        const auto step = Step::fromText(text);
        Footprint touched;
        if (!step || !world.perform(*step, touched)) {
            return text + u" can't be done here"_s;
        }
        if (world.isOver()) {
            world.judge();
        }
    }
    return world.problem();
}

} // namespace

class TestExploration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_timer.start();
        m_given = qEnvironmentVariable("PURSER_SCHEDULE");
        const auto pairs = allPairs();
        for (const Pair &pair : pairs) {
            m_scenarios += static_cast<int>(pair.scenarios.size());
        }
    }

    void whatTheJournalSaysOfAPairHappened_data()
    {
        QTest::addColumn<Pair>("pair");
        const auto pairs = allPairs();
        for (const Pair &pair : pairs) {
            QTest::newRow(qPrintable(pair.name)) << pair;
        }
    }
    void whatTheJournalSaysOfAPairHappened()
    {
        QFETCH(Pair, pair);
        const QString only = qEnvironmentVariable("PURSER_SCENARIOS");
        for (const Scenario &scenario : pair.scenarios) {
            ++m_begun;
            if (!scenario.name.endsWith(only)) {
                continue;
            }
            if (!m_given.isEmpty()) {
                replayIfGiven(scenario);
                continue;
            }
            Explorer explorer(m_world, scenario,
                              isLong() ? Explorer::Choice::InOrder : Explorer::Choice::AtRandom,
                              static_cast<quint32>(m_begun));
            // What one leaves of its time is for those that follow.
            const qint64 end = qint64(PairsMs) * m_begun / m_scenarios;
            while (explorer.playOne() && (isLong() || m_timer.elapsed() < end)) {
            }
            const Explored &explored = explorer.explored();
            m_complete += explored.isComplete ? 1 : 0;
            m_explored.add(explored);
            if (isLong()) {
                qInfo("%s: %lld schedules, %lld states, after %lld s", qPrintable(scenario.name),
                      explored.schedules, explored.states, m_timer.elapsed() / 1000);
            }
            QVERIFY2(explored.problem.isEmpty(),
                     qPrintable(reportOf(scenario, explored.problem, explored.steppedTo)));
        }
    }

    void whatTheJournalSaysOfARandomScheduleHappened_data()
    {
        QTest::addColumn<quint32>("seed");
        const QByteArray given = qgetenv("PURSER_SEED");
        if (!given.isEmpty()) {
            QTest::addRow("seed %s", given.constData()) << given.toUInt();
            return;
        }
        for (int row = 0; row < RandomRows; ++row) {
            const quint32 seed = QRandomGenerator::global()->generate();
            QTest::addRow("seeds from %u", seed) << seed;
        }
    }
    void whatTheJournalSaysOfARandomScheduleHappened()
    {
        QFETCH(quint32, seed);
        if (m_given.startsWith("random"_L1)) {
            replayIfGiven(randomScenario(m_given.section(u'|', 0, 0).section(u' ', 1).toUInt()));
        }
        const bool isOne = qEnvironmentVariableIsSet("PURSER_SEED");
        QElapsedTimer timer;
        timer.start();
        for (const int most = (isLong() ? LongRandomMs : RandomMs) / RandomRows;
             m_given.isEmpty() && timer.elapsed() < most; ++seed) {
            const Scenario scenario = randomScenario(seed);
            const RandomSchedule played = playAtRandom(m_world, scenario, seed, MostRandomSteps);
            ++m_randomSchedules;
            m_randomSteps += played.steps.size();
            QVERIFY2(played.problem.isEmpty(),
                     qPrintable(reportOf(scenario, played.problem, played.steps)));
            if (isOne) {
                break;
            }
        }
    }

    void cleanupTestCase()
    {
        const Explored &all = m_explored;
        qInfo("%d of %d scenarios to their end: %lld schedules, %lld ends, %lld states; steps of a "
              "schedule: %.1f, at most %d; at random: %lld schedules, %.1f steps; %lld s",
              m_complete, m_scenarios, all.schedules, all.ends, all.states,
              mean(all.steps, all.schedules), all.longest, m_randomSchedules,
              mean(m_randomSteps, m_randomSchedules), m_timer.elapsed() / 1000);
    }

private:
    static double mean(qint64 sum, qint64 count)
    {
        return count == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(count);
    }
    void replayIfGiven(const Scenario &scenario)
    {
        if (m_given.section(u'|', 0, 0) == scenario.name) {
            const QString problem = replay(m_world, scenario, m_given.section(u'|', 1));
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    World m_world;
    QElapsedTimer m_timer;
    QString m_given;
    Explored m_explored;
    int m_scenarios = 0;
    int m_begun = 0;
    int m_complete = 0;
    qint64 m_randomSchedules = 0;
    qint64 m_randomSteps = 0;
};

QTEST_GUILESS_MAIN(TestExploration)
#include "tst_exploration.moc"
