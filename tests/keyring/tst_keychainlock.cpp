// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/fakesecretservice.h"
#include "keyring/privatesession.h"
#include "keyring/probe.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using namespace purser;

namespace {

//! Where it depends on the service how the lack of a prompter shows.
bool isAProblem(const QByteArray &answer)
{
    return QByteArrayList{"unavailable", "refused", "timed out"}.contains(answer);
}

} // namespace

//! Closed keyrings, and opening them.
class TestKeychainLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsThatAClosedKeyringIsLocked_data();
    void tellsThatAClosedKeyringIsLocked();
    void keepsWhatALockedKeyringHolds();
    void tellsOfALockThatClosesWhileItRuns();
    void tellsOfALockThatClosesInMidRead();
    void worksWithoutADefaultCollection();
    void unlockingAnOpenKeyringSucceeds();
    void unlockingEndsWhereNobodyCanBeAsked();
    void unlocksAsTheUserDecides_data();
    void unlocksAsTheUserDecides();
    void dismissesAPromptThatNobodyAnswers();
};

void TestKeychainLock::tellsThatAClosedKeyringIsLocked_data()
{
    addEveryCommand();
}

void TestKeychainLock::tellsThatAClosedKeyringIsLocked()
{
    QFETCH(QByteArray, line);
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    QCOMPARE(Probe(session.environment()).ask(command("store", jwt(500))), "done");
    session.endKeyring();

    QVERIFY(session.startClosedKeyring());
    QCOMPARE(Probe(session.environment()).ask(line), "locked");
}

void TestKeychainLock::keepsWhatALockedKeyringHolds()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt(500))), "done");
    session.endKeyring();
    QVERIFY(session.startClosedKeyring());
    QCOMPARE(probe.ask(command("store", jwt(600))), "locked");
    QCOMPARE(probe.ask(command("forget")), "locked");
    session.endKeyring();

    QVERIFY(session.startOpenKeyring());
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt(500)));
}

void TestKeychainLock::tellsOfALockThatClosesWhileItRuns()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    QVERIFY(session.closeDefaultCollection());
    QCOMPARE(probe.ask(command("read")), "locked");
}

void TestKeychainLock::tellsOfALockThatClosesInMidRead()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address());
    service.setLocked(false);
    service.lockWhenSearched();
    QCOMPARE(Probe(session.environment()).ask(command("read")), "locked");
}

void TestKeychainLock::worksWithoutADefaultCollection()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startClosedKeyring());
    Probe probe(session.environment(), 2s);
    QCOMPARE(probe.ask(command("read")), "absent");
    QCOMPARE(probe.ask(command("forget")), "done");
    QCOMPARE(probe.ask("unlock"), "done");
    // The service wants to ask for the new collection's password, and there is nobody to ask.
    QVERIFY(isAProblem(probe.ask(command("store", jwt()))));
    QCOMPARE(probe.ask(command("read")), "absent");
}

void TestKeychainLock::unlockingAnOpenKeyringSucceeds()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    QCOMPARE(Probe(session.environment()).ask("unlock"), "done");
}

void TestKeychainLock::unlockingEndsWhereNobodyCanBeAsked()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    session.endKeyring();
    QVERIFY(session.startClosedKeyring());
    Probe probe(session.environment(), Probe::Standard, 2s);
    QVERIFY(isAProblem(probe.ask("unlock")));
    QCOMPARE(probe.ask(command("read")), "locked");
}

void TestKeychainLock::unlocksAsTheUserDecides_data()
{
    QTest::addColumn<FakeSecretService::User>("user");
    QTest::addColumn<QByteArray>("outcome");
    using User = FakeSecretService::User;
    QTest::newRow("agrees") << User::Agrees << QByteArray("done");
    QTest::newRow("agrees, yet it stays locked") << User::AgreesInVain << QByteArray("locked");
    QTest::newRow("dismisses") << User::Dismisses << QByteArray("refused");
    QTest::newRow("pulls the plug") << User::PullsThePlug << QByteArray("unavailable");
}

void TestKeychainLock::unlocksAsTheUserDecides()
{
    QFETCH(FakeSecretService::User, user);
    QFETCH(QByteArray, outcome);
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address());
    service.setUser(user);
    Probe probe(session.environment());
    QCOMPARE(probe.ask("unlock"), outcome);
    QVERIFY(!service.wasPromptDismissed());
}

void TestKeychainLock::dismissesAPromptThatNobodyAnswers()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address());
    // The user has longer than an operation that asks nobody.
    Probe probe(session.environment(), 1s, 3s);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(probe.ask("unlock"), "timed out");
    QVERIFY(clock.elapsed() >= 2500);
    QTRY_VERIFY(service.wasPromptDismissed());
}

QTEST_GUILESS_MAIN(TestKeychainLock)
#include "tst_keychainlock.moc"
