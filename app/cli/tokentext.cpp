// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tokentext.h"

#include "cli/printable.h"
#include "cli/report.h"
#include "cli/tr.h"
#include "wording/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

QString titleOf(Field field)
{
    return field == Field::Expiry ? Cli::tr("Expires") : wording::field(field);
}

QString valueOf(Field field, const Token &token, const QDateTime &now)
{
    if (field == Field::Expiry && token.expiry && !token.expiry->isNever()) {
        return u"%1 (%2)"_s.arg(token.expiry->toIso8601(),
                                wording::distance(token.expiry->toUtc(), now));
    }
    return printable(wording::value(field, token, {QLocale::c(), QTimeZone::utc(), now}));
}

QString arrow(const QString &before, const QString &after)
{
    return before + " -> "_L1 + after;
}

//! In the words of the service and of the options: short, and the same in every language.
QString compactValue(const QJsonValue &value, QLatin1StringView nothing)
{
    if (value.isUndefined()) {
        return u"?"_s; // was not stated
    }
    if (value.isNull()) {
        return nothing;
    }
    return value.isBool() ? QString(value.toBool() ? "on"_L1 : "off"_L1) : value.toString();
}

//! "balance 50 -> 99.5".
QString compactChange(const ChangeRecord &record)
{
    const QJsonObject before = toJson(record.before);
    const QJsonObject patch = toJson(record.patch);
    QStringList parts;
    for (const FieldNames &names : FieldTable) {
        if (patch.contains(names.wire)) {
            const auto nothing = names.field == Field::Expiry ? "never"_L1 : "none"_L1;
            parts.append(QString(names.option).replace(u'-', u' ') + u' '
                         + arrow(compactValue(before.value(names.wire), nothing),
                                 compactValue(patch.value(names.wire), nothing)));
        }
    }
    return parts.join(", "_L1);
}

} // namespace

QString aligned(const QList<Row> &rows)
{
    QList<QStringList> lines;
    for (const Row &row : rows) {
        lines.append({row.title, row.value});
    }
    return inColumns(lines);
}

QString inColumns(const QList<QStringList> &lines)
{
    constexpr qsizetype WidestColumn = 60;
    QList<qsizetype> widths;
    for (const QStringList &line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (qsizetype i = 0; i < line.size(); ++i) {
            // A name of 200 characters moves its own line alone.
            if (line.at(i).size() <= WidestColumn) {
                widths[i] = std::max(widths.at(i), line.at(i).size());
            }
        }
    }
    QStringList texts;
    for (const QStringList &line : lines) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i) {
            text +=
                i + 1 < line.size() ? line.at(i).leftJustified(widths.at(i)) + "  "_L1 : line.at(i);
        }
        texts.append(text);
    }
    return texts.join(u'\n');
}

QString tokenTable(const Token &token, const QDateTime &now)
{
    QList<Row> rows{{Cli::tr("Name"), printable(token.name)},
                    {Cli::tr("Type"), printable(wording::tokenType(token))}};
    for (const Field field : AllFields) {
        if (namesOf(field).isOfContract || states(field, token)) {
            rows.append({titleOf(field), valueOf(field, token, now)});
        }
    }
    for (const OtherField &field : token.otherFields) {
        rows.append({printable(field.name), printable(field.value)});
    }
    return aligned(rows);
}

QString changeTable(const Token &before, const TokenPatch &patch, const QDateTime &now)
{
    const Token after = patch.appliedTo(before);
    QList<Row> rows;
    for (const Field field : AllFields) {
        if (patch.has(field)) {
            rows.append(
                {titleOf(field), arrow(valueOf(field, before, now), valueOf(field, after, now))});
        }
    }
    return aligned(rows);
}

QString tokenList(const QList<Token> &tokens, const QDateTime &now)
{
    QList<QStringList> lines{{Cli::tr("Name"), Cli::tr("Type")}};
    for (const Field field : AllFields) {
        if (namesOf(field).isOfContract) {
            lines.front().append(titleOf(field));
        }
    }
    for (const Token &token : tokens) {
        lines.append({printable(token.name), printable(wording::tokenType(token))});
        for (const Field field : AllFields) {
            if (namesOf(field).isOfContract) {
                lines.back().append(valueOf(field, token, now));
            }
        }
    }
    return inColumns(lines);
}

QString changeList(const QList<ChangeRecord> &records)
{
    QList<QStringList> lines{{Cli::tr("Id"), Cli::tr("Time (UTC)"), Cli::tr("Account"),
                              Cli::tr("Token"), Cli::tr("Change"), Cli::tr("Outcome"),
                              Cli::tr("Reason")}};
    for (const ChangeRecord &record : records) {
        lines.append({QString::number(record.id), record.createdAt.toUTC().toString(Qt::ISODate),
                      printable(record.key.account), printable(record.key.token),
                      printable(compactChange(record)), wording::outcome(record.outcome),
                      printable(record.reason)});
    }
    return inColumns(lines);
}

} // namespace purser::cli
