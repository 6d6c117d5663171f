// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/changecommand.h"
#include "cli/commands/commands.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/printable.h"
#include "cli/tokentext.h"
#include "cli/tr.h"
#include "editing/undoplan.h"
#include "editing/workplace.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

using MaybeRecord = std::optional<ChangeRecord>;
using Found = Expected<MaybeRecord, JournalProblem>;

struct Looked {
    Found change;
    Found undo;
    QString setAside;
};

//! Takes back a change of the journal.
class UndoCommand final : public ChangeCommand {
public:
    using ChangeCommand::ChangeCommand;

    void start() override;

protected:
    std::optional<ChangeRequest> requestFor(const Token &token) override;
    [[nodiscard]] Report newReport(const QString &outcome) const override;
    //! Looked up first, and a dry run does no more: that only reads.
    [[nodiscard]] Step journalStep() const override
    {
        return m_isFound && !line().dryRun ? Step::Undo : Step::History;
    }

private:
    void onFound(const ChangeRecord &record, const std::optional<ChangeRecord> &undo);
    //! The account of the change, if it is still the one that it was made for.
    [[nodiscard]] std::optional<Account> accountOf(const ChangeRecord &record) const;

    ChangeRecord m_record;
    bool m_isFound = false;
    QString m_notes; //!< what is not taken back
};

void UndoCommand::start()
{
    log().journal().ask(
        this,
        [id = line().changeId](Journal &journal) {
            auto change = journal.change(id);
            auto undo = change ? journal.undoOf(id) : change;
            return Looked{std::move(change), std::move(undo), journal.setAsidePath()};
        },
        [this](const Looked &looked) {
            tellOfSetAside(looked.setAside);
            if (!looked.undo) {
                failForJournal(newReport({}), looked.undo.error());
            } else if (!looked.change->has_value()) {
                refuse(u"no_such_change"_s,
                       Cli::tr("The journal has no change %1: purser-cli history lists those that "
                               "it has.")
                           .arg(line().changeId));
            } else {
                onFound(**looked.change, *looked.undo);
            }
        });
}

std::optional<Account> UndoCommand::accountOf(const ChangeRecord &record) const
{
    const auto found = accountOfRow(accounts(), record);
    const bool isAskedFor = line().account.isEmpty() || (found && line().account == found->name);
    return isAskedFor ? found : std::nullopt;
}

void UndoCommand::onFound(const ChangeRecord &record, const std::optional<ChangeRecord> &undo)
{
    m_record = record;
    m_isFound = true;
    setTokenName(record.key.token);
    const auto account = accountOf(record);
    if (!account) {
        refuse(u"other_account"_s,
               printable(Cli::tr("The change %1 was made for the account \u201c%2\u201d at %3, "
                                 "which is not the one that is asked for, or is not known here "
                                 "with that service URL.")
                             .arg(record.id)
                             .arg(record.key.account, record.key.serviceUrl)));
        return;
    }
    if (mayBeOtherCustomer(record, *account)) {
        refuse(u"other_customer"_s,
               printable(Cli::tr("The change %1 was made for a customer of the service that the "
                                 "account \u201c%2\u201d has no JWT of now, so it is not "
                                 "undone. Sign in as that customer; if it is the same one, say so: "
                                 "purser-cli login --same-customer.")
                             .arg(record.id)
                             .arg(account->name)));
        return;
    }
    if (isUndecided(record.outcome)) {
        failUndecided(record, *account);
        return;
    }
    if (!isInForce(record.outcome)) {
        refuse(u"not_in_force"_s,
               Cli::tr("The change %1 is not in force, so there is nothing to undo. Its outcome: "
                       "%2.")
                   .arg(record.id)
                   .arg(wording::outcome(record.outcome)));
        return;
    }
    if (undo && isUndecided(undo->outcome)) {
        failUndecided(*undo, *account);
        return;
    }
    if (undo) {
        refuse(u"already_undone"_s,
               Cli::tr("The change %1 is undone already, by the change %2.")
                   .arg(record.id)
                   .arg(undo->id));
        return;
    }
    if (hasReasonFor(*account)) {
        change(*account, record.key.token);
    }
}

std::optional<ChangeRequest> UndoCommand::requestFor(const Token &token)
{
    const UndoPlan plan = planUndo(m_record, token, clock().now());
    m_notes = wording::undoNotes(plan.notes);
    if (!m_notes.isEmpty()) {
        printer().say(m_notes);
    }
    if (!plan.request.isEmpty()) {
        ChangeRequest request = plan.request;
        request.reason = line().request.reason;
        return request;
    }
    if (m_notes.isEmpty()) {
        printer().say(Cli::tr("The token already is as it was before: nothing was sent."));
    } else {
        printer().say(Cli::tr("Nothing was sent."));
    }
    Report report = newReport(u"nothing_to_do"_s);
    report.before = token;
    report.after = token;
    finish(report, ExitCode::Done);
    return std::nullopt;
}

Report UndoCommand::newReport(const QString &outcome) const
{
    Report report = ChangeCommand::newReport(outcome);
    report.others.insert("undoes"_L1, line().changeId);
    report.others.insert("notes"_L1,
                         m_notes.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(m_notes));
    return report;
}

QString undoHelp()
{
    return Cli::tr(
               "Usage: purser-cli undo ID [--reason TEXT] [--dry-run] [--yes] [--apart NAME]\n"
               "Takes back a change that was applied; ID is the one that history shows. The\n"
               "balance goes back by what the change added or deducted, so that what was spent\n"
               "meanwhile stays spent; every other field only if it still holds what the change\n"
               "set. What is not taken back is said, and why.\n"
               "\n")
        + changingOptionsHelp()
        + Cli::tr("\n"
                  "Examples:\n"
                  "  purser-cli undo 12 --dry-run\n"
                  "  purser-cli undo 12 --reason 'Wrong token'\n");
}

QString undoSummary()
{
    return Cli::tr("take a change back");
}

} // namespace

const CommandSpec undoSpec{
    .name = "undo"_L1,
    .argument = &idArgument,
    .summary = &undoSummary,
    .help = &undoHelp,
    .options = {option::reason(), option::dryRun(), option::yes(), option::apart()},
    .readWords = &readChangeId,
    .writesJournal = &writesChange,
    .onlyReads = &isDryRun,
    .make = &makeCommand<UndoCommand>,
};

} // namespace purser::cli
