// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands/commands.h"
#include "cli/options.h"
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

//! Finds out what became of the changes that runs which are gone left undecided.
class SettleCommand final : public Command {
public:
    explicit SettleCommand(const Parts &parts);

    void start() override;
    //! Ends with what is known.
    void cancel() override;

protected:
    [[nodiscard]] Step journalStep() const override { return Step::Settle; }

private:
    //! Whether it is of the account that is asked for.
    [[nodiscard]] bool counts(const ChangeRecord &record) const;
    //! Says how many are another running Purser's to find out about.
    void lookElsewhere(const Recovery &recovery);
    void begin(const Recovery &recovery);
    //! Closes one by hand, without finding out.
    void abandon(const Recovery &recovery);
    //! Why there is nothing to be closed.
    void failToAbandon();
    void onChanged(const TokenKey &key);
    void giveUp(const TokenKey &key);
    void onFoundOut(const Change &change);
    //! What became of it, for good or as far as this call goes.
    void note(const Change &change, const QString &remark = {});
    void endIfDone();
    void end();

    ChangeDesk m_desk;
    QList<Change> m_done;
    qsizetype m_total = 0; //!< waiting, being settled, being written down, and done
    bool m_begun = false;
    bool m_cancelled = false;
    bool m_ended = false;
};

SettleCommand::SettleCommand(const Parts &parts)
    : Command(parts), m_desk(parts.services, parts.accounts, parts.log, parts.clock, parts.isGone(),
                             ChangeDesk::Settling::WhenAsked)
{
    connect(&m_desk, &ChangeDesk::foundOut, this, &SettleCommand::onFoundOut);
    connect(&m_desk, &ChangeDesk::settlingChanged, this, &SettleCommand::onChanged);
    connect(&log(), &ChangeLog::writeFailed, this, [this](const JournalProblem &problem) {
        printer().complain(unwrittenSentence(problem));
    });
}

void SettleCommand::start()
{
    takeOver(m_desk, {}, [this](const Recovery &recovery) {
        if (line().changeId == 0) {
            lookElsewhere(recovery);
        } else {
            abandon(recovery);
        }
    });
}

void SettleCommand::abandon(const Recovery &recovery)
{
    const auto found =
        std::find_if(recovery.undecided.begin(), recovery.undecided.end(),
                     [this](const ChangeRecord &record) { return record.id == line().changeId; });
    if (found == recovery.undecided.end()) {
        failToAbandon();
        return;
    }
    if (!counts(*found)) {
        Report report;
        report.outcome = u"not_sent"_s;
        fail(report,
             {u"other_account"_s,
              printable(Cli::tr("Change %1 was made for the account \u201c%2\u201d, which is not "
                                "the one that is asked for.")
                            .arg(found->id)
                            .arg(found->key.account)),
              0,
              {}},
             ExitCode::Usage);
        return;
    }
    m_total = 1;
    m_begun = true;
    m_desk.abandon(*found, this, [this](const Change &change, const auto &problem) {
        if (problem) {
            failForJournal({}, *problem);
            return;
        }
        note(change,
             Cli::tr("It may have been applied all the same: look at the token before you "
                     "change it again."));
        Report report;
        report.outcome = outcomeWord(Outcome::Abandoned);
        report.others.insert("changes"_L1, QJsonArray{toJson(change.record)});
        m_ended = true;
        finish(report, ExitCode::Done);
    });
}

void SettleCommand::failToAbandon()
{
    log().journal().ask(
        this, [id = line().changeId](Journal &journal) { return journal.change(id); },
        [this](const Expected<std::optional<ChangeRecord>, JournalProblem> &row) {
            if (!row || !*row) {
                failForJournal(
                    {}, row ? JournalProblem{JournalProblem::Kind::NoSuchChange, {}} : row.error());
                return;
            }
            const Outcome outcome = (*row)->outcome;
            const bool isElsewhere = isUndecided(outcome);
            Report report;
            report.outcome = isElsewhere ? u"stopped"_s : u"nothing_to_do"_s;
            const QString sentence = isElsewhere
                ? Cli::tr("Change %1 belongs to a Purser that is running: close it there, or end "
                          "that first.")
                      .arg(line().changeId)
                : Cli::tr("Change %1 is not undecided: %2.")
                      .arg(QString::number(line().changeId), wording::outcome(outcome));
            if (isElsewhere) {
                fail(report, {u"undecided"_s, sentence, 0, {}}, ExitCode::Stopped);
                return;
            }
            printer().say(sentence);
            finish(report, ExitCode::Done);
        });
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
    auto undecided = changesFrom(recovery.undecided, clock().moment());
    undecided.removeIf([this](const Change &change) { return !counts(change.record); });
    m_total = m_done.size() + undecided.size();
    m_begun = true;
    if (m_total == 0) {
        printer().say(Cli::tr("Nothing to settle."));
    }
    if (!undecided.isEmpty()) {
        printer().say(Cli::tr("Reading to find out about %n change(s); this takes up to 5 minutes "
                              "for each token.",
                              nullptr, static_cast<int>(undecided.size())));
    }
    m_desk.settle(undecided);
    endIfDone();
}

void SettleCommand::onChanged(const TokenKey &key)
{
    const Settler::Status *status = m_desk.settling(key);
    if (status && isAsGoodAsItGets(*status)) {
        // From the event loop: the settler is in the middle of it.
        QMetaObject::invokeMethod(
            this, [this, key] { giveUp(key); }, Qt::QueuedConnection);
    }
}

void SettleCommand::giveUp(const TokenKey &key)
{
    const Settler::Status *status = m_desk.settling(key);
    if (m_ended || !status || !isAsGoodAsItGets(*status)) {
        return;
    }
    note(status->change,
         notFoundOutSentence(*status) + u' '
             + Cli::tr("Once you know from elsewhere what became of it, purser-cli settle "
                       "--abandon %1 closes it.")
                   .arg(status->change.record.id));
    m_desk.letGo(key);
    endIfDone();
}

void SettleCommand::onFoundOut(const Change &change)
{
    note(change);
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
    const qsizetype open = m_desk.waiting().size() + m_desk.settling().size();
    // What is just being written down is in neither: it is waited for.
    if ((open == 0 || m_cancelled) && open + m_done.size() == m_total) {
        end();
    }
}

void SettleCommand::cancel()
{
    m_cancelled = true;
    m_desk.settleNoMore();
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
    const auto statuses = m_desk.settling();
    for (const Settler::Status &status : statuses) {
        note(status.change, notFoundOutSentence(status));
    }
    for (const Change &change : m_desk.waiting()) {
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

QString settleHelp()
{
    return Cli::tr(
        "Usage: purser-cli settle [--account NAME] [--abandon ID]\n"
        "Finds out what became of the changes whose outcome is unknown, by reading their tokens:\n"
        "at once, and then again for up to 5 minutes. A change that was sent less than 30\n"
        "seconds ago may need that. Changes of a Purser that is still running are left to it.\n"
        "Ends with the worst of: 0 applied, 1 not applied, 8 applied differently, 4 still\n"
        "unknown. With --json the changes are in \"changes\".\n"
        "\n"
        "  --abandon ID    closes that change without finding out, as abandoned: others of its\n"
        "                  token are sent again then. It may have been applied all the same\n"
        "\n"
        "Examples:\n"
        "  purser-cli set marketing-chatbot --add 20 || purser-cli settle\n"
        "  purser-cli settle --abandon 12\n");
}

QString settleSummary()
{
    return Cli::tr("find out what became of undecided changes");
}

} // namespace

const CommandSpec settleSpec{
    .name = "settle"_L1,
    .summary = &settleSummary,
    .help = &settleHelp,
    .options = {{"abandon"_L1, true,
                 [](const QString &text, CommandLine &line) {
                     return take(changeIdFrom(text), line.changeId);
                 }}},
    .writesJournal = &always,
    .make = &makeCommand<SettleCommand>,
};

} // namespace purser::cli
