// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirecall.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;
using namespace std::chrono_literals;

//! When a call ends: by its deadline at the latest, when it is cancelled, once, and never after
//! its service is gone.
class TestWireTiming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slowDripEndsAtTheDeadline_data();
    void slowDripEndsAtTheDeadline();
    void cancelEndsACallOnce_data();
    void cancelEndsACallOnce();
    void cancelAtAnyMomentIsHonest_data();
    void cancelAtAnyMomentIsHonest();
    void cancelAfterTheEndChangesNothing();
    void waitingCostsNoDeadline();
    void fewAreInFlightAndACancelledOneIsNeverSent();
    void destroyedServiceEmitsNothing_data();
    void destroyedServiceEmitsNothing();
    void serviceMayBeDestroyedFromFinished_data();
    void serviceMayBeDestroyedFromFinished();
    void destroyedCallEmitsNothing();

private:
    TestCa m_ca;
    QSslConfiguration m_serverTls = m_ca.server();
};

void TestWireTiming::slowDripEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("dripped");
    QTest::addColumn<ApiErrorKind>("kind");

    const QByteArray reply = httpReply(200, tokenBody());
    const auto head = reply.indexOf("\r\n\r\n") + 4;
    const QByteArray error = httpReply(500, QByteArray(200, 'x'));
    QTest::newRow("headers") << QByteArray() << reply << ApiErrorKind::Deadline;
    QTest::newRow("body") << reply.left(head) << reply.mid(head) << ApiErrorKind::Deadline;
    QTest::newRow("error's body") << error.left(error.indexOf("\r\n\r\n") + 4)
                                  << QByteArray(200, 'x') << ApiErrorKind::Server;
}

void TestWireTiming::slowDripEndsAtTheDeadline()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, dripped);
    QFETCH(ApiErrorKind, kind);
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(first),
                 WireStep::drip(dripped, 150ms)}); // 8 s at least, never silent for long
    TokenService service(serviceUrl(server.url()));
    service.setDeadline(2s);
    QElapsedTimer clock;
    clock.start();

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());

    QCOMPARE_GE(clock.elapsed(), 1900);
    QCOMPARE_LT(clock.elapsed(), 4000);
    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().kind, kind);
    QCOMPARE(watch.error().effect, Effect::Unknown);
    QVERIFY(isQuiet(server)); // the connection was given up
    QCOMPARE(server.requests().size(), 1);
}

void TestWireTiming::cancelEndsACallOnce_data()
{
    QTest::addColumn<QByteArray>("reply"); // what the server says before it stalls
    QTest::addColumn<bool>("waitForRequest");
    QTest::addColumn<int>("times");

    const QByteArray reply = httpReply(200, tokenBody());
    QTest::newRow("before dispatch") << QByteArray() << false << 1;
    QTest::newRow("before dispatch, twice") << QByteArray() << false << 2;
    QTest::newRow("waiting for the reply") << QByteArray() << true << 1;
    QTest::newRow("within the reply's headers") << reply.left(30) << true << 1;
    QTest::newRow("within the reply's body") << reply.chopped(5) << true << 1;
    QTest::newRow("within the reply's body, twice") << reply.chopped(5) << true << 2;
}

void TestWireTiming::cancelEndsACallOnce()
{
    QFETCH(QByteArray, reply);
    QFETCH(bool, waitForRequest);
    QFETCH(int, times);
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(reply), WireStep::stall()});
    TokenService service(serviceUrl(server.url()));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    if (waitForRequest) {
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, LongWait);
    }
    for (int i = 0; i < times; ++i) {
        watch.call()->cancel();
        QCOMPARE(watch.ends(), 0); // never from inside cancel()
    }
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().kind, ApiErrorKind::Cancelled);
    QCOMPARE(watch.error().effect, waitForRequest ? Effect::Unknown : Effect::None);
    QCOMPARE(server.requests().size(), waitForRequest ? 1 : 0);
}

void TestWireTiming::cancelAtAnyMomentIsHonest_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("milliseconds");

    // Loopback takes some 30 ms from the start to the body's last byte.
    for (const bool tls : {false, true}) {
        for (int milliseconds = 0; milliseconds < 45; ++milliseconds) {
            QTest::addRow("%s, after %d ms", tls ? "TLS" : "plain", milliseconds)
                << tls << milliseconds;
        }
    }
}

void TestWireTiming::cancelAtAnyMomentIsHonest()
{
    QFETCH(bool, tls);
    QFETCH(int, milliseconds);
    WireServer server(tls ? std::optional(m_serverTls) : std::nullopt);
    server.play({WireStep::awaitRequest(), WireStep::stall()});
    TokenService service(serviceUrl(server.url()), nullptr, m_ca.trusting());

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        QCoreApplication::processEvents();
    }
    watch.call()->cancel();
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().kind, ApiErrorKind::Cancelled);
    QCOMPARE_LE(server.requests().size(), 1);
    if (watch.error().effect == Effect::None) {
        QCOMPARE(server.bodyBytes(), 0);
    }
}

void TestWireTiming::cancelAfterTheEndChangesNothing()
{
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(server.url()));
    auto *call = service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer());
    const TokenWatch watch(call);
    connect(call, &TokenCall::finished, call, [call] { call->cancel(); });

    QVERIFY(watch.wait());

    QCOMPARE(watch.ends(), 1);
    QVERIFY(watch.succeeded());
}

void TestWireTiming::waitingCostsNoDeadline()
{
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::delay(350ms),
                 WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(server.url()));
    service.setDeadline(1200ms); // the last ones wait longer than that
    QElapsedTimer clock;
    clock.start();

    std::vector<TokenWatch> watches;
    for (int i = 0; i < 20; ++i) {
        watches.emplace_back(i % 2 == 0
                                 ? service.read(u"budget"_s, testBearer())
                                 : service.update(u"budget"_s, balancePatch(u"1"_s), testBearer()));
    }
    for (const TokenWatch &watch : watches) {
        QVERIFY(watch.wait());
        QCOMPARE(watch.ends(), 1);
        QVERIFY(watch.succeeded());
    }

    QCOMPARE(server.requests().size(), 20);
    QCOMPARE_GT(clock.elapsed(), 1200); // else it would have proved nothing
}

void TestWireTiming::fewAreInFlightAndACancelledOneIsNeverSent()
{
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::stall()});
    TokenService service(serviceUrl(server.url()));
    const auto update = [&service] {
        return TokenWatch(service.update(u"budget"_s, balancePatch(u"1"_s), testBearer()));
    };
    std::vector<TokenWatch> inFlight;
    for (int i = 0; i < 4; ++i) {
        inFlight.push_back(update());
    }
    const TokenWatch cancelled = update();
    const TokenWatch next = update();
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 4, LongWait);

    cancelled.call()->cancel();
    QVERIFY(cancelled.wait());
    QCOMPARE(cancelled.error().kind, ApiErrorKind::Cancelled);
    QCOMPARE(cancelled.error().effect, Effect::None);
    QCOMPARE(server.connectionCount(), 4);

    inFlight.front().call()->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 5, LongWait);
    QCOMPARE(next.ends(), 0);
}

void TestWireTiming::destroyedServiceEmitsNothing_data()
{
    QTest::addColumn<int>("requests"); // seen before the service goes
    QTest::addColumn<QByteArray>("reply");

    QTest::newRow("at once") << 0 << QByteArray();
    QTest::newRow("waiting for replies") << 4 << QByteArray();
    QTest::newRow("within replies") << 4 << httpReply(200, tokenBody()).chopped(5);
    QTest::newRow("with whole replies not looked at yet") << 4 << httpReply(200, tokenBody());
}

void TestWireTiming::destroyedServiceEmitsNothing()
{
    QFETCH(int, requests);
    QFETCH(QByteArray, reply);
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(reply), WireStep::stall()});
    auto service = std::make_unique<TokenService>(serviceUrl(server.url()));
    std::vector<TokenWatch> watches;
    for (int i = 0; i < 7; ++i) { // more than are sent at once
        watches.emplace_back(
            i % 2 == 0 ? service->read(u"budget"_s, testBearer())
                       : service->update(u"budget"_s, balancePatch(u"1"_s), testBearer()));
    }
    const ListWatch list(service->list(testBearer()));
    QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() >= requests, LongWait);

    std::vector<int> ends;
    for (const TokenWatch &watch : watches) {
        ends.push_back(watch.ends());
    }
    const int listEnds = list.ends();
    service.reset();
    QVERIFY(isQuiet(server));
    QCoreApplication::processEvents();

    for (size_t i = 0; i < watches.size(); ++i) {
        QVERIFY(!watches[i].call());
        QCOMPARE(watches[i].ends(), ends[i]);
    }
    QCOMPARE(list.ends(), listEnds);
}

void TestWireTiming::serviceMayBeDestroyedFromFinished_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("name");

    QTest::newRow("success") << httpReply(200, tokenBody()) << u"budget"_s;
    QTest::newRow("error") << httpReply(500, {}, {}) << u"budget"_s;
    QTest::newRow("a name that can't be sent") << QByteArray() << u".."_s;
}

void TestWireTiming::serviceMayBeDestroyedFromFinished()
{
    // Signing out on a 401 is such a case.
    QFETCH(QByteArray, reply);
    QFETCH(QString, name);
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(reply)});
    auto service = std::make_unique<TokenService>(serviceUrl(server.url()));
    auto *call = service->update(name, balancePatch(u"1"_s), testBearer());
    const TokenWatch watch(call);
    const TokenWatch other(service->read(name, testBearer()));
    connect(call, &TokenCall::finished, this, [&service] { service.reset(); });

    QTRY_VERIFY_WITH_TIMEOUT(!service, LongWait);
    QVERIFY(isQuiet(server));
    QCoreApplication::processEvents();

    QCOMPARE(watch.ends(), 1);
    QVERIFY(!watch.call() && !other.call());
}

void TestWireTiming::destroyedCallEmitsNothing()
{
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::stall()});
    TokenService service(serviceUrl(server.url()));

    const TokenWatch waiting(service.read(u"budget"_s, testBearer()));
    delete waiting.call();
    const TokenWatch sent(service.read(u"budget"_s, testBearer()));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, LongWait);
    delete sent.call();
    QVERIFY(isQuiet(server)); // its connection is given up

    QCOMPARE(waiting.ends() + sent.ends(), 0);
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestWireTiming)
#include "tst_wire_timing.moc"
