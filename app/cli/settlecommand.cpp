// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/settlecommand.h"

#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/tr.h"
#include "wording/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

//! Without a JWT, or with one that is not accepted or another customer's, another look sees no
//! more.
bool isHopeless(const Failure &failure)
{
    const ExitCode code = exitCodeOf(failure);
    return std::holds_alternative<OtherCustomer>(failure) || code == ExitCode::SignIn
        || code == ExitCode::Keychain;
}

//! Whether waiting for more is of no use.
bool isAsGoodAsItGets(const Settler::Status &status)
{
    if (status.state == Settler::State::Reading) {
        return false;
    }
    return status.state == Settler::State::GaveUp
        || (status.failure && isHopeless(*status.failure));
}

} // namespace

SettleCommand::SettleCommand(const Parts &parts)
    : Command(parts), m_settler(parts.credentials, parts.accounts, parts.log, parts.clock)
{
    connect(&m_settler, &Settler::settled, this, &SettleCommand::onSettled);
    connect(&m_settler, &Settler::changed, this, &SettleCommand::onChanged);
    connect(&m_settler, &Settler::readsByPatchLearned, this,
            [this](const QString &name) { accounts().rememberReadsByPatch(name); });
    connect(&log(), &ChangeLog::writeFailed, this, [this](const JournalProblem &problem) {
        printer().complain(unwrittenSentence(problem));
    });
}

void SettleCommand::start()
{
    takeOver({}, [this](const Recovery &recovery) { lookElsewhere(recovery); });
}

void SettleCommand::lookElsewhere(const Recovery &recovery)
{
    log().journal().ask(
        this,
        [account = line().account](Journal &journal) {
            qsizetype count = 0;
            for (const Outcome outcome : AllOutcomes) {
                if (isUndecided(outcome)) {
                    JournalFilter filter;
                    filter.account = account;
                    filter.outcome = outcome;
                    const auto ids = journal.ids(filter);
                    count += ids ? ids->size() : 0;
                }
            }
            return count;
        },
        [this, recovery](qsizetype undecided) {
            const auto ours =
                std::count_if(recovery.undecided.begin(), recovery.undecided.end(),
                              [this](const ChangeRecord &record) { return counts(record); });
            if (undecided > ours) {
                printer().say(Cli::tr("%n change(s) belong to a Purser that is running: it finds "
                                      "out about them itself.",
                                      nullptr, static_cast<int>(undecided - ours)));
            }
            begin(recovery);
        });
}

bool SettleCommand::counts(const ChangeRecord &record) const
{
    if (line().account.isEmpty()) {
        return true;
    }
    const auto asked = accounts().account(line().account);
    return asked && idOf(*asked) == record.key.accountId;
}

void SettleCommand::begin(const Recovery &recovery)
{
    for (const ChangeRecord &record : recovery.abandoned) {
        if (counts(record)) {
            Change change;
            change.record = record;
            note(change, Cli::tr("It was never sent."));
        }
    }
    m_waiting = changesFrom(recovery.undecided, clock().moment());
    m_waiting.removeIf([this](const Change &change) { return !counts(change.record); });
    m_total = m_done.size() + m_waiting.size();
    m_begun = true;
    if (m_total == 0) {
        printer().say(Cli::tr("Nothing to settle."));
    }
    if (!m_waiting.isEmpty()) {
        printer().say(Cli::tr("Reading to find out about %n change(s); this takes up to 5 minutes "
                              "for each token.",
                              nullptr, static_cast<int>(m_waiting.size())));
    }
    takeNext();
    endIfDone();
}

//! The settler knows one change of a token at a time.
void SettleCommand::takeNext()
{
    if (m_cancelled) {
        return;
    }
    const QList<Change> waiting = m_waiting;
    for (const Change &change : waiting) {
        const TokenKey key = change.record.key;
        if (m_settler.status(key)) {
            continue;
        }
        m_waiting.removeIf(
            [&change](const Change &other) { return other.record.id == change.record.id; });
        m_settler.take(change);
        m_settler.checkNow(key);
    }
}

void SettleCommand::onChanged(const TokenKey &key)
{
    const Settler::Status *status = m_settler.status(key);
    if (status && isAsGoodAsItGets(*status)) {
        // From the event loop: the settler is in the middle of it.
        QMetaObject::invokeMethod(
            this, [this, key] { giveUp(key); }, Qt::QueuedConnection);
    }
}

void SettleCommand::giveUp(const TokenKey &key)
{
    const Settler::Status *status = m_settler.status(key);
    if (m_ended || !status || !isAsGoodAsItGets(*status)) {
        return;
    }
    note(status->change, notFoundOutSentence(*status));
    m_settler.forget(key);
    takeNext();
    endIfDone();
}

void SettleCommand::onSettled(const Change &change)
{
    note(change);
    takeNext();
    endIfDone();
}

void SettleCommand::note(const Change &change, const QString &remark)
{
    m_done.append(change);
    const ChangeRecord &record = change.record;
    QString text =
        printable(Cli::tr("Change %1, token \u201c%2\u201d, account \u201c%3\u201d: %4.")
                      .arg(record.id)
                      .arg(record.key.token, record.key.account, wording::outcome(record.outcome)));
    if (!remark.isEmpty()) {
        text += u' ' + remark;
    }
    printer().say(text);
}

void SettleCommand::endIfDone()
{
    const qsizetype open = m_waiting.size() + m_settler.all().size();
    // What is just being written down is in neither: it is waited for.
    if ((open == 0 || m_cancelled) && open + m_done.size() == m_total) {
        end();
    }
}

void SettleCommand::cancel()
{
    m_cancelled = true;
    if (m_begun) {
        endIfDone();
    }
}

void SettleCommand::end()
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    const auto statuses = m_settler.all();
    for (const Settler::Status &status : statuses) {
        note(status.change, notFoundOutSentence(status));
    }
    for (const Change &change : std::as_const(m_waiting)) {
        note(change);
    }
    ExitCode code = ExitCode::Done;
    Report report;
    report.outcome = u"nothing_to_do"_s;
    QJsonArray array;
    for (const Change &change : std::as_const(m_done)) {
        const ExitCode one = exitCodeOf(change);
        if (array.isEmpty() || worse(code, one) != code) {
            report.outcome = outcomeWord(change.record.outcome);
        }
        code = worse(code, one);
        array.append(toJson(change.record));
    }
    report.others.insert("changes"_L1, array);
    finish(report, code);
}

} // namespace purser::cli
