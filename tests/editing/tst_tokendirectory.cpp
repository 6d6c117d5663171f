// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/tokendirectory.h"

#include "support/append.h"
#include "support/fakeclock.h"
#include "support/wireserver.h"
#include "support/workplace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

WireScript list(const QList<QByteArray> &names)
{
    QByteArray body;
    for (const QByteArray &name : names) {
        body += (body.isEmpty() ? "" : ",")
            + (R"({"name":")" + name + R"(","token_type":"api_token"})");
    }
    return answer(200, "[" + body + "]");
}

WireScript noList()
{
    return answer(405, R"({"detail":"no"})");
}

struct Bench {
    WireServer server;
    FakeClock clock;
    Workplace place{clock, *ServiceUrl::fromText(server.url(u"/v2"_s))};
    TokenDirectory directory{place.services, place.log};
    QSignalSpy loading{&directory, &TokenDirectory::loading};
    QSignalSpy listed{&directory, &TokenDirectory::listed};
    QSignalSpy named{&directory, &TokenDirectory::named};
    QSignalSpy failed{&directory, &TokenDirectory::failed};

    explicit Bench(const QList<WireScript> &scripts)
    {
        server.play(scripts);
        directory.open(place.account);
    }
};

} // namespace

class TestTokenDirectory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theServicesListIsWhatThereIs()
    {
        Bench bench({list({"beta", "alpha"})});
        bench.directory.refresh();
        QCOMPARE(bench.loading.size(), 1);
        QTRY_COMPARE(bench.listed.size(), 1);
        QCOMPARE(bench.directory.names(), QStringList({u"beta"_s, u"alpha"_s}));
    }

    void whatWasListedAtTheSignInIsNotAskedForAgain()
    {
        Bench bench({list({"alpha"})});
        TokenListReply reply;
        reply.tokens.resize(1);
        reply.tokens.front().name = u"gamma"_s;
        bench.directory.offer(bench.place.account, reply);
        bench.directory.refresh();
        QCOMPARE(bench.listed.size(), 1);
        QCOMPARE(bench.directory.names(), QStringList{u"gamma"_s});
        QVERIFY(bench.server.requests().isEmpty());
        bench.directory.refresh(); // once
        QTRY_COMPARE(bench.server.requests().size(), 1);
    }

    void anotherAccountsOfferIsNotThisOnes()
    {
        Bench bench({list({"alpha"})});
        bench.directory.offer(bench.place.account, TokenListReply());
        bench.directory.open(bench.place.account);
        bench.directory.refresh();
        QTRY_COMPARE(bench.server.requests().size(), 1);
    }

    void aServiceWithoutAListLeavesTheNamesThatAreKnown()
    {
        Bench bench({noList()});
        Journal journal(bench.place.journalPath(), bench.place.run.id());
        ChangeRecord record;
        record.key = keyOf(bench.place.account, u"written"_s);
        record.createdAt = bench.clock.now();
        record.patch.balance = *Balance::fromText(u"1"_s);
        QVERIFY(appendTo(journal, record, false));
        bench.directory.remember(u"typed"_s);
        bench.directory.remember(u"written"_s);
        bench.directory.refresh();
        QTRY_COMPARE(bench.named.size(), 1);
        QCOMPARE(bench.directory.names(), QStringList({u"written"_s, u"typed"_s}));
        QVERIFY(bench.failed.isEmpty());
    }

    void aFailureLeavesTheNames()
    {
        Bench bench({answer(401, R"({"detail":"no"})")});
        bench.directory.remember(u"typed"_s);
        bench.directory.refresh();
        QTRY_COMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.directory.names(), QStringList{u"typed"_s});
    }

    void anotherAccountBeginsWithNothing()
    {
        Bench bench({list({"alpha"})});
        bench.directory.remember(u"typed"_s);
        bench.directory.refresh();
        bench.directory.open(bench.place.account); // while the list is on its way
        QVERIFY(bench.directory.names().isEmpty());
        bench.directory.refresh();
        QTRY_COMPARE(bench.listed.size(), 1);
        QVERIFY(bench.failed.isEmpty());
    }

    //! A settler's read with the JWT of before may be answered after somebody else signed in.
    void whatAnotherCustomersJwtReadIsNotOfTheList()
    {
        Bench bench({list({"alpha"})});
        bench.directory.refresh();
        QTRY_COMPARE(bench.listed.size(), 1);
        QSignalSpy seen(&bench.directory, &TokenDirectory::seen);
        TokenKey key = keyOf(bench.place.account);
        key.customer = u"somebody-else"_s;
        Token token;
        token.name = u"alpha"_s;
        bench.place.services.note(key, {token}, bench.clock.now());
        QCOMPARE(seen.size(), 0);
        key.customer.clear(); // as of the plain key that listed
        bench.place.services.note(key, {token}, bench.clock.now());
        QCOMPARE(seen.size(), 1);
    }

    void withoutAnAccountNobodyIsAsked()
    {
        Bench bench({list({"alpha"})});
        bench.directory.open(std::nullopt);
        bench.directory.refresh();
        QVERIFY(bench.loading.isEmpty());
    }

    void whatOthersSeeOfAnAccountsTokensIsTold_data()
    {
        QTest::addColumn<bool>("isOtherAccount");
        QTest::newRow("this account's") << false;
        QTest::newRow("another account's") << true;
    }
    void whatOthersSeeOfAnAccountsTokensIsTold()
    {
        QFETCH(bool, isOtherAccount);
        Bench bench({});
        QSignalSpy seen(&bench.directory, &TokenDirectory::seen);
        TokenKey key = keyOf(bench.place.account);
        if (isOtherAccount) {
            key.accountId = newAccountId();
        }
        Token token;
        token.name = u"alpha"_s;
        bench.place.services.note(key, {token}, bench.clock.now());
        QCOMPARE(seen.size(), isOtherAccount ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(TestTokenDirectory)
#include "tst_tokendirectory.moc"
