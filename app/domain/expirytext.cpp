// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expirytext.h"

#include "domain/expirypreset.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using Problem = ExpiryTextProblem;
using ExpiryOrProblem = Expected<Expiry, Problem>;

//! One digit of a script, as 0-9; null where it is none that is read. The locale's own digits
//! count beside those that look the same everywhere: others may be shown in another order.
QChar plainDigit(char32_t c, char32_t localesZero)
{
    for (const char32_t zero : {U'0', localesZero}) {
        if (c >= zero && c - zero <= 9) {
            return QChar(static_cast<char16_t>(u'0' + (c - zero)));
        }
    }
    return {};
}

QString plainSign(char32_t c)
{
    constexpr char32_t FullWidth = 0xFF01;
    constexpr char32_t FullWidthEnd = 0xFF5E;
    if (c >= FullWidth && c <= FullWidthEnd) {
        return QString(QChar(static_cast<char16_t>(c - FullWidth + u'!')));
    }
    switch (c) {
    case U'\u2010': // hyphens and dashes
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2212':
        return u"-"_s;
    default:
        return QChar::category(c) == QChar::Separator_Space ? u" "_s : QString::fromUcs4(&c, 1);
    }
}

//! The text in a common alphabet: what is shown alike is the same.
Expected<QString, Problem> plainText(const QString &text, const QLocale &locale)
{
    const QString localesForm = locale.dateFormat(QLocale::ShortFormat);
    const auto zeros = locale.zeroDigit().toUcs4();
    const char32_t localesZero = zeros.isEmpty() ? U'0' : zeros.front();
    QString plain;
    bool hasAscii = false;
    bool hasOther = false;
    const QString trimmed = text.trimmed();
    if (trimmed.contains(QChar(QChar::ByteOrderMark))) {
        return Unexpected{Problem::Invisible}; // toUcs4() leaves it out
    }
    const auto codePoints = trimmed.toUcs4();
    for (const char32_t c : codePoints) {
        const auto category = QChar::category(c);
        if (category == QChar::Other_Format && localesForm.contains(QString::fromUcs4(&c, 1))) {
            continue; // some locales put direction marks around a date's separators
        }
        if (category == QChar::Other_Format || category == QChar::Other_Control) {
            return Unexpected{Problem::Invisible};
        }
        const QChar digit = plainDigit(c, localesZero);
        plain += digit.isNull() ? plainSign(c) : QString(digit);
        if (QChar::category(c) == QChar::Number_DecimalDigit) {
            (c < 0x80 ? hasAscii : hasOther) = true;
        }
    }
    if (hasAscii && hasOther) {
        return Unexpected{Problem::Unreadable}; // scripts side by side may be shown in any order
    }
    return plain;
}

//! A date and what follows it, cut into numbers that may be impossible.
struct TimeParts {
    int year = 0;
    int month = 0;
    int day = 0;
    bool hasTime = false;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;
    bool hasZone = false;
    int offset = 0; //!< seconds east of UTC
    std::optional<Problem> timeProblem; //!< of the time or the zone; that of the date goes first
};

std::optional<Problem> takeDate(const QRegularExpressionMatch &match, const QLocale &locale,
                                TimeParts &parts)
{
    const QString first = match.captured(u"first"_s);
    const QString last = match.captured(u"last"_s);
    const int middle = match.captured(u"middle"_s).toInt();
    const bool isDotted = match.captured(u"separator"_s) == "."_L1;
    if (match.captured(u"middle"_s).size() > 2 || std::min(first.size(), last.size()) > 2
        || (match.hasCaptured(u"dot"_s) && !isDotted)) { // some locales end a date with one
        return Problem::Unreadable;
    }
    if (first.size() > 2) {
        parts.year = first.size() == 4 ? first.toInt() : 0;
        parts.month = middle;
        parts.day = last.toInt();
    } else {
        parts.year = last.size() == 4 ? last.toInt() : 0;
        const DateOrder order = dateOrder(locale);
        // With dots the day comes first everywhere, so it would be a guess there.
        const bool isKnown =
            order == DateOrder::DayFirst || (order == DateOrder::MonthFirst && !isDotted);
        if (parts.year >= 1000 && !isKnown) {
            return Problem::UnknownOrder;
        }
        parts.day = order == DateOrder::DayFirst ? first.toInt() : middle;
        parts.month = order == DateOrder::DayFirst ? middle : first.toInt();
    }
    return parts.year < 1000 ? std::optional(Problem::BadYear) : std::nullopt;
}

void takeTime(const QRegularExpressionMatch &match, TimeParts &parts)
{
    parts.hasTime = match.hasCaptured(u"hour"_s);
    if (!parts.hasTime) {
        return;
    }
    parts.hour = match.captured(u"hour"_s).toInt();
    parts.minute = (match.captured(u"minute"_s) + match.captured(u"bare"_s)).toInt();
    parts.second = match.captured(u"second"_s).toInt();
    const QString fraction = match.captured(u"fraction"_s);
    parts.microsecond = fraction.left(6).leftJustified(6, u'0').toInt();
    if (fraction.size() > 6) {
        parts.timeProblem = Problem::TooFine;
    }
    const bool isMorning = match.hasCaptured(u"am"_s);
    const bool isAfternoon = match.hasCaptured(u"pm"_s);
    if (isMorning || isAfternoon) {
        const bool isTwelveHours = parts.hour >= 1 && parts.hour <= 12;
        parts.hour = isTwelveHours ? parts.hour % 12 + (isAfternoon ? 12 : 0) : -1;
    }
    if (!QTime(parts.hour, parts.minute, parts.second).isValid()) {
        parts.timeProblem = Problem::NoSuchTime;
    }
}

void takeZone(const QRegularExpressionMatch &match, TimeParts &parts)
{
    parts.hasZone = match.hasCaptured(u"zulu"_s) || match.hasCaptured(u"sign"_s);
    if (!match.hasCaptured(u"sign"_s)) {
        return;
    }
    const int hours = match.captured(u"hours"_s).toInt();
    const int minutes = match.captured(u"minutes"_s).toInt();
    if (hours > 15 || minutes > 59) { // as for Expiry::fromIso8601()
        parts.timeProblem = Problem::NoSuchTime;
    }
    parts.offset = (match.captured(u"sign"_s) == "-"_L1 ? -1 : 1) * (hours * 60 + minutes) * 60;
}

//! The sign between hours and minutes that the locale has beside the colon.
QString timeSeparators(const QLocale &locale)
{
    static const QRegularExpression dotted(u"[hH]\\.m"_s);
    return locale.timeFormat(QLocale::ShortFormat).contains(dotted) ? u"[:.]"_s : u":"_s;
}

QString halfDay(const QString &name, QChar letter, const QString &localesWord)
{
    QString own = localesWord;
    own.replace(QChar::Nbsp, u' ').replace(QChar(u'\u202F'), u' ');
    own = own.isEmpty() ? own : u'|' + QRegularExpression::escape(own);
    return u"(?<%1>%2m|%2\\.m\\.%3)"_s.arg(name, QString(letter), own);
}

QRegularExpression formIn(const QLocale &locale)
{
    const QString date = u"(?<first>[0-9]{1,9}) ?(?<separator>[-/.]) ?(?<middle>[0-9]{1,9}) ?"
                         "\\k<separator> ?(?<last>[0-9]{1,9})(?<dot>\\.)?"_s;
    const QString time = u"(?<hour>[0-9]{1,2})(?: ?h ?(?<bare>[0-9]{2})|(?<colon>%1)"
                         "(?<minute>[0-9]{2})(?:\\k<colon>(?<second>[0-9]{2})"
                         "(?:[.,](?<fraction>[0-9]+))?)?)(?: ?(?:%2|%3))?"_s.arg(
                             timeSeparators(locale), halfDay(u"am"_s, u'a', locale.amText()),
                             halfDay(u"pm"_s, u'p', locale.pmText()));
    const QString offset = u"(?<sign>[-+])(?<hours>[0-9]{2})(?::?(?<minutes>[0-9]{2}))?"_s;
    const QString zone = u"(?:(?<zulu>Z|UTC|GMT|\\(UTC\\))|(?:UTC|GMT)?%1)"_s.arg(offset);
    return QRegularExpression(u"\\A%1(?:(?:T|,? +)%2(?: *%3)?)?\\z"_s.arg(date, time, zone),
                              QRegularExpression::CaseInsensitiveOption);
}

Expected<TimeParts, Problem> cut(const QString &plain, const QLocale &locale)
{
    const auto match = formIn(locale).match(plain);
    if (!match.hasMatch()) {
        return Unexpected{Problem::Unreadable};
    }
    TimeParts parts;
    takeTime(match, parts);
    takeZone(match, parts);
    if (const auto problem = takeDate(match, locale, parts)) {
        return Unexpected{*problem};
    }
    return parts;
}

ExpiryOrProblem withoutDetails(const Expected<Expiry, ExpiryProblem> &expiry)
{
    if (expiry) {
        return *expiry;
    }
    return Unexpected{expiry.error() == ExpiryProblem::NoSuchLocalTime ? Problem::NoSuchLocalTime
                                                                       : Problem::BadYear};
}

ExpiryOrProblem instantOf(const TimeParts &parts, const QTimeZone &zone)
{
    if (parts.month < 1 || parts.month > 12) {
        return Unexpected{Problem::NoSuchMonth};
    }
    const QDate date(parts.year, parts.month, parts.day);
    if (!date.isValid()) {
        return Unexpected{Problem::NoSuchDay};
    }
    if (parts.timeProblem) {
        return Unexpected{*parts.timeProblem};
    }
    if (!parts.hasTime) { // it is good for all of that day
        return withoutDetails(Expiry::fromLocal(date, QTime(23, 59, 59), zone));
    }
    const QTime time(parts.hour, parts.minute, parts.second);
    if (parts.hasZone) {
        const qint64 seconds = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch() - parts.offset;
        return withoutDetails(
            Expiry::fromMicroseconds(seconds * Expiry::MicrosecondsPerSecond + parts.microsecond));
    }
    const auto whole = Expiry::fromLocal(date, time, zone);
    return whole
        ? withoutDetails(Expiry::fromMicroseconds(whole->microseconds() + parts.microsecond))
        : withoutDetails(whole);
}

std::optional<ExpiryOrProblem> stepFromNow(const QString &plain, const ExpiryTextContext &context)
{
    static const QRegularExpression form(u"\\A\\+ ?([0-9]{1,4}) ?([dwmy])\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(plain);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int count = match.captured(1).toInt();
    CalendarStep step;
    switch (match.captured(2).front().toLower().unicode()) {
    case u'd':
        step.days = count;
        break;
    case u'w':
        step.days = 7 * count;
        break;
    case u'm':
        step.months = count;
        break;
    default:
        step.months = 12 * count;
        break;
    }
    const qint64 now = context.now.toSecsSinceEpoch();
    const auto from = Expiry::fromMicroseconds((now - now % 60) * Expiry::MicrosecondsPerSecond);
    return withoutDetails(from ? expiryAfter(step, *from, context.zone) : from);
}

} // namespace

ExpiryOrProblem readExpiry(const QString &text, const ExpiryTextContext &context)
{
    const auto plain = plainText(text, context.locale);
    if (!plain) {
        return Unexpected{plain.error()};
    }
    if (plain->isEmpty()) {
        return Unexpected{Problem::Empty};
    }
    if (context.neverWords.contains(*plain, Qt::CaseInsensitive)) {
        return Expiry::never();
    }
    if (const auto step = stepFromNow(*plain, context)) {
        return *step;
    }
    const auto parts = cut(*plain, context.locale);
    return parts ? instantOf(*parts, context.zone) : ExpiryOrProblem(Unexpected{parts.error()});
}

std::optional<QTime> timeInText(const QString &text, const ExpiryTextContext &context)
{
    const auto plain = plainText(text, context.locale);
    if (!plain) {
        return std::nullopt;
    }
    const auto parts = cut(*plain, context.locale);
    const bool isStep = stepFromNow(*plain, context).has_value();
    if (!isStep && (!parts || !parts->hasTime || parts->timeProblem)) {
        return std::nullopt;
    }
    if (const auto expiry = readExpiry(text, context)) {
        const QTime local = expiry->toUtc().toTimeZone(context.zone).time();
        return QTime(local.hour(), local.minute(), local.second());
    }
    return isStep || parts->hasZone
        ? std::nullopt
        : std::optional(QTime(parts->hour, parts->minute, parts->second));
}

DateOrder dateOrder(const QLocale &locale)
{
    static const QRegularExpression quoted(u"'[^']*'"_s);
    const QString format = locale.dateFormat(QLocale::ShortFormat).remove(quoted);
    const auto day = format.indexOf(u'd');
    const auto month = format.indexOf(u'M');
    const auto year = format.indexOf(u'y');
    if (day < 0 || month < 0 || year < 0 || format.contains("MMM"_L1)) {
        return DateOrder::Unknown;
    }
    if (year < day && year < month) {
        return DateOrder::YearFirst;
    }
    return day < month ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

QString exactText(const Expiry &expiry, const QTimeZone &zone)
{
    const qint64 fraction =
        (expiry.microseconds() % Expiry::MicrosecondsPerSecond + Expiry::MicrosecondsPerSecond)
        % Expiry::MicrosecondsPerSecond;
    const QString text = expiry.toDisplay(zone);
    return fraction == 0 ? text : text + u'.' + QString::number(fraction).rightJustified(6, u'0');
}

} // namespace purser
