// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/fakesecretservice.h"
#include "keyring/privatesession.h"
#include "keyring/probe.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace purser;

//! What is left when the service, or the bus, is not there or does not answer.
class TestKeychainFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isUnavailableWithoutAService_data();
    void isUnavailableWithoutAService();
    void isUnavailableWithoutABus_data();
    void isUnavailableWithoutABus();
    void timesOutOnAStoppedServiceAndIgnoresItsLateAnswer();
    void ignoresALateAnswerWhileADialogIsOpen();
    void endsWhenTheServiceIsKilled();
    void timesOutOnAJobThatHangs_data();
    void timesOutOnAJobThatHangs();
    void endsWhenTheServiceLeavesInMidJob();
    void staysSilentOnceTheContextIsGone();
};

void TestKeychainFaults::isUnavailableWithoutAService_data()
{
    addEveryCommand();
    QTest::newRow("unlock") << QByteArray("unlock");
}

void TestKeychainFaults::isUnavailableWithoutAService()
{
    QFETCH(QByteArray, line);
    PrivateSession session;
    QVERIFY(session.startBus());
    QCOMPARE(Probe(session.environment()).ask(line), "unavailable");
}

void TestKeychainFaults::isUnavailableWithoutABus_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("line");
    const QList<QPair<const char *, QString>> addresses{
        {"none", QString()}, {"nobody listens", u"unix:path=/nonexistent/bus"_s}};
    for (const auto &[name, address] : addresses) {
        QTest::addRow("%s, read", name) << address << command("read");
        QTest::addRow("%s, store", name) << address << command("store", jwt());
        QTest::addRow("%s, forget", name) << address << command("forget");
        QTest::addRow("%s, unlock", name) << address << QByteArray("unlock");
    }
}

void TestKeychainFaults::isUnavailableWithoutABus()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, line);
    const PrivateSession session;
    QProcessEnvironment environment = session.environment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    if (!address.isEmpty()) {
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    }
    QCOMPARE(Probe(environment).ask(line), "unavailable");
}

void TestKeychainFaults::timesOutOnAStoppedServiceAndIgnoresItsLateAnswer()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment(), 1s);
    QCOMPARE(probe.ask(command("store", jwt())), "done");

    session.pauseKeyring();
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(probe.ask(command("read")), "timed out");
    // A coarse timer may be a little early.
    QVERIFY(clock.elapsed() >= 900 && clock.elapsed() < 5000);
    QCOMPARE(probe.ask(command("store", jwt(500))), "timed out");

    session.resumeKeyring();
    // Answers come in the order of the questions, so the late ones are in by now. Any word of
    // theirs would be read here in place of this one's.
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt()));
    QCOMPARE(probe.ask(command("forget")), "done");
}

void TestKeychainFaults::ignoresALateAnswerWhileADialogIsOpen()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment(), 1s);
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    session.pauseKeyring();
    QCOMPARE(probe.ask(command("read-and-stay")), "timed out");

    session.resumeKeyring();
    QCOMPARE(probe.ask("read purser/another@api.example.org"), "absent");
    QCOMPARE(probe.ask("read purser/another@api.example.org"), "absent");
    probe.tell("leave");
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt()));
}

void TestKeychainFaults::endsWhenTheServiceIsKilled()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt())), "done");

    session.pauseKeyring();
    probe.tell(command("read"));
    session.killKeyring();
    QCOMPARE(probe.answer(), "unavailable");
    session.endKeyring();

    QVERIFY(session.startOpenKeyring());
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt()));
}

void TestKeychainFaults::timesOutOnAJobThatHangs_data()
{
    addEveryCommand();
}

void TestKeychainFaults::timesOutOnAJobThatHangs()
{
    QFETCH(QByteArray, line);
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address());
    service.setLocked(false);
    Probe probe(session.environment(), 1s);
    QCOMPARE(probe.ask(line), "timed out");
    QVERIFY(service.unanswered() > 0); // it was the job that hung
    // This one waits behind it.
    QCOMPARE(probe.ask(command("read")), "timed out");

    // Now both jobs end, with errors that nobody waits for.
    service.leaveTheBus();
    QVERIFY(session.startOpenKeyring());
    QCOMPARE(probe.ask(command("read")), "absent");
}

void TestKeychainFaults::endsWhenTheServiceLeavesInMidJob()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address());
    service.setLocked(false);
    Probe probe(session.environment());
    probe.tell(command("read"));
    QTRY_VERIFY(service.unanswered() > 0);
    service.leaveTheBus();
    QCOMPARE(probe.answer(), "unavailable");
}

void TestKeychainFaults::staysSilentOnceTheContextIsGone()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    probe.tell(command("read-and-leave"));
    QCOMPARE(probe.ask("read purser/another@api.example.org"), "absent");
}

QTEST_GUILESS_MAIN(TestKeychainFaults)
#include "tst_keychainfaults.moc"
