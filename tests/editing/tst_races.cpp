// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody else's hand on the same token, at the worst moments: another client of the real
// purser-sandbox, and a second run of Purser on the same journal.
#include "life.h"
#include "sandbox/runningsandbox.h"
#include "support/append.h"
#include "support/fakeclock.h"
#include "support/wireserver.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

using Activity = ChangeDesk::Activity;

const QString TokenName = u"marketing-chatbot"_s; // holds 87.45

//! A sandbox, and files that know how to sign in to it.
struct Ground {
    FakeClock clock;
    RunningSandbox sandbox;
    Workplace place;

    explicit Ground(const QStringList &arguments = {})
        : sandbox(arguments),
          place(clock, *ServiceUrl::fromText(sandbox.firstLine().value(u"url"_s).toString()))
    {
        place.credentials.keepForThisRun(
            place.account, *Bearer::fromText(sandbox.firstLine().value(u"jwt"_s).toString()));
    }
    //! What the other client does.
    [[nodiscard]] int write(const QByteArray &body) const
    {
        return sandbox.call(patch(TokenName, body)).status;
    }
    //! What the other client sees.
    [[nodiscard]] QString balance() const
    {
        const QJsonValue held = sandbox.call(get(TokenName)).object().value("balance"_L1);
        const auto value = held.isString() ? Balance::fromServiceText(held.toString())
                                           : Balance::fromServiceNumber(held.toDouble());
        return value ? value->toText() : QString();
    }
};

QString textOf(const std::optional<MaybeBalance> &balance)
{
    return balance && *balance ? (*balance)->toText() : u"none"_s;
}

//! A run that is gone, with this many changes that were written down and as many that were sent.
QString leaveBehind(const Ground &ground, int number)
{
    const QString gone = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Journal journal(ground.place.journalPath(), gone);
    for (int at = 0; at < 2 * number; ++at) {
        ChangeRecord record;
        record.key = {u"Test"_s, ground.place.account.url.origin(), u"%1-%2"_s.arg(gone).arg(at)};
        record.createdAt = ground.clock.now();
        const auto id = appendTo(journal, record, false);
        if (id && at % 2 == 1) {
            journal.markSent(*id);
        }
    }
    return gone;
}

QList<qint64> claimed(const Recovery &recovery)
{
    QList<qint64> ids;
    for (const ChangeRecord &record : recovery.undecided + recovery.abandoned) {
        ids.append(record.id);
    }
    return ids;
}

} // namespace

Q_DECLARE_METATYPE(purser::BalanceMode)

class TestRaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatMovedBetweenLoadAndSubmitStopsASetTo_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("topped up") << QByteArray("90");
        QTest::newRow("spent") << QByteArray("87.449999999");
        QTest::newRow("below zero") << QByteArray("-3");
    }
    void whatMovedBetweenLoadAndSubmitStopsASetTo()
    {
        QFETCH(QByteArray, other);
        Ground ground;
        Life life(ground.place, ground.clock);
        QVERIFY(life.load(TokenName));
        QCOMPARE(ground.write(R"({"balance":)" + other + '}'), 200);
        life.desk.submit(balanceTo(u"100"_s));
        QVERIFY(life.waitUntilIdle());
        QCOMPARE(life.stops.size(), 1);
        const Stop stop = life.stops.constFirst();
        QVERIFY(stop.reason == Stop::Reason::Moved);
        QCOMPARE(textOf(stop.shown.balance), u"87.45"_s);
        QCOMPARE(textOf(stop.now.balance), QString::fromLatin1(other));
        QCOMPARE(stop.outlook.plan.patch.balance->toText(), u"100"_s); // the edit is kept
        QVERIFY(ground.place.rows().isEmpty());
        QCOMPARE(ground.balance(), QString::fromLatin1(other));
        // What was shown with it is the base now.
        life.desk.submit(balanceTo(u"100"_s));
        QVERIFY(life.waitUntilIdle());
        QCOMPARE(life.settled.size(), 1);
        QCOMPARE(textOf(ground.place.rows().constFirst().before.balance),
                 QString::fromLatin1(other));
        QCOMPARE(ground.balance(), u"100"_s);
    }

    void anAmountGoesByWhatTheOtherLeft_data()
    {
        QTest::addColumn<BalanceMode>("mode");
        QTest::addColumn<QString>("result");
        QTest::newRow("add") << BalanceMode::Add << u"60.5"_s;
        QTest::newRow("deduct") << BalanceMode::Deduct << u"39.5"_s;
    }
    void anAmountGoesByWhatTheOtherLeft()
    {
        QFETCH(BalanceMode, mode);
        QFETCH(QString, result);
        Ground ground;
        Life life(ground.place, ground.clock);
        QVERIFY(life.load(TokenName));
        QCOMPARE(ground.write(R"({"balance":50})"), 200);
        life.desk.submit(balanceTo(u"10.5"_s, mode));
        QVERIFY(life.waitUntilIdle());
        QCOMPARE(life.settled.size(), 1);
        QVERIFY(life.settled.constFirst().shownBalance); // it had moved a lot: to be said
        QCOMPARE(ground.place.outcomes(), QStringList{u"applied"_s});
        QCOMPARE(textOf(ground.place.rows().constFirst().before.balance), u"50"_s);
        QCOMPARE(ground.balance(), result);
    }

    void whatIsWrittenBetweenRereadAndChangeIsLostButTheJournalSaysWhatWasRead_data()
    {
        QTest::addColumn<BalanceMode>("mode");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("result");
        QTest::newRow("set") << BalanceMode::SetTo << u"-1"_s << u"-1"_s;
        QTest::newRow("deduct") << BalanceMode::Deduct << u"100"_s << u"-12.55"_s;
    }
    void whatIsWrittenBetweenRereadAndChangeIsLostButTheJournalSaysWhatWasRead()
    {
        QFETCH(BalanceMode, mode);
        QFETCH(QString, amount);
        QFETCH(QString, result);
        Ground ground;
        Life life(ground.place, ground.clock);
        QVERIFY(life.load(TokenName));
        life.desk.submit(balanceTo(amount, mode)); // a danger: it waits for an answer
        QTRY_COMPARE(life.desk.activity(), Activity::Asking);
        QCOMPARE(ground.write(R"({"balance":500,"expire_time":"2033-01-01T00:00:00Z"})"), 200);
        life.desk.answer(true);
        QVERIFY(life.waitUntilIdle());
        QCOMPARE(life.settled.size(), 1);
        const ChangeRecord row = ground.place.rows().constFirst();
        QCOMPARE(outcomeWord(row.outcome), u"applied"_s);
        QCOMPARE(textOf(row.before.balance), u"87.45"_s);
        // The answer says what the service holds, the other's hand included.
        QVERIFY(row.after);
        QCOMPARE(textOf(row.after->balance), result);
        QCOMPARE(row.after->expiry->toIso8601(), u"2033-01-01T00:00:00Z"_s);
        QCOMPARE(ground.balance(), result);
        QCOMPARE(textOf(life.desk.token()->balance), result);
    }

    void aServiceThatHoldsSomethingElseIsNotBelievedToHoldWhatWasAsked()
    {
        Ground ground({u"--fail"_s, u"lie:1"_s});
        Life life(ground.place, ground.clock);
        QVERIFY(life.load(TokenName));
        life.desk.submit(balanceTo(u"100"_s));
        QVERIFY(life.waitUntilIdle());
        const ChangeRecord row = ground.place.rows().constFirst();
        QCOMPARE(outcomeWord(row.outcome), u"applied_differently"_s);
        QVERIFY(row.after);
        QVERIFY(textOf(row.after->balance) != u"100"_s);
        QCOMPARE(textOf(life.desk.token()->balance), textOf(row.after->balance));
    }

    void ofTwoRunsThatSubmitAtOnceOneIsLeftWithNothingSent()
    {
        Ground ground({u"--fail"_s, u"hang:1"_s});
        Life one(ground.place, ground.clock);
        Life two(ground.place, ground.clock);
        QVERIFY(one.load(TokenName));
        QVERIFY(two.load(TokenName));
        one.desk.submit(balanceTo(u"101"_s));
        two.desk.submit(balanceTo(u"102"_s));
        QTRY_COMPARE(one.stops.size() + two.stops.size(), 1);
        Life &loser = one.stops.isEmpty() ? two : one;
        Life &winner = one.stops.isEmpty() ? one : two;
        QVERIFY(loser.stops.constFirst().reason == Stop::Reason::Undecided);
        QTRY_COMPARE(ground.place.outcomes(), QStringList{u"sent"_s});
        QCOMPARE(ground.place.rows().constFirst().run, winner.run.id());
        // The one that lost knows now, and is refused again.
        QTRY_VERIFY(loser.desk.undecided().elsewhere);
        QCOMPARE(loser.desk.undecided().elsewhere->run, winner.run.id());
        loser.desk.submit(balanceTo(u"103"_s));
        QVERIFY(loser.waitUntilIdle());
        QVERIFY(loser.stops.constLast().reason == Stop::Reason::Undecided);
        winner.desk.cancel();
        QVERIFY(winner.waitUntilIdle());
        QCOMPARE(ground.place.outcomes(), QStringList{u"unknown"_s});
        QVERIFY(loser.settled.isEmpty());
        QCOMPARE(ground.balance(), u"87.45"_s);
    }

    void onceTheOthersChangeIsDecidedTheNextOneGoes()
    {
        Ground ground({u"--fail"_s, u"500-after:1"_s});
        Life one(ground.place, ground.clock);
        Life two(ground.place, ground.clock);
        QVERIFY(one.load(TokenName));
        one.desk.submit(balanceTo(u"1"_s, BalanceMode::Add));
        QVERIFY(one.waitUntilIdle());
        QVERIFY(two.load(TokenName));
        QVERIFY(two.desk.undecided().elsewhere);
        one.desk.checkNow();
        QTRY_COMPARE(one.found.size(), 1);
        two.desk.submit(balanceTo(u"1"_s, BalanceMode::Add));
        QVERIFY(two.waitUntilIdle());
        QCOMPARE(two.settled.size(), 1);
        QCOMPARE(ground.place.outcomes(), QStringList({u"applied"_s, u"applied"_s}));
        QCOMPARE(ground.balance(), u"89.45"_s);
    }

    void aSecondRunLeavesALivingOnesChangesAlone()
    {
        const WireScript token =
            answer(200, R"({"name":"marketing-chatbot","token_type":"api_token","balance":87.45})");
        WireServer server;
        server.play({token, token, WireScript{{WireStep::awaitRequest(), WireStep::stall()}}});
        FakeClock clock;
        Workplace place{clock, *ServiceUrl::fromText(server.url(u"/v2"_s))};
        Life first(place, clock);
        QVERIFY(first.load(TokenName));
        first.desk.submit(balanceTo(u"101"_s));
        // Seen by the service: what is cancelled before its first byte was not applied.
        QTRY_VERIFY(server.requests().size() == 3 && !server.requests().constLast().body.isEmpty());
        Life second(place, clock);
        QVERIFY(second.recover());
        QVERIFY(second.recovery->undecided.isEmpty());
        QVERIFY(second.recovery->abandoned.isEmpty());
        QVERIFY(second.desk.settling().isEmpty());
        QCOMPARE(place.outcomes(), QStringList{u"sent"_s});
        QCOMPARE(place.rows().constFirst().run, first.run.id());
        first.desk.cancel();
        QVERIFY(first.waitUntilIdle());
        QVERIFY(second.recover());
        QCOMPARE(place.outcomes(), QStringList{u"unknown"_s});
        QCOMPARE(place.rows().constFirst().run, first.run.id());
    }

    void aRunThatEndedIsTakenOverByOneOfTwo()
    {
        constexpr int Rounds = 20;
        constexpr int EachKind = 5;
        Ground ground;
        for (int round = 0; round < Rounds; ++round) {
            const QString gone = leaveBehind(ground, EachKind);
            const auto isGone = [gone](const QString &run) { return run == gone; };
            Life one(ground.place, ground.clock, ground.place.account, isGone);
            Life two(ground.place, ground.clock, ground.place.account, isGone);
            one.desk.recover();
            two.desk.recover();
            QTRY_VERIFY(one.recovery && two.recovery);
            const QList<qint64> all = claimed(*one.recovery) + claimed(*two.recovery);
            QCOMPARE(all.size(), 2 * EachKind);
            QCOMPARE(QSet<qint64>(all.begin(), all.end()).size(), 2 * EachKind);
            for (const Life *life : {&one, &two}) {
                QCOMPARE(life->desk.settling().size(), life->recovery->undecided.size());
                for (const ChangeRecord &record : life->recovery->undecided) {
                    QCOMPARE(record.run, life->run.id());
                }
            }
            const auto rows = ground.place.rows().last(2 * EachKind);
            for (const ChangeRecord &row : rows) {
                const bool wasSent = row.key.token.endsWith(u'1') || row.key.token.endsWith(u'3')
                    || row.key.token.endsWith(u'5') || row.key.token.endsWith(u'7')
                    || row.key.token.endsWith(u'9');
                QCOMPARE(outcomeWord(row.outcome), wasSent ? u"unknown"_s : u"abandoned"_s);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
