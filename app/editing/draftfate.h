// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace purser {

//! What a draft says of its own submit, which it names before anything of it leaves.
struct DraftSubmit {
    QString name; //!< ChangeRecord::submit; empty: it was not submitted
    JournalMark journal; //!< where its row was to be written, before it was; empty: not known
    bool unwritten = false; //!< it was submitted while the journal was off
    bool written = false; //!< its row was written
    bool mayBeSent = false; //!< nothing could be found out about an earlier submit of the same edit
    //! Of an edit that was changed since: the fields that are still as they were submitted. Empty:
    //! it is that very edit.
    QList<Field> fields = {};

    friend bool operator==(const DraftSubmit &, const DraftSubmit &) = default;
};

void write(QJsonObject &draft, const DraftSubmit &submit);
//! One of Purser 0.1.0 names no submit, but tells whether there was one: then it may be sent.
DraftSubmit draftSubmitFrom(const QJsonObject &draft);

//! What became of an edit that a run which is gone has left behind.
struct DraftFate {
    enum class Kind {
        NeverSubmitted,
        NotSent, //!< submitted, but no byte of it left
        Undecided, //!< see record
        Refused, //!< sent, and it had no effect: see record
        InForce, //!< see record: there is nothing left to send
        CannotTell, //!< it may have been sent, and applied: to send it is to risk sending it twice
    };
    Kind kind = Kind::CannotTell;
    std::optional<ChangeRecord> record; //!< the row of its submit, if there is one
};

//! record: what the journal has under the submit's name. now: the journal's mark, asked for in the
//! same breath. That row alone decides: other changes of the token are other people's.
DraftFate fateOf(const DraftSubmit &submit,
                 const Expected<std::optional<ChangeRecord>, JournalProblem> &record,
                 const Expected<JournalMark, JournalProblem> &now);

} // namespace purser
