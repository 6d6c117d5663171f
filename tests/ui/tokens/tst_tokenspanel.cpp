// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/tokenspanel.h"

#include "tokensamples.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

enum Column { NameColumn, TypeColumn, BalanceColumn, ExpiryColumn };

//! The panel in a window that has an F5 of its own, like that of the form's Load button.
struct Bench {
    QWidget window;
    TokensPanel *panel = new TokensPanel;
    QPushButton *load = new QPushButton(u"Load"_s);
    QTableView *table = panel->findChild<QTableView *>(u"tokenTable"_s);
    QLineEdit *filter = panel->findChild<QLineEdit *>(u"tokenFilterEdit"_s);
    QPushButton *refresh = panel->findChild<QPushButton *>(u"refreshButton"_s);
    QLabel *note = panel->findChild<QLabel *>(u"tokensNote"_s);
    QAbstractItemModelTester tester{table->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy chosen{panel, &TokensPanel::tokenChosen};
    QSignalSpy refreshed{panel, &TokensPanel::refreshRequested};
    QSignalSpy loads{load, &QPushButton::clicked};

    explicit Bench(const QList<Token> &tokens = sampleTokens())
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(panel);
        layout->addWidget(load);
        load->setShortcut(QKeySequence(Qt::Key_F5));
        window.resize(560, 420);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        panel->showTokens(tokens);
        QTRY_COMPARE(table->model()->rowCount(), tokens.size());
    }
    QString name(int row) const { return table->model()->index(row, NameColumn).data().toString(); }
    QString currentName() const
    {
        const auto rows = table->selectionModel()->selectedRows();
        return rows.isEmpty() ? QString() : name(rows.front().row());
    }
    QStringList selectedNames() const
    {
        QStringList names;
        for (const QModelIndex &index : table->selectionModel()->selectedRows()) {
            names.append(name(index.row()));
        }
        return names;
    }
    QPoint placeOf(const QString &wanted) const
    {
        int row = 0;
        while (row < table->model()->rowCount() && name(row) != wanted) {
            ++row;
        }
        return table->visualRect(table->model()->index(row, NameColumn)).center();
    }
    void click(const QString &wanted, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, placeOf(wanted));
    }
    void clickHeader(int column) const
    {
        const QHeaderView *header = table->horizontalHeader();
        const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    }
    void type(const QString &text) const
    {
        filter->setFocus();
        filter->selectAll();
        QTest::keyClick(filter, Qt::Key_Delete);
        QTest::keyClicks(filter, text);
    }
    QStringList takeChosen()
    {
        QStringList names;
        for (const auto &arguments : std::as_const(chosen)) {
            names.append(arguments.front().toString());
        }
        chosen.clear();
        return names;
    }
};

} // namespace

class TestTokensPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); } // orders names

    void widgetsHaveTheirNames_data()
    {
        QTest::addColumn<QString>("objectName");
        QTest::addColumn<QString>("accessibleName");
        QTest::newRow("filter") << u"tokenFilterEdit"_s << u"Filter tokens"_s;
        QTest::newRow("refresh") << u"refreshButton"_s << u"Refresh"_s;
        QTest::newRow("table") << u"tokenTable"_s << u"Tokens"_s;
        QTest::newRow("note") << u"tokensNote"_s << u"About the tokens"_s;
    }
    void widgetsHaveTheirNames()
    {
        QFETCH(QString, objectName);
        QFETCH(QString, accessibleName);
        const Bench bench;
        auto *widget = bench.panel->findChild<QWidget *>(objectName);
        QVERIFY(widget);
        QCOMPARE(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name),
                 accessibleName);
    }

    void marksAreSaidToListeners()
    {
        const Bench bench({tokenWith(u"alpha"_s, u"0"_s, u"never"_s)});
        const QModelIndex index = bench.table->model()->index(0, BalanceColumn);
        auto *cell = QAccessible::queryAccessibleInterface(bench.table)
                         ->tableInterface()
                         ->cellAt(index.row(), index.column());
        QVERIFY(cell);
        QCOMPARE(cell->text(QAccessible::Name), u"0.00"_s);
        QCOMPARE(cell->text(QAccessible::Description),
                 u"Used up: the balance is 0 or less and enforced, so the token is stopped."_s);
    }

    void aClickChooses()
    {
        Bench bench;
        bench.click(u"Fabrik"_s);
        QCOMPARE(bench.takeChosen(), QStringList{u"Fabrik"_s});
        QCOMPARE(bench.selectedNames(), QStringList{u"Fabrik"_s});
        bench.click(u"Fabrik"_s, Qt::ControlModifier);
        QCOMPARE(bench.takeChosen(), QStringList{u"Fabrik"_s});
        QCOMPARE(bench.selectedNames(), QStringList{u"Fabrik"_s});
    }

    void aDoubleClickChoosesOnce()
    {
        Bench bench;
        bench.click(u"alpha"_s);
        QTest::mouseDClick(bench.table->viewport(), Qt::LeftButton, Qt::NoModifier,
                           bench.placeOf(u"alpha"_s));
        QTest::mouseRelease(bench.table->viewport(), Qt::LeftButton, Qt::NoModifier,
                            bench.placeOf(u"alpha"_s));
        QCOMPARE(bench.takeChosen(), QStringList{u"alpha"_s});
    }

    void otherMouseButtonsChooseNothing()
    {
        Bench bench;
        QTest::mouseClick(bench.table->viewport(), Qt::RightButton, Qt::NoModifier,
                          bench.placeOf(u"alpha"_s));
        QTest::mouseClick(bench.table->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(30, bench.table->viewport()->height() - 5));
        QVERIFY(bench.takeChosen().isEmpty());
    }

    void arrowsMoveAndEnterChooses_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Enter") << Qt::Key_Enter;
    }
    void arrowsMoveAndEnterChooses()
    {
        QFETCH(Qt::Key, key);
        Bench bench;
        bench.filter->setFocus();
        QTest::keyClick(bench.filter, Qt::Key_Down);
        QVERIFY(bench.table->hasFocus());
        QCOMPARE(bench.selectedNames(), QStringList{u"alpha"_s});
        QTest::keyClick(bench.table, Qt::Key_Down);
        QTest::keyClick(bench.table, Qt::Key_Down);
        QCOMPARE(bench.selectedNames(), QStringList{u"Fabrik"_s});
        QTest::keyClick(bench.table, Qt::Key_Return, Qt::ControlModifier); // the form's Submit
        QVERIFY(bench.takeChosen().isEmpty());
        QTest::keyClick(bench.table, key);
        QCOMPARE(bench.takeChosen(), QStringList{u"Fabrik"_s});
    }

    void lettersInTheListGoToTheFilterAndSpaceChoosesNothing()
    {
        Bench bench;
        bench.click(u"alpha"_s);
        bench.takeChosen();
        QVERIFY(bench.table->hasFocus());
        QTest::keyClick(bench.table, Qt::Key_Space);
        QTest::keyClick(bench.table, Qt::Key_Space, Qt::ShiftModifier);
        QVERIFY(bench.table->hasFocus());
        QCOMPARE(bench.currentName(), u"alpha"_s);
        QTest::keyClick(bench.table, 'F', Qt::ShiftModifier);
        QVERIFY(bench.filter->hasFocus());
        QTest::keyClicks(bench.filter, u"ab 10"_s);
        QCOMPARE(bench.filter->text(), u"Fab 10"_s);
        QVERIFY(bench.takeChosen().isEmpty());
        bench.filter->setText(u"job"_s);
        bench.table->setFocus();
        QTest::keyClick(bench.table, Qt::Key_5);
        QCOMPARE(bench.filter->text(), u"5"_s); // a word is begun anew
    }

    void enterInTheFilterChoosesTheRowThatIsMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("chosen"); // empty: none
        QTest::newRow("the only one left") << u"fab"_s << QString() << u"Fabrik"_s;
        QTest::newRow("several") << u"job"_s << QString() << QString();
        QTest::newRow("several, one marked") << u"job"_s << u"job-9"_s << u"job-9"_s;
        QTest::newRow("another one marked") << u"job"_s << u"alpha"_s << QString();
        QTest::newRow("the exact name") << u"job-1"_s << u"job-10"_s << u"job-1"_s;
        QTest::newRow("none left") << u"xyz"_s << u"alpha"_s << QString();
        QTest::newRow("nothing typed") << QString() << QString() << QString();
    }
    void enterInTheFilterChoosesTheRowThatIsMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QString, marked);
        QFETCH(QString, chosen);
        Bench bench(sampleTokens() + QList{tokenWith(u"job-1"_s, u"1"_s, u"never"_s)});
        bench.panel->select(marked);
        bench.type(typed);
        QTest::keyClick(bench.filter, Qt::Key_Return);
        QCOMPARE(bench.takeChosen(), chosen.isEmpty() ? QStringList() : QStringList{chosen});
        QVERIFY(bench.filter->hasFocus());
        QTest::keyClick(bench.filter, Qt::Key_Escape);
        QCOMPARE(bench.filter->text(), QString());
        QCOMPARE(bench.table->model()->rowCount(), 6);
    }

    void nothingIsChosenFromAListThatIsBeingReplaced()
    {
        Bench bench;
        bench.type(u"alpha"_s);
        bench.panel->showTokens(manyTokens(3)); // sorted in a moment
        QTest::keyClick(bench.filter, Qt::Key_Return);
        QVERIFY(bench.takeChosen().isEmpty());
    }

    void whileBusyTheKeyboardStaysAndNothingIsChosen()
    {
        Bench bench;
        bench.click(u"alpha"_s);
        bench.takeChosen();
        bench.panel->setBusy(true);
        QVERIFY(bench.table->hasFocus());
        QVERIFY(!bench.refresh->isEnabled());
        QTest::keyClick(bench.table, Qt::Key_Down);
        QTest::keyClick(bench.table, Qt::Key_Return);
        bench.click(u"Fabrik"_s);
        QVERIFY(bench.takeChosen().isEmpty());
        bench.panel->setBusy(false);
        QVERIFY(bench.table->hasFocus());
        QTest::keyClick(bench.table, Qt::Key_Return);
        QCOMPARE(bench.takeChosen(), QStringList{u"Fabrik"_s});
    }

    void tabGoesOnToTheFormsToken()
    {
        const Bench bench;
        const QSignalSpy onward(bench.panel, &TokensPanel::editRequested);
        bench.panel->select(u"alpha"_s);
        bench.table->setFocus();
        QTest::keyClick(bench.table, Qt::Key_Tab);
        QCOMPARE(onward.size(), 1);
        QVERIFY(bench.table->hasFocus()); // whoever listens moves it
        bench.panel->select(QString());
        QTest::keyClick(bench.table, Qt::Key_Tab);
        QCOMPARE(onward.size(), 1);
        QVERIFY(!bench.table->hasFocus());
    }

    void tabLeavesTheTable()
    {
        const Bench bench;
        bench.filter->setFocus();
        for (QWidget *next :
             {static_cast<QWidget *>(bench.refresh), static_cast<QWidget *>(bench.table),
              static_cast<QWidget *>(bench.load)}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), next);
        }
    }

    void f5RefreshesInTheListAndLoadsElsewhere()
    {
        Bench bench;
        int expected = 0;
        for (QWidget *field :
             {static_cast<QWidget *>(bench.table), static_cast<QWidget *>(bench.filter)}) {
            field->setFocus();
            QTest::keyClick(field, Qt::Key_F5);
            QCOMPARE(bench.refreshed.size(), ++expected);
            QCOMPARE(bench.loads.size(), 0);
        }
        bench.load->setFocus();
        QTest::keyClick(bench.load, Qt::Key_F5);
        QCOMPARE(bench.refreshed.size(), expected);
        QTRY_COMPARE(bench.loads.size(), 1);
    }

    void refreshIsAskedForOnceAtATime()
    {
        Bench bench;
        QTest::mouseClick(bench.refresh, Qt::LeftButton);
        QCOMPARE(bench.refreshed.size(), 1);
        bench.panel->showLoading();
        QTest::mouseClick(bench.refresh, Qt::LeftButton);
        QTest::keyClick(bench.table, Qt::Key_F5);
        QCOMPARE(bench.refreshed.size(), 1);
        bench.panel->showProblem(u"The service did not answer."_s);
        QTest::mouseClick(bench.refresh, Qt::LeftButton);
        QCOMPARE(bench.refreshed.size(), 2);
    }

    void nothingCanBeDoneWhileUnusable()
    {
        Bench bench;
        bench.panel->setUsable(false);
        for (const QWidget *widget :
             {static_cast<QWidget *>(bench.table), static_cast<QWidget *>(bench.filter),
              static_cast<QWidget *>(bench.refresh)}) {
            QVERIFY(!widget->isEnabled());
        }
        bench.panel->setUsable(true);
        bench.click(u"alpha"_s);
        QCOMPARE(bench.chosen.size(), 1);
    }

    void theNoteTellsHowManyThereAre()
    {
        const Bench bench;
        QCOMPARE(bench.note->text(), u"5 token(s)"_s);
        bench.type(u"JOB"_s);
        QCOMPARE(bench.note->text(), u"2 of 5 token(s)"_s);
        bench.type(u"xyz"_s);
        QCOMPARE(bench.note->text(), u"No token's name has \u201cxyz\u201d in it."_s);
        QCOMPARE(bench.note->accessibleDescription(), bench.note->text());
        bench.panel->update(tokenWith(u"xyz"_s, u"1"_s, u"never"_s));
        QCOMPARE(bench.note->text(), u"1 of 6 token(s)"_s);
    }

    void theNoteTellsWhereTheRowsComeFrom()
    {
        const Bench bench;
        bench.panel->showLoading();
        QCOMPARE(bench.note->text(), u"Loading the tokens\u2026"_s);
        bench.panel->showProblem(u"<b>No</b> answer."_s);
        QCOMPARE(bench.note->text(), u"<b>No</b> answer. 5 token(s)"_s);
        QCOMPARE(bench.note->textFormat(), Qt::PlainText);
        QCOMPARE(bench.table->model()->rowCount(), 5); // the old list stays
        bench.panel->showNames({u"alpha"_s, u"beta"_s});
        QTRY_COMPARE(
            bench.note->text(),
            u"This service offers no list; these names are from the journal. 2 token(s)"_s);
        bench.panel->showNames({});
        QTRY_COMPARE(bench.note->text(),
                     u"This service offers no list, and the journal has no names yet."_s);
        bench.panel->showTokens({});
        QCOMPARE(bench.note->text(), u"Loading the tokens\u2026"_s); // until they are sorted
        QTRY_COMPARE(bench.note->text(), u"This account has no tokens."_s);
    }

    void anotherAccountStartsAfresh()
    {
        const Bench bench;
        bench.panel->select(u"alpha"_s);
        bench.type(u"job"_s);
        bench.panel->clear();
        QCOMPARE(bench.table->model()->rowCount(), 0);
        QVERIFY(bench.filter->text().isEmpty());
        QVERIFY(bench.note->isHidden());
        bench.panel->showTokens(sampleTokens());
        QTRY_COMPARE(bench.table->model()->rowCount(), 5);
        QVERIFY(bench.selectedNames().isEmpty());
    }

    void theFormsTokenStaysMarked()
    {
        Bench bench;
        bench.panel->select(u"job-9"_s);
        const QStringList marked{u"job-9"_s};
        QCOMPARE(bench.selectedNames(), marked);
        bench.clickHeader(BalanceColumn);
        QCOMPARE(bench.selectedNames(), marked);
        bench.type(u"job"_s);
        QCOMPARE(bench.selectedNames(), marked);
        bench.type(u"fab"_s);
        QVERIFY(bench.selectedNames().isEmpty());
        bench.type(QString());
        QCOMPARE(bench.selectedNames(), marked);
        bench.panel->showTokens(manyTokens(3) + sampleTokens());
        QTRY_COMPARE(bench.table->model()->rowCount(), 8);
        QCOMPARE(bench.selectedNames(), marked);
        bench.panel->select(u"elsewhere"_s);
        QVERIFY(bench.selectedNames().isEmpty());
        QVERIFY(bench.takeChosen().isEmpty());
    }

    void aTokenIsMarkedOnceItsListArrives()
    {
        const Bench bench(QList<Token>{});
        bench.panel->select(u"alpha"_s);
        bench.panel->showTokens(sampleTokens());
        QTRY_COMPARE(bench.selectedNames(), QStringList{u"alpha"_s});
    }

    void aNewListLeavesTheCursorWhereItWas()
    {
        const Bench bench;
        bench.panel->select(u"alpha"_s);
        bench.table->setFocus();
        QTest::keyClick(bench.table, Qt::Key_Down);
        QTest::keyClick(bench.table, Qt::Key_Down);
        QCOMPARE(bench.currentName(), u"Fabrik"_s);
        bench.panel->showTokens(manyTokens(3) + sampleTokens());
        QTRY_COMPARE(bench.table->model()->rowCount(), 8);
        QCOMPARE(bench.currentName(), u"Fabrik"_s);
        QVERIFY(bench.table->hasFocus());
    }

    void headersSort()
    {
        const Bench bench;
        QCOMPARE(bench.name(0), u"alpha"_s);
        bench.clickHeader(NameColumn);
        QCOMPARE(bench.name(0), u"job-10"_s);
        bench.clickHeader(ExpiryColumn);
        QCOMPARE(bench.name(0), u"job-9"_s);
    }

    void widthsAndOrderAreRemembered()
    {
        QByteArray state;
        {
            const Bench bench;
            bench.clickHeader(BalanceColumn);
            bench.clickHeader(BalanceColumn);
            bench.table->horizontalHeader()->resizeSection(TypeColumn, 123);
            state = bench.panel->saveState();
        }
        const Bench bench;
        QVERIFY(!bench.panel->restoreState("nonsense"));
        QCOMPARE(bench.name(0), u"alpha"_s);
        QVERIFY(bench.panel->restoreState(state));
        QCOMPARE(bench.name(0), u"job-9"_s);
        QCOMPARE(bench.table->columnWidth(TypeColumn), 123);
        QCOMPARE(bench.table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        bench.type(u"job"_s); // rows made anew leave the columns alone
        QCOMPARE(bench.table->columnWidth(TypeColumn), 123);
    }

    void longNamesWidenNothing()
    {
        const Bench bench({tokenWith(QString(200, u'n'), u"1"_s, u"never"_s)});
        bench.type(QString(200, u'x'));
        QVERIFY(bench.note->text().size() < 80);
        QVERIFY(bench.panel->minimumSizeHint().width() < 200);
    }
};

QTEST_MAIN(TestTokensPanel)
#include "tst_tokenspanel.moc"
