// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "support/wireserver.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser::test;

namespace {

constexpr auto Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeQ";

//! purser-cli by a shell, which can close what QProcess always opens. tail: redirections.
CliResult byShell(const CliBench &cli, const QString &words, const QString &tail)
{
    QProcess shell;
    shell.setProcessEnvironment(cli.environment);
    shell.start(u"/bin/sh"_s,
                {u"-c"_s, u"exec \"$0\" "_s + words + u' ' + tail, CliBench::program()});
    return CliBench::resultOf(shell);
}

QByteArray tokenNamed(const QByteArray &name)
{
    return R"({"name":")" + name + R"(","token_type":"api_token","balance":5})";
}

} // namespace

//! What purser-cli is given from outside, and does not take for something else.
class TestCliGuards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNameIsTakenAsItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("answered");
        QTest::addColumn<int>("code");
        const QString marked = u"\ufeffalpha"_s;
        const QByteArray encoded = "/v2/user/custom_token/%EF%BB%BFalpha/";
        QTest::newRow("mark") << marked << encoded << marked.toUtf8() << 0;
        QTest::newRow("mark, answered escaped")
            << marked << encoded << QByteArray("\\ufeffalpha") << 0;
        QTest::newRow("mark, and the reply is about another")
            << marked << encoded << QByteArray("alpha") << 5;
        QTest::newRow("no mark, and the reply is about another")
            << u"alpha"_s << QByteArray("/v2/user/custom_token/alpha/") << marked.toUtf8() << 5;
    }
    void aNameIsTakenAsItIs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, answered);
        QFETCH(int, code);
        WireServer server;
        server.play({answer(200, "[]"), answer(200, tokenNamed(answered))});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));

        const auto result = cli.run({u"show"_s, name, u"--json"_s});

        QVERIFY2(result.code == code, result.text().constData());
        QCOMPARE(server.requests().at(1).target(), target);
        QCOMPARE(result.part(u"token"_s), name);
    }

    void anOptionWithAMarkIsNone()
    {
        const CliBench cli;
        const auto result = cli.run({u"--sandbox"_s, u"\ufeffshow"_s, u"marketing-chatbot"_s});
        QVERIFY2(result.code == 2, result.text().constData());
    }

    void aJwtFileMayBeginWithAMark()
    {
        WireServer server;
        server.play({answer(200, "[]")});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s),
                          "\xEF\xBB\xBF"
                          "a-key\r\n"));
        QCOMPARE(server.requests().front().headers("Authorization"),
                 QList<QByteArray>{"Bearer a-key"});
    }

    void aRelativeFolderIsNotFollowed()
    {
        CliBench cli;
        const QDir home(cli.home());
        cli.environment.insert(u"HOME"_s, cli.home());
        for (const auto &variable : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s}) {
            cli.environment.insert(variable, u"here"_s);
        }
        QVERIFY(home.mkdir(u"away"_s));
        QProcess process;
        process.setProcessEnvironment(cli.environment);
        process.setWorkingDirectory(home.filePath(u"away"_s));
        process.start(CliBench::program(), {u"settle"_s});
        const auto result = CliBench::resultOf(process);
        QVERIFY2(result.code == 0, result.text().constData());
        QVERIFY(!home.exists(u"away/here"_s));
        QVERIFY(home.exists(u".local/share/purser/journal.sqlite"_s));
    }

    void aClosedStreamChangesNothing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("closed");
        QTest::addColumn<int>("code");
        for (const auto *closed : {"<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
            const QString tail = QString::fromLatin1(closed);
            const auto row = [&](const char *name, const QString &words, int code) {
                QTest::addRow("%s %s", name, closed) << words << tail << code;
            };
            row("usage", u"nonsense"_s, 2);
            row("login without a JWT", u"login --url http://127.0.0.1:1/v2 "_s, 2);
            row("change", u"--sandbox set marketing-chatbot --balance 5"_s, 0);
            row("danger", u"--sandbox set marketing-chatbot --active off"_s, 7);
            row("no such token", u"--sandbox show nobody"_s, 1);
        }
    }
    void aClosedStreamChangesNothing()
    {
        QFETCH(QString, words);
        QFETCH(QString, closed);
        QFETCH(int, code);
        const CliBench cli;
        const bool readsInput = words.startsWith(u"login"_s) && !closed.contains(u'<');
        const auto result = byShell(cli, words, readsInput ? closed + u" </dev/null"_s : closed);
        QVERIFY2(result.code == code, result.text().constData());
    }

#ifdef Q_OS_LINUX
    void outputThatIsLostIsNoSuccess_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("history") << u"history"_s << 10;
        QTest::newRow("history --json") << u"history --json"_s << 10;
        QTest::newRow("accounts") << u"accounts"_s << 10;
        QTest::newRow("list") << u"--sandbox list"_s << 10;
        QTest::newRow("show") << u"--sandbox show marketing-chatbot"_s << 10;
        QTest::newRow("dry run") << u"--sandbox set marketing-chatbot --balance 5 --dry-run"_s
                                 << 10;
        QTest::newRow("change") << u"--sandbox set marketing-chatbot --balance 5"_s << 0;
        QTest::newRow("no such token") << u"--sandbox show nobody"_s << 1;
    }
    void outputThatIsLostIsNoSuccess()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        const CliBench cli;
        const auto result = byShell(cli, words, u">/dev/full"_s);
        QVERIFY2(result.code == code, result.text().constData());
        QVERIFY(code == 1 || result.error.contains("Standard output"_L1));
    }
#endif

    void anArgumentThatIsNoTextIsAnsweredInJsonToo()
    {
        const CliBench cli;
        const auto result = byShell(cli, u"show \"$(printf '\\377')\" --json"_s, {});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.out.startsWith(u'{') && result.out.contains("\"usage\""_L1),
                 result.text().constData());
    }

    void aSecretIsNeitherTakenNorRepeated_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString jwt = QString::fromLatin1(Jwt);
        const auto row = [](const char *name, const QStringList &words) {
            QTest::newRow(name) << words;
        };
        const QStringList change{u"set"_s, u"marketing-chatbot"_s, u"--balance"_s, u"5"_s};
        row("reason", change + QStringList{u"--reason"_s, jwt});
        row("reason with words", change + QStringList{u"--reason"_s, u"As "_s + jwt});
        row("reason joined", change + QStringList{u"--reason="_s + jwt});
        row("reason, a header",
            change + QStringList{u"--reason"_s, u"Authorization: Bearer "_s + jwt});
        row("reason, half of it", change + QStringList{u"--reason"_s, jwt.left(40)});
        row("reason of an undo", {u"undo"_s, u"1"_s, u"--reason"_s, jwt});
        row("account", change + QStringList{u"--account"_s, jwt});
        row("account of a login", {u"login"_s, u"--account"_s, jwt});
        row("URL", {u"login"_s, u"--url"_s, u"https://example.com/"_s + jwt});
        row("name", {u"show"_s, jwt});
        row("name to change", {u"set"_s, jwt, u"--balance"_s, u"5"_s});
        row("name with a mark", {u"show"_s, u'\ufeff' + jwt});
        row("balance", {u"set"_s, u"a"_s, u"--balance"_s, jwt});
        row("expiry", {u"set"_s, u"a"_s, u"--expires"_s, jwt});
        row("switch", {u"set"_s, u"a"_s, u"--active"_s, jwt});
        row("outcome", {u"history"_s, u"--outcome"_s, jwt});
        row("since", {u"history"_s, u"--since"_s, jwt});
        row("limit", {u"history"_s, u"--limit"_s, jwt});
        row("id", {u"undo"_s, jwt});
        row("command", {jwt});
        row("word too many", {u"list"_s, jwt});
        row("JWT of a login", {u"login"_s, jwt});
        row("switch with a value", {u"list"_s, u"--sandbox="_s + jwt});
        row("unknown option", {u"list"_s, u"--"_s + jwt});
        row("unknown option's value", {u"list"_s, u"--jwt="_s + jwt});
    }
    void aSecretIsNeitherTakenNorRepeated()
    {
        QFETCH(QStringList, words);
        const CliBench cli;
        for (const bool json : {false, true}) {
            QStringList arguments = words;
            if (json) {
                arguments.prepend(u"--json"_s);
            }
            const auto result = cli.run(arguments, "another-key");
            QVERIFY2(result.code == 2, result.text().constData());
            const QByteArray said = result.text();
            QVERIFY2(!said.contains(QByteArray(Jwt).left(30)), said.constData());
            QVERIFY2(!said.contains("Y2FuYXJ5") && !said.contains("jYW5hcnk"), said.constData());
            QVERIFY(cli.filesWith("jYW5hcnk").isEmpty());
        }
    }

    void theGivenJwtIsNoPartOfAName_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("name") << QStringList{u"--account"_s, u"plain-old-key"_s};
        QTest::newRow("within a name") << QStringList{u"--account"_s, u"Mine (plain-old-key)"_s};
        QTest::newRow("URL") << QStringList{u"--url"_s, u"https://example.com/plain-old-key"_s};
    }
    void theGivenJwtIsNoPartOfAName()
    {
        QFETCH(QStringList, words);
        const CliBench cli;
        const auto result = cli.run(QStringList{u"--json"_s, u"login"_s} + words, "plain-old-key");
        QVERIFY2(result.code == 2, result.text().constData());
        QVERIFY2(!result.text().contains("plain-old-key"), result.text().constData());
        QVERIFY(cli.filesWith("plain-old-key").isEmpty());
    }

    void whatIsLookedForMayLookLikeASecret_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("text") << u"--text"_s;
        QTest::newRow("token") << u"--token"_s;
    }
    void whatIsLookedForMayLookLikeASecret()
    {
        QFETCH(QString, option);
        const CliBench cli;
        const auto result = cli.run({u"history"_s, option, QString::fromLatin1(Jwt)});
        QVERIFY2(result.code == 0, result.text().constData());
        QVERIFY(cli.filesWith("jYW5hcnk").isEmpty());
    }

    void anEndlessTextIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString text(125'000, u'a'); // Linux takes arguments of up to 128 KiB
        QTest::newRow("text") << QStringList{u"history"_s, u"--text"_s, text};
        QTest::newRow("token") << QStringList{u"history"_s, u"--token"_s, text};
        QTest::newRow("since") << QStringList{u"history"_s, u"--since"_s, text};
        QTest::newRow("account") << QStringList{u"list"_s, u"--account"_s, text};
        QTest::newRow("account of a history") << QStringList{u"history"_s, u"--account"_s, text};
        QTest::newRow("URL") << QStringList{u"login"_s, u"--url"_s, u"https://x/"_s + text};
        QTest::newRow("name") << QStringList{u"show"_s, text};
        QTest::newRow("reason") << QStringList{u"undo"_s, u"1"_s, u"--reason"_s, text};
        QTest::newRow("balance") << QStringList{u"set"_s, u"a"_s, u"--balance"_s, text};
        QTest::newRow("id") << QStringList{u"undo"_s, text};
        QTest::newRow("command") << QStringList{text};
        QTest::newRow("unknown option") << QStringList{u"list"_s, u"--"_s + text};
        QTest::newRow("switch with a value") << QStringList{u"list"_s, u"--json="_s + text};
        QTest::newRow("501 characters") << QStringList{u"history"_s, u"--text"_s, text.left(501)};
    }
    void anEndlessTextIsRefused()
    {
        QFETCH(QStringList, words);
        const CliBench cli;
        const auto result = cli.run(words);
        QVERIFY2(result.code == 2, result.text().constData());
        QVERIFY2(result.error.size() < 500, "and not repeated");
    }

    void aTextOf500CharactersIsTaken()
    {
        const CliBench cli;
        const auto result = cli.run({u"history"_s, u"--text"_s, QString(500, u'\u00e9')});
        QVERIFY2(result.code == 0, result.text().constData());
    }
};

QTEST_GUILESS_MAIN(TestCliGuards)
#include "tst_cli_guards.moc"
