// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "editing/accountservices.h"
#include "editing/change.h"
#include "editing/changelog.h"
#include "editing/evidence.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace purser {

//! Finds out what became of changes whose outcome is unknown, by reading their tokens: after
//! 1 s, 2 s, 4 s ... at most 30 s apart, for 5 minutes; where reading takes a PATCH, three times,
//! after 2, 10 and 35 s. What is decided is in the journal before it is told. GUI thread only.
class Settler : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::minutes Patience{5};

    enum class State {
        Waiting, //!< for nextRead
        Reading,
        Stopped, //!< by the user: reads only when it is asked to
        GaveUp, //!< it can't be told; reads only when it is asked to
    };
    struct Status {
        Change change;
        State state = State::Waiting;
        QDateTime nextRead; //!< UTC, while Waiting
        std::optional<Verdict> verdict; //!< of the last read
        std::optional<Failure> failure; //!< the last read failed
    };

    //! All four must outlive it.
    Settler(AccountServices &services, const AccountStore &accounts, ChangeLog &log, Clock &clock,
            QObject *parent = nullptr);
    ~Settler() override;

    //! Starts to find out. Precondition: its outcome is Unknown.
    void take(const Change &change);

    //! Nothing: no change of this token is being settled here.
    [[nodiscard]] const Status *status(const TokenKey &key) const;
    [[nodiscard]] QList<Status> all() const;

    //! Reads at once. The schedule goes on afterwards.
    void checkNow(const TokenKey &key);
    //! No more reads by itself.
    void stop(const TokenKey &key);
    //! Closes it without a decision, for the user says so. Ends in settled (Abandoned).
    void abandon(const TokenKey &key);
    //! Lets go of it: somebody else has closed it.
    void forget(const TokenKey &key);
    //! Takes the newest change of this token that is this run's and undecided, if none is taken.
    void takeNext(const TokenKey &key);
    //! A read that was made for another reason is evidence too.
    void consider(const TokenKey &key, const Token &token, const Sighting &sighting);

Q_SIGNALS:
    //! Its state, or when it reads next.
    void changed(const purser::TokenKey &key);
    void settled(const purser::Change &change);

private:
    struct Case;

    [[nodiscard]] Case *find(const TokenKey &key) const;
    [[nodiscard]] std::optional<Account> accountFor(const ChangeRecord &record) const;
    [[nodiscard]] bool expectCustomers(const Case &one) const;
    void schedule(Case &one);
    void read(Case &one);
    void onRead(Case &one, const ReadResult &result, const Sighting &sighting);
    void weigh(Case &one, const TokenReply &reply, const Sighting &sighting);
    void judge(Case &one, const TokenReply &reply, const Sighting &sighting);
    void tell(const Case &one);
    void close(Case &one, Outcome outcome, QLatin1StringView how);

    AccountServices &m_services;
    const AccountStore &m_accounts;
    ChangeLog &m_log;
    Clock &m_clock;
    std::vector<std::unique_ptr<Case>> m_cases;
};

//! Changes as the journal knows them, to be settled by this run from now on.
QList<Change> changesFrom(const QList<ChangeRecord> &records, const Moment &now);

} // namespace purser
