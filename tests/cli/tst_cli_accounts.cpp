// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"
#include "clirun.h"
#include "credentials/bearer.h"
#include "runningsandbox.h"
#include "support/wireserver.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <memory>
#include <vector>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QByteArray jwtOf(const QByteArray &sub)
{
    return "e30."
        + ("{\"sub\":\"" + sub + "\"}")
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        + ".c2ln";
}

QString customerOf(const QByteArray &sub)
{
    return Bearer::fromBytes(jwtOf(sub))->customer();
}

//! purser-cli beside a service that accepts every JWT.
struct Bench {
    WireServer server;
    CliBench cli;
    AccountStore accounts{cli.settingsPath()};

    Bench() { server.play({answer(200, "[]")}); }
    [[nodiscard]] CliResult login(const QByteArray &jwt, const QStringList &options = {}) const
    {
        return cli.run(QStringList{u"login"_s, u"--json"_s, u"--account"_s, u"Work"_s} + options,
                       jwt);
    }
    [[nodiscard]] QStringList atServer() const { return {u"--url"_s, server.url(u"/v2"_s)}; }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        const auto all = accounts.accounts();
        for (const Account &account : all) {
            names.append(account.name);
        }
        return names;
    }
    //! Whether a JWT is kept for the account.
    [[nodiscard]] bool isSignedIn(const QString &name) const
    {
        return cli.run({u"list"_s, u"--account"_s, name}).code == 0;
    }
};

} // namespace

//! Accounts, whose JWT they have, and what is left in the keyring: the real purser-cli and the
//! session's real keyring.
class TestCliAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eightLoginsAtOnceAreEightAccounts()
    {
        constexpr int Count = 8;
        const RunningSandbox sandbox;
        const QString url = sandbox.firstLine().value(u"url"_s).toString();
        const QByteArray jwt = sandbox.firstLine().value(u"jwt"_s).toString().toLatin1();
        const CliBench cli;
        std::vector<std::unique_ptr<QProcess>> logins;
        for (int i = 0; i < Count; ++i) {
            logins.push_back(cli.start(
                {u"login"_s, u"--account"_s, u"A"_s + QString::number(i), u"--url"_s, url}));
            logins.back()->write(jwt);
            logins.back()->closeWriteChannel();
        }
        for (const auto &login : logins) {
            const CliResult result = CliBench::resultOf(*login);
            QVERIFY2(result.code == 0, result.text().constData());
        }
        const AccountStore accounts(cli.settingsPath());
        QCOMPARE(accounts.accounts().size(), Count);
        QCOMPARE(accounts.keychainEntries().size(), Count);
        for (int i = 0; i < Count; ++i) {
            const auto list = cli.run({u"list"_s, u"--account"_s, u"A"_s + QString::number(i)});
            QVERIFY2(list.code == 0, list.text().constData());
        }
    }

    void loginsOfOneNewNameAtOnceAreOneAccount()
    {
        const RunningSandbox sandbox;
        const QString url = sandbox.firstLine().value(u"url"_s).toString();
        const QByteArray jwt = sandbox.firstLine().value(u"jwt"_s).toString().toLatin1();
        const CliBench cli;
        std::vector<std::unique_ptr<QProcess>> logins;
        for (int i = 0; i < 4; ++i) {
            logins.push_back(cli.start({u"login"_s, u"--account"_s, u"Work"_s, u"--url"_s, url}));
            logins.back()->write(jwt);
            logins.back()->closeWriteChannel();
        }
        for (const auto &login : logins) {
            const CliResult result = CliBench::resultOf(*login);
            QVERIFY2(result.code == 0, result.text().constData());
        }
        const AccountStore accounts(cli.settingsPath());
        QCOMPARE(accounts.accounts().size(), 1);
        QCOMPARE(accounts.keychainEntries(), QStringList{keychainKey(*accounts.current())});
        QCOMPARE(cli.run({u"list"_s}).code, 0);
    }

    void anotherCustomersJwtIsToldOf_data()
    {
        QTest::addColumn<QByteArray>("jwt");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("changed");
        QTest::addColumn<QStringList>("customers");
        QTest::addColumn<QString>("told"); // on standard error; "": nothing is
        const QString a = customerOf("a");
        const QString b = customerOf("b");
        QTest::newRow("the same") << jwtOf("a") << QStringList() << false << QStringList{a}
                                  << QString();
        QTest::newRow("another one")
            << jwtOf("b") << QStringList() << true << QStringList{b} << u"--same-customer"_s;
        QTest::newRow("another one, and yes") << jwtOf("b") << QStringList{u"--yes"_s} << true
                                              << QStringList{b} << u"--same-customer"_s;
        QTest::newRow("said to be the same") << jwtOf("b") << QStringList{u"--same-customer"_s}
                                             << false << QStringList{a, b} << QString();
        QTest::newRow("no JWT") << QByteArray("sk-0123456789") << QStringList() << true
                                << QStringList{u"?"_s} << u"--same-customer"_s;
        QTest::newRow("no JWT, said to be the same")
            << QByteArray("sk-0123456789") << QStringList{u"--same-customer"_s} << false
            << QStringList{a, u"?"_s} << u"no JWT"_s;
    }
    void anotherCustomersJwtIsToldOf()
    {
        QFETCH(QByteArray, jwt);
        QFETCH(QStringList, options);
        QFETCH(bool, changed);
        QFETCH(QStringList, customers);
        QFETCH(QString, told);
        const Bench bench;
        const auto first = bench.login(jwtOf("a"), bench.atServer());
        QVERIFY2(first.code == 0, first.text().constData());
        QCOMPARE(first.json().value(u"customer_changed"_s), QJsonValue(false));
        const QString id = bench.accounts.current()->id;

        const auto result = bench.login(jwt, options);

        QVERIFY2(result.code == 0, result.text().constData());
        QCOMPARE(result.part(u"outcome"_s), u"signed_in"_s);
        QCOMPARE(result.json().value(u"customer_changed"_s), QJsonValue(changed));
        QCOMPARE(bench.accounts.accounts().size(), 1);
        QCOMPARE(bench.accounts.current()->id, id);
        QCOMPARE(bench.accounts.current()->customers, customers);
        QVERIFY2(told.isEmpty() ? result.error.isEmpty() : result.error.contains(told),
                 result.text().constData());
        QVERIFY(bench.isSignedIn(u"Work"_s));
        QCOMPARE(bench.server.requests().back().headers("Authorization"),
                 QList<QByteArray>{"Bearer " + jwt});
    }

    void whatReplacedTheLastOneIsTakenBackOnceItIsSaidToBeTheSame()
    {
        const Bench bench;
        QCOMPARE(bench.login(jwtOf("a"), bench.atServer()).code, 0);
        QCOMPARE(bench.login(jwtOf("b")).code, 0);
        QCOMPARE(bench.login(jwtOf("c")).code, 0);
        QCOMPARE(bench.accounts.current()->customers, QStringList{customerOf("c")});
        QCOMPARE(bench.login(jwtOf("c"), {u"--same-customer"_s}).code, 0);
        QCOMPARE(bench.accounts.current()->customers,
                 QStringList({customerOf("b"), customerOf("c")}));
        QCOMPARE(bench.accounts.current()->formerCustomers, QStringList{customerOf("a")});
    }

    void theSameCustomerIsTheLastOneAlone()
    {
        const Bench bench;
        QCOMPARE(bench.login(jwtOf("a"), bench.atServer()).code, 0);
        QCOMPARE(bench.login(jwtOf("b")).code, 0);
        QCOMPARE(bench.login(jwtOf("c"), {u"--same-customer"_s}).code, 0);
        QCOMPARE(bench.accounts.current()->customers,
                 QStringList({customerOf("b"), customerOf("c")}));
        QCOMPARE(bench.accounts.current()->formerCustomers, QStringList{customerOf("a")});
    }

    void anotherUrlTakesTheOlderJwtOut_data()
    {
        QTest::addColumn<bool>("anotherHost");
        QTest::newRow("another host") << true;
        QTest::newRow("another path") << false;
    }
    void anotherUrlTakesTheOlderJwtOut()
    {
        QFETCH(bool, anotherHost);
        WireServer before;
        before.play({answer(200, "[]")});
        const Bench bench;
        const QString url =
            anotherHost ? before.url(u"/v2"_s) : bench.server.url(u"/another/path"_s);
        QCOMPARE(bench.login(jwtOf("a"), {u"--url"_s, url}).code, 0);
        const Account older = *bench.accounts.current();

        const auto result = bench.cli.run(
            {u"login"_s, u"--account"_s, u"Work"_s, u"--url"_s, bench.server.url(u"/v2"_s)},
            jwtOf("a"));

        QVERIFY2(result.code == 0, result.text().constData());
        QCOMPARE(result.out.contains("gone"_L1), anotherHost);
        QCOMPARE(bench.accounts.current()->id, older.id);
        QVERIFY(bench.isSignedIn(u"Work"_s));
        QCOMPARE(bench.accounts.keychainEntries(),
                 QStringList{keychainKey(*bench.accounts.current())});
        if (anotherHost) { // the entry itself, not only its name on the list
            AccountStore accounts(bench.cli.settingsPath());
            QVERIFY(accounts.setUrl(older.id, older.url));
            QVERIFY(!bench.isSignedIn(u"Work"_s));
        }
    }

    void logoutAllFindsWhatNoAccountUses_data()
    {
        QTest::addColumn<bool>("settingsLost");
        QTest::newRow("the account is gone") << false;
        QTest::newRow("the settings are gone") << true;
    }
    void logoutAllFindsWhatNoAccountUses()
    {
        QFETCH(bool, settingsLost);
        const Bench bench;
        QCOMPARE(bench.login(jwtOf("a"), bench.atServer()).code, 0);
        AccountStore accounts(bench.cli.settingsPath());
        const Account account = *accounts.current();
        QVERIFY(accounts.remove(account.id));
        if (settingsLost) {
            QVERIFY(QFile::remove(accounts.path()));
        }

        const auto logout = bench.cli.run({u"logout"_s, u"--all"_s});

        QVERIFY2(logout.code == 0 && logout.out.contains(keychainKey(account)),
                 logout.text().constData());
        QVERIFY(accounts.keychainEntries().isEmpty());
        QVERIFY(accounts.save(account));
        QVERIFY(!bench.isSignedIn(u"Work"_s));
        const auto again = bench.cli.run({u"logout"_s, u"--all"_s, u"--json"_s});
        QCOMPARE(again.code, 0);
        QCOMPARE(again.json().value(u"left"_s).toArray().size(), 0);
    }

    void logoutAllTellsWhatItCannotTakeOut()
    {
        Bench bench;
        AccountStore accounts(bench.cli.settingsPath());
        QVERIFY(accounts.rememberKeychainEntries({u"purser/lost@x.example/1"_s}));
        bench.cli.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        const auto logout = bench.cli.run({u"logout"_s, u"--all"_s, u"--json"_s});
        QVERIFY2(logout.code == 6, logout.text().constData());
        QCOMPARE(logout.json().value(u"left"_s).toArray(),
                 QJsonArray{u"purser/lost@x.example/1"_s});
        QCOMPARE(accounts.keychainEntries().size(), 1);
    }

    void settingsThatCannotBeReadAreSaidAndNothingHangs_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("accounts") << QStringList{u"accounts"_s};
        QTest::newRow("login") << QStringList{u"login"_s};
        QTest::newRow("logout") << QStringList{u"logout"_s};
        QTest::newRow("logout --all") << QStringList{u"logout"_s, u"--all"_s};
        QTest::newRow("list") << QStringList{u"list"_s};
        QTest::newRow("set") << QStringList{u"set"_s, u"alpha"_s, u"--add"_s, u"1"_s};
    }
    void settingsThatCannotBeReadAreSaidAndNothingHangs()
    {
        QFETCH(QStringList, words);
        const Bench bench;
        const QString path = bench.cli.settingsPath();
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        if (words.front() == "login"_L1) {
            words += bench.atServer();
        }
        const auto result = bench.cli.run(words + QStringList{u"--json"_s}, jwtOf("a"));
        QVERIFY2(result.code == 6 && result.error.contains(path), result.text().constData());
        QVERIFY(QFile::remove(path));
    }
};

QTEST_GUILESS_MAIN(TestCliAccounts)
#include "tst_cli_accounts.moc"
