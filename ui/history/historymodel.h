// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "wording/reader.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QIcon>

#include <atomic>
#include <memory>
#include <optional>

namespace purser {

class JournalThread;

//! The journal's changes as rows. It holds the ids of all rows that the filter leaves, and of the
//! rows themselves only the ones that were looked at last: a journal of a million changes opens
//! and scrolls at once. What is not there yet is shown as "…" and arrives by dataChanged().
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        AccountColumn,
        TokenColumn,
        ChangeColumn,
        OutcomeColumn,
        ReasonColumn,
        ColumnCount
    };
    static constexpr int PageSize = 200; //!< rows that are fetched at once
    static constexpr int CachedRows = 5'000;

    //! journal: for reading; must outlive the model. Without rows until setFilter() or reload().
    explicit HistoryModel(JournalThread &journal, QObject *parent = nullptr);

    //! Each ends in counted() or failed(), unless the next one comes first.
    void setFilter(const JournalFilter &filter);
    //! A column that can't be sorted by is ignored.
    void sort(int column, Qt::SortOrder order) override;
    //! Looks for new and changed rows; what is shown stays until they are there.
    void reload();
    //! What was asked for and not begun is not done any more: for before the journal's thread ends.
    void giveUp();
    [[nodiscard]] const JournalFilter &filter() const { return m_wanted.filter; }
    //! What the rows are sorted by; nothing for the column Change.
    static std::optional<JournalColumn> sortColumn(int column);
    [[nodiscard]] bool isLoading() const { return m_loading; }

    //! Nothing if the row is not there yet; it is fetched then.
    [[nodiscard]] std::optional<ChangeRecord> record(int row) const;
    //! 0 for a row that does not exist.
    [[nodiscard]] qint64 idAt(int row) const;
    //! -1 if the change is not among the rows.
    [[nodiscard]] int rowOf(qint64 id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    //! The rows are those of the filter now.
    void counted(qint64 rows);
    void failed(const purser::JournalProblem &problem);

private:
    //! Which rows, in which order.
    struct Selection {
        JournalFilter filter;
        JournalColumn sortedBy = JournalColumn::Id;
        Qt::SortOrder order = Qt::DescendingOrder;

        friend bool operator==(const Selection &, const Selection &) = default;
    };
    struct Entry {
        std::optional<ChangeRecord> record; //!< nothing: the journal does not have it
        quint64 age = 0; //!< how often the journal had been looked through when it was fetched
    };

    void askForIds();
    void takeIds(const QList<qint64> &ids, const Selection &selection);
    void failIds(const JournalProblem &problem);
    const Entry *entryOf(int row) const;
    void want(int page) const;
    void fetchWanted();
    [[nodiscard]] QList<qint64> missingOf(int page) const;
    void takePage(int page, const QList<qint64> &ids, const QList<ChangeRecord> &records,
                  quint64 age);
    [[nodiscard]] QVariant text(const ChangeRecord &record, int column) const;
    [[nodiscard]] QIcon outcomeIcon(Outcome outcome) const;

    JournalThread &m_journal;
    Reader m_reader{QLocale(), QTimeZone::systemTimeZone(), {}};
    Selection m_wanted;
    Selection m_shown; //!< that of m_ids
    QList<qint64> m_ids;
    bool m_loading = false;
    //! Counts what was asked; shared with the journal's thread, which skips what is overtaken.
    std::shared_ptr<std::atomic<quint64>> m_step;

    mutable QCache<qint64, Entry> m_entries{CachedRows};
    mutable QList<int> m_wantedPages; //!< the one that was looked at last at the end
    mutable bool m_fetchPlanned = false;
    bool m_fetching = false;
    bool m_stuck = false; //!< a page could not be read: none is asked for until the next look
    quint64 m_age = 0;

    mutable QHash<int, QIcon> m_icons; //!< by tone
    mutable qint64 m_iconPalette = 0;
};

} // namespace purser
