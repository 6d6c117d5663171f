// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/balancespinbox.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

//! A spin box in an active window, with another field for the focus to go to.
struct Bench {
    QWidget window;
    BalanceSpinBox *box = new BalanceSpinBox(&window);
    QLineEdit *other = new QLineEdit(&window);

    explicit Bench(const QString &locale = u"C"_s)
    {
        auto *layout = new QHBoxLayout(&window);
        layout->addWidget(box);
        layout->addWidget(other);
        box->setLocale(QLocale(locale));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        box->setFocus();
        box->selectAll();
    }
    void leave() const
    {
        other->setFocus();
        QTRY_VERIFY(!box->hasFocus());
    }
};

class TestBalanceSpinBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typedTextStaysAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("usable");
        QTest::newRow("plain") << u"87.45"_s << true;
        QTest::newRow("largest") << u"99999.999999999"_s << true;
        QTest::newRow("smallest") << u"-99999.999999999"_s << true;
        QTest::newRow("bound") << u"100000"_s << false;
        QTest::newRow("negative bound") << u"-100000"_s << false;
        QTest::newRow("a stock spin box makes 25000 of it") << u"250000"_s << false;
        QTest::newRow("a stock spin box makes 15 of it") << u"1e5"_s << false;
        QTest::newRow("ten decimals") << u"0.1234567891"_s << false;
        QTest::newRow("words") << u"lots"_s << false;
        QTest::newRow("comma decimals") << u"87,45"_s << true;
        QTest::newRow("ambiguous") << u"1,234"_s << false;
        QTest::newRow("trailing zeros") << u"5.500"_s << true;
        QTest::newRow("leading zeros") << u"007"_s << true;
    }
    void typedTextStaysAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(bool, usable);
        const Bench bench;
        QTest::keyClicks(bench.box, typed);
        QCOMPARE(bench.box->text(), typed);
        QCOMPARE(bench.box->balance().hasValue(), usable);
        bench.leave();
        QCOMPARE(bench.box->text(), typed);
        QTest::keyClick(bench.box, Qt::Key_Return);
        QCOMPARE(bench.box->text(), typed);
    }

    void balanceComesExactlyFromTheText()
    {
        const Bench bench;
        QTest::keyClicks(bench.box, u"99999.999999999"_s);
        QCOMPARE(*bench.box->balance(), Balance::highest());
        QCOMPARE(bench.box->value(), Balance::highest().toDouble());
    }

    void pastedTextStays_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("balance"); // empty: none
        QTest::newRow("en decimal") << u"en_US"_s << u"87.45"_s << u"87.45"_s;
        QTest::newRow("en, comma decimals") << u"en_US"_s << u"87,45"_s << u"87.45"_s;
        QTest::newRow("en ambiguous") << u"en_US"_s << u"1,234"_s << QString();
        QTest::newRow("de plain") << u"de_DE"_s << u"1,234"_s << u"1.234"_s;
        QTest::newRow("de ambiguous") << u"de_DE"_s << u"1.234"_s << QString();
        QTest::newRow("en grouped") << u"en_US"_s << u"1,234.50"_s << u"1234.5"_s;
        QTest::newRow("de grouped") << u"de_DE"_s << u"1.234,50"_s << u"1234.5"_s;
        QTest::newRow("fr narrow space") << u"fr_FR"_s << u"1\u202f234,5"_s << u"1234.5"_s;
        QTest::newRow("spaces around") << u"en_US"_s << u"  50 "_s << u"50"_s;
        QTest::newRow("currency") << u"en_US"_s << u"$50"_s << QString();
    }
    void pastedTextStays()
    {
        QFETCH(QString, locale);
        QFETCH(QString, pasted);
        QFETCH(QString, balance);
        const Bench bench(locale);
        QGuiApplication::clipboard()->setText(pasted);
        QTest::keyClick(bench.box, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(bench.box->text(), pasted);
        const auto read = bench.box->balance();
        QCOMPARE(read.hasValue(), !balance.isEmpty());
        if (read) {
            QCOMPARE(read->toText(), balance);
        }
        bench.leave();
        QCOMPARE(bench.box->text(), pasted);
    }

    void stepsStayInsideTheInterval_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("to");
        const int none = Qt::NoModifier;
        const int ctrl = Qt::ControlModifier;
        QTest::newRow("up") << u"87.45"_s << int(Qt::Key_Up) << none << u"88.45"_s;
        QTest::newRow("down") << u"87.45"_s << int(Qt::Key_Down) << none << u"86.45"_s;
        QTest::newRow("page up") << u"87.45"_s << int(Qt::Key_PageUp) << none << u"97.45"_s;
        QTest::newRow("page down") << u"87.45"_s << int(Qt::Key_PageDown) << none << u"77.45"_s;
        QTest::newRow("ctrl up") << u"0.2"_s << int(Qt::Key_Up) << ctrl << u"0.30"_s;
        QTest::newRow("ctrl down") << u"0.1"_s << int(Qt::Key_Down) << ctrl << u"0.00"_s;
        QTest::newRow("nothing is rounded")
            << u"0.123456789"_s << int(Qt::Key_Up) << none << u"1.123456789"_s;
        QTest::newRow("held at the top")
            << u"99999.5"_s << int(Qt::Key_Up) << none << u"99999.999999999"_s;
        QTest::newRow("held at the bottom")
            << u"-99995"_s << int(Qt::Key_PageDown) << none << u"-99999.999999999"_s;
        QTest::newRow("from empty") << QString() << int(Qt::Key_Up) << none << u"1.00"_s;
        QTest::newRow("a bad text is no place to step from")
            << u"250000"_s << int(Qt::Key_Up) << none << u"250000"_s;
    }
    void stepsStayInsideTheInterval()
    {
        QFETCH(QString, from);
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, to);
        const Bench bench;
        bench.box->showText(from);
        const auto held = Qt::KeyboardModifiers(modifiers);
        if (held.testFlag(Qt::ControlModifier)) {
            QTest::keyPress(bench.box, Qt::Key_Control, held);
        }
        QTest::keyClick(bench.box, Qt::Key(key), held);
        if (held.testFlag(Qt::ControlModifier)) {
            QTest::keyRelease(bench.box, Qt::Key_Control);
        }
        QCOMPARE(bench.box->text(), to);
    }

    void assistiveTechnologyIsNotClamped_data()
    {
        QTest::addColumn<double>("set");
        QTest::addColumn<QString>("text");
        QTest::newRow("inside") << 42.5 << u"42.50"_s;
        QTest::newRow("bound") << 100000.0 << u"100000"_s;
        QTest::newRow("far outside") << 250000.0 << u"250000"_s;
    }
    void assistiveTechnologyIsNotClamped()
    {
        QFETCH(double, set);
        QFETCH(QString, text);
        const Bench bench(u"en_US"_s);
        auto *accessible = QAccessible::queryAccessibleInterface(bench.box);
        QVERIFY(accessible && accessible->valueInterface());
        accessible->valueInterface()->setCurrentValue(set);
        QCOMPARE(bench.box->text(), text);
    }

    void sizeDoesNotFollowTheTyping()
    {
        const Bench bench;
        const QSize before = bench.box->sizeHint();
        bench.box->showText(QString(80, u'9'));
        QCOMPARE(bench.box->sizeHint(), before);
    }

    void everyEditIsTold()
    {
        const Bench bench;
        const QSignalSpy spy(bench.box, &BalanceSpinBox::edited);
        QTest::keyClicks(bench.box, u"12"_s);
        QCOMPARE(spy.size(), 2);
        QTest::keyClick(bench.box, Qt::Key_Up);
        QVERIFY(spy.size() > 2);
    }
};

QTEST_MAIN(TestBalanceSpinBox)
#include "tst_balancespinbox.moc"
