// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historydetails.h"
#include "history/historyexportbar.h"
#include "journal/journalthread.h"
#include "kit/windowstate.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QPushButton;
class QSplitter;
class QTableView;

namespace purser {

class HistoryFilterBar;
class HistoryModel;

//! The journal as a window of its own, beside the main window: all changes, filtered and sorted,
//! all that is known of one, its undo, and exports. It only reads the journal.
class HistoryWindow final : public QWidget {
    Q_OBJECT

public:
    //! More rows than this are not copied: an export takes them.
    static constexpr int MaximumCopiedRows = 10'000;

    //! settingsPath: the ini file that keeps the window's size, columns and order.
    HistoryWindow(const QString &journalPath, const QString &settingsPath,
                  QWidget *parent = nullptr);
    ~HistoryWindow() override;

    //! Filters by the token alone.
    void showToken(const QString &token);
    //! Looks for new and changed rows. Hidden, it does so when it is shown.
    void refresh();
    //! In place of the file dialog.
    void setChooseFile(HistoryExportBar::ChooseFile choose);

Q_SIGNALS:
    //! record: in force, and not undone when the button was pressed.
    void undoRequested(const purser::ChangeRecord &record);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // Layout
    void buildTable();
    void buildButtons();
    void layOut();
    void addShortcuts();
    QPushButton *addButton(const QString &objectName, const QString &text,
                           const QString &accessibleName, const QString &iconName);
    void restoreState();

    // Rows
    void onFilterChanged();
    void onSortIndicatorChanged(int column, Qt::SortOrder order);
    void onCounted(qint64 rows);
    void onFailed(const JournalProblem &problem);
    void keepPlace(int inserted);
    void askForAccounts();

    // The selected change
    void onSelectionChanged();
    void askForStory(qint64 id);
    void takeStory(const ChangeStory &story);
    void selectAgain();
    [[nodiscard]] QList<qint64> selectedIds() const;
    [[nodiscard]] qint64 selectedCount() const;
    void setUndoable(bool undoable, const QString &why);
    void requestUndo();
    void copySelected();
    void updateButtons();

    WindowState m_state;
    std::unique_ptr<JournalThread> m_journal;
    HistoryModel *m_model = nullptr;
    HistoryFilterBar *m_filterBar = nullptr;
    ShownLabel *m_note = nullptr;
    QTimer m_slow; //!< only a wait that can be felt is worth words
    QTableView *m_table = nullptr;
    HistoryDetails *m_details = nullptr;
    QSplitter *m_splitter = nullptr;
    HistoryExportBar *m_exportBar = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_close = nullptr;

    qint64 m_selectedId = 0; //!< 0: none, or several
    quint64 m_storyStep = 0; //!< tells late answers from the current one
    std::optional<ChangeRecord> m_undoable; //!< what the button undoes
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace purser
