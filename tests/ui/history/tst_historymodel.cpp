// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historymodel.h"
#include "historyjournal.h"
#include "journal/journalthread.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

struct Bench {
    HistoryJournal file;
    JournalThread thread{file.path(), QString(), Journal::Mode::Read};
    HistoryModel model{thread};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy counted{&model, &HistoryModel::counted};
    QSignalSpy failed{&model, &HistoryModel::failed};

    //! Waits until the rows are those that were asked for.
    void settle() { QTRY_VERIFY(!model.isLoading()); }
    void reload()
    {
        model.reload();
        settle();
    }
    QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.data(model.index(row, column), role);
    }
    //! A cell's text, once its row is there.
    QString text(int row, int column) const
    {
        [&] { QTRY_VERIFY(model.record(row).has_value()); }();
        return at(row, column).toString();
    }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            texts.append(text(row, column));
        }
        return texts;
    }
};

JournalFilter ofToken(const QString &part)
{
    JournalFilter filter;
    filter.token = part;
    return filter;
}

//! Holds the journal's thread until it is let go.
class Gate {
public:
    void close(JournalThread &thread, QObject *context)
    {
        thread.ask(
            context,
            [this](Journal &) {
                std::unique_lock lock(m_mutex);
                m_condition.wait(lock, [this] { return m_open; });
                return true;
            },
            [](bool) {});
    }
    void open()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_open = true;
        }
        m_condition.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_open = false;
};

} // namespace

class TestHistoryModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowSaysWhatWasAskedAndWhatBecameOfIt()
    {
        Bench bench;
        bench.file.add(u"chatbot"_s);
        bench.reload();
        QCOMPARE(bench.counted.constLast().constFirst().toLongLong(), 1);
        QCOMPARE(bench.text(0, HistoryModel::TimeColumn), u"2026-11-24 15:17:44"_s);
        QCOMPARE(bench.text(0, HistoryModel::AccountColumn), u"Marketing"_s);
        QCOMPARE(bench.text(0, HistoryModel::TokenColumn), u"chatbot"_s);
        QCOMPARE(bench.text(0, HistoryModel::ChangeColumn),
                 u"Balance 50.00 \u2192 99.50; Expiry \u2192 Never"_s);
        QCOMPARE(bench.text(0, HistoryModel::OutcomeColumn), u"Applied"_s);
        QCOMPARE(bench.text(0, HistoryModel::ReasonColumn), u"monthly top-up"_s);
    }

    void anOutcomeHasAColourAnIconAndASentence_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("part");
        QTest::newRow("intended") << Outcome::Intended << u"nothing of it has been sent"_s;
        QTest::newRow("sent") << Outcome::Sent << u"awaited"_s;
        QTest::newRow("applied") << Outcome::Applied << u"holds what was asked"_s;
        QTest::newRow("differently") << Outcome::AppliedDifferently << u"something else"_s;
        QTest::newRow("unconfirmed") << Outcome::AppliedUnconfirmed << u"does not state"_s;
        QTest::newRow("not applied") << Outcome::NotApplied << u"not changed"_s;
        QTest::newRow("rejected") << Outcome::Rejected << u"refused"_s;
        QTest::newRow("unknown") << Outcome::Unknown << u"not known"_s;
        QTest::newRow("abandoned") << Outcome::Abandoned << u"without a decision"_s;
    }
    void anOutcomeHasAColourAnIconAndASentence()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, part);
        Bench bench;
        bench.file.add(u"chatbot"_s, outcome);
        bench.reload();
        bench.text(0, HistoryModel::OutcomeColumn);
        const QString sentence =
            bench.at(0, HistoryModel::OutcomeColumn, Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
        QVERIFY(
            !bench.at(0, HistoryModel::OutcomeColumn, Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(
            bench.at(0, HistoryModel::OutcomeColumn, Qt::ForegroundRole).value<QColor>().isValid());
        QVERIFY(!bench.at(0, HistoryModel::TokenColumn, Qt::DecorationRole).isValid());
    }

    void textFromOutsideIsPlainInToolTips()
    {
        Bench bench;
        ChangeRecord record = HistoryJournal::record(u"chatbot"_s);
        record.reason = u"<img src=x>"_s;
        bench.file.add(record);
        bench.reload();
        bench.text(0, HistoryModel::ReasonColumn);
        const QString tip = bench.at(0, HistoryModel::ReasonColumn, Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"&lt;img"_s), qPrintable(tip));
    }

    void whatIsNotThereYetIsShownAsSuchAndArrives()
    {
        Bench bench;
        bench.file.multiply(bench.file.add(u"original"_s), 1'000);
        bench.reload();
        QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        QCOMPARE(bench.at(1'000, HistoryModel::TokenColumn).toString(), u"\u2026"_s);
        QVERIFY(!bench.model.record(1'000));
        QTRY_COMPARE(bench.at(1'000, HistoryModel::TokenColumn).toString(), u"original"_s);
        // Not the last for certain: the first page, of which reload() asks, may come after it.
        const bool isTold = std::any_of(changed.cbegin(), changed.cend(), [](const auto &signal) {
            return signal.at(1).toModelIndex().row() == 1'000;
        });
        QVERIFY(isTold);
    }

    void sortsByAColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QStringList>("tokens");
        const auto up = Qt::AscendingOrder;
        const auto down = Qt::DescendingOrder;
        QTest::newRow("as it comes") << -1 << up << QStringList{u"b"_s, u"a"_s, u"c"_s};
        QTest::newRow("oldest") << 0 << up << QStringList{u"c"_s, u"a"_s, u"b"_s};
        QTest::newRow("account") << 1 << up << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("token") << 2 << up << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("token, down") << 2 << down << QStringList{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("change: ignored") << 3 << up << QStringList{u"b"_s, u"a"_s, u"c"_s};
        QTest::newRow("outcome") << 4 << up << QStringList{u"c"_s, u"a"_s, u"b"_s};
        QTest::newRow("reason") << 5 << down << QStringList{u"b"_s, u"a"_s, u"c"_s};
    }
    void sortsByAColumn()
    {
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(QStringList, tokens);
        Bench bench;
        const auto add = [&bench](const QString &token, const QString &account,
                                  const QString &reason, Outcome outcome) {
            ChangeRecord record = HistoryJournal::record(token);
            record.key.account = account;
            record.reason = reason;
            bench.file.add(record, outcome);
        };
        add(u"c"_s, u"C"_s, u"1"_s, Outcome::Applied);
        add(u"a"_s, u"A"_s, u"2"_s, Outcome::NotApplied);
        add(u"b"_s, u"B"_s, u"3"_s, Outcome::Rejected);
        bench.reload();
        bench.model.sort(column, order);
        bench.settle();
        QCOMPARE(bench.column(HistoryModel::TokenColumn), tokens);
    }

    void pagesAreFetchedWhenTheyAreLookedAt()
    {
        Bench bench;
        const qint64 first = bench.file.add(u"original"_s);
        bench.file.multiply(first, 20'000);
        bench.reload();
        QCOMPARE(bench.model.rowCount(), 20'001);
        QCOMPARE(bench.text(0, HistoryModel::ReasonColumn), u"row 20000"_s);
        QCOMPARE(bench.text(20'000, HistoryModel::TokenColumn), u"original"_s);
        QCOMPARE(bench.text(10'000, HistoryModel::ReasonColumn), u"row 10000"_s);
        QVERIFY(bench.model.record(10'001)); // of the same page
        QVERIFY(!bench.model.record(5'000));
        QCOMPARE(bench.model.idAt(20'000), first);
        QCOMPARE(bench.model.rowOf(first), 20'000);
        QCOMPARE(bench.model.idAt(20'001), 0);
    }

    void onlyTheRowsLookedAtLastAreKept()
    {
        Bench bench;
        bench.file.multiply(bench.file.add(u"original"_s), 20'000);
        bench.reload();
        const int first = 1'000; // the first page is looked at by the tester too
        const int last = first + HistoryModel::CachedRows + HistoryModel::PageSize;
        for (int row = first; row <= last; row += HistoryModel::PageSize) {
            bench.text(row, HistoryModel::TokenColumn);
        }
        QVERIFY(bench.model.record(last));
        QVERIFY(!bench.model.record(first));
        QCOMPARE(bench.text(first, HistoryModel::ReasonColumn), u"row 19000"_s);
    }

    void aFilterLeavesItsRows()
    {
        Bench bench;
        bench.file.add(u"chatbot"_s);
        bench.file.add(u"summaries"_s);
        bench.model.setFilter(ofToken(u"CHAT"_s));
        bench.settle();
        QCOMPARE(bench.column(HistoryModel::TokenColumn), QStringList{u"chatbot"_s});
        bench.model.setFilter(ofToken(u"nothing"_s));
        bench.settle();
        QCOMPARE(bench.model.rowCount(), 0);
        QCOMPARE(bench.counted.constLast().constFirst().toLongLong(), 0);
    }

    void anOlderFiltersAnswerIsIgnored()
    {
        Bench bench;
        bench.file.add(u"chatbot"_s);
        bench.file.add(u"summaries"_s);
        Gate gate;
        gate.close(bench.thread, &bench.model);
        bench.model.setFilter(ofToken(u"chatbot"_s));
        bench.model.setFilter(ofToken(u"summaries"_s));
        QVERIFY(bench.model.isLoading());
        gate.open();
        bench.settle();
        QCOMPARE(bench.counted.size(), 1);
        QCOMPARE(bench.column(HistoryModel::TokenColumn), QStringList{u"summaries"_s});
    }

    void reloadPutsNewRowsAmongWhatIsThere()
    {
        Bench bench;
        bench.file.add(u"first"_s);
        bench.reload();
        bench.text(0, HistoryModel::TokenColumn);
        const QPersistentModelIndex kept = bench.model.index(0, 0);
        const QSignalSpy reset(&bench.model, &QAbstractItemModel::modelReset);
        bench.file.add(u"second"_s);
        bench.reload();
        QVERIFY(reset.isEmpty());
        QCOMPARE(kept.row(), 1);
        // What was there is shown, not fetched anew first.
        QCOMPARE(bench.at(1, HistoryModel::TokenColumn).toString(), u"first"_s);
        QCOMPARE(bench.text(0, HistoryModel::TokenColumn), u"second"_s);
    }

    void reloadShowsWhatHasBeenSettled()
    {
        Bench bench;
        const qint64 id = bench.file.add(u"chatbot"_s, Outcome::Unknown);
        bench.reload();
        QCOMPARE(bench.text(0, HistoryModel::OutcomeColumn), u"Unknown"_s);
        const ChangeRecord record = HistoryJournal::record(u"chatbot"_s);
        QVERIFY(!bench.file.journal().end(id, HistoryJournal::endOf(record, Outcome::Applied)));
        bench.reload();
        QTRY_COMPARE(bench.at(0, HistoryModel::OutcomeColumn).toString(), u"Applied"_s);
    }

    void aMissingJournalIsEmpty()
    {
        Bench bench;
        bench.reload();
        QCOMPARE(bench.counted.size(), 1);
        QCOMPARE(bench.model.rowCount(), 0);
        QVERIFY(!QFile::exists(bench.file.path()));
    }

    void aJournalThatIsTooNewIsAProblem()
    {
        Bench bench;
        bench.file.add(u"chatbot"_s);
        bench.file.runSql({u"PRAGMA user_version = 99"_s});
        bench.model.reload();
        QTRY_COMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.failed.constFirst().constFirst().value<JournalProblem>().kind,
                 JournalProblem::Kind::TooNew);
        QCOMPARE(bench.model.rowCount(), 0);
    }

    void aPageThatCantBeReadIsAProblemUntilTheNextLook()
    {
        Bench bench;
        bench.file.multiply(bench.file.add(u"original"_s), 1'000);
        bench.reload();
        bench.file.runSql({u"ALTER TABLE changes RENAME TO gone"_s});
        bench.at(1'000, 0);
        QTRY_COMPARE(bench.failed.size(), 1);
        bench.at(1'000, 0); // is not asked for over and over
        bench.file.runSql({u"ALTER TABLE gone RENAME TO changes"_s});
        bench.reload();
        QCOMPARE(bench.text(1'000, HistoryModel::TokenColumn), u"original"_s);
        QCOMPARE(bench.failed.size(), 1);
    }
};

QTEST_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
