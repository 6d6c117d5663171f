// SPDX-License-Identifier: GPL-3.0-or-later
// HistoryWindow's part that builds it and keeps its state.
#include "editing/workplace.h"
#include "history/historyfilterbar.h"
#include "history/historymodel.h"
#include "history/historywindow.h"
#include "kit/icons.h"
#include "kit/shownlabel.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace purser {

namespace {

//! Names of one origin often differ at their end alone.
class NameDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

//! With assistive technology about, Qt lists each selected cell to find the first one: with a
//! million rows the window would stand still.
class HistoryTable final : public QTableView {
public:
    using QTableView::QTableView;

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override
    {
        if (isLarge(selected) || isLarge(deselected)) {
            // Past QTableView, which does the listing.
            QAbstractItemView::selectionChanged( // NOLINT(bugprone-parent-virtual-call)
                selected, deselected);
        } else {
            QTableView::selectionChanged(selected, deselected);
        }
    }

private:
    static constexpr int Many = 10'000;

    static bool isLarge(const QItemSelection &selection)
    {
        return std::any_of(selection.cbegin(), selection.cend(),
                           [](const auto &range) { return range.height() > Many; });
    }
};

//! Times and outcomes have room for the longest one.
QList<int> columnWidths(const QFontMetrics &metrics)
{
    const int unit = metrics.averageCharWidth();
    const int time = metrics.horizontalAdvance(u"0000-00-00 00:00:00"_s) + 2 * unit;
    int outcome = 0;
    for (const Outcome one : AllOutcomes) {
        outcome = qMax(outcome, metrics.horizontalAdvance(wording::outcome(one)));
    }
    constexpr int Icon = 16;
    return {time, 14 * unit, 22 * unit, 36 * unit, outcome + Icon + 3 * unit, 20 * unit};
}

} // namespace

HistoryWindow::HistoryWindow(const QString &journalPath, const QString &settingsPath,
                             QWidget *parent)
    : QWidget(parent, Qt::Window), m_state(settingsPath, u"history"_s),
      m_journal(journalToRead(journalPath)), m_model(new HistoryModel(*m_journal, this)),
      m_filterBar(new HistoryFilterBar(this)),
      m_note(new ShownLabel(u"historyNote"_s, tr("About the changes"), this)),
      m_details(new HistoryDetails(this)), m_exportBar(new HistoryExportBar(journalPath, this))
{
    setObjectName("historyWindow"_L1);
    setWindowTitle(tr("History \u2013 Purser"));
    m_slow.setSingleShot(true);
    m_slow.setInterval(200ms);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_note->setTone(Tone::Neutral);
        m_note->setShownText(tr("Reading the journal\u2026"));
    });
    buildTable();
    buildButtons();
    layOut();
    addShortcuts();
    connect(m_model, &HistoryModel::counted, this, &HistoryWindow::onCounted);
    connect(m_model, &HistoryModel::failed, this, &HistoryWindow::onFailed);
    connect(m_filterBar, &HistoryFilterBar::filterChanged, this, &HistoryWindow::onFilterChanged);
    connect(m_exportBar, &HistoryExportBar::runningChanged, this, &HistoryWindow::updateButtons);
    onSelectionChanged();
    restoreState();
}

void HistoryWindow::buildTable()
{
    m_table = new HistoryTable(this);
    m_table->setObjectName("historyTable"_L1);
    m_table->setAccessibleName(tr("Changes"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(HistoryModel::TokenColumn, new NameDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(m_table->fontMetrics().height() * 6);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);

    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(true);
    // It would ask for each of all rows whether it is selected, to paint what it does not show.
    header->setSelectionModel(new QItemSelectionModel(m_model, m_table));
    const QList<int> widths = columnWidths(m_table->fontMetrics());
    for (int column = 0; column < widths.size(); ++column) {
        m_table->setColumnWidth(column, widths.at(column));
    }
    // Not by setSortingEnabled(): the column Change can't be sorted by.
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(m_sortColumn, m_sortOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryWindow::onSelectionChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex & /*parent*/, int first, int last) {
                keepPlace(last - first + 1);
            });
}

QPushButton *HistoryWindow::addButton(const QString &objectName, const QString &text,
                                      const QString &accessibleName, const QString &iconName)
{
    auto *button = iconName.isEmpty() ? new QPushButton(text, this)
                                      : new QPushButton(icon(iconName), text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(accessibleName);
    return button;
}

void HistoryWindow::buildButtons()
{
    m_undo = addButton(u"undoThisButton"_s, tr("&Undo this"), tr("Undo this"), u"revert"_s);
    m_copy = addButton(u"copyButton"_s, tr("Co&py"), tr("Copy"), u"copy"_s);
    m_copy->setToolTip(tr("Copies the selected changes as a table"));
    m_export = addButton(u"exportButton"_s, tr("&Export\u2026"), tr("Export"), u"submit"_s);
    m_export->setToolTip(tr("Writes all changes that fit the filters to a CSV or JSON file"));
    m_close = addButton(u"historyCloseButton"_s, tr("C&lose"), tr("Close"), QString());
    connect(m_undo, &QPushButton::clicked, this, &HistoryWindow::requestUndo);
    connect(m_copy, &QPushButton::clicked, this, &HistoryWindow::copySelected);
    connect(m_export, &QPushButton::clicked, this,
            [this] { m_exportBar->exportChanges(m_model->filter(), m_model->rowCount()); });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
}

void HistoryWindow::layOut()
{
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName("historySplitter"_L1);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_export);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_note);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_exportBar);
    layout->addLayout(buttons);
    m_table->setFocus();
}

void HistoryWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, QWidget *where, Qt::ShortcutContext context,
                            auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(context);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence(Qt::Key_Escape), this, Qt::WindowShortcut, &QWidget::close);
    add(QKeySequence(Qt::Key_F5), this, Qt::WindowShortcut, &HistoryWindow::refresh);
    add(QKeySequence::Copy, m_table, Qt::WidgetShortcut, &HistoryWindow::copySelected);
}

void HistoryWindow::restoreState()
{
    QHeaderView *header = m_table->horizontalHeader();
    m_state.addSizeOf(this, QSize(1080, 720));
    m_state.add(u"splitter"_s, m_splitter, {380, 260});
    m_state.add(u"header"_s, header);
    m_state.restore();
    if (HistoryModel::sortColumn(header->sortIndicatorSection())) {
        m_sortColumn = header->sortIndicatorSection();
        m_sortOrder = header->sortIndicatorOrder();
    }
    header->setSortIndicator(m_sortColumn, m_sortOrder);
    m_model->sort(m_sortColumn, m_sortOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            &HistoryWindow::onSortIndicatorChanged);
}

} // namespace purser
