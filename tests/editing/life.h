// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/changedesk.h"
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

//! One run of a window's program on a workplace's files, from its start to its end. Destroying it
//! at any moment is a crash, but for what is already asked of the journal, which is still done.
struct Life {
    Run run;
    JournalThread journal;
    ChangeLog log;
    AccountServices services;
    ChangeDesk desk;
    QList<Change> settled; //!< a submit
    QList<Stop> stops;
    QList<Change> found; //!< later
    std::optional<Recovery> recovery;

    Life(Workplace &place, Clock &clock) : Life(place, clock, place.account) { }
    Life(Workplace &place, Clock &clock, const Account &account, ChangeDesk::IsGone isGone = {})
        : run(place.folder.filePath(QStringLiteral("runs"))),
          journal(place.journalPath(), run.id(), Journal::Mode::Write,
                  migratingWith(place.accounts.path(), run)),
          log(journal, run.id(), clock), services(place.credentials, place.accounts, log, clock),
          desk(
              services, place.accounts, log, clock,
              isGone ? std::move(isGone) : [this](const QString &id) { return run.isGone(id); },
              ChangeDesk::Settling::ByItself)
    {
        QObject::connect(&desk, &ChangeDesk::ended, &desk,
                         [this](const Change &change) { settled.append(change); });
        QObject::connect(&desk, &ChangeDesk::stopped, &desk,
                         [this](const Stop &stop) { stops.append(stop); });
        QObject::connect(&desk, &ChangeDesk::foundOut, &desk,
                         [this](const Change &change) { found.append(change); });
        QObject::connect(&desk, &ChangeDesk::recovered, &desk,
                         [this](const Recovery &done) { recovery = done; });
        desk.open(account);
    }
    //! Takes over what runs that are gone left.
    bool recover()
    {
        desk.recover();
        return waitFor([this] { return recovery.has_value(); });
    }
    bool load(const QString &name)
    {
        desk.load(name);
        return waitUntilIdle();
    }
    [[nodiscard]] bool waitUntilIdle() const
    {
        return waitFor([this] { return desk.isIdle(); });
    }
    //! Whether a submit can be begun.
    [[nodiscard]] bool isReady() const { return desk.isIdle() && desk.token(); }
    [[nodiscard]] bool isReading() const
    {
        const QList<Settler::Status> all = desk.settling();
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
