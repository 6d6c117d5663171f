// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirecall.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

//! A connection that can't be trusted carries nothing, and no error of it is ever ignored.
class TestWireTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trustedServerIsSpokenTo_data();
    void trustedServerIsSpokenTo();
    void untrustedServerGetsNoRequest_data();
    void untrustedServerGetsNoRequest();
    void http2IsNotOffered();
    void httpsToAPlainServerSendsNothing();
    void httpToATlsServerIsNoSuccess();
    void unknownHostIsNamedAsSuch_data();
    void unknownHostIsNamedAsSuch();
    void noSourceIgnoresTlsErrors();

private:
    TestCa m_ca;
    TestCa m_otherCa;
};

void TestWireTls::trustedServerIsSpokenTo_data()
{
    QTest::addColumn<QString>("host");

    QTest::newRow("by address") << u"127.0.0.1"_s;
    QTest::newRow("by name") << u"localhost"_s;
}

void TestWireTls::trustedServerIsSpokenTo()
{
    QFETCH(QString, host);
    WireServer server(m_ca.server());
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(server.url({}, host)), nullptr, m_ca.trusting());

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());

    QVERIFY(watch.succeeded());
    QVERIFY(server.connections().constFirst().encrypted);
}

void TestWireTls::untrustedServerGetsNoRequest_data()
{
    QTest::addColumn<QSslConfiguration>("server");

    QTest::newRow("unknown authority") << m_otherCa.server();
    QTest::newRow("expired") << m_ca.expiredServer();
    QTest::newRow("another host's") << m_ca.otherServer();
}

void TestWireTls::untrustedServerGetsNoRequest()
{
    QFETCH(QSslConfiguration, server);
    WireServer wire(server);
    wire.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(wire.url()), nullptr, m_ca.trusting());

    const TokenWatch change(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    const TokenWatch read(service.read(u"budget"_s, testBearer()));
    QVERIFY(change.wait() && read.wait());
    QVERIFY(isQuiet(wire));

    QCOMPARE(change.ends(), 1);
    QCOMPARE(change.error().kind, ApiErrorKind::Tls);
    QCOMPARE(change.error().effect, Effect::None);
    QCOMPARE(read.error().kind, ApiErrorKind::Tls);
    const auto connections = wire.connections();
    QVERIFY(!connections.isEmpty());
    for (const WireConnection &connection : connections) {
        QCOMPARE(connection.received, QByteArray()); // the bearer neither
    }
}

void TestWireTls::http2IsNotOffered()
{
    WireServer server(m_ca.server()); // it would take h2
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    TokenService service(serviceUrl(server.url()), nullptr, m_ca.trusting());

    const TokenWatch watch(service.read(u"budget"_s, testBearer()));
    QVERIFY(watch.wait());

    QVERIFY(watch.succeeded());
    const QByteArray protocol = server.connections().constFirst().negotiatedProtocol;
    QVERIFY2(protocol.isEmpty() || protocol == "http/1.1", protocol.constData());
    QVERIFY(!server.connections().constFirst().received.startsWith("PRI * HTTP/2"));
    QVERIFY(!server.connections().constFirst().received.contains("Upgrade"));
}

void TestWireTls::httpsToAPlainServerSendsNothing()
{
    WireServer server;
    server.play({WireStep::awaitRequest()});
    const QString url = u"https://127.0.0.1:%1"_s.arg(server.port());
    TokenService service(serviceUrl(url), nullptr, m_ca.trusting());
    service.setDeadline(std::chrono::milliseconds(500)); // the server waits for a request line

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().kind, ApiErrorKind::Deadline);
    QCOMPARE(watch.error().effect, Effect::None);
    const auto connections = server.connections();
    for (const WireConnection &connection : connections) {
        QVERIFY(!connection.received.contains(testBearer().bytes()));
    }
}

void TestWireTls::httpToATlsServerIsNoSuccess()
{
    WireServer server(m_ca.server());
    server.play({WireStep::awaitRequest(), WireStep::send(httpReply(200, tokenBody()))});
    const QString url = u"http://127.0.0.1:%1"_s.arg(server.port());
    TokenService service(serviceUrl(url));
    service.setDeadline(std::chrono::seconds(5));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());
    QVERIFY(isQuiet(server));

    // Its body may have left, and that nobody could read it is not known here.
    QCOMPARE(watch.ends(), 1);
    QVERIFY(!watch.result());
    QCOMPARE(watch.error().status, 0);
    QCOMPARE(server.requests().size(), 0);
}

void TestWireTls::unknownHostIsNamedAsSuch_data()
{
    QTest::addColumn<QString>("url");

    QTest::newRow("no such name") << u"https://nonexistent.invalid/v2"_s;
    QTest::newRow("no such name, odd port") << u"https://nonexistent.invalid:8443"_s;
}

void TestWireTls::unknownHostIsNamedAsSuch()
{
    QFETCH(QString, url);
    TokenService service(serviceUrl(url));
    service.setDeadline(std::chrono::seconds(5));

    const TokenWatch watch(service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer()));
    QVERIFY(watch.wait());

    QCOMPARE(watch.ends(), 1);
    QCOMPARE(watch.error().effect, Effect::None);
    // A machine whose name server doesn't answer gets as far as the deadline.
    const ApiErrorKind kind = watch.error().kind;
    QVERIFY(kind == ApiErrorKind::NameResolution || kind == ApiErrorKind::Deadline);
}

void TestWireTls::noSourceIgnoresTlsErrors()
{
    // In halves, so that a search of the whole tree finds calls and not this test.
    const QByteArray forbidden = QByteArrayLiteral("ignoreSsl") + "Errors";
    int sources = 0;
    for (const QString &room : {u"app"_s, u"ui"_s}) {
        QDirIterator files(QStringLiteral(PURSER_SOURCE_DIR "/") + room, {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(forbidden), qPrintable(file.fileName()));
            ++sources;
        }
    }
    QVERIFY(sources > 0);
}

QTEST_GUILESS_MAIN(TestWireTls)
#include "tst_wire_tls.moc"
