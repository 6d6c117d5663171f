// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and the wheel where they could hit what nobody meant.
#include "windowbench.h"

#include "tokens/tokenspanel.h"
#include "ui/tokens/tokensamples.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QDateEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

using namespace purser;
using namespace purser::test;

namespace {

//! As the mouse does it: what a widget leaves goes to its parent.
void turnWheel(QWidget *widget)
{
    const QPointF place = QRectF(widget->rect()).center();
    for (const int turn : {-120, 120, -120}) {
        QWheelEvent wheel(place, widget->mapToGlobal(place), QPoint(), QPoint(0, turn),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel);
        qApp->notify(widget, &wheel);
    }
}

QList<QWidget *> fieldsOf(const QWidget &window)
{
    QList<QWidget *> fields;
    const auto all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const bool isField = qobject_cast<QComboBox *>(widget)
            || qobject_cast<QAbstractSpinBox *>(widget)
            || widget->objectName() == "expiryDateTimeEdit"_L1;
        if (isField && widget->window() == &window) {
            fields.append(widget);
        }
    }
    return fields;
}

QString contentOf(const QWidget *field)
{
    if (const auto *combo = qobject_cast<const QComboBox *>(field)) {
        return combo->currentText();
    }
    if (const auto *line = qobject_cast<const QLineEdit *>(field)) {
        return line->text();
    }
    return qobject_cast<const QAbstractSpinBox *>(field)->text();
}

//! The window with a list of tokens, of which the service knows alpha.
struct ListBench : Bench {
    QTableView *table = child<QTableView>(u"tokenTable"_s);
    QLineEdit *filter = child<QLineEdit>(u"tokenFilterEdit"_s);

    ListBench() : Bench({answer(200, tokenBody("87.45"))})
    {
        QTRY_VERIFY(text(u"tokensNote"_s).contains(u"journal"_s)); // this service has no list
        auto *panel = child<TokensPanel>(u"tokensPanel"_s);
        panel->showTokens(sampleTokens());
        QTRY_COMPARE(table->model()->rowCount(), 5);
    }
    void clickFirstRow() const
    {
        const QModelIndex first = table->model()->index(0, 0);
        QCOMPARE(first.data().toString(), u"alpha"_s);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier,
                          table->visualRect(first).center());
    }
    void waitLoaded() const
    {
        QTRY_COMPARE(text(u"tokenHeading"_s), u"alpha"_s);
        waitIdle();
    }
    //! To whatever has the keyboard, as a person does.
    static void type(const QString &word)
    {
        for (const QChar letter : word) {
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        }
    }
    QString balance() const { return child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(); }
};

} // namespace

class TestMainWindowInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); } // orders names

    void theWheelChangesNoField_data()
    {
        QTest::addColumn<bool>("focused");
        QTest::newRow("without the focus") << false;
        QTest::newRow("with the focus") << true;
    }
    void theWheelChangesNoField()
    {
        QFETCH(bool, focused);
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.load();
        bench.window->findChild<QAction *>(u"historyAction"_s)->trigger();
        auto *history = bench.window->findChild<QWidget *>(u"historyWindow"_s);
        QTRY_VERIFY(history && history->isVisible());
        bench.child<QComboBox>(u"accountCombo"_s)->addItem(u"Another"_s);
        int tried = 0;
        for (QWidget *window : {static_cast<QWidget *>(bench.window.get()), history}) {
            const auto fields = fieldsOf(*window);
            for (QWidget *field : fields) {
                field->setEnabled(true);
                focused ? field->setFocus() : field->clearFocus();
                const QString before = contentOf(field);
                turnWheel(field);
                const auto parts = field->findChildren<QLineEdit *>();
                for (QLineEdit *part : parts) {
                    turnWheel(part);
                }
                QVERIFY2(contentOf(field) == before, qPrintable(field->objectName()));
                QVERIFY(focused || !field->hasFocus());
                ++tried;
            }
        }
        QVERIFY2(tried >= 11, qPrintable(QString::number(tried)));
    }

    void theWheelOverAFieldScrollsWhatIsBehindIt_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("mode") << u"balanceModeCombo"_s;
        QTest::newRow("balance") << u"balanceSpinBox"_s;
        QTest::newRow("expiry") << u"expiryDateTimeEdit"_s;
    }
    void theWheelOverAFieldScrollsWhatIsBehindIt()
    {
        QFETCH(QString, field);
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.load();
        bench.child<QWidget>(u"reasonEdit"_s)->setFocus();
        auto *widget = bench.child<QWidget>(field);
        QScrollBar *bar = nullptr;
        for (QWidget *one = widget; one && !bar; one = one->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(one)) {
                bar = area->verticalScrollBar();
            }
        }
        QVERIFY(bar);
        bench.window->resize(bench.window->width(), 300);
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(0);
        turnWheel(widget);
        QVERIFY(bar->value() > 0);
    }

    void ctrlFGoesToTheFilterFromAnywhere_data()
    {
        QTest::addColumn<QString>("from");
        for (const auto &name :
             {u"tokenTable"_s, u"tokenNameEdit"_s, u"balanceSpinBox"_s, u"balanceModeCombo"_s,
              u"expiryDateTimeEdit"_s, u"neverExpiresCheckBox"_s, u"reasonEdit"_s,
              u"accountCombo"_s, u"submitButton"_s, u"tokenFilterEdit"_s}) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void ctrlFGoesToTheFilterFromAnywhere()
    {
        QFETCH(QString, from);
        const ListBench bench;
        bench.clickFirstRow();
        bench.waitLoaded();
        bench.typeBalance(u"99"_s); // which enables Submit
        bench.filter->setText(u"job"_s);
        bench.child<QWidget>(from)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bench.filter->hasFocus());
        ListBench::type(u"fabrik"_s);
        QCOMPARE(bench.filter->text(), u"fabrik"_s);
        QCOMPARE(bench.balance(), u"99"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(bench.filter->text(), QString());
        QVERIFY(bench.filter->hasFocus());
    }

    void aSlashGoesToTheFilterButNotFromAText_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<bool>("isText");
        QTest::newRow("list") << u"tokenTable"_s << false;
        QTest::newRow("check box") << u"neverExpiresCheckBox"_s << false;
        QTest::newRow("combo box") << u"balanceModeCombo"_s << false;
        QTest::newRow("button") << u"submitButton"_s << false;
        QTest::newRow("expiry") << u"expiryDateTimeEdit"_s << true;
        QTest::newRow("balance") << u"balanceSpinBox"_s << true;
        QTest::newRow("reason") << u"reasonEdit"_s << true;
        QTest::newRow("name") << u"tokenNameEdit"_s << true;
    }
    void aSlashGoesToTheFilterButNotFromAText()
    {
        QFETCH(QString, from);
        QFETCH(bool, isText);
        const ListBench bench;
        bench.clickFirstRow();
        bench.waitLoaded();
        bench.typeBalance(u"99"_s);
        auto *widget = bench.child<QWidget>(from);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_Slash);
        QCOMPARE(bench.filter->hasFocus(), !isText);
        QCOMPARE(widget->hasFocus(), isText);
        QCOMPARE(bench.filter->text(), QString());
    }

    void aWordTypedAfterARowIsChosenNeverEndsInTheBalance_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("clicked") << false << false;
        QTest::newRow("clicked, and typed at once") << false << true;
        QTest::newRow("Enter") << true << false;
        QTest::newRow("Enter, and typed at once") << true << true;
    }
    void aWordTypedAfterARowIsChosenNeverEndsInTheBalance()
    {
        QFETCH(bool, byKey);
        QFETCH(bool, atOnce);
        const ListBench bench;
        if (byKey) {
            bench.filter->setFocus();
            QTest::keyClick(bench.filter, Qt::Key_Down);
            QTest::keyClick(bench.table, Qt::Key_Return);
        } else {
            bench.clickFirstRow();
        }
        if (atOnce) {
            ListBench::type(u"50 fab"_s);
        }
        bench.waitLoaded();
        if (!atOnce) {
            QVERIFY(bench.table->hasFocus());
            ListBench::type(u"50 fab"_s);
        }
        QCOMPARE(bench.balance(), u"87.45"_s);
        QVERIFY(bench.filter->hasFocus());
        QCOMPARE(bench.filter->text(), u"50 fab"_s);
    }

    void fromTheListDownMovesAndTabGoesToTheBalance()
    {
        const ListBench bench;
        bench.clickFirstRow();
        bench.waitLoaded();
        const auto requests = bench.server.requests().size();
        QTest::keyClick(bench.table, Qt::Key_Down);
        QCOMPARE(bench.table->currentIndex().row(), 1);
        QTest::keyClick(bench.table, Qt::Key_Space);
        QTest::keyClick(bench.table, Qt::Key_Tab);
        QVERIFY(bench.child<QWidget>(u"balanceSpinBox"_s)->hasFocus());
        ListBench::type(u"42"_s);
        QCOMPARE(bench.balance(), u"42"_s);
        QCOMPARE(bench.server.requests().size(), requests);
    }

    void enterInTheFilterLoadsAndStaysThere()
    {
        const ListBench bench;
        QTest::keyClick(bench.window.get(), Qt::Key_F, Qt::ControlModifier);
        ListBench::type(u"alp"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        ListBench::type(u"ha"_s);
        bench.waitLoaded();
        ListBench::type(u"bet"_s);
        QCOMPARE(bench.filter->text(), u"alphabet"_s);
        QCOMPARE(bench.balance(), u"87.45"_s);
    }
};

QTEST_MAIN(TestMainWindowInput)
#include "tst_mainwindow_input.moc"
