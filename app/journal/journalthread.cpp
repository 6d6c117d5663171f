// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalthread.h"

using namespace Qt::StringLiterals;

namespace purser {

JournalThread::JournalThread(const QString &path, const QString &run, Journal::Mode mode,
                             const Migrating &migrating, QObject *parent)
    : JournalQueue(parent), m_path(path), m_worker(new QObject)
{
    m_thread.setObjectName(u"journal"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker,
        [this, path, run, mode, migrating] {
            m_journal = std::make_unique<Journal>(path, run, mode, migrating);
        },
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

void JournalThread::post(Job job, About /*about*/)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, job = std::move(job)] {
            QMetaObject::invokeMethod(
                this, [done = job.done, answer = job.work(*m_journal)] { done(answer); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace purser
