// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journalqueue.h"

#include <QThread>

namespace purser {

//! A Journal in a thread of its own, so that neither a slow disk nor a lock held by another
//! program stops the window. What is asked is done in order.
class JournalThread final : public JournalQueue {
    Q_OBJECT

public:
    JournalThread(const QString &path, const QString &run,
                  Journal::Mode mode = Journal::Mode::Write, const Migrating &migrating = {},
                  QObject *parent = nullptr);
    //! Waits until what was asked is done.
    ~JournalThread() override;

    [[nodiscard]] QString path() const override { return m_path; }

protected:
    void post(Job job, About about) override;

private:
    QString m_path;
    QThread m_thread;
    QObject *m_worker = nullptr; //!< lives in m_thread
    std::unique_ptr<Journal> m_journal; //!< made, used and destroyed in m_thread
};

} // namespace purser
