// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalthread.h"

using namespace Qt::StringLiterals;

namespace purser {

JournalThread::JournalThread(const QString &path, const QString &run, Journal::Mode mode,
                             QObject *parent)
    : QObject(parent), m_path(path), m_worker(new QObject)
{
    m_thread.setObjectName(u"journal"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker,
        [this, path, run, mode] { m_journal = std::make_unique<Journal>(path, run, mode); },
        Qt::QueuedConnection);
}

JournalThread::~JournalThread()
{
    // Behind all that was asked. A connection of Qt SQL belongs to the thread that made it.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_journal.reset();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    delete m_worker;
}

void JournalThread::post(std::function<void(Journal &)> task)
{
    QMetaObject::invokeMethod(
        m_worker, [this, task = std::move(task)] { task(*m_journal); }, Qt::QueuedConnection);
}

void JournalThread::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

} // namespace purser
