// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include <QAction>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

Q_DECLARE_METATYPE(purser::test::WireScript)

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLoadedTokenIsShownEverywhere()
    {
        const Bench bench({answer(200, tokenBody("\"87.450000000\""))});
        bench.load();
        QCOMPARE(bench.text(u"tokenHeading"_s), u"alpha"_s);
        QCOMPARE(bench.text(u"currentBalance"_s), u"87.45"_s);
        QCOMPARE(bench.text(u"returnedBalance"_s), u"87.45"_s);
        QCOMPARE(bench.text(u"returnedType"_s), u"Production"_s);
        const QString json = bench.child<QPlainTextEdit>(u"rawJson"_s)->toPlainText();
        QVERIFY(json.contains(u"expire_time"_s));
        QVERIFY(!json.contains(u"sk-the-secret-key"_s));
    }

    void textFromOutsideIsPlain()
    {
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.load();
        const auto labels = bench.window->findChildren<QLabel *>();
        bool seen = false;
        for (const QLabel *label : labels) {
            if (label->text().contains(u"<b>bold</b>"_s)) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                seen = true;
            }
        }
        QVERIFY(seen);
    }

    void aChangeIsSentOnceAndShown()
    {
        const Bench bench({answer(200, tokenBody("87.45")), answer(200, tokenBody("99.5"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QCOMPARE(bench.changes().size(), 1);
        QCOMPARE(bench.changes().front().body, QByteArray(R"({"balance":99.5})"));
        QCOMPARE(bench.text(u"returnedBalance"_s), u"99.50"_s);
        QVERIFY(bench.text(u"returnedChanges"_s).contains(u"87.45 \u2192 99.50"_s));
        QVERIFY2(bench.message().contains(u"was changed"_s), qPrintable(bench.message()));
        QVERIFY(!bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
    }

    void anUneditedExpiryIsNeverSentBack()
    {
        const Bench bench({answer(200, tokenBody("87.45")), answer(200, tokenBody("99.5"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QVERIFY(!bench.changes().front().body.contains("expire"));
    }

    void clearingTheExpirySendsNullAndNothingElse()
    {
        const Bench bench({answer(200, tokenBody("87.45")), answer(500, "")});
        bench.load();
        QTest::mouseClick(bench.child<QCheckBox>(u"neverExpiresCheckBox"_s), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        bench.submit();
        QCOMPARE(bench.changes().front().body, QByteArray(R"({"expire_time":null})"));
    }

    void everyFailureEndsInASentenceWithTheEditKept_data()
    {
        QTest::addColumn<WireScript>("script");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("about"); // the token
        QTest::addColumn<QString>("offered"); // button
        const QString unchanged = u"was not changed"_s;
        const QString unknown = u"not known whether"_s;
        const QString none;
        QTest::newRow("301") << answer(httpReply(301, "", "", {"Location: http://127.0.0.1:9/"}))
                             << u"redirection (status 301)"_s << unchanged << none;
        QTest::newRow("400") << answer(400, R"({"balance":["Ensure <i>this</i>."]})")
                             << u"Ensure <i>this</i>."_s << unchanged << none;
        QTest::newRow("401") << answer(401, R"({"detail":"Given token not valid"})")
                             << u"did not accept the JWT"_s << unchanged
                             << u"messageSignInButton"_s;
        QTest::newRow("403") << answer(403, R"({"detail":"You do not have permission"})")
                             << u"may not manage tokens"_s << unchanged << u"messageSignInButton"_s;
        QTest::newRow("404 in HTML")
            << answer(httpReply(404, "<html><h1>Not Found</h1></html>", "text/html"))
            << u"no such token"_s << unchanged << none;
        QTest::newRow("429") << answer(httpReply(429, R"({"detail":"Request was throttled."})",
                                                 "application/json", {"Retry-After: 7"}))
                             << u"Try again in 7 second"_s << unchanged << none;
        QTest::newRow("500") << answer(httpReply(500, "<html>", "text/html"))
                             << u"failed (status 500)"_s << unknown << u"checkNowButton"_s;
        QTest::newRow("cut") << WireScript{{WireStep::awaitRequest(), WireStep::close()}}
                             << u"connection to the service broke"_s << unknown
                             << u"checkNowButton"_s;
        QTest::newRow("300 MB")
            << WireScript{{WireStep::awaitRequest(),
                           WireStep::send("HTTP/1.1 200 OK\r\nContent-Length: 300000000\r\n\r\n"),
                           WireStep::flood(300'000'000), WireStep::close()}}
            << u"far too large"_s << unknown << u"checkNowButton"_s;
        QTest::newRow("nonsense") << answer(200, "hello") << u"not what its contract says"_s
                                  << unknown << u"checkNowButton"_s;
    }
    void everyFailureEndsInASentenceWithTheEditKept()
    {
        QFETCH(WireScript, script);
        QFETCH(QString, says);
        QFETCH(QString, about);
        QFETCH(QString, offered);
        const Bench bench({answer(200, tokenBody("87.45")), script});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QVERIFY2(bench.message().contains(says), qPrintable(bench.message()));
        QVERIFY2(bench.message().contains(about), qPrintable(bench.message()));
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"99.5"_s);
        QCOMPARE(bench.changes().size(), 1);
        if (!offered.isEmpty()) {
            QVERIFY(bench.offers(offered));
        }
        const bool unknown = offered == "checkNowButton"_L1;
        QCOMPARE(bench.child<QPushButton>(u"submitButton"_s)->isEnabled(), !unknown);
        QCOMPARE(bench.child<QFrame>(u"messageBar"_s)->accessibleDescription(), bench.message());
    }

    void loadingAsksBeforeAnEditIsLost_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("requests");
        QTest::newRow("keep") << u"Keep editing"_s << 1;
        QTest::newRow("discard") << u"Discard"_s << 2;
    }
    void loadingAsksBeforeAnEditIsLost()
    {
        QFETCH(QString, button);
        QFETCH(int, requests);
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        QTest::mouseClick(bench.child<QPushButton>(u"loadButton"_s), Qt::LeftButton);
        auto *box = bench.child<QMessageBox>(u"discardBox"_s);
        QVERIFY(box);
        QCOMPARE(box->defaultButton()->text(), u"Keep editing"_s);
        const auto buttons = box->buttons();
        for (auto *candidate : buttons) {
            if (candidate->text() == button) {
                candidate->click();
                break;
            }
        }
        bench.waitIdle();
        QCOMPARE(bench.server.requests().size(), 1 + requests);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(),
                 requests == 1 ? u"99.5"_s : u"87.45"_s);
    }

    void closingAsksBeforeAnEditIsLost()
    {
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        QVERIFY(!bench.window->close());
        QVERIFY(bench.window->isVisible());
        QVERIFY(bench.child<QMessageBox>(u"discardBox"_s));
    }

    void revertCanBeUndone()
    {
        const Bench bench({answer(200, tokenBody("87.45"))});
        bench.load();
        bench.typeBalance(u"250000"_s);
        QTest::mouseClick(bench.child<QPushButton>(u"revertButton"_s), Qt::LeftButton);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"87.45"_s);
        QTest::mouseClick(bench.child<QPushButton>(u"undoRevertButton"_s), Qt::LeftButton);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"250000"_s);
    }

    void keyboardAloneLoadsEditsAndSubmits()
    {
        const Bench bench({answer(200, tokenBody("87.45")), answer(200, tokenBody("88.45"))});
        bench.load();
        auto *focused = QApplication::focusWidget();
        QCOMPARE(focused->objectName(), u"balanceSpinBox"_s);
        QTest::keyClick(focused, Qt::Key_Up);
        QTest::keyClick(focused, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.changes().size(), 1); // the button shows itself pressed first
        bench.waitIdle();
        QCOMPARE(bench.changes().front().body, QByteArray(R"({"balance":88.45})"));
    }

    void nothingCanBeSentWhileSigningOut()
    {
        Bench bench({answer(200, tokenBody("87.45"))});
        bench.load();
        bench.keychain.hold();
        bench.window->findChild<QAction *>(u"signOutAction"_s)->trigger();
        QTRY_COMPARE(bench.keychain.pending(), 1);
        QVERIFY(!bench.child<QWidget>(u"balanceSpinBox"_s)->isEnabled());
        QVERIFY(!bench.child<QWidget>(u"tokenNameEdit"_s)->isEnabled());
        bench.keychain.release();
        QTRY_VERIFY2(bench.message().contains(u"signed out"_s), qPrintable(bench.message()));
        QCOMPARE(bench.server.requests().size(), 2);
    }

    void aFailedSignOutStaysSaid()
    {
        Bench bench({answer(200, tokenBody("87.45"))});
        bench.keychain.setProblem(KeychainProblem::Locked);
        bench.window->findChild<QAction *>(u"signOutAction"_s)->trigger();
        QTRY_VERIFY2(bench.message().contains(u"not safely signed out"_s),
                     qPrintable(bench.message()));
        bool isAnswered = false; // and what was asked for before this
        bench.keychain.read(u"another"_s, bench.window.get(),
                            [&isAnswered](const auto &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
        QVERIFY2(bench.message().contains(u"not safely signed out"_s), qPrintable(bench.message()));
        QVERIFY(!bench.child<QWidget>(u"tokenNameEdit"_s)->isEnabled());
    }

    void closingWhileSendingNamesTheChangeUnderWay()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::stall()}}});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        QTest::mouseClick(bench.child<QPushButton>(u"submitButton"_s), Qt::LeftButton);
        QTRY_COMPARE(bench.changes().size(), 1);
        QVERIFY(!bench.window->close());
        const auto *box = bench.child<QMessageBox>(u"discardBox"_s);
        QVERIFY(box);
        QVERIFY2(box->informativeText().contains(u"being sent"_s),
                 qPrintable(box->informativeText()));
        bench.window->desk().cancel();
        bench.waitIdle();
    }

    void whatSigningInHasListedIsNotAskedForAgain()
    {
        const Bench bench(
            {answer(200, "[" + tokenBody("87.45") + "]"), answer(200, tokenBody("87.45"))},
            Bench::Scripts::AsTheyAre);
        bench.child<QAction>(u"signInAction"_s)->trigger();
        QTRY_VERIFY(bench.child<QWidget>(u"signInDialog"_s)->isVisible());
        bench.child<QLineEdit>(u"jwtEdit"_s)->setText(u"another-bearer-value"_s);
        QTest::mouseClick(bench.child<QPushButton>(u"signInButton"_s), Qt::LeftButton);
        const auto *table = bench.child<QTableView>(u"tokenTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        bench.load();
        const auto requests = bench.server.requests();
        QCOMPARE(requests.size(), 3); // the list at the start, that of the sign-in, the token
        QVERIFY(requests.at(2).target().contains("alpha"));
    }

    void windowStateIsRemembered()
    {
        Bench bench({answer(200, tokenBody("87.45"))});
        bench.window->resize(1234, 700);
        QTRY_COMPARE(bench.window->size(), QSize(1234, 700));
        bench.window->close();
        bench.open();
        QTRY_COMPARE(bench.window->size(), QSize(1234, 700));
    }

    void aSettingOfAnOpenWindowUndoesNothingOfAnotherProgram()
    {
        Bench bench({answer(200, tokenBody("87.45"))});
        AccountStore another(bench.accounts.path());
        const QString id = another.current()->id;
        const auto moved = *ServiceUrl::fromText(u"https://moved.example.org/v2"_s);
        QVERIFY(another.setUrl(id, moved));
        QVERIFY(another.addCustomer(id, u"somebody"_s));
        const Account other{u"Other"_s, moved, false, false, newAccountId()};
        QVERIFY(another.save(other));

        bench.child<QAction>(u"requireReasonAction"_s)->trigger();
        bench.window->close(); // which saves its state

        const Account now = *another.accountById(id);
        QVERIFY(now.requiresReason && now.url == moved);
        QCOMPARE(now.customers, QStringList{u"somebody"_s});
        QVERIFY(another.accountById(other.id) == other);
    }

    void settingsThatCannotBeReadAreSaid()
    {
        Bench bench({answer(200, tokenBody("87.45"))});
        QVERIFY(QFile::remove(bench.accounts.path()) && QDir().mkpath(bench.accounts.path()));
        bench.window->start();
        QVERIFY2(bench.message().contains(bench.accounts.path()), qPrintable(bench.message()));
    }

    void theFallbackIsRememberedForTheAccount()
    {
        const Bench bench({answer(405, R"({"detail":"no"})"), answer(200, tokenBody("87.45"))},
                          Bench::Scripts::AsTheyAre);
        bench.load();
        QVERIFY(bench.accounts.account(u"Test"_s)->readsByPatch);
        QCOMPARE(bench.changes().front().body, QByteArray("{}"));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
