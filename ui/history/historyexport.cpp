// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyexport.h"

#include "editing/workplace.h"
#include "journal/journalthread.h"

#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace purser {

HistoryExport::HistoryExport(QString journalPath, QObject *parent)
    : QObject(parent), m_journalPath(std::move(journalPath))
{
    m_ticks.setInterval(50ms);
    connect(&m_ticks, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_shared->rows); });
}

HistoryExport::~HistoryExport()
{
    cancel(); // or the thread would be waited for until all is written
}

ExportFormat HistoryExport::formatFor(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? ExportFormat::Json : ExportFormat::Csv;
}

void HistoryExport::start(const JournalFilter &filter, const QString &path)
{
    m_shared = std::make_shared<Shared>();
    m_thread = journalToRead(m_journalPath);
    m_ticks.start();
    m_thread->ask(
        this,
        [filter, path, shared = m_shared](Journal &journal) {
            return write(journal, filter, path, *shared);
        },
        [this](const Result &result) { end(result); });
}

void HistoryExport::cancel()
{
    if (m_shared) {
        m_shared->cancelled = true;
    }
}

HistoryExport::Result HistoryExport::write(Journal &journal, const JournalFilter &filter,
                                           const QString &path, Shared &shared)
{
    Result result;
    result.path = path;
    result.format = formatFor(path);
    QSaveFile file(path); // uncommitted, it leaves nothing
    if (!file.open(QIODevice::WriteOnly)) {
        result.fileProblem = file.errorString();
        return result;
    }
    const auto rows = exportJournal(journal, filter, result.format, file,
                                    [&shared](qint64 done, qint64 /*total*/) {
                                        shared.rows = done;
                                        return !shared.cancelled;
                                    });
    if (!rows && rows.error().kind == ExportProblem::Kind::Write) {
        result.fileProblem = rows.error().detail;
    } else if (!rows && rows.error().kind == ExportProblem::Kind::Journal) {
        result.journalProblem = rows.error().journal.value_or(JournalProblem());
    } else if (!rows || shared.cancelled) {
        result.cancelled = true;
    } else if (!file.commit()) {
        result.fileProblem = file.errorString();
    } else {
        result.rows = *rows;
    }
    return result;
}

void HistoryExport::end(const Result &result)
{
    m_ticks.stop();
    // It called this: it ends by itself, when it is done with it.
    m_thread.release()->deleteLater();
    m_shared.reset();
    Q_EMIT finished(result);
}

} // namespace purser
