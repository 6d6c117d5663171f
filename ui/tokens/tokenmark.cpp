// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/tokenmark.h"

#include "wording/wording.h"

#include <QCoreApplication>

namespace purser {

namespace {

constexpr qint64 DaysAhead = 7;

struct Marks {
    Q_DECLARE_TR_FUNCTIONS(TokenMark)
};

} // namespace

std::optional<TokenMark> balanceMark(const Token &token, const QDateTime &now)
{
    if (!stopped(token, now).byBalance) {
        return std::nullopt;
    }
    return TokenMark{
        Tone::Error,
        Marks::tr("Used up: the balance is 0 or less and enforced, so the token is stopped.")};
}

std::optional<TokenMark> expiryMark(const Token &token, const QDateTime &now)
{
    if (!token.expiry || token.expiry->isNever()) {
        return std::nullopt;
    }
    const QDateTime expiry = token.expiry->toUtc();
    if (stopped(token, now).byExpiry) {
        // The very second of the expiry has passed, too.
        const QDateTime since = qMax(now, expiry.addSecs(1));
        return TokenMark{Tone::Error,
                         Marks::tr("Expired %1.").arg(wording::distance(expiry, since))};
    }
    if (expiry > now.addDays(DaysAhead)) {
        return std::nullopt;
    }
    return TokenMark{Tone::Warning, Marks::tr("Expires %1.").arg(wording::distance(expiry, now))};
}

} // namespace purser
