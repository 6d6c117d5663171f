// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirecall.h"

#include <QNetworkProxy>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

//! The bytes of a request: its line, its headers, its body, and nothing that was not asked for.
class TestWireRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nameArrivesIntact_data();
    void nameArrivesIntact();
    void nameThatCannotBeSentNeverLeaves_data();
    void nameThatCannotBeSentNeverLeaves();
    void changeIsExactlyItsFields_data();
    void changeIsExactlyItsFields();
    void readHasNoBody();
    void headersAreThoseAndNoOthers_data();
    void headersAreThoseAndNoOthers();
    void cookiesAreNotKept();
    void bearerCannotBreakOutOfItsHeader_data();
    void bearerCannotBreakOutOfItsHeader();
    void loopbackIsNotReachedThroughAProxy_data();
    void loopbackIsNotReachedThroughAProxy();
};

namespace {

const auto AnswerAll = QList{WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))};

} // namespace

void TestWireRequests::nameArrivesIntact_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("plain") << u"budget"_s;
    QTest::newRow("everything") << u"équipe données % ?#&+"_s;
    QTest::newRow("percent-encoded slash") << u"a%2Fb"_s;
    QTest::newRow("percent-encoded dots") << u"%2e%2E"_s;
    QTest::newRow("percent-encoded line end") << u"a%0d%0aX-Evil: 1"_s;
    QTest::newRow("spaces at the ends") << u"  two  spaces "_s;
    QTest::newRow("emoji") << u"budget \U0001F4B6\U0001F468\u200D\U0001F4BB"_s;
    QTest::newRow("composed") << u"\u00E9"_s;
    QTest::newRow("decomposed") << u"e\u0301"_s;
    QTest::newRow("right to left") << u"\u05EA\u05E7\u05E6\u05D9\u05D1"_s;
    QTest::newRow("backslash") << u"..\\.."_s;
    QTest::newRow("three dots") << u"..."_s;
    QTest::newRow("reserved") << u":@!$'()*,;=[]{}|^`\"<>~"_s;
    QTest::newRow("200 characters") << QString(200, u'\u00E9');
}

void TestWireRequests::nameArrivesIntact()
{
    QFETCH(QString, name);
    WireServer server;
    server.play(AnswerAll);
    TokenService service(serviceUrl(server.url(u"/v2"_s)));

    const TokenWatch change(service.update(name, balancePatch(u"1"_s), testBearer()));
    const TokenWatch read(service.read(name, testBearer()));
    QVERIFY(change.wait() && read.wait());

    const auto requests = server.requests();
    QCOMPARE(requests.size(), 2);
    const QByteArray folder = "/v2/user/custom_token/";
    for (const WireRequest &request : requests) {
        const QByteArray target = request.target();
        QVERIFY(target.startsWith(folder) && target.endsWith('/'));
        const QByteArray segment = target.mid(folder.size()).chopped(1);
        QVERIFY(!segment.contains('/') && !segment.contains('?') && !segment.contains('#'));
        QCOMPARE(QByteArray::fromPercentEncoding(segment), name.toUtf8());
    }
}

void TestWireRequests::nameThatCannotBeSentNeverLeaves_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("empty") << QString();
    QTest::newRow("dot") << u"."_s;
    QTest::newRow("two dots") << u".."_s;
    QTest::newRow("slash") << u"a/b"_s;
    QTest::newRow("climbing") << u"../custom_token"_s;
    QTest::newRow("line end") << u"a\r\nX-Evil: 1"_s;
    QTest::newRow("nul") << u"a"_s + QChar(0);
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xD83D);
    QTest::newRow("201 characters") << QString(201, u'a');
}

void TestWireRequests::nameThatCannotBeSentNeverLeaves()
{
    QFETCH(QString, name);
    WireServer server;
    server.play(AnswerAll);
    TokenService service(serviceUrl(server.url()));

    const TokenWatch change(service.update(name, balancePatch(u"1"_s), testBearer()));
    const TokenWatch read(service.read(name, testBearer()));
    service.setReadsByPatch(true);
    const TokenWatch readByPatch(service.read(name, testBearer()));
    QVERIFY(change.wait() && read.wait() && readByPatch.wait());

    for (const TokenWatch *watch : {&change, &read, &readByPatch}) {
        QCOMPARE(watch->ends(), 1);
        QCOMPARE(watch->error().kind, ApiErrorKind::InvalidName);
        QCOMPARE(watch->error().effect, Effect::None);
    }
    QCOMPARE(server.connectionCount(), 0);
}

void TestWireRequests::changeIsExactlyItsFields_data()
{
    QTest::addColumn<TokenPatch>("patch");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("the highest balance")
        << balancePatch(u"99999.999999999"_s) << QByteArray(R"({"balance":99999.999999999})");
    TokenPatch cleared;
    cleared.expiry = Expiry::never();
    QTest::newRow("expiry cleared") << cleared << QByteArray(R"({"expire_time":null})");
    TokenPatch all = balancePatch(u"-0.5"_s);
    all.expiry = *Expiry::fromIso8601(u"2027-03-14T15:09:26.535897+02:00"_s);
    all.activeBalance = false;
    QTest::newRow("all") << all
                         << QByteArray(R"({"active_balance":false,"balance":-0.5,)"
                                       R"("expire_time":"2027-03-14T13:09:26.535897Z"})");
}

void TestWireRequests::changeIsExactlyItsFields()
{
    QFETCH(TokenPatch, patch);
    QFETCH(QByteArray, body);
    WireServer server;
    server.play(AnswerAll);
    TokenService service(serviceUrl(server.url()));

    const TokenWatch watch(service.update(u"budget"_s, patch, testBearer()));
    QVERIFY(watch.wait());

    QCOMPARE(server.requests().size(), 1);
    const WireRequest request = server.requests().constFirst();
    QVERIFY(request.head.startsWith("PATCH /user/custom_token/budget/ HTTP/1.1\r\n"));
    QCOMPARE(request.body, body);
    QCOMPARE(request.headers("Content-Length"), QList{QByteArray::number(body.size())});
    QCOMPARE(request.headers("Content-Type"), QList<QByteArray>{"application/json"});
    QVERIFY(request.headers("Transfer-Encoding").isEmpty());
    const QByteArray received = server.connections().constFirst().received;
    QCOMPARE(received.size(), request.head.size() + 2 + body.size()); // and not a byte more
}

void TestWireRequests::readHasNoBody()
{
    WireServer server;
    server.play(AnswerAll);
    TokenService service(serviceUrl(server.url()));

    const TokenWatch read(service.read(u"budget"_s, testBearer()));
    QVERIFY(read.wait());
    const ListWatch list(service.list(testBearer()));
    QVERIFY(list.wait());

    const auto connections = server.connections();
    QCOMPARE(connections.size(), 2);
    for (const WireConnection &connection : connections) {
        QVERIFY(connection.received.startsWith("GET "));
        QVERIFY(connection.received.endsWith("\r\n\r\n"));
        QVERIFY(connection.requests.constFirst().headers("Content-Length").isEmpty());
        QVERIFY(connection.requests.constFirst().headers("Content-Type").isEmpty());
    }
    QCOMPARE(server.requests().at(0).target(), "/user/custom_token/budget/");
    QCOMPARE(server.requests().at(1).target(), "/user/custom_token/");
}

void TestWireRequests::headersAreThoseAndNoOthers_data()
{
    QTest::addColumn<bool>("isChange");

    QTest::newRow("change") << true;
    QTest::newRow("read") << false;
}

void TestWireRequests::headersAreThoseAndNoOthers()
{
    QFETCH(bool, isChange);
    WireServer server;
    server.play(AnswerAll);
    TokenService service(serviceUrl(server.url()));

    const TokenWatch watch(isChange
                               ? service.update(u"budget"_s, balancePatch(u"1"_s), testBearer())
                               : service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());

    const WireRequest request = server.requests().constFirst();
    const QByteArray host = "127.0.0.1:" + QByteArray::number(server.port());
    QCOMPARE(request.headers("Host"), QList{host});
    QCOMPARE(request.headers("Authorization"), QList<QByteArray>{"Bearer " + testBearer().bytes()});
    QCOMPARE(request.headers("Accept"), QList<QByteArray>{"application/json"});
    QCOMPARE(request.headers("Accept-Encoding"), QList<QByteArray>{"identity"});
    QCOMPARE(request.headers("User-Agent"), QList<QByteArray>{"Purser/" PURSER_VERSION});
    QStringList names;
    const auto lines = request.head.trimmed().split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        names.append(QString::fromLatin1(line.left(line.indexOf(':'))).toLower());
    }
    names.sort();
    QStringList expected{u"accept"_s,        u"accept-encoding"_s, u"accept-language"_s,
                         u"authorization"_s, u"connection"_s,      u"host"_s,
                         u"user-agent"_s};
    if (isChange) {
        expected += {u"content-length"_s, u"content-type"_s};
        expected.sort();
    }
    QCOMPARE(names, expected);
}

void TestWireRequests::cookiesAreNotKept()
{
    WireServer server;
    server.play({WireStep::awaitRequest(),
                 WireStep::send(httpReply(200, tokenBody(), "application/json",
                                          {"Set-Cookie: sessionid=stolen; Path=/",
                                           "Set-Cookie: csrftoken=abc; Path=/"}))});
    TokenService service(serviceUrl(server.url()));

    for (int i = 0; i < 2; ++i) {
        const TokenWatch read(service.read(u"budget"_s, testBearer()));
        QVERIFY(read.wait());
        QVERIFY(read.succeeded());
        const TokenWatch change(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
        QVERIFY(change.wait());
        QVERIFY(change.succeeded());
    }

    const auto requests = server.requests();
    QCOMPARE(requests.size(), 4);
    for (const WireRequest &request : requests) {
        QVERIFY(request.headers("Cookie").isEmpty());
        QVERIFY(!request.head.contains("stolen"));
    }
}

void TestWireRequests::bearerCannotBreakOutOfItsHeader_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("CR LF") << QByteArray("abc\r\nX-Evil: 1");
    QTest::newRow("LF") << QByteArray("abc\nX-Evil: 1");
    QTest::newRow("CR") << QByteArray("abc\rX-Evil: 1");
    QTest::newRow("nul") << QByteArray("abc\0def", 7);
    QTest::newRow("space") << QByteArray("abc def");
    QTest::newRow("comma") << QByteArray("abc,def");
    QTest::newRow("quote") << QByteArray("abc\"def");
    QTest::newRow("UTF-8") << QByteArray("abc\xC3\xA9");
}

void TestWireRequests::bearerCannotBreakOutOfItsHeader()
{
    QFETCH(QByteArray, bytes);

    QVERIFY(!Bearer::fromBytes(bytes));
    QVERIFY(!Bearer::fromText(QString::fromUtf8(bytes)));
}

void TestWireRequests::loopbackIsNotReachedThroughAProxy_data()
{
    QTest::addColumn<QNetworkProxy::ProxyType>("type");

    QTest::newRow("HTTP proxy") << QNetworkProxy::HttpProxy;
    QTest::newRow("caching HTTP proxy") << QNetworkProxy::HttpCachingProxy;
    QTest::newRow("SOCKS proxy") << QNetworkProxy::Socks5Proxy;
}

void TestWireRequests::loopbackIsNotReachedThroughAProxy()
{
    // Over http the proxy, on another machine, would get the bearer in plain text.
    QFETCH(QNetworkProxy::ProxyType, type);
    WireServer proxy;
    const auto before = QNetworkProxy::applicationProxy();
    QNetworkProxy::setApplicationProxy(QNetworkProxy(type, u"127.0.0.1"_s, proxy.port()));
    const auto restore = qScopeGuard([&before] { QNetworkProxy::setApplicationProxy(before); });
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        WireServer server;
        server.play(AnswerAll);
        TokenService service(serviceUrl(server.url({}, host)));
        service.setDeadline(std::chrono::seconds(5));

        const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
        QVERIFY(watch.wait());

        QCOMPARE(proxy.connectionCount(), 0);
        QVERIFY(watch.succeeded());
    }
}

QTEST_GUILESS_MAIN(TestWireRequests)
#include "tst_wire_requests.moc"
