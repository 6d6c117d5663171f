// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/decimalrules.h"

#include <QRegularExpression>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

constexpr qsizetype MaximumDigits = 14;
constexpr qsizetype MaximumWholeDigits = MaximumDigits - Balance::MaximumDecimals;
constexpr qsizetype MaximumTextLength = 1000;
constexpr double Limit = 100'000;

QString invalidNumber()
{
    return u"A valid number is required."_s;
}

//! A decimal as digits times a power of ten, without leading zeros.
struct Decimal {
    qsizetype digits = 1;
    qsizetype exponent = 0;
};

std::optional<Decimal> decimalOf(const QString &text)
{
    static const QRegularExpression form(
        u"\\A[+-]?(?=\\.?[0-9])([0-9]*)(?:\\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,6}))?\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString digits = match.captured(1) + match.captured(2);
    qsizetype leading = 0;
    while (leading < digits.size() - 1 && digits.at(leading) == u'0') {
        ++leading;
    }
    return Decimal{digits.size() - leading, match.captured(3).toInt() - match.captured(2).size()};
}

//! The framework's own count and order of checks; empty if the decimal fits.
QString precisionProblem(const Decimal &decimal)
{
    const qsizetype decimals = qMax<qsizetype>(0, -decimal.exponent);
    const qsizetype total =
        decimal.exponent >= 0 ? decimal.digits + decimal.exponent : qMax(decimal.digits, decimals);
    if (total > MaximumDigits) {
        return u"Ensure that there are no more than 14 digits in total."_s;
    }
    if (decimals > Balance::MaximumDecimals) {
        return u"Ensure that there are no more than 9 decimal places."_s;
    }
    if (total - decimals > MaximumWholeDigits) {
        return u"Ensure that there are no more than 5 digits before the decimal point."_s;
    }
    return {};
}

Expected<Balance, QString> decimalFromText(const QString &text)
{
    const auto decimal = decimalOf(text);
    if (!decimal) {
        return Unexpected{invalidNumber()};
    }
    if (const QString problem = precisionProblem(*decimal); !problem.isEmpty()) {
        return Unexpected{problem};
    }
    const auto balance = Balance::fromServiceText(text);
    if (!balance) {
        return Unexpected{invalidNumber()};
    }
    return *balance;
}

} // namespace

Expected<Balance, QString> decimalFrom(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString().trimmed();
        if (text.size() > MaximumTextLength) {
            return Unexpected{u"String value too large."_s};
        }
        return decimalFromText(text);
    }
    if (!value.isDouble() || !std::isfinite(value.toDouble())) {
        return Unexpected{invalidNumber()};
    }
    const double number = value.toDouble();
    if (number >= Limit) {
        return Unexpected{u"Ensure this value is less than 100000."_s};
    }
    if (number <= -Limit) {
        return Unexpected{u"Ensure this value is greater than -100000."_s};
    }
    // As the framework reads a float: its shortest text, with every digit of 0.1 + 0.2.
    return decimalFromText(QString::number(number, 'g', QLocale::FloatingPointShortest));
}

} // namespace purser::sandbox
