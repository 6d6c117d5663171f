// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's troubles, and its outcomes as words.
#include "wording/tr.h"
#include "wording/wording.h"

#include <optional>

namespace purser::wording {

namespace {

//! While it is only looked at.
std::optional<Notice> unreadable(const JournalProblem &problem)
{
    switch (problem.kind) {
    case JournalProblem::Kind::DiskFull:
        return Notice{Wording::tr("The journal can't be read: the disk is full."),
                      {},
                      Wording::tr("Make room, then try again.")};
    case JournalProblem::Kind::ReadOnly:
        return Notice{Wording::tr("The journal can't be read: its file or folder can't be opened."),
                      {},
                      Wording::tr("Give yourself the right to it, then try again.")};
    case JournalProblem::Kind::Locked:
        return Notice{Wording::tr("The journal can't be read now: another program holds it "
                                  "locked."),
                      {},
                      Wording::tr("Close that program or wait for it, then try again.")};
    case JournalProblem::Kind::Damaged:
        return Notice{Wording::tr("The journal is damaged and can't be read."),
                      {},
                      Wording::tr("The next change sets it aside, and begins a new one.")};
    case JournalProblem::Kind::Failed:
        return Notice{Wording::tr("The journal can't be read."), {}, Wording::tr("Try again.")};
    default:
        return std::nullopt;
    }
}

} // namespace

Notice journal(const JournalProblem &problem, Step step)
{
    if (step == Step::History) {
        if (const auto notice = unreadable(problem)) {
            return *notice;
        }
    }
    if (step == Step::Settle && problem.kind == JournalProblem::Kind::ReadOnly) {
        return {Wording::tr("The journal can't be used: its file or folder can't be opened for "
                            "reading and writing."),
                {},
                Wording::tr("Give yourself the right to both, then try again.")};
    }
    if (step == Step::Settle && problem.kind == JournalProblem::Kind::Locked) {
        return {Wording::tr("The journal can't be used now: another program holds it locked."),
                {},
                Wording::tr("Close that program or wait for it, then try again.")};
    }
    switch (problem.kind) {
    case JournalProblem::Kind::DiskFull:
        return {Wording::tr("The journal can't be written: the disk is full."),
                {},
                Wording::tr("Make room, then try again.")};
    case JournalProblem::Kind::ReadOnly:
        return {Wording::tr("The journal can't be written: its file or folder is read-only."),
                {},
                Wording::tr("Give yourself the right to write there, then try again.")};
    case JournalProblem::Kind::Locked:
        return {Wording::tr("The journal can't be written: another program holds it locked."),
                {},
                Wording::tr("Close that program or wait for it, then try again.")};
    case JournalProblem::Kind::Damaged:
        return {Wording::tr("The journal is damaged, and it could not be set aside."),
                {},
                Wording::tr("Move the file away yourself, then try again.")};
    case JournalProblem::Kind::TooNew:
        return {Wording::tr("The journal was written by a newer Purser, which this one can't "
                            "read. It was left as it is."),
                {},
                Wording::tr("Use the newer Purser.")};
    case JournalProblem::Kind::Undecided:
        return {Wording::tr("Another change of this token is still undecided."), {}, {}};
    case JournalProblem::Kind::OlderRunning:
        return {Wording::tr("The journal is of an older form, and an older Purser that uses it is "
                            "still running."),
                {},
                Wording::tr("Close the older Purser, then try again.")};
    case JournalProblem::Kind::Stale:
        return {Wording::tr("Another window or program of Purser changed this token meanwhile."),
                {},
                Wording::tr("Try again.")};
    case JournalProblem::Kind::NoUndoUnwritten:
        return {Wording::tr("A change is not undone while the journal is off: nothing would know "
                            "that it was, and it could be taken back twice."),
                {},
                Wording::tr("Make the journal writable, then try again.")};
    case JournalProblem::Kind::OtherCustomer:
        return {Wording::tr("That change was made to a token of another customer of the service, "
                            "or at another service URL."),
                {},
                Wording::tr("Sign in as the one that it was made by.")};
    case JournalProblem::Kind::AlreadyUndone:
        return {Wording::tr("This change has been undone already, by another window or program of "
                            "Purser."),
                {},
                Wording::tr("Load the token again to see its values.")};
    case JournalProblem::Kind::NoSuchChange:
        return {Wording::tr("The journal has no such change."), {}, {}};
    case JournalProblem::Kind::Failed:
        return {Wording::tr("The journal can't be used."), {}, Wording::tr("Try again.")};
    }
    return {};
}

QString outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Intended:
        return Wording::tr("About to be sent");
    case Outcome::Sent:
        return Wording::tr("Sent");
    case Outcome::Applied:
        return Wording::tr("Applied");
    case Outcome::AppliedDifferently:
        return Wording::tr("Applied differently");
    case Outcome::AppliedUnconfirmed:
        return Wording::tr("Applied, not confirmed");
    case Outcome::NotApplied:
        return Wording::tr("Not applied");
    case Outcome::Rejected:
        return Wording::tr("Rejected");
    case Outcome::Unknown:
        return Wording::tr("Unknown");
    case Outcome::Abandoned:
        return Wording::tr("Abandoned");
    }
    return {};
}

QString undoNotes(const QList<UndoNote> &notes)
{
    QStringList sentences;
    for (const UndoNote &note : notes) {
        const QString name = field(note.field);
        switch (note.obstacle) {
        case UndoObstacle::NoneBefore:
            sentences.append(Wording::tr("%1 is not taken back: there was none before, and it "
                                         "can't be removed once a token has one.")
                                 .arg(name));
            break;
        case UndoObstacle::NotStatedBefore:
            sentences.append(
                Wording::tr("%1 is not taken back: what it was before is not known.").arg(name));
            break;
        case UndoObstacle::ResetSince:
            sentences.append(
                Wording::tr("%1 is not taken back: a reset has set it anew since.").arg(name));
            break;
        case UndoObstacle::LeavesInterval:
            sentences.append(Wording::tr("%1 is not taken back: the result would not lie between "
                                         "-100000 and 100000.")
                                 .arg(name));
            break;
        case UndoObstacle::NoBalanceNow:
            sentences.append(
                Wording::tr("%1 is not taken back: the service states none now.").arg(name));
            break;
        case UndoObstacle::ChangedSince:
            sentences.append(
                Wording::tr("%1 is not taken back: it has been changed since.").arg(name));
            break;
        }
    }
    return sentences.join(u' ');
}

} // namespace purser::wording
