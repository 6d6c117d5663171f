// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentials.h"
#include "support/fakekeychain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

Q_DECLARE_METATYPE(purser::KeychainProblem)

namespace {

using Problem = std::optional<KeychainProblem>;

Account accountNamed(const QString &name)
{
    Account account;
    account.name = name;
    account.url = *ServiceUrl::fromText(u"https://api.example.org/v2"_s);
    account.id = u"00000000-0000-4000-8000-00000000000a"_s;
    return account;
}

const Account Main = accountNamed(u"main"_s);
const Account Another = accountNamed(u"another"_s);
const QString Key = u"purser/main@api.example.org/00000000-0000-4000-8000-00000000000a"_s;

Bearer bearer(const QByteArray &bytes)
{
    return *Bearer::fromBytes(bytes);
}

void addProblems()
{
    QTest::addColumn<KeychainProblem>("problem");
    QTest::newRow("locked") << KeychainProblem::Locked;
    QTest::newRow("unavailable") << KeychainProblem::Unavailable;
    QTest::newRow("refused") << KeychainProblem::Refused;
    QTest::newRow("timed out") << KeychainProblem::TimedOut;
    QTest::newRow("not kept") << KeychainProblem::NotKept;
    QTest::newRow("too long") << KeychainProblem::TooLong;
    QTest::newRow("unusable") << KeychainProblem::Unusable;
}

} // namespace

class TestCredentials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysNameTheAppTheAccountItsHostAndItsId_data();
    void keysNameTheAppTheAccountItsHostAndItsId();
    void fetchesFromTheKeychain();
    void storesInTheKeychain();
    void passesOnWhyItCannotBeStored_data();
    void passesOnWhyItCannotBeStored();
    void passesOnWhyItCannotBeFetched_data();
    void passesOnWhyItCannotBeFetched();
    void keepsForThisRunWithoutTheKeychain();
    void theOneOfThisRunComesFirst();
    void storingEndsThisRunOnly();
    void aFailedStoreLeavesThisRunAlone();
    void thisRunKnowsAccountsApart();
    void forgetsInBothPlaces();
    void forgetsThisRunWhateverTheKeychainSays_data();
    void forgetsThisRunWhateverTheKeychainSays();
    void anEntryOf010IsMovedOnceItIsReadBack();
    void nobodyIsSignedOutByAnInterruptedMove_data();
    void nobodyIsSignedOutByAnInterruptedMove();
    void anEntryOf010OfAnotherAccountIsNobodys_data();
    void anEntryOf010OfAnotherAccountIsNobodys();
    void whatCannotBeWrittenDownIsNotStored();
    void aNameIsWrittenDownBeforeItsEntryIsThere();
    void aNameIsDroppedOnceItsEntryWasSeenToBeGone_data();
    void aNameIsDroppedOnceItsEntryWasSeenToBeGone();
    void forgetsUnderEachNameOfTheAccount();
    void learnsTheCustomerOfAnAccountThatHasNone();
    void unlocks();
    void answersAfterTheCall();
    void staysSilentOnceTheContextIsGone();

private:
    //! Runs the event loop until the answer is there.
    Keychain::ReadResult fetch(Credentials &credentials, const Account &account = Main);
    Problem store(Credentials &credentials, const Bearer &value);
    Problem forget(Credentials &credentials);
};

Keychain::ReadResult TestCredentials::fetch(Credentials &credentials, const Account &account)
{
    std::optional<Keychain::ReadResult> answer;
    credentials.fetch(account, this, [&](const Keychain::ReadResult &result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); })) {
        qFatal("fetch() was not answered");
    }
    return *answer;
}

Problem TestCredentials::store(Credentials &credentials, const Bearer &value)
{
    QList<Problem> answers;
    credentials.store(Main, value, this, [&](Problem problem) { answers.append(problem); });
    if (!QTest::qWaitFor([&] { return !answers.isEmpty(); })) {
        qFatal("store() was not answered");
    }
    return answers.constFirst();
}

Problem TestCredentials::forget(Credentials &credentials)
{
    QList<Problem> answers;
    credentials.forget(Main, this, [&](Problem problem) { answers.append(problem); });
    if (!QTest::qWaitFor([&] { return !answers.isEmpty(); })) {
        qFatal("forget() was not answered");
    }
    return answers.constFirst();
}

void TestCredentials::keysNameTheAppTheAccountItsHostAndItsId_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("key");
    QTest::newRow("standard") << u"main"_s << u"https://api.edenai.run/v2"_s
                              << u"purser/main@api.edenai.run"_s;
    QTest::newRow("another path, the same key")
        << u"main"_s << u"https://api.edenai.run/v3"_s << u"purser/main@api.edenai.run"_s;
    QTest::newRow("the scheme's own port")
        << u"main"_s << u"https://api.edenai.run:443/v2"_s << u"purser/main@api.edenai.run"_s;
    QTest::newRow("another port") << u"main"_s << u"http://127.0.0.1:8080/v2"_s
                                  << u"purser/main@127.0.0.1:8080"_s;
    QTest::newRow("host in capitals")
        << u"main"_s << u"https://API.EdenAI.run/v2"_s << u"purser/main@api.edenai.run"_s;
    QTest::newRow("a name as people write them")
        << u"Équipe 2"_s << u"https://api.edenai.run/v2"_s << u"purser/Équipe 2@api.edenai.run"_s;
}

void TestCredentials::keysNameTheAppTheAccountItsHostAndItsId()
{
    QFETCH(QString, account);
    QFETCH(QString, url);
    QFETCH(QString, key);
    const auto service = ServiceUrl::fromText(url);
    QVERIFY(service);
    const Account one{account, *service, false, false, Main.id};
    QCOMPARE(Credentials::key(one), key + u'/' + Main.id);
    QCOMPARE(legacyKeychainKey(one), key);
    const Account withoutId{account, *service, false, false, {}};
    QCOMPARE(Credentials::key(withoutId), key + u'/' + legacyAccountId(account, service->origin()));
}

void TestCredentials::fetchesFromTheKeychain()
{
    FakeKeychain keychain;
    Credentials credentials(keychain);
    const auto absent = fetch(credentials);
    QVERIFY(absent);
    QVERIFY(!absent->has_value());

    keychain.put(Key, bearer("abc"));
    const auto present = fetch(credentials);
    QVERIFY(present);
    QCOMPARE(*present, std::optional(bearer("abc")));
}

void TestCredentials::storesInTheKeychain()
{
    FakeKeychain keychain;
    Credentials credentials(keychain);
    QCOMPARE(store(credentials, bearer("abc")), Problem());
    QCOMPARE(keychain.entry(Key), std::optional(bearer("abc")));
    QVERIFY(!credentials.isKeptForThisRun(Main));
}

void TestCredentials::passesOnWhyItCannotBeStored_data()
{
    addProblems();
}

void TestCredentials::passesOnWhyItCannotBeStored()
{
    QFETCH(KeychainProblem, problem);
    FakeKeychain keychain;
    keychain.setStoreProblem(problem);
    Credentials credentials(keychain);
    QCOMPARE(store(credentials, bearer("abc")), Problem(problem));
    // "For this run only" is for the user to choose.
    QVERIFY(!credentials.isKeptForThisRun(Main));
    QVERIFY(keychain.isEmpty());
}

void TestCredentials::passesOnWhyItCannotBeFetched_data()
{
    addProblems();
}

void TestCredentials::passesOnWhyItCannotBeFetched()
{
    QFETCH(KeychainProblem, problem);
    FakeKeychain keychain;
    keychain.put(Key, bearer("abc"));
    keychain.setReadProblem(problem);
    Credentials credentials(keychain);
    const auto result = fetch(credentials);
    QVERIFY(!result);
    QCOMPARE(result.error(), problem);
}

void TestCredentials::keepsForThisRunWithoutTheKeychain()
{
    FakeKeychain keychain;
    keychain.setProblem(KeychainProblem::Unavailable);
    {
        Credentials credentials(keychain);
        credentials.keepForThisRun(Main, bearer("abc"));
        QVERIFY(credentials.isKeptForThisRun(Main));
        QCOMPARE(*fetch(credentials), std::optional(bearer("abc")));
        QCOMPARE(keychain.stores(), 0);
        QCOMPARE(keychain.reads(), 0);
    }
    Credentials ofTheNextRun(keychain);
    QVERIFY(!ofTheNextRun.isKeptForThisRun(Main));
    QVERIFY(!fetch(ofTheNextRun));
}

void TestCredentials::theOneOfThisRunComesFirst()
{
    FakeKeychain keychain;
    keychain.put(Key, bearer("old"));
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("new"));
    QCOMPARE(*fetch(credentials), std::optional(bearer("new")));
    credentials.keepForThisRun(Main, bearer("newer"));
    QCOMPARE(*fetch(credentials), std::optional(bearer("newer")));
    QCOMPARE(keychain.entry(Key), std::optional(bearer("old")));
}

void TestCredentials::storingEndsThisRunOnly()
{
    FakeKeychain keychain;
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("old"));
    QCOMPARE(store(credentials, bearer("new")), Problem());
    QVERIFY(!credentials.isKeptForThisRun(Main));
    QCOMPARE(*fetch(credentials), std::optional(bearer("new")));
}

void TestCredentials::aFailedStoreLeavesThisRunAlone()
{
    FakeKeychain keychain;
    keychain.setLocked(true);
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("old"));
    QCOMPARE(store(credentials, bearer("new")), Problem(KeychainProblem::Locked));
    QCOMPARE(*fetch(credentials), std::optional(bearer("old")));
}

void TestCredentials::thisRunKnowsAccountsApart()
{
    FakeKeychain keychain;
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("abc"));
    QVERIFY(!credentials.isKeptForThisRun(Another));
    QCOMPARE(*fetch(credentials, Another), std::optional<Bearer>());
}

void TestCredentials::forgetsInBothPlaces()
{
    FakeKeychain keychain;
    keychain.put(Key, bearer("old"));
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("new"));
    QCOMPARE(forget(credentials), Problem());
    QVERIFY(!credentials.isKeptForThisRun(Main));
    QVERIFY(keychain.isEmpty());
    QCOMPARE(*fetch(credentials), std::optional<Bearer>());
}

void TestCredentials::forgetsThisRunWhateverTheKeychainSays_data()
{
    addProblems();
}

void TestCredentials::forgetsThisRunWhateverTheKeychainSays()
{
    QFETCH(KeychainProblem, problem);
    FakeKeychain keychain;
    keychain.setForgetProblem(problem);
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("abc"));
    QCOMPARE(forget(credentials), Problem(problem));
    QVERIFY(!credentials.isKeptForThisRun(Main));
    QCOMPARE(*fetch(credentials), std::optional<Bearer>());
}

namespace {

//! An account as 0.1.0 saved it, its entry, and where the names of entries are written down.
struct OldBench {
    QTemporaryDir folder;
    FakeKeychain keychain;
    AccountStore accounts{folder.filePath(u"purser.ini"_s)};
    Credentials credentials{keychain, &accounts};
    Account account = accountNamed(u"main"_s);
    QString key;
    QString oldKey = u"purser/main@api.example.org"_s;

    OldBench()
    {
        account.id.clear();
        accounts.save(account);
        account = *accounts.current();
        key = Credentials::key(account);
    }
    void makeUnwritable() const
    {
        QFile::remove(accounts.path());
        QVERIFY(QDir().mkpath(accounts.path())); // a folder is no file
    }
};

} // namespace

void TestCredentials::anEntryOf010IsMovedOnceItIsReadBack()
{
    OldBench bench;
    bench.keychain.put(bench.oldKey, bearer("abc"));
    QCOMPARE(*fetch(bench.credentials, bench.account), std::optional(bearer("abc")));
    QCOMPARE(bench.keychain.names(), QStringList{bench.key});
    QCOMPARE(bench.accounts.keychainEntries(), QStringList{bench.key});
    QCOMPARE(*fetch(bench.credentials, bench.account), std::optional(bearer("abc")));
    QCOMPARE(bench.keychain.stores(), 1);
}

void TestCredentials::nobodyIsSignedOutByAnInterruptedMove_data()
{
    using Break = std::function<void(OldBench &)>;
    QTest::addColumn<Break>("breakIt");
    QTest::newRow("it can't be stored")
        << Break([](OldBench &bench) { bench.keychain.setStoreProblem(KeychainProblem::Locked); });
    QTest::newRow("it does not read back")
        << Break([](OldBench &bench) { bench.keychain.setStoreProblem(KeychainProblem::NotKept); });
    QTest::newRow("the older one can't be forgotten") << Break(
        [](OldBench &bench) { bench.keychain.setForgetProblem(KeychainProblem::TimedOut); });
    QTest::newRow("killed when both were there") << Break([](OldBench &bench) {
        bench.keychain.put(bench.key, bearer("abc"));
        bench.accounts.rememberKeychainEntries({bench.key, bench.oldKey});
    });
    QTest::newRow("killed before anything was stored") << Break([](OldBench &bench) {
        bench.accounts.rememberKeychainEntries({bench.key, bench.oldKey});
    });
}

void TestCredentials::nobodyIsSignedOutByAnInterruptedMove()
{
    QFETCH(std::function<void(OldBench &)>, breakIt);
    OldBench bench;
    bench.keychain.put(bench.oldKey, bearer("abc"));
    breakIt(bench);
    QCOMPARE(*fetch(bench.credentials, bench.account), std::optional(bearer("abc")));
    QVERIFY(!bench.keychain.isEmpty());

    bench.keychain.setProblem(std::nullopt);
    QCOMPARE(*fetch(bench.credentials, bench.account), std::optional(bearer("abc")));
    QCOMPARE(bench.keychain.names(), QStringList{bench.key});
    QCOMPARE(bench.accounts.keychainEntries(), QStringList{bench.key});
}

void TestCredentials::anEntryOf010OfAnotherAccountIsNobodys_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("url");
    const QString oldId = legacyAccountId(u"main"_s, u"https://api.example.org"_s);
    QTest::newRow("a new account of that name")
        << newAccountId() << u"https://api.example.org/v2"_s;
    QTest::newRow("the account, moved to another scheme")
        << oldId << u"https://other.example.org/v2"_s;
}

void TestCredentials::anEntryOf010OfAnotherAccountIsNobodys()
{
    QFETCH(QString, id);
    QFETCH(QString, url);
    OldBench bench;
    bench.account.id = id;
    bench.account.url = *ServiceUrl::fromText(url);
    bench.keychain.put(legacyKeychainKey(bench.account), bearer("theirs"));
    QCOMPARE(*fetch(bench.credentials, bench.account), std::optional<Bearer>());
    QCOMPARE(bench.keychain.stores(), 0);
}

void TestCredentials::whatCannotBeWrittenDownIsNotStored()
{
    OldBench bench;
    bench.keychain.put(bench.oldKey, bearer("abc"));
    bench.makeUnwritable();
    QList<Problem> answers;
    bench.credentials.store(accountNamed(u"another"_s), bearer("def"), this,
                            [&](Problem problem) { answers.append(problem); });
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers, QList<Problem>{KeychainProblem::Unlisted});
    QCOMPARE(*fetch(bench.credentials, bench.account), std::optional(bearer("abc")));
    QCOMPARE(bench.keychain.names(), QStringList{bench.oldKey}); // nor is one moved
}

void TestCredentials::aNameIsWrittenDownBeforeItsEntryIsThere()
{
    OldBench bench;
    bench.keychain.hold();
    bool isStored = false;
    bench.credentials.store(bench.account, bearer("abc"), this, [&](Problem) { isStored = true; });
    QCOMPARE(bench.accounts.keychainEntries(), QStringList{bench.key});
    bench.keychain.release();
    QTRY_VERIFY(isStored);
}

void TestCredentials::aNameIsDroppedOnceItsEntryWasSeenToBeGone_data()
{
    addProblems();
}

void TestCredentials::aNameIsDroppedOnceItsEntryWasSeenToBeGone()
{
    QFETCH(KeychainProblem, problem);
    OldBench bench;
    bench.accounts.rememberKeychainEntries({bench.key, bench.oldKey, u"another"_s});
    const auto forget = [&] {
        std::optional<Problem> answer;
        bench.credentials.forget(bench.account, this, [&](Problem found) { answer = found; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(std::nullopt);
    };
    bench.keychain.setForgetProblem(problem);
    QCOMPARE(forget(), Problem(problem));
    QCOMPARE(bench.accounts.keychainEntries().size(), 3);
    bench.keychain.setForgetProblem(std::nullopt);
    QCOMPARE(forget(), Problem());
    QCOMPARE(bench.accounts.keychainEntries(), QStringList{u"another"_s});
}

void TestCredentials::forgetsUnderEachNameOfTheAccount()
{
    OldBench bench;
    Account before = bench.account;
    before.url = *ServiceUrl::fromText(u"https://before.example.org"_s);
    const QString beforeKey = Credentials::key(before);
    for (const QString &key : {bench.key, bench.oldKey, beforeKey, Key}) {
        bench.keychain.put(key, bearer("abc"));
        bench.accounts.rememberKeychainEntries({key});
    }
    std::optional<Problem> answer;
    bench.credentials.forget(bench.account, this, [&](Problem problem) { answer = problem; });
    QTRY_VERIFY(answer);
    QCOMPARE(*answer, Problem());
    QCOMPARE(bench.keychain.names(), QStringList{Key}); // that one is another account's
}

void TestCredentials::learnsTheCustomerOfAnAccountThatHasNone()
{
    const Bearer first = bearer("e30.eyJzdWIiOiJhIn0.c2ln"); // {"sub":"a"}
    const Bearer second = bearer("e30.eyJzdWIiOiJiIn0.c2ln"); // {"sub":"b"}
    OldBench bench;
    bench.keychain.put(bench.key, first);
    QVERIFY(fetch(bench.credentials, bench.account).hasValue());
    QCOMPARE(bench.accounts.current()->customers, QStringList{first.customer()});
    bench.keychain.put(bench.key, second);
    QVERIFY(fetch(bench.credentials, bench.account).hasValue()); // with what it knew before
    QVERIFY(fetch(bench.credentials, *bench.accounts.current()).hasValue());
    QCOMPARE(bench.accounts.current()->customers, QStringList{first.customer()});
}

void TestCredentials::unlocks()
{
    FakeKeychain keychain;
    keychain.put(Key, bearer("abc"));
    keychain.setLocked(true);
    Credentials credentials(keychain);
    QCOMPARE(fetch(credentials).error(), KeychainProblem::Locked);

    QList<Problem> answers;
    const auto remember = [&](Problem problem) { answers.append(problem); };
    keychain.setUnlockProblem(KeychainProblem::Refused);
    credentials.unlock(this, remember);
    QTRY_COMPARE(answers, QList<Problem>{KeychainProblem::Refused});
    QVERIFY(keychain.isLocked());

    keychain.setUnlockProblem(std::nullopt);
    credentials.unlock(this, remember);
    QTRY_COMPARE(answers, (QList<Problem>{KeychainProblem::Refused, std::nullopt}));
    QCOMPARE(*fetch(credentials), std::optional(bearer("abc")));
}

void TestCredentials::answersAfterTheCall()
{
    FakeKeychain keychain;
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("abc"));
    int answers = 0;
    credentials.fetch(Main, this, [&](const Keychain::ReadResult &) { ++answers; });
    credentials.fetch(Another, this, [&](const Keychain::ReadResult &) { ++answers; });
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 2);
}

void TestCredentials::staysSilentOnceTheContextIsGone()
{
    FakeKeychain keychain;
    keychain.hold();
    Credentials credentials(keychain);
    credentials.keepForThisRun(Main, bearer("abc"));
    int answers = 0;
    {
        QObject context;
        credentials.fetch(Main, &context, [&](const Keychain::ReadResult &) { ++answers; });
        credentials.fetch(Another, &context, [&](const Keychain::ReadResult &) { ++answers; });
    }
    QCOMPARE(keychain.pending(), 1);
    keychain.release();
    bool isLater = false;
    credentials.fetch(Another, this, [&](const Keychain::ReadResult &) { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
