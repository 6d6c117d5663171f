// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentials.h"
#include "support/fakekeychain.h"

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
    QCOMPARE(Credentials::legacyKey(one), key);
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
