// SPDX-License-Identifier: GPL-3.0-or-later
// World's comparison of the journal with what happened.
#include "world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

qint64 nanosOf(const std::optional<MaybeBalance> &balance)
{
    return balance && *balance ? (*balance)->nanos() : 0;
}

qint64 nanosOf(const std::optional<Token> &token)
{
    return token ? nanosOf(token->balance) : 0;
}

} // namespace

void World::judge()
{
    const auto &rows = m_place.journal.rows();
    m_outcomes.clear();
    for (const ChangeRecord &row : rows) {
        ++m_outcomes[row.outcome];
        judgeRow(row);
    }
    judgeBalances(rows);
    judgePersons(rows);
    judgeApart(rows);
}

//! Where nothing fails, nobody is in the other customer's way. Of several changes one may be sent
//! back to its read too often.
void World::judgeApart(const QList<ChangeRecord> &rows)
{
    const Beginning &past = m_scenario.beginning;
    const bool isPlain = m_faults == 0 && past.fault == Fault::None && past.then.isEmpty();
    const auto changesAccount = [](const Act &act) { return act.what == Act::What::OtherAccount; };
    const auto &acts = m_scenario.acts;
    if (!m_place.apart || !isPlain || m_spends > 0 || acts[0].size() + acts[1].size() > 2
        || std::any_of(acts[0].begin(), acts[0].end(), changesAccount)
        || std::any_of(acts[1].begin(), acts[1].end(), changesAccount)) {
        return;
    }
    for (size_t index = 0; index < m_place.persons.size(); ++index) {
        const Person &person = m_place.persons.at(index);
        for (int number = 1; number <= person.submits; ++number) {
            const QString submit = u"submit-%1.%2"_s.arg(index).arg(number);
            const bool isThere =
                std::any_of(rows.begin(), rows.end(), [&submit](const ChangeRecord &row) {
                    return row.submit == submit && isInForce(row.outcome);
                });
            if (!isThere) {
                fail(submit + u" was stopped, though nothing was in its way"_s);
            }
        }
    }
}

void World::judgeRow(const ChangeRecord &row)
{
    const Arrival arrival = m_place.network.arrival(row.submit);
    const bool cameThere = arrival.count > 0;
    const QString name = u"%1 is %2"_s.arg(row.submit, outcomeWord(row.outcome));
    const bool saysNever = row.outcome == Outcome::Intended || row.settledHow == settledhow::NotSent
        || row.settledHow == settledhow::Recovered;
    if (arrival.count > 1) {
        fail(u"%1, and came %2 times"_s.arg(name).arg(arrival.count));
    } else if (isInForce(row.outcome) && !arrival.applied) {
        fail(name + u", but was not applied"_s);
    } else if ((row.outcome == Outcome::NotApplied || row.outcome == Outcome::Rejected)
               && arrival.applied) {
        fail(name + u", but was applied"_s);
    } else if (saysNever && cameThere) {
        fail(u"%1 (%2), but came"_s.arg(name, row.settledHow));
    } else if (isUndecided(row.outcome) && m_faults == 0
               && m_scenario.beginning.fault == Fault::None
               && m_scenario.beginning.then.isEmpty()) {
        fail(name + u", though nothing failed"_s);
    }
}

//! The balance is what the changes that are in force explain. What was sent beside another one, or
//! is not decided, explains nothing: what it did is taken from the service.
void World::judgeBalances(const QList<ChangeRecord> &rows)
{
    std::array<qint64, SteppedNetwork::Tokens> explained{};
    for (size_t token = 0; token < SteppedNetwork::Tokens; ++token) {
        explained.at(token) = Start - m_place.network.spent(token);
    }
    for (const ChangeRecord &row : rows) {
        const Arrival arrival = m_place.network.arrival(row.submit);
        const bool explains = isInForce(row.outcome) && !m_place.contested.contains(row.submit);
        qint64 &balance = explained.at(arrival.token);
        if (explains && row.outcome == Outcome::AppliedDifferently) {
            balance += nanosOf(row.after) - nanosOf(row.before.balance);
        } else if (explains && !arrival.isLie) {
            balance += nanosOf(row.expected.balance) - nanosOf(row.before.balance);
        } else {
            balance += arrival.difference;
        }
    }
    for (size_t token = 0; token < SteppedNetwork::Tokens; ++token) {
        if (explained.at(token) != m_place.network.balance(token)) {
            fail(u"the service holds %1, the journal explains %2"_s
                     .arg(m_place.network.balance(token))
                     .arg(explained.at(token)));
        }
    }
}

void World::judgePersons(const QList<ChangeRecord> &rows)
{
    QHash<QString, Outcome> written;
    QHash<qint64, int> undone;
    for (const ChangeRecord &row : rows) {
        written.insert(row.submit, row.outcome);
        if (row.undoes && isInForce(row.outcome) && ++undone[*row.undoes] > 1) {
            fail(u"change %1 is undone twice"_s.arg(*row.undoes));
        }
    }
    const auto &arrivals = m_place.network.arrivals();
    for (auto one = arrivals.begin(); one != arrivals.end(); ++one) {
        if (!written.contains(one.key())) {
            fail(one.key() + u" came, and is not in the journal"_s);
        }
    }
    for (size_t index = 0; index < 2; ++index) {
        const Person &person = m_place.persons.at(index);
        for (auto one = person.told.begin(); one != person.told.end(); ++one) {
            judgeTold(one.key(), one.value(), written.value(one.key()));
        }
        for (const QString &submit : person.offered) {
            if (m_place.network.arrival(submit).applied) {
                fail(submit + u" was offered again, and was applied"_s);
            }
        }
        if (m_runs.at(index)->openSubmits() != 0) {
            fail(u"a submit of run %1 ended %2 times"_s.arg(index).arg(
                1 - m_runs.at(index)->openSubmits()));
        }
    }
}

void World::judgeTold(const QString &submit, Outcome told, Outcome written)
{
    const bool applied = m_place.network.arrival(submit).applied;
    const QString name = u"%1 was told to be %2"_s.arg(submit, outcomeWord(told));
    if (isInForce(told) && !applied) {
        fail(name + u", and was not applied"_s);
    } else if ((told == Outcome::NotApplied || told == Outcome::Rejected) && applied) {
        fail(name + u", and was applied"_s);
    }
    // It may have been closed by hand while it was being found out.
    const bool isClosed = written == Outcome::Abandoned && m_place.closedByHand.contains(submit);
    if (!isUndecided(told) && written != told && !isClosed) {
        fail(u"%1, and is %2"_s.arg(name, outcomeWord(written)));
    }
}

} // namespace purser::test
