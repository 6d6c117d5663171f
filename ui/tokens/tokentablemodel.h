// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokens/sortedtokens.h"
#include "tokens/tokenmark.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QIcon>

#include <memory>

namespace purser {

//! The token list: name, type, balance, expiry, filtered and sorted by itself, because a proxy
//! model stalls the window at 100,000 tokens. A new list is sorted in a background thread; until
//! that is done, the rows are those of the old one. GUI thread only.
class TokenTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Column = SortedTokens::Column;

    //! locale: of the balances and of the order of names.
    explicit TokenTableModel(const QLocale &locale, QObject *parent = nullptr);
    ~TokenTableModel() override;

    //! The rows follow with modelReset, once they are sorted.
    void setTokens(const QList<Token> &tokens);
    //! Tokens of which nothing but the name is known. The rows follow with modelReset.
    void setNames(const QStringList &names);
    //! No rows, at once.
    void clear();
    //! Whether a list was set whose rows are still to come.
    [[nodiscard]] bool isSorting() const { return m_arriving; }

    //! A token's newer values, or a token that the list does not have. Its row stays where it is
    //! until the next list, filter or sorting, so that nothing jumps while somebody reads. Of
    //! several tokens of one name, the first is meant.
    void update(const Token &token);

    //! Only names with this in them, whatever their case.
    void setFilter(const QString &part);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    //! The time by which tokens have expired or soon do, in UTC. At first that of the start.
    void setNow(const QDateTime &now);
    //! The token that the form has: its name is bold. Empty for none.
    void setLoaded(const QString &name);

    [[nodiscard]] const Token &token(int row) const { return m_tokens->at(m_rows.at(row)); }
    //! The first row of that name, or -1.
    [[nodiscard]] int rowOf(const QString &name) const;
    //! How many tokens there are, filtered out or not.
    [[nodiscard]] int total() const { return m_tokens->size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    //! Typing ahead finds names by their start, whichever cell is the current one.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value,
                                        int hits, Qt::MatchFlags flags) const override;

private:
    using Tokens = std::shared_ptr<SortedTokens>;

    void takeSorted();
    void replaceTokens(Tokens tokens);
    void addRow(int index);
    void markChanged(int firstColumn, int lastColumn);
    [[nodiscard]] QString text(const Token &token, int column) const;
    [[nodiscard]] QString toolTip(const Token &token, int column) const;
    [[nodiscard]] QString description(const Token &token, int column) const;
    [[nodiscard]] std::optional<TokenMark> mark(const Token &token, int column) const;
    [[nodiscard]] QIcon markIcon(Tone tone) const;

    QLocale m_locale;
    QTimeZone m_zone;
    QDateTime m_now;
    Tokens m_tokens; //!< never null
    QList<int> m_rows; //!< the visible tokens' indexes
    QString m_filter;
    QString m_loaded;
    Column m_column = Column::NameColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QFutureWatcher<Tokens> m_watcher;
    bool m_arriving = false; //!< a list was set that is not shown yet
    QList<Token> m_updates; //!< newer than the list that is being sorted
    mutable QHash<Tone, QIcon> m_icons;
    mutable qint64 m_iconsPalette = 0; //!< which palette the icons were drawn for
};

} // namespace purser
