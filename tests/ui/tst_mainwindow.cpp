// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "balancespinbox.h"
#include "support/fakekeychain.h"
#include "support/wireserver.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QByteArray tokenBody(const QByteArray &balance)
{
    return R"({"name":"alpha","token_type":"api_token","balance":)" + balance
        + R"(,"expire_time":"2031-07-15T10:00:00.123456Z","active_balance":true,)"
          R"("token":"sk-the-secret-key","label":"<b>bold</b>"})";
}

//! The window, signed in to a scripted service.
struct Bench {
    WireServer server;
    QTemporaryDir folder;
    FakeKeychain keychain;
    Credentials credentials{keychain};
    AccountStore accounts{folder.filePath(u"purser.ini"_s)};
    std::unique_ptr<MainWindow> window;

    explicit Bench(const QList<WireScript> &scripts)
    {
        server.play(scripts);
        const Account account{u"Test"_s, *ServiceUrl::fromText(server.url(u"/v2"_s)), false};
        accounts.save(account);
        credentials.keepForThisRun(Credentials::key(account.name, account.url),
                                   *Bearer::fromText(u"test-bearer-value"_s));
        open();
    }
    void open()
    {
        window = std::make_unique<MainWindow>(credentials, accounts);
        window->show();
        window->start();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(child<QLineEdit>(u"tokenNameEdit"_s)->isEnabled());
    }
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return window->findChild<Widget *>(name);
    }
    void waitIdle() const
    {
        QTRY_COMPARE_WITH_TIMEOUT(window->editor().activity(), TokenEditor::Activity::Idle, 20'000);
    }
    void load(const QString &name = u"alpha"_s) const
    {
        auto *edit = child<QLineEdit>(u"tokenNameEdit"_s);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, name);
        QTest::keyClick(edit, Qt::Key_Return);
        waitIdle();
    }
    void typeBalance(const QString &text) const
    {
        auto *box = child<BalanceSpinBox>(u"balanceSpinBox"_s);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }
    void submit() const
    {
        QTest::mouseClick(child<QPushButton>(u"submitButton"_s), Qt::LeftButton);
        waitIdle();
    }
    QString text(const QString &name) const { return child<QLabel>(name)->text(); }
    QString message() const { return text(u"messageText"_s); }
    bool offers(const QString &button) const { return child<QPushButton>(button)->isVisible(); }
};

} // namespace

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
        QCOMPARE(bench.server.requests().size(), 2);
        QCOMPARE(bench.server.requests().at(1).method(), QByteArray("PATCH"));
        QCOMPARE(bench.server.requests().at(1).body, QByteArray(R"({"balance":99.5})"));
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
        QVERIFY(!bench.server.requests().at(1).body.contains("expire"));
    }

    void clearingTheExpirySendsNullAndNothingElse()
    {
        const Bench bench({answer(200, tokenBody("87.45")), answer(500, "")});
        bench.load();
        QTest::mouseClick(bench.child<QCheckBox>(u"neverExpiresCheckBox"_s), Qt::LeftButton,
                          Qt::NoModifier, QPoint(8, 8));
        bench.submit();
        QCOMPARE(bench.server.requests().at(1).body, QByteArray(R"({"expire_time":null})"));
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
        QCOMPARE(bench.server.requests().size(), 2);
        if (!offered.isEmpty()) {
            QVERIFY(bench.offers(offered));
        }
        const bool unknown = offered == "checkNowButton"_L1;
        QCOMPARE(bench.child<QPushButton>(u"submitButton"_s)->isEnabled(), !unknown);
        QCOMPARE(bench.child<QFrame>(u"messageBar"_s)->accessibleDescription(), bench.message());
    }

    void checkNowTellsThatItWasApplied()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(200, tokenBody("99.5"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QTest::mouseClick(bench.child<QPushButton>(u"checkNowButton"_s), Qt::LeftButton);
        bench.waitIdle();
        QVERIFY2(bench.message().contains(u"was changed"_s), qPrintable(bench.message()));
        QCOMPARE(bench.text(u"currentBalance"_s), u"99.50"_s);
    }

    void anUndecidedChangeStaysInSight()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(500, "")});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QVERIFY(!bench.child<QAbstractButton>(u"dismissButton"_s)->isVisible());
        bench.typeBalance(u"98"_s);
        QVERIFY(bench.offers(u"checkNowButton"_s));
        QTest::mouseClick(bench.child<QPushButton>(u"revertButton"_s), Qt::LeftButton);
        QVERIFY(bench.offers(u"checkNowButton"_s));
        QTest::mouseClick(bench.child<QPushButton>(u"checkNowButton"_s), Qt::LeftButton);
        bench.waitIdle();
        QVERIFY2(bench.message().contains(u"still not known"_s), qPrintable(bench.message()));
        QVERIFY2(!bench.message().contains(u"nothing was changed"_s), qPrintable(bench.message()));
        QVERIFY(bench.offers(u"checkNowButton"_s));
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
        QCOMPARE(bench.server.requests().size(), requests);
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
        QTRY_COMPARE(bench.server.requests().size(), 2); // the button shows itself pressed first
        bench.waitIdle();
        QCOMPARE(bench.server.requests().at(1).body, QByteArray(R"({"balance":88.45})"));
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
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void aFailedSignOutStaysSaid()
    {
        Bench bench({answer(200, tokenBody("87.45"))});
        bench.keychain.setProblem(KeychainProblem::Locked);
        bench.window->findChild<QAction *>(u"signOutAction"_s)->trigger();
        QTRY_VERIFY2(bench.message().contains(u"not safely signed out"_s),
                     qPrintable(bench.message()));
        QTest::qWait(50); // whatever else the keychain answers comes by now
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
        QTRY_COMPARE(bench.server.requests().size(), 2);
        QVERIFY(!bench.window->close());
        const auto *box = bench.child<QMessageBox>(u"discardBox"_s);
        QVERIFY(box);
        QVERIFY2(box->informativeText().contains(u"being sent"_s),
                 qPrintable(box->informativeText()));
        bench.window->editor().cancel();
        bench.waitIdle();
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

    void theFallbackIsRememberedForTheAccount()
    {
        const Bench bench({answer(405, R"({"detail":"no"})"), answer(200, tokenBody("87.45"))});
        bench.load();
        QVERIFY(bench.accounts.account(u"Test"_s)->readsByPatch);
        QCOMPARE(bench.server.requests().at(1).body, QByteArray("{}"));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
