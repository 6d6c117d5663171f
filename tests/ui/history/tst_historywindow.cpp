// SPDX-License-Identifier: GPL-3.0-or-later
#include "historybench.h"

#include <QDateEdit>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

using Bench = HistoryBench;

class TestHistoryWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAllChangesNewestFirst()
    {
        HistoryJournal file;
        file.add(u"first"_s);
        file.add(u"second"_s);
        Bench bench(file);
        QTRY_COMPARE(bench.cell(0, TokenColumn), u"second"_s);
        QTRY_COMPARE(bench.cell(1, TokenColumn), u"first"_s);
        QVERIFY2(bench.note().startsWith(u"2 change"_s), qPrintable(bench.note()));
        const auto *note = bench.window.findChild<QLabel *>(u"historyNote"_s);
        QCOMPARE(note->accessibleDescription(), note->text());
        QVERIFY(!bench.window.isModal());
    }

    void aFilterLeavesWhatFits_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("combo");
        QTest::addColumn<int>("index");
        QTest::addColumn<QStringList>("left");
        const QString none;
        QTest::newRow("token") << u"historyTokenEdit"_s << u"chat"_s << none << 0
                               << QStringList{u"Chatbot-2"_s, u"chatbot"_s};
        QTest::newRow("text: reason")
            << u"historyTextEdit"_s << u"campaign"_s << none << 0 << QStringList{u"summaries"_s};
        QTest::newRow("text: request id")
            << u"historyTextEdit"_s << u"req-old"_s << none << 0 << QStringList{u"old"_s};
        QTest::newRow("account") << none << none << u"historyAccountCombo"_s << 2
                                 << QStringList{u"summaries"_s};
        QTest::newRow("outcome") << none << none << u"historyOutcomeCombo"_s << 7
                                 << QStringList{u"summaries"_s};
        QTest::newRow("today") << none << none << u"historyTimeCombo"_s << 1
                               << QStringList{u"Chatbot-2"_s};
        QTest::newRow("7 days") << none << none << u"historyTimeCombo"_s << 2
                                << QStringList{u"Chatbot-2"_s, u"summaries"_s};
        QTest::newRow("30 days") << none << none << u"historyTimeCombo"_s << 3
                                 << QStringList{u"Chatbot-2"_s, u"chatbot"_s, u"summaries"_s};
        QTest::newRow("token and outcome")
            << u"historyTokenEdit"_s << u"chat"_s << u"historyOutcomeCombo"_s << 3
            << QStringList{u"chatbot"_s};
    }
    void aFilterLeavesWhatFits()
    {
        QFETCH(QString, edit);
        QFETCH(QString, typed);
        QFETCH(QString, combo);
        QFETCH(int, index);
        QFETCH(QStringList, left);
        HistoryJournal file;
        addMixture(file);
        const Bench bench(file);
        QTRY_COMPARE(bench.rows(), 4);
        QTRY_COMPARE(bench.combo(u"historyAccountCombo"_s)->count(), 3);
        QVERIFY(!bench.button(u"historyClearButton"_s)->isEnabled());
        if (!edit.isEmpty()) {
            QTest::keyClicks(bench.edit(edit), typed);
        }
        if (!combo.isEmpty()) {
            bench.choose(combo, index);
        }
        QTRY_COMPARE(bench.tokens(), left);
        bench.click(u"historyClearButton"_s);
        QTRY_COMPARE(bench.rows(), 4);
        QVERIFY(!bench.button(u"historyClearButton"_s)->isEnabled());
    }

    void betweenTwoDaysBothCount()
    {
        HistoryJournal file;
        for (const int day : {1, 2, 3, 4}) {
            ChangeRecord record = HistoryJournal::record(u"day-%1"_s.arg(day));
            record.createdAt = QDateTime(QDate(2026, 3, day), QTime(23, 59, 59));
            file.add(record);
        }
        const Bench bench(file);
        auto *from = bench.window.findChild<QDateEdit *>(u"historyFromEdit"_s);
        auto *to = bench.window.findChild<QDateEdit *>(u"historyToEdit"_s);
        QVERIFY(!from->isVisible());
        bench.choose(u"historyTimeCombo"_s, 4);
        QVERIFY(from->isVisible());
        from->setDate(QDate(2026, 3, 2));
        to->setDate(QDate(2026, 3, 3));
        const QStringList both{u"day-2"_s, u"day-3"_s};
        QTRY_COMPARE(bench.tokens(), both);
        from->setDate(QDate(2026, 3, 3));
        to->setDate(QDate(2026, 3, 2));
        QTRY_COMPARE(bench.tokens(), both);
    }

    void whatFitsNothingIsSaid()
    {
        HistoryJournal file;
        file.add(u"chatbot"_s);
        const Bench bench(file);
        QTest::keyClicks(bench.edit(u"historyTokenEdit"_s), u"nothing like it"_s);
        QTRY_COMPARE(bench.note(), u"No change fits these filters."_s);
        QVERIFY(!bench.button(u"exportButton"_s)->isEnabled());
    }

    void aTokensChangesCanBeAskedFor()
    {
        HistoryJournal file;
        addMixture(file);
        Bench bench(file);
        bench.choose(u"historyOutcomeCombo"_s, 7);
        bench.window.showToken(u"old"_s);
        QTRY_COMPARE(bench.tokens(), QStringList{u"old"_s});
        QCOMPARE(bench.edit(u"historyTokenEdit"_s)->text(), u"old"_s);
    }

    void aClickOnAHeaderSortsButNotByTheChange()
    {
        HistoryJournal file;
        file.add(u"b"_s);
        file.add(u"c"_s);
        file.add(u"a"_s);
        const Bench bench(file);
        QHeaderView *header = bench.table()->horizontalHeader();
        const auto clickHeader = [header](int column) {
            const QPoint place(header->sectionViewportPosition(column) + 10, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, place);
        };
        clickHeader(TokenColumn);
        QTRY_COMPARE(bench.cell(0, TokenColumn), u"a"_s);
        clickHeader(TokenColumn);
        QTRY_COMPARE(bench.cell(0, TokenColumn), u"c"_s);
        clickHeader(3);
        QCOMPARE(header->sortIndicatorSection(), TokenColumn);
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(!bench.table()->selectionModel()->hasSelection());
    }

    void theDetailsSayAllOfAChange()
    {
        HistoryJournal file;
        ChangeRecord record = HistoryJournal::record(u"chatbot"_s);
        ChangeEnd end = HistoryJournal::endOf(record, Outcome::AppliedDifferently);
        end.after->balance = credits(9'000);
        end.error = u"<b>not what was asked</b>"_s;
        const qint64 id = file.add(record, end);
        const Bench bench(file);
        bench.openRow(0, id);
        QCOMPARE(bench.text(u"historyBalanceBefore"_s), u"50.00"_s);
        QCOMPARE(bench.text(u"historyBalanceAsked"_s), u"99.50"_s);
        QCOMPARE(bench.text(u"historyBalanceHeld"_s), u"90.00"_s);
        QCOMPARE(bench.text(u"historyExpiryAsked"_s), u"Never"_s);
        QCOMPARE(bench.text(u"historyActiveBalanceAsked"_s), u"unchanged"_s);
        const auto *period = bench.window.findChild<QLabel *>(u"historyResetPeriodBefore"_s);
        QVERIFY(!period->isVisible());
        QVERIFY(bench.text(u"historyOutcome"_s).startsWith(u"Applied differently. "_s));
        QCOMPARE(bench.text(u"historyToken"_s), u"chatbot"_s);
        QVERIFY(bench.text(u"historyAccount"_s).contains(u"https://api.edenai.run"_s));
        QCOMPARE(bench.text(u"historyReason"_s), u"monthly top-up"_s);
        QVERIFY(bench.text(u"historyCreated"_s).startsWith(u"2026-11-24 15:17:44 ("_s));
        QCOMPARE(bench.text(u"historySettled"_s),
                 u"2026-11-24 15:17:45, by the answer to the change itself"_s);
        QCOMPARE(bench.text(u"historyStatus"_s), u"200"_s);
        QCOMPARE(bench.text(u"historyDuration"_s), u"123 ms"_s);
        QCOMPARE(bench.text(u"historyRequestId"_s), u"req-chatbot"_s);
        QCOMPARE(bench.text(u"historyError"_s), u"<b>not what was asked</b>"_s);
        QVERIFY(bench.text(u"historyWrittenBy"_s).contains(u"test-run"_s));
        QVERIFY(bench.text(u"historyWrittenBy"_s).contains(u"1.2.3"_s));
    }

    void undoIsOfferedForWhatIsInForce_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("offered");
        QTest::addColumn<QString>("why");
        const QString inverse = u"inverse"_s;
        const QString nothing = u"nothing to undo"_s;
        const QString notYet = u"not known"_s;
        QTest::newRow("applied") << Outcome::Applied << true << inverse;
        QTest::newRow("differently") << Outcome::AppliedDifferently << true << inverse;
        QTest::newRow("unconfirmed") << Outcome::AppliedUnconfirmed << true << inverse;
        QTest::newRow("rejected") << Outcome::Rejected << false << nothing;
        QTest::newRow("not applied") << Outcome::NotApplied << false << nothing;
        QTest::newRow("abandoned") << Outcome::Abandoned << false << nothing;
        QTest::newRow("unknown") << Outcome::Unknown << false << notYet;
        QTest::newRow("sent") << Outcome::Sent << false << notYet;
    }
    void undoIsOfferedForWhatIsInForce()
    {
        QFETCH(Outcome, outcome);
        QFETCH(bool, offered);
        QFETCH(QString, why);
        HistoryJournal file;
        const qint64 id = file.add(u"chatbot"_s, outcome);
        const Bench bench(file);
        auto *button = bench.button(u"undoThisButton"_s);
        QVERIFY(!button->isEnabled());
        bench.openRow(0, id);
        QCOMPARE(button->isEnabled(), offered);
        QVERIFY2(button->toolTip().contains(why), qPrintable(button->toolTip()));
        QCOMPARE(button->accessibleDescription(), button->toolTip());
        bench.click(u"undoThisButton"_s);
        QCOMPARE(bench.undone.size(), offered ? 1 : 0);
        if (offered) {
            QCOMPARE(bench.undone.constFirst().constFirst().value<ChangeRecord>().id, id);
        }
    }

    void whatIsUndoneIsNotUndoneAgainButItsUndoCanBe()
    {
        HistoryJournal file;
        const qint64 id = file.add(u"chatbot"_s);
        const qint64 undo = file.addUndo(id);
        const Bench bench(file);
        bench.openRow(1, id);
        QVERIFY(!bench.button(u"undoThisButton"_s)->isEnabled());
        QVERIFY(bench.button(u"undoThisButton"_s)->toolTip().contains(u"undone already"_s));
        QVERIFY2(bench.text(u"historyUndo"_s).contains(u"undone by change %1"_s.arg(undo)),
                 qPrintable(bench.text(u"historyUndo"_s)));
        bench.openRow(0, undo);
        QVERIFY(bench.button(u"undoThisButton"_s)->isEnabled());
        QVERIFY2(bench.text(u"historyUndo"_s).contains(u"undoes change %1"_s.arg(id)),
                 qPrintable(bench.text(u"historyUndo"_s)));
    }

    void aRefusedUndoLeavesAChangeUndoable()
    {
        HistoryJournal file;
        const qint64 id = file.add(u"chatbot"_s);
        file.addUndo(id, Outcome::Rejected);
        const Bench bench(file);
        bench.openRow(1, id);
        QVERIFY(bench.button(u"undoThisButton"_s)->isEnabled());
    }

    void anUndoneChangeLosesItsButtonWithTheRefresh()
    {
        HistoryJournal file;
        const qint64 id = file.add(u"chatbot"_s);
        Bench bench(file);
        bench.openRow(0, id);
        QVERIFY(bench.button(u"undoThisButton"_s)->isEnabled());
        file.addUndo(id, Outcome::Unknown);
        bench.window.refresh();
        QTRY_COMPARE(bench.rows(), 2);
        QTRY_VERIFY(!bench.button(u"undoThisButton"_s)->isEnabled());
        QVERIFY2(bench.button(u"undoThisButton"_s)->toolTip().contains(u"undecided"_s),
                 qPrintable(bench.button(u"undoThisButton"_s)->toolTip()));
        QCOMPARE(bench.table()->currentIndex().row(), 1); // the same change
    }

    void severalChangesCantBeUndoneAtOnce()
    {
        HistoryJournal file;
        file.add(u"a"_s);
        const qint64 id = file.add(u"b"_s);
        const Bench bench(file);
        bench.openRow(0, id);
        bench.clickRow(1, Qt::ControlModifier);
        QVERIFY(!bench.button(u"undoThisButton"_s)->isEnabled());
        QVERIFY(bench.text(u"historyIntro"_s).startsWith(u"2 change"_s));
    }

    void theSelectionSurvivesAnotherOrder()
    {
        HistoryJournal file;
        const qint64 id = file.add(u"z"_s);
        file.add(u"a"_s);
        const Bench bench(file);
        bench.openRow(1, id);
        QTest::keyClicks(bench.edit(u"historyTokenEdit"_s), u"z"_s);
        QTRY_COMPARE(bench.rows(), 1);
        QTRY_COMPARE(bench.table()->currentIndex().row(), 0);
        QTRY_VERIFY(bench.button(u"undoThisButton"_s)->isEnabled());
    }

    void newChangesDontMoveWhatIsBeingRead()
    {
        HistoryJournal file;
        file.multiply(file.add(u"original"_s), 500);
        Bench bench(file);
        QTRY_COMPARE(bench.rows(), 501);
        QScrollBar *bar = bench.table()->verticalScrollBar();
        bar->setValue(300);
        file.add(u"new"_s);
        QTest::keyClick(bench.table(), Qt::Key_F5);
        QTRY_COMPARE(bench.rows(), 502);
        QTRY_COMPARE(bar->value(), 301);
    }

    void aMissingJournalHasNoChanges()
    {
        HistoryJournal file;
        const Bench bench(file);
        QTRY_COMPARE(bench.note(), u"No change has been made yet."_s);
        QVERIFY(!QFile::exists(file.path()));
    }

    void aJournalOfANewerPurserIsSaid()
    {
        HistoryJournal file;
        file.add(u"chatbot"_s);
        file.runSql({u"PRAGMA user_version = 99"_s});
        const Bench bench(file);
        QTRY_VERIFY2(bench.note().contains(u"newer Purser"_s), qPrintable(bench.note()));
        QVERIFY(!bench.button(u"exportButton"_s)->isEnabled());
    }

    void aLockedJournalIsSaidAndReadLater()
    {
        HistoryJournal file;
        file.add(u"chatbot"_s);
        file.close();
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(file.path());
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"PRAGMA locking_mode = EXCLUSIVE"_s));
        QVERIFY(QSqlQuery(other).exec(u"BEGIN EXCLUSIVE"_s));
        const Bench bench(file);
        QTRY_VERIFY2_WITH_TIMEOUT(bench.note().contains(u"locked"_s), qPrintable(bench.note()),
                                  15'000);
        other.close();
        QTest::keyClick(bench.table(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), 1, 15'000);
        QTRY_VERIFY(bench.note().startsWith(u"1 change"_s));
    }

    void escapeAndCloseHideTheWindowAndKeepItsState()
    {
        HistoryJournal file;
        file.add(u"chatbot"_s);
        {
            const Bench bench(file);
            bench.table()->setColumnWidth(TokenColumn, 333);
            bench.table()->horizontalHeader()->setSortIndicator(TokenColumn, Qt::AscendingOrder);
            QTest::keyClick(bench.table(), Qt::Key_Escape);
            QVERIFY(!bench.window.isVisible());
        }
        QVERIFY(QSettings(file.settingsPath(), QSettings::IniFormat)
                    .childGroups()
                    .contains(u"history"_s));
        const Bench again(file);
        QCOMPARE(again.table()->columnWidth(TokenColumn), 333);
        QCOMPARE(again.table()->horizontalHeader()->sortIndicatorSection(), TokenColumn);
        again.click(u"historyCloseButton"_s);
        QVERIFY(!again.window.isVisible());
    }

    void whatIsForReadingHasANameAndNoRichText()
    {
        HistoryJournal file;
        const Bench bench(file);
        const std::initializer_list<std::pair<QString, QString>> names{
            {u"historyTokenEdit"_s, u"Filter by token"_s},
            {u"historyAccountCombo"_s, u"Filter by account"_s},
            {u"historyOutcomeCombo"_s, u"Filter by outcome"_s},
            {u"historyTextEdit"_s, u"Filter by text"_s},
            {u"historyTimeCombo"_s, u"Filter by time"_s},
            {u"historyTable"_s, u"Changes"_s},
            {u"historyNote"_s, u"About the changes"_s},
            {u"undoThisButton"_s, u"Undo this"_s},
            {u"copyButton"_s, u"Copy"_s},
            {u"exportButton"_s, u"Export"_s},
            {u"historyCloseButton"_s, u"Close"_s}};
        for (const auto &[object, name] : names) {
            QCOMPARE(bench.window.findChild<QWidget *>(object)->accessibleName(), name);
        }
        for (const QLabel *label : bench.window.findChildren<QLabel *>()) {
            const bool isOurs =
                !label->objectName().isEmpty() && !label->objectName().startsWith(u"qt_"_s);
            QVERIFY2(!isOurs || label->textFormat() == Qt::PlainText,
                     qPrintable(label->objectName()));
        }
    }
};

QTEST_MAIN(TestHistoryWindow)
#include "tst_historywindow.moc"
