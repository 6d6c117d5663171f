// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/changelog.h"

#include <algorithm>

namespace purser {

namespace {

using namespace std::chrono_literals;
using MaybeProblem = std::optional<JournalProblem>;

constexpr std::chrono::seconds LongestWriteWait{30};
constexpr qsizetype BalancesAtOnce = 500;

//! A row that is not there any more can't be written, now or later.
bool isFinal(const MaybeProblem &problem)
{
    return !problem || problem->kind == JournalProblem::Kind::NoSuchChange;
}

} // namespace

ChangeLog::ChangeLog(JournalQueue &journal, QString run, Clock &clock, QObject *parent)
    : QObject(parent), m_journal(journal), m_run(std::move(run)), m_clock(clock)
{
}

void ChangeLog::end(qint64 id, const ChangeEnd &end, QObject *context,
                    std::function<void(const MaybeProblem &)> done)
{
    if (id == 0) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(std::nullopt); }, Qt::QueuedConnection);
        return;
    }
    m_journal.ask(
        this, [id, end](Journal &journal) { return journal.end(id, end); },
        [this, id, end, context = QPointer<QObject>(context),
         done = std::move(done)](const MaybeProblem &problem) {
            if (problem) {
                Q_EMIT writeFailed(*problem);
            }
            if (!isFinal(problem)) {
                ++m_unwritten;
                tryAgain(id, end, 1s);
            }
            if (context) {
                done(problem);
            }
        });
}

void ChangeLog::tryAgain(qint64 id, const ChangeEnd &end, std::chrono::seconds wait)
{
    m_clock.after(wait, this, [this, id, end, wait] {
        m_journal.ask(
            this, [id, end](Journal &journal) { return journal.end(id, end); },
            [this, id, end, wait](const MaybeProblem &problem) {
                if (!isFinal(problem)) {
                    tryAgain(id, end, std::min(wait * 2, LongestWriteWait));
                    return;
                }
                if (--m_unwritten == 0) {
                    Q_EMIT caughtUp();
                }
            });
    });
}

void ChangeLog::turnOff()
{
    m_off = true;
    Q_EMIT turnedOff();
}

void ChangeLog::rememberBalances(const TokenKey &account, const QList<Token> &tokens)
{
    if (m_off || tokens.isEmpty()) {
        return;
    }
    keepBalances(account, std::make_shared<const QList<Token>>(tokens), 0);
}

//! Bit by bit: a change that is to be written, here or by another run, must not wait for long.
void ChangeLog::keepBalances(const TokenKey &account,
                             const std::shared_ptr<const QList<Token>> &tokens, qsizetype from)
{
    if (from >= tokens->size()) {
        return;
    }
    m_journal.ask(
        this,
        [account, tokens, from, now = m_clock.now()](Journal &journal) {
            return journal.rememberBalances(account, tokens->mid(from, BalancesAtOnce), now);
        },
        [this, account, tokens, from](const MaybeProblem &problem) {
            if (!problem) { // a balance that is not kept harms nobody
                keepBalances(account, tokens, from + BalancesAtOnce);
            }
        },
        JournalQueue::About::Balances);
}

} // namespace purser
