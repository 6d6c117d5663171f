// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupts.h"

#ifdef Q_OS_WIN
#include <QPointer>

#include <qt_windows.h>
#else
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace purser::cli {

#ifdef Q_OS_WIN

namespace {

QPointer<Interrupts> theOne;

BOOL WINAPI onConsoleEvent(DWORD /*event*/)
{
    // Windows calls this on a thread of its own.
    QMetaObject::invokeMethod(
        theOne, [] { Q_EMIT theOne->interrupted(); }, Qt::QueuedConnection);
    SetConsoleCtrlHandler(&onConsoleEvent, FALSE);
    return TRUE;
}

} // namespace

Interrupts::Interrupts(QObject *parent) : QObject(parent)
{
    theOne = this;
    SetConsoleCtrlHandler(&onConsoleEvent, TRUE);
}

int Interrupts::wakeDescriptor()
{
    return -1;
}

#else

namespace {

// A signal handler may do next to nothing: it writes a byte, which the event loop reads.
std::array<int, 2> wakePipe{-1, -1};

void onSignal(int /*signal*/)
{
    const int before = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], &byte, 1);
    errno = before;
}

void handle(int number)
{
    struct sigaction current { };
    if (::sigaction(number, nullptr, &current) == 0 && current.sa_handler == SIG_IGN) {
        return; // nohup, or a shell's background job: whoever started us wants it so
    }
    struct sigaction action { };
    action.sa_handler = &onSignal;
    // The second one ends the program.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(number, &action, nullptr);
}

} // namespace

Interrupts::Interrupts(QObject *parent) : QObject(parent)
{
    if (::pipe(wakePipe.data()) != 0) {
        return; // the signals then end the program as they always do
    }
    for (const int end : wakePipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false); // the byte stays, for wakeDescriptor()
        Q_EMIT interrupted();
    });
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        handle(number);
    }
}

int Interrupts::wakeDescriptor()
{
    return wakePipe[0];
}

#endif

} // namespace purser::cli
