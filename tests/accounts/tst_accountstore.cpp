// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"
#include "accounts/privatefiles.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

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
                 QStringList({u"accounts/1/customers"_s, u"accounts/1/id"_s, u"accounts/1/name"_s,
                              u"accounts/1/readsByPatch"_s, u"accounts/1/requireReason"_s,
                              u"accounts/1/url"_s, u"accounts/size"_s, u"currentAccount"_s}));
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
