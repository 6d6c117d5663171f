// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/signindialog.h"

#include "kit/secretaccessibility.h"
#include "support/fakekeychain.h"
#include "support/wireserver.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

struct Bench {
    WireServer server;
    QTemporaryDir folder;
    FakeKeychain keychain;
    AccountStore accounts{folder.filePath(u"purser.ini"_s)};
    Credentials credentials{keychain, &accounts};
    SignInDialog dialog{credentials, accounts};
    QSignalSpy signedIn{&dialog, &SignInDialog::signedIn};

    explicit Bench(const WireScript &script = answer(200, "[]"))
    {
        server.play({script});
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        edit(u"serviceUrlEdit"_s)->setText(server.url(u"/v2"_s));
        edit(u"jwtEdit"_s)->setText(u"canary-bearer-value"_s);
    }
    QLineEdit *edit(const QString &name) const { return dialog.findChild<QLineEdit *>(name); }
    QPushButton *button(const QString &name) const { return dialog.findChild<QPushButton *>(name); }
    void click(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    QString message() const { return dialog.findChild<QLabel *>(u"signInMessage"_s)->text(); }
    void waitIdle() const { QTRY_VERIFY(button(u"signInButton"_s)->isEnabled()); }
};

//! What assistive technology would have been told.
QStringList &spokenTexts()
{
    static QStringList texts;
    return texts;
}

void listen(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::TextInserted) {
        spokenTexts().append(static_cast<QAccessibleTextInsertEvent *>(event)->textInserted());
    } else if (event->type() == QAccessible::TextUpdated) {
        spokenTexts().append(static_cast<QAccessibleTextUpdateEvent *>(event)->textInserted());
    } else if (event->type() == QAccessible::TextRemoved) {
        spokenTexts().append(static_cast<QAccessibleTextRemoveEvent *>(event)->textRemoved());
    }
}

} // namespace

Q_DECLARE_METATYPE(purser::test::WireScript)

class TestSignInDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standardUrlIsProposed()
    {
        QTemporaryDir folder;
        FakeKeychain keychain;
        Credentials credentials(keychain);
        AccountStore accounts(folder.filePath(u"purser.ini"_s));
        const SignInDialog dialog(credentials, accounts);
        QCOMPARE(dialog.findChild<QLineEdit *>(u"serviceUrlEdit"_s)->text(),
                 u"https://api.edenai.run/v2"_s);
        QVERIFY(!dialog.findChild<QLineEdit *>(u"accountNameEdit"_s)->text().isEmpty());
    }

    void anAcceptedJwtSignsIn()
    {
        Bench bench;
        bench.click(u"signInButton"_s);
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(!bench.dialog.isVisible());
        QVERIFY(!bench.keychain.isEmpty());
    }

    void unusableInputIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no name") << u"accountNameEdit"_s << u"  "_s;
        QTest::newRow("http elsewhere") << u"serviceUrlEdit"_s << u"http://example.com/v2"_s;
        QTest::newRow("query") << u"serviceUrlEdit"_s << u"https://example.com/v2?x=1"_s;
        QTest::newRow("user") << u"serviceUrlEdit"_s << u"https://me@example.com/v2"_s;
        const QString jwt = u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjIn0.c2lnbmF0dXJl"_s;
        QTest::newRow("JWT for a name") << u"accountNameEdit"_s << jwt;
        QTest::newRow("JWT in a name") << u"accountNameEdit"_s << u"Mine: "_s + jwt;
        QTest::newRow("header's value for a name") << u"accountNameEdit"_s << u"Bearer "_s + jwt;
        QTest::newRow("key for a name") << u"accountNameEdit"_s << u"sk-0123456789abcdef"_s;
        QTest::newRow("JWT in the URL") << u"serviceUrlEdit"_s << u"https://example.com/"_s + jwt;
        QTest::newRow("no JWT") << u"jwtEdit"_s << QString();
        QTest::newRow("spaces in it") << u"jwtEdit"_s << u"a b"_s;
        QTest::newRow("header injection") << u"jwtEdit"_s << u"abc\u000d\u000aX: y"_s;
        QTest::newRow("too long") << u"jwtEdit"_s << QString(16 * 1024 + 1, u'a');
    }
    void unusableInputIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        const Bench bench;
        bench.edit(field)->setText(text);
        bench.click(u"signInButton"_s);
        QVERIFY(!bench.message().isEmpty());
        QVERIFY(bench.dialog.isVisible());
        QCOMPARE(bench.server.connectionCount(), 0);
    }

    void theTypedJwtIsNoPartOfAName()
    {
        const Bench bench;
        bench.edit(u"jwtEdit"_s)->setText(u"plain-old-key"_s);
        bench.edit(u"accountNameEdit"_s)->setText(u"Mine (plain-old-key)"_s);
        bench.click(u"signInButton"_s);
        QVERIFY(!bench.message().isEmpty());
        QVERIFY2(!bench.message().contains(u"plain-old-key"_s), qPrintable(bench.message()));
        QCOMPARE(bench.server.connectionCount(), 0);
    }

    void aRefusedJwtIsNotStored()
    {
        const Bench bench(answer(401, R"({"detail":"<b>Given token not valid</b>"})"));
        bench.click(u"signInButton"_s);
        bench.waitIdle();
        QVERIFY2(bench.message().contains(u"<b>Given token not valid</b>"_s),
                 qPrintable(bench.message()));
        QVERIFY(bench.keychain.isEmpty());
        QVERIFY(bench.dialog.isVisible());
    }

    void aForbiddenJwtIsKeptOnlyIfConfirmed()
    {
        Bench bench(answer(403, "{}"));
        bench.click(u"signInButton"_s);
        bench.waitIdle();
        QVERIFY(bench.keychain.isEmpty());
        QVERIFY(bench.button(u"storeAnywayButton"_s)->isVisible());
        bench.click(u"storeAnywayButton"_s);
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(!bench.keychain.isEmpty());
    }

    void whoseJwtItIsIsAsked_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("accounts");
        QTest::addColumn<int>("customers"); // of the account that was there
        QTest::newRow("the same") << u"sameCustomerButton"_s << 1 << 2;
        QTest::newRow("another one") << u"otherCustomerButton"_s << 2 << 1;
        QTest::newRow("cancel") << u"signInCancelButton"_s << 1 << 1;
    }
    void whoseJwtItIsIsAsked()
    {
        QFETCH(QString, button);
        QFETCH(int, accounts);
        QFETCH(int, customers);
        Bench bench;
        QVERIFY(bench.accounts.save({u"Work"_s,
                                     *ServiceUrl::fromText(bench.server.url(u"/v2"_s)),
                                     false,
                                     false,
                                     newAccountId(),
                                     {u"somebody"_s}}));
        bench.edit(u"accountNameEdit"_s)->setText(u"Work"_s);
        bench.edit(u"jwtEdit"_s)->setText(u"e30.eyJzdWIiOiJhIn0.c2ln"_s);
        bench.click(u"signInButton"_s);
        bench.waitIdle();
        QVERIFY2(bench.message().contains(u"another customer"_s), qPrintable(bench.message()));
        QVERIFY(bench.button(u"sameCustomerButton"_s)->isVisible());
        QVERIFY(bench.button(u"otherCustomerButton"_s)->isVisible());
        for (const auto *name : {"sameCustomerButton", "otherCustomerButton"}) {
            const QPushButton *choice = bench.button(QString::fromLatin1(name));
            QVERIFY(!choice->isDefault() && !choice->autoDefault() && !choice->hasFocus());
        }

        bench.click(button);

        const bool isStored = button != "signInCancelButton"_L1;
        QTRY_VERIFY(!bench.dialog.isVisible());
        QCOMPARE(bench.signedIn.size(), isStored ? 1 : 0);
        QCOMPARE(bench.keychain.isEmpty(), !isStored);
        QCOMPARE(bench.accounts.accounts().size(), accounts);
        QCOMPARE(bench.accounts.account(u"Work"_s)->customers.size(), customers);
    }

    void whatWasNotDoneIsToldInTheEnd()
    {
        Bench bench;
        QSignalSpy complained(&bench.dialog, &SignInDialog::complained);
        Account before{u"Work"_s, ServiceUrl::standard(), false, false, newAccountId()};
        QVERIFY(bench.accounts.save(before));
        bench.keychain.setForgetProblem(KeychainProblem::NotKept);
        bench.edit(u"accountNameEdit"_s)->setText(u"Work"_s);
        bench.click(u"signInButton"_s);
        QTRY_COMPARE(complained.size(), 1);
        QCOMPARE(bench.signedIn.size(), 1);
        QVERIFY(complained.front().front().toString().contains("may still be"_L1));
    }

    void aLockedKeychainOffersUnlockAndRetry()
    {
        Bench bench;
        bench.keychain.setLocked(true);
        bench.click(u"signInButton"_s);
        bench.waitIdle();
        QVERIFY2(bench.message().contains(u"locked"_s), qPrintable(bench.message()));
        QVERIFY(bench.button(u"dialogRetryButton"_s)->isVisible());
        bench.click(u"dialogUnlockButton"_s);
        QTRY_COMPARE(bench.signedIn.size(), 1);
    }

    void withoutAKeychainTheUserMayGoOnForThisRun()
    {
        Bench bench;
        bench.keychain.setProblem(KeychainProblem::Unavailable);
        bench.click(u"signInButton"_s);
        bench.waitIdle();
        QVERIFY(!bench.button(u"dialogUnlockButton"_s)->isVisible());
        bench.click(u"thisRunButton"_s);
        QTRY_COMPARE(bench.signedIn.size(), 1);
    }

    void cancelEndsTheAttemptThenTheDialog()
    {
        const Bench bench(WireScript{{WireStep::awaitRequest(), WireStep::stall()}});
        bench.click(u"signInButton"_s);
        QTRY_COMPARE(bench.server.requests().size(), 1);
        bench.click(u"signInCancelButton"_s);
        QVERIFY(bench.dialog.isVisible());
        QTRY_VERIFY(bench.server.isIdle());
        bench.click(u"signInCancelButton"_s);
        QVERIFY(!bench.dialog.isVisible());
        QVERIFY(bench.keychain.isEmpty());
    }

    void theJwtFieldIsClearedWhenHidden()
    {
        Bench bench;
        bench.dialog.hide();
        QVERIFY(bench.edit(u"jwtEdit"_s)->text().isEmpty());
        bench.edit(u"jwtEdit"_s)->undo();
        QVERIFY(bench.edit(u"jwtEdit"_s)->text().isEmpty());
    }

    void thePasteButtonTakesTheClipboard()
    {
        const Bench bench;
        QGuiApplication::clipboard()->setText(u"  pasted-bearer-value\n"_s);
        bench.click(u"pasteJwtButton"_s);
        QCOMPARE(bench.edit(u"jwtEdit"_s)->text(), u"pasted-bearer-value"_s);
        QCOMPARE(bench.edit(u"jwtEdit"_s)->echoMode(), QLineEdit::Password);
    }

    void onlyTheJwtStaysOffTheAccessibilityBus()
    {
        const Bench bench;
        spokenTexts().clear();
        keepSecretsOffAccessibilityBus(&listen);
        bench.edit(u"jwtEdit"_s)->setText(u"secret-bearer-value"_s);
        QTest::keyClicks(bench.edit(u"jwtEdit"_s), u"secret"_s);
        bench.edit(u"jwtEdit"_s)->clear();
        QTest::keyClicks(bench.edit(u"accountNameEdit"_s), u"heard"_s);
        QAccessible::installUpdateHandler(nullptr);
        const QString all = spokenTexts().join(u'|');
        QVERIFY2(!all.contains(u"secret"_s), qPrintable(all));
        QVERIFY2(all.contains(u'h'), qPrintable(all));
    }
};

QTEST_MAIN(TestSignInDialog)
#include "tst_signindialog.moc"
