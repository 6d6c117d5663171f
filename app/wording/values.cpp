// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/tr.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser::wording {

namespace {

QString notStated()
{
    return Wording::tr("Not stated");
}

} // namespace

QString Notice::text() const
{
    QStringList parts{what, meaning, next};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString balance(const std::optional<MaybeBalance> &balance, const QLocale &locale)
{
    if (!balance) {
        return notStated();
    }
    return *balance ? (*balance)->toDisplay(locale) : Wording::tr("None");
}

QString zoneAt(const QTimeZone &zone, const QDateTime &instant)
{
    const int offset = zone.offsetFromUtc(instant);
    const QString text = u"UTC%1%2:%3"_s.arg(QChar(offset < 0 ? u'-' : u'+'))
                             .arg(qAbs(offset) / 3600, 2, 10, QChar(u'0'))
                             .arg(qAbs(offset) / 60 % 60, 2, 10, QChar(u'0'));
    const QString abbreviation = zone.abbreviation(instant);
    // Zones without letters of their own are abbreviated as "+03": that says nothing more.
    const bool telling = !abbreviation.isEmpty() && abbreviation.front().isLetter()
        && !abbreviation.startsWith("UTC"_L1);
    if (offset == 0 && !telling) {
        return u"UTC"_s;
    }
    return telling ? u"%1, %2"_s.arg(abbreviation, text) : text;
}

QString expiry(const std::optional<Expiry> &expiry, const QTimeZone &zone)
{
    if (!expiry) {
        return notStated();
    }
    if (expiry->isNever()) {
        return Wording::tr("Never");
    }
    return u"%1 (%2)"_s.arg(expiry->toDisplay(zone), zoneAt(zone, expiry->toUtc()));
}

QString expiryInUtc(const Expiry &expiry, const QDateTime &now)
{
    if (expiry.isNever()) {
        return {};
    }
    return u"%1 UTC \u00b7 %2"_s.arg(expiry.toDisplay(QTimeZone::utc()),
                                     distance(expiry.toUtc(), now));
}

QString distance(const QDateTime &instant, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(instant);
    const qint64 magnitude = qAbs(seconds);
    constexpr qint64 Minute = 60;
    constexpr qint64 Hour = 60 * Minute;
    constexpr qint64 Day = 24 * Hour;
    if (magnitude < Minute) {
        return seconds < 0 ? Wording::tr("less than a minute ago")
                           : Wording::tr("in less than a minute");
    }
    const bool past = seconds < 0;
    if (magnitude < Hour) {
        const int n = static_cast<int>(magnitude / Minute);
        return past ? Wording::tr("%n minute(s) ago", nullptr, n)
                    : Wording::tr("in %n minute(s)", nullptr, n);
    }
    if (magnitude < 2 * Day) {
        const int n = static_cast<int>(magnitude / Hour);
        return past ? Wording::tr("%n hour(s) ago", nullptr, n)
                    : Wording::tr("in %n hour(s)", nullptr, n);
    }
    constexpr qint64 Year = 365 * Day;
    if (magnitude < 2 * Year) {
        const int n = static_cast<int>(magnitude / Day);
        return past ? Wording::tr("%n day(s) ago", nullptr, n)
                    : Wording::tr("in %n day(s)", nullptr, n);
    }
    const int n = static_cast<int>(magnitude / Year);
    return past ? Wording::tr("%n year(s) ago", nullptr, n)
                : Wording::tr("in %n year(s)", nullptr, n);
}

QString activeBalance(const std::optional<bool> &active)
{
    if (!active) {
        return notStated();
    }
    return *active ? Wording::tr("On: the balance is enforced")
                   : Wording::tr("Off: spending is unlimited");
}

QString tokenType(const Token &token)
{
    switch (token.type) {
    case TokenType::Production:
        return Wording::tr("Production");
    case TokenType::Sandbox:
        return Wording::tr("Sandbox");
    case TokenType::Unknown:
        break;
    }
    return token.typeText;
}

} // namespace purser::wording
