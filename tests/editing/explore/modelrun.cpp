// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelrun.h"

#include "editing/evidence.h"
#include "editing/undoplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace purser::test {

namespace {

//! How much any clock says has gone by.
std::chrono::milliseconds byAnyClock(const Moment &from, const Moment &to)
{
    return std::max({to.monotonic - from.monotonic, to.sinceBoot - from.sinceBoot,
                     std::chrono::milliseconds(from.wall.msecsTo(to.wall))});
}

ChangeRequest requestOf(const Act &act)
{
    ChangeRequest request;
    const auto mode = act.what == Act::What::Set ? BalanceMode::SetTo
        : act.what == Act::What::Add             ? BalanceMode::Add
                                                 : BalanceMode::Deduct;
    request.balance = BalanceEdit{mode, *Balance::fromNanos(act.nanos)};
    return request;
}

} // namespace

quint64 Person::hash() const
{
    quint64 hash = mixed(mixed(mixed(0, next), generation), submits);
    hash = mixed(hash, account);
    if (draft) {
        hash = mixed(mixed(hash, draft->submit.name), draft->lastSubmit);
        hash = mixed(mixed(hash, draft->submit.journal.seq), draft->submit.mayBeSent);
    }
    for (const QString &submit : offered) {
        hash += mixed(1, submit); // in whatever order
    }
    for (auto one = told.begin(); one != told.end(); ++one) {
        hash += mixed(mixed(2, one.key()), static_cast<int>(one.value()));
    }
    return hash;
}

ModelRun::ModelRun(Place &place, size_t index)
    : m_place(place), m_index(index),
      m_id(u"run-%1.%2"_s.arg(index).arg(place.persons.at(index).generation)),
      m_journal(place.journal.path()), m_log(m_journal, m_id, place.clock),
      m_services(place.credentials, place.accounts, m_log, place.clock),
      m_desk(m_services, place.accounts, m_log, place.clock, place.isGone,
             person().isWindow ? ChangeDesk::Settling::ByItself : ChangeDesk::Settling::WhenAsked)
{
    m_log.setApartFrom([&place](const QString &account) {
        QStringList apart;
        for (const Account &other : place.known) {
            if (place.apart && other.id != account) {
                apart.append(other.id + u'/' + other.customers.value(0));
            }
        }
        return apart;
    });
    m_journal.onAsked([this] {
        notes.insert(++m_noteNumber, {m_place.clock.moment(), m_readAnswered});
        return m_noteNumber;
    });
    m_services.setTransport(place.network.transportFor(sender()));
    connectDesk();
    m_desk.open(place.known.at(person().account));
}

Sender ModelRun::sender()
{
    Sender sender;
    sender.run = m_index;
    sender.submit = [this] { return m_current; };
    sender.onRead = [this] { m_readAnswered = m_place.clock.moment(); };
    sender.onLeaving = [this](const QString &submit) { onLeaving(submit); };
    return sender;
}

//! What leaves is not older than allowed.
void ModelRun::onLeaving(const QString &submit)
{
    const auto age = byAnyClock(m_intent.written, m_place.clock.moment());
    if (!m_intent.written.isValid() || age > 20s) {
        m_place.fail(u"%1 left %2 ms after its intent"_s.arg(submit).arg(age.count()));
    }
    const auto readAge = byAnyClock(m_intent.read, m_intent.written);
    if (readAge > 10s) {
        m_place.fail(u"%1 rests on a read of %2 ms before"_s.arg(submit).arg(readAge.count()));
    }
}

void ModelRun::connectDesk()
{
    connect(&m_desk, &ChangeDesk::loaded, this, &ModelRun::onLoaded);
    connect(
        &m_desk, &ChangeDesk::asks, this, [this] { m_desk.answer(true); }, Qt::QueuedConnection);
    connect(&m_desk, &ChangeDesk::stopped, this, &ModelRun::onStopped);
    connect(&m_desk, &ChangeDesk::ended, this, &ModelRun::onEnded);
    connect(&m_desk, &ChangeDesk::foundOut, this, &ModelRun::onFound);
    connect(&m_desk, &ChangeDesk::settlingChanged, this, [this](const TokenKey &key) {
        const auto *status = m_desk.settling(key);
        m_settlerReads += status && status->state == Settler::State::Reading ? 1 : 0;
    });
    connect(&m_desk, &ChangeDesk::recovered, this, [this](const Recovery &recovery) {
        if (!person().isWindow) {
            m_desk.settle(changesFrom(recovery.undecided, m_place.clock.moment()));
        }
    });
}

void ModelRun::forgetHistory()
{
    const bool hasRequests =
        std::any_of(m_place.network.requests().begin(), m_place.network.requests().end(),
                    [this](const Request &one) { return one.run == m_index && one.exchange; });
    if (person().next < person().acts.size() || !isIdle() || hasRequests || m_openSubmits > 0) {
        return;
    }
    const auto hashOf = [](quint64 hash, const Moment &moment) {
        hash = mixed(mixed(hash, moment.boot), moment.monotonic.count());
        return mixed(mixed(hash, moment.sinceBoot.count()), moment.wall.toMSecsSinceEpoch());
    };
    history = mixed(mixed(mixed(0, m_settlerReads), m_submit.name), m_restored);
    const auto all = m_desk.settling();
    for (const Settler::Status &status : all) {
        const Change &change = status.change;
        history =
            hashOf(hashOf(mixed(history, change.record.submit), change.sentAfter), change.overAt);
        history = hashOf(history, change.oldSince.value_or(Moment()));
        history = mixed(mixed(history, change.sentAlone), change.contested.size());
        history = mixed(mixed(history, change.hasClocks), change.mayHaveWaited.count());
        history = mixed(mixed(history, static_cast<int>(status.state)),
                        status.nextRead.isValid() ? status.nextRead.toMSecsSinceEpoch() : 0);
    }
}

bool ModelRun::isSettling() const
{
    const auto all = m_desk.settling();
    return std::any_of(all.begin(), all.end(), [](const Settler::Status &status) {
        return status.state == Settler::State::Waiting || status.state == Settler::State::Reading;
    });
}

void ModelRun::start(bool recovers)
{
    if (recovers) {
        m_desk.recover();
    }
    // "settle" of the command line reads for itself alone.
    const bool settlesOnly =
        !person().isWindow && person().generation > 0 && person().next >= person().acts.size();
    if (!settlesOnly) {
        m_desk.load(u"alpha"_s);
    }
}

void ModelRun::begin()
{
    m_begins = true;
    nextAct();
}

void ModelRun::onLoaded()
{
    if (person().isWindow) {
        m_submit = {};
        m_mark = {};
        m_log.journal().ask(
            this, [](Journal &journal) { return journal.mark(); },
            [this](const Expected<JournalMark, JournalProblem> &mark) {
                m_mark = mark ? *mark : JournalMark();
            });
    }
    if (person().generation > 0 && person().draft) {
        findOutAboutDraft();
    } else if (person().generation > 0 || m_begins) {
        nextAct();
    }
}

void ModelRun::nextAct()
{
    Person &who = person();
    if (who.next >= who.acts.size() || !m_desk.isIdle() || !m_desk.token()) {
        return;
    }
    const Act act = who.acts.at(who.next++);
    m_again = 1;
    if (act.what == Act::What::Undo) {
        undo();
    } else if (act.what == Act::What::OtherAccount) {
        who.account = 1 - who.account;
        m_begins = true;
        m_desk.open(m_place.known.at(who.account));
        m_desk.load(u"alpha"_s);
    } else {
        submit(requestOf(act), act.anyway);
    }
}

//! Of the first change of all.
void ModelRun::undo()
{
    m_log.journal().ask(
        this, [](Journal &journal) { return journal.change(1); },
        [this](const Expected<std::optional<ChangeRecord>, JournalProblem> &found) {
            if (found && *found && isInForce((*found)->outcome)) {
                const auto plan = planUndo(**found, *m_desk.token(), m_place.clock.now());
                if (!plan.request.isEmpty()) {
                    submitLater(plan.request, false);
                }
            }
        });
}

//! From the event loop, as people do.
void ModelRun::submitLater(const ChangeRequest &request, bool anyway)
{
    QMetaObject::invokeMethod(
        this, [this, request, anyway] { submit(request, anyway); }, Qt::QueuedConnection);
}

void ModelRun::submit(const ChangeRequest &request, bool anyway)
{
    if (!m_desk.isIdle() || !m_desk.token()) {
        return;
    }
    ChangeDesk::How how;
    how.evenIfUndecided = anyway;
    how.fall = person().isWindow ? Fall::Stops : Fall::Tolerated;
    how.name = u"submit-%1.%2"_s.arg(m_index).arg(++person().submits);
    m_current = how.name;
    m_currentAnyway = anyway;
    m_submitted = request;
    m_submit = {how.name, m_mark, m_log.isOff(), false};
    keepDraft(m_submit);
    ++m_openSubmits;
    m_desk.submit(request, how);
}

void ModelRun::keepDraft(const DraftSubmit &submit)
{
    if (person().isWindow) {
        person().draft = KeptEdit{submit, m_submitted, m_current};
    }
}

void ModelRun::onStopped(const Stop &stop)
{
    --m_openSubmits;
    m_submit = {};
    if (stop.reason == Stop::Reason::AlreadySo) {
        person().draft.reset();
    } else {
        keepDraft({});
    }
    if (stop.reason == Stop::Reason::Moved && m_again > 0) {
        --m_again;
        submitLater(m_submitted, m_currentAnyway);
        return;
    }
    QMetaObject::invokeMethod(this, &ModelRun::nextAct, Qt::QueuedConnection);
}

//! Shows an edit as one that has had no effect.
void ModelRun::offer(const QString &submit)
{
    person().offered.append(submit);
}

void ModelRun::tell(const ChangeRecord &record)
{
    person().told.insert(record.submit, record.outcome);
}

void ModelRun::onEnded(const Change &change)
{
    --m_openSubmits;
    tell(change.record);
    if (change.record.outcome == Outcome::Unknown) {
        if (!person().isWindow) {
            m_exited = true; // "settle" finds out
            return;
        }
        keepDraft(m_submit);
    } else {
        m_submit = {};
        if (change.record.outcome == Outcome::Applied) {
            person().draft.reset();
        } else {
            keepDraft({});
        }
    }
    QMetaObject::invokeMethod(this, &ModelRun::nextAct, Qt::QueuedConnection);
}

void ModelRun::onFound(const Change &change)
{
    tell(change.record);
    const bool isOfForm = !m_submit.name.isEmpty() && m_submit.name == change.record.submit;
    if (!isOfForm || !m_desk.isIdle()) {
        return;
    }
    m_submit = {};
    if (change.record.outcome == Outcome::Applied) {
        person().draft.reset();
        return;
    }
    keepDraft({});
    if (m_restored && change.record.outcome == Outcome::NotApplied) {
        m_restored = false;
        offer(change.record.submit);
        submitLater(m_submitted, false);
    }
}

//! What the draft itself names is looked up in the journal, and nothing else.
void ModelRun::findOutAboutDraft()
{
    struct Look {
        Expected<std::optional<ChangeRecord>, JournalProblem> record;
        Expected<JournalMark, JournalProblem> mark;
    };
    const KeptEdit draft = *person().draft;
    m_log.journal().ask(
        this,
        [name = draft.submit.name](Journal &journal) {
            return Look{journal.changeOfSubmit(name), journal.mark()};
        },
        [this, draft](const Look &look) {
            restoreDraft(draft, fateOf(draft.submit, look.record, look.mark));
        });
}

void ModelRun::restoreDraft(const KeptEdit &draft, const DraftFate &fate)
{
    Person &who = person();
    m_submitted = draft.request;
    m_current = draft.lastSubmit;
    switch (fate.kind) {
    case DraftFate::Kind::InForce:
        if (!m_place.network.arrival(draft.lastSubmit).applied) {
            m_place.fail(draft.lastSubmit + u" was not applied, but its draft is gone"_s);
        }
        who.draft.reset();
        break;
    case DraftFate::Kind::Undecided:
        m_submit = draft.submit;
        m_restored = true;
        break;
    case DraftFate::Kind::CannotTell:
        m_submit.mayBeSent = true;
        keepDraft(m_submit);
        break;
    default:
        offer(draft.lastSubmit);
        submitLater(draft.request, false);
        return;
    }
    QMetaObject::invokeMethod(this, &ModelRun::nextAct, Qt::QueuedConnection);
}

void ModelRun::journalStep(Footprint &touched)
{
    JournalFile &journal = m_place.journal;
    touched.runs |= bitOf(m_index);
    touched.journalRead = true;
    history = mixed(mixed(history, journal.hash()), m_place.clock.hash());
    for (const Person &one : m_place.persons) {
        history = mixed(history, one.generation); // who is gone
    }
    const quint64 before = journal.hash();
    const auto rows = journal.rows().size();
    m_journal.goOn(journal, mixed(history, m_index), m_id, [&](quint64 note) {
        touched.journalWritten = journal.hash() != before;
        if (journal.rows().size() != rows) {
            m_intent = notes.value(note);
            noteClosed();
            noteContested();
        }
        notes.remove(note);
    });
}

//! "Send anyway" closes what this run left undecided of the account's token, and nothing else.
void ModelRun::noteClosed()
{
    if (!m_currentAnyway) {
        return;
    }
    const auto &rows = m_place.journal.rows();
    for (const ChangeRecord &row : rows) {
        if (row.settledHow != settledhow::User || m_place.closedByHand.contains(row.submit)) {
            continue;
        }
        m_place.closedByHand.append(row.submit);
        if (row.run != m_id || row.key.accountId != m_desk.key().accountId) {
            m_place.fail(u"%1 closed %2 of another run or account"_s.arg(m_current, row.submit));
        }
    }
}

//! A change that is sent beside an undecided one, and all that follow it: the earlier one may still
//! overwrite them.
void ModelRun::noteContested()
{
    if (!m_currentAnyway && m_place.contested.isEmpty()) {
        return;
    }
    const auto &rows = m_place.journal.rows();
    for (const ChangeRecord &row : rows) {
        const bool isOpen = isUndecided(row.outcome) || row.settledHow == settledhow::User;
        if (isOpen && !m_place.contested.contains(row.submit)) {
            m_place.contested.append(row.submit);
        }
    }
}

} // namespace purser::test
