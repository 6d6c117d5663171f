// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/accountsession.h"

#include "support/fakekeychain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

using State = AccountSession::State;

Bearer aJwt()
{
    return *Bearer::fromText(u"e30.eyJleHAiOjE5MDAwMDAwMDB9.c2ln"_s); // exp 1900000000
}

struct Bench {
    QTemporaryDir folder;
    FakeKeychain keychain;
    Credentials credentials{keychain};
    AccountStore accounts{folder.filePath(u"purser.ini"_s)};
    AccountSession session{credentials, accounts};
    QSignalSpy opened{&session, &AccountSession::opened};
    QSignalSpy updated{&session, &AccountSession::updated};
    QSignalSpy ready{&session, &AccountSession::ready};
    Account first = saved(u"first"_s);
    Account second = saved(u"second"_s);

    [[nodiscard]] Account saved(const QString &name)
    {
        const Account account{name, ServiceUrl::standard(), false, false, newAccountId()};
        if (!accounts.save(account)) {
            qFatal("the account can't be saved");
        }
        return account;
    }
    void put(const Account &account) { keychain.put(Credentials::key(account), aJwt()); }
};

} // namespace

Q_DECLARE_METATYPE(std::optional<purser::KeychainProblem>)

class TestAccountSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openingLooksForTheJwt_data()
    {
        QTest::addColumn<bool>("there");
        QTest::addColumn<std::optional<KeychainProblem>>("problem");
        QTest::addColumn<AccountSession::State>("state");
        using Problem = std::optional<KeychainProblem>;
        QTest::newRow("there") << true << Problem() << State::SignedIn;
        QTest::newRow("not there") << false << Problem() << State::SignedOut;
        QTest::newRow("locked") << true << Problem(KeychainProblem::Locked) << State::Unreadable;
        QTest::newRow("unavailable")
            << true << Problem(KeychainProblem::Unavailable) << State::Unreadable;
    }
    void openingLooksForTheJwt()
    {
        QFETCH(bool, there);
        QFETCH(std::optional<KeychainProblem>, problem);
        QFETCH(AccountSession::State, state);
        Bench bench;
        if (there) {
            bench.put(bench.first);
        }
        bench.keychain.setReadProblem(problem);
        bench.session.open(bench.first);
        QCOMPARE(bench.opened.size(), 1);
        QCOMPARE(bench.session.state(), State::Looking);
        QVERIFY(!bench.session.isSignedIn());
        QTRY_COMPARE(bench.session.state(), state);
        QCOMPARE(bench.session.isSignedIn(), state == State::SignedIn);
        QCOMPARE(bench.ready.size(), state == State::SignedIn ? 1 : 0);
        if (problem) {
            QCOMPARE(bench.session.problem(), *problem);
        }
        QCOMPARE(bench.session.jwtExpiresAt().has_value(), state == State::SignedIn);
    }

    void withoutAnAccountNobodyIsSignedIn()
    {
        Bench bench;
        bench.put(bench.first);
        bench.session.open(bench.first);
        QTRY_COMPARE(bench.session.state(), State::SignedIn);
        bench.session.open(std::nullopt);
        QCOMPARE(bench.session.state(), State::NoAccount);
        QVERIFY(!bench.session.isSignedIn());
        QVERIFY(!bench.session.account());
    }

    void anotherAccountsLateAnswerIsNotTakenForThisOnes()
    {
        Bench bench;
        bench.put(bench.first);
        bench.keychain.hold();
        bench.session.open(bench.first);
        bench.session.choose(bench.second);
        bench.keychain.release();
        QTRY_COMPARE(bench.session.state(), State::SignedOut);
        QCOMPARE(bench.ready.size(), 0);
        QCOMPARE(bench.accounts.current()->id, bench.second.id);
    }

    void signingInAgainLeavesOpenWhatIsOpen()
    {
        Bench bench;
        bench.session.open(bench.first);
        QTRY_COMPARE(bench.session.state(), State::SignedOut);
        bench.put(bench.first);
        Account known = bench.first;
        known.customers = {u"somebody"_s};
        QVERIFY(bench.session.signedIn(known));
        QVERIFY(bench.session.isSignedIn()); // at once
        QCOMPARE(bench.session.account()->customers, known.customers);
        QCOMPARE(bench.opened.size(), 1);
        QCOMPARE(bench.updated.size(), 1);
        QTRY_COMPARE(bench.ready.size(), 1);
    }

    void signingInElsewhereOpensThat_data()
    {
        QTest::addColumn<bool>("otherUrl"); // of the same account; else another account
        QTest::newRow("another account") << false;
        QTest::newRow("the same account at another URL") << true;
    }
    void signingInElsewhereOpensThat()
    {
        QFETCH(bool, otherUrl);
        Bench bench;
        bench.session.open(bench.first);
        Account other = otherUrl ? bench.first : bench.second;
        if (otherUrl) {
            other.url = *ServiceUrl::fromText(u"https://staging.example.org/v2"_s);
        }
        bench.put(other);
        QVERIFY(!bench.session.signedIn(other));
        QCOMPARE(bench.opened.size(), 2);
        QVERIFY(bench.session.isInUse(other));
        QTRY_COMPARE(bench.ready.size(), 1);
    }

    void signingOutIsAtOnceAndForGood()
    {
        Bench bench;
        bench.put(bench.first);
        bench.session.open(bench.first);
        QTRY_VERIFY(bench.session.isSignedIn());
        bench.keychain.hold();
        bench.session.signOut();
        QVERIFY(!bench.session.isSignedIn());
        QCOMPARE(bench.session.state(), State::SigningOut);
        QCOMPARE(bench.opened.size(), 2); // what is shown goes
        bench.keychain.release();
        QTRY_COMPARE(bench.session.state(), State::SignedOut);
        QVERIFY(bench.keychain.isEmpty());
    }

    void aSignOutThatFailedIsSaid()
    {
        Bench bench;
        bench.put(bench.first);
        bench.session.open(bench.first);
        QTRY_VERIFY(bench.session.isSignedIn());
        QSignalSpy failed(&bench.session, &AccountSession::signOutFailed);
        bench.keychain.setForgetProblem(KeychainProblem::Locked);
        bench.session.signOut();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(bench.session.state(), State::Unreadable);
        QVERIFY(!bench.session.isSignedIn());
    }

    void unlockingLooksAgain()
    {
        Bench bench;
        bench.put(bench.first);
        bench.keychain.setLocked(true);
        bench.session.open(bench.first);
        QTRY_COMPARE(bench.session.state(), State::Unreadable);
        bench.session.unlock();
        QCOMPARE(bench.session.state(), State::Unlocking);
        QTRY_COMPARE(bench.session.state(), State::SignedIn);
    }

    void anUnlockThatFailedIsSaid()
    {
        Bench bench;
        bench.keychain.setLocked(true);
        bench.keychain.setUnlockProblem(KeychainProblem::Locked);
        bench.session.open(bench.first);
        QTRY_COMPARE(bench.session.state(), State::Unreadable);
        QSignalSpy failed(&bench.session, &AccountSession::unlockFailed);
        QSignalSpy notReady(&bench.session, &AccountSession::notReady);
        bench.session.unlock();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(bench.session.state(), State::Unreadable);
        QCOMPARE(notReady.size(), 0); // one message, not two
    }

    void aLateUnlockIsNotTheNextAccounts()
    {
        Bench bench;
        bench.put(bench.second);
        bench.keychain.setLocked(true);
        bench.session.open(bench.first);
        QTRY_COMPARE(bench.session.state(), State::Unreadable);
        bench.keychain.setUnlockProblem(KeychainProblem::Refused);
        bench.keychain.hold();
        bench.session.unlock();
        bench.keychain.setLocked(false);
        bench.session.open(bench.second);
        bench.keychain.release();
        QTRY_COMPARE(bench.session.state(), State::SignedIn);
        QVERIFY(bench.session.isSignedIn());
    }

    void theAccountsRuleIsRemembered()
    {
        Bench bench;
        bench.session.open(bench.first);
        QVERIFY(bench.session.setRequiresReason(true));
        QVERIFY(bench.session.account()->requiresReason);
        QVERIFY(bench.accounts.accountById(bench.first.id)->requiresReason);
        QCOMPARE(bench.updated.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccountSession)
#include "tst_accountsession.moc"
