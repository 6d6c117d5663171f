// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/stopsignals.h"

#include <QCoreApplication>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <unistd.h>
#endif

namespace purser::sandbox {

#ifdef Q_OS_WIN

namespace {

BOOL WINAPI onConsoleEvent(DWORD /*event*/)
{
    // Windows calls this on a thread of its own.
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

void endOnSignals(QCoreApplication & /*application*/)
{
    SetConsoleCtrlHandler(&onConsoleEvent, TRUE);
}

#else

namespace {

// A signal handler may do next to nothing: it writes a byte, which the event loop reads.
std::array<int, 2> wakePipe{-1, -1};

void onSignal(int /*signal*/)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], &byte, 1);
}

} // namespace

void endOnSignals(QCoreApplication &application)
{
    if (::pipe(wakePipe.data()) != 0) {
        return; // the signals then end the program as they always do
    }
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application,
                     [] { QCoreApplication::exit(0); });
    for (const int number : {SIGINT, SIGTERM}) {
        std::signal(number, &onSignal);
    }
}

#endif

} // namespace purser::sandbox
