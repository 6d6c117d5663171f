// SPDX-License-Identifier: GPL-3.0-or-later
// How a change of unknown outcome is found out about: on real sockets, a real journal, and a
// clock that stands still.
#include "editing/settler.h"

#include "support/append.h"
#include "support/fakeclock.h"
#include "support/wireserver.h"
#include "support/workplace.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

using State = Settler::State;
using Seconds = std::chrono::seconds;

WireScript holding(const QByteArray &balance)
{
    return answer(200, R"({"name":"alpha","token_type":"api_token","balance":)" + balance + '}');
}

Token withBalance(const QString &text)
{
    Token token;
    token.name = u"alpha"_s;
    token.type = TokenType::Production;
    token.typeText = u"api_token"_s;
    token.balance = MaybeBalance(*Balance::fromText(text));
    return token;
}

Bearer jwtOf(const QString &sub)
{
    const QByteArray claims = R"({"sub":")" + sub.toUtf8() + R"("})";
    return *Bearer::fromBytes(
        "e30." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        + ".c2ln");
}

Bearer plainKey()
{
    return *Bearer::fromText(u"a-plain-key"_s);
}

//! A change from 50 to 100 that has been sent, and the answer lost.
struct Bench {
    WireServer server;
    FakeClock clock;
    Workplace place{clock, *ServiceUrl::fromText(server.url(u"/v2"_s))};
    Settler settler{place.services, place.accounts, place.log, clock};
    QList<Change> settled;
    TokenKey key = keyOf(place.account, u"alpha"_s);

    explicit Bench(const QList<WireScript> &scripts)
    {
        server.play(scripts);
        QObject::connect(&settler, &Settler::settled, &settler,
                         [this](const Change &change) { settled.append(change); });
    }
    Change sent()
    {
        Change change;
        change.record.key = key;
        change.record.createdAt = clock.now();
        change.record.before = withBalance(u"50"_s);
        change.record.patch.balance = *Balance::fromText(u"100"_s);
        change.record.expected = withBalance(u"100"_s);
        Journal journal(place.journalPath(), place.run.id());
        const auto id = appendTo(journal, change.record, false);
        change.record.id = id ? *id : 0;
        journal.markSent(change.record.id);
        journal.end(change.record.id, {});
        change.record.outcome = Outcome::Unknown;
        change.sentAfter = clock.moment();
        change.overAt = clock.moment();
        return change;
    }
    //! As another program does it. sub: of the JWT; empty: a plain key.
    void signIn(const QStringList &customers, const QStringList &former, const QString &sub)
    {
        Account account = place.account;
        account.customers = former.isEmpty() ? customers : former;
        place.accounts.remove(account.id);
        place.accounts.save(account);
        if (!former.isEmpty()) {
            place.accounts.replaceCustomers(account.id, customers.constFirst());
        }
        place.credentials.keepForThisRun(account, sub.isEmpty() ? plainKey() : jwtOf(sub));
    }
    void take() { settler.take(sent()); }
    [[nodiscard]] TokenKey keyFor(const QString &token) const
    {
        return keyOf(place.account, token);
    }
    [[nodiscard]] Sighting seenNow() const { return {clock.moment(), clock.moment()}; }
    [[nodiscard]] std::optional<State> state() const
    {
        const auto *status = settler.status(key);
        return status ? std::optional(status->state) : std::nullopt;
    }
    //! Goes on to the next read and until it has ended.
    void nextRead()
    {
        QVERIFY(state() == State::Waiting);
        const auto before = server.requests().size();
        clock.advance(clock.nextWait());
        QTRY_COMPARE(server.requests().size(), before + 1);
        QTRY_VERIFY(state() != State::Reading);
    }
};

} // namespace

Q_DECLARE_METATYPE(purser::Outcome)

class TestSettler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAreSpacedOutForFiveMinutes()
    {
        Bench bench({answer(500, "")});
        bench.take();
        QList<int> pauses;
        while (bench.state() == State::Waiting) {
            pauses.append(static_cast<int>(bench.clock.nextWait().count() / 1000));
            bench.nextRead();
        }
        QCOMPARE(pauses, QList<int>({1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30, 30}));
        QVERIFY(bench.state() == State::GaveUp);
        QCOMPARE(bench.place.outcomes(), QStringList{u"unknown"_s});
        QVERIFY(bench.settled.isEmpty());
    }

    void whereReadingTakesAPatchThreeReadsAreMade()
    {
        Bench bench({answer(500, "")});
        bench.place.accounts.rememberReadsByPatch(bench.place.account.id);
        bench.take();
        const QDateTime start = bench.clock.now();
        QList<qint64> times;
        while (bench.state() == State::Waiting) {
            bench.nextRead();
            times.append(start.secsTo(bench.clock.now()));
        }
        QCOMPARE(times, QList<qint64>({2, 10, 35}));
        QCOMPARE(bench.server.requests().front().body, QByteArray("{}"));
    }

    void aReadDecides_data()
    {
        QTest::addColumn<QByteArray>("balance");
        QTest::addColumn<int>("reads");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("what was asked") << QByteArray("100") << 1 << Outcome::Applied;
        QTest::newRow("what was asked, less some spending")
            << QByteArray("99.7") << 1 << Outcome::Applied;
        QTest::newRow("the old value, once half a minute is over")
            << QByteArray("50") << 5 << Outcome::NotApplied;
    }
    void aReadDecides()
    {
        QFETCH(QByteArray, balance);
        QFETCH(int, reads);
        QFETCH(Outcome, outcome);
        Bench bench({holding(balance)});
        bench.take();
        for (int read = 1; read < reads; ++read) {
            bench.nextRead();
            QVERIFY(bench.settled.isEmpty());
            QVERIFY(bench.settler.status(bench.key)->verdict == Verdict::NotSeenYet);
        }
        bench.clock.advance(bench.clock.nextWait());
        QTRY_COMPARE(bench.settled.size(), 1);
        QCOMPARE(bench.settled.front().record.outcome, outcome);
        QCOMPARE(bench.place.outcomes(), QStringList{outcomeWord(outcome)});
        const ChangeRecord row = bench.place.rows().front();
        QCOMPARE(row.settledHow, u"read"_s);
        QVERIFY(row.after);
        QVERIFY(!bench.state());
        bench.clock.advance(std::chrono::minutes(10));
        QCOMPARE(bench.settled.size(), 1);
    }

    void whatBothStoriesExplainIsNeverDecided()
    {
        Bench bench({holding("30")});
        bench.take();
        while (bench.state() == State::Waiting) {
            bench.nextRead();
        }
        QVERIFY(bench.state() == State::GaveUp);
        QVERIFY(bench.settler.status(bench.key)->verdict == Verdict::CannotTell);
        QCOMPARE(bench.place.outcomes(), QStringList{u"unknown"_s});
    }

    void anotherRunsChangeMayHaveMadeWhatIsRead()
    {
        Bench bench({holding("99.7")});
        bench.take();
        Journal other(bench.place.journalPath(), u"00000000-0000-0000-0000-000000000001"_s);
        ChangeRecord record;
        record.key = bench.key;
        record.createdAt = bench.clock.now();
        const auto id = appendTo(other, record, true);
        QVERIFY(id && !other.markSent(*id));
        bench.nextRead();
        QTRY_VERIFY(bench.settler.status(bench.key)->verdict == Verdict::CannotTell);
        QVERIFY(bench.settled.isEmpty());
    }

    void checkNowReadsAtOnceAndAfterGivingUpToo()
    {
        Bench bench({answer(500, ""), holding("100")});
        bench.take();
        bench.settler.checkNow(bench.key);
        QTRY_VERIFY(bench.state() == State::Waiting);
        QCOMPARE(bench.server.requests().size(), 1);
        QVERIFY(bench.settler.status(bench.key)->failure);
        bench.settler.stop(bench.key);
        QVERIFY(bench.state() == State::Stopped);
        bench.clock.advance(std::chrono::minutes(10));
        QCOMPARE(bench.server.requests().size(), 1);
        bench.settler.checkNow(bench.key);
        QTRY_COMPARE(bench.settled.size(), 1);
    }

    //! As "Send anyway" does while the read that decides is under way.
    void whatHadEndedOtherwiseIsToldAsItsRowSays()
    {
        Bench bench({holding("100")});
        bench.take();
        Journal journal(bench.place.journalPath(), bench.place.run.id());
        ChangeEnd byHand;
        byHand.outcome = Outcome::Abandoned;
        byHand.how = settledhow::User;
        byHand.at = bench.clock.now();
        QVERIFY(!journal.end(bench.settler.status(bench.key)->change.record.id, byHand));

        bench.clock.advance(bench.clock.nextWait());

        QTRY_COMPARE(bench.settled.size(), 1);
        QCOMPARE(bench.settled.first().record.outcome, Outcome::Abandoned);
        QCOMPARE(bench.settled.first().record.settledHow, settledhow::User);
        QCOMPARE(bench.place.outcomes(), QStringList{u"abandoned"_s});
    }

    void abandoningClosesItByHand()
    {
        Bench bench({answer(500, "")});
        bench.take();
        bench.settler.abandon(bench.key);
        QTRY_COMPARE(bench.settled.size(), 1);
        QCOMPARE(bench.place.outcomes(), QStringList{u"abandoned"_s});
        QCOMPARE(bench.place.rows().front().settledHow, u"user"_s);
        bench.clock.advance(std::chrono::minutes(10));
        QVERIFY(bench.server.requests().isEmpty());
    }

    void aReadForAnotherReasonIsEvidenceToo()
    {
        Bench bench({answer(500, "")});
        bench.take();
        bench.settler.consider(bench.keyFor(u"beta"_s), withBalance(u"100"_s), bench.seenNow());
        QVERIFY(bench.state());
        Sighting early = bench.seenNow();
        early.asked.monotonic -= Seconds(1);
        bench.settler.consider(bench.key, withBalance(u"100"_s), early);
        QVERIFY(bench.state()); // read before it was sent
        bench.settler.consider(bench.key, withBalance(u"100"_s), bench.seenNow());
        QTRY_COMPARE(bench.settled.size(), 1);
    }

    void whatTwoTakenOverChangesExplainDecidesNeither()
    {
        Bench bench({holding("79.5")}); // 100 after much spending, or 80 after little
        const QString gone = u"00000000-0000-0000-0000-000000000001"_s;
        Journal other(bench.place.journalPath(), gone);
        ChangeRecord record = bench.sent().record; // this run's own, left alone
        record.key.token = u"beta"_s;
        for (const auto *asked : {u"100", u"80"}) {
            record.patch.balance = *Balance::fromText(QStringView(asked));
            const auto sent = appendTo(other, record, true);
            QVERIFY(sent && !other.markSent(*sent));
        }
        Journal own(bench.place.journalPath(), bench.place.run.id());
        const auto recovery =
            own.recover([&gone](const QString &run) { return run == gone; }, bench.clock.now());
        for (const Change &change : changesFrom(recovery->undecided, bench.clock.moment())) {
            bench.settler.take(change);
        }
        const TokenKey beta = bench.keyFor(u"beta"_s);
        Token read = withBalance(u"79.5"_s);
        read.name = u"beta"_s;
        bench.settler.consider(beta, read, bench.seenNow());
        QVERIFY(bench.settler.status(beta));
        QTRY_VERIFY(bench.settler.status(beta)->verdict == Verdict::CannotTell);
    }

    //! Somebody signs in to the account while a change is being found out about.
    void whatAnotherCustomersTokenHoldsSaysNothing_data()
    {
        QTest::addColumn<QString>("row"); // whose key the change was made with; "?": a plain one's
        QTest::addColumn<QStringList>("customers");
        QTest::addColumn<QStringList>("former");
        QTest::addColumn<QString>("now"); // sub of the JWT that is there by now; "": a plain key
        QTest::addColumn<bool>("tells");
        const QString a = jwtOf(u"a"_s).customer();
        const QString b = jwtOf(u"b"_s).customer();
        const QString key = UnnamedCustomer;
        const QStringList none;
        QTest::newRow("the same") << a << QStringList{a} << none << u"a"_s << true;
        QTest::newRow("another one") << a << QStringList{b} << QStringList{a} << u"b"_s << false;
        QTest::newRow("said to be the same") << a << QStringList{a, b} << none << u"b"_s << true;
        QTest::newRow("another one, after a plain key")
            << key << QStringList{b} << QStringList{key} << u"b"_s << false;
        QTest::newRow("another one, before it is saved")
            << key << QStringList{key} << none << u"b"_s << false;
        QTest::newRow("the plain key's") << key << QStringList{key} << none << u""_s << true;
        QTest::newRow("a plain key's, after another one")
            << key << QStringList{key} << QStringList{a} << u""_s << true;
        QTest::newRow("an older plain key's")
            << key << QStringList{key} << QStringList{key, a} << u""_s << false;
        QTest::newRow("a plain key, after another one")
            << a << QStringList{key} << QStringList{a} << u""_s << false;
    }
    void whatAnotherCustomersTokenHoldsSaysNothing()
    {
        QFETCH(QString, row);
        QFETCH(QStringList, customers);
        QFETCH(QStringList, former);
        QFETCH(QString, now);
        QFETCH(bool, tells);
        Bench bench({holding("100")});
        Change change = bench.sent();
        change.record.key.customer = row == UnnamedCustomer ? QString() : row;
        change.record.readSeq = 1;
        bench.settler.take(change);
        bench.signIn(customers, former, now);
        bench.clock.advance(bench.clock.nextWait());
        QTRY_VERIFY(bench.settled.size() == 1
                    || (bench.settler.status(bench.key)
                        && bench.settler.status(bench.key)->failure.has_value()));
        QCOMPARE(bench.settled.size(), tells ? 1 : 0);
        QCOMPARE(bench.server.requests().size(), tells ? 1 : 0);
    }

    //! This run knows the very key that it sent its own change with.
    void whatThisRunSentIsFoundOutWithTheSameKey()
    {
        Bench bench({holding("100")});
        bench.signIn({UnnamedCustomer}, {UnnamedCustomer}, {});
        Change change = bench.sent();
        change.record.readSeq = 1;
        change.holder =
            KeyHolder{{}, QCryptographicHash::hash(plainKey().bytes(), QCryptographicHash::Sha256)};
        bench.settler.take(change);
        bench.clock.advance(bench.clock.nextWait());
        QTRY_COMPARE(bench.settled.size(), 1);
    }

    void anAccountOfTheSameCustomerStandsInForOneThatIsGone_data()
    {
        QTest::addColumn<QString>("customer"); // sub of the other account's JWT
        QTest::addColumn<bool>("tells");
        QTest::newRow("the same") << u"a"_s << true;
        QTest::newRow("another one") << u"b"_s << false;
        QTest::newRow("a plain key") << u""_s << false;
    }
    void anAccountOfTheSameCustomerStandsInForOneThatIsGone()
    {
        QFETCH(QString, customer);
        QFETCH(bool, tells);
        Bench bench({holding("100")});
        Change change = bench.sent();
        change.record.key.customer = jwtOf(u"a"_s).customer();
        bench.place.accounts.remove(bench.place.account.id);
        Account other = bench.place.account;
        other.id = newAccountId();
        const Bearer bearer = customer.isEmpty() ? plainKey() : jwtOf(customer);
        other.customers = {customerMark(bearer.customer())};
        QVERIFY(bench.place.accounts.save(other));
        bench.place.credentials.keepForThisRun(other, bearer);
        bench.settler.take(change);
        if (tells) {
            bench.clock.advance(bench.clock.nextWait());
            QTRY_COMPARE(bench.settled.size(), 1);
        } else {
            QVERIFY(bench.state() == State::GaveUp);
            QVERIFY(bench.server.requests().isEmpty());
        }
    }

    void withoutItsAccountNothingIsRead()
    {
        Bench bench({holding("100")});
        Change change = bench.sent();
        bench.place.accounts.remove(bench.place.account.id);
        bench.settler.take(change);
        QVERIFY(bench.state() == State::GaveUp);
        bench.settler.checkNow(bench.key);
        bench.clock.advance(std::chrono::minutes(10));
        QVERIFY(bench.server.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSettler)
#include "tst_settler.moc"
