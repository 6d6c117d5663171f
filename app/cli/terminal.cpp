// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include "cli/interrupts.h"
#include "cli/printer.h"
#include "cli/tr.h"

#include <array>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <cerrno>
#include <poll.h>
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

constexpr int ChunkSize = 4096;

#ifdef Q_OS_WIN

//! While it lives, what is typed is not shown.
class EchoOff {
public:
    EchoOff()
    {
        m_changed = GetConsoleMode(m_input, &m_mode)
            && SetConsoleMode(m_input, m_mode & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~EchoOff()
    {
        if (m_changed) {
            SetConsoleMode(m_input, m_mode);
        }
    }
    Q_DISABLE_COPY_MOVE(EchoOff)

private:
    HANDLE m_input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD m_mode = 0;
    bool m_changed = false;
};

bool isTerminal(int descriptor)
{
    return _isatty(descriptor) != 0;
}

void dropTypedAhead()
{
    FlushConsoleInputBuffer(GetStdHandle(STD_INPUT_HANDLE));
}

bool waitForInput()
{
    return true;
}

qint64 readSome(char *buffer, unsigned int size)
{
    return _read(0, buffer, size);
}

#else

//! While it lives, what is typed is not shown.
class EchoOff {
public:
    EchoOff()
    {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_changed) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            silent.c_lflag |= ECHONL;
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    ~EchoOff()
    {
        if (m_changed) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    Q_DISABLE_COPY_MOVE(EchoOff)

private:
    termios m_before{};
    bool m_changed = false;
};

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) != 0;
}

void dropTypedAhead()
{
    ::tcflush(STDIN_FILENO, TCIFLUSH);
}

//! False: interrupted.
bool waitForInput()
{
    std::array<pollfd, 2> ready{
        {{STDIN_FILENO, POLLIN, 0}, {Interrupts::wakeDescriptor(), POLLIN, 0}}};
    while (::poll(ready.data(), ready.size(), -1) < 0) {
        if (errno != EINTR) {
            return true; // the read will say what is wrong
        }
    }
    return ready[1].revents == 0;
}

qint64 readSome(char *buffer, unsigned int size)
{
    return ::read(STDIN_FILENO, buffer, size);
}

#endif

//! Whether there may be more. By descriptor, because the C library's stream would keep a copy
//! in a buffer of its own.
Expected<bool, InputProblem> readMore(QByteArray &text)
{
    if (!waitForInput()) {
        return Unexpected{InputProblem::Interrupted};
    }
    std::array<char, ChunkSize> buffer{};
    const qint64 count = readSome(buffer.data(), static_cast<unsigned int>(buffer.size()));
    if (count < 0) {
        return Unexpected{InputProblem::Unreadable};
    }
    text.append(buffer.data(), static_cast<qsizetype>(count));
    buffer.fill('\0');
    return count > 0;
}

Expected<QByteArray, InputProblem> readInput(bool oneLine, qsizetype maximum)
{
    QByteArray text;
    text.reserve(maximum + ChunkSize); // growing would leave copies behind
    while (text.size() <= maximum) {
        const auto more = readMore(text);
        if (!more) {
            wipe(text);
            return Unexpected{more.error()};
        }
        if (!*more || (oneLine && text.endsWith('\n'))) {
            break;
        }
    }
    if (text.size() > maximum) {
        wipe(text);
        return Unexpected{InputProblem::TooLong};
    }
    return text;
}

} // namespace

bool stdinIsTerminal()
{
    return isTerminal(0);
}

bool stderrIsTerminal()
{
    return isTerminal(2);
}

Expected<QByteArray, InputProblem> readSecret(const QString &prompt, qsizetype maximum)
{
    if (!stdinIsTerminal()) {
        return readInput(false, maximum);
    }
    const EchoOff echoOff;
    dropTypedAhead(); // it was shown, and meant for something else
    print(stderr, prompt);
    return readInput(true, maximum);
}

QString ask(const QString &question)
{
    constexpr qsizetype LongestAnswer = 100;
    dropTypedAhead(); // whoever typed it had not read the question
    print(stderr, question + ' '_L1);
    const auto answer = readInput(true, LongestAnswer);
    return answer ? QString::fromLocal8Bit(*answer).trimmed().toLower() : QString();
}

bool confirm(const QString &question)
{
    const QString word = ask(question + ' '_L1 + Cli::tr("[y/N]"));
    return word == "y"_L1 || word == "yes"_L1;
}

void wipe(QByteArray &bytes)
{
    bytes.fill('\0');
    bytes.clear();
}

} // namespace purser::cli
