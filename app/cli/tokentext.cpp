// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tokentext.h"

#include "cli/printable.h"
#include "cli/report.h"
#include "cli/tr.h"
#include "wording/wording.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

QString balanceText(const std::optional<MaybeBalance> &balance)
{
    return wording::balance(balance, QLocale::c());
}

QString expiryText(const std::optional<Expiry> &expiry, const QDateTime &now)
{
    if (!expiry || expiry->isNever()) {
        return wording::expiry(expiry, QTimeZone::utc());
    }
    return u"%1 (%2)"_s.arg(expiry->toIso8601(), wording::distance(expiry->toUtc(), now));
}

QString balanceTitle()
{
    return Cli::tr("Balance");
}

QString expiryTitle()
{
    return Cli::tr("Expires");
}

QString activeBalanceTitle()
{
    return Cli::tr("Active balance");
}

QString resetPeriodTitle()
{
    return Cli::tr("Reset period");
}

QString resetAmountTitle()
{
    return Cli::tr("Reset amount");
}

QString resetPeriodValue(const std::optional<ResetPeriod> &period)
{
    return period ? wording::resetPeriod(*period) : Cli::tr("Not stated");
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
    struct Name {
        QLatin1StringView member;
        QLatin1StringView shown;
        QLatin1StringView nothing; //!< null
    };
    static constexpr std::array Names{
        Name{"balance"_L1, "balance"_L1, "none"_L1},
        Name{"expire_time"_L1, "expires"_L1, "never"_L1},
        Name{"active_balance"_L1, "active"_L1, {}},
        Name{"balance_reset_period"_L1, "reset period"_L1, {}},
        Name{"balance_reset_amount"_L1, "reset amount"_L1, "none"_L1}};
    const QJsonObject before = toJson(record.before);
    const QJsonObject patch = toJson(record.patch);
    QStringList parts;
    for (const Name &name : Names) {
        if (patch.contains(name.member)) {
            parts.append(name.shown + u' '
                         + arrow(compactValue(before.value(name.member), name.nothing),
                                 compactValue(patch.value(name.member), name.nothing)));
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
                    {Cli::tr("Type"), printable(wording::tokenType(token))},
                    {balanceTitle(), balanceText(token.balance)},
                    {expiryTitle(), expiryText(token.expiry, now)},
                    {activeBalanceTitle(), wording::activeBalance(token.activeBalance)}};
    if (token.resetPeriod) {
        rows.append({resetPeriodTitle(), resetPeriodValue(token.resetPeriod)});
    }
    if (token.resetAmount) {
        rows.append({resetAmountTitle(), balanceText(token.resetAmount)});
    }
    for (const OtherField &field : token.otherFields) {
        rows.append({printable(field.name), printable(field.value)});
    }
    return aligned(rows);
}

QString changeTable(const Token &before, const TokenPatch &patch, const QDateTime &now)
{
    QList<Row> rows;
    if (patch.balance) {
        rows.append({balanceTitle(),
                     arrow(balanceText(before.balance), balanceText(MaybeBalance(patch.balance)))});
    }
    if (patch.expiry) {
        rows.append(
            {expiryTitle(), arrow(expiryText(before.expiry, now), expiryText(patch.expiry, now))});
    }
    if (patch.activeBalance) {
        rows.append({activeBalanceTitle(),
                     arrow(wording::activeBalance(before.activeBalance),
                           wording::activeBalance(patch.activeBalance))});
    }
    if (patch.resetPeriod) {
        rows.append(
            {resetPeriodTitle(),
             arrow(resetPeriodValue(before.resetPeriod), resetPeriodValue(patch.resetPeriod))});
    }
    if (patch.resetAmount) {
        rows.append({resetAmountTitle(),
                     arrow(balanceText(before.resetAmount), balanceText(patch.resetAmount))});
    }
    return aligned(rows);
}

QString tokenList(const QList<Token> &tokens, const QDateTime &now)
{
    QList<QStringList> lines{
        {Cli::tr("Name"), Cli::tr("Type"), balanceTitle(), expiryTitle(), activeBalanceTitle()}};
    for (const Token &token : tokens) {
        lines.append({printable(token.name), printable(wording::tokenType(token)),
                      balanceText(token.balance), expiryText(token.expiry, now),
                      wording::activeBalance(token.activeBalance)});
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
                      compactChange(record), wording::outcome(record.outcome),
                      printable(record.reason)});
    }
    return inColumns(lines);
}

} // namespace purser::cli
