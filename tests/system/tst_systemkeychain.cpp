// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/fakekwallet.h"
#include "system/fakesecretservice.h"
#include "system/privatesession.h"
#include "system/probe.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace purser;

namespace {

//! A well-formed JWT of that many bytes, unlike any other.
QByteArray jwt(qsizetype size = 400, char filling = 'a')
{
    constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray start = QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(Encoding) + '.'
        + QByteArray(R"({"exp":1900000000})").toBase64(Encoding) + '.';
    return start + QByteArray(size - start.size(), filling);
}

constexpr QByteArrayView Key = "purser/Main account@api.example.org";

QByteArray command(const char *verb, const QByteArray &rest = {})
{
    // A blank separates the words of a command, so the key goes without.
    const QByteArray key = Key.toByteArray().replace(' ', '_');
    return QByteArray(verb) + ' ' + key + (rest.isEmpty() ? rest : ' ' + rest);
}

//! Where it depends on the service how the lack of a prompter shows.
bool isAProblem(const QByteArray &answer)
{
    return QByteArrayList{"unavailable", "refused", "timed out"}.contains(answer);
}

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

void addEveryCommand()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("read") << command("read");
    QTest::newRow("store") << command("store", jwt());
    QTest::newRow("forget") << command("forget");
}

} // namespace

//! SystemKeychain against the real gnome-keyring, and against services that misbehave.
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

    void tellsThatAClosedKeyringIsLocked_data();
    void tellsThatAClosedKeyringIsLocked();
    void keepsWhatALockedKeyringHolds();
    void tellsOfALockThatClosesWhileItRuns();
    void tellsOfALockThatClosesInMidRead();
    void worksWithoutADefaultCollection();

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

    void unlockingAnOpenKeyringSucceeds();
    void unlockingEndsWhereNobodyCanBeAsked();
    void unlocksAsTheUserDecides_data();
    void unlocksAsTheUserDecides();
    void dismissesAPromptThatNobodyAnswers();

    void usesTheWalletOfPlasma();
    void seesThroughAWalletThatOnlyClaimsSuccess_data();
    void seesThroughAWalletThatOnlyClaimsSuccess();
    void isRefusedByAWalletThatDeniesAccess();
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

void TestSystemKeychain::tellsThatAClosedKeyringIsLocked_data()
{
    addEveryCommand();
}

void TestSystemKeychain::tellsThatAClosedKeyringIsLocked()
{
    QFETCH(QByteArray, line);
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    QCOMPARE(Probe(session.environment()).ask(command("store", jwt(500))), "done");
    session.endKeyring();

    QVERIFY(session.startClosedKeyring());
    QCOMPARE(Probe(session.environment()).ask(line), "locked");
}

void TestSystemKeychain::keepsWhatALockedKeyringHolds()
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

void TestSystemKeychain::tellsOfALockThatClosesWhileItRuns()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    QVERIFY(session.closeDefaultCollection());
    QCOMPARE(probe.ask(command("read")), "locked");
}

void TestSystemKeychain::tellsOfALockThatClosesInMidRead()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address());
    service.setLocked(false);
    service.lockWhenSearched();
    QCOMPARE(Probe(session.environment()).ask(command("read")), "locked");
}

void TestSystemKeychain::worksWithoutADefaultCollection()
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

void TestSystemKeychain::isUnavailableWithoutAService_data()
{
    addEveryCommand();
    QTest::newRow("unlock") << QByteArray("unlock");
}

void TestSystemKeychain::isUnavailableWithoutAService()
{
    QFETCH(QByteArray, line);
    PrivateSession session;
    QVERIFY(session.startBus());
    QCOMPARE(Probe(session.environment()).ask(line), "unavailable");
}

void TestSystemKeychain::isUnavailableWithoutABus_data()
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

void TestSystemKeychain::isUnavailableWithoutABus()
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

void TestSystemKeychain::timesOutOnAStoppedServiceAndIgnoresItsLateAnswer()
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

void TestSystemKeychain::ignoresALateAnswerWhileADialogIsOpen()
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

void TestSystemKeychain::endsWhenTheServiceIsKilled()
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

void TestSystemKeychain::timesOutOnAJobThatHangs_data()
{
    addEveryCommand();
}

void TestSystemKeychain::timesOutOnAJobThatHangs()
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

void TestSystemKeychain::endsWhenTheServiceLeavesInMidJob()
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

void TestSystemKeychain::staysSilentOnceTheContextIsGone()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    Probe probe(session.environment());
    QCOMPARE(probe.ask(command("store", jwt())), "done");
    probe.tell(command("read-and-leave"));
    QCOMPARE(probe.ask("read purser/another@api.example.org"), "absent");
}

void TestSystemKeychain::unlockingAnOpenKeyringSucceeds()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    QCOMPARE(Probe(session.environment()).ask("unlock"), "done");
}

void TestSystemKeychain::unlockingEndsWhereNobodyCanBeAsked()
{
    PrivateSession session;
    QVERIFY(session.startBus() && session.startOpenKeyring());
    session.endKeyring();
    QVERIFY(session.startClosedKeyring());
    Probe probe(session.environment(), Probe::Standard, 2s);
    QVERIFY(isAProblem(probe.ask("unlock")));
    QCOMPARE(probe.ask(command("read")), "locked");
}

void TestSystemKeychain::unlocksAsTheUserDecides_data()
{
    QTest::addColumn<FakeSecretService::User>("user");
    QTest::addColumn<QByteArray>("outcome");
    using User = FakeSecretService::User;
    QTest::newRow("agrees") << User::Agrees << QByteArray("done");
    QTest::newRow("agrees, yet it stays locked") << User::AgreesInVain << QByteArray("locked");
    QTest::newRow("dismisses") << User::Dismisses << QByteArray("refused");
    QTest::newRow("pulls the plug") << User::PullsThePlug << QByteArray("unavailable");
}

void TestSystemKeychain::unlocksAsTheUserDecides()
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

void TestSystemKeychain::dismissesAPromptThatNobodyAnswers()
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

void TestSystemKeychain::usesTheWalletOfPlasma()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeSecretService service(session.address()); // locked, and none of our business
    FakeKWallet wallet(session.bus());
    QProcessEnvironment plasma = session.environment();
    plasma.insert(u"XDG_CURRENT_DESKTOP"_s, u"KDE"_s);
    plasma.insert(u"KDE_SESSION_VERSION"_s, u"5"_s);

    Probe probe(plasma);
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

void TestSystemKeychain::seesThroughAWalletThatOnlyClaimsSuccess_data()
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

void TestSystemKeychain::seesThroughAWalletThatOnlyClaimsSuccess()
{
    QFETCH(QString, failing);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, outcome);
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeKWallet wallet(session.bus());
    QProcessEnvironment plasma = session.environment();
    plasma.insert(u"XDG_CURRENT_DESKTOP"_s, u"KDE"_s);
    plasma.insert(u"KDE_SESSION_VERSION"_s, u"5"_s);
    Probe probe(plasma);
    QCOMPARE(probe.ask(command("store", jwt())), "done");

    wallet.fail(failing);
    QCOMPARE(probe.ask(line), outcome);
}

void TestSystemKeychain::isRefusedByAWalletThatDeniesAccess()
{
    PrivateSession session;
    QVERIFY(session.startBus());
    FakeKWallet wallet(session.bus());
    wallet.denyAccess();
    QProcessEnvironment plasma = session.environment();
    plasma.insert(u"XDG_CURRENT_DESKTOP"_s, u"KDE"_s);
    plasma.insert(u"KDE_SESSION_VERSION"_s, u"5"_s);
    QCOMPARE(Probe(plasma).ask(command("read")), "refused");
}

QTEST_GUILESS_MAIN(TestSystemKeychain)
#include "tst_systemkeychain.moc"
