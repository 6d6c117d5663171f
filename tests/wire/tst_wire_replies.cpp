// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirecall.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

//! What Qt makes of odd replies, and what comes out of it: success for a complete and valid 200
//! alone.
class TestWireReplies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyAWholeValid200IsSuccess_data();
    void onlyAWholeValid200IsSuccess();
    void replyUpToTheConnectionsEndIsReadOrInDoubt_data();
    void replyUpToTheConnectionsEndIsReadOrInDoubt();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void hugeReplyIsCutOff_data();
    void hugeReplyIsCutOff();
    void listLargerThanATokensCapIsRead_data();
    void listLargerThanATokensCapIsRead();
    void bearerSentBackDoesNotSurvive();

private:
    TestCa m_ca;
    QSslConfiguration m_serverTls = m_ca.server();
};

namespace {

//! Kilobytes of memory, from the kernel: "VmRSS" now, "VmHWM" at most so far.
qint64 memoryUse(const QByteArray &field)
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        const auto lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(field + ':')) {
                return line.mid(field.size() + 1).simplified().split(' ').constFirst().toLongLong();
            }
        }
    }
    return -1;
}

QByteArray chunked(const QByteArray &chunks, int status = 200)
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " Status\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunks;
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray withLengths(const QList<qsizetype> &lengths, const QByteArray &body)
{
    QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    for (const qsizetype length : lengths) {
        reply += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    return reply + "\r\n" + body;
}

} // namespace

void TestWireReplies::onlyAWholeValid200IsSuccess_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<bool>("isSuccess");
    QTest::addColumn<int>("kindNumber");

    const QByteArray body = tokenBody();
    const auto size = body.size();
    const auto success = [](const char *name, const QByteArray &reply) {
        QTest::newRow(name) << reply << true << -1;
    };
    const auto failure = [](const char *name, const QByteArray &reply, ApiErrorKind kind) {
        QTest::newRow(name) << reply << false << static_cast<int>(kind);
    };
    const auto malformed = [&failure](const char *name, const QByteArray &reply) {
        failure(name, reply, ApiErrorKind::MalformedReply);
    };
    const auto lost = [&failure](const char *name, const QByteArray &reply) {
        failure(name, reply, ApiErrorKind::ConnectionLost);
    };
    success("200", httpReply(200, body));
    success("200 after 100 Continue", "HTTP/1.1 100 Continue\r\n\r\n" + httpReply(200, body));
    success("200 of no stated type", httpReply(200, body, {}));
    success("chunked", chunked(chunk(body.left(10)) + chunk(body.mid(10)) + "0\r\n\r\n"));

    malformed("102", httpReply(102, body));
    malformed("102, then 200", "HTTP/1.1 102 Processing\r\n\r\n" + httpReply(200, body));
    malformed("103, then 200",
              "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + httpReply(200, body));
    malformed("201", httpReply(201, body));
    malformed("202", httpReply(202, body));
    malformed("204", "HTTP/1.1 204 No Content\r\n\r\n");
    malformed("206", httpReply(206, body));
    malformed("two lengths, the first too short", withLengths({size - 1, size}, body));
    malformed("two lengths, the last too short", withLengths({size, size - 1}, body));
    malformed("two lengths, one too long", withLengths({size, size + 1}, body));
    malformed("length one short", withLengths({size - 1}, body));
    lost("length one long, then the end", withLengths({size + 1}, body));
    lost("chunked, cut in a chunk", chunked(chunk(body).left(20)));
    lost("chunked, without an end", chunked(chunk(body)));
    malformed("gzip that was not asked for",
              httpReply(200,
                        QByteArray::fromHex("1f8b08000000000000ffab562a4acd4b55b2524a2a4d49"
                                            "4f2d51aa050039d61b2211000000"),
                        "application/json", {"Content-Encoding: gzip"}));
    malformed("HTML", httpReply(200, "<html><body>Welcome</body></html>", "text/html"));
    malformed("nothing", httpReply(200, {}));
    malformed("an array", httpReply(200, '[' + body + ']'));
    malformed("a bare number", httpReply(200, "12.5"));
    malformed("null", httpReply(200, "null"));
    malformed("an empty object", httpReply(200, "{}"));
    malformed("cut JSON of the right length", httpReply(200, body.chopped(1)));
    malformed("two objects", httpReply(200, body + body));
    malformed("another token", httpReply(200, tokenBody("other")));
    malformed("a token of another case", httpReply(200, tokenBody("Budget")));
    malformed("no token_type", httpReply(200, R"({"name":"budget","balance":12.5})"));
    malformed("balance outside", httpReply(200, tokenBody("budget", "100000")));
    malformed("balance of another type", httpReply(200, tokenBody("budget", "true")));
    failure("error status with a token", httpReply(500, body), ApiErrorKind::Server);
}

void TestWireReplies::onlyAWholeValid200IsSuccess()
{
    QFETCH(QByteArray, reply);
    QFETCH(bool, isSuccess);
    QFETCH(int, kindNumber);
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(reply), WireStep::close()});
    TokenService service(serviceUrl(server.url()));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(watch.succeeded(), isSuccess);
    if (!isSuccess) {
        QCOMPARE(watch.error().kind, static_cast<ApiErrorKind>(kindNumber));
        QCOMPARE(watch.error().effect, Effect::Unknown);
    }
}

void TestWireReplies::replyUpToTheConnectionsEndIsReadOrInDoubt_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("head");

    for (const bool tls : {false, true}) {
        const char *how = tls ? "TLS" : "plain";
        QTest::addRow("%s, HTTP/1.1", how) << tls << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
        QTest::addRow("%s, HTTP/1.1 that says so", how)
            << tls << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        QTest::addRow("%s, HTTP/1.0", how) << tls << QByteArray("HTTP/1.0 200 OK\r\n\r\n");
    }
}

void TestWireReplies::replyUpToTheConnectionsEndIsReadOrInDoubt()
{
    // Over plain HTTP, Qt 6.4 sometimes takes the end for a break and would like to send again.
    QFETCH(bool, tls);
    QFETCH(QByteArray, head);
    WireServer server(tls ? std::optional(m_serverTls) : std::nullopt);
    server.play({WireStep::awaitRequest(), WireStep::send(head + tokenBody()), WireStep::close()});
    TokenService service(serviceUrl(server.url()), nullptr, m_ca.trusting());

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(server.requests().size(), 1);
    if (!watch.succeeded()) {
        QCOMPARE(watch.error().effect, Effect::Unknown);
        QCOMPARE(watch.error().kind, ApiErrorKind::ConnectionLost);
    }
}

void TestWireReplies::redirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location"); // %1: the other origin
    QTest::addColumn<Effect>("effect");

    const auto effectOf = [](int status) {
        return status == 300 || status == 301 || status >= 307 ? Effect::Rejected : Effect::Unknown;
    };
    for (int status = 300; status <= 308; ++status) {
        QTest::addRow("%d to another origin", status)
            << status << QByteArray("%1/v2/user/custom_token/budget/") << effectOf(status);
        QTest::addRow("%d to the same origin", status)
            << status << QByteArray("/user/custom_token/budget") << effectOf(status);
    }
    QTest::newRow("301 to nowhere") << 301 << QByteArray() << Effect::Rejected;
    QTest::newRow("307 to a file") << 307 << QByteArray("file:///etc/hostname") << Effect::Rejected;
}

void TestWireReplies::redirectIsNotFollowed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(Effect, effect);
    WireServer other;
    WireServer server;
    location.replace("%1", other.url().toLatin1());
    const auto reply = WireStep::send(httpReply(status, {}, {}, {"Location: " + location}));
    server.play({WireStep::awaitRequest(), reply, WireStep::awaitRequest(), reply});
    TokenService service(serviceUrl(server.url()));

    const TokenWatch change(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    const TokenWatch read(service.read(u"budget"_s, testBearer()));
    const ListWatch list(service.list(testBearer()));
    QVERIFY(change.wait() && read.wait() && list.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(change.error().kind, ApiErrorKind::Redirected);
    QCOMPARE(change.error().status, status);
    QCOMPARE(change.error().effect, effect);
    QCOMPARE(read.error().kind, ApiErrorKind::Redirected);
    QCOMPARE(read.error().effect, Effect::None);
    QCOMPARE(list.error().kind, ApiErrorKind::Redirected);
}

void TestWireReplies::hugeReplyIsCutOff_data()
{
    constexpr int SmallGrowth = 80; // of 300; the server's own share is in it
    constexpr int ListGrowth = 150;
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("growthLimit"); // MiB

    const QByteArray stated = "HTTP/1.1 200 OK\r\nContent-Length: 314572800\r\n\r\n";
    const QByteArray unstated = "HTTP/1.1 200 OK\r\n\r\n";
    const QByteArray compressed = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
    QTest::newRow("change") << QByteArray("update") << stated << SmallGrowth;
    QTest::newRow("change, unstated length") << QByteArray("update") << unstated << SmallGrowth;
    QTest::newRow("change, said to be gzip") << QByteArray("update") << compressed << SmallGrowth;
    QTest::newRow("read") << QByteArray("read") << stated << SmallGrowth;
    QTest::newRow("error") << QByteArray("update")
                           << QByteArray("HTTP/1.1 500 No\r\nContent-Length: 314572800\r\n\r\n")
                           << SmallGrowth;
    QTest::newRow("list") << QByteArray("list") << stated << ListGrowth;
}

void TestWireReplies::hugeReplyIsCutOff()
{
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, head);
    QFETCH(int, growthLimit);
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(head),
                 WireStep::flood(300LL * 1024 * 1024), WireStep::close()});
    TokenService service(serviceUrl(server.url()));
    const qint64 before = memoryUse("VmRSS");

    ApiError error;
    if (call == "list") {
        const ListWatch watch(service.list(testBearer()));
        QVERIFY(watch.wait());
        error = watch.error();
    } else {
        const TokenWatch watch(
            call == "read" ? service.read(u"budget"_s, testBearer())
                           : service.update(u"budget"_s, balancePatch(u"1"_s), testBearer()));
        QVERIFY(watch.wait());
        error = watch.error();
    }
    QVERIFY(isQuiet(server));

    QCOMPARE(error.kind, head.contains("500") ? ApiErrorKind::Server : ApiErrorKind::ReplyTooLarge);
    QCOMPARE(error.effect, call == "update" ? Effect::Unknown : Effect::None);
    QCOMPARE(server.requests().size(), 1);
#ifdef __SANITIZE_ADDRESS__
    constexpr bool memoryTells = false; // the sanitizer holds back what was freed
#else
    constexpr bool memoryTells = true;
#endif
    if (memoryTells && before > 0) { // Linux alone tells
        QCOMPARE_LE((memoryUse("VmHWM") - before) / 1024, growthLimit);
    }
}

void TestWireReplies::listLargerThanATokensCapIsRead_data()
{
    QTest::addColumn<bool>("tls");

    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestWireReplies::listLargerThanATokensCapIsRead()
{
    QFETCH(bool, tls);
    QByteArray body = "[";
    for (int i = 0; body.size() < 3 * 1024 * 1024; ++i) {
        body += (i > 0 ? "," : "") + tokenBody("budget " + QByteArray::number(i));
    }
    body += ']';
    WireServer server(tls ? std::optional(m_serverTls) : std::nullopt);
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, body))});
    TokenService service(serviceUrl(server.url()), nullptr, m_ca.trusting());

    const ListWatch watch(service.list(testBearer()));
    QVERIFY(watch.wait());

    QVERIFY(watch.succeeded());
    QCOMPARE(watch.result()->tokens.size(), body.count("token_type"));
    QCOMPARE(watch.result()->tokens.at(7).name, u"budget 7"_s);
}

void TestWireReplies::bearerSentBackDoesNotSurvive()
{
    const QByteArray secret = testBearer().bytes();
    const QByteArray words = R"({"detail":"Bearer )" + secret + R"( is not known here"})";
    WireServer server;
    server.play(
        {WireStep::awaitRequest(),
         WireStep::send(httpReply(401, words, "application/json", {"X-Request-ID: " + secret}))});
    TokenService service(serviceUrl(server.url()));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());

    QCOMPARE(watch.error().serviceMessage, u"Bearer [JWT] is not known here"_s);
    QCOMPARE(watch.error().requestId, u"[JWT]"_s);
}

QTEST_GUILESS_MAIN(TestWireReplies)
#include "tst_wire_replies.moc"
