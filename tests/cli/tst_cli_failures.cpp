// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "runningsandbox.h"
#include "support/wireserver.h"

#include "accounts/accountstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QString chatbot()
{
    return u"marketing-chatbot"_s;
}

QString errorPart(const CliResult &result, const QString &part)
{
    return result.json().value(u"error"_s).toObject().value(part).toString();
}

WireScript accepted()
{
    return answer(200, "[]");
}

constexpr auto AlphaBody =
    R"({"name":"alpha","token_type":"api_token","balance":5,"active_balance":true})";

} // namespace

Q_DECLARE_METATYPE(purser::test::WireScript)

//! How purser-cli ends when something goes wrong: with a number, a word and a sentence.
class TestCliFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFailureOfAChangeHasItsEnd_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *fault, int code, const QString &outcome,
                            const QString &kind) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << code << outcome << kind;
        };
        row("401", 3, u"rejected"_s, u"sign_in"_s);
        row("403", 3, u"rejected"_s, u"forbidden"_s);
        row("429", 1, u"rejected"_s, u"throttled"_s);
        row("500", 4, u"unknown"_s, u"server"_s);
        row("500-after", 4, u"unknown"_s, u"server"_s);
        row("close-before", 4, u"unknown"_s, u"connection_lost"_s);
        row("close-after", 4, u"unknown"_s, u"connection_lost"_s);
        row("half", 4, u"unknown"_s, u"connection_lost"_s);
        row("hang", 4, u"unknown"_s, u"deadline"_s);
        row("lie", 8, u"applied_differently"_s, QString());
    }
    void eachFailureOfAChangeHasItsEnd()
    {
        QFETCH(QString, fault);
        QFETCH(int, code);
        QFETCH(QString, outcome);
        QFETCH(QString, kind);
        const RunningSandbox sandbox({u"--fail"_s, fault});
        const CliBench cli;
        QVERIFY(cli.login(sandbox.firstLine().value(u"url"_s).toString(),
                          sandbox.firstLine().value(u"jwt"_s).toString().toLatin1()));

        const auto result = cli.run({u"set"_s, chatbot(), u"--balance"_s, u"5"_s, u"--json"_s});

        QVERIFY2(result.code == code, result.text().constData());
        QCOMPARE(result.json().value(u"outcome"_s).toString(), outcome);
        QCOMPARE(errorPart(result, u"kind"_s), kind);
        QCOMPARE(result.json().value(u"after"_s).isNull(), code != 8);
        QVERIFY2(result.error.startsWith("purser-cli: "_L1) && result.error.count(u'\n') == 1,
                 result.text().constData());
        QVERIFY2(!result.error.contains("edit is kept"_L1), result.text().constData());
    }

    void peopleSeeWhatAChangeCameTo()
    {
        const RunningSandbox sandbox({u"--fail"_s, u"lie"_s});
        const CliBench cli;
        QVERIFY(cli.login(sandbox.firstLine().value(u"url"_s).toString(),
                          sandbox.firstLine().value(u"jwt"_s).toString().toLatin1()));
        const auto result = cli.run({u"set"_s, chatbot(), u"--balance"_s, u"5"_s});
        QVERIFY2(result.code == 8, result.text().constData());
        QVERIFY2(result.out.startsWith("Balance  87.45 -> 5.00\n"_L1), result.text().constData());
        QVERIFY2(result.error.contains("asked 5.00, is now"_L1), result.text().constData());
        QVERIFY2(!result.out.contains("was changed"_L1), result.text().constData());
    }

    void aTokenThatIsNotThereIsRejected()
    {
        const RunningSandbox sandbox;
        const CliBench cli;
        QVERIFY(cli.login(sandbox.firstLine().value(u"url"_s).toString(),
                          sandbox.firstLine().value(u"jwt"_s).toString().toLatin1()));
        for (const QStringList &words :
             {QStringList{u"show"_s, u"nobody"_s},
              QStringList{u"set"_s, u"nobody"_s, u"--balance"_s, u"5"_s}}) {
            const auto result = cli.run(words + QStringList{u"--json"_s});
            QVERIFY2(result.code == 1, result.text().constData());
            QCOMPARE(errorPart(result, u"kind"_s), u"not_found"_s);
            QCOMPARE(result.json().value(u"error"_s).toObject().value(u"status"_s).toInt(), 404);
            QCOMPARE(result.json().value(u"token"_s).toString(), u"nobody"_s);
        }
    }

    void eachAnswerToTheReadHasItsEnd_data()
    {
        QTest::addColumn<WireScript>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const WireScript &script, int code,
                            const QString &outcome, const QString &kind) {
            QTest::newRow(name) << script << code << outcome << kind;
        };
        const QString no = u"rejected"_s;
        const QString notSent = u"not_sent"_s;
        row("301", answer(301, {}, {"Location: /elsewhere"}), 1, no, u"redirected"_s);
        row("302", answer(302, {}, {"Location: /elsewhere"}), 5, notSent, u"redirected"_s);
        row("400", answer(400, R"({"detail":"no"})"), 1, no, u"validation"_s);
        row("401", answer(401, R"({"detail":"no"})"), 3, no, u"sign_in"_s);
        row("403", answer(403, R"({"detail":"no"})"), 3, no, u"forbidden"_s);
        row("404", answer(404, R"({"detail":"Not found."})"), 1, no, u"not_found"_s);
        row("408", answer(408, {}), 5, notSent, u"server"_s);
        row("429", answer(429, {}, {"Retry-After: 0"}), 1, no, u"throttled"_s);
        row("500", answer(500, "<h1>Oops</h1>"), 5, notSent, u"server"_s);
        row("503", answer(503, {}), 5, notSent, u"server"_s);
        row("204", answer(204, {}), 5, notSent, u"malformed_reply"_s);
        row("nonsense", answer(200, "hello"), 5, notSent, u"malformed_reply"_s);
        row("another token", answer(200, R"({"name":"beta","token_type":"api_token"})"), 5, notSent,
            u"malformed_reply"_s);
        row("closed", {{WireStep::awaitRequest(), WireStep::close()}}, 5, notSent,
            u"connection_lost"_s);
    }
    void eachAnswerToTheReadHasItsEnd()
    {
        QFETCH(WireScript, script);
        QFETCH(int, code);
        QFETCH(QString, outcome);
        QFETCH(QString, kind);
        WireServer server;
        server.play({accepted(), script});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));

        const auto result = cli.run({u"set"_s, u"alpha"_s, u"--balance"_s, u"9"_s, u"--json"_s});

        QVERIFY2(result.code == code, result.text().constData());
        QCOMPARE(result.json().value(u"outcome"_s).toString(), outcome);
        QCOMPARE(errorPart(result, u"kind"_s), kind);
        QVERIFY(result.json().value(u"before"_s).isNull());
        QVERIFY2(result.error.contains("nothing was changed"_L1), result.text().constData());
        const auto requests = server.requests();
        for (const WireRequest &request : requests) {
            QCOMPARE(request.method(), QByteArray("GET"));
        }
    }

    void nobodyListeningIsAFailedRead()
    {
        const CliBench cli;
        {
            WireServer server;
            server.play({accepted()});
            QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        }
        const auto result = cli.run({u"show"_s, u"alpha"_s, u"--json"_s});
        QVERIFY2(result.code == 5, result.text().constData());
        QCOMPARE(errorPart(result, u"kind"_s), u"connection_refused"_s);
    }

    void theServicesWordsAndItsRequestIdAreShown()
    {
        WireServer server;
        server.play({accepted(), answer(200, AlphaBody), answer(200, AlphaBody),
                     answer(400, R"({"balance":["Ensure this value is less than 100."]})",
                            {"X-Request-ID: req-77"})});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        const auto result = cli.run({u"set"_s, u"alpha"_s, u"--balance"_s, u"500"_s, u"--json"_s});
        QVERIFY2(result.code == 1, result.text().constData());
        QCOMPARE(errorPart(result, u"request_id"_s), u"req-77"_s);
        QVERIFY2(result.error.contains("Ensure this value is less than 100."_L1)
                     && result.error.contains("req-77"_L1)
                     && result.error.contains("was not changed"_L1),
                 result.text().constData());
    }

    void aReplyThatLeavesFieldsOutIsNotConfirmed()
    {
        WireServer server;
        const QByteArray bare = R"({"name":"alpha","token_type":"api_token"})";
        server.play({accepted(), answer(200, AlphaBody), answer(200, AlphaBody), answer(200, bare),
                     answer(200, bare)});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        const auto result = cli.run({u"set"_s, u"alpha"_s, u"--balance"_s, u"9"_s, u"--json"_s});
        QVERIFY2(result.code == 4, result.text().constData());
        QCOMPARE(result.json().value(u"outcome"_s).toString(), u"applied_unconfirmed"_s);
        const QJsonObject after = result.json().value(u"after"_s).toObject();
        QCOMPARE(after.keys(), QStringList({u"name"_s, u"token_type"_s}));
    }

    void aServiceWithoutGetIsRemembered()
    {
        WireServer server;
        server.play({accepted(), answer(405, R"({"detail":"no"})"), answer(200, AlphaBody),
                     answer(200, AlphaBody)});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        QCOMPARE(cli.run({u"show"_s, u"alpha"_s}).code, 0);
        QVERIFY(AccountStore(cli.settingsPath()).current()->readsByPatch);
        QCOMPARE(cli.run({u"show"_s, u"alpha"_s}).code, 0);
        const auto requests = server.requests();
        QCOMPARE(requests.size(), 4);
        QCOMPARE(requests.back().method(), QByteArray("PATCH"));
        QCOMPARE(requests.back().body, QByteArray("{}"));
    }

    void signingInEndsByTheServicesAnswer_data()
    {
        QTest::addColumn<WireScript>("script");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("stored");
        const auto row = [](const char *name, const WireScript &script, const QStringList &options,
                            int code, const QString &outcome, const QString &kind, bool stored) {
            QTest::newRow(name) << script << options << code << outcome << kind << stored;
        };
        const QStringList yes{u"--yes"_s};
        const QString unchecked = u"signed_in_unchecked"_s;
        row("200", accepted(), {}, 0, u"signed_in"_s, QString(), true);
        row("401", answer(401, {}), {}, 3, u"rejected"_s, u"sign_in"_s, false);
        row("401, yes", answer(401, {}), yes, 3, u"rejected"_s, u"sign_in"_s, false);
        row("403", answer(403, {}), {}, 3, u"rejected"_s, u"forbidden"_s, false);
        row("403, yes", answer(403, {}), yes, 0, unchecked, u"forbidden"_s, true);
        row("404", answer(404, {}), {}, 0, unchecked, u"not_found"_s, true);
        row("405", answer(405, {}), {}, 0, unchecked, u"rejected"_s, true);
        row("closed", {{WireStep::awaitRequest(), WireStep::close()}}, {}, 0, unchecked,
            u"connection_lost"_s, true);
    }
    void signingInEndsByTheServicesAnswer()
    {
        QFETCH(WireScript, script);
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QFETCH(QString, outcome);
        QFETCH(QString, kind);
        QFETCH(bool, stored);
        WireServer server;
        server.play({script}); // again for a GET that is sent again: the connection broke
        const CliBench cli;
        const auto result = cli.run(
            QStringList{u"login"_s, u"--json"_s, u"--url"_s, server.url(u"/v2"_s)} + options,
            "a-key");
        QVERIFY2(result.code == code, result.text().constData());
        QCOMPARE(result.json().value(u"outcome"_s).toString(), outcome);
        QCOMPARE(errorPart(result, u"kind"_s), kind);
        QCOMPARE(!AccountStore(cli.settingsPath()).accounts().isEmpty(), stored);
        server.play({answer(200, AlphaBody)});
        QCOMPARE(cli.run({u"show"_s, u"alpha"_s}).code, stored ? 0 : 3);
    }

    void withoutAKeychainItIsSaid_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("login") << QStringList{u"login"_s};
        QTest::newRow("logout") << QStringList{u"logout"_s};
        QTest::newRow("show") << QStringList{u"show"_s, u"alpha"_s};
        QTest::newRow("list") << QStringList{u"list"_s};
        QTest::newRow("set") << QStringList{u"set"_s, u"alpha"_s, u"--balance"_s, u"1"_s};
    }
    void withoutAKeychainItIsSaid()
    {
        QFETCH(QStringList, words);
        WireServer server;
        server.play({accepted()});
        CliBench cli;
        Account account;
        account.name = u"Test"_s;
        account.url = *ServiceUrl::fromText(server.url(u"/v2"_s));
        AccountStore accounts(cli.settingsPath());
        QVERIFY(accounts.save(account));
        cli.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);

        const auto result = cli.run(words + QStringList{u"--json"_s}, "a-key");

        QVERIFY2(result.code == 6, result.text().constData());
        QCOMPARE(errorPart(result, u"kind"_s), u"keychain_unavailable"_s);
        QVERIFY2(!result.error.contains("this run"_L1), result.text().constData());
        QVERIFY(accounts.remove(idOf(account)));
    }

    void withoutAnAccountNobodyIsSignedIn_data() { withoutAKeychainItIsSaid_data(); }
    void withoutAnAccountNobodyIsSignedIn()
    {
        QFETCH(QStringList, words);
        if (words.front() == "login"_L1) {
            return; // it makes one
        }
        const CliBench cli;
        const auto result = cli.run(words + QStringList{u"--json"_s});
        QVERIFY2(result.code == 3, result.text().constData());
        QCOMPARE(errorPart(result, u"kind"_s), u"signed_out"_s);
        QVERIFY2(result.error.contains("purser-cli login"_L1), result.text().constData());
    }

    void anAccountThatCannotBeSavedIsSaid()
    {
        WireServer server;
        server.play({accepted()});
        CliBench cli;
        cli.environment.insert(u"XDG_CONFIG_HOME"_s, u"/dev/null/config"_s);
        // Signed in, and known to nobody: this puts the entry within the bench's reach.
        Account account;
        account.name = u"Eden AI"_s;
        account.url = *ServiceUrl::fromText(server.url(u"/v2"_s));
        QVERIFY(AccountStore(cli.settingsPath()).save(account));

        const auto result =
            cli.run({u"login"_s, u"--url"_s, server.url(u"/v2"_s), u"--json"_s}, "a-key");

        QVERIFY2(result.code == 6, result.text().constData());
        QCOMPARE(errorPart(result, u"kind"_s), u"settings_not_saved"_s);
        cli.environment.insert(u"XDG_CONFIG_HOME"_s, cli.home() + "/config"_L1);
    }

    void usageErrorsSayWhereHelpIs_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("hint");
        QTest::newRow("nothing") << QStringList() << u"See purser-cli --help."_s;
        QTest::newRow("out of the interval")
            << QStringList{u"set"_s, u"alpha"_s, u"--balance"_s, u"100000"_s}
            << u"See purser-cli set --help."_s;
        QTest::newRow("a name that climbs")
            << QStringList{u"show"_s, u".."_s} << u"See purser-cli show --help."_s;
        QTest::newRow("a JWT as argument")
            << QStringList{u"login"_s, u"abc.def.ghi"_s} << u"See purser-cli login --help."_s;
    }
    void usageErrorsSayWhereHelpIs()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, hint);
        const CliBench cli;
        const auto people = cli.run(words);
        QVERIFY2(people.code == 2 && people.out.isEmpty(), people.text().constData());
        QVERIFY2(people.error.contains(hint), people.text().constData());
        const auto program = cli.run(QStringList{u"--json"_s} + words);
        QVERIFY2(program.code == 2, program.text().constData());
        QCOMPARE(errorPart(program, u"kind"_s), u"usage"_s);
        QCOMPARE(program.json().value(u"outcome"_s).toString(), u"not_sent"_s);
    }

#ifdef Q_OS_UNIX
    void anArgumentThatIsNoTextIsRefused()
    {
        // QProcess passes text only; the shell makes the byte.
        const CliBench cli;
        QProcess shell;
        shell.setProcessEnvironment(cli.environment);
        shell.start(
            u"/bin/sh"_s,
            {u"-c"_s, u"exec \"$0\" --sandbox show \"$(printf 'a\\377')\""_s, CliBench::program()});
        const auto result = CliBench::resultOf(shell);
        QVERIFY2(result.code == 2 && result.error.contains("UTF-8"_L1), result.text().constData());
    }
#endif
};

QTEST_GUILESS_MAIN(TestCliFailures)
#include "tst_cli_failures.moc"
