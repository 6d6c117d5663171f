// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirecall.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

//! A change is seen by the service at most once, whatever breaks, and its effect is None only
//! where no byte of its body left. Qt by itself would send it up to four times.
class TestWireSendOnce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changeIsSentAtMostOnce_data();
    void changeIsSentAtMostOnce();
    void changeAnsweredWithAChallengeIsNotRepeated_data();
    void changeAnsweredWithAChallengeIsNotRepeated();
    void refusedConnectionHasNoEffect();
    void refusedResendDoesNotHideTheFirst_data();
    void refusedResendDoesNotHideTheFirst();
    void emptyPatchOfAReadIsSentAtMostOnce();
    void hostWithTwoAddressesGetsOneRequest();
    void eachChangeHasAConnectionOfItsOwn();

private:
    [[nodiscard]] std::unique_ptr<WireServer> server(bool tls)
    {
        return tls ? std::make_unique<WireServer>(m_serverTls) : std::make_unique<WireServer>();
    }

    TestCa m_ca;
    QSslConfiguration m_serverTls = m_ca.server();
};

namespace {

//! What must come out of a broken exchange. AsSeen: either, but None only if the server saw
//! no byte of the body: where the server leaves first, both can happen.
enum class MustBe { None, Unknown, AsSeen, Success };

struct Break {
    const char *name;
    QList<WireStep> steps;
    MustBe expected;
};

QList<Break> breaks()
{
    using S = WireStep;
    const QByteArray reply = httpReply(200, tokenBody());
    const QByteArray head = reply.left(reply.indexOf("\r\n\r\n") + 4);
    return {
        {"close at accept", {S::close()}, MustBe::AsSeen},
        {"reset at accept", {S::reset()}, MustBe::AsSeen},
        {"close after headers", {S::awaitHeaders(), S::close()}, MustBe::AsSeen},
        {"reset after headers", {S::awaitHeaders(), S::reset()}, MustBe::AsSeen},
        {"close after body", {S::awaitRequest(), S::close()}, MustBe::Unknown},
        {"reset after body", {S::awaitRequest(), S::reset()}, MustBe::Unknown},
        {"close in status line",
         {S::awaitRequest(), S::send("HTTP/1.1 20"), S::close()},
         MustBe::Unknown},
        {"reset in status line",
         {S::awaitRequest(), S::send("HTTP/1.1 20"), S::reset()},
         MustBe::Unknown},
        {"close in reply's headers",
         {S::awaitRequest(), S::send(head.left(40)), S::close()},
         MustBe::Unknown},
        {"close after reply's headers",
         {S::awaitRequest(), S::send(head), S::close()},
         MustBe::Unknown},
        {"close in reply's body",
         {S::awaitRequest(), S::send(reply.chopped(5)), S::close()},
         MustBe::Unknown},
        {"reset in reply's body",
         {S::awaitRequest(), S::send(reply.chopped(5)), S::reset()},
         MustBe::Unknown},
        {"close after 100 Continue",
         {S::awaitRequest(), S::send("HTTP/1.1 100 Continue\r\n\r\n"), S::close()},
         MustBe::Unknown},
        {"close after 408",
         {S::awaitRequest(), S::send(httpReply(408, {}, {}, {"Connection: close"})), S::close()},
         MustBe::Unknown},
        {"close after 503",
         {S::awaitRequest(),
          S::send(httpReply(503, {}, {}, {"Retry-After: 0", "Connection: close"})), S::close()},
         MustBe::Unknown},
        {"stall after headers", {S::awaitHeaders(), S::stall()}, MustBe::AsSeen},
        {"stall after body", {S::awaitRequest(), S::stall()}, MustBe::Unknown},
        {"stall in reply",
         {S::awaitRequest(), S::send(reply.chopped(5)), S::stall()},
         MustBe::Unknown},
        {"whole reply, then close",
         {S::awaitRequest(), S::send(reply), S::close()},
         MustBe::Success},
        {"whole reply", {S::awaitRequest(), S::send(reply)}, MustBe::Success},
    };
}

bool stalls(const WireScript &script)
{
    return script.steps.constLast().kind == WireStep::Kind::Stall;
}

void compareWithExpected(MustBe expected, const TokenWatch &watch, const WireServer &server)
{
    if (expected == MustBe::Success) {
        QVERIFY(watch.succeeded());
        QCOMPARE(server.requests().size(), 1);
        return;
    }
    QVERIFY(!watch.result());
    const Effect effect = watch.error().effect;
    if (expected == MustBe::AsSeen) {
        QVERIFY(effect == Effect::None || effect == Effect::Unknown);
    } else {
        QCOMPARE(effect, expected == MustBe::None ? Effect::None : Effect::Unknown);
    }
    if (effect == Effect::None) {
        QCOMPARE(server.bodyBytes(), 0);
    }
}

} // namespace

void TestWireSendOnce::changeIsSentAtMostOnce_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<WireScript>("script");
    QTest::addColumn<int>("expected");

    const auto all = breaks();
    for (const bool tls : {false, true}) {
        for (const Break &row : all) {
            QTest::addRow("%s, %s", tls ? "TLS" : "plain", row.name)
                << tls << WireScript{row.steps, false} << static_cast<int>(row.expected);
        }
    }
    const int none = static_cast<int>(MustBe::None);
    QTest::newRow("TLS, close before handshake")
        << true << WireScript{{WireStep::close()}, true} << none;
    QTest::newRow("TLS, reset before handshake")
        << true << WireScript{{WireStep::reset()}, true} << none;
    QTest::newRow("TLS, nonsense for a handshake")
        << true
        << WireScript{{WireStep::send("220 mail.invalid ESMTP\r\n"), WireStep::stall()}, true}
        << none;
    QTest::newRow("TLS, no handshake ever")
        << true << WireScript{{WireStep::stall()}, true} << none;
}

void TestWireSendOnce::changeIsSentAtMostOnce()
{
    QFETCH(bool, tls);
    QFETCH(WireScript, script);
    QFETCH(int, expected);
    const auto server = this->server(tls);
    server->play(QList<WireScript>{script});
    TokenService service(serviceUrl(server->url()), nullptr, m_ca.trusting());
    service.setDeadline(std::chrono::milliseconds(stalls(script) ? 500 : 15'000));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(*server));

    QCOMPARE(watch.ends(), 1);
    QCOMPARE_LE(server->requests().size(), 1);
    compareWithExpected(static_cast<MustBe>(expected), watch, *server);
}

void TestWireSendOnce::changeAnsweredWithAChallengeIsNotRepeated_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");

    for (const QByteArray scheme :
         {"Bearer realm=\"api\"", "Basic realm=\"api\"", "NTLM", "Negotiate",
          "Digest realm=\"api\", nonce=\"c0ffee\", qop=\"auth\"", "Unheard-Of"}) {
        QTest::addRow("401 %s", scheme.constData()) << 401 << "WWW-Authenticate: " + scheme;
        QTest::addRow("407 %s", scheme.constData()) << 407 << "Proxy-Authenticate: " + scheme;
    }
}

void TestWireSendOnce::changeAnsweredWithAChallengeIsNotRepeated()
{
    QFETCH(int, status);
    QFETCH(QByteArray, challenge);
    WireServer server;
    const QByteArray body = R"({"detail":"Authentication credentials were not provided."})";
    const auto reply = WireStep::send(httpReply(status, body, "application/json", {challenge}));
    server.play({WireStep::awaitRequest(), reply, WireStep::awaitRequest(), reply});
    TokenService service(serviceUrl(server.url()));
    service.setDeadline(std::chrono::seconds(5));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(watch.error().status, status);
    QCOMPARE(watch.error().kind, status == 401 ? ApiErrorKind::SignIn : ApiErrorKind::Rejected);
    QCOMPARE(watch.error().effect, Effect::Rejected);
    QCOMPARE(watch.error().serviceMessage, u"Authentication credentials were not provided."_s);
}

void TestWireSendOnce::refusedConnectionHasNoEffect()
{
    QTcpServer taken; // its port is nobody's once it is closed
    QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
    const QString url = u"http://127.0.0.1:%1"_s.arg(taken.serverPort());
    taken.close();
    TokenService service(serviceUrl(url));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().kind, ApiErrorKind::ConnectionRefused);
    QCOMPARE(watch.error().effect, Effect::None);
}

void TestWireSendOnce::refusedResendDoesNotHideTheFirst_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<WireStep>("end");

    for (const bool tls : {false, true}) {
        QTest::addRow("%s, close", tls ? "TLS" : "plain") << tls << WireStep::close();
        QTest::addRow("%s, reset", tls ? "TLS" : "plain") << tls << WireStep::reset();
    }
}

void TestWireSendOnce::refusedResendDoesNotHideTheFirst()
{
    QFETCH(bool, tls);
    QFETCH(WireStep, end);
    const auto server = this->server(tls);
    server->play({WireStep::awaitRequest(), WireStep::stopListening(), end});
    TokenService service(serviceUrl(server->url()), nullptr, m_ca.trusting());

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(*server));

    QCOMPARE(server->requests().size(), 1);
    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().effect, Effect::Unknown);
    QCOMPARE(watch.error().kind, ApiErrorKind::ConnectionLost);
}

void TestWireSendOnce::emptyPatchOfAReadIsSentAtMostOnce()
{
    // On the service even this one writes the row back, so it counts as a write here.
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::close()});
    TokenService service(serviceUrl(server.url()));
    service.setReadsByPatch(true);

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().body, "{}");
    QCOMPARE(watch.error().kind, ApiErrorKind::ConnectionLost);
}

void TestWireSendOnce::hostWithTwoAddressesGetsOneRequest()
{
    WireServer server; // on 127.0.0.1 alone, while localhost may be ::1 as well
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(server.url({}, u"localhost"_s)));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QVERIFY(watch.succeeded());
    QCOMPARE(server.requests().size(), 1);
}

void TestWireSendOnce::eachChangeHasAConnectionOfItsOwn()
{
    // An idle connection that the server closes just then would leave a change in doubt.
    WireServer server;
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(server.url()));

    for (int i = 1; i <= 3; ++i) {
        const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
        QVERIFY(watch.wait());
        QVERIFY(watch.succeeded());
        QCOMPARE(server.connectionCount(), i);
        QCOMPARE(server.requests().size(), i);
    }
    QVERIFY(isQuiet(server));
}

QTEST_GUILESS_MAIN(TestWireSendOnce)
#include "tst_wire_sendonce.moc"
