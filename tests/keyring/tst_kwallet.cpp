// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/fakekwallet.h"
#include "keyring/fakesecretservice.h"
#include "keyring/privatesession.h"
#include "keyring/probe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

QProcessEnvironment plasma(const PrivateSession &session)
{
    QProcessEnvironment environment = session.environment();
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"KDE"_s);
    environment.insert(u"KDE_SESSION_VERSION"_s, u"5"_s);
    return environment;
}

} // namespace

//! The wallet of Plasma 5, where QtKeychain prefers it to the Secret Service.
class TestKWallet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usesTheWalletOfPlasma();
    void seesThroughAWalletThatOnlyClaimsSuccess_data();
    void seesThroughAWalletThatOnlyClaimsSuccess();
    void isRefusedByAWalletThatDeniesAccess();
};

void TestKWallet::usesTheWalletOfPlasma()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address()); // locked, and none of our business
    FakeKWallet wallet(session.bus());

    Probe probe(plasma(session));
    QCOMPARE(probe.ask(command("read")), "absent");
    QCOMPARE(probe.ask(command("store", jwt(4096))), "done");
    QCOMPARE(probe.ask(command("read")), Probe::present(jwt(4096)));
    QCOMPARE(wallet.entries(), 1);
    QCOMPARE(probe.ask(command("forget")), "done");
    QCOMPARE(wallet.entries(), 0);
    QCOMPARE(probe.ask(command("forget")), "done");
    QCOMPARE(probe.ask("unlock"), "done");
    QCOMPARE(service.questions(), 0);
}

void TestKWallet::seesThroughAWalletThatOnlyClaimsSuccess_data()
{
    QTest::addColumn<QString>("failing");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("write") << u"writePassword"_s << command("store", jwt(500))
                           << QByteArray("not kept");
    QTest::newRow("read") << u"readPassword"_s << command("read") << QByteArray("unavailable");
    QTest::newRow("delete") << u"removeEntry"_s << command("forget") << QByteArray("not kept");
    QTest::newRow("look-up") << u"entryType"_s << command("read") << QByteArray("unavailable");
}

void TestKWallet::seesThroughAWalletThatOnlyClaimsSuccess()
{
    QFETCH(QString, failing);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, outcome);
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeKWallet wallet(session.bus());
    Probe probe(plasma(session));
    QCOMPARE(probe.ask(command("store", jwt())), "done");

    wallet.fail(failing);
    QCOMPARE(probe.ask(line), outcome);
}

void TestKWallet::isRefusedByAWalletThatDeniesAccess()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeKWallet wallet(session.bus());
    wallet.denyAccess();
    QCOMPARE(Probe(plasma(session)).ask(command("read")), "refused");
}

QTEST_GUILESS_MAIN(TestKWallet)
#include "tst_kwallet.moc"
