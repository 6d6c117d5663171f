// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/stdinwatch.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <mutex>
#include <thread>

namespace purser::sandbox {

//! Between the watch and its thread, which may stay behind in a read that nothing can end.
struct StdinWatch::Shared {
    std::mutex mutex;
    bool isWatched = true;
};

namespace {

void readToEnd()
{
    // By descriptor: a read through stdin would hold the C library's lock on it, for which the
    // program's end would wait.
    constexpr int StdinDescriptor = 0;
    QFile input;
    if (!input.open(StdinDescriptor, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return;
    }
    std::array<char, 256> ignored{};
    while (input.read(ignored.data(), ignored.size()) > 0) {
    }
}

} // namespace

StdinWatch::StdinWatch() : m_shared(std::make_shared<Shared>())
{
    std::thread([shared = m_shared] {
        readToEnd();
        const std::lock_guard lock(shared->mutex);
        if (shared->isWatched) {
            // Posted, because it may come before the event loop runs.
            QMetaObject::invokeMethod(
                qApp, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
        }
    }).detach();
}

StdinWatch::~StdinWatch()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->isWatched = false;
}

} // namespace purser::sandbox
