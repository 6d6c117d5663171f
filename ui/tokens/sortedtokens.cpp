// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/sortedtokens.h"

#include "wording/wording.h"

#include <QStringMatcher>

#include <algorithm>
#include <numeric>

namespace purser {

namespace {

constexpr auto Orders = {Qt::AscendingOrder, Qt::DescendingOrder};

int sign(qint64 a, qint64 b)
{
    return (a > b) - (a < b);
}

QCollator collatorOf(const QLocale &locale)
{
    QCollator collator(locale);
    collator.setNumericMode(true); // "job-9" comes before "job-10"
    return collator;
}

} // namespace

SortedTokens::SortedTokens(const QList<Token> &tokens, const QLocale &locale)
    : m_tokens(tokens), m_collator(collatorOf(locale))
{
    m_folded.reserve(tokens.size());
    m_keys.reserve(static_cast<size_t>(tokens.size()));
    m_indexes.reserve(tokens.size());
    for (int index = 0; index < size(); ++index) {
        const Token &token = m_tokens.at(index);
        m_folded.append(token.name.toCaseFolded());
        m_keys.push_back(keysOf(token));
        if (!m_indexes.contains(token.name)) {
            m_indexes.insert(token.name, index);
        }
    }
    sortAll();
}

SortedTokens::Keys SortedTokens::keysOf(const Token &token)
{
    const QString type = wording::tokenType(token);
    auto typeKey = m_typeKeys.constFind(type);
    if (typeKey == m_typeKeys.cend()) {
        typeKey = m_typeKeys.insert(type, m_collator.sortKey(type));
    }
    Keys keys{m_collator.sortKey(token.name), *typeKey, type.isEmpty(), {2, 0}, {2, 0}};
    if (token.balance) {
        keys.balance = *token.balance ? Number{0, (*token.balance)->nanos()} : Number{1, 0};
    }
    if (token.expiry) {
        keys.expiry =
            token.expiry->isNever() ? Number{1, 0} : Number{0, token.expiry->microseconds()};
    }
    return keys;
}

int SortedTokens::compared(int a, int b, Column column, Qt::SortOrder order) const
{
    const Keys &left = m_keys[static_cast<size_t>(a)];
    const Keys &right = m_keys[static_cast<size_t>(b)];
    const int direction = order == Qt::AscendingOrder ? 1 : -1;
    const auto numbers = [direction](const Number &one, const Number &other) {
        const int lack = one.lack - other.lack;
        return lack != 0 ? lack : direction * sign(one.value, other.value);
    };
    switch (column) {
    case NameColumn:
        return direction * sign(left.name.compare(right.name), 0);
    case TypeColumn:
        return left.untyped != right.untyped ? left.untyped - right.untyped
                                             : direction * sign(left.type.compare(right.type), 0);
    case BalanceColumn:
        return numbers(left.balance, right.balance);
    case ExpiryColumn:
        break;
    }
    return numbers(left.expiry, right.expiry);
}

bool SortedTokens::precedes(int a, int b, Column column, Qt::SortOrder order) const
{
    if (const int byColumn = compared(a, b, column, order); byColumn != 0) {
        return byColumn < 0;
    }
    const int byName = compared(a, b, NameColumn, Qt::AscendingOrder);
    return byName != 0 ? byName < 0 : a < b;
}

const QList<int> &SortedTokens::ordered(Column column, Qt::SortOrder order) const
{
    return m_orders.at(column).at(order == Qt::AscendingOrder ? 0 : 1);
}

template <typename Change>
void SortedTokens::forEachOrder(Change change)
{
    for (const auto column : {NameColumn, TypeColumn, BalanceColumn, ExpiryColumn}) {
        for (const auto order : Orders) {
            change(m_orders.at(column).at(order == Qt::AscendingOrder ? 0 : 1), column, order);
        }
    }
}

void SortedTokens::sortAll()
{
    QList<int> byName(size());
    std::iota(byName.begin(), byName.end(), 0);
    std::stable_sort(byName.begin(), byName.end(), [this](int a, int b) {
        return compared(a, b, NameColumn, Qt::AscendingOrder) < 0;
    });
    forEachOrder([this, &byName](QList<int> &indexes, Column column, Qt::SortOrder order) {
        indexes = byName; // a stable sort keeps ties that way
        if (column == NameColumn && order == Qt::AscendingOrder) {
            return;
        }
        std::stable_sort(indexes.begin(), indexes.end(), [this, column, order](int a, int b) {
            return compared(a, b, column, order) < 0;
        });
    });
}

bool SortedTokens::matches(int index, const QString &foldedPart) const
{
    return m_folded.at(index).contains(foldedPart);
}

bool SortedTokens::startsWith(int index, const QString &foldedStart) const
{
    return m_folded.at(index).startsWith(foldedStart);
}

QList<int> SortedTokens::matching(const QString &part, Column column, Qt::SortOrder order) const
{
    const QList<int> &all = ordered(column, order);
    if (part.isEmpty()) {
        return all;
    }
    const QStringMatcher matcher(part.toCaseFolded());
    QList<int> found;
    for (const int index : all) {
        if (matcher.indexIn(m_folded.at(index)) >= 0) {
            found.append(index);
        }
    }
    return found;
}

void SortedTokens::replace(int index, const Token &token)
{
    m_tokens[index] = token;
    // While a key changes, nothing may be looked up by it.
    forEachOrder([index](QList<int> &indexes, Column, Qt::SortOrder) { indexes.removeOne(index); });
    m_keys[static_cast<size_t>(index)] = keysOf(token);
    forEachOrder([this, index](QList<int> &indexes, Column column, Qt::SortOrder order) {
        const auto place = std::lower_bound(
            indexes.cbegin(), indexes.cend(), index,
            [this, column, order](int a, int b) { return precedes(a, b, column, order); });
        indexes.insert(place, index);
    });
}

int SortedTokens::append(const Token &token)
{
    const int index = size();
    m_tokens.append(token);
    m_folded.append(token.name.toCaseFolded());
    m_keys.push_back(keysOf(token));
    m_indexes.insert(token.name, index);
    replace(index, token); // it is in no order yet, and takes its place in each
    return index;
}

} // namespace purser
