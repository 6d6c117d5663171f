// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"

#include <QLocale>
#include <QString>

#include <compare>
#include <optional>

namespace purser {

//! Why a text or a number is not a balance.
enum class BalanceProblem {
    Empty, //!< nothing but white space
    Unreadable, //!< not a number in any form that is accepted (exponents are not)
    Ambiguous, //!< "1,234": one separator, three digits after it, and not the locale's decimal sign
    TooManyDecimals, //!< more than Balance::MaximumDecimals digits after the decimal sign
    TooLarge, //!< 100000 or more
    TooSmall, //!< -100000 or less
};

//! A token's balance in credits: an exact decimal in the open interval (-100000, 100000),
//! held as an integer of 10^-9 credits. Source of the interval: the contract; of the nine
//! decimals: the service stores five whole and nine fractional digits.
class Balance {
public:
    static constexpr int MaximumDecimals = 9;
    static constexpr qint64 NanosPerCredit = 1'000'000'000;
    //! The interval's bound, itself outside: no balance reaches it.
    static constexpr qint64 LimitNanos = 100'000 * NanosPerCredit;

    //! Zero.
    constexpr Balance() = default;

    //! nanos: units of 10^-9 credits. Errors: TooLarge, TooSmall.
    static Expected<Balance, BalanceProblem> fromNanos(qint64 nanos);

    //! Plain text with '.' as decimal sign, no grouping, no exponent: the form of the command
    //! line and of files. White space around it is ignored.
    static Expected<Balance, BalanceProblem> fromText(QStringView text);

    //! What a person typed or pasted. The locale's own decimal sign is always understood;
    //! another one only where it can't be a group separator ("87,45" is 87.45 everywhere,
    //! "1,234" is Ambiguous unless ',' is the locale's decimal sign). Groups of three may be
    //! set apart by spaces (narrow ones too), apostrophes or the other separator.
    static Expected<Balance, BalanceProblem> fromLocaleText(const QString &text,
                                                            const QLocale &locale);

    //! A JSON number of the service, rounded to nine decimals (0.30000000000000004 is 0.3).
    static Expected<Balance, BalanceProblem> fromServiceNumber(double number);
    //! A decimal string of the service ("50.000000000", "0E-9"), rounded to nine decimals.
    static Expected<Balance, BalanceProblem> fromServiceText(QStringView text);

    static constexpr Balance lowest() { return Balance(1 - LimitNanos); }
    static constexpr Balance highest() { return Balance(LimitNanos - 1); }

    [[nodiscard]] constexpr qint64 nanos() const { return m_nanos; }
    //! The nearest double. Its shortest decimal form is this balance exactly, because 14
    //! significant digits survive a double.
    [[nodiscard]] double toDouble() const;
    //! The shortest exact decimal, '.' as decimal sign: "87.45", "-0.5", "50".
    [[nodiscard]] QString toText() const;
    //! For people: two places at least, no trailing zeros beyond them, the locale's digits and
    //! decimal sign, no group separators (a shown balance can be pasted back anywhere).
    [[nodiscard]] QString toDisplay(const QLocale &locale) const;

    //! The exact sum, or on which side it left the interval.
    [[nodiscard]] Expected<Balance, BalanceProblem> plus(Balance other) const;
    [[nodiscard]] Expected<Balance, BalanceProblem> minus(Balance other) const;

    friend constexpr auto operator<=>(Balance, Balance) = default;

private:
    explicit constexpr Balance(qint64 nanos) : m_nanos(nanos) { }

    qint64 m_nanos = 0;
};

//! The sign that a typed number begins with.
enum class Sign { None, Plus, Minus };
Sign leadingSign(const QString &text, const QLocale &locale);
//! The typed number after it.
QString withoutSign(const QString &text, const QLocale &locale);

//! A balance that a token may lack: the service's null is nullopt.
using MaybeBalance = std::optional<Balance>;

} // namespace purser
