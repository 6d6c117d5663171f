// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historyexport.h"

#include <QWidget>

#include <functional>

class QProgressBar;
class QPushButton;

namespace purser {

class ShownLabel;

//! Asks where an export is to go, runs it with progress and Cancel, and says how it ended.
class HistoryExportBar final : public QWidget {
    Q_OBJECT

public:
    //! Asks for a file without blocking and calls back, unless the user declines. The one who
    //! asks for it sees to it that nothing is overwritten unasked.
    using ChooseFile = std::function<void(QWidget *parent, const QString &suggestedName,
                                          std::function<void(const QString &path)> chosen)>;

    explicit HistoryExportBar(const QString &journalPath, QWidget *parent = nullptr);

    //! In place of the file dialog.
    void setChooseFile(ChooseFile choose) { m_choose = std::move(choose); }
    //! rows: about how many there are, for the progress.
    void exportChanges(const JournalFilter &filter, qint64 rows);
    [[nodiscard]] bool isRunning() const { return m_export.isRunning(); }

Q_SIGNALS:
    void runningChanged();

private:
    void start(const JournalFilter &filter, qint64 rows, const QString &path);
    void onFinished(const HistoryExport::Result &result);
    [[nodiscard]] QString sentence(const HistoryExport::Result &result) const;

    HistoryExport m_export;
    ChooseFile m_choose;
    ShownLabel *m_note = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace purser
