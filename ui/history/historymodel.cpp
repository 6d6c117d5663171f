// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historymodel.h"

#include "history/changetext.h"
#include "journal/journalthread.h"
#include "kit/icons.h"
#include "wording/wording.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int RowIconSize = 16;
//! Pages that were passed while scrolling need not be fetched any more.
constexpr qsizetype PagesInMind = 4;

using Ids = Expected<QList<qint64>, JournalProblem>;

//! Tooltips guess at rich text; this way there is nothing to guess.
QString asToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace

HistoryModel::HistoryModel(JournalThread &journal, QObject *parent)
    : QAbstractTableModel(parent), m_journal(journal),
      m_step(std::make_shared<std::atomic<quint64>>(0))
{
}

void HistoryModel::giveUp()
{
    ++*m_step;
    m_wantedPages.clear();
}

void HistoryModel::setFilter(const JournalFilter &filter)
{
    m_wanted.filter = filter;
    askForIds();
}

void HistoryModel::sort(int column, Qt::SortOrder order)
{
    const auto by = sortColumn(column);
    if (!by || (m_wanted.sortedBy == *by && m_wanted.order == order)) {
        return;
    }
    m_wanted.sortedBy = *by;
    m_wanted.order = order;
    askForIds();
}

void HistoryModel::reload()
{
    askForIds();
}

std::optional<JournalColumn> HistoryModel::sortColumn(int column)
{
    switch (column) {
    case TimeColumn:
        return JournalColumn::Id;
    case AccountColumn:
        return JournalColumn::Account;
    case TokenColumn:
        return JournalColumn::Token;
    case OutcomeColumn:
        return JournalColumn::Outcome;
    case ReasonColumn:
        return JournalColumn::Reason;
    default:
        return std::nullopt;
    }
}

void HistoryModel::askForIds()
{
    const quint64 step = ++*m_step;
    m_loading = true;
    m_journal.ask(
        this,
        [step, newest = m_step, wanted = m_wanted](Journal &journal) -> Ids {
            if (newest->load() != step) {
                return QList<qint64>();
            }
            return journal.ids(wanted.filter, wanted.sortedBy, wanted.order);
        },
        [this, step, wanted = m_wanted](const Ids &ids) {
            if (m_step->load() != step) {
                return;
            }
            m_loading = false;
            if (ids) {
                takeIds(*ids, wanted);
            } else {
                failIds(ids.error());
            }
        });
}

void HistoryModel::takeIds(const QList<qint64> &ids, const Selection &selection)
{
    ++m_age; // what is in the cache is shown until it has been looked at again
    m_stuck = false;
    m_wantedPages.clear();
    const bool sameRows = selection == m_shown;
    m_shown = selection;
    const qsizetype more = ids.size() - m_ids.size();
    if (sameRows && more >= 0 && std::equal(m_ids.cbegin(), m_ids.cend(), ids.cbegin() + more)) {
        if (more > 0) {
            beginInsertRows({}, 0, static_cast<int>(more) - 1);
            m_ids = ids;
            endInsertRows();
        }
        if (!m_ids.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
    } else {
        beginResetModel();
        m_ids = ids;
        endResetModel();
    }
    Q_EMIT counted(m_ids.size());
}

void HistoryModel::failIds(const JournalProblem &problem)
{
    if (m_wanted != m_shown && !m_ids.isEmpty()) { // rows of another filter would mislead
        beginResetModel();
        m_ids.clear();
        endResetModel();
    }
    Q_EMIT failed(problem);
}

const HistoryModel::Entry *HistoryModel::entryOf(int row) const
{
    const Entry *entry = m_entries.object(m_ids.at(row));
    if (!entry || entry->age != m_age) {
        want(row / PageSize);
    }
    return entry;
}

void HistoryModel::want(int page) const
{
    if (m_stuck || (!m_wantedPages.isEmpty() && m_wantedPages.constLast() == page)) {
        return;
    }
    m_wantedPages.removeOne(page);
    m_wantedPages.append(page);
    if (m_wantedPages.size() > PagesInMind) {
        m_wantedPages.removeFirst();
    }
    if (!m_fetchPlanned && !m_fetching) {
        m_fetchPlanned = true;
        // data() is const, fetching is not.
        auto *self = const_cast<HistoryModel *>(this); // NOLINT(*-const-cast)
        QMetaObject::invokeMethod(self, &HistoryModel::fetchWanted, Qt::QueuedConnection);
    }
}

QList<qint64> HistoryModel::missingOf(int page) const
{
    QList<qint64> missing;
    const qsizetype end = qMin<qsizetype>(m_ids.size(), (qsizetype(page) + 1) * PageSize);
    for (qsizetype row = qsizetype(page) * PageSize; row < end; ++row) {
        const Entry *entry = m_entries.object(m_ids.at(row));
        if (!entry || entry->age != m_age) {
            missing.append(m_ids.at(row));
        }
    }
    return missing;
}

void HistoryModel::fetchWanted()
{
    m_fetchPlanned = false;
    if (m_fetching) {
        return; // the answer goes on with the next page
    }
    QList<qint64> ids;
    int page = 0;
    while (ids.isEmpty() && !m_wantedPages.isEmpty()) {
        page = m_wantedPages.takeLast();
        ids = missingOf(page);
    }
    if (ids.isEmpty()) {
        return;
    }
    m_fetching = true;
    m_journal.ask(
        this, [ids](Journal &journal) { return journal.changes(ids); },
        [this, page, ids, age = m_age](const auto &records) {
            m_fetching = false;
            if (records) {
                takePage(page, ids, *records, age);
            } else {
                m_stuck = true;
                m_wantedPages.clear();
                Q_EMIT failed(records.error());
            }
        });
}

void HistoryModel::takePage(int page, const QList<qint64> &ids, const QList<ChangeRecord> &records,
                            quint64 age)
{
    for (const qint64 id : ids) {
        m_entries.insert(id, new Entry{std::nullopt, age});
    }
    for (const ChangeRecord &record : records) {
        m_entries.insert(record.id, new Entry{record, age});
    }
    const int first = page * PageSize;
    const int last = qMin(first + PageSize, rowCount()) - 1;
    if (first <= last) {
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    }
    fetchWanted();
}

std::optional<ChangeRecord> HistoryModel::record(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return std::nullopt;
    }
    const Entry *entry = entryOf(row);
    return entry ? entry->record : std::nullopt;
}

qint64 HistoryModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids.at(row) : 0;
}

int HistoryModel::rowOf(qint64 id) const
{
    return static_cast<int>(m_ids.indexOf(id));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry *entry = entryOf(index.row());
    if (!entry || !entry->record) {
        return role == Qt::DisplayRole ? u"\u2026"_s : QVariant();
    }
    const ChangeRecord &record = *entry->record;
    const bool isOutcome = index.column() == OutcomeColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(record, index.column());
    case Qt::ToolTipRole:
        return asToolTip(isOutcome ? changetext::meaning(record.outcome)
                                   : text(record, index.column()).toString());
    case Qt::DecorationRole:
        return isOutcome ? outcomeIcon(record.outcome) : QVariant();
    case Qt::ForegroundRole:
        return isOutcome ? toneColor(changetext::tone(record.outcome), QGuiApplication::palette())
                         : QVariant();
    case Qt::AccessibleDescriptionRole:
        return isOutcome ? changetext::meaning(record.outcome) : QVariant();
    default:
        return {};
    }
}

QVariant HistoryModel::text(const ChangeRecord &record, int column) const
{
    switch (column) {
    case TimeColumn:
        return changetext::time(record.createdAt, m_reader.zone);
    case AccountColumn:
        return record.key.account;
    case TokenColumn:
        return record.key.token;
    case ChangeColumn:
        return changetext::summary(record, m_reader);
    case OutcomeColumn:
        return wording::outcome(record.outcome);
    case ReasonColumn:
        return record.reason;
    default:
        return {};
    }
}

QIcon HistoryModel::outcomeIcon(Outcome outcome) const
{
    const QPalette palette = QGuiApplication::palette();
    if (m_iconPalette != palette.cacheKey()) {
        m_iconPalette = palette.cacheKey();
        m_icons.clear();
    }
    QIcon &icon = m_icons[static_cast<int>(changetext::tone(outcome))];
    if (icon.isNull()) {
        const QString name = changetext::iconName(outcome);
        const QColor color = toneColor(changetext::tone(outcome), palette);
        const QColor selected = palette.color(QPalette::HighlightedText);
        for (const qreal ratio : {1.0, 2.0, 3.0}) {
            icon.addPixmap(iconPixmap(name, color, RowIconSize, ratio));
            icon.addPixmap(iconPixmap(name, selected, RowIconSize, ratio), QIcon::Selected);
        }
    }
    return icon;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::InitialSortOrderRole && section == TimeColumn) {
        return QVariant::fromValue(Qt::DescendingOrder);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case AccountColumn:
        return tr("Account");
    case TokenColumn:
        return tr("Token");
    case ChangeColumn:
        return tr("Change");
    case OutcomeColumn:
        return tr("Outcome");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace purser
