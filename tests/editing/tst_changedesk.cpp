// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the steps that the window, the command line and a batch have in common.
#include "life.h"
#include "support/append.h"
#include "support/fakeclock.h"
#include "support/wireserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

const QString Gone = u"00000000-0000-0000-0000-000000000001"_s;

WireScript holding(const QByteArray &balance)
{
    return answer(200, R"({"name":"alpha","token_type":"api_token","balance":)" + balance + '}');
}

WireScript cut()
{
    return {{WireStep::awaitRequest(), WireStep::close()}};
}

//! A run on a server, and what others left in its journal.
struct Bench {
    WireServer server;
    FakeClock clock;
    Workplace place{clock, *ServiceUrl::fromText(server.url(u"/v2"_s))};

    explicit Bench(const QList<WireScript> &scripts) { server.play(scripts); }

    //! As a run that is gone has left it; sent: or only intended.
    qint64 leave(const QString &token, bool sent)
    {
        Journal journal(place.journalPath(), Gone);
        ChangeRecord record;
        record.key = keyOf(place.account, token);
        record.createdAt = clock.now();
        record.patch.balance = *Balance::fromText(u"100"_s);
        const auto id = appendTo(journal, record, true);
        if (id && sent) {
            journal.markSent(*id);
        }
        return id ? *id : 0;
    }
    [[nodiscard]] std::unique_ptr<ChangeDesk> desk(ChangeDesk::Settling settling)
    {
        auto desk = std::make_unique<ChangeDesk>(
            place.services, place.accounts, place.log, clock,
            [](const QString &run) { return run == Gone; }, settling);
        desk->open(place.account);
        return desk;
    }
    [[nodiscard]] TokenKey keyFor(const QString &token) const
    {
        return keyOf(place.account, token);
    }
};

} // namespace

Q_DECLARE_METATYPE(purser::ChangeDesk::Settling)

class TestChangeDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatGoneRunsLeftIsTakenOver_data()
    {
        QTest::addColumn<ChangeDesk::Settling>("settling");
        QTest::newRow("and found out about") << ChangeDesk::Settling::ByItself;
        QTest::newRow("and left alone until it is asked for") << ChangeDesk::Settling::WhenAsked;
    }
    void whatGoneRunsLeftIsTakenOver()
    {
        QFETCH(ChangeDesk::Settling, settling);
        Bench bench({holding("100")});
        bench.leave(u"beta"_s, false);
        bench.leave(u"gamma"_s, true);
        const auto desk = bench.desk(settling);
        QSignalSpy recovered(desk.get(), &ChangeDesk::recovered);
        desk->recover();
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(bench.place.outcomes(), QStringList({u"abandoned"_s, u"unknown"_s}));
        QVERIFY(!desk->settling(bench.keyFor(u"beta"_s)));
        const bool isByItself = settling == ChangeDesk::Settling::ByItself;
        QCOMPARE(desk->settling(bench.keyFor(u"gamma"_s)) != nullptr, isByItself);
        QVERIFY(bench.server.requests().isEmpty());
    }

    void aJournalThatCantBeReadIsNothingToTakeOver()
    {
        Bench bench({});
        JournalThread nowhere(u"/dev/null/journal.sqlite"_s, bench.place.run.id());
        ChangeLog log(nowhere, bench.place.run.id(), bench.clock);
        ChangeDesk desk(
            bench.place.services, bench.place.accounts, log, bench.clock,
            [](const QString &) { return true; }, ChangeDesk::Settling::ByItself);
        QSignalSpy failed(&desk, &ChangeDesk::recoveryFailed);
        desk.recover();
        QTRY_COMPARE(failed.size(), 1);
    }

    void aJournalThatWasPutAsideIsToldOnce()
    {
        Bench bench({holding("100")});
        const auto desk = bench.desk(ChangeDesk::Settling::ByItself);
        QSignalSpy recovered(desk.get(), &ChangeDesk::recovered);
        QSignalSpy setAside(desk.get(), &ChangeDesk::journalSetAside);
        QFile damaged(bench.place.journalPath());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(4096, 'x'));
        damaged.close();
        for (int round = 1; round <= 3; ++round) {
            desk->recover();
            QTRY_COMPARE(recovered.size(), round);
        }
        QCOMPARE(setAside.size(), 1);
        QVERIFY(QFile::exists(setAside.front().front().toString()));
    }

    void aTokenThatAnotherRunChangesIsLookedAtAgainWhereThatIsGone()
    {
        Bench bench({holding("100")});
        bench.leave(u"alpha"_s, true);
        const auto desk = bench.desk(ChangeDesk::Settling::ByItself);
        QSignalSpy loaded(desk.get(), &ChangeDesk::loaded);
        desk->load(u"alpha"_s);
        QTRY_COMPARE(loaded.size(), 1);
        QTRY_VERIFY(desk->undecided().here);
        QCOMPARE(bench.place.rows().constFirst().run, bench.place.run.id());
    }

    void anUnknownChangeIsFoundOutAboutByItself()
    {
        Bench bench({holding("50"), holding("50"), cut(), holding("100")});
        Life life(bench.place, bench.clock);
        QVERIFY(life.load(u"alpha"_s));
        life.desk.submit(balanceTo(u"100"_s));
        QVERIFY(life.waitUntilIdle());
        QCOMPARE(life.settled.front().record.outcome, Outcome::Unknown);
        QVERIFY(life.desk.undecided().here);
        bench.clock.advance(bench.clock.nextWait());
        QTRY_COMPARE(life.found.size(), 1);
        QCOMPARE(life.found.front().record.outcome, Outcome::Applied);
        QVERIFY(!life.desk.undecided());
        QCOMPARE(life.desk.token()->balance->value().toText(), u"100"_s); // taken up
    }

    void aCancelWithNothingUnderWayStopsTheLooking()
    {
        Bench bench({holding("50"), holding("50"), cut(), holding("100")});
        Life life(bench.place, bench.clock);
        QVERIFY(life.load(u"alpha"_s));
        life.desk.submit(balanceTo(u"100"_s));
        QVERIFY(life.waitUntilIdle());
        life.desk.cancel();
        QCOMPARE(life.desk.undecided().here->state, Settler::State::Stopped);
        life.desk.checkNow();
        QTRY_COMPARE(life.found.size(), 1);
    }

    void theAccountsRuleIsKeptWhoeverSubmits_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("saysSoLater"); // by another program, while the token is loaded
        QTest::addColumn<bool>("sent");
        QTest::newRow("no reason") << QString() << false << false;
        QTest::newRow("no reason, and wanted since") << QString() << true << false;
        QTest::newRow("a reason") << u"month end"_s << false << true;
    }
    void theAccountsRuleIsKeptWhoeverSubmits()
    {
        QFETCH(QString, reason);
        QFETCH(bool, saysSoLater);
        QFETCH(bool, sent);
        Bench bench({holding("50"), holding("50"), holding("100")});
        if (!saysSoLater) {
            bench.place.accounts.setRequiresReason(bench.place.account.id, true);
            bench.place.account.requiresReason = true;
        }
        const auto desk = bench.desk(ChangeDesk::Settling::WhenAsked);
        QSignalSpy loaded(desk.get(), &ChangeDesk::loaded);
        QSignalSpy stopped(desk.get(), &ChangeDesk::stopped);
        QSignalSpy ended(desk.get(), &ChangeDesk::ended);
        desk->load(u"alpha"_s);
        QTRY_COMPARE(loaded.size(), 1);
        bench.place.accounts.setRequiresReason(bench.place.account.id, true);
        ChangeRequest request = balanceTo(u"100"_s);
        request.reason = reason;
        desk->submit(request);
        QTRY_COMPARE(stopped.size() + ended.size(), 1);
        QCOMPARE(ended.size(), sent ? 1 : 0);
        QCOMPARE(bench.server.requests().size(), sent ? 3 : 1);
        if (!sent) {
            QCOMPARE(stopped.front().front().value<Stop>().reason, Stop::Reason::NoReason);
            QVERIFY(bench.place.rows().isEmpty());
        }
    }

    void changesOfOneTokenAreSettledOneAfterTheOther()
    {
        Bench bench({holding("100")});
        bench.leave(u"alpha"_s, true);
        bench.leave(u"alpha"_s, true);
        bench.leave(u"beta"_s, true);
        const auto desk = bench.desk(ChangeDesk::Settling::WhenAsked);
        QSignalSpy recovered(desk.get(), &ChangeDesk::recovered);
        desk->recover();
        QTRY_COMPARE(recovered.size(), 1);
        const auto recovery = recovered.front().front().value<Recovery>();
        desk->settle(changesFrom(recovery.undecided, bench.clock.moment()));
        QCOMPARE(desk->settling().size(), 2); // one a token
        QCOMPARE(desk->waiting().size(), 1);
        const qint64 first = desk->settling(bench.keyFor(u"alpha"_s))->change.record.id;
        desk->letGo(bench.keyFor(u"alpha"_s));
        QVERIFY(desk->waiting().isEmpty());
        QVERIFY(desk->settling(bench.keyFor(u"alpha"_s))->change.record.id != first);
    }

    //! What a caller has given up is not begun again behind its back: it waits for its end.
    void whatWasLetGoOfStaysSo()
    {
        Bench bench({holding("100")});
        bench.leave(u"alpha"_s, true);
        bench.leave(u"alpha"_s, true);
        const auto desk = bench.desk(ChangeDesk::Settling::WhenAsked);
        QSignalSpy recovered(desk.get(), &ChangeDesk::recovered);
        QSignalSpy foundOut(desk.get(), &ChangeDesk::foundOut);
        desk->recover();
        QTRY_COMPARE(recovered.size(), 1);
        const auto recovery = recovered.front().front().value<Recovery>();
        desk->settle(changesFrom(recovery.undecided, bench.clock.moment()));
        desk->letGo(bench.keyFor(u"alpha"_s)); // the second one is taken
        desk->load(u"alpha"_s);
        QTRY_VERIFY(desk->token());
        desk->abandon();
        QTRY_COMPARE(foundOut.size(), 1);
        // There is no signal of what does not happen.
        QVERIFY(!QTest::qWaitFor([&desk] { return !desk->settling().isEmpty(); }, 300));
    }

    void noneIsBegunOnceThatIsNotWantedAnyMore()
    {
        Bench bench({holding("100")});
        bench.leave(u"alpha"_s, true);
        const auto desk = bench.desk(ChangeDesk::Settling::WhenAsked);
        QSignalSpy recovered(desk.get(), &ChangeDesk::recovered);
        desk->recover();
        QTRY_COMPARE(recovered.size(), 1);
        const auto recovery = recovered.front().front().value<Recovery>();
        desk->settleNoMore();
        desk->settle(changesFrom(recovery.undecided, bench.clock.moment()));
        QVERIFY(desk->settling().isEmpty());
        QCOMPARE(desk->waiting().size(), 1);
    }

    void whatWasFoundOutOfAnotherAccountsTokenIsNotTakenUp()
    {
        Bench bench({holding("50"), holding("50"), cut()});
        Account other = bench.place.account;
        other.id = newAccountId();
        other.name = u"Other"_s;
        QVERIFY(bench.place.accounts.save(other));
        bench.place.credentials.keepForThisRun(other, *Bearer::fromText(u"another-bearer"_s));
        Life life(bench.place, bench.clock);
        QVERIFY(life.load(u"alpha"_s));
        life.desk.submit(balanceTo(u"100"_s));
        QVERIFY(life.waitUntilIdle());
        // Qt may have made another connection after the one that was cut, and sent nothing on it.
        bench.server.play(QList<WireScript>{holding("7")});
        life.desk.open(other);
        QVERIFY(life.load(u"alpha"_s));
        bench.server.play(QList<WireScript>{holding("100")});
        bench.clock.advance(bench.clock.nextWait());
        QTRY_COMPARE(life.found.size(), 1);
        QCOMPARE(life.desk.token()->balance->value().toText(), u"7"_s);
    }
};

QTEST_GUILESS_MAIN(TestChangeDesk)
#include "tst_changedesk.moc"
