// SPDX-License-Identifier: GPL-3.0-or-later
// What the form makes of an edit: sums, consequences, the request, resets, undo.
#include "formbench.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

class TestTokenFormOutlook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amountsAreAddedToOrDeductedFromTheCurrentBalance_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<QString>("balance"); // empty: it can't be submitted
        QTest::newRow("set") << 0 << u"100"_s << u"87.45 + 12.55 = 100.00"_s << u"100"_s;
        QTest::newRow("set lower") << 0 << u"80"_s << u"87.45 \u2212 7.45 = 80.00"_s << u"80"_s;
        QTest::newRow("add") << 1 << u"0.1"_s << u"87.45 + 0.10 = 87.55"_s << u"87.55"_s;
        QTest::newRow("deduct below 0")
            << 2 << u"100"_s << u"87.45 \u2212 100.00 = -12.55"_s << u"-12.55"_s;
        QTest::newRow("smallest amount")
            << 1 << u"0.000000001"_s << u"87.45 + 0.000000001 = 87.450000001"_s
            << u"87.450000001"_s;
        QTest::newRow("too large") << 1 << u"99912.55"_s << QString() << QString();
        QTest::newRow("nothing") << 1 << u"0"_s << QString() << QString();
        QTest::newRow("negative") << 2 << u"-5"_s << QString() << QString();
        QTest::newRow("no number") << 1 << u"five"_s << QString() << QString();
    }
    void amountsAreAddedToOrDeductedFromTheCurrentBalance()
    {
        QFETCH(int, mode);
        QFETCH(QString, typed);
        QFETCH(QString, sum);
        QFETCH(QString, balance);
        const Bench bench;
        bench.choose(u"balanceModeCombo"_s, mode);
        QVERIFY(!bench.form.isEdited());
        bench.typeBalance(typed);
        QCOMPARE(bench.text(u"balanceSum"_s), sum);
        QCOMPARE(bench.canSubmit(), !balance.isEmpty());
        if (!balance.isEmpty()) {
            QCOMPARE(bench.patch().balance->toText(), balance);
        } else {
            QVERIFY(!bench.text(u"currentBalanceProblem"_s).isEmpty());
        }
        // What was typed stays, also in another mode.
        bench.choose(u"balanceModeCombo"_s, mode == 1 ? 2 : 1);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), typed);
    }

    void newerBalancesMoveTheSumAndNotTheAmount()
    {
        Bench bench;
        bench.choose(u"balanceModeCombo"_s, 1);
        bench.typeBalance(u"10"_s);
        Token newer = sampleToken();
        newer.balance = MaybeBalance(*Balance::fromText(u"50"_s));
        bench.form.rebase(newer);
        QCOMPARE(bench.text(u"balanceSum"_s), u"50.00 + 10.00 = 60.00"_s);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"10"_s);
    }

    void eachFieldCanBePutBackAlone()
    {
        const Bench bench;
        bench.typeBalance(u"99"_s);
        QTest::mouseClick(bench.child<QCheckBox>(u"activeBalanceCheckBox"_s), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        QVERIFY(!bench.child<QToolButton>(u"currentExpiryUndo"_s)->isVisible());
        QTest::mouseClick(bench.child<QToolButton>(u"currentBalanceUndo"_s), Qt::LeftButton);
        QVERIFY(!bench.patch().balance);
        QVERIFY(bench.patch().activeBalance.has_value());
        QVERIFY(!bench.child<QToolButton>(u"currentBalanceUndo"_s)->isVisible());
    }

    void consequencesAreSaidWorstFirst()
    {
        const Bench bench;
        QVERIFY(bench.text(u"consequencesLabel"_s).isEmpty());
        bench.typeBalance(u"-5"_s);
        QTest::mouseClick(bench.child<QPushButton>(u"setNegativeButton"_s), Qt::LeftButton);
        QTest::mouseClick(bench.child<QCheckBox>(u"neverExpiresCheckBox"_s), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        const QStringList lines = bench.text(u"consequencesLabel"_s).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.at(0).startsWith(u"Danger: The token stops"_s), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(1).startsWith(u"Warning: The token never"_s), qPrintable(lines.at(1)));
        QCOMPARE(bench.child<QLabel>(u"consequencesLabel"_s)->accessibleDescription(),
                 bench.text(u"consequencesLabel"_s));
        bench.typeBalance(u"five"_s);
        QVERIFY(bench.text(u"consequencesLabel"_s).isEmpty());
    }

    void theRequestIsShownAsItGoesOut()
    {
        const Bench bench;
        auto *preview = bench.child<QPlainTextEdit>(u"requestPreview"_s);
        QVERIFY(!preview->isVisible());
        QVERIFY(!bench.child<QPushButton>(u"copyCurlButton"_s)->isEnabled());
        QTest::mouseClick(bench.child<QToolButton>(u"requestToggle"_s), Qt::LeftButton);
        QVERIFY(preview->isVisible());
        bench.choose(u"balanceModeCombo"_s, 1);
        bench.typeBalance(u"0.1"_s);
        QCOMPARE(preview->toPlainText(),
                 u"PATCH https://api.edenai.run/v2/user/custom_token/alpha/\n"
                 "{\"balance\":87.55}"_s);
        QVERIFY(bench.text(u"requestNote"_s).contains(u"87.45"_s));
        QTest::mouseClick(bench.child<QPushButton>(u"copyCurlButton"_s), Qt::LeftButton);
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY2(curl.contains(u"curl "_s) && curl.contains(u"$PURSER_JWT"_s), qPrintable(curl));
        QTest::mouseClick(bench.child<QPushButton>(u"copyPowerShellButton"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"$env:PURSER_JWT"_s));
    }

    void aResetIsShownOnlyWhereTheServiceStatesIt()
    {
        Bench bench;
        QVERIFY(!bench.child<QWidget>(u"resetPeriodCombo"_s)->isVisible());
        Token token = sampleToken();
        token.resetPeriod = ResetPeriod::Monthly;
        token.resetAmount = MaybeBalance(*Balance::fromText(u"25"_s));
        bench.form.showToken(token);
        QVERIFY(bench.child<QWidget>(u"resetPeriodCombo"_s)->isVisible());
        QVERIFY(bench.text(u"currentReset"_s).contains(u"25.00"_s));
        QVERIFY(!bench.form.isEdited());
        bench.typeBalance(u"30"_s);
        QVERIFY2(bench.text(u"consequencesLabel"_s).contains(u"until the next reset"_s),
                 qPrintable(bench.text(u"consequencesLabel"_s)));
    }

    void aResetPeriodNeedsAnAmountAndEnforcesTheBalance()
    {
        Token token = sampleToken();
        token.activeBalance = false;
        token.resetPeriod = ResetPeriod::None;
        token.resetAmount = MaybeBalance();
        const Bench bench(token);
        auto *amount = bench.child<BalanceSpinBox>(u"resetAmountSpinBox"_s);
        QVERIFY(!amount->isEnabled());
        bench.choose(u"resetPeriodCombo"_s, 2);
        QVERIFY(!bench.canSubmit());
        QVERIFY(!bench.text(u"currentResetProblem"_s).isEmpty());
        auto *active = bench.child<QCheckBox>(u"activeBalanceCheckBox"_s);
        QVERIFY(active->isChecked() && !active->isEnabled());
        amount->setFocus();
        QTest::keyClicks(amount, u"40.5"_s);
        QVERIFY(bench.canSubmit());
        TokenPatch expected;
        expected.resetPeriod = ResetPeriod::Weekly;
        expected.resetAmount = MaybeBalance(*Balance::fromText(u"40.5"_s));
        QCOMPARE(bench.patch(), expected);
        bench.choose(u"resetPeriodCombo"_s, 0);
        QVERIFY(!active->isChecked() && active->isEnabled());
        QVERIFY(!bench.form.isEdited());
    }

    void noResetClearsTheAmountByItself()
    {
        Token token = sampleToken();
        token.resetPeriod = ResetPeriod::Daily;
        token.resetAmount = MaybeBalance(*Balance::fromText(u"5"_s));
        const Bench bench(token);
        bench.choose(u"resetPeriodCombo"_s, 0);
        TokenPatch expected;
        expected.resetPeriod = ResetPeriod::None;
        QCOMPARE(bench.patch(), expected);
    }

    void anAccountMayRequireAReason()
    {
        Bench bench;
        Account account{u"Test"_s, ServiceUrl::standard(), false};
        account.requiresReason = true;
        bench.form.setAccount(account);
        bench.typeBalance(u"99"_s);
        QVERIFY(!bench.canSubmit());
        QVERIFY(!bench.text(u"reasonProblem"_s).isEmpty());
        auto *reason = bench.child<QLineEdit>(u"reasonEdit"_s);
        reason->setFocus();
        QTest::keyClicks(reason, u"  topped up  "_s);
        QVERIFY(bench.canSubmit());
        QCOMPARE(bench.form.request().reason, u"topped up"_s);
    }

    void aSecretIsNoReason()
    {
        Bench bench;
        auto *reason = bench.child<QLineEdit>(u"reasonEdit"_s);
        reason->setText(u"As eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjIn0.c2lnbmF0dXJl"_s);
        QVERIFY(!bench.text(u"reasonProblem"_s).isEmpty());
        bench.typeBalance(u"5"_s);
        QVERIFY(!bench.canSubmit());
        const QJsonObject draft = toJson(bench.form.edit());
        QVERIFY(!QJsonDocument(draft).toJson().contains("eyJ"));

        FormEdit pasted = bench.form.edit();
        pasted.balance.text = reason->text();
        QVERIFY(!QJsonDocument(toJson(pasted)).toJson().contains("eyJ"));

        reason->setText(u"Topped up"_s);
        QVERIFY(bench.text(u"reasonProblem"_s).isEmpty());
        QVERIFY(bench.canSubmit());
        QVERIFY(QJsonDocument(toJson(bench.form.edit())).toJson().contains("Topped up"));
    }

    void anUndoIsThatOfItsChangeUntilItIsEdited()
    {
        Bench bench;
        ChangeRequest undo;
        undo.balance = BalanceEdit{BalanceMode::Deduct, *Balance::fromText(u"7"_s)};
        undo.activeBalance = false;
        undo.undoes = 12;
        bench.form.fillIn(undo);
        QCOMPARE(bench.form.request(), undo);
        QVERIFY(bench.canSubmit());
        QVERIFY2(bench.text(u"tokenSubheading"_s).contains(u"Undo of change 12"_s),
                 qPrintable(bench.text(u"tokenSubheading"_s)));
        bench.typeBalance(u"8"_s);
        QVERIFY(!bench.form.request().undoes);
    }

    void presetsGoByNowAndByTheCurrentExpiry()
    {
        const Bench bench;
        auto *button = bench.child<QPushButton>(u"expiryPresetButton"_s);
        const auto trigger = [button](const QString &text) {
            const auto actions = button->menu()->actions();
            for (QAction *action : actions) {
                if (action->text() == text) {
                    action->trigger();
                    return;
                }
            }
            QFAIL(qPrintable(text));
        };
        trigger(u"From the current expiry: +1 calendar month"_s);
        QCOMPARE(bench.patch().expiry->toIso8601(), u"2027-08-15T10:00:00.123456Z"_s);
        trigger(u"From now: +7 days"_s);
        const qint64 ahead = QDateTime::currentDateTimeUtc().secsTo(bench.patch().expiry->toUtc());
        QVERIFY2(qAbs(ahead - 7 * 24 * 3600) <= 3660, qPrintable(QString::number(ahead)));
    }
};

QTEST_MAIN(TestTokenFormOutlook)
#include "tst_tokenform_outlook.moc"
