// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"
#include "domain/customer.h"
#include "system/privatefiles.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace purser;

Q_DECLARE_METATYPE(purser::FileProblem)

namespace {

Account accountNamed(const QString &name, const QString &url = u"https://api.edenai.run/v2"_s)
{
    return {name, *ServiceUrl::fromText(url), false, false,
            legacyAccountId(u"test of "_s + name, url)};
}

//! A store in a folder that does not exist yet.
struct Bench {
    QTemporaryDir folder;
    QString path = folder.filePath(u"purser/purser.ini"_s);
    AccountStore store{path};

    //! The names in the store, in its order.
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        const auto accounts = store.accounts();
        for (const Account &account : accounts) {
            names.append(account.name);
        }
        return names;
    }
    [[nodiscard]] QString currentName() const
    {
        const auto current = store.current();
        return current ? current->name : QString();
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &ini) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(ini), ini.size());
    }
};

QString idOfName(const Bench &bench, const QString &name)
{
    const auto account = bench.store.account(name);
    return account ? account->id : QString();
}

constexpr auto OwnerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto OwnerFolder = OwnerFile | QFile::ExeOwner;
constexpr auto AnyOther = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
    | QFile::WriteOther | QFile::ExeOther;

//! Without Qt's flags of the current user, which say the same again.
QFile::Permissions rights(const QString &path)
{
    return QFileInfo(path).permissions() & (OwnerFolder | AnyOther);
}

} // namespace

class TestAccountStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountComesBackAsItWasSaved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("readsByPatch");
        QTest::addColumn<bool>("requiresReason");
        const QString standard = u"https://api.edenai.run/v2"_s;
        QTest::newRow("plain") << u"Work"_s << standard << false << false;
        QTest::newRow("learned") << u"Work"_s << standard << true << false;
        QTest::newRow("wants reasons") << u"Work"_s << standard << false << true;
        QTest::newRow("spaces at its ends") << u"  Work "_s << standard << false << false;
        QTest::newRow("signs of the file format")
            << u"a/b\\c=d;e,f%g[h]\"i\"@Variant(x)"_s << standard << false << false;
        QTest::newRow("other scripts") << u"équipe 数据 🙂"_s << standard << false << false;
        QTest::newRow("starts with @") << u"@ByteArray(x)"_s << standard << false << false;
        QTest::newRow("looks like a number") << u"007"_s << standard << false << false;
        QTest::newRow("long") << QString(3000, u'n') << standard << false << false;
        QTest::newRow("loopback") << u"Test"_s << u"http://127.0.0.1:8080/v2"_s << false << false;
        QTest::newRow("another port and path")
            << u"Test"_s << u"https://example.com:8443/a/b"_s << false << false;
    }
    void anAccountComesBackAsItWasSaved()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(bool, readsByPatch);
        QFETCH(bool, requiresReason);
        Bench bench;
        const Account account{name,           *ServiceUrl::fromText(url),
                              readsByPatch,   requiresReason,
                              newAccountId(), {u"abc"_s, u"def"_s}};

        QVERIFY(bench.store.save(account));

        const AccountStore another(bench.path);
        QCOMPARE(another.accounts().size(), 1);
        QVERIFY(another.accounts().front() == account);
        QVERIFY(another.account(name) == account);
        QVERIFY(another.current() == account);
    }

    void aReasonCanBeRequiredByHand()
    {
        const Bench bench;
        bench.write("[accounts]\n1\\name=Work\n1\\url=https://api.edenai.run/v2\n"
                    "1\\requireReason=true\nsize=1\n");
        QVERIFY(bench.store.current()->requiresReason);
    }

    void theJournalIsInTheFolderForData()
    {
        QCoreApplication::setApplicationName(u"purser"_s);
        const QTemporaryDir data;
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", data.path().toLocal8Bit());
        const QString path = journalPath();
        qputenv("XDG_DATA_HOME", before);
#ifdef Q_OS_LINUX
        QCOMPARE(path, data.path() + "/purser/journal.sqlite"_L1);
#endif
        QVERIFY(path.endsWith("/journal.sqlite"_L1));
        QCOMPARE(runsFolder(path), QFileInfo(path).path() + "/runs"_L1);
    }

    void withoutAFileThereIsNothing()
    {
        const Bench bench;
        QVERIFY(bench.store.accounts().isEmpty());
        QVERIFY(!bench.store.current());
        QVERIFY(!bench.store.account(u"Work"_s));
        QVERIFY2(!QFile::exists(bench.path), "looking must not make the file");
    }

    void aNameOrAnIdThatIsTakenIsNotSavedAgain()
    {
        Bench bench;
        const Account first = accountNamed(u"Work"_s);
        QVERIFY(bench.store.save(first));
        QVERIFY(bench.store.save(accountNamed(u"work"_s)));
        Account sameName = accountNamed(u"Work"_s, u"https://example.com/v2"_s);
        Account sameId = accountNamed(u"Other"_s);
        sameId.id = first.id;

        QVERIFY(!bench.store.save(sameName));
        QVERIFY(!bench.store.save(sameId));

        QCOMPARE(bench.names(), QStringList({u"Work"_s, u"work"_s}));
        QVERIFY(bench.store.account(u"Work"_s) == first);
    }

#ifdef Q_OS_UNIX // elsewhere files are private by their folder
    void onlyItsOwnerCanReadTheFile_data()
    {
        QTest::addColumn<bool>("existsForAll");
        QTest::newRow("new") << false;
        QTest::newRow("there, and readable for all") << true;
    }
    void onlyItsOwnerCanReadTheFile()
    {
        QFETCH(bool, existsForAll);
        Bench bench;
        if (existsForAll) {
            bench.write("[General]\n");
            const QString folder = QFileInfo(bench.path).path();
            QVERIFY(QFile::setPermissions(bench.path, OwnerFile | QFile::ReadOther));
            QVERIFY(
                QFile::setPermissions(folder, OwnerFolder | QFile::ReadOther | QFile::ExeOther));
        }

        QVERIFY(bench.store.save(accountNamed(u"Work"_s)));

        QCOMPARE(rights(bench.path), QFile::Permissions(OwnerFile));
        QCOMPARE(rights(QFileInfo(bench.path).path()), QFile::Permissions(OwnerFolder));
    }
#endif

    void handMadeEntriesThatAreUnsafeAreNoAccounts_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("plain http to another machine")
            << QByteArray("Bad") << QByteArray("http://api.edenai.run/v2");
        QTest::newRow("user info") << QByteArray("Bad") << QByteArray("https://u:p@example.com/v2");
        QTest::newRow("query") << QByteArray("Bad") << QByteArray("https://example.com/v2?x=1");
        QTest::newRow("fragment") << QByteArray("Bad") << QByteArray("https://example.com/v2#x");
        QTest::newRow("a file") << QByteArray("Bad") << QByteArray("file:///etc/passwd");
        QTest::newRow("no host") << QByteArray("Bad") << QByteArray("https:///v2");
        QTest::newRow("no URL") << QByteArray("Bad") << QByteArray("nonsense");
        QTest::newRow("empty URL") << QByteArray("Bad") << QByteArray();
        QTest::newRow("no name") << QByteArray() << QByteArray("https://example.com/v2");
    }
    void handMadeEntriesThatAreUnsafeAreNoAccounts()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, url);
        const Bench bench;
        bench.write("[General]\ncurrentAccount=" + name + "\n\n[accounts]\nsize=2\n1\\name=" + name
                    + "\n1\\url=\"" + url + "\"\n2\\name=Good\n2\\url=https://api.edenai.run/v2\n");

        QCOMPARE(bench.names(), QStringList{u"Good"_s});
        QVERIFY(!bench.store.account(QString::fromLatin1(name)));
        QCOMPARE(bench.currentName(), u"Good"_s);
    }

    void currentIsTheChosenOneElseTheFirst()
    {
        Bench bench;
        QVERIFY(bench.store.save(accountNamed(u"first"_s)));
        QVERIFY(bench.store.save(accountNamed(u"second"_s)));
        QCOMPARE(bench.currentName(), u"first"_s);

        QVERIFY(bench.store.makeCurrent(idOfName(bench, u"second"_s)));
        QCOMPARE(bench.currentName(), u"second"_s);
        QCOMPARE(bench.names(), QStringList({u"first"_s, u"second"_s}));
        QVERIFY(bench.store.save(accountNamed(u"third"_s)));
        QCOMPARE(bench.currentName(), u"second"_s);
        QVERIFY(!bench.store.makeCurrent(newAccountId()));
        QCOMPARE(bench.currentName(), u"second"_s);
    }

    void removingTakesOneAccountAway_data()
    {
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QStringList>("left");
        QTest::addColumn<QString>("current");
        QTest::newRow("the current one") << u"b"_s << QStringList({u"a"_s, u"c"_s}) << u"a"_s;
        QTest::newRow("another one") << u"a"_s << QStringList({u"b"_s, u"c"_s}) << u"b"_s;
        QTest::newRow("the last of the list") << u"c"_s << QStringList({u"a"_s, u"b"_s}) << u"b"_s;
        QTest::newRow("none") << u"x"_s << QStringList({u"a"_s, u"b"_s, u"c"_s}) << u"b"_s;
    }
    void removingTakesOneAccountAway()
    {
        QFETCH(QString, removed);
        QFETCH(QStringList, left);
        QFETCH(QString, current);
        Bench bench;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
            QVERIFY(bench.store.save(accountNamed(name)));
        }
        QVERIFY(bench.store.makeCurrent(idOfName(bench, u"b"_s)));

        QCOMPARE(bench.store.remove(idOfName(bench, removed)), removed != u"x"_s);

        QCOMPARE(bench.names(), left);
        QCOMPARE(bench.currentName(), current);
    }

    void severalStoresOfOneFileSeeEachOther()
    {
        Bench bench;
        AccountStore another(bench.path);
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        QVERIFY(another.save(accountNamed(u"b"_s)));

        QCOMPARE(bench.names(), QStringList({u"a"_s, u"b"_s}));
        QVERIFY(another.remove(idOfName(bench, u"a"_s)));
        QCOMPARE(bench.names(), QStringList{u"b"_s});
    }

    void otherSettingsOfTheFileStay()
    {
        Bench bench;
        bench.write("[General]\nappearance=dark\n\n[window]\nstate=x\n");
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        QVERIFY(bench.store.remove(idOfName(bench, u"a"_s)));

        const QSettings settings(bench.path, QSettings::IniFormat);
        QCOMPARE(settings.value(u"appearance"_s).toString(), u"dark"_s);
        QCOMPARE(settings.value(u"window/state"_s).toString(), u"x"_s);
    }

    void theFileHoldsNothingButWhatAnAccountIs()
    {
        Bench bench;
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));

        QStringList keys = QSettings(bench.path, QSettings::IniFormat).allKeys();
        keys.sort();
        QCOMPARE(keys,
                 QStringList({u"accounts/1/id"_s, u"accounts/1/name"_s,
                              u"accounts/1/readsByPatch"_s, u"accounts/1/requireReason"_s,
                              u"accounts/1/url"_s, u"accounts/size"_s, u"currentAccount"_s}));
    }

    void anAccountOf010HasOneIdForAll()
    {
        const Bench bench;
        const QByteArray ini =
            "[General]\ncurrentAccount=Work\n\n[accounts]\nsize=1\n1\\name=Work\n"
            "1\\url=https://api.edenai.run/v2\n1\\readsByPatch=false\n"
            "1\\requireReason=true\n";
        bench.write(ini);
        const QString id = legacyAccountId(u"Work"_s, u"https://api.edenai.run"_s);
        QCOMPARE(id, u"12d4a8d1-08e1-5dcb-bb6f-d5bd04e0b988"_s); // for ever: journals have it

        QCOMPARE(bench.store.current()->id, id);
        QCOMPARE(bench.content(), ini); // looking writes nothing

        AccountStore another(bench.path);
        QVERIFY(another.setUrl(id, *ServiceUrl::fromText(u"https://example.com/v2"_s)));
        QCOMPARE(bench.store.current()->id, id); // it is written down before it would change
        QVERIFY(bench.store.current()->requiresReason);
        QVERIFY(bench.content().contains("1\\id=" + id.toLatin1()));
    }

    void legacyIdsTellAccountsApart()
    {
        QSet<QString> ids;
        for (const QString &name : {u"a"_s, u"A"_s, u"a "_s, u"https://x.example\na"_s}) {
            for (const QString &origin : {u"https://x.example"_s, u"https://y.example"_s}) {
                ids.insert(legacyAccountId(name, origin));
            }
        }
        QCOMPARE(ids.size(), 8);
        QVERIFY(newAccountId() != newAccountId());
    }

    void oneFieldIsChangedAndNoOther_data()
    {
        using Act = std::function<bool(AccountStore &, const QString &)>;
        QTest::addColumn<Act>("act");
        QTest::addColumn<std::function<void(Account &)>>("expected");
        const auto row = [](const char *name, const Act &act,
                            const std::function<void(Account &)> &expected) {
            QTest::newRow(name) << act << expected;
        };
        const auto v3 = *ServiceUrl::fromText(u"https://api.edenai.run/v3"_s);
        row(
            "URL", [v3](AccountStore &store, const QString &id) { return store.setUrl(id, v3); },
            [v3](Account &account) {
                account.url = v3;
                account.readsByPatch = false;
            });
        row(
            "the same URL",
            [](AccountStore &store, const QString &id) {
                return store.setUrl(id, ServiceUrl::standard());
            },
            [](Account &) {});
        row(
            "reason",
            [](AccountStore &store, const QString &id) {
                return store.setRequiresReason(id, false);
            },
            [](Account &account) { account.requiresReason = false; });
        row(
            "customer",
            [](AccountStore &store, const QString &id) { return store.addCustomer(id, u"c"_s); },
            [](Account &account) {
                account.customers = QStringList{u"a"_s, u"b"_s, u"c"_s};
            });
        row(
            "a customer again",
            [](AccountStore &store, const QString &id) { return store.addCustomer(id, u"a"_s); },
            [](Account &account) {
                account.customers = QStringList{u"b"_s, u"a"_s};
            });
        row(
            "a customer learned, of one that has some",
            [](AccountStore &store, const QString &id) { return store.learnCustomer(id, u"c"_s); },
            [](Account &) {});
        row(
            "another customer",
            [](AccountStore &store, const QString &id) {
                return store.replaceCustomers(id, u"c"_s);
            },
            [](Account &account) {
                account.customers = QStringList{u"c"_s};
                account.formerCustomers = QStringList{u"a"_s, u"b"_s};
            });
        row(
            "current", [](AccountStore &store, const QString &id) { return store.makeCurrent(id); },
            [](Account &) {});
    }
    void oneFieldIsChangedAndNoOther()
    {
        QFETCH(std::function<bool(AccountStore &, const QString &)>, act);
        QFETCH(std::function<void(Account &)>, expected);
        Bench bench;
        Account first = accountNamed(u"first"_s);
        Account account{u"second"_s, ServiceUrl::standard(), true,
                        true,        newAccountId(),         {u"a"_s, u"b"_s}};
        QVERIFY(bench.store.save(first));
        QVERIFY(bench.store.save(account));

        QVERIFY(act(bench.store, account.id));

        expected(account);
        QCOMPARE(bench.store.accounts(), QList<Account>({first, account}));
        QVERIFY(!act(bench.store, newAccountId())); // no such account
        QCOMPARE(bench.store.accounts(), QList<Account>({first, account}));
    }

    void whatIsNoAccountOfOursStaysToTheByte()
    {
        Bench bench;
        const QByteArray refused = "1\\name=Bad\n1\\url=http://api.edenai.run/v2\n1\\note = mine\n";
        const QByteArray others = "; a comment\n[window]\ngeometry=@ByteArray(\\x1\\0)\n"
                                  "size=@Size(1 2)\n[later]\nnew\\thing=\"1, 2\"\n";
        bench.write(others + "\n[accounts]\n" + refused
                    + "2\\name=Good\n2\\url=https://api.edenai.run/v2\n2\\colour=red\nsize=2\n");
        const QString good = bench.store.account(u"Good"_s)->id;

        QVERIFY(bench.store.save(accountNamed(u"New"_s)));
        QVERIFY(bench.store.setRequiresReason(good, true));
        QVERIFY(bench.store.makeCurrent(good));

        QVERIFY(bench.content().contains(others));
        QVERIFY(bench.content().contains(refused));
        QVERIFY(bench.content().contains("2\\colour=red\n"));
        QCOMPARE(bench.names(), QStringList({u"Good"_s, u"New"_s}));

        QVERIFY(bench.store.remove(good));
        QVERIFY(bench.content().contains(refused));
        QVERIFY(!bench.content().contains("2\\"));
        QCOMPARE(bench.names(), QStringList{u"New"_s});
    }

    void entriesThatCannotBeToldApartAreOne()
    {
        const Bench bench;
        const QByteArray id = newAccountId().toLatin1();
        const QByteArray url = "\\url=https://api.edenai.run/v2\n";
        bench.write("[accounts]\nsize=2000000000\n1\\name=A\n1" + url + "1\\id=" + id
                    + "\n2\\name=B\n2" + url + "2\\id=" + id
                    + "\n3\\name=A\n3\\url=https://example.com\n4\\name=C\n4" + url
                    + "4\\id=../../x\n5\\name=D\n5" + url);
        QCOMPARE(bench.names(), QStringList({u"A"_s, u"D"_s}));
    }

    void pairsOfAccountsAreRememberedEitherWayRound()
    {
        Bench bench;
        const QString a = newAccountId();
        const QString b = newAccountId();
        QVERIFY(!bench.store.areApart(a, b));
        QVERIFY(bench.store.rememberApart(b, a, true));
        QCOMPARE(AccountStore(bench.path).areApart(a, b), std::optional(true));
        QCOMPARE(bench.store.areApart(b, a), std::optional(true));
        QVERIFY(bench.store.rememberApart(a, b, false));
        QCOMPARE(bench.store.areApart(b, a), std::optional(false));
        QVERIFY(!bench.store.areApart(a, newAccountId()));
    }

    void namesOfKeychainEntriesAreKeptUntilTheyAreDropped()
    {
        Bench bench;
        const QString odd = u"purser/a, b=\"c\"@x/1"_s;
        QVERIFY(bench.store.rememberKeychainEntries({odd}));
        QVERIFY(bench.store.rememberKeychainEntries({u"two"_s, odd}));
        QCOMPARE(AccountStore(bench.path).keychainEntries(), QStringList({odd, u"two"_s}));
        QVERIFY(bench.store.dropKeychainEntries({odd, u"never there"_s}));
        QCOMPARE(bench.store.keychainEntries(), QStringList{u"two"_s});
        QVERIFY(bench.store.dropKeychainEntries({u"two"_s}));
        QCOMPARE(bench.store.keychainEntries(), QStringList());
    }

    void anAccountThatGoesOrMovesLeavesTheNamesOfItsEntries()
    {
        Bench bench;
        const Account account = accountNamed(u"Work"_s);
        QVERIFY(bench.store.save(account));
        QVERIFY(
            bench.store.setUrl(account.id, *ServiceUrl::fromText(u"https://api.edenai.run/v3"_s)));
        QCOMPARE(bench.store.keychainEntries(), QStringList()); // the same entry

        QVERIFY(bench.store.setUrl(account.id, *ServiceUrl::fromText(u"https://example.com"_s)));
        QCOMPARE(bench.store.keychainEntries(), QStringList{keychainKey(account)});
        const Account moved = *bench.store.account(u"Work"_s);
        QVERIFY(bench.store.remove(account.id));
        QCOMPARE(bench.store.keychainEntries(),
                 QStringList({keychainKey(account), keychainKey(moved)}));
    }

#ifdef Q_OS_UNIX
    void whatIsNoUsableFileIsSaidAndLeftAlone_data()
    {
        QTest::addColumn<std::function<void(const QString &)>>("make");
        QTest::addColumn<FileProblem>("problem");
        using Make = std::function<void(const QString &)>;
        QTest::newRow("a pipe") << Make([](const QString &path) {
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        }) << FileProblem::NotAFile;
        QTest::newRow("a folder") << Make([](const QString &path) { QVERIFY(QDir().mkpath(path)); })
                                  << FileProblem::NotAFile;
        QTest::newRow("2 GB") << Make([](const QString &path) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(2'000'000'000));
        }) << FileProblem::TooLarge;
        QTest::newRow("a device") << Make([](const QString &path) {
            QVERIFY(QFile::link(u"/dev/zero"_s, path));
        }) << FileProblem::NotAFile;
    }
    void whatIsNoUsableFileIsSaidAndLeftAlone()
    {
        QFETCH(std::function<void(const QString &)>, make);
        QFETCH(FileProblem, problem);
        Bench bench;
        QVERIFY(QDir().mkpath(QFileInfo(bench.path).path()));
        make(bench.path);
        const auto size = QFileInfo(bench.path).size();

        QVERIFY(bench.store.accounts().isEmpty());
        QCOMPARE(bench.store.problem(), std::optional(problem));
        QVERIFY(!bench.store.save(accountNamed(u"a"_s)));
        QVERIFY(!bench.store.rememberKeychainEntries({u"a"_s}));
        QVERIFY(!SettingsFile(bench.path).setValues({{u"a"_s, 1}}));
        QCOMPARE(QFileInfo(bench.path).size(), size);
    }

    void lookingTakesTheRightsOfOthersBack()
    {
        const Bench bench;
        bench.write("[General]\n");
        QVERIFY(QFile::setPermissions(bench.path, OwnerFile | AnyOther));
        QVERIFY(bench.store.accounts().isEmpty());
        QCOMPARE(rights(bench.path), QFile::Permissions(OwnerFile));
    }

    void aFileThatIsALinkStaysOne()
    {
        Bench bench;
        bench.write("[x]\ny=1\n");
        const QString target = bench.folder.filePath(u"dotfiles.ini"_s);
        QVERIFY(QFile::rename(bench.path, target) && QFile::link(target, bench.path));
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        QCOMPARE(QFileInfo(bench.path).symLinkTarget(), target);
        QCOMPARE(bench.names(), QStringList{u"a"_s});
    }
#endif

    void aLockThatIsHeldIsWaitedForAndThenSaid()
    {
        Bench bench;
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        QLockFile held(bench.path + u".lock"_s);
        QVERIFY(held.lock());
        QVERIFY(!bench.store.save(accountNamed(u"b"_s)));
        QCOMPARE(bench.names(), QStringList{u"a"_s}); // reading needs no lock
        held.unlock();
        QVERIFY(bench.store.save(accountNamed(u"b"_s)));
    }

    void theLockOfAProgramThatIsGoneDoesNotCount_data()
    {
        QTest::addColumn<QByteArray>("content");
        QProcess gone;
        gone.start(QCoreApplication::applicationFilePath(), {u"-version"_s});
        QVERIFY(gone.waitForStarted());
        const QByteArray pid = QByteArray::number(gone.processId());
        QVERIFY(gone.waitForFinished());
        QTest::newRow("killed") << pid + "\npurser\n" + QSysInfo::machineHostName().toUtf8() + '\n';
        QTest::newRow("cut off by a power failure") << QByteArray();
        QTest::newRow("of another computer, long ago") << QByteArray("1\npurser\nelsewhere\n");
    }
    void theLockOfAProgramThatIsGoneDoesNotCount()
    {
        QFETCH(QByteArray, content);
        Bench bench;
        bench.write("");
        QFile lock(bench.path + u".lock"_s);
        QVERIFY(lock.open(QIODevice::ReadWrite) && lock.write(content) == content.size());
        QVERIFY(lock.flush()
                && lock.setFileTime(QDateTime::currentDateTime().addSecs(-3600),
                                    QFileDevice::FileModificationTime));
        lock.close();
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        QCOMPARE(bench.names(), QStringList{u"a"_s});
    }

    void aNameThatCannotBeKeptIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("byte order mark") << u"\ufeffWork"_s;
        QTest::newRow("only that") << u"\ufeff"_s;
        QTest::newRow("line break") << u"Wo\nrk"_s;
        QTest::newRow("half a character") << u"Wo"_s + QChar(0xd83d);
        QTest::newRow("no character") << u"Wo"_s + QChar(0xfffe);
        QTest::newRow("empty") << QString();
    }
    void aNameThatCannotBeKeptIsRefused()
    {
        QFETCH(QString, name);
        Bench bench;
        QVERIFY(!bench.store.save(accountNamed(name)));
        QVERIFY(bench.names().isEmpty());
    }

    void whatWasSaidOfACustomerEndsWithIt()
    {
        Bench bench;
        QVERIFY(bench.store.save(accountNamed(u"a"_s)) && bench.store.save(accountNamed(u"b"_s)));
        const QString a = bench.store.account(u"a"_s)->id;
        const QString b = bench.store.account(u"b"_s)->id;
        QVERIFY(bench.store.addCustomer(a, u"one"_s) && bench.store.addCustomer(b, u"two"_s));
        QVERIFY(bench.store.rememberApart(a, b, true));
        QVERIFY(bench.store.replaceCustomers(a, u"three"_s));
        QVERIFY(!bench.store.areApart(a, b));
        QCOMPARE(bench.store.account(u"a"_s)->customers, QStringList{u"three"_s});
        QCOMPARE(bench.store.account(u"a"_s)->formerCustomers, QStringList{u"one"_s});
    }

    void aCustomerJoinsTheOneBeforeAlone_data()
    {
        QTest::addColumn<QStringList>("customers");
        QTest::addColumn<QStringList>("former");
        QTest::addColumn<QString>("joins");
        QTest::addColumn<QStringList>("customersAfter");
        QTest::addColumn<QStringList>("formerAfter");
        const QString a = u"a"_s;
        const QString b = u"b"_s;
        const QString c = u"c"_s;
        const QString key = UnnamedCustomer;
        const QString unknown = UnknownCustomer;
        using L = QStringList;
        QTest::newRow("a new one") << L{a} << L{} << b << L{a, b} << L{};
        QTest::newRow("a new one, of the last of two") << L{b} << L{a} << c << L{b, c} << L{a};
        QTest::newRow("the replacing one") << L{b} << L{a} << b << L{a, b} << L{};
        QTest::newRow("the replacing one of two") << L{c} << L{a, b} << c << L{b, c} << L{a};
        QTest::newRow("said twice") << L{b, c} << L{a} << c << L{b, c} << L{a};
        QTest::newRow("the former one again") << L{b} << L{a} << a << L{b, a} << L{};
        QTest::newRow("of an unknown one") << L{b} << L{unknown} << b << L{b} << L{};
        QTest::newRow("a key, and a former key") << L{a} << L{key} << key << L{a, key} << L{key};
        QTest::newRow("the replacing key") << L{key} << L{key} << key << L{key} << L{};
        QTest::newRow("a new one after a key and another")
            << L{a} << L{key} << b << L{a, b} << L{key};
        QTest::newRow("nothing known") << L{} << L{} << a << L{a} << L{};
    }
    void aCustomerJoinsTheOneBeforeAlone()
    {
        QFETCH(QStringList, customers);
        QFETCH(QStringList, former);
        QFETCH(QString, joins);
        Bench bench;
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        SettingsFile file(bench.path);
        QVERIFY(file.setValues(
            {{u"accounts/1/customers"_s, customers}, {u"accounts/1/formerCustomers"_s, former}}));
        const Account account = *bench.store.account(u"a"_s);
        QCOMPARE(account.customers, customers);

        QCOMPARE(bench.store.joinCustomers(account, joins), std::optional(true));
        QTEST(bench.store.account(u"a"_s)->customers, "customersAfter");
        QTEST(bench.store.account(u"a"_s)->formerCustomers, "formerAfter");
    }

    void whatWasSaidOfAnAccountHoldsForThatOne()
    {
        Bench bench;
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        const QString id = bench.store.account(u"a"_s)->id;
        QVERIFY(bench.store.addCustomer(id, u"one"_s));
        const Account asked = *bench.store.account(u"a"_s);
        QVERIFY(bench.store.replaceCustomers(id, u"two"_s)); // by another program
        QCOMPARE(bench.store.joinCustomers(asked, u"three"_s), std::nullopt);
        QCOMPARE(bench.store.account(u"a"_s)->customers, QStringList{u"two"_s});
    }

    void aCustomerIsAddedToTheExpectedOnesAlone()
    {
        Bench bench;
        QVERIFY(bench.store.save(accountNamed(u"a"_s)));
        const QString a = bench.store.account(u"a"_s)->id;
        QVERIFY(bench.store.addCustomer(a, u"one"_s));
        QCOMPARE(bench.store.addCustomerTo(a, {u"one"_s}, u"two"_s), std::optional(true));
        QVERIFY(bench.store.replaceCustomers(a, u"three"_s));
        QCOMPARE(bench.store.addCustomerTo(a, {u"one"_s, u"two"_s}, u"two"_s), std::nullopt);
        QCOMPARE(bench.store.account(u"a"_s)->customers, QStringList{u"three"_s});
        QCOMPARE(bench.store.addCustomerTo(a, {u"one"_s}, u"three"_s), std::optional(true));
    }

    void manyProgramsAtOnceLoseNothing()
    {
        // Under Wine the start of one takes seconds.
        const int count = QSysInfo::kernelType() == "winnt"_L1 ? 4 : 12;
        constexpr int AccountsEach = 3;
        Bench bench;
        bench.write("[later]\nkept=yes\n");
        std::vector<std::unique_ptr<QProcess>> programs;
        const auto start = [&](const QStringList &words) {
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            programs.back()->start(QStringLiteral(SETTINGSWRITER_PATH),
                                   QStringList{bench.path} + words);
        };
        start({u"window"_s});
        start({u"window-of-010"_s});
        for (int i = 0; i < count; ++i) {
            start({u"accounts"_s, u"p"_s + QString::number(i), QString::number(AccountsEach)});
        }
        for (std::size_t i = 2; i < programs.size(); ++i) {
            QVERIFY(programs[i]->waitForFinished(120'000));
            QCOMPARE(programs[i]->exitCode(), 0);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            programs[i]->closeWriteChannel(); // which ends it
            QVERIFY(programs[i]->waitForFinished(60'000));
            QCOMPARE(programs[i]->exitCode(), 0);
        }

        QCOMPARE(bench.names().size(), count * AccountsEach);
        QCOMPARE(bench.store.keychainEntries().size(), count * AccountsEach);
        const auto accounts = bench.store.accounts();
        for (const Account &account : accounts) {
            QVERIFY(account.requiresReason && account.readsByPatch);
            QCOMPARE(account.customers, QStringList{account.name});
        }
        const SettingsFile settings(bench.path);
        QCOMPARE(settings.value(u"later/kept"_s).toString(), u"yes"_s);
        QVERIFY(settings.value(u"window/state"_s).isValid());
        QVERIFY(settings.value(u"old/state"_s).isValid());
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        const Bench bench;
        bench.write("");
        AccountStore below(bench.path + "/purser.ini"_L1); // a file is no folder

        QVERIFY(!below.save(accountNamed(u"a"_s)));
        QVERIFY(!below.makeCurrent(accountNamed(u"a"_s).id));
        QVERIFY(!below.remove(accountNamed(u"a"_s).id));
    }
};

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
