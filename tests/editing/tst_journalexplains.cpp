// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens, and in whatever order: the service's balance is what the journal explains.
// PURSER_LONG plays twenty times as many stories, PURSER_SEED the one of that seed alone.
#include "story.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

constexpr int Rows = 60;
constexpr int LongFactor = 20;
constexpr int Steps = 25;

} // namespace

class TestJournalExplains : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_timer.start(); }

    void theServicesBalanceIsWhatTheJournalExplains_data()
    {
        QTest::addColumn<quint32>("first");
        QTest::addColumn<int>("stories");
        const QByteArray given = qgetenv("PURSER_SEED");
        if (!given.isEmpty()) {
            QTest::addRow("seed %s", given.constData()) << given.toUInt() << 1;
            return;
        }
        const int each = qEnvironmentVariableIsSet("PURSER_LONG") ? LongFactor : 1;
        quint32 seed = QRandomGenerator::global()->generate();
        for (int row = 0; row < Rows; ++row, seed += static_cast<quint32>(each)) {
            QTest::addRow("seeds from %u", seed) << seed << each;
        }
    }
    void theServicesBalanceIsWhatTheJournalExplains()
    {
        QFETCH(quint32, first);
        QFETCH(int, stories);
        for (int number = 0; number < stories; ++number) {
            Story story(first + static_cast<quint32>(number));
            story.play(Steps);
            const QStringList lines = story.problem().split(u'\n', Qt::SkipEmptyParts);
            for (const QString &line : lines) {
                qWarning().noquote() << line; // a failure's own text is cut off
            }
            QVERIFY(lines.isEmpty());
            ++m_stories;
            m_crashes += story.crashes();
            m_meetings += story.meetings();
            m_jumps += story.jumps();
            const auto counts = story.outcomes();
            for (auto one = counts.begin(); one != counts.end(); ++one) {
                m_outcomes[one.key()] += one.value();
            }
        }
    }

    void cleanupTestCase()
    {
        QStringList counts;
        for (const Outcome outcome : AllOutcomes) {
            counts.append(u"%1 %2"_s.arg(m_outcomes.value(outcome)).arg(outcomeWord(outcome)));
        }
        qInfo("%d stories of two runs in %lld s: %d crashes, %d submits that met another, %d jumps "
              "of "
              "clocks; changes: %s",
              m_stories, m_timer.elapsed() / 1000, m_crashes, m_meetings, m_jumps,
              qPrintable(counts.join(u", "_s)));
    }

private:
    QElapsedTimer m_timer;
    QHash<Outcome, int> m_outcomes;
    int m_stories = 0;
    int m_crashes = 0;
    int m_meetings = 0;
    int m_jumps = 0;
};

QTEST_GUILESS_MAIN(TestJournalExplains)
#include "tst_journalexplains.moc"
