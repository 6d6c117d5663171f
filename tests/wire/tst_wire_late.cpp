// SPDX-License-Identifier: GPL-3.0-or-later
// A connection that comes up late: the computer slept, or a network was slow, and what had been
// checked before is too old. Real sockets: a listener whose queue is full answers no SYN.
#include "wirecall.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

//! Takes no connection until it is told to, and keeps what arrives then.
class LateListener {
public:
    LateListener()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        ::bind(m_listener, generic, size);
        ::listen(m_listener, 0);
        ::getsockname(m_listener, generic, &size);
        m_port = ntohs(address.sin_port);
        for (int filler = 0; filler < 4; ++filler) {
            const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            ::connect(one, generic, size);
            m_sockets.append(one);
        }
    }
    ~LateListener()
    {
        for (const int one : std::as_const(m_sockets)) {
            ::close(one);
        }
        ::close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(LateListener)

    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/v2"_s.arg(m_port); }
    //! Takes what is there now, and reads what has arrived.
    void takeAll()
    {
        ::fcntl(m_listener, F_SETFL, O_NONBLOCK);
        for (int one = ::accept(m_listener, nullptr, nullptr); one >= 0;
             one = ::accept(m_listener, nullptr, nullptr)) {
            ::fcntl(one, F_SETFL, O_NONBLOCK);
            m_sockets.append(one);
        }
        for (const int one : std::as_const(m_sockets)) {
            char buffer[4096];
            for (auto count = ::read(one, buffer, sizeof(buffer)); count > 0;
                 count = ::read(one, buffer, sizeof(buffer))) {
                m_received.append(buffer, count);
            }
        }
    }
    [[nodiscard]] QByteArray received() const { return m_received; }

private:
    int m_listener = -1;
    quint16 m_port = 0;
    QList<int> m_sockets;
    QByteArray m_received;
};

} // namespace

class TestWireLate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whetherABodyMayLeaveIsAskedOnceTheConnectionStands_data()
    {
        QTest::addColumn<bool>("isFresh");
        QTest::newRow("still fresh") << true;
        QTest::newRow("too old by then") << false;
    }
    void whetherABodyMayLeaveIsAskedOnceTheConnectionStands()
    {
        QFETCH(bool, isFresh);
        LateListener listener;
        TokenService service(serviceUrl(listener.url()));
        service.setDeadline(std::chrono::seconds(15));
        int asked = 0;
        bool mayLeave = true;
        const TokenWatch watch(
            service.update(u"budget"_s, balancePatch(u"12.5"_s), testBearer(), [&] {
                ++asked;
                return mayLeave;
            }));
        // Longer than any connection on loopback takes: it waits for the listener.
        QVERIFY(!QTest::qWaitFor([&] { return asked > 0; }, 500));
        mayLeave = isFresh;
        const bool arrived = QTest::qWaitFor(
            [&] {
                listener.takeAll();
                return listener.received().contains("12.5") || watch.ends() > 0;
            },
            LongWait);
        QVERIFY(arrived);
        QCOMPARE(asked, 1);
        QCOMPARE(listener.received().contains("12.5"), isFresh);
        if (!isFresh) {
            QCOMPARE(watch.error().kind, ApiErrorKind::Outdated);
            QCOMPARE(watch.error().effect, Effect::None);
            // Nothing follows either.
            QVERIFY(!QTest::qWaitFor(
                [&] {
                    listener.takeAll();
                    return listener.received().contains("12.5");
                },
                300));
        } else {
            watch.call()->cancel();
            QVERIFY(watch.wait());
            QCOMPARE(watch.error().effect, Effect::Unknown);
        }
    }
};

QTEST_GUILESS_MAIN(TestWireLate)
#include "tst_wire_late.moc"
