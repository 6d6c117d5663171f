// SPDX-License-Identifier: GPL-3.0-or-later
// A sign and a mode that say different things: nothing is guessed, and nothing goes out meanwhile.
#include "formbench.h"

#include <QAccessible>
#include <QInputMethodEvent>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

constexpr int SetTo = 0;
constexpr int Add = 1;
constexpr int Deduct = 2;

enum class Way { Typed, Pasted, Committed, Accessible };

QComboBox *modeOf(const Bench &bench)
{
    return bench.child<QComboBox>(u"balanceModeCombo"_s);
}

BalanceSpinBox *boxOf(const Bench &bench)
{
    return bench.child<BalanceSpinBox>(u"balanceSpinBox"_s);
}

bool asks(const Bench &bench)
{
    const auto *set = bench.child<QPushButton>(u"setNegativeButton"_s);
    const auto *deduct = bench.child<QPushButton>(u"deductButton"_s);
    Q_ASSERT(set->isVisible() == deduct->isVisible());
    return set->isVisible();
}

void put(const Bench &bench, const QString &text, Way way)
{
    auto *box = boxOf(bench);
    box->setFocus();
    box->selectAll();
    if (way == Way::Pasted) {
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(box, Qt::Key_V, Qt::ControlModifier);
    } else if (way == Way::Committed) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(box, &event);
    } else if (way == Way::Accessible) {
        auto *accessible = QAccessible::queryAccessibleInterface(box);
        accessible->editableTextInterface()->replaceText(
            0, accessible->textInterface()->characterCount(), text);
    } else {
        QTest::keyClicks(box, text);
    }
}

Token tokenHolding(const QString &balance)
{
    Token token = sampleToken();
    token.balance = balance.isEmpty() ? MaybeBalance() : MaybeBalance(*Balance::fromText(balance));
    return token;
}

} // namespace

class TestTokenFormSigns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlusInSetToSwitchesToAdd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("way");
        QTest::newRow("typed") << u"+20"_s << int(Way::Typed);
        QTest::newRow("pasted") << u"+20"_s << int(Way::Pasted);
        QTest::newRow("pasted with spaces") << u"  +20\n"_s << int(Way::Pasted);
        QTest::newRow("full width") << u"\uff0b20"_s << int(Way::Pasted);
        QTest::newRow("small") << u"\ufe6220"_s << int(Way::Pasted);
        QTest::newRow("committed") << u"+20"_s << int(Way::Committed);
        QTest::newRow("set by assistive technology") << u"+20"_s << int(Way::Accessible);
    }
    void aPlusInSetToSwitchesToAdd()
    {
        QFETCH(QString, text);
        QFETCH(int, way);
        const Bench bench;
        put(bench, text, Way(way));
        QCOMPARE(modeOf(bench)->currentIndex(), Add);
        QVERIFY(boxOf(bench)->text().contains(text.trimmed()));
        QCOMPARE(bench.text(u"balanceSum"_s), u"87.45 + 20.00 = 107.45"_s);
        QCOMPARE(bench.patch().balance->toText(), u"107.45"_s);
        QVERIFY(bench.canSubmit());
    }

    void undoTakesBackWhatAPlusDid_data()
    {
        QTest::addColumn<QString>("first"); // empty: the token's own
        QTest::addColumn<QString>("balance"); // empty: nothing to send
        QTest::newRow("the token's own") << QString() << QString();
        QTest::newRow("a typed one") << u"90"_s << u"90"_s;
    }
    void undoTakesBackWhatAPlusDid()
    {
        QFETCH(QString, first);
        QFETCH(QString, balance);
        const Bench bench;
        if (!first.isEmpty()) {
            put(bench, first, Way::Typed);
        }
        put(bench, u"+"_s, Way::Typed);
        QCOMPARE(modeOf(bench)->currentIndex(), Add);
        QTest::keyClick(boxOf(bench), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(modeOf(bench)->currentIndex(), SetTo);
        QCOMPARE(bench.canSubmit(), !balance.isEmpty());
        QTest::keyClick(boxOf(bench), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(modeOf(bench)->currentIndex(), Add);
    }

    void aMinusInSetToIsAskedAbout_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("way");
        QTest::newRow("typed") << u"-20"_s << int(Way::Typed);
        QTest::newRow("pasted") << u"-20"_s << int(Way::Pasted);
        QTest::newRow("true minus") << u" \u221220"_s << int(Way::Pasted);
        QTest::newRow("full width") << u"\uff0d20"_s << int(Way::Pasted);
        QTest::newRow("small") << u"\ufe6320"_s << int(Way::Pasted);
        QTest::newRow("committed") << u"-20"_s << int(Way::Committed);
        QTest::newRow("set by assistive technology") << u"-20"_s << int(Way::Accessible);
    }
    void aMinusInSetToIsAskedAbout()
    {
        QFETCH(QString, text);
        QFETCH(int, way);
        const Bench bench;
        put(bench, text, Way(way));
        QCOMPARE(modeOf(bench)->currentIndex(), SetTo);
        QVERIFY(asks(bench));
        QVERIFY(!bench.canSubmit());
        QVERIFY(!bench.patch().balance);
        QCOMPARE(bench.text(u"currentBalanceProblem"_s), u"Set to \u221220.00, or deduct 20.00?"_s);
        QCOMPARE(boxOf(bench)->accessibleDescription(), bench.text(u"currentBalanceProblem"_s));
    }

    void theAnswersStandInTheFieldAndAreReachedByTab()
    {
        const Bench bench;
        put(bench, u"-20"_s, Way::Typed);
        QTest::keyClick(boxOf(bench), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"setNegativeButton"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!asks(bench));
        QCOMPARE(bench.patch().balance->toText(), u"-20"_s);
        QVERIFY(boxOf(bench)->hasFocus());

        put(bench, u"-30"_s, Way::Typed); // another text is another question
        QVERIFY(asks(bench) && !bench.canSubmit());
        QTest::keyClick(boxOf(bench), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"deductButton"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!asks(bench));
        QCOMPARE(modeOf(bench)->currentIndex(), Deduct);
        QCOMPARE(boxOf(bench)->text(), u"30"_s);
        QCOMPARE(bench.patch().balance->toText(), u"57.45"_s);
    }

    void choosingDeductIsAnAnswer()
    {
        const Bench bench;
        put(bench, u"-20"_s, Way::Typed);
        bench.choose(u"balanceModeCombo"_s, Deduct);
        QCOMPARE(boxOf(bench)->text(), u"20"_s);
        QCOMPARE(bench.patch().balance->toText(), u"67.45"_s);
    }

    void whatIsNoQuestionIsNotAsked_data()
    {
        QTest::addColumn<QString>("holds"); // empty: none
        QTest::addColumn<QString>("typed");
        QTest::newRow("a token at 0") << u"0"_s << u"-5"_s;
        QTest::newRow("a token below 0") << u"-3"_s << u"-5"_s;
        QTest::newRow("a token without a balance") << QString() << u"-5"_s;
        QTest::newRow("no more than 0") << u"87.45"_s << u"-0"_s;
    }
    void whatIsNoQuestionIsNotAsked()
    {
        QFETCH(QString, holds);
        QFETCH(QString, typed);
        const Bench bench(tokenHolding(holds));
        put(bench, typed, Way::Typed);
        QVERIFY(!asks(bench));
        QVERIFY(bench.canSubmit());
    }

    void stepsBelowZeroAreSeenAndNotAskedAbout()
    {
        const Bench bench(tokenHolding(u"0.5"_s));
        boxOf(bench)->setFocus();
        QTest::keyClick(boxOf(bench), Qt::Key_Down);
        QTest::keyClick(boxOf(bench), Qt::Key_Down);
        QVERIFY(!asks(bench));
        QCOMPARE(bench.patch().balance->toText(), u"-1.5"_s);
        put(bench, u"-20"_s, Way::Typed);
        QTest::keyClick(boxOf(bench), Qt::Key_Down); // which answers nothing
        QVERIFY(asks(bench) && !bench.canSubmit());
    }

    void aSignThatContradictsTheModeIsRefused_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("named"); // empty: it is taken
        QTest::newRow("+ in Add") << Add << u"+20"_s << QString();
        QTest::newRow("- in Add") << Add << u"-20"_s << u"Deduct"_s;
        QTest::newRow("true minus in Add") << Add << u"\u221220"_s << u"Deduct"_s;
        QTest::newRow("- in Deduct") << Deduct << u"-20"_s << u"more than 0"_s;
        QTest::newRow("+ in Deduct") << Deduct << u"+20"_s << u"Add"_s;
        QTest::newRow("full-width + in Deduct") << Deduct << u"\uff0b20"_s << u"Add"_s;
    }
    void aSignThatContradictsTheModeIsRefused()
    {
        QFETCH(int, mode);
        QFETCH(QString, typed);
        QFETCH(QString, named);
        const Bench bench;
        bench.choose(u"balanceModeCombo"_s, mode);
        put(bench, typed, Way::Pasted);
        QCOMPARE(bench.canSubmit(), named.isEmpty());
        QVERIFY2(bench.text(u"currentBalanceProblem"_s).contains(named),
                 qPrintable(bench.text(u"currentBalanceProblem"_s)));
        QCOMPARE(boxOf(bench)->text(), typed);
    }

    void aPlusThatIsBroughtIntoSetToIsRefused()
    {
        const Bench bench;
        put(bench, u"+20"_s, Way::Typed);
        bench.choose(u"balanceModeCombo"_s, SetTo);
        QVERIFY(!bench.canSubmit());
        QVERIFY2(bench.text(u"currentBalanceProblem"_s).contains(u"Add"_s),
                 qPrintable(bench.text(u"currentBalanceProblem"_s)));
    }

    void whatTheProgramFillsInIsNotAskedAbout()
    {
        Bench bench;
        ChangeRequest undo;
        undo.balance = BalanceEdit{BalanceMode::SetTo, *Balance::fromText(u"-20")};
        undo.undoes = 12;
        bench.form.fillIn(undo);
        QVERIFY(!asks(bench));
        QVERIFY(bench.canSubmit());
    }

    void aRestoredQuestionIsStillOneAndAnAnsweredOneIsNot_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("answered") << true;
        QTest::newRow("open") << false;
    }
    void aRestoredQuestionIsStillOneAndAnAnsweredOneIsNot()
    {
        QFETCH(bool, answered);
        Bench bench;
        put(bench, u"-20"_s, Way::Typed);
        if (answered) {
            QTest::mouseClick(bench.child<QPushButton>(u"setNegativeButton"_s), Qt::LeftButton);
        }
        const FormEdit kept = formEditFromJson(toJson(bench.form.edit())).value();
        bench.form.revert();
        QVERIFY(!asks(bench));
        bench.form.applyEdit(kept);
        QCOMPARE(asks(bench), !answered);
        QCOMPARE(bench.canSubmit(), answered);
    }

    void whatIsStillComposedIsNotSent()
    {
        const Bench bench;
        put(bench, u"90"_s, Way::Typed);
        QVERIFY(bench.canSubmit());
        QInputMethodEvent composing(u"5"_s, {});
        QCoreApplication::sendEvent(boxOf(bench), &composing);
        QVERIFY(!bench.canSubmit());
        QInputMethodEvent done;
        done.setCommitString(u"5"_s);
        QCoreApplication::sendEvent(boxOf(bench), &done);
        QCOMPARE(bench.patch().balance->toText(), u"905"_s);
    }

    void aResetAmountHasNoPlus()
    {
        Token token = sampleToken();
        token.resetPeriod = ResetPeriod::Daily;
        token.resetAmount = MaybeBalance(*Balance::fromText(u"5"));
        const Bench bench(token);
        auto *amount = bench.child<BalanceSpinBox>(u"resetAmountSpinBox"_s);
        for (const auto &typed : {u"+20"_s, u"\uff0b20"_s}) {
            amount->showText(typed);
            QVERIFY(!bench.canSubmit());
            QVERIFY2(bench.text(u"currentResetProblem"_s).contains(u"+"_s),
                     qPrintable(bench.text(u"currentResetProblem"_s)));
        }
        amount->showText(u"20"_s);
        QVERIFY(bench.canSubmit());
    }
};

QTEST_MAIN(TestTokenFormSigns)
#include "tst_tokenform_signs.moc"
