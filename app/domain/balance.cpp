// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/balance.h"

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using BalanceOrProblem = Expected<Balance, BalanceProblem>;

enum class Excess { Refuse, Round };

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

//! A number cut into its parts; both parts hold ASCII digits only.
struct NumberParts {
    bool negative = false;
    QString whole;
    QString fraction;
};

BalanceOrProblem fromParts(const NumberParts &parts, Excess excess)
{
    if (parts.whole.isEmpty() && parts.fraction.isEmpty()) {
        return Unexpected{BalanceProblem::Unreadable};
    }
    const auto outside = parts.negative ? BalanceProblem::TooSmall : BalanceProblem::TooLarge;
    qsizetype leading = 0;
    while (leading < parts.whole.size() && parts.whole.at(leading) == u'0') {
        ++leading;
    }
    const QStringView whole = QStringView(parts.whole).mid(leading);
    if (whole.size() > 6) { // 100000 has six digits: more can't be inside, and would overflow
        return Unexpected{outside};
    }
    if (excess == Excess::Refuse && parts.fraction.size() > Balance::MaximumDecimals) {
        return Unexpected{BalanceProblem::TooManyDecimals};
    }
    const QString fraction =
        parts.fraction.leftJustified(Balance::MaximumDecimals, u'0', /*truncate=*/true);
    qint64 nanos = whole.toLongLong() * Balance::NanosPerCredit + fraction.toLongLong();
    if (parts.fraction.size() > Balance::MaximumDecimals
        && parts.fraction.at(Balance::MaximumDecimals) >= u'5') {
        ++nanos;
    }
    return Balance::fromNanos(parts.negative ? -nanos : nanos);
}

//! Cuts [+-]digits[.digits]; nothing where the text has another form.
std::optional<NumberParts> cutPlain(QStringView text)
{
    NumberParts parts;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        parts.negative = text.front() == u'-';
        text = text.mid(1);
    }
    const qsizetype point = text.indexOf(u'.');
    parts.whole = text.left(point < 0 ? text.size() : point).toString();
    parts.fraction = point < 0 ? QString() : text.mid(point + 1).toString();
    const QString digits = parts.whole + parts.fraction;
    for (const QChar c : digits) {
        if (!isAsciiDigit(c)) {
            return std::nullopt;
        }
    }
    return parts;
}

constexpr char32_t ArabicDecimalSeparator = U'\u066B';
constexpr QChar Group = u'_'; //!< what every sign that can only set groups apart becomes

//! One sign of a typed number in a common alphabet: 0-9 . , and Group; null for anything else.
QChar commonSign(char32_t c)
{
    // Only decimal digits (a superscript two has a digit's value as well), in any script.
    if (QChar::category(c) == QChar::Number_DecimalDigit) {
        return QChar(u'0' + QChar::digitValue(c));
    }
    switch (c) {
    case U'.':
    case U',':
        return QChar(static_cast<char16_t>(c));
    case ArabicDecimalSeparator:
        return u'.';
    case U'\u066C': // Arabic thousands separator
    case U'\'':
    case U'\u2019':
        return Group;
    default:
        // Not a tab or a line break: two cells of a table are two numbers.
        return QChar::category(c) == QChar::Separator_Space ? Group : QChar();
    }
}

bool isMinus(QChar c)
{
    return u"-\u2212\uFE63\uFF0D"_s.contains(c);
}

bool isPlus(QChar c)
{
    return u"+\uFE62\uFF0B"_s.contains(c);
}

//! The sign that a trimmed text begins with, and how long it is: some locales put a direction mark
//! before it.
std::pair<Sign, qsizetype> signAt(const QString &trimmed, const QLocale &locale)
{
    if (trimmed.isEmpty()) {
        return {Sign::None, 0};
    }
    if (isMinus(trimmed.front()) || isPlus(trimmed.front())) {
        return {isMinus(trimmed.front()) ? Sign::Minus : Sign::Plus, 1};
    }
    for (const auto &[sign, text] : {std::pair(Sign::Minus, locale.negativeSign()),
                                     std::pair(Sign::Plus, locale.positiveSign())}) {
        if (!text.isEmpty() && trimmed.startsWith(text)) {
            return {sign, text.size()};
        }
    }
    return {Sign::None, 0};
}

//! Takes the separators out of a whole part whose groups they set apart; nothing where the
//! groups are not of three.
std::optional<QString> withoutGroups(const QString &whole, QChar separator)
{
    const QStringList groups = whole.split(separator);
    for (qsizetype i = 1; i < groups.size(); ++i) {
        if (groups.at(i).size() != 3) {
            return std::nullopt;
        }
    }
    if (groups.size() > 1 && (groups.front().isEmpty() || groups.front().size() > 3)) {
        return std::nullopt;
    }
    return groups.join(QString());
}

} // namespace

BalanceOrProblem Balance::fromNanos(qint64 nanos)
{
    if (nanos >= LimitNanos) {
        return Unexpected{BalanceProblem::TooLarge};
    }
    if (nanos <= -LimitNanos) {
        return Unexpected{BalanceProblem::TooSmall};
    }
    return Balance(nanos);
}

BalanceOrProblem Balance::fromText(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty()) {
        return Unexpected{BalanceProblem::Empty};
    }
    const auto parts = cutPlain(text);
    if (!parts) {
        return Unexpected{BalanceProblem::Unreadable};
    }
    return fromParts(*parts, Excess::Refuse);
}

BalanceOrProblem Balance::fromLocaleText(const QString &text, const QLocale &locale)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return Unexpected{BalanceProblem::Empty};
    }

    NumberParts parts;
    const auto [sign, start] = signAt(trimmed, locale);
    parts.negative = sign == Sign::Minus;

    QString number;
    bool decimalForCertain = false; // the last separator can't set groups apart
    const auto codePoints = trimmed.mid(start).toUcs4();
    for (const char32_t c : codePoints) {
        const QChar common = commonSign(c);
        if (common.isNull()) {
            return Unexpected{BalanceProblem::Unreadable};
        }
        if (common == u'.' || common == u',') {
            decimalForCertain =
                c == ArabicDecimalSeparator || locale.decimalPoint() == QString::fromUcs4(&c, 1);
        }
        number += common;
    }

    const auto points = number.count(u'.');
    const auto commas = number.count(u',');
    const QChar last = number.lastIndexOf(u'.') > number.lastIndexOf(u',') ? u'.' : u',';
    QChar decimalSign;
    QChar groupSign = Group;
    if (points > 0 && commas > 0) {
        decimalSign = last;
        groupSign = last == u'.' ? u',' : u'.';
        if (number.count(decimalSign) != 1 || number.contains(Group)) {
            return Unexpected{BalanceProblem::Unreadable};
        }
    } else if (points + commas > 1) {
        groupSign = last; // "1.234.567": only groups look like this
        if (number.contains(Group)) {
            return Unexpected{BalanceProblem::Unreadable};
        }
    } else if (points + commas == 1) {
        decimalSign = last;
        const qsizetype digitsAfter = number.size() - number.indexOf(last) - 1;
        if (!decimalForCertain && digitsAfter == 3 && !number.contains(Group)) {
            return Unexpected{BalanceProblem::Ambiguous};
        }
    }

    const qsizetype point = decimalSign.isNull() ? -1 : number.indexOf(decimalSign);
    const auto whole = withoutGroups(point < 0 ? number : number.left(point), groupSign);
    parts.fraction = point < 0 ? QString() : number.mid(point + 1);
    if (!whole || parts.fraction.contains(Group) || whole->contains(Group)
        || parts.fraction.contains(groupSign)) {
        return Unexpected{BalanceProblem::Unreadable};
    }
    parts.whole = *whole;
    return fromParts(parts, Excess::Refuse);
}

BalanceOrProblem Balance::fromServiceNumber(double number)
{
    if (!std::isfinite(number)) {
        return Unexpected{BalanceProblem::Unreadable};
    }
    // The shortest text that reads back as this double is the decimal that was meant.
    return fromServiceText(QString::number(number, 'g', QLocale::FloatingPointShortest));
}

BalanceOrProblem Balance::fromServiceText(QStringView text)
{
    constexpr qsizetype MaximumServiceText = 100'000; // a reply's cap lets more through
    if (text.size() > MaximumServiceText) {
        return Unexpected{BalanceProblem::Unreadable};
    }
    const qsizetype exponent = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    const auto parts = cutPlain(exponent < 0 ? text : text.left(exponent));
    if (!parts) {
        return Unexpected{BalanceProblem::Unreadable};
    }
    if (exponent < 0) {
        return fromParts(*parts, Excess::Round);
    }

    const auto power = cutPlain(text.mid(exponent + 1));
    if (!power || power->whole.isEmpty() || !power->fraction.isEmpty() || parts->whole.isEmpty()) {
        return Unexpected{BalanceProblem::Unreadable};
    }
    NumberParts shifted = *parts;
    // Beyond this bound every number but zero is far outside, or far below 10^-9.
    const int bound = static_cast<int>(text.size()) + 20;
    bool fits = false;
    const int magnitude = power->whole.toInt(&fits);
    const int bounded = (power->negative ? -1 : 1) * (fits ? qMin(magnitude, bound) : bound);
    if (bounded > 0) {
        const QString padded = shifted.fraction.leftJustified(bounded, u'0');
        shifted.whole += padded.left(bounded);
        shifted.fraction = padded.mid(bounded);
    } else if (bounded < 0) {
        const QString padded = shifted.whole.rightJustified(-bounded, u'0');
        shifted.fraction = padded.right(-bounded) + shifted.fraction;
        shifted.whole = padded.chopped(-bounded);
        if (shifted.whole.isEmpty()) {
            shifted.whole = u'0';
        }
    }
    return fromParts(shifted, Excess::Round);
}

Sign leadingSign(const QString &text, const QLocale &locale)
{
    return signAt(text.trimmed(), locale).first;
}

QString withoutSign(const QString &text, const QLocale &locale)
{
    const QString trimmed = text.trimmed();
    return trimmed.mid(signAt(trimmed, locale).second).trimmed();
}

double Balance::toDouble() const
{
    return static_cast<double>(m_nanos) / static_cast<double>(NanosPerCredit);
}

QString Balance::toText() const
{
    const qint64 magnitude = qAbs(m_nanos);
    QString text = QString::number(magnitude / NanosPerCredit);
    const qint64 fraction = magnitude % NanosPerCredit;
    if (fraction != 0) {
        QString digits = QString::number(fraction).rightJustified(MaximumDecimals, u'0');
        while (digits.endsWith(u'0')) {
            digits.chop(1);
        }
        text += u'.' + digits;
    }
    return m_nanos < 0 ? u'-' + text : text;
}

QString Balance::toDisplay(const QLocale &locale) const
{
    const QString text = toText();
    const qsizetype point = text.indexOf(u'.');
    const qsizetype decimals = point < 0 ? 0 : text.size() - point - 1;
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(toDouble(), 'f', static_cast<int>(qMax<qsizetype>(2, decimals)));
}

BalanceOrProblem Balance::plus(Balance other) const
{
    return fromNanos(m_nanos + other.m_nanos);
}

BalanceOrProblem Balance::minus(Balance other) const
{
    return fromNanos(m_nanos - other.m_nanos);
}

} // namespace purser
