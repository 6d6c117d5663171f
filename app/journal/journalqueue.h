// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <type_traits>

namespace purser {

//! What is asked of a journal, in order, and answered later. Where it is done is the heirs' matter:
//! in a thread of its own, or step by step as a test wants it.
class JournalQueue : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Whether a change is at stake. Balances that were seen are nobody's evidence.
    enum class About { Changes, Balances };

    //! Where the journal's file is.
    [[nodiscard]] virtual QString path() const = 0;

    //! Runs work(Journal &) and then done(result) in the thread of this object, from its event
    //! loop; done is not called once context is gone. work may only use what it holds by value.
    template <typename Work, typename Done>
    void ask(QObject *context, Work work, Done done, About about = About::Changes)
    {
        using Result = std::invoke_result_t<Work, Journal &>;
        post({[work = std::move(work)](Journal &journal) mutable -> Answer {
                  return std::make_shared<const Result>(work(journal));
              },
              [context = QPointer<QObject>(context),
               done = std::move(done)](const Answer &answer) mutable {
                  if (context) {
                      done(*static_cast<const Result *>(answer.get()));
                  }
              }},
             about);
    }

protected:
    //! What a work gave, whatever its type: only the job that asked knows.
    using Answer = std::shared_ptr<const void>;
    //! The two apart: what a journal answered once can be answered again.
    struct Job {
        std::function<Answer(Journal &)> work;
        std::function<void(const Answer &)> done;
    };

    //! Lets the work be done, in order, and then done be called.
    virtual void post(Job job, About about) = 0;
};

} // namespace purser
