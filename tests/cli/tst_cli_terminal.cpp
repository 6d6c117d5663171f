// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "support/wireserver.h"

#include "accounts/accountstore.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

constexpr int LongWait = 30'000;

//! A terminal with nobody at it: what is typed here is the program's standard input.
class Terminal {
public:
    Terminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        ::grantpt(m_master);
        ::unlockpt(m_master);
        m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    void type(const QByteArray &text) const
    {
        QCOMPARE(::write(m_master, text.constData(), static_cast<std::size_t>(text.size())),
                 text.size());
    }
    //! What the terminal has shown of it since the last call.
    [[nodiscard]] QByteArray shown() const
    {
        QByteArray text;
        std::array<char, 4096> buffer{};
        pollfd ready{m_master, POLLIN, 0};
        while (::poll(&ready, 1, 0) == 1) {
            const auto count = ::read(m_master, buffer.data(), buffer.size());
            if (count <= 0) {
                break;
            }
            text.append(buffer.data(), count);
        }
        return text;
    }
    [[nodiscard]] bool echoes() const
    {
        termios state{};
        return ::tcgetattr(m_slave, &state) == 0 && (state.c_lflag & tcflag_t(ECHO)) != 0;
    }
    [[nodiscard]] int slave() const { return m_slave; }

private:
    int m_master;
    int m_slave = -1;
};

//! purser-cli login with the terminal as standard input.
struct Login {
    Terminal terminal;
    WireServer server;
    CliBench cli;
    QProcess process;
    QByteArray error; //!< standard error so far

    //! customers: of the account that is there; none: there is no account. typedBefore: while the
    //! program has not asked yet.
    explicit Login(int status, const QStringList &customers = {},
                   const QByteArray &typedBefore = {})
    {
        terminal.type(typedBefore);
        if (!customers.isEmpty()) {
            AccountStore(cli.settingsPath())
                .save({u"Test"_s, *ServiceUrl::fromText(server.url(u"/v2"_s)), false, false,
                       newAccountId(), customers});
        }
        server.play({answer(status, "[]")});
        process.setProcessEnvironment(cli.environment);
        const int descriptor = terminal.slave();
        process.setChildProcessModifier([descriptor] {
            ::dup2(descriptor, STDIN_FILENO);
            std::signal(SIGINT, SIG_DFL);
        });
        process.start(CliBench::program(), {u"login"_s, u"--url"_s, server.url(u"/v2"_s)});
    }
    bool asks(const QByteArray &words)
    {
        return QTest::qWaitFor(
                   [&] {
                       error += process.readAllStandardError();
                       return error.contains(words) || process.state() == QProcess::NotRunning;
                   },
                   LongWait)
            && error.contains(words);
    }
};

//! purser-cli set, on a sandbox of its own, with the terminal as standard input.
struct DangerousSet {
    Terminal terminal;
    CliBench cli;
    QProcess process;
    QByteArray shown; //!< by the terminal so far

    //! withError: the terminal is standard error too.
    //! typedBefore: while the program has not asked yet.
    explicit DangerousSet(bool withError, const QByteArray &typedBefore = {})
    {
        terminal.type(typedBefore);
        process.setProcessEnvironment(cli.environment);
        const int descriptor = terminal.slave();
        process.setChildProcessModifier([descriptor, withError] {
            ::dup2(descriptor, STDIN_FILENO);
            if (withError) {
                ::dup2(descriptor, STDERR_FILENO);
            }
            std::signal(SIGINT, SIG_DFL);
        });
        process.start(CliBench::program(),
                      {u"--sandbox"_s, u"--json"_s, u"--account"_s, u"Trial"_s, u"set"_s,
                       u"marketing-chatbot"_s, u"--active"_s, u"off"_s});
    }
    bool asks()
    {
        return QTest::qWaitFor(
                   [this] {
                       shown += terminal.shown();
                       return shown.contains("[y/N]") || process.state() == QProcess::NotRunning;
                   },
                   LongWait)
            && shown.contains("[y/N]");
    }
};

} // namespace

//! Signing in, and dangers, with somebody at the terminal.
class TestCliTerminal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theJwtIsAskedForAndNotShown()
    {
        Login login(200);
        QVERIFY(login.terminal.echoes());
        QVERIFY(login.asks("JWT"));
        QVERIFY(!login.terminal.echoes());
        login.terminal.type("a-canary-jwt\n");

        const auto result = CliBench::resultOf(login.process);
        QVERIFY2(result.code == 0, result.text().constData());
        QCOMPARE(login.server.requests().front().headers("Authorization"),
                 QList<QByteArray>{"Bearer a-canary-jwt"});
        QVERIFY(!login.terminal.shown().contains("canary"));
        QVERIFY(!result.text().contains("canary"));
        QVERIFY2(login.terminal.echoes(), "the terminal is as it was");
    }

    void anInterruptLeavesTheTerminalAsItWas()
    {
        Login login(200);
        QVERIFY(login.asks("JWT"));
        QVERIFY(!login.terminal.echoes());

        QCOMPARE(::kill(static_cast<pid_t>(login.process.processId()), SIGINT), 0);

        const auto result = CliBench::resultOf(login.process);
        QVERIFY2(result.code == 5, result.text().constData());
        QVERIFY(login.terminal.echoes());
        QCOMPARE(login.server.requests().size(), 0);
    }

    void aForbiddenJwtIsKeptOnlyIfConfirmed_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("code");
        QTest::newRow("y") << QByteArray("y\n") << 0;
        QTest::newRow("yes") << QByteArray("Yes\n") << 0;
        QTest::newRow("n") << QByteArray("n\n") << 3;
        QTest::newRow("nothing") << QByteArray("\n") << 3;
        QTest::newRow("something else") << QByteArray("yesterday\n") << 3;
        QTest::newRow("end of input") << QByteArray("\x04") << 3;
    }
    void aForbiddenJwtIsKeptOnlyIfConfirmed()
    {
        QFETCH(QByteArray, typed);
        QFETCH(int, code);
        Login login(403);
        QVERIFY(login.asks("JWT"));
        login.terminal.type("a-key\n");
        QVERIFY(login.asks("[y/N]"));
        login.terminal.type(typed);

        const auto result = CliBench::resultOf(login.process);
        QVERIFY2(result.code == code, result.text().constData());
        QCOMPARE(AccountStore(login.cli.settingsPath()).accounts().isEmpty(), code != 0);
    }

    void whoseJwtItIsIsAsked_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("customers"); // of the account that was there
        const QStringList one{u"Test"_s};
        const QStringList two{u"Test"_s, u"Test 2"_s};
        QTest::newRow("same") << QByteArray("same\n") << 0 << one << 2;
        QTest::newRow("other") << QByteArray("Other\n") << 0 << two << 1;
        QTest::newRow("nothing") << QByteArray("\n") << 5 << one << 1;
        QTest::newRow("yes") << QByteArray("yes\n") << 5 << one << 1;
        QTest::newRow("end of input") << QByteArray("\x04") << 5 << one << 1;
    }
    void whoseJwtItIsIsAsked()
    {
        QFETCH(QByteArray, typed);
        QFETCH(int, code);
        QFETCH(QStringList, names);
        QFETCH(int, customers);
        Login login(200, {u"0123456789abcdef0123456789abcdef"_s});
        QVERIFY(login.asks("JWT"));
        login.terminal.type("e30.eyJzdWIiOiJhIn0.c2ln\n");
        QVERIFY(login.asks("[same/other/N]"));
        QVERIFY2(login.error.contains("Test"), login.error.constData());
        login.terminal.type(typed);

        const auto result = CliBench::resultOf(login.process);
        QVERIFY2(result.code == code, result.text().constData());
        QStringList found;
        const auto accounts = AccountStore(login.cli.settingsPath()).accounts();
        for (const Account &account : accounts) {
            found.append(account.name);
        }
        QCOMPARE(found, names);
        QCOMPARE(accounts.front().customers.size(), customers);
        QCOMPARE(AccountStore(login.cli.settingsPath()).keychainEntries().size(),
                 code == 0 ? 1 : 0);
    }

    void aDangerIsSentOnlyIfConfirmed_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("code");
        QTest::newRow("y") << QByteArray("y\n") << 0;
        QTest::newRow("n") << QByteArray("n\n") << 7;
        QTest::newRow("nothing") << QByteArray("\n") << 7;
        QTest::newRow("end of input") << QByteArray("\x04") << 7;
    }
    void aDangerIsSentOnlyIfConfirmed()
    {
        QFETCH(QByteArray, typed);
        QFETCH(int, code);
        DangerousSet set(true);
        QVERIFY(set.asks());
        for (const auto *words : {"unlimited", "marketing-chatbot", "Trial", "Send?"}) {
            QVERIFY2(set.shown.contains(words), set.shown.constData());
        }
        set.terminal.type(typed);

        const auto result = CliBench::resultOf(set.process);
        QVERIFY2(result.code == code, result.text().constData());
        QCOMPARE(result.part(u"outcome"_s), code == 0 ? u"applied"_s : u"stopped"_s);
        QCOMPARE(result.errorPart(u"kind"_s), code == 0 ? QString() : u"danger"_s);
    }

    void whatWasTypedBeforeTheQuestionIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("a line") << QByteArray("y\n");
        QTest::newRow("several") << QByteArray("y\nyes\ny\n");
        QTest::newRow("half a line") << QByteArray("y");
        QTest::newRow("the end of input") << QByteArray("\x04");
    }
    void whatWasTypedBeforeTheQuestionIsNoAnswer()
    {
        QFETCH(QByteArray, before);
        DangerousSet set(true, before);
        QVERIFY(set.asks());
        set.terminal.type("\n"); // not yes
        const auto result = CliBench::resultOf(set.process);
        QVERIFY2(result.code == 7, result.text().constData());
        QCOMPARE(result.part(u"outcome"_s), u"stopped"_s);

        DangerousSet again(true, before);
        QVERIFY(again.asks());
        again.terminal.type("yes\n");
        const auto sent = CliBench::resultOf(again.process);
        QVERIFY2(sent.code == 0, sent.text().constData());
    }

    void whatWasTypedBeforeIsNoJwt()
    {
        Login login(200, {}, "typed-ahead\n");
        QVERIFY(login.asks("JWT"));
        login.terminal.type("a-canary-jwt\n");
        const auto result = CliBench::resultOf(login.process);
        QVERIFY2(result.code == 0, result.text().constData());
        QCOMPARE(login.server.requests().front().headers("Authorization"),
                 QList<QByteArray>{"Bearer a-canary-jwt"});
    }

    void anInterruptAtTheQuestionSendsNothing()
    {
        DangerousSet set(true);
        QVERIFY(set.asks());
        QCOMPARE(::kill(static_cast<pid_t>(set.process.processId()), SIGINT), 0);
        const auto result = CliBench::resultOf(set.process);
        QVERIFY2(result.code == 7, result.text().constData());
        QCOMPARE(result.part(u"outcome"_s), u"stopped"_s);
    }

    void whereNobodySeesTheQuestionItIsNotAsked()
    {
        DangerousSet set(false);
        const auto result = CliBench::resultOf(set.process);
        QVERIFY2(result.code == 7 && !result.error.contains("[y/N]"_L1), result.text().constData());
        QVERIFY2(result.error.contains("--yes"_L1), result.text().constData());
    }
};

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cli_terminal.moc"
