// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/signin.h"

#include "support/fakekeychain.h"
#include "support/wireserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

const QByteArray TokenList = R"([{"name":"alpha","token_type":"api_token"},)"
                             R"({"name":"beta","token_type":"sandbox_api_token"}])";

struct Bench {
    WireServer server;
    QTemporaryDir folder;
    FakeKeychain keychain;
    Credentials credentials{keychain};
    AccountStore accounts{folder.filePath(u"purser.ini"_s)};
    SignIn signIn{credentials, accounts};
    QSignalSpy signedIn{&signIn, &SignIn::signedIn};
    QSignalSpy refused{&signIn, &SignIn::refused};
    QSignalSpy confirmationNeeded{&signIn, &SignIn::confirmationNeeded};
    QSignalSpy keychainFailed{&signIn, &SignIn::keychainFailed};
    Account account{u"Test"_s, *ServiceUrl::fromText(server.url(u"/v2"_s)), false, false,
                    newAccountId()};
    QString key = Credentials::key(account);
    Bearer fresh = *Bearer::fromText(u"fresh-bearer-value"_s);
    Bearer older = *Bearer::fromText(u"older-bearer-value"_s);

    void start()
    {
        signIn.start(account, fresh);
        QTRY_VERIFY_WITH_TIMEOUT(!signIn.isUnderWay(), 10'000);
    }
    int signalCount() const
    {
        return static_cast<int>(signedIn.size() + refused.size() + confirmationNeeded.size()
                                + keychainFailed.size());
    }
};

} // namespace

Q_DECLARE_METATYPE(purser::test::WireScript)

class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theServicesAnswerDecides_data()
    {
        QTest::addColumn<WireScript>("script");
        QTest::addColumn<bool>("stored");
        QTest::addColumn<bool>("checked");
        QTest::addColumn<bool>("asks");
        QTest::newRow("accepted") << answer(200, TokenList) << true << true << false;
        QTest::newRow("401") << answer(401, "{}") << false << false << false;
        QTest::newRow("403") << answer(403, "{}") << false << false << true;
        QTest::newRow("404") << answer(404, "<html>") << true << false << false;
        QTest::newRow("405") << answer(405, "{}") << true << false << false;
        QTest::newRow("500") << answer(500, "") << true << false << false;
        QTest::newRow("no connection")
            << WireScript{{WireStep::awaitRequest(), WireStep::reset()}} << true << false << false;
    }
    void theServicesAnswerDecides()
    {
        QFETCH(WireScript, script);
        QFETCH(bool, stored);
        QFETCH(bool, checked);
        QFETCH(bool, asks);
        Bench bench;
        bench.server.play({script});
        bench.start();
        QCOMPARE(bench.signalCount(), 1);
        QCOMPARE(bench.signedIn.size(), stored ? 1 : 0);
        QCOMPARE(bench.confirmationNeeded.size(), asks ? 1 : 0);
        QCOMPARE(bench.keychain.entry(bench.key).has_value(), stored);
        QCOMPARE(bench.accounts.account(u"Test"_s).has_value(), stored);
        if (stored) {
            const auto error = bench.signedIn.front().at(1).value<std::optional<ApiError>>();
            QCOMPARE(!error, checked);
            QCOMPARE(bench.signedIn.front().at(2).toStringList().size(), checked ? 2 : 0);
        }
    }

    void aRefusedJwtLeavesTheOlderOne()
    {
        Bench bench;
        bench.keychain.put(bench.key, bench.older);
        bench.server.play({answer(401, "{}")});
        bench.start();
        QCOMPARE(bench.refused.size(), 1);
        QVERIFY(bench.keychain.entry(bench.key) == bench.older);
    }

    void aForbiddenJwtIsKeptOnceConfirmed()
    {
        Bench bench;
        bench.server.play({answer(403, "{}")});
        bench.start();
        QVERIFY(bench.keychain.isEmpty());
        bench.signIn.storeAnyway();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(bench.keychain.entry(bench.key) == bench.fresh);
    }

    void aLockedKeychainIsUnlockedAndTriedAgain()
    {
        Bench bench;
        bench.keychain.setLocked(true);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.keychainFailed.size(), 1);
        QCOMPARE(bench.keychainFailed.front().front().value<KeychainProblem>(),
                 KeychainProblem::Locked);
        bench.signIn.unlockAndRetry();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(bench.keychain.entry(bench.key) == bench.fresh);
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void withoutAKeychainTheJwtServesThisRunOnly()
    {
        Bench bench;
        bench.keychain.setProblem(KeychainProblem::Unavailable);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.keychainFailed.size(), 1);
        QVERIFY(!bench.credentials.isKeptForThisRun(bench.account)); // not before the user says so
        bench.signIn.keepForThisRun();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(bench.credentials.isKeptForThisRun(bench.account));
    }

    void anotherUrlForTheAccountForgetsTheOlderJwt()
    {
        Bench bench;
        Account elsewhere = bench.account;
        elsewhere.url = ServiceUrl::standard();
        bench.accounts.save(elsewhere);
        const QString olderKey = Credentials::key(elsewhere);
        bench.keychain.put(olderKey, bench.older);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.signedIn.size(), 1);
        QTRY_VERIFY(!bench.keychain.entry(olderKey));
        QVERIFY(bench.keychain.entry(bench.key) == bench.fresh);
    }

    void cancelDropsEverything()
    {
        Bench bench;
        bench.server.play({WireScript{{WireStep::awaitRequest(), WireStep::stall()}}});
        bench.signIn.start(bench.account, bench.fresh);
        QTRY_COMPARE(bench.server.requests().size(), 1);
        bench.signIn.cancel();
        QVERIFY(!bench.signIn.isUnderWay());
        QTRY_VERIFY(bench.server.isIdle());
        bench.signIn.keepForThisRun(); // too late: there is nothing to keep
        QCOMPARE(bench.signalCount(), 0);
        QVERIFY(!bench.credentials.isKeptForThisRun(bench.account));
    }

    void cancelWhileTheKeychainIsAskedKeepsQuiet()
    {
        Bench bench;
        bench.keychain.hold();
        bench.server.play({answer(200, TokenList)});
        bench.signIn.start(bench.account, bench.fresh);
        QTRY_COMPARE(bench.keychain.pending(), 1);
        bench.signIn.cancel();
        bench.keychain.release();
        QCoreApplication::processEvents();
        QCOMPARE(bench.signalCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
