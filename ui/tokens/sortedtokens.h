// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"

#include <QCollator>
#include <QHash>
#include <QLocale>

#include <array>
#include <vector>

namespace purser {

//! Tokens in every order that a list of them can have, worked out once, so that sorting and
//! filtering 100,000 of them is a walk and nothing else. Indexes are places in the list as it
//! came. A column's tokens that have nothing to sort by (no balance, never, not stated) come
//! last in both directions; ties are in the order of the names.
class SortedTokens {
public:
    enum Column { NameColumn, TypeColumn, BalanceColumn, ExpiryColumn };
    static constexpr int ColumnCount = 4;

    //! Sorts: 100,000 tokens take some tenths of a second, which belong into a background thread.
    //! locale: for the order of names.
    SortedTokens(const QList<Token> &tokens, const QLocale &locale);

    [[nodiscard]] int size() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] const Token &at(int index) const { return m_tokens.at(index); }
    //! The first token of that name, or -1.
    [[nodiscard]] int indexOf(const QString &name) const { return m_indexes.value(name, -1); }
    [[nodiscard]] bool matches(int index, const QString &foldedPart) const;
    [[nodiscard]] bool startsWith(int index, const QString &foldedStart) const;
    //! The tokens whose name has the part in it, whatever its case, in a column's order.
    [[nodiscard]] QList<int> matching(const QString &part, Column column,
                                      Qt::SortOrder order) const;
    //! Whether a token comes before another one.
    [[nodiscard]] bool precedes(int a, int b, Column column, Qt::SortOrder order) const;

    //! A token's newer values; its name is the same.
    void replace(int index, const Token &token);
    //! Returns the new token's index.
    int append(const Token &token);

private:
    //! What to sort by; what has nothing goes by the reason: 1 none or never, 2 not stated.
    struct Number {
        int lack = 0;
        qint64 value = 0;
    };
    struct Keys {
        QCollatorSortKey name;
        QCollatorSortKey type;
        bool untyped = false;
        Number balance;
        Number expiry;
    };

    Keys keysOf(const Token &token);
    //! Negative: a is before b, by this column alone.
    [[nodiscard]] int compared(int a, int b, Column column, Qt::SortOrder order) const;
    [[nodiscard]] const QList<int> &ordered(Column column, Qt::SortOrder order) const;
    void sortAll();
    template <typename Change>
    void forEachOrder(Change change);

    QList<Token> m_tokens;
    QStringList m_folded; //!< the names, without case
    std::vector<Keys> m_keys;
    QHash<QString, int> m_indexes;
    QCollator m_collator;
    QHash<QString, QCollatorSortKey> m_typeKeys; //!< of the few types that there are
    std::array<std::array<QList<int>, 2>, ColumnCount> m_orders; //!< ascending, descending
};

} // namespace purser
