// SPDX-License-Identifier: GPL-3.0-or-later
// Every field of a form keeps the same rules; the form knows them by nothing else.
#include "fields/editors.h"

#include "fields/balancespinbox.h"
#include "fields/expirydatetimeedit.h"
#include "support/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <set>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

Token sample()
{
    Token token;
    token.name = u"alpha"_s;
    token.balance = MaybeBalance(*Balance::fromText(u"87.45"_s));
    token.expiry = *Expiry::fromIso8601(u"2031-07-15T10:00:00.123456Z"_s);
    token.activeBalance = true;
    token.resetPeriod = ResetPeriod::Monthly;
    token.resetAmount = MaybeBalance(*Balance::fromText(u"50"_s));
    return token;
}

Token other()
{
    Token token = sample();
    token.balance = MaybeBalance(*Balance::fromText(u"12"_s));
    token.expiry = Expiry::never();
    token.activeBalance = false;
    token.resetPeriod = ResetPeriod::Weekly;
    token.resetAmount = MaybeBalance(*Balance::fromText(u"7"_s));
    return token;
}

//! Asks for what another token holds.
ChangeRequest requestTo(const Token &token)
{
    ChangeRequest request;
    request.balance = BalanceEdit{BalanceMode::SetTo, **token.balance};
    request.expiry = token.expiry;
    request.activeBalance = token.activeBalance;
    request.resetPeriod = token.resetPeriod;
    request.resetAmount = token.resetAmount;
    return request;
}

struct Bench {
    QWidget form;
    QList<FieldEditor *> editors = makeFieldEditors(&form);

    Bench()
    {
        form.setLocale(QLocale::c());
        auto *column = new QVBoxLayout(&form);
        for (FieldEditor *editor : editors) {
            if (editor->layout()) {
                column->addLayout(editor->layout());
            } else {
                column->addWidget(editor->widget());
            }
            editor->show(sample());
        }
    }
    [[nodiscard]] FieldEditor &editorOf(Field field) const
    {
        for (FieldEditor *editor : editors) {
            if (editor->fields().contains(field)) {
                return *editor;
            }
        }
        qFatal("no editor");
    }
};

ChangeRequest asked(const FieldEditor &editor)
{
    ChangeRequest request;
    editor.ask(request);
    return request;
}

} // namespace

Q_DECLARE_METATYPE(purser::Field)

class TestEditors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasOneRow()
    {
        const Bench bench;
        QList<Field> edited;
        std::set<QString> objects;
        for (FieldEditor *editor : bench.editors) {
            edited.append(editor->fields());
            const auto names = editor->names();
            objects.insert(names.object);
            QVERIFY(!names.heard.isEmpty() && !names.current.isEmpty());
            QVERIFY(names.label.contains(u'&'));
            QVERIFY(editor->widget() && editor->buddy() && !editor->tabOrder().isEmpty());
        }
        QCOMPARE(edited, QList<Field>(AllFields.begin(), AllFields.end()));
        QCOMPARE(objects.size(), static_cast<size_t>(bench.editors.size()));
    }

    void rows_data()
    {
        QTest::addColumn<Field>("field");
        QTest::newRow("balance") << Field::Balance;
        QTest::newRow("expiry") << Field::Expiry;
        QTest::newRow("active balance") << Field::ActiveBalance;
        QTest::newRow("reset") << Field::ResetPeriod;
    }

    void whatIsShownAsksForNothing_data() { rows_data(); }
    void whatIsShownAsksForNothing()
    {
        QFETCH(Field, field);
        const Bench bench;
        QVERIFY(!bench.editorOf(field).isEdited());
        QVERIFY(bench.editorOf(field).problem().isEmpty());
        QCOMPARE(asked(bench.editorOf(field)), ChangeRequest());
    }

    void whatIsFilledInIsAskedFor_data() { rows_data(); }
    void whatIsFilledInIsAskedFor()
    {
        QFETCH(Field, field);
        const Bench bench;
        FieldEditor &editor = bench.editorOf(field);
        editor.fillIn(requestTo(other()));
        QVERIFY(editor.isEdited());
        QCOMPARE(asked(editor), onlyFields(requestTo(other()), editor.fields()));
    }

    void whatIsNotAskedForStays_data() { rows_data(); }
    void whatIsNotAskedForStays()
    {
        QFETCH(Field, field);
        const Bench bench;
        bench.editorOf(field).fillIn({});
        QVERIFY(!bench.editorOf(field).isEdited());
    }

    void newerValuesAreFollowedUnlessItWasEdited_data() { rows_data(); }
    void newerValuesAreFollowedUnlessItWasEdited()
    {
        QFETCH(Field, field);
        const Bench bench;
        FieldEditor &editor = bench.editorOf(field);
        editor.rebase(other());
        QVERIFY(!editor.isEdited());
        editor.fillIn(requestTo(sample()));
        editor.rebase(sample()); // what was asked for is what it is by now
        QVERIFY(!editor.isEdited());
        editor.fillIn(requestTo(other()));
        Token third = sample();
        third.balance = MaybeBalance(*Balance::fromText(u"1"_s));
        third.expiry = *Expiry::fromIso8601(u"2040-01-01T00:00:00Z"_s);
        third.resetPeriod = ResetPeriod::Daily;
        editor.rebase(third);
        QVERIFY(editor.isEdited());
    }

    void anEditIsKeptAndPutBack_data() { rows_data(); }
    void anEditIsKeptAndPutBack()
    {
        QFETCH(Field, field);
        const Bench bench;
        FieldEditor &editor = bench.editorOf(field);
        editor.fillIn(requestTo(other()));
        FormEdit edit;
        editor.keep(edit);
        const ChangeRequest before = asked(editor);
        editor.show(sample());
        QVERIFY(!editor.isEdited());
        editor.applyEdit(edit);
        QCOMPARE(asked(editor), before);
    }

    void whatCantBeUsedAsksForNothingAndStays()
    {
        const Bench bench;
        auto *balance = bench.form.findChild<BalanceSpinBox *>(u"balanceSpinBox"_s);
        balance->showText(u"much"_s);
        FieldEditor &editor = bench.editorOf(Field::Balance);
        QVERIFY(editor.isEdited() && !editor.problem().isEmpty());
        QCOMPARE(asked(editor), ChangeRequest());
        FormEdit edit;
        editor.keep(edit);
        QCOMPARE(edit.balance.text, u"much"_s);
        auto *expiry = bench.form.findChild<ExpiryDateTimeEdit *>(u"expiryDateTimeEdit"_s);
        expiry->setText(u"some day"_s);
        QVERIFY(bench.editorOf(Field::Expiry).isEdited());
        QVERIFY(!bench.editorOf(Field::Expiry).problem().isEmpty());
        QCOMPARE(asked(bench.editorOf(Field::Expiry)), ChangeRequest());
    }

    void anUnstatedActiveBalanceIsNeither()
    {
        const Bench bench;
        FieldEditor &editor = bench.editorOf(Field::ActiveBalance);
        editor.show(Token());
        auto *box = qobject_cast<QCheckBox *>(editor.widget());
        QCOMPARE(box->checkState(), Qt::PartiallyChecked);
        QVERIFY(!editor.isEdited());
        QSignalSpy edited(&editor, &FieldEditor::edited);
        box->click();
        QCOMPARE(edited.size(), 1);
        QCOMPARE(asked(editor).activeBalance, std::optional(true));
        box->click();
        QCOMPARE(asked(editor).activeBalance,
                 std::optional(false)); // there is no way back to neither
    }

    void aResetPeriodForcesTheActiveBalance()
    {
        const Bench bench;
        FieldEditor &active = bench.editorOf(Field::ActiveBalance);
        FieldEditor &reset = bench.editorOf(Field::ResetPeriod);
        Token token = sample();
        token.activeBalance = false;
        token.resetPeriod = ResetPeriod::None;
        active.show(token);
        reset.show(token);
        QVERIFY(!reset.forces(Field::ActiveBalance));
        ChangeRequest request;
        request.resetPeriod = ResetPeriod::Daily;
        request.resetAmount = MaybeBalance(*Balance::fromText(u"5"_s));
        reset.fillIn(request);
        QVERIFY(reset.forces(Field::ActiveBalance));
        QVERIFY(!reset.forces(Field::Expiry));
        active.setForced(true);
        QVERIFY(qobject_cast<QCheckBox *>(active.widget())->isChecked());
        QVERIFY(!asked(active).activeBalance); // the service does it by itself
        FormEdit edit;
        active.keep(edit);
        QCOMPARE(edit.activeBalance, Qt::Unchecked); // what comes back
        active.setForced(false);
        QVERIFY(!qobject_cast<QCheckBox *>(active.widget())->isChecked());
    }

    void whatComesBackFromBeingForcedFollowsTheToken_data()
    {
        QTest::addColumn<bool>("edited"); // before it was forced
        QTest::newRow("untouched") << false;
        QTest::newRow("edited") << true;
    }
    void whatComesBackFromBeingForcedFollowsTheToken()
    {
        QFETCH(bool, edited);
        const Bench bench;
        FieldEditor &active = bench.editorOf(Field::ActiveBalance);
        Token token = sample();
        token.activeBalance = false;
        active.show(token);
        if (edited) {
            ChangeRequest on;
            on.activeBalance = true;
            active.fillIn(on);
        }
        active.setForced(true);
        token.activeBalance = true; // another program's
        active.rebase(token);
        active.setForced(false);
        QVERIFY(!active.isEdited()); // untouched it follows; edited it is what was asked for
        QCOMPARE(asked(active), ChangeRequest());
    }

    void onlyATokenThatStatesAResetHasThatRow()
    {
        const Bench bench;
        QVERIFY(bench.editorOf(Field::ResetPeriod).appliesTo(sample()));
        QVERIFY(!bench.editorOf(Field::ResetPeriod).appliesTo(Token()));
        QVERIFY(bench.editorOf(Field::Balance).appliesTo(Token()));
    }

    void theCurrentValueIsSaid_data()
    {
        QTest::addColumn<Field>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("balance") << Field::Balance << u"87.45"_s;
        QTest::newRow("active balance") << Field::ActiveBalance << u"On: the balance is enforced"_s;
        QTest::newRow("reset") << Field::ResetPeriod << u"Monthly, on the 1st: to 50.00"_s;
    }
    void theCurrentValueIsSaid()
    {
        QFETCH(Field, field);
        QFETCH(QString, text);
        const Bench bench;
        const Reader reader{QLocale::c(), QTimeZone::utc(), QDateTime::currentDateTimeUtc()};
        QCOMPARE(bench.editorOf(field).currentValue(sample(), reader), text);
    }
};

QTEST_MAIN(TestEditors)
#include "tst_editors.moc"
