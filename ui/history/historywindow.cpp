// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historywindow.h"

#include "history/changetext.h"
#include "history/historyfilterbar.h"
#include "history/historymodel.h"
#include "kit/shownlabel.h"
#include "kit/windowreader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QShowEvent>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using StoryAnswer = Expected<std::optional<ChangeStory>, JournalProblem>;

StoryAnswer readStory(Journal &journal, qint64 id)
{
    const auto record = journal.change(id);
    if (!record) {
        return Unexpected{record.error()};
    }
    if (!*record) {
        return std::optional<ChangeStory>();
    }
    ChangeStory story{**record, std::nullopt, std::nullopt};
    const auto undoneBy = journal.undoOf(id);
    if (!undoneBy) {
        return Unexpected{undoneBy.error()};
    }
    story.undoneBy = *undoneBy;
    if (story.record.undoes) {
        const auto undoes = journal.change(*story.record.undoes);
        if (!undoes) {
            return Unexpected{undoes.error()};
        }
        story.undoes = *undoes;
    }
    return std::optional(story);
}

} // namespace

HistoryWindow::~HistoryWindow()
{
    m_model->giveUp();
    if (isVisible()) {
        m_state.keep(); // no hideEvent() comes from here on
    }
}

void HistoryWindow::showToken(const QString &token)
{
    m_filterBar->showToken(token);
}

void HistoryWindow::setChooseFile(HistoryExportBar::ChooseFile choose)
{
    m_exportBar->setChooseFile(std::move(choose));
}

void HistoryWindow::refresh()
{
    if (!isVisible()) {
        return;
    }
    m_slow.start();
    m_model->setFilter(m_filterBar->filter()); // "today" may be another day by now
}

void HistoryWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous()) {
        refresh();
    }
}

void HistoryWindow::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) {
        m_state.keep();
    }
    QWidget::hideEvent(event);
}

void HistoryWindow::onFilterChanged()
{
    refresh();
}

void HistoryWindow::onSortIndicatorChanged(int column, Qt::SortOrder order)
{
    if (!HistoryModel::sortColumn(column)) {
        m_table->horizontalHeader()->setSortIndicator(m_sortColumn, m_sortOrder);
        return;
    }
    m_sortColumn = column;
    m_sortOrder = order;
    m_model->sort(column, order);
    if (m_model->isLoading()) {
        m_slow.start();
    }
}

void HistoryWindow::askForAccounts()
{
    m_journal->ask(
        this, [](Journal &journal) { return journal.accounts(); },
        [this](const Expected<QStringList, JournalProblem> &accounts) {
            if (accounts) {
                m_filterBar->setAccounts(*accounts); // without them it filters by the rest
            }
        });
}

void HistoryWindow::onCounted(qint64 rows)
{
    m_slow.stop();
    m_note->setTone(Tone::Neutral);
    if (rows > 0) {
        m_note->setShownText(tr("%Ln change(s)", nullptr, static_cast<int>(rows)));
    } else {
        m_note->setShownText(m_filterBar->isFiltering() ? tr("No change fits these filters.")
                                                        : tr("No change has been made yet."));
    }
    selectAgain();
    updateButtons();
    askForAccounts();
}

void HistoryWindow::onFailed(const JournalProblem &problem)
{
    m_slow.stop();
    m_note->setTone(Tone::Error);
    m_note->setShownText(changetext::unreadable(problem));
    updateButtons();
}

void HistoryWindow::keepPlace(int inserted)
{
    QScrollBar *bar = m_table->verticalScrollBar();
    if (bar->value() == bar->minimum()) {
        return; // at the top, new changes are to be seen
    }
    const int place = bar->value() + inserted;
    // The view learns of its new length later.
    QMetaObject::invokeMethod(
        this, [bar, place] { bar->setValue(place); }, Qt::QueuedConnection);
}

qint64 HistoryWindow::selectedCount() const
{
    qint64 count = 0;
    const QItemSelection ranges = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        count += range.height();
    }
    return count;
}

QList<qint64> HistoryWindow::selectedIds() const
{
    QList<int> rows;
    const QItemSelection ranges = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.append(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    QList<qint64> ids;
    for (const int row : std::as_const(rows)) {
        ids.append(m_model->idAt(row));
    }
    return ids;
}

void HistoryWindow::onSelectionChanged()
{
    const qint64 count = selectedCount();
    const qint64 id = count == 1 ? selectedIds().constFirst() : 0;
    updateButtons();
    if (id != 0 && id == m_selectedId) {
        return; // rows before it came or went
    }
    ++m_storyStep;
    m_selectedId = id;
    if (m_selectedId != 0) {
        setUndoable(false, tr("The change is being read\u2026"));
        askForStory(m_selectedId);
        return;
    }
    setUndoable(false, tr("Select one change to undo it."));
    m_details->clear(count == 0 ? tr("Select a change to see all that is known of it.")
                                : tr("%Ln change(s) selected", nullptr, static_cast<int>(count)));
}

void HistoryWindow::selectAgain()
{
    const int row = m_selectedId == 0 ? -1 : m_model->rowOf(m_selectedId);
    if (row < 0) {
        onSelectionChanged();
        return;
    }
    if (!m_table->selectionModel()->isRowSelected(row)) {
        const QModelIndex index = m_model->index(row, HistoryModel::TimeColumn);
        m_table->selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(index);
    }
    ++m_storyStep;
    askForStory(m_selectedId); // it may have been settled or undone
}

void HistoryWindow::askForStory(qint64 id)
{
    m_journal->ask(
        this, [id](Journal &journal) { return readStory(journal, id); },
        [this, step = m_storyStep](const StoryAnswer &story) {
            if (step != m_storyStep) {
                return;
            }
            if (!story) {
                setUndoable(false, changetext::unreadable(story.error()));
                m_details->clear(changetext::unreadable(story.error()));
            } else if (*story) {
                takeStory(**story);
            }
        });
}

void HistoryWindow::takeStory(const ChangeStory &story)
{
    m_details->showStory(story);
    const QString why =
        changetext::whyNotUndoable(story.record, story.undoneBy, QTimeZone::systemTimeZone());
    m_undoable = why.isEmpty() ? std::optional(story.record) : std::nullopt;
    setUndoable(m_undoable.has_value(),
                why.isEmpty() ? tr("Puts the inverse of this change into the form; nothing is "
                                   "sent before you submit it.")
                              : why);
}

void HistoryWindow::setUndoable(bool undoable, const QString &why)
{
    if (!undoable) {
        m_undoable.reset();
    }
    m_undo->setEnabled(undoable);
    m_undo->setToolTip(why);
    m_undo->setAccessibleDescription(why);
}

void HistoryWindow::requestUndo()
{
    if (m_undoable) {
        Q_EMIT undoRequested(*m_undoable);
    }
}

void HistoryWindow::copySelected()
{
    const qint64 count = selectedCount();
    if (count == 0) {
        return;
    }
    if (count > MaximumCopiedRows) {
        m_note->setTone(Tone::Warning);
        m_note->setShownText(tr("No more than %L1 changes are copied at once: export them instead.")
                                 .arg(MaximumCopiedRows));
        return;
    }
    m_journal->ask(
        this,
        [ids = selectedIds(),
         reader = readerOf(*this)](Journal &journal) -> Expected<QString, JournalProblem> {
            const auto records = journal.changes(ids);
            if (!records) {
                return Unexpected{records.error()};
            }
            return changetext::tabSeparated(*records, reader);
        },
        [this](const Expected<QString, JournalProblem> &text) {
            if (text) {
                QGuiApplication::clipboard()->setText(*text);
            } else {
                onFailed(text.error());
            }
        });
}

void HistoryWindow::updateButtons()
{
    m_copy->setEnabled(selectedCount() > 0);
    m_export->setEnabled(m_model->rowCount() > 0 && !m_exportBar->isRunning());
}

} // namespace purser
