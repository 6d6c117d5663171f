// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace purser {

//! A Journal in a thread of its own, so that neither a slow disk nor a lock held by another
//! program stops the window. What is asked is done in order.
class JournalThread : public QObject {
    Q_OBJECT

public:
    JournalThread(const QString &path, const QString &run,
                  Journal::Mode mode = Journal::Mode::Write, QObject *parent = nullptr);
    //! Waits until what was asked is done.
    ~JournalThread() override;

    [[nodiscard]] QString path() const { return m_path; }

    //! Runs work(Journal &) in the journal's thread and then done(result) in the thread of this
    //! object, from its event loop; done is not called once context is gone. work may only use
    //! what it holds by value.
    template <typename Work, typename Done>
    void ask(QObject *context, Work work, Done done)
    {
        using Result = std::invoke_result_t<Work, Journal &>;
        post([this, context = QPointer<QObject>(context), work = std::move(work),
              done = std::move(done)](Journal &journal) mutable {
            auto result = std::make_shared<Result>(work(journal));
            deliver([context, done = std::move(done), result]() mutable {
                if (context) {
                    done(*result);
                }
            });
        });
    }

private:
    void post(std::function<void(Journal &)> task);
    void deliver(std::function<void()> answer);

    QString m_path;
    QThread m_thread;
    QObject *m_worker = nullptr; //!< lives in m_thread
    std::unique_ptr<Journal> m_journal; //!< made, used and destroyed in m_thread
};

} // namespace purser
