// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalthread.h"
#include "journalbench.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

class TestJournalThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void whatIsAskedIsDoneInOrderAndAnsweredHere()
    {
        const JournalBench bench;
        JournalThread thread(bench.path, u"run-7"_s);
        QList<qint64> ids;
        QThread *workedIn = nullptr;
        bool isAnsweredHere = true;
        for (int count = 0; count < 5; ++count) {
            thread.ask(
                this,
                [&workedIn](Journal &journal) {
                    workedIn = QThread::currentThread();
                    return appendTo(journal, sampleChange(), true).value();
                },
                [&](qint64 id) {
                    ids.append(id);
                    isAnsweredHere = isAnsweredHere && QThread::currentThread() == this->thread();
                });
        }
        QVERIFY2(ids.isEmpty(), "answers come from the event loop");
        QTRY_COMPARE(ids.size(), 5);
        QCOMPARE(ids, QList<qint64>({1, 2, 3, 4, 5}));
        QVERIFY(isAnsweredHere);
        QVERIFY(workedIn != QThread::currentThread());
    }

    void theJournalIsOfTheRunAndModeAsked()
    {
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Applied);
        JournalThread thread(bench.path, u"run-7"_s, Journal::Mode::Read);
        std::optional<JournalProblem> problem;
        QString path;
        thread.ask(
            this,
            [id](Journal &journal) { return std::pair(journal.markSent(id), journal.path()); },
            [&](const auto &answer) { std::tie(problem, path) = answer; });
        QTRY_COMPARE(path, bench.path);
        QCOMPARE(problem->kind, JournalProblem::Kind::ReadOnly);
    }

    void nothingIsAnsweredOnceTheContextIsGone()
    {
        const JournalBench bench;
        JournalThread thread(bench.path, u"run-7"_s);
        QSemaphore mayGoOn;
        bool isAnswered = false;
        bool isLastAnswered = false;
        auto context = std::make_unique<QObject>();
        thread.ask(
            context.get(),
            [&mayGoOn](Journal &) {
                mayGoOn.acquire();
                return 1;
            },
            [&](int) { isAnswered = true; });
        thread.ask(
            this, [](Journal &) { return 2; }, [&](int) { isLastAnswered = true; });
        context.reset();
        mayGoOn.release();
        QTRY_VERIFY(isLastAnswered);
        QVERIFY(!isAnswered);
    }

    void theDestructorWaitsForWhatWasAsked()
    {
        JournalBench bench;
        bool isAnswered = false;
        {
            JournalThread thread(bench.path, u"run-7"_s);
            for (int count = 0; count < 20; ++count) {
                thread.ask(
                    this, [](Journal &journal) { return appendTo(journal, sampleChange(), true); },
                    [&](const auto &) { isAnswered = true; });
            }
        }
        QCOMPARE(bench.journal.ids({}).value().size(), 20);
        QCoreApplication::processEvents();
        QVERIFY2(!isAnswered, "no answer may come after the object is gone");
    }

    void anAnswerMayAskAgain()
    {
        const JournalBench bench;
        JournalThread thread(bench.path, u"run-7"_s);
        Outcome outcome = Outcome::Intended;
        thread.ask(
            this, [](Journal &journal) { return appendTo(journal, sampleChange(), false).value(); },
            [&](qint64 id) {
                thread.ask(
                    this,
                    [id](Journal &journal) {
                        journal.markSent(id);
                        return journal.change(id).value()->outcome;
                    },
                    [&](Outcome found) { outcome = found; });
            });
        QTRY_COMPARE(outcome, Outcome::Sent);
    }
};

QTEST_GUILESS_MAIN(TestJournalThread)
#include "tst_journalthread.moc"
