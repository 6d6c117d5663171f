// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tokentext.h"

#include "cli/printable.h"
#include "cli/tr.h"
#include "wording/wording.h"

#include <algorithm>

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

QString arrow(const QString &before, const QString &after)
{
    return before + " -> "_L1 + after;
}

} // namespace

QString aligned(const QList<Row> &rows)
{
    qsizetype width = 0;
    for (const Row &row : rows) {
        width = std::max(width, row.title.size());
    }
    QStringList lines;
    for (const Row &row : rows) {
        lines.append(row.title.leftJustified(width) + "  "_L1 + row.value);
    }
    return lines.join(u'\n');
}

QString tokenTable(const Token &token, const QDateTime &now)
{
    QList<Row> rows{{Cli::tr("Name"), printable(token.name)},
                    {Cli::tr("Type"), printable(wording::tokenType(token))},
                    {balanceTitle(), balanceText(token.balance)},
                    {expiryTitle(), expiryText(token.expiry, now)},
                    {activeBalanceTitle(), wording::activeBalance(token.activeBalance)}};
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
    return aligned(rows);
}

} // namespace purser::cli
