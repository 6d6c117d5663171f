// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "journal/journalexport.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace purser {

class JournalThread;

//! Writes changes of the journal to a file, in a thread and with a connection of its own. The
//! file is there when all of it is written, not before: a cancelled or failed export leaves what
//! was there as it was.
class HistoryExport final : public QObject {
    Q_OBJECT

public:
    struct Result {
        QString path;
        ExportFormat format = ExportFormat::Csv;
        qint64 rows = 0; //!< that were written
        bool cancelled = false;
        std::optional<JournalProblem> journalProblem;
        QString fileProblem; //!< technical, for below a sentence
    };

    explicit HistoryExport(QString journalPath, QObject *parent = nullptr);
    //! Cancels one that is running.
    ~HistoryExport() override;

    //! What the name ends in decides: ".json", or anything else for CSV.
    static ExportFormat formatFor(const QString &path);

    //! Precondition: none is running.
    void start(const JournalFilter &filter, const QString &path);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    //! How many rows have been written, several times a second.
    void progressed(qint64 rows);
    void finished(const purser::HistoryExport::Result &result);

private:
    //! What both threads see.
    struct Shared {
        std::atomic<qint64> rows = 0;
        std::atomic<bool> cancelled = false;
    };

    static Result write(Journal &journal, const JournalFilter &filter, const QString &path,
                        Shared &shared);
    void end(const Result &result);

    QString m_journalPath;
    QTimer m_ticks;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<JournalThread> m_thread;
};

} // namespace purser
