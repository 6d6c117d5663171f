// SPDX-License-Identifier: GPL-3.0-or-later
// What the doors of an account have in common, and what they don't.
#include "editing/accountservices.h"

#include "editing/settler.h"
#include "editing/tokeneditor.h"
#include "support/append.h"
#include "support/fakeclock.h"
#include "support/tokens.h"
#include "support/wireserver.h"
#include "support/workplace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QByteArray tokenBody(const QString &name)
{
    return R"({"name":")" + name.toUtf8() + R"(","token_type":"api_token","balance":7})";
}

WireScript stallAfterRequest()
{
    return {{WireStep::awaitRequest(), WireStep::stall()}};
}

struct Bench {
    WireServer server;
    FakeClock clock;
    Workplace place{clock, *ServiceUrl::fromText(server.url(u"/v2"_s))};

    explicit Bench(const QList<WireScript> &scripts) { server.play(scripts); }

    std::unique_ptr<AccountService> open(Priority priority = Priority::Foreground)
    {
        return place.services.open(place.account, priority);
    }
    //! Requests that came and were not given up.
    [[nodiscard]] int underWay() const
    {
        const auto connections = server.connections();
        return static_cast<int>(
            std::count_if(connections.begin(), connections.end(), [](const WireConnection &one) {
                return one.open && !one.requests.isEmpty();
            }));
    }
    Change undecided(const QString &token)
    {
        Change change;
        ChangeRecord &record = change.record;
        record.key = keyOf(place.account, token);
        record.createdAt = clock.now();
        record.patch.balance = *Balance::fromText(u"100"_s);
        Journal journal(place.journalPath(), place.run.id());
        const auto id = appendTo(journal, record, false);
        record.id = id ? *id : 0;
        journal.markSent(record.id);
        journal.end(record.id, {});
        record.outcome = Outcome::Unknown;
        change.sentAfter = change.overAt = clock.moment();
        return change;
    }
};

} // namespace

class TestAccountServices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void howManyUndecidedTokensThereEverAreAServiceIsAskedAtMostFourTimesAtOnce()
    {
        Bench bench({stallAfterRequest()});
        Settler settler(bench.place.services, bench.place.accounts, bench.place.log, bench.clock);
        TokenEditor editor(bench.place.services, bench.place.log, bench.clock);
        constexpr int Tokens = 50;
        QList<TokenKey> keys;
        for (int index = 0; index < Tokens; ++index) {
            const Change change = bench.undecided(u"token-%1"_s.arg(index));
            keys.append(change.record.key);
            settler.take(change);
            settler.checkNow(keys.last());
        }
        QTRY_COMPARE(bench.underWay(), 2); // the background's
        const auto lister = bench.open();
        lister->list(Retry::Never, [](const ListResult &) {});
        QTRY_COMPARE(bench.underWay(), 3);
        editor.setAccount(bench.place.account);
        editor.load(u"token-0"_s);
        QTRY_COMPARE(bench.underWay(), 4); // whoever waits for it does not wait behind the others
        lister->list(Retry::Never, [](const ListResult &) {});
        int most = 4;
        for (const TokenKey &key : std::as_const(keys)) { // each one that is given up lets one in
            settler.forget(key);
            QTRY_VERIFY(bench.underWay() >= 1);
            most = std::max(most, bench.underWay());
        }
        QCOMPARE(most, 4);
        QTRY_COMPARE(bench.underWay(), 3); // two lists and the editor
        QTRY_VERIFY(bench.server.requests().size() >= 5);
    }

    void whatOneDoorLearnsAllDoorsKnow()
    {
        Bench bench({answer(405, R"({"detail":"no"})"), answer(200, tokenBody(u"alpha"_s))});
        const auto first = bench.open();
        const auto second = bench.open(Priority::Background);
        std::optional<ReadResult> result;
        first->read(u"alpha"_s, Retry::Never, [&](const ReadResult &read) { result = read; });
        QTRY_VERIFY(result && *result);
        QVERIFY(second->readsByPatch());
        QVERIFY(bench.open()->readsByPatch());
        QTRY_VERIFY(bench.place.accounts.accountById(bench.place.account.id)->readsByPatch);
    }

    void anotherUrlOfTheSameAccountIsAnotherService()
    {
        Bench bench({answer(405, R"({"detail":"no"})"), answer(200, tokenBody(u"alpha"_s))});
        const auto first = bench.open();
        bool read = false;
        first->read(u"alpha"_s, Retry::Never, [&](const ReadResult &) { read = true; });
        QTRY_VERIFY(read);
        Account moved = bench.place.account;
        moved.url = *ServiceUrl::fromText(bench.server.url(u"/v3"_s));
        QVERIFY(!bench.place.services.open(moved, Priority::Foreground)->readsByPatch());
    }

    void whatIsSeenIsToldAndRemembered_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("by a list") << u"list"_s << "[" + tokenBody(u"alpha"_s) + "]";
        QTest::newRow("by a read") << u"read"_s << tokenBody(u"alpha"_s);
        QTest::newRow("by a change") << u"update"_s << tokenBody(u"alpha"_s);
    }
    void whatIsSeenIsToldAndRemembered()
    {
        QFETCH(QString, how);
        QFETCH(QByteArray, reply);
        Bench bench({answer(200, reply)});
        const QString customer = Bearer::fromText(u"e30.eyJzdWIiOiJhbm4ifQ.c2ln"_s)->customer();
        bench.place.credentials.keepForThisRun(bench.place.account,
                                               *Bearer::fromText(u"e30.eyJzdWIiOiJhbm4ifQ.c2ln"_s));
        QSignalSpy seen(&bench.place.services, &AccountServices::seen);
        const auto door = bench.open();
        if (how == "list"_L1) {
            door->list(Retry::Never, [](const ListResult &) {});
        } else if (how == "read"_L1) {
            door->read(u"alpha"_s, Retry::Never, [](const ReadResult &) {});
        } else {
            TokenPatch patch;
            patch.balance = *Balance::fromText(u"7"_s);
            door->fetchBearer(this, [&door, patch](const Expected<Bearer, Failure> &bearer) {
                door->update(u"alpha"_s, patch, *bearer, {});
            });
        }
        QTRY_COMPARE(seen.size(), 1);
        const auto key = seen.front().at(0).value<TokenKey>();
        QCOMPARE(key.accountId, bench.place.account.id);
        QCOMPARE(key.customer, customer);
        QCOMPARE(seen.front().at(1).value<QList<Token>>().front().name, u"alpha"_s);
        QCOMPARE(seen.front().at(2).toDateTime(), bench.clock.now());
        const auto names = [&bench, key] {
            Journal journal(bench.place.journalPath(), QString(), Journal::Mode::Read);
            const auto found = journal.tokenNames(key);
            return found ? *found : QStringList();
        };
        QTRY_COMPARE(names(), QStringList{u"alpha"_s});
    }

    void aDoorThatIsClosedTakesItsOwnRequestsAlone()
    {
        Bench bench({stallAfterRequest()});
        auto first = bench.open();
        const auto second = bench.open();
        bool answered = false;
        first->read(u"alpha"_s, Retry::Never, [&](const ReadResult &) { answered = true; });
        second->read(u"beta"_s, Retry::Never, [&](const ReadResult &) { answered = true; });
        QTRY_COMPARE(bench.underWay(), 2);
        first.reset();
        QTRY_COMPARE(bench.underWay(), 1);
        QVERIFY(!answered);
    }

    void aDoorExpectsItsUsersCustomerAndNotTheOthers()
    {
        Bench bench({answer(200, tokenBody(u"alpha"_s))});
        const auto first = bench.open();
        const auto second = bench.open();
        first->expectCustomers({u"somebody-else"_s});
        std::optional<ReadResult> one;
        std::optional<ReadResult> other;
        first->read(u"alpha"_s, Retry::Never, [&](const ReadResult &read) { one = read; });
        second->read(u"alpha"_s, Retry::Never, [&](const ReadResult &read) { other = read; });
        QTRY_VERIFY(one && other);
        QVERIFY(!*one && std::holds_alternative<OtherCustomer>(one->error()));
        QVERIFY(*other);
        QCOMPARE(bench.server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccountServices)
#include "tst_accountservices.moc"
