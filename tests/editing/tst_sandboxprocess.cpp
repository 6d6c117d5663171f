// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/sandboxprocess.h"

#include "api/tokenservice.h"

#include <QFile>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

constexpr int LongWait = 30'000;

//! What came of a start: the first signal, and how many there were.
struct Listener {
    std::optional<ServiceUrl> url;
    std::optional<Bearer> bearer;
    QString failure;
    int signalCount = 0;

    explicit Listener(SandboxProcess &sandbox)
    {
        QObject::connect(&sandbox, &SandboxProcess::started, &sandbox,
                         [this](const ServiceUrl &where, const Bearer &jwt) {
                             ++signalCount;
                             url = where;
                             bearer = jwt;
                         });
        QObject::connect(&sandbox, &SandboxProcess::failed, &sandbox,
                         [this](const QString &detail) {
                             ++signalCount;
                             failure = detail;
                         });
    }
};

bool answers(const ServiceUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost),
                         static_cast<quint16>(url.tokensUrl().port()));
    return socket.waitForConnected(LongWait);
}

} // namespace

//! Starting the stand-in service from within a program of ours.
class TestSandboxProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOneBesideUsStartsAndTakesItsBearer()
    {
        SandboxProcess sandbox;
        const Listener listener(sandbox);
        sandbox.start();
        QCOMPARE(listener.signalCount, 0); // never from inside the call
        QTRY_COMPARE_WITH_TIMEOUT(listener.signalCount, 1, LongWait);
        QVERIFY2(listener.url.has_value(), qPrintable(listener.failure));

        TokenService service(*listener.url);
        std::optional<qsizetype> count;
        connect(service.list(*listener.bearer), &TokenListCall::finished, this,
                [&count](const TokenListResult &result) {
                    count = result ? result->tokens.size() : -1;
                });
        QTRY_VERIFY_WITH_TIMEOUT(count.has_value(), LongWait);
        QCOMPARE_GT(*count, 0);
        QCOMPARE(listener.signalCount, 1);
    }

    void argumentsReachIt()
    {
        SandboxProcess sandbox(QCoreApplication::applicationDirPath() + "/purser-sandbox"_L1,
                               {u"--tokens"_s, u"3"_s});
        const Listener listener(sandbox);
        sandbox.start();
        QTRY_VERIFY2_WITH_TIMEOUT(listener.url.has_value(), qPrintable(listener.failure), LongWait);

        TokenService service(*listener.url);
        std::optional<qsizetype> count;
        connect(service.list(*listener.bearer), &TokenListCall::finished, this,
                [&count](const TokenListResult &result) {
                    count = result ? result->tokens.size() : -1;
                });
        QTRY_VERIFY_WITH_TIMEOUT(count.has_value(), LongWait);
        QCOMPARE(*count, 3);
    }

    void itEndsWithTheObject()
    {
        std::optional<ServiceUrl> url;
        {
            SandboxProcess sandbox;
            const Listener listener(sandbox);
            sandbox.start();
            QTRY_VERIFY2_WITH_TIMEOUT(listener.url.has_value(), qPrintable(listener.failure),
                                      LongWait);
            url = listener.url;
            QVERIFY(answers(*url));
        }
        QVERIFY(!answers(*url));
    }

#ifdef Q_OS_UNIX
    void aStartThatFailsIsSaidOnce_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("script"); // of sh; empty: no arguments
        QTest::addColumn<QString>("said");
        const QString sh = u"/bin/sh"_s;
        QTest::newRow("no such program")
            << u"/nonexistent/purser-sandbox"_s << QString() << u"/nonexistent/purser-sandbox"_s;
        QTest::newRow("not executable") << u"/etc/passwd"_s << QString() << u"/etc/passwd"_s;
        QTest::newRow("ends without a word") << sh << u"exit 0"_s << u"ended at once"_s;
        QTest::newRow("complains")
            << sh << u"echo no port is free >&2; exit 1"_s << u"no port is free"_s;
        QTest::newRow("says nothing") << sh << u"cat >/dev/null"_s << u"in time"_s;
        QTest::newRow("says half a line")
            << sh << u"printf '{\"url\":'; cat >/dev/null"_s << u"in time"_s;
        QTest::newRow("says half a line and ends")
            << sh << u"printf '{\"url\":'"_s << u"ended at once"_s;
        QTest::newRow("speaks no JSON")
            << sh << u"echo hello; cat >/dev/null"_s << u"not understood"_s;
        QTest::newRow("an endless line")
            << sh << u"head -c 300000 /dev/zero; cat >/dev/null"_s << u"no line"_s;
        QTest::newRow("an unsafe URL")
            << sh << u"echo '{\"url\":\"http://example.com/v2\",\"jwt\":\"hush-hush\"}'"_s
            << u"not understood"_s;
        QTest::newRow("no JWT") << sh << u"echo '{\"url\":\"http://127.0.0.1:9/v2\"}'"_s
                                << u"not understood"_s;
    }
    void aStartThatFailsIsSaidOnce()
    {
        QFETCH(QString, program);
        QFETCH(QString, script);
        QFETCH(QString, said);
        Listener *listener = nullptr;
        std::optional<Listener> kept;
        {
            SandboxProcess sandbox(program,
                                   script.isEmpty() ? QStringList() : QStringList{u"-c"_s, script});
            listener = &kept.emplace(sandbox);
            if (said == "in time"_L1) {
                sandbox.setDeadline(std::chrono::milliseconds(500));
            }
            sandbox.start();
            QCOMPARE(listener->signalCount, 0);
            QTRY_COMPARE_WITH_TIMEOUT(listener->signalCount, 1, LongWait);
        }
        QCoreApplication::processEvents();
        QCOMPARE(listener->signalCount, 1);
        QVERIFY2(listener->failure.contains(said), qPrintable(listener->failure));
        QVERIFY2(!listener->failure.contains("hush-hush"_L1), qPrintable(listener->failure));
    }
#endif
};

QTEST_GUILESS_MAIN(TestSandboxProcess)
#include "tst_sandboxprocess.moc"
