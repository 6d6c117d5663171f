// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/changetext.h"

#include "journal/journalexport.h"
#include "wording/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace purser::changetext {

namespace {

struct ChangeText {
    Q_DECLARE_TR_FUNCTIONS(ChangeText)
};

QString onOrOff(bool on)
{
    return on ? ChangeText::tr("on") : ChangeText::tr("off");
}

//! As short as a cell needs it; the details have the rest.
QString shortValue(Field field, const Token &token, const Reader &reader)
{
    if (field == Field::ActiveBalance && token.activeBalance) {
        return onOrOff(*token.activeBalance);
    }
    if (field == Field::Expiry && token.expiry && !token.expiry->isNever()) {
        return token.expiry->toDisplay(reader.zone);
    }
    return wording::value(field, token, reader);
}

//! A cell of a table is one line without tabs. What a spreadsheet would run as a formula gets an
//! apostrophe before it, as in an export.
QString asCell(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control || character == QChar(QChar::LineSeparator)
            || character == QChar(QChar::ParagraphSeparator)) {
            character = u' ';
        }
    }
    return spreadsheetText(text);
}

} // namespace

QString time(const QDateTime &instant, const QTimeZone &zone)
{
    return instant.isValid() ? instant.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s)
                             : QString();
}

QString summary(const ChangeRecord &record, const Reader &reader)
{
    QStringList parts;
    const Token asked = record.patch.appliedTo(record.before);
    for (const Field one : AllFields) {
        if (!record.patch.has(one)) {
            continue;
        }
        const QString name = wording::field(one);
        const QString now = shortValue(one, asked, reader);
        // Of amounts the difference counts; what else there was is in the details.
        const bool isAmount = one == Field::Balance || one == Field::ResetAmount;
        parts.append(isAmount && states(one, record.before)
                         ? ChangeText::tr("%1 %2 \u2192 %3")
                               .arg(name, shortValue(one, record.before, reader), now)
                         : ChangeText::tr("%1 \u2192 %2").arg(name, now));
    }
    return parts.join("; "_L1);
}

QString meaning(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Intended:
        return ChangeText::tr("It was written down; nothing of it has been sent yet.");
    case Outcome::Sent:
        return ChangeText::tr("It was sent; the answer is awaited.");
    case Outcome::Applied:
        return ChangeText::tr("The service holds what was asked.");
    case Outcome::AppliedDifferently:
        return ChangeText::tr("The service accepted it, but holds something else than what was "
                              "asked.");
    case Outcome::AppliedUnconfirmed:
        return ChangeText::tr("The service accepted it, but does not state all that was asked.");
    case Outcome::NotApplied:
        return ChangeText::tr("The token was not changed by it.");
    case Outcome::Rejected:
        return ChangeText::tr("The service refused it; the token was not changed.");
    case Outcome::Unknown:
        return ChangeText::tr("It is not known whether the token was changed by it.");
    case Outcome::Abandoned:
        return ChangeText::tr("It was closed without a decision, or never sent.");
    }
    return {};
}

QString settledHow(const QString &how)
{
    if (how == settledhow::Reply) {
        return ChangeText::tr("by the answer to the change itself");
    }
    if (how == settledhow::Read) {
        return ChangeText::tr("by reading the token later");
    }
    if (how == settledhow::NotSent) {
        return ChangeText::tr("it is certain that nothing of it was sent");
    }
    if (how == settledhow::Recovered) {
        return ChangeText::tr("Purser had ended before it was sent");
    }
    if (how == settledhow::User) {
        return ChangeText::tr("closed by hand");
    }
    return how; // a word of a newer Purser
}

QString whyNotUndoable(const ChangeRecord &record, const std::optional<ChangeRecord> &undoneBy,
                       const QTimeZone &zone)
{
    if (isUndecided(record.outcome)) {
        return ChangeText::tr("It can't be undone yet: it is not known what became of it.");
    }
    if (!isInForce(record.outcome)) {
        return ChangeText::tr("There is nothing to undo: the change is not in force.");
    }
    if (!undoneBy) {
        return {};
    }
    return isInForce(undoneBy->outcome)
        ? ChangeText::tr("It is undone already, by the change of %1.")
              .arg(time(undoneBy->createdAt, zone))
        : ChangeText::tr("An undo of it is still undecided: the change of %1.")
              .arg(time(undoneBy->createdAt, zone));
}

QString unreadable(const JournalProblem &problem)
{
    QString text = wording::journal(problem, Step::History).text();
    switch (problem.kind) {
    case JournalProblem::Kind::DiskFull:
    case JournalProblem::Kind::ReadOnly:
    case JournalProblem::Kind::Failed:
        text += u' ' + ChangeText::tr("F5 reads it again.");
        return problem.detail.isEmpty() ? text : text + u'\n' + problem.detail;
    case JournalProblem::Kind::Locked:
        return text + u' ' + ChangeText::tr("F5 reads it again.");
    default:
        return text;
    }
}

Tone tone(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied:
        return Tone::Success;
    case Outcome::AppliedDifferently:
    case Outcome::AppliedUnconfirmed:
    case Outcome::NotApplied:
    case Outcome::Sent:
    case Outcome::Unknown:
        return Tone::Warning;
    case Outcome::Rejected:
        return Tone::Error;
    case Outcome::Intended:
    case Outcome::Abandoned:
        break;
    }
    return Tone::Neutral;
}

QString iconName(Outcome outcome)
{
    switch (tone(outcome)) {
    case Tone::Success:
        return u"success"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Error:
        return u"error"_s;
    default:
        return u"info"_s;
    }
}

QString tabSeparated(const QList<ChangeRecord> &records, const Reader &reader)
{
    QStringList lines{QStringList{ChangeText::tr("Time"), ChangeText::tr("Account"),
                                  ChangeText::tr("Token"), ChangeText::tr("Change"),
                                  ChangeText::tr("Outcome"), ChangeText::tr("Reason")}
                          .join(u'\t')};
    for (const ChangeRecord &record : records) {
        lines.append(QStringList{time(record.createdAt, reader.zone), asCell(record.key.account),
                                 asCell(record.key.token), asCell(summary(record, reader)),
                                 wording::outcome(record.outcome), asCell(record.reason)}
                         .join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace purser::changetext
