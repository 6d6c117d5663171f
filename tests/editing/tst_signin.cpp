// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/signin.h"

#include "domain/customer.h"
#include "editing/accountservice.h"
#include "journal/journalthread.h"
#include "support/append.h"
#include "support/fakekeychain.h"
#include "support/wireserver.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

const QByteArray TokenList = R"([{"name":"alpha","token_type":"api_token"},)"
                             R"({"name":"beta","token_type":"sandbox_api_token"}])";

struct Bench {
    WireServer server;
    QTemporaryDir folder;
    FakeKeychain keychain;
    AccountStore accounts{folder.filePath(u"purser.ini"_s)};
    Credentials credentials{keychain, &accounts};
    SignIn signIn{credentials, accounts};
    QSignalSpy signedIn{&signIn, &SignIn::signedIn};
    QSignalSpy refused{&signIn, &SignIn::refused};
    QSignalSpy confirmationNeeded{&signIn, &SignIn::confirmationNeeded};
    QSignalSpy keychainFailed{&signIn, &SignIn::keychainFailed};
    QSignalSpy customerQuestion{&signIn, &SignIn::customerQuestion};
    QSignalSpy olderForgotten{&signIn, &SignIn::olderJwtForgotten};
    QSignalSpy accountNotSaved{&signIn, &SignIn::accountNotSaved};
    Account account{u"Test"_s, *ServiceUrl::fromText(server.url(u"/v2"_s)), false, false,
                    newAccountId()};
    QString key = Credentials::key(account);
    Bearer fresh = *Bearer::fromText(u"fresh-bearer-value"_s);
    Bearer older = *Bearer::fromText(u"older-bearer-value"_s);

    void start()
    {
        signIn.start(account, fresh);
        QTRY_VERIFY_WITH_TIMEOUT(!signIn.isUnderWay(), 10'000);
    }
    int signalCount() const
    {
        return static_cast<int>(signedIn.size() + refused.size() + confirmationNeeded.size()
                                + keychainFailed.size() + customerQuestion.size());
    }
};

//! An answer to customerQuestion.
using Act = void (SignIn::*)();

//! Of the customer with this sub.
Bearer jwtOf(const QString &sub)
{
    const QByteArray payload = "{\"sub\":\"" + sub.toUtf8() + "\"}";
    return *Bearer::fromBytes(
        "e30." + payload.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        + ".c2ln");
}

QStringList customersOf(const QStringList &subs)
{
    QStringList customers;
    for (const QString &sub : subs) {
        customers.append(customerMark(jwtOf(sub).customer()));
    }
    return customers;
}

} // namespace

Q_DECLARE_METATYPE(purser::test::WireScript)
Q_DECLARE_METATYPE(std::optional<purser::KeychainProblem>)
Q_DECLARE_METATYPE(Act)

class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theServicesAnswerDecides_data()
    {
        QTest::addColumn<WireScript>("script");
        QTest::addColumn<bool>("stored");
        QTest::addColumn<bool>("checked");
        QTest::addColumn<bool>("asks");
        QTest::newRow("accepted") << answer(200, TokenList) << true << true << false;
        QTest::newRow("401") << answer(401, "{}") << false << false << false;
        QTest::newRow("403") << answer(403, "{}") << false << false << true;
        QTest::newRow("404") << answer(404, "<html>") << true << false << false;
        QTest::newRow("405") << answer(405, "{}") << true << false << false;
        QTest::newRow("500") << answer(500, "") << true << false << false;
        QTest::newRow("no connection")
            << WireScript{{WireStep::awaitRequest(), WireStep::reset()}} << true << false << false;
    }
    void theServicesAnswerDecides()
    {
        QFETCH(WireScript, script);
        QFETCH(bool, stored);
        QFETCH(bool, checked);
        QFETCH(bool, asks);
        Bench bench;
        bench.server.play({script});
        bench.start();
        QCOMPARE(bench.signalCount(), 1);
        QCOMPARE(bench.signedIn.size(), stored ? 1 : 0);
        QCOMPARE(bench.confirmationNeeded.size(), asks ? 1 : 0);
        QCOMPARE(bench.keychain.entry(bench.key).has_value(), stored);
        QCOMPARE(bench.accounts.account(u"Test"_s).has_value(), stored);
        if (stored) {
            const auto &result =
                *static_cast<const TokenListResult *>(bench.signedIn.front().at(1).constData());
            QCOMPARE(result.hasValue(), checked);
            QVERIFY(!checked || result->tokens.size() == 2);
        }
    }

    void aRefusedJwtLeavesTheOlderOne()
    {
        Bench bench;
        bench.keychain.put(bench.key, bench.older);
        bench.server.play({answer(401, "{}")});
        bench.start();
        QCOMPARE(bench.refused.size(), 1);
        QVERIFY(bench.keychain.entry(bench.key) == bench.older);
    }

    void aForbiddenJwtIsKeptOnceConfirmed()
    {
        Bench bench;
        bench.server.play({answer(403, "{}")});
        bench.start();
        QVERIFY(bench.keychain.isEmpty());
        bench.signIn.storeAnyway();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(bench.keychain.entry(bench.key) == bench.fresh);
    }

    void aLockedKeychainIsUnlockedAndTriedAgain()
    {
        Bench bench;
        bench.keychain.setLocked(true);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.keychainFailed.size(), 1);
        QCOMPARE(bench.keychainFailed.front().front().value<KeychainProblem>(),
                 KeychainProblem::Locked);
        bench.signIn.unlockAndRetry();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(bench.keychain.entry(bench.key) == bench.fresh);
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void withoutAKeychainTheJwtServesThisRunOnly()
    {
        Bench bench;
        bench.keychain.setProblem(KeychainProblem::Unavailable);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.keychainFailed.size(), 1);
        QVERIFY(!bench.credentials.isKeptForThisRun(bench.account)); // not before the user says so
        bench.signIn.keepForThisRun();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(bench.credentials.isKeptForThisRun(bench.account));
    }

    void anotherUrlKeepsTheAccountAndForgetsTheOlderJwt_data()
    {
        QTest::addColumn<QString>("before"); // "": the server's, with another path
        QTest::addColumn<bool>("sameEntry");
        QTest::addColumn<std::optional<KeychainProblem>>("problem");
        using Problem = std::optional<KeychainProblem>;
        QTest::newRow("another host") << u"https://before.example.org/v2"_s << false << Problem();
        QTest::newRow("another host, and it can't be forgotten")
            << u"https://before.example.org/v2"_s << false << Problem(KeychainProblem::NotKept);
        QTest::newRow("another path") << QString() << true << Problem();
    }
    void anotherUrlKeepsTheAccountAndForgetsTheOlderJwt()
    {
        QFETCH(QString, before);
        QFETCH(bool, sameEntry);
        QFETCH(std::optional<KeychainProblem>, problem);
        Bench bench;
        Account elsewhere = bench.account;
        elsewhere.url =
            *ServiceUrl::fromText(before.isEmpty() ? bench.server.url(u"/v1"_s) : before);
        elsewhere.readsByPatch = true;
        elsewhere.requiresReason = true;
        QVERIFY(bench.accounts.save(elsewhere));
        const QString olderKey = Credentials::key(elsewhere);
        bench.keychain.put(olderKey, bench.older);
        bench.keychain.setForgetProblem(problem);
        bench.server.play({answer(200, TokenList)});
        bench.start();

        QCOMPARE(bench.signedIn.size(), 1); // told after the older one is gone, or is not
        const Account saved = *bench.accounts.account(u"Test"_s);
        QCOMPARE(saved.id, bench.account.id);
        QVERIFY(saved.url == bench.account.url && saved.requiresReason && !saved.readsByPatch);
        QVERIFY(bench.signedIn.front().front().value<Account>() == saved);
        QVERIFY(bench.keychain.entry(bench.key) == bench.fresh);
        QCOMPARE(bench.olderForgotten.size(), sameEntry ? 0 : 1);
        if (sameEntry) {
            return;
        }
        QCOMPARE(bench.olderForgotten.front().front().value<std::optional<KeychainProblem>>(),
                 problem);
        QCOMPARE(bench.keychain.entry(olderKey).has_value(), problem.has_value());
        QCOMPARE(bench.accounts.keychainEntries().contains(olderKey), problem.has_value());
    }

    void anAccountThatCannotBeSavedKeepsItsOlderJwt()
    {
        Bench bench;
        Account elsewhere = bench.account;
        elsewhere.url = *ServiceUrl::fromText(u"https://before.example.org/v2"_s);
        elsewhere.customers = customersOf({QString()}); // so that the older one is not read
        QVERIFY(bench.accounts.save(elsewhere));
        bench.keychain.put(Credentials::key(elsewhere), bench.older);
        bench.server.play({answer(200, TokenList)});
        bench.keychain.hold();
        bench.signIn.start(bench.account, bench.fresh);
        QTRY_COMPARE(bench.keychain.pending(), 1);
        QVERIFY(QFile::remove(bench.accounts.path()) && QDir().mkpath(bench.accounts.path()));
        bench.keychain.release();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QCOMPARE(bench.accountNotSaved.size(), 1);
        QVERIFY(bench.keychain.entry(Credentials::key(elsewhere)) == bench.older);
    }

    void anAccountThatSomebodyJustMadeIsTheOne()
    {
        Bench bench;
        Account theirs = bench.account;
        theirs.id = newAccountId();
        bench.server.play({answer(200, TokenList)});
        bench.keychain.hold();
        bench.signIn.start(bench.account, bench.fresh);
        QTRY_COMPARE(bench.keychain.pending(), 1);
        QVERIFY(bench.accounts.save(theirs));
        bench.keychain.release();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QCOMPARE(bench.accounts.accounts().size(), 1);
        QCOMPARE(bench.accounts.current()->id, theirs.id);
        QCOMPARE(bench.keychain.names(), QStringList{Credentials::key(theirs)});
        QCOMPARE(bench.accounts.keychainEntries(), QStringList{Credentials::key(theirs)});
    }

    void itIsAskedWhoseJwtItIs_data()
    {
        QTest::addColumn<QStringList>("known"); // by their sub
        QTest::addColumn<QString>("older"); // sub of the JWT in the keychain; "": none there
        QTest::addColumn<QString>("fresh"); // "": it names none
        QTest::addColumn<bool>("asks");
        QTest::addColumn<QStringList>("after"); // where it is not asked
        const QStringList none;
        QTest::newRow("nothing known")
            << none << QString() << u"a"_s << false << QStringList{u"a"_s};
        QTest::newRow("the same") << QStringList{u"a"_s} << u"a"_s << u"a"_s << false
                                  << QStringList{u"a"_s};
        QTest::newRow("one of them") << QStringList{u"a"_s, u"b"_s} << u"b"_s << u"a"_s << false
                                     << QStringList({u"b"_s, u"a"_s});
        QTest::newRow("another one") << QStringList{u"a"_s} << u"a"_s << u"b"_s << true << none;
        QTest::newRow("another one, signed out")
            << QStringList{u"a"_s} << QString() << u"b"_s << true << none;
        QTest::newRow("another one than in the keychain")
            << none << u"a"_s << u"b"_s << true << none;
        QTest::newRow("the same as in the keychain")
            << none << u"a"_s << u"a"_s << false << QStringList{u"a"_s};
        QTest::newRow("a key that names none, after one that does")
            << QStringList{u"a"_s} << u"a"_s << QString() << true << none;
        QTest::newRow("one that names it, after a key that does not")
            << QStringList{QString()} << QString() << u"a"_s << true << none;
        QTest::newRow("two keys that name none")
            << QStringList{QString()} << QString() << QString() << false << QStringList{QString()};
        QTest::newRow("a key that names none, nothing known")
            << none << QString() << QString() << false << QStringList{QString()};
        QTest::newRow("nothing known, and changes that nothing is known of")
            << none << u"changes"_s << u"a"_s << true << none;
    }
    void itIsAskedWhoseJwtItIs()
    {
        QFETCH(QStringList, known);
        QFETCH(QString, older);
        QFETCH(QString, fresh);
        QFETCH(bool, asks);
        QFETCH(QStringList, after);
        Bench bench;
        bench.account.customers = customersOf(known);
        QVERIFY(bench.accounts.save(bench.account));
        Journal journal(bench.folder.filePath(u"journal.sqlite"_s), u"run"_s);
        JournalThread queue(bench.folder.filePath(u"journal.sqlite"_s), u"run"_s);
        bench.signIn.setJournal(&queue);
        if (older == "changes"_L1) {
            ChangeRecord row;
            row.key = keyOf(bench.account, u"alpha"_s);
            row.patch.activeBalance = true;
            row.createdAt = QDateTime::currentDateTimeUtc();
            QVERIFY(appendTo(journal, row, false).hasValue());
        } else if (!older.isEmpty()) {
            bench.keychain.put(bench.key, jwtOf(older));
        }
        if (!fresh.isEmpty()) {
            bench.fresh = jwtOf(fresh);
        }
        bench.server.play({answer(200, TokenList)});
        bench.start();

        QCOMPARE(bench.signalCount(), 1);
        QCOMPARE(bench.customerQuestion.size(), asks ? 1 : 0);
        if (asks) {
            QVERIFY(bench.keychain.entry(bench.key) != bench.fresh);
            QCOMPARE(bench.keychain.stores(), 0);
            return;
        }
        QVERIFY(bench.keychain.entry(bench.key) == bench.fresh);
        QCOMPARE(bench.accounts.account(u"Test"_s)->customers, customersOf(after));
    }

    void theAnswerDecidesWhoseItIs_data()
    {
        QTest::addColumn<Act>("act");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("customers"); // of the first
        QTest::addColumn<bool>("olderStays");
        const QStringList one{u"Test"_s, u"Test 2"_s};
        QTest::newRow("the same") << &SignIn::sameCustomer << one << QStringList({u"a"_s, u"b"_s})
                                  << false;
        QTest::newRow("another one")
            << &SignIn::otherCustomer << QStringList({u"Test"_s, u"Test 2"_s, u"Test 3"_s})
            << QStringList{u"a"_s} << true;
        QTest::newRow("nobody can say")
            << &SignIn::replaceCustomer << one << QStringList{u"b"_s} << false;
    }
    void theAnswerDecidesWhoseItIs()
    {
        QFETCH(Act, act);
        QFETCH(QStringList, names);
        QFETCH(QStringList, customers);
        QFETCH(bool, olderStays);
        Bench bench;
        bench.fresh = jwtOf(u"b"_s);
        bench.account.customers = customersOf({u"a"_s});
        QVERIFY(bench.accounts.save(bench.account));
        QVERIFY(
            bench.accounts.save({u"Test 2"_s, bench.account.url, false, false, newAccountId()}));
        bench.keychain.put(bench.key, bench.older);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.customerQuestion.size(), 1);

        (bench.signIn.*act)();

        QTRY_COMPARE(bench.signedIn.size(), 1);
        QStringList found;
        const auto accounts = bench.accounts.accounts();
        for (const Account &account : accounts) {
            found.append(account.name);
        }
        QCOMPARE(found, names);
        QCOMPARE(accounts.front().customers, customersOf(customers));
        QVERIFY(bench.keychain.entry(bench.key) == (olderStays ? bench.older : bench.fresh));
        const auto current = bench.accounts.current();
        QVERIFY(bench.signedIn.front().front().value<Account>() == current);
        QVERIFY(bench.keychain.entry(Credentials::key(*current)) == bench.fresh);
        QCOMPARE(current->customers.last(), bench.fresh.customer());
    }

    //! In another program, while the JWT is being checked, or while the question is open.
    void whoeverSignedInMeanwhileIsComparedWith_data()
    {
        QTest::addColumn<QString>("fresh"); // the JWT's sub
        QTest::addColumn<bool>("atTheQuestion");
        QTest::addColumn<bool>("saidBefore");
        QTest::newRow("the account's own, while it is checked") << u"a"_s << false << false;
        QTest::newRow("said to be the same, while it is asked") << u"c"_s << true << false;
        QTest::newRow("said before to be the same") << u"c"_s << false << true;
        QTest::newRow("the account's own, said so before") << u"a"_s << false << true;
    }
    void whoeverSignedInMeanwhileIsComparedWith()
    {
        QFETCH(QString, fresh);
        QFETCH(bool, atTheQuestion);
        QFETCH(bool, saidBefore);
        Bench bench;
        bench.signIn.setSameCustomer(saidBefore);
        bench.account.customers = customersOf({u"a"_s});
        QVERIFY(bench.accounts.save(bench.account));
        bench.server.play({answer(200, TokenList)});
        bench.signIn.start(bench.account, jwtOf(fresh));
        if (atTheQuestion) {
            QTRY_COMPARE(bench.customerQuestion.size(), 1);
        }
        const QString theirs = customersOf({u"b"_s}).constFirst();
        QVERIFY(bench.accounts.replaceCustomers(bench.account.id, theirs));
        if (atTheQuestion) {
            bench.signIn.sameCustomer(); // as what it was before
        }
        QTRY_COMPARE(bench.customerQuestion.size(), atTheQuestion ? 2 : 1);
        QVERIFY(bench.signedIn.isEmpty());
        QCOMPARE(bench.accounts.account(u"Test"_s)->customers, QStringList{theirs});
    }

    void cancelAtTheQuestionStoresNothing()
    {
        Bench bench;
        bench.fresh = jwtOf(u"b"_s);
        bench.account.customers = customersOf({u"a"_s});
        QVERIFY(bench.accounts.save(bench.account));
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QVERIFY(bench.signIn.cancel());
        bench.signIn.sameCustomer();
        bench.signIn.otherCustomer();
        bench.signIn.replaceCustomer();
        QVERIFY(!bench.signIn.isUnderWay());
        QVERIFY(bench.keychain.isEmpty());
        QCOMPARE(bench.accounts.accounts(), QList<Account>{bench.account});
    }

    void aLockedKeychainDoesNotSkipTheQuestion()
    {
        Bench bench;
        bench.fresh = jwtOf(u"b"_s);
        QVERIFY(bench.accounts.save(bench.account));
        bench.keychain.put(bench.key, jwtOf(u"a"_s));
        bench.keychain.setLocked(true);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.keychainFailed.size(), 1);
        bench.signIn.unlockAndRetry();
        QTRY_COMPARE(bench.customerQuestion.size(), 1);
        QCOMPARE(bench.keychain.stores(), 0);
    }

    void signingInEndsTheEntryOf010()
    {
        Bench bench;
        bench.account.id.clear();
        QVERIFY(bench.accounts.save(bench.account));
        const QString oldKey = legacyKeychainKey(bench.account);
        bench.keychain.put(oldKey, bench.older);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        QCOMPARE(bench.signedIn.size(), 1);
        QCOMPARE(bench.keychain.names(), QStringList{Credentials::key(bench.account)});
        QVERIFY(bench.keychain.entry(Credentials::key(bench.account)) == bench.fresh);
    }

    void cancelDropsEverything()
    {
        Bench bench;
        bench.server.play({WireScript{{WireStep::awaitRequest(), WireStep::stall()}}});
        bench.signIn.start(bench.account, bench.fresh);
        QTRY_COMPARE(bench.server.requests().size(), 1);
        bench.signIn.cancel();
        QVERIFY(!bench.signIn.isUnderWay());
        QTRY_VERIFY(bench.server.isIdle());
        bench.signIn.keepForThisRun(); // too late: there is nothing to keep
        QCOMPARE(bench.signalCount(), 0);
        QVERIFY(!bench.credentials.isKeptForThisRun(bench.account));
    }

    void whatIsBeingStoredIsNotCancelled()
    {
        Bench bench;
        bench.keychain.hold();
        bench.server.play({answer(200, TokenList)});
        bench.signIn.start(bench.account, bench.fresh);
        QTRY_COMPARE(bench.keychain.pending(), 1);
        QVERIFY(!bench.signIn.cancel());
        bench.keychain.release();
        QTRY_COMPARE(bench.signedIn.size(), 1);
        QVERIFY(bench.accounts.account(u"Test"_s));
    }

    void whatWaitsForTheKeychainToOpenIsCancelled()
    {
        Bench bench;
        bench.keychain.setLocked(true);
        bench.server.play({answer(200, TokenList)});
        bench.start();
        bench.keychain.hold();
        bench.signIn.unlockAndRetry();
        QVERIFY(bench.signIn.cancel());
        bench.keychain.release();
        QCoreApplication::processEvents();
        QCOMPARE(bench.signalCount(), 1); // that it is locked
        QVERIFY(bench.keychain.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
