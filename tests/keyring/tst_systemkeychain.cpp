// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/privatesession.h"
#include "keyring/probe.h"

#include <QDirIterator>
#include <QTest>

using namespace purser;

namespace {

bool isFoundBelow(const QString &folder, const QByteArray &text)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            return true;
        }
    }
    return false;
}

} // namespace

//! SystemKeychain and the real gnome-keyring.
class TestSystemKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsABearer_data();
    void keepsABearer();
    void replacesABearer();
    void writesNoPlainText();
    void survivesARestartOfTheKeyring();
    void readsAnAbsentEntryAsAbsent();
    void forgets();
    void forgettingAnAbsentEntrySucceeds();
    void takesNoEntryThatIsNotABearer_data();
    void takesNoEntryThatIsNotABearer();
};

void TestSystemKeychain::keepsABearer_data()
{
    QTest::addColumn<QByteArray>("bearer");
    QTest::newRow("a key that is no JWT") << QByteArray("sk-0123456789");
    QTest::newRow("every character") << QByteArray("AZaz09._~+/=-");
    QTest::newRow("JWT of 4 KiB") << jwt(4096);
    QTest::newRow("the longest") << jwt(16384);
}

void TestSystemKeychain::keepsABearer()
{
    QFETCH(QByteArray, bearer);
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());

    Probe first(session.environment());
    QCOMPARE(first.ask(command("store", bearer)), "done");
    QCOMPARE(first.ask(command("read")), Probe::present(bearer));
    Probe second(session.environment());
    QCOMPARE(second.ask(command("read")), Probe::present(bearer));
}

void TestSystemKeychain::replacesABearer()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());

    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt(400, 'a'))), "done");
    QCOMPARE(probe.ask(command("store", jwt(400, 'b'))), "done");
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt(400, 'b')));
    QCOMPARE(probe.ask("read purser/another@api.example.org"), "absent");
}

void TestSystemKeychain::writesNoPlainText()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());

    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    session.endKeyring(); // what it holds is on the disk by now
    QVERIFY(isFoundBelow(session.home(), "GnomeKeyring"));
    QVERIFY(!isFoundBelow(session.home(), jwt()));
}

void TestSystemKeychain::survivesARestartOfTheKeyring()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt(4096))), "done");

    session.endKeyring();
    QVERIFY(session.startOpenKeyring());
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt(4096)));
    Probe newcomer(session.environment());
    QCOMPARE(newcomer.ask(command("read")), Probe::present(jwt(4096)));
}

void TestSystemKeychain::readsAnAbsentEntryAsAbsent()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    QCOMPARE(Probe(session.environment()).ask(command("read")), "absent");
}

void TestSystemKeychain::forgets()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    QCOMPARE(probe.ask("store purser/another@api.example.org " + jwt()), "done");

    QCOMPARE(probe.ask(command("forget")), "done");
    Probe witness(session.environment());
    QCOMPARE(witness.ask(command("read")), "absent");
    QCOMPARE(witness.ask("read purser/another@api.example.org"), Probe::present(jwt()));
}

void TestSystemKeychain::forgettingAnAbsentEntrySucceeds()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    QCOMPARE(Probe(session.environment()).ask(command("forget")), "done");
}

void TestSystemKeychain::takesNoEntryThatIsNotABearer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("a line break at its end") << QByteArray("abc\r") << QByteArray("unusable");
    QTest::newRow("not ASCII") << QByteArray("caf\xc3\xa9") << QByteArray("unusable");
    QTest::newRow("too long") << QByteArray(16385, 'a') << QByteArray("unusable");
    QTest::newRow("empty: a read that failed") << QByteArray() << QByteArray("unavailable");
}

void TestSystemKeychain::takesNoEntryThatIsNotABearer()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, outcome);
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());

    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("plant", text)), "planted");
    QCOMPARE(probe.ask(command("read")), outcome);
    // It is in nobody's way.
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt()));
}

QTEST_GUILESS_MAIN(TestSystemKeychain)
#include "tst_systemkeychain.moc"
