// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/settler.h"
#include "editing/tokeneditor.h"
#include "journal/journalthread.h"
#include "support/workplace.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include <algorithm>

namespace purser::test {

//! Like QTest::qWaitFor, but for its pauses: stories wait thousands of times.
template <typename Condition>
bool waitFor(Condition condition)
{
    QTimer wake; // for what no event tells
    wake.start(20);
    const QDeadlineTimer deadline(20'000);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        // Within a queued call the dispatcher may not see what was posted before that.
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

//! One run of a program on a workplace's files, from its start to its end: what the window
//! connects is connected here. Destroying it at any moment is a crash, but for what is already
//! asked of the journal, which is still done.
struct Life {
    Run run;
    JournalThread journal;
    ChangeLog log;
    AccountServices services;
    TokenEditor editor;
    Settler settler;
    QList<Change> settled; //!< by the editor
    QList<Stop> stops;
    QList<Change> found; //!< by the settler
    std::optional<Recovery> recovery;

    Life(Workplace &place, Clock &clock) : Life(place, clock, place.account) { }
    Life(Workplace &place, Clock &clock, const Account &account)
        : run(place.folder.filePath(QStringLiteral("runs"))),
          journal(place.journalPath(), run.id(), Journal::Mode::Write,
                  migratingWith(place.accounts.path(), run)),
          log(journal, run.id(), clock), services(place.credentials, place.accounts, log, clock),
          editor(services, log, clock), settler(services, place.accounts, log, clock)
    {
        QObject::connect(&editor, &TokenEditor::settled, &settler, [this](const Change &change) {
            settled.append(change);
            if (change.record.outcome == Outcome::Unknown) {
                settler.take(change);
            }
        });
        QObject::connect(&editor, &TokenEditor::stopped, &settler,
                         [this](const Stop &stop) { stops.append(stop); });
        QObject::connect(&editor, &TokenEditor::superseded, &settler,
                         [this](const ChangeRecord &record) { settler.forget(record.key); });
        QObject::connect(&editor, &TokenEditor::tokenSeen, &settler, &Settler::consider);
        QObject::connect(&settler, &Settler::settled, &editor, [this](const Change &change) {
            found.append(change);
            if (change.reply) {
                editor.adopt(change.reply->token, change.repliedAt);
            }
            editor.refreshUndecided();
        });
        QObject::connect(&settler, &Settler::recovered, &editor,
                         [this](const Recovery &done) { recovery = done; });
        editor.setAccount(account);
    }
    //! Takes over what runs that are gone left.
    bool recover()
    {
        settler.recover([this](const QString &id) { return run.isGone(id); });
        return waitFor([this] { return recovery.has_value(); });
    }
    bool load(const QString &name)
    {
        editor.load(name);
        return waitUntilIdle();
    }
    [[nodiscard]] bool waitUntilIdle() const
    {
        return waitFor([this] { return editor.isIdle(); });
    }
    //! Whether a submit can be begun.
    [[nodiscard]] bool isReady() const { return editor.isIdle() && editor.token(); }
    [[nodiscard]] bool isReading() const
    {
        const QList<Settler::Status> all = settler.all();
        return std::any_of(all.begin(), all.end(), [](const Settler::Status &status) {
            return status.state == Settler::State::Reading;
        });
    }
};

inline ChangeRequest balanceTo(const QString &text, BalanceMode mode = BalanceMode::SetTo)
{
    ChangeRequest request;
    request.balance = BalanceEdit{mode, *Balance::fromText(text)};
    return request;
}

} // namespace purser::test
