// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/draftfate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto SubmitKey = "submit"_L1;
constexpr auto JournalKey = "journal"_L1;
constexpr auto SeqKey = "seq"_L1;
constexpr auto UnwrittenKey = "unwritten"_L1;
constexpr auto WrittenKey = "written"_L1;
constexpr auto MayBeSentKey = "may_be_sent"_L1;
constexpr auto FieldsKey = "submit_fields"_L1;
constexpr auto FirstSubmittedKey = "submitted_at"_L1; // of Purser 0.1.0

DraftFate::Kind kindOf(const ChangeRecord &record)
{
    using Kind = DraftFate::Kind;
    if (isUndecided(record.outcome)) {
        return Kind::Undecided;
    }
    if (isInForce(record.outcome)) {
        return Kind::InForce;
    }
    if (record.settledHow == settledhow::NotSent || record.settledHow == settledhow::Recovered) {
        return Kind::NotSent;
    }
    // Closed by hand: whether it was applied was never found out.
    return record.outcome == Outcome::Abandoned ? Kind::CannotTell : Kind::Refused;
}

} // namespace

void write(QJsonObject &draft, const DraftSubmit &submit)
{
    if (submit.mayBeSent) {
        draft.insert(MayBeSentKey, true);
    }
    if (submit.name.isEmpty()) {
        return;
    }
    draft.insert(SubmitKey, submit.name);
    draft.insert(JournalKey, submit.journal.journal);
    draft.insert(SeqKey, submit.journal.seq);
    draft.insert(UnwrittenKey, submit.unwritten);
    draft.insert(WrittenKey, submit.written);
    QJsonArray fields;
    for (const Field field : submit.fields) {
        fields.append(namesOf(field).draft);
    }
    if (!fields.isEmpty()) {
        draft.insert(FieldsKey, fields);
    }
}

DraftSubmit draftSubmitFrom(const QJsonObject &draft)
{
    DraftSubmit submit;
    submit.name = draft.value(SubmitKey).toString();
    submit.journal = {draft.value(JournalKey).toString(), draft.value(SeqKey).toInteger()};
    submit.unwritten = draft.value(UnwrittenKey).toBool();
    submit.written = draft.value(WrittenKey).toBool();
    submit.mayBeSent = draft.value(MayBeSentKey).toBool() || draft.contains(FirstSubmittedKey);
    const QJsonArray fields = draft.value(FieldsKey).toArray();
    for (const Field field : AllFields) {
        if (fields.contains(namesOf(field).draft)) {
            submit.fields.append(field);
        }
    }
    return submit;
}

DraftFate fateOf(const DraftSubmit &submit,
                 const Expected<std::optional<ChangeRecord>, JournalProblem> &record,
                 const Expected<JournalMark, JournalProblem> &now)
{
    using Kind = DraftFate::Kind;
    if (submit.name.isEmpty()) {
        return {submit.mayBeSent ? Kind::CannotTell : Kind::NeverSubmitted, std::nullopt};
    }
    if (record && *record) {
        const Kind kind = kindOf(**record);
        // An earlier submit of the same edit stays as doubtful as it was.
        const bool isFree = kind == Kind::NotSent || kind == Kind::Refused;
        return {isFree && submit.mayBeSent ? Kind::CannotTell : kind, *record};
    }
    // No row says that it was not sent only if it is the journal that the row was to be in, and
    // nothing of it was lost: a row that was written has to be there.
    const bool isSameJournal = record && now && !submit.journal.journal.isEmpty()
        && submit.journal.journal == now->journal && submit.journal.seq <= now->seq;
    const bool isSure = isSameJournal && !submit.unwritten && !submit.written && !submit.mayBeSent;
    return {isSure ? Kind::NotSent : Kind::CannotTell, std::nullopt};
}

} // namespace purser
