// SPDX-License-Identifier: GPL-3.0-or-later
#include "formbench.h"

#include <QCompleter>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

class TestTokenForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Paris"); } // a zone that skips an hour

    void fieldsAreDisabledUntilATokenIsLoaded()
    {
        Bench bench;
        bench.form.clearToken();
        for (const auto &name :
             {u"balanceSpinBox"_s, u"neverExpiresCheckBox"_s, u"expiryDateTimeEdit"_s,
              u"activeBalanceCheckBox"_s, u"submitButton"_s, u"revertButton"_s}) {
            QVERIFY2(!bench.child<QWidget>(name)->isEnabled(), qPrintable(name));
        }
        QVERIFY(bench.child<QWidget>(u"tokenNameEdit"_s)->isEnabled());
    }

    void everythingIsDisabledWhileSignedOut()
    {
        Bench bench;
        bench.form.setState({});
        QVERIFY(!bench.child<QWidget>(u"tokenNameEdit"_s)->isEnabled());
        QVERIFY(!bench.child<QWidget>(u"loadButton"_s)->isEnabled());
    }

    void loadedTokenIsShownAndNotEdited()
    {
        const Bench bench;
        QCOMPARE(bench.text(u"currentBalance"_s), u"87.45"_s);
        QVERIFY(!bench.form.isEdited());
        QVERIFY(!bench.canSubmit());
        QCOMPARE(bench.patch(), TokenPatch());
    }

    void labelsCarryNameAndDescription()
    {
        const Bench bench;
        const auto *label = bench.child<QLabel>(u"currentBalance"_s);
        QCOMPARE(label->accessibleName(), u"Current balance"_s);
        QCOMPARE(label->accessibleDescription(), u"87.45"_s);
    }

    void balanceDecidesWhetherSubmitIsPossible_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("submit");
        QTest::newRow("other value") << u"99.5"_s << true;
        QTest::newRow("largest") << u"99999.999999999"_s << true;
        QTest::newRow("same value") << u"87.45"_s << false;
        QTest::newRow("same value, other text") << u"87.4500"_s << false;
        QTest::newRow("bound") << u"100000"_s << false;
        QTest::newRow("far outside") << u"250000"_s << false;
        QTest::newRow("exponent") << u"1e5"_s << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("ambiguous") << u"1,234"_s << false;
    }
    void balanceDecidesWhetherSubmitIsPossible()
    {
        QFETCH(QString, typed);
        QFETCH(bool, submit);
        const Bench bench;
        bench.typeBalance(typed);
        QCOMPARE(bench.canSubmit(), submit);
        const bool explained = !bench.text(u"currentBalanceProblem"_s).isEmpty();
        QCOMPARE(explained, !bench.form.isValid());
        if (submit) {
            QCOMPARE(bench.patch().balance->toText(), typed);
            QVERIFY(!bench.patch().expiry && !bench.patch().activeBalance);
        }
    }

    void onlyTheChangedFieldIsInThePatch()
    {
        const Bench bench;
        QTest::mouseClick(bench.child<QCheckBox>(u"activeBalanceCheckBox"_s), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        TokenPatch expected;
        expected.activeBalance = false;
        QCOMPARE(bench.patch(), expected);
        QTest::mouseClick(bench.child<QCheckBox>(u"activeBalanceCheckBox"_s), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        QCOMPARE(bench.patch(), TokenPatch());
    }

    void clearingTheExpiryIsNever()
    {
        const Bench bench;
        QTest::mouseClick(bench.child<QCheckBox>(u"neverExpiresCheckBox"_s), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        TokenPatch expected;
        expected.expiry = Expiry::never();
        QCOMPARE(bench.patch(), expected);
        QVERIFY(bench.canSubmit());
    }

    void anotherNameInTheFieldBlocksSubmit()
    {
        const Bench bench;
        bench.typeBalance(u"99"_s);
        QVERIFY(bench.canSubmit());
        auto *name = bench.child<QLineEdit>(u"tokenNameEdit"_s);
        name->setFocus();
        QTest::keyClicks(name, u"x"_s);
        QVERIFY(!bench.canSubmit());
        QTest::keyClick(bench.child<QWidget>(u"balanceSpinBox"_s), Qt::Key_Return,
                        Qt::ControlModifier);
        QVERIFY(!bench.canSubmit());
        QTest::keyClick(name, Qt::Key_Backspace);
        QVERIFY(bench.canSubmit());
        QCOMPARE(bench.patch().balance->toText(), u"99"_s);
    }

    void ctrlReturnInTheNameFieldNeverLoads()
    {
        Bench bench;
        const QSignalSpy spy(&bench.form, &TokenForm::loadRequested);
        auto *name = bench.child<QLineEdit>(u"tokenNameEdit"_s);
        name->setFocus();
        QTest::keyClicks(name, u"x"_s);
        QTest::keyPress(name, Qt::Key_Control, Qt::ControlModifier);
        QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyRelease(name, Qt::Key_Control);
        QCOMPARE(spy.size(), 0);
    }

    void unusableNamesAreRefusedAtTheField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("asked");
        QTest::newRow("plain") << u"beta"_s << true;
        QTest::newRow("odd signs") << u"\u00e9quipe donn\u00e9es % ?#&+"_s << true;
        QTest::newRow("spaces at the ends") << u" beta "_s << true;
        QTest::newRow("dots") << u".."_s << false;
        QTest::newRow("dot") << u"."_s << false;
        QTest::newRow("slash") << u"a/b"_s << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("201 characters") << QString(201, u'n') << false;
    }
    void unusableNamesAreRefusedAtTheField()
    {
        QFETCH(QString, name);
        QFETCH(bool, asked);
        Bench bench;
        const QSignalSpy spy(&bench.form, &TokenForm::loadRequested);
        auto *edit = bench.child<QLineEdit>(u"tokenNameEdit"_s);
        edit->setFocus();
        edit->setText(name);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(spy.size(), asked ? 1 : 0);
        if (asked) {
            QCOMPARE(spy.front().front().toString(), name);
        } else {
            QVERIFY(!bench.text(u"tokenNameProblem"_s).isEmpty());
        }
    }

    void notStatedFieldsAreSentOnlyIfSet()
    {
        Token token = sampleToken();
        token.balance.reset();
        token.expiry.reset();
        token.activeBalance.reset();
        const Bench bench(token);
        QVERIFY(!bench.form.isEdited());
        QVERIFY(bench.form.isValid());
        QCOMPARE(bench.child<QCheckBox>(u"activeBalanceCheckBox"_s)->checkState(),
                 Qt::PartiallyChecked);
        QCOMPARE(bench.child<QCheckBox>(u"neverExpiresCheckBox"_s)->checkState(),
                 Qt::PartiallyChecked);
        QVERIFY(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text().isEmpty());
        bench.typeBalance(u"0"_s);
        TokenPatch expected;
        expected.balance = Balance();
        QCOMPARE(bench.patch(), expected);
        QVERIFY(bench.canSubmit());
    }

    void newerValuesFollowOnlyWhereNothingWasEdited()
    {
        Bench bench;
        bench.typeBalance(u"99"_s);
        Token newer = sampleToken();
        newer.balance = MaybeBalance(*Balance::fromText(u"50"_s));
        newer.activeBalance = false;
        bench.form.rebase(newer);
        QCOMPARE(bench.text(u"currentBalance"_s), u"50.00"_s);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"99"_s);
        QVERIFY(!bench.child<QCheckBox>(u"activeBalanceCheckBox"_s)->isChecked());
        QVERIFY(!bench.patch().activeBalance);
    }

    void revertCanBeUndone()
    {
        Bench bench;
        bench.typeBalance(u"250000"_s);
        const FormEdit edit = bench.form.edit();
        bench.form.revert();
        QVERIFY(!bench.form.isEdited());
        bench.form.applyEdit(edit);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"250000"_s);
    }

    void aTimeThatDoesNotExistSurvivesRevertAndBack()
    {
        Bench bench;
        auto *field = bench.child<ExpiryDateTimeEdit>(u"expiryDateTimeEdit"_s);
        const QString skipped = u"2027-03-28 02:30:00"_s;
        field->setText(skipped);
        QVERIFY(!bench.form.isValid());
        const FormEdit edit = bench.form.edit();
        bench.form.revert();
        QVERIFY(bench.form.isValid());
        bench.form.applyEdit(edit);
        QCOMPARE(field->text(), skipped);
        QVERIFY(!bench.form.isValid());
    }

    void theExpiryDecidesWhetherSubmitIsPossible_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sent"); // empty: it can't be submitted
        QTest::newRow("a day") << u"2027-12-31"_s << u"2027-12-31T22:59:59Z"_s;
        QTest::newRow("an instant") << u"2027-12-31T10:00:00Z"_s << u"2027-12-31T10:00:00Z"_s;
        QTest::newRow("as it is") << u"2027-07-15 12:00:00"_s << QString();
        QTest::newRow("no such day") << u"2027-02-30"_s << QString();
        QTest::newRow("the year 3112") << u"31/12/2027"_s << QString(); // in the C locale
        QTest::newRow("emptied") << QString() << QString();
        QTest::newRow("nonsense") << u"soon"_s << QString();
    }
    void theExpiryDecidesWhetherSubmitIsPossible()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sent);
        const Bench bench;
        auto *field = bench.child<ExpiryDateTimeEdit>(u"expiryDateTimeEdit"_s);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Backspace);
        QTest::keyClicks(field, typed);
        QCOMPARE(bench.canSubmit(), !sent.isEmpty());
        const QString problem = bench.text(u"currentExpiryProblem"_s);
        QCOMPARE(problem.isEmpty(), bench.form.isValid());
        QCOMPARE(field->accessibleDescription(), problem);
        if (!sent.isEmpty()) {
            QCOMPARE(bench.patch().expiry->toIso8601(), sent);
        }
    }

    void servicesWordsStandAtTheirFieldUntilItIsEdited()
    {
        Bench bench;
        bench.typeBalance(u"99"_s);
        ApiError error;
        error.kind = ApiErrorKind::Validation;
        error.fieldMessages = {{u"balance"_s, {u"<b>Too much</b>"_s}}};
        bench.form.showFieldErrors(error);
        QVERIFY(bench.text(u"currentBalanceProblem"_s).contains(u"<b>Too much</b>"_s));
        QCOMPARE(bench.child<QLabel>(u"currentBalanceProblem"_s)->textFormat(), Qt::PlainText);
        bench.typeBalance(u"98"_s);
        QVERIFY(bench.text(u"currentBalanceProblem"_s).isEmpty());
    }

    void amongVeryManyNamesNoneIsCompletedAndThatIsSaid()
    {
        Bench bench;
        auto *edit = bench.child<QLineEdit>(u"tokenNameEdit"_s);
        QStringList names;
        for (int number = 0; number <= 5'000; ++number) {
            names.append(u"token-%1"_s.arg(number));
        }
        bench.form.setKnownNames(names.mid(1));
        QVERIFY(edit->toolTip().isEmpty());
        QCOMPARE(edit->completer()->model()->rowCount(), 5'000);
        bench.form.setKnownNames(names);
        QVERIFY(!edit->toolTip().isEmpty());
        QCOMPARE(edit->completer()->model()->rowCount(), 0);
    }

    void tabOrderFollowsTheEye()
    {
        const Bench bench;
        bench.typeBalance(u"99"_s); // so that Revert and Submit can be reached
        const QStringList expected{
            u"tokenNameEdit"_s,        u"loadButton"_s,         u"balanceModeCombo"_s,
            u"balanceSpinBox"_s,       u"currentBalanceUndo"_s, u"expiryDateTimeEdit"_s,
            u"neverExpiresCheckBox"_s, u"expiryPresetButton"_s, u"activeBalanceCheckBox"_s,
            u"reasonEdit"_s,           u"requestToggle"_s,      u"copyCurlButton"_s,
            u"copyPowerShellButton"_s, u"revertButton"_s,       u"submitButton"_s};
        bench.child<QWidget>(u"tokenNameEdit"_s)->setFocus();
        QStringList visited;
        while (visited.size() < expected.size()) {
            visited.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(visited, expected);
    }
};

QTEST_MAIN(TestTokenForm)
#include "tst_tokenform.moc"
