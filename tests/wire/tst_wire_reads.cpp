// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirecall.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

//! A read asks with GET. Only 405, or 404 with a body that is not JSON, makes it ask with an
//! empty PATCH, which is no harmless thing to send.
class TestWireReads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyPatchFollowsOnlyAMissingGet_data();
    void emptyPatchFollowsOnlyAMissingGet();
    void emptyPatchIsRememberedOnceAnswered_data();
    void emptyPatchIsRememberedOnceAnswered();
    void rememberedServiceIsAskedByPatchAtOnce();
    void brokenGetIsNotTakenForAMissingOne_data();
    void brokenGetIsNotTakenForAMissingOne();
    void oneDeadlineCoversBothRequests();
    void cancelBetweenBothRequestsEndsIt();
};

void TestWireReads::emptyPatchFollowsOnlyAMissingGet_data()
{
    QTest::addColumn<QByteArray>("getReply");
    QTest::addColumn<bool>("asksAgain");

    const QByteArray page = "<!doctype html><html><body><h1>Not Found</h1></body></html>";
    const QByteArray notFound = R"({"detail":"Not found."})";
    const QByteArray notAllowed = R"({"detail":"Method \"GET\" not allowed."})";
    const QByteArray token = tokenBody();
    const auto row = [](const char *name, const QByteArray &reply, bool asksAgain) {
        QTest::newRow(name) << reply << asksAgain;
    };
    row("405 JSON", httpReply(405, notAllowed, "application/json", {"Allow: PATCH"}), true);
    row("405 HTML", httpReply(405, page, "text/html"), true);
    row("405 empty", httpReply(405, {}, {}), true);
    row("404 HTML", httpReply(404, page, "text/html"), true);
    row("404 HTML that claims to be JSON", httpReply(404, page), true);
    row("404 text", httpReply(404, "Not Found", "text/plain"), true);
    row("404 empty", httpReply(404, {}, {}), true);

    row("404 JSON", httpReply(404, notFound), false);
    row("404 JSON details", httpReply(404, R"({"details":"Not Found"})"), false);
    row("404 JSON that claims to be HTML", httpReply(404, notFound, "text/html"), false);
    row("404 empty object", httpReply(404, "{}"), false);
    row("404 array", httpReply(404, "[]"), false);
    row("404 bare text", httpReply(404, R"("Not found.")"), false);
    row("404 null", httpReply(404, "null"), false);
    for (const int status :
         {400, 401, 402, 403, 406, 408, 409, 410, 415, 422, 429, 500, 501, 502, 503, 504}) {
        QTest::addRow("%d JSON", status) << httpReply(status, notFound) << false;
        QTest::addRow("%d HTML", status) << httpReply(status, page, "text/html") << false;
        QTest::addRow("%d empty", status) << httpReply(status, {}, {}) << false;
    }
    row("301", httpReply(301, page, "text/html", {"Location: /elsewhere"}), false);
    row("200 HTML", httpReply(200, page, "text/html"), false);
    row("200 of another token", httpReply(200, tokenBody("other")), false);
    row("200", httpReply(200, token), false);
    row("204", "HTTP/1.1 204 No Content\r\n\r\n", false);
    row("404 HTML over the cap", httpReply(404, QByteArray(1024 * 1024 + 1, ' ')), false);
}

void TestWireReads::emptyPatchFollowsOnlyAMissingGet()
{
    QFETCH(QByteArray, getReply);
    QFETCH(bool, asksAgain);
    WireServer server;
    server.play(QList<WireScript>{
        {{WireStep::awaitRequest(), WireStep::send(getReply)}, false},
        {{WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))}, false}});
    TokenService service(serviceUrl(server.url()));

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(watch.ends(), 1);
    const auto requests = server.requests();
    QCOMPARE(requests.size(), asksAgain ? 2 : 1);
    QCOMPARE(requests.at(0).method(), "GET");
    QCOMPARE(service.readsByPatch(), asksAgain);
    if (asksAgain) {
        QVERIFY(watch.succeeded());
        QCOMPARE(requests.at(1).method(), "PATCH");
        QCOMPARE(requests.at(1).target(), requests.at(0).target());
        QCOMPARE(requests.at(1).body, "{}");
    } else if (!watch.succeeded()) {
        QCOMPARE(watch.error().effect, Effect::None);
    }
}

void TestWireReads::emptyPatchIsRememberedOnceAnswered_data()
{
    QTest::addColumn<QByteArray>("patchReply");
    QTest::addColumn<int>("kindNumber"); // -1: it succeeds, and is remembered

    const auto row = [](const char *name, const QByteArray &reply, ApiErrorKind kind) {
        QTest::newRow(name) << reply << static_cast<int>(kind);
    };
    QTest::newRow("200") << httpReply(200, tokenBody()) << -1;
    row("200 of another token", httpReply(200, tokenBody("other")), ApiErrorKind::MalformedReply);
    row("200 HTML", httpReply(200, "<html>", "text/html"), ApiErrorKind::MalformedReply);
    row("201", httpReply(201, tokenBody()), ApiErrorKind::MalformedReply);
    row("401", httpReply(401, R"({"detail":"No."})"), ApiErrorKind::SignIn);
    row("403", httpReply(403, R"({"detail":"No."})"), ApiErrorKind::Forbidden);
    row("404 JSON", httpReply(404, R"({"detail":"Not found."})"), ApiErrorKind::NotFound);
    row("404 HTML", httpReply(404, "<html>", "text/html"), ApiErrorKind::NotFound);
    row("405", httpReply(405, "{}"), ApiErrorKind::Rejected);
    row("500", httpReply(500, {}, {}), ApiErrorKind::Server);
}

void TestWireReads::emptyPatchIsRememberedOnceAnswered()
{
    QFETCH(QByteArray, patchReply);
    QFETCH(int, kindNumber);
    WireServer server;
    server.play(
        QList<WireScript>{{{WireStep::awaitRequest(), WireStep::send(httpReply(405, "{}"))}, false},
                          {{WireStep::awaitRequest(), WireStep::send(patchReply)}, false}});
    TokenService service(serviceUrl(server.url()));
    int learned = 0;
    connect(&service, &TokenService::readsByPatchLearned, this, [&learned] { ++learned; });

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    const bool isSuccess = kindNumber < 0;
    QCOMPARE(watch.ends(), 1);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(watch.succeeded(), isSuccess);
    QCOMPARE(learned, isSuccess ? 1 : 0);
    QCOMPARE(service.readsByPatch(), isSuccess);
    if (!isSuccess) {
        QCOMPARE(watch.error().kind, static_cast<ApiErrorKind>(kindNumber));
        QCOMPARE(watch.error().effect, Effect::None);
    }
}

void TestWireReads::rememberedServiceIsAskedByPatchAtOnce()
{
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(server.url()));
    service.setReadsByPatch(true);
    int learned = 0;
    connect(&service, &TokenService::readsByPatchLearned, this, [&learned] { ++learned; });

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());

    QVERIFY(watch.succeeded());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().method(), "PATCH");
    QCOMPARE(server.requests().constFirst().body, "{}");
    QCOMPARE(learned, 0); // it was known
}

void TestWireReads::brokenGetIsNotTakenForAMissingOne_data()
{
    QTest::addColumn<QList<WireStep>>("steps");
    QTest::addColumn<ApiErrorKind>("kind");

    using S = WireStep;
    const QByteArray page = httpReply(404, "<html>Not here</html>", "text/html");
    QTest::newRow("no reply") << QList{S::awaitRequest(), S::close()}
                              << ApiErrorKind::ConnectionLost;
    QTest::newRow("404 HTML, cut")
        << QList{S::awaitRequest(), S::send(page.chopped(5)), S::close()} << ApiErrorKind::NotFound;
    QTest::newRow("404 HTML, stalled")
        << QList{S::awaitRequest(), S::send(page.chopped(5)), S::stall()} << ApiErrorKind::NotFound;
}

void TestWireReads::brokenGetIsNotTakenForAMissingOne()
{
    QFETCH(QList<WireStep>, steps);
    QFETCH(ApiErrorKind, kind);
    WireServer server;
    server.play(steps);
    TokenService service(serviceUrl(server.url()));
    service.setDeadline(std::chrono::milliseconds(500));

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().kind, kind);
    const auto requests = server.requests(); // Qt may have sent the GET again
    for (const WireRequest &request : requests) {
        QCOMPARE(request.method(), "GET");
    }
}

void TestWireReads::oneDeadlineCoversBothRequests()
{
    using namespace std::chrono_literals;
    WireServer server;
    server.play(QList<WireScript>{
        {{WireStep::awaitRequest(), WireStep::delay(1400ms), WireStep::send(httpReply(405, "{}"))},
         false},
        {{WireStep::awaitRequest(), WireStep::stall()}, false}});
    TokenService service(serviceUrl(server.url()));
    service.setDeadline(1900ms);
    QElapsedTimer clock;
    clock.start();

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());

    QCOMPARE(watch.error().kind, ApiErrorKind::Deadline);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE_GE(clock.elapsed(), 1800);
    QCOMPARE_LT(clock.elapsed(), 3200); // a deadline for each would take 3300
}

void TestWireReads::cancelBetweenBothRequestsEndsIt()
{
    WireServer server;
    server.play(
        QList<WireScript>{{{WireStep::awaitRequest(), WireStep::send(httpReply(405, "{}"))}, false},
                          {{WireStep::awaitRequest(), WireStep::stall()}, false}});
    TokenService service(serviceUrl(server.url()));

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 2, LongWait);
    watch.call()->cancel();
    QVERIFY(watch.wait());

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().kind, ApiErrorKind::Cancelled);
    QVERIFY(!service.readsByPatch());
}

QTEST_GUILESS_MAIN(TestWireReads)
#include "tst_wire_reads.moc"
