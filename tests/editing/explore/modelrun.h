// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "credentials/memorykeychain.h"
#include "editing/changedesk.h"
#include "editing/draftfate.h"
#include "steppedclock.h"
#include "steppedjournal.h"
#include "steppednetwork.h"

#include <QHash>
#include <QUuid>

#include <array>
#include <optional>

namespace purser::test {

//! What a person does with a token.
struct Act {
    enum class What { Set, Add, Deduct, Undo, OtherAccount };
    What what = What::Set;
    qint64 nanos = 0; //!< 10^-9 credits
    bool anyway = false; //!< "Send anyway", from the start

    friend bool operator==(const Act &, const Act &) = default;
};

//! An edit, as the window keeps it on the disk.
struct KeptEdit {
    DraftSubmit submit;
    ChangeRequest request;
    QString lastSubmit; //!< what the window does not know any more: for the check alone
};

//! A person with a program: what stays through a crash, and what they were told.
struct Person {
    bool isWindow = true; //!< else a command line
    size_t account = 0;
    QList<Act> acts;
    int next = 0; //!< act
    int submits = 0;
    int generation = 0; //!< of the run
    std::optional<KeptEdit> draft;
    QStringList offered; //!< submits whose edit was offered as not applied
    QHash<QString, Outcome> told; //!< by submit, the newest

    [[nodiscard]] quint64 hash() const;
};

//! Two clocks' worth of when a change was written down, and when what it rests on was read.
struct IntentAge {
    Moment written;
    Moment read;
};

inline Account accountOf(const QString &name)
{
    Account account{name, *ServiceUrl::fromText(QStringLiteral("http://127.0.0.1:1/v2")), false};
    // The store takes no other form of an id; the same in each life.
    account.id = QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
    return account;
}

//! What all runs share.
struct Place {
    SteppedClock clock;
    JournalFile journal;
    SteppedNetwork network{clock};
    MemoryKeychain keychain;
    Credentials credentials{keychain};
    AccountStore accounts{journal.settingsPath()};
    std::array<Account, 2> known{accountOf(QStringLiteral("first")),
                                 accountOf(QStringLiteral("second"))};
    bool apart = false; //!< the two accounts are of different customers
    std::array<Person, 2> persons;
    QStringList closedByHand; //!< submits
    //! Submits that may have been overwritten by others, as the person who sent anyway was told.
    QStringList contested;
    std::function<bool(const QString &run)> isGone;
    std::function<void(const QString &problem)> fail;
};

//! One run of a program from its start to its end, and the person before it. Destroying it at any
//! moment is a crash.
class ModelRun : public QObject {
public:
    ModelRun(Place &place, size_t index);

    [[nodiscard]] QString id() const { return m_id; }
    //! As a program starts. recovers: and takes over what runs that are gone left.
    void start(bool recovers);
    //! Takes up what the person wants to do. Precondition: nothing is under way.
    void begin();
    [[nodiscard]] bool hasJobs() const { return !m_journal.isEmpty(); }
    //! The journal does the first job and answers.
    void journalStep(Footprint &touched);
    //! Its program has ended by itself, and something of it is undecided.
    [[nodiscard]] bool hasExited() const { return m_exited; }
    [[nodiscard]] bool isIdle() const { return m_journal.isEmpty() && m_desk.isIdle(); }
    //! Something is being found out that may still be found out.
    [[nodiscard]] bool isSettling() const;
    //! A submit under way ends with exactly one signal.
    [[nodiscard]] int openSubmits() const { return m_openSubmits; }

    quint64 history = 0; //!< all that came in, in its order, and that may still count
    //! Forgets it where what came in is of no consequence any more, but for what it has led to.
    void forgetHistory();
    QHash<quint64, IntentAge> notes; //!< by note number

private:
    void connectDesk();
    void nextAct();
    void undo();
    void submit(const ChangeRequest &request, bool anyway);
    void submitLater(const ChangeRequest &request, bool anyway);
    void onLoaded();
    void onStopped(const Stop &stop);
    void onEnded(const Change &change);
    void onFound(const Change &change);
    void keepDraft(const DraftSubmit &submit);
    void findOutAboutDraft();
    void restoreDraft(const KeptEdit &draft, const DraftFate &fate);
    void tell(const ChangeRecord &record);
    void onLeaving(const QString &submit);
    [[nodiscard]] Sender sender();
    [[nodiscard]] Person &person() { return m_place.persons.at(m_index); }

    void noteClosed();
    void noteContested();
    void offer(const QString &submit);

    Place &m_place;
    size_t m_index;
    QString m_id;
    SteppedJournal m_journal;
    ChangeLog m_log;
    AccountServices m_services;
    ChangeDesk m_desk;
    JournalMark m_mark; //!< when the token was loaded
    DraftSubmit m_submit; //!< of the edit in the form
    ChangeRequest m_submitted;
    QString m_current; //!< submit
    bool m_currentAnyway = false;
    bool m_begins = false; //!< goes on with acts once it has loaded
    bool m_restored = false; //!< sends the edit again once it is known not to be applied
    bool m_exited = false;
    int m_settlerReads = 0;
    int m_again = 1; //!< how often a Moved is answered by submitting again
    int m_openSubmits = 0;
    Moment m_readAnswered; //!< of the editor's newest read
    quint64 m_noteNumber = 0;
    IntentAge m_intent; //!< of the row that it wrote last
};

} // namespace purser::test
