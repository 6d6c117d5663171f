// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/requesttext.h"

#include "runningsandbox.h"
#include "support/tokens.h"
#include "support/wireserver.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

using namespace purser;
using namespace purser::test;

namespace {

ServiceUrl serviceAt(const QString &text)
{
    return *ServiceUrl::fromText(text);
}

QString standardUrl(const QString &name)
{
    return RequestText::ofChange(ServiceUrl::standard(), name, {}).url;
}

struct ShellRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

void setUp(QProcess &process, const QString &jwt)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PURSER_JWT"_s, jwt);
    for (const QString &proxy :
         {u"http_proxy"_s, u"HTTP_PROXY"_s, u"all_proxy"_s, u"ALL_PROXY"_s}) {
        environment.remove(proxy); // they would keep curl from this computer's own addresses
    }
    process.setProcessEnvironment(environment);
}

ShellRun runInShell(const QString &script, const QString &jwt)
{
    QProcess process;
    setUp(process, jwt);
    process.start(u"sh"_s, {u"-c"_s, script});
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; },
                         LongWait)) {
        process.kill();
        process.waitForFinished(LongWait);
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

//! The arguments that a shell gives to curl, each as it arrives there, and standard input at last.
QStringList argumentsIn(const RequestText &request)
{
    const ShellRun run = runInShell(
        u"curl() { for argument do printf '%s\\0' \"$argument\"; done; cat; }\n"_s + request.curl(),
        u"a.b.c"_s);
    const QStringList arguments = QString::fromUtf8(run.out).split(QChar(u'\0'));
    return run.exitCode == 0 && run.err.isEmpty() ? arguments : QStringList();
}

QStringList curlArguments(const QString &url, const QString &body)
{
    return {u"--globoff"_s,
            u"--request"_s,
            u"PATCH"_s,
            u"--url"_s,
            url,
            u"--header"_s,
            u"@-"_s,
            u"--header"_s,
            u"Content-Type: application/json"_s,
            u"--data"_s,
            body,
            u"Authorization: Bearer a.b.c\n"_s};
}

#ifdef Q_OS_LINUX

//! The arguments of every program that runs now, as everybody can see them.
QList<QByteArray> commandLines()
{
    QList<QByteArray> lines;
    const QStringList entries = QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(u"/proc/%1/cmdline"_s.arg(entry));
        if (file.open(QIODevice::ReadOnly)) {
            lines.append(file.readAll());
        }
    }
    return lines;
}

#endif

void textColumns()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("plain", u"team-1_a.b~c"_s);
    row("spaces", u" two  words "_s);
    row("single quote", u"it's"_s);
    row("only quotes", u"'''"_s);
    row("quote at the end", u"x'"_s);
    row("double quote", u"a\"b"_s);
    row("command", u"$(id)"_s);
    row("variable", u"$HOME ${PURSER_JWT} $env:PURSER_JWT"_s);
    row("backticks", u"`id`"_s);
    row("backslash", u"a\\b\\"_s);
    row("backslash and quote", u"\\'; id; '"_s);
    row("leaving the quotes", u"'; id #"_s);
    row("history and job signs", u"!! & | ; < > ( )"_s);
    row("brackets and braces", u"[1-3]{a,b}"_s);
    row("percent", u"100% %2F %(id) %PATH%"_s);
    row("leading dash", u"--output"_s);
    row("at sign", u"@name"_s);
    row("question mark, hash, plus", u"? # & + ="_s);
    row("tilde and star", u"~ * .*"_s);
    row("typographic quotes", u"\u2018a\u2019 \u201ab\u201b \u201cc\u201d"_s);
    row("unicode", u"\u00e9quipe e\u0301 \u65e5\u672c \U0001f600"_s);
    row("right to left", u"\u0645\u0631\u062d\u0628\u0627"_s);
    row("200 characters", u"n' "_s.repeated(66) + u"nn"_s);
    row("three dots", u"..."_s);
}

} // namespace

//! A change as text that people look at, and that a shell has to take as it is meant.
class TestRequestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void previewIsMethodUrlAndBody();
    void nothingAskedIsAnEmptyObject();
    void previewAndCommandsHoldNoJwt();
    void aNameIsOneEncodedSegment_data() { textColumns(); }
    void aNameIsOneEncodedSegment();
    void aShellGivesCurlTheNameAsItIs_data() { textColumns(); }
    void aShellGivesCurlTheNameAsItIs();
    void aShellGivesCurlAnyTextAsItIs_data() { textColumns(); }
    void aShellGivesCurlAnyTextAsItIs();
    void powerShellGetsLiteralTexts_data();
    void powerShellGetsLiteralTexts();
    void powerShellTakesTheJwtFromTheEnvironment();
    void curlSendsTheChange_data();
    void curlSendsTheChange();
    void curlSendsToAnIpv6Address();
#ifdef Q_OS_LINUX
    void noProgramGetsTheJwtAsAnArgument_data();
    void noProgramGetsTheJwtAsAnArgument();
#endif
};

void TestRequestText::previewIsMethodUrlAndBody()
{
    const auto request =
        RequestText::ofChange(ServiceUrl::standard(), u"\u00e9quipe %"_s,
                              patchOf({"87.45", "2027-03-14T15:09:26+02:00", "on"}));
    QCOMPARE(request.preview(),
             u"PATCH https://api.edenai.run/v2/user/custom_token/%C3%A9quipe%20%25/\n"
             R"({"active_balance":true,"balance":87.45,"expire_time":"2027-03-14T13:09:26Z"})"_s);
}

void TestRequestText::nothingAskedIsAnEmptyObject()
{
    QCOMPARE(RequestText::ofChange(ServiceUrl::standard(), u"a"_s, {}).preview(),
             u"PATCH https://api.edenai.run/v2/user/custom_token/a/\n{}"_s);
}

void TestRequestText::previewAndCommandsHoldNoJwt()
{
    const auto request = RequestText::ofChange(ServiceUrl::standard(), u"a"_s, patchOf({"1"}));
    QVERIFY(!request.preview().contains(u"Bearer"_s));
    QVERIFY(request.curl().contains(u"\"$PURSER_JWT\""_s));
    QVERIFY(request.powerShell().contains(u"\"Bearer $env:PURSER_JWT\""_s));
}

void TestRequestText::aNameIsOneEncodedSegment()
{
    QFETCH(QString, text);
    const QString url = standardUrl(text);
    const QString base = u"https://api.edenai.run/v2/user/custom_token/"_s;
    QVERIFY2(url.startsWith(base) && url.endsWith(u'/'), qPrintable(url));
    const QString segment = url.mid(base.size()).chopped(1);
    QVERIFY(!segment.contains(u'/') && !segment.contains(u'?') && !segment.contains(u'#'));
    QCOMPARE(QUrl::fromPercentEncoding(segment.toLatin1()), text);
    for (const QChar c : url) {
        QVERIFY2(c > u' ' && c < QChar(0x7f), qPrintable(url));
    }
}

void TestRequestText::aShellGivesCurlTheNameAsItIs()
{
    QFETCH(QString, text);
    const auto request = RequestText::ofChange(ServiceUrl::standard(), text, patchOf({"12.5"}));
    QCOMPARE(argumentsIn(request), curlArguments(standardUrl(text), u"{\"balance\":12.5}"_s));
}

//! Whatever ends up in a URL or a body: the quoting does not lean on their encoding.
void TestRequestText::aShellGivesCurlAnyTextAsItIs()
{
    QFETCH(QString, text);
    const RequestText request{u"PATCH"_s, u"https://x/"_s + text, text};
    QCOMPARE(argumentsIn(request), curlArguments(request.url, text));
}

void TestRequestText::powerShellGetsLiteralTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");
    const auto row = [](const char *name, const QString &text, const QString &quoted) {
        QTest::newRow(name) << text << quoted;
    };
    // Between single quotes only these quotes mean something, and are doubled.
    row("plain", u"team"_s, u"'team'"_s);
    row("spaces", u" two  words "_s, u"' two  words '"_s);
    row("single quote", u"it's"_s, u"'it''s'"_s);
    row("only quotes", u"''"_s, u"''''''"_s);
    row("double quote", u"a\"b"_s, u"'a\"b'"_s);
    row("command", u"$(id) `n"_s, u"'$(id) `n'"_s);
    row("variable", u"$env:PATH"_s, u"'$env:PATH'"_s);
    row("backslash", u"a\\"_s, u"'a\\'"_s);
    row("typographic quotes", u"\u2018\u2019\u201a\u201b"_s,
        u"'\u2018\u2018\u2019\u2019\u201a\u201a\u201b\u201b'"_s);
    row("double ones are no such quotes", u"\u201c\u201d"_s, u"'\u201c\u201d'"_s);
    row("unicode", u"\u00e9\U0001f600"_s, u"'\u00e9\U0001f600'"_s);
    row("percent and dash", u"--% -x"_s, u"'--% -x'"_s);
    row("empty", {}, u"''"_s);
}

void TestRequestText::powerShellGetsLiteralTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, quoted);
    const QString command = RequestText{u"PATCH"_s, text, text}.powerShell();
    QVERIFY2(command.contains(u"-Uri "_s + quoted + u" `\n"_s), qPrintable(command));
    QVERIFY2(command.endsWith(u"-Body "_s + quoted), qPrintable(command));
}

void TestRequestText::powerShellTakesTheJwtFromTheEnvironment()
{
    const auto request =
        RequestText::ofChange(ServiceUrl::standard(), u"it's"_s, patchOf({"", "never"}));
    QCOMPARE(request.powerShell(),
             u"Invoke-RestMethod -Method Patch "
             "-Uri 'https://api.edenai.run/v2/user/custom_token/it%27s/' `\n"
             "  -Headers @{ Authorization = \"Bearer $env:PURSER_JWT\" } `\n"
             "  -ContentType 'application/json' `\n"
             "  -Body '{\"expire_time\":null}'"_s);
}

void TestRequestText::curlSendsTheChange_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"marketing-chatbot"_s;
    QTest::newRow("everything that has to be encoded") << u"\u00e9quipe donn\u00e9es % ?#&+"_s;
    QTest::newRow("200 characters") << u"long-name-"_s.repeated(20);
}

void TestRequestText::curlSendsTheChange()
{
    QFETCH(QString, name);
    const RunningSandbox sandbox;
    const QJsonObject line = sandbox.firstLine();
    const auto patch = patchOf({"42.123456789", "2033-03-14T15:09:26.535897+02:00", "off"});
    const auto request =
        RequestText::ofChange(serviceAt(line.value(u"url"_s).toString()), name, patch);
    QVERIFY(sandbox.call(get(name)).object().value(u"balance"_s).toDouble() != 42.123456789);

    const ShellRun run = runInShell(request.curl(), line.value(u"jwt"_s).toString());

    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(answer.value(u"name"_s), QJsonValue(name));
    const QJsonObject now = sandbox.call(get(name)).object();
    QCOMPARE(now.value(u"balance"_s).toVariant().toString(), u"42.123456789"_s);
    QCOMPARE(now.value(u"expire_time"_s), QJsonValue(u"2033-03-14T13:09:26.535897Z"_s));
    QCOMPARE(now.value(u"active_balance"_s), QJsonValue(false));
}

void TestRequestText::curlSendsToAnIpv6Address()
{
    const auto request =
        RequestText::ofChange(serviceAt(u"http://[::1]:8080/v2"_s), u"a[1]"_s, patchOf({"1"}));
    QCOMPARE(request.url, u"http://[::1]:8080/v2/user/custom_token/a%5B1%5D/"_s);
    QCOMPARE(argumentsIn(request), curlArguments(request.url, u"{\"balance\":1}"_s));

    // curl itself takes the brackets for an address and not for a range: 7 is "could not
    // connect", 3 would be "malformed". Port 1 has nobody.
    const auto nobody =
        RequestText::ofChange(serviceAt(u"http://[::1]:1/v2"_s), u"a[1-3]"_s, patchOf({"1"}));
    QCOMPARE(runInShell(nobody.curl(), u"a.b.c"_s).exitCode, 7);
}

#ifdef Q_OS_LINUX

void TestRequestText::noProgramGetsTheJwtAsAnArgument_data()
{
    QTest::addColumn<QString>("shell");
    for (const auto *shell : {"sh", "dash", "bash", "zsh", "ksh", "fish"}) {
        const QString path = QStandardPaths::findExecutable(QString::fromLatin1(shell));
        if (!path.isEmpty()) {
            QTest::newRow(shell) << path;
        }
    }
}

void TestRequestText::noProgramGetsTheJwtAsAnArgument()
{
    QFETCH(QString, shell);
    const QByteArray jwt = "eyJhbGciOiJIUzI1NiJ9.canary.in-no-argument";
    WireServer server;
    server.play({{{WireStep::awaitRequest(), WireStep::stall()}}});
    const auto request =
        RequestText::ofChange(serviceAt(server.url(u"/v2"_s)), u"it's 100%"_s, patchOf({"1.5"}));
    QProcess process;
    setUp(process, QString::fromLatin1(jwt));
    process.start(shell, {u"-c"_s, request.curl()});
    QVERIFY(QTest::qWaitFor([&server] { return server.requests().size() == 1; }, LongWait));

    const auto lines = commandLines();

    process.kill();
    process.waitForFinished(LongWait);
    QVERIFY(std::any_of(lines.cbegin(), lines.cend(), [&request](const QByteArray &line) {
        return line.startsWith("curl") && line.contains(request.url.toLatin1());
    }));
    for (const QByteArray &line : lines) {
        QVERIFY2(!line.contains("canary"), line.constData());
    }
    QCOMPARE(server.requests().front().headers("Authorization"),
             QList<QByteArray>{"Bearer " + jwt});
    QCOMPARE(server.requests().front().method(), "PATCH"_ba);
    QCOMPARE(server.requests().front().body, "{\"balance\":1.5}"_ba);
}

#endif

QTEST_GUILESS_MAIN(TestRequestText)
#include "tst_requesttext.moc"
