// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyexportbar.h"

#include "history/changetext.h"
#include "kit/icons.h"
#include "kit/shownlabel.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

struct FileChoice {
    Q_DECLARE_TR_FUNCTIONS(FileChoice)
};

void chooseByDialog(QWidget *parent, const QString &suggestedName,
                    std::function<void(const QString &)> chosen)
{
    const QString csv = FileChoice::tr("Table, CSV (*.csv)");
    const QString json = FileChoice::tr("JSON (*.json)");
    auto *dialog = new QFileDialog(parent, FileChoice::tr("Export changes"));
    dialog->setObjectName("historyFileDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setNameFilters({csv, json});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, json](const QString &filter) {
                         dialog->setDefaultSuffix(filter == json ? u"json"_s : u"csv"_s);
                     });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace

HistoryExportBar::HistoryExportBar(const QString &journalPath, QWidget *parent)
    : QWidget(parent), m_export(journalPath), m_choose(chooseByDialog)
{
    m_note = new ShownLabel(u"historyExportNote"_s, tr("About the export"), this);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum); // paths may be long
    m_progress = new QProgressBar(this);
    m_progress->setObjectName("historyExportProgress"_L1);
    m_progress->setAccessibleName(tr("Export progress"));
    m_progress->setMaximumWidth(220);
    m_cancel = new QPushButton(icon(u"cancel"_s), tr("Ca&ncel export"), this);
    m_cancel->setObjectName("historyExportCancelButton"_L1);
    m_cancel->setAccessibleName(tr("Cancel export"));
    m_cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_note, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, &m_export, &HistoryExport::cancel);
    connect(&m_export, &HistoryExport::progressed, this,
            [this](qint64 rows) { m_progress->setValue(static_cast<int>(rows)); });
    connect(&m_export, &HistoryExport::finished, this, &HistoryExportBar::onFinished);
    hide();
}

void HistoryExportBar::exportChanges(const JournalFilter &filter, qint64 rows)
{
    const QString name = u"purser-changes-%1.csv"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    m_choose(window(), name,
             [bar = QPointer<HistoryExportBar>(this), filter, rows](const QString &path) {
                 if (bar && !path.isEmpty() && !bar->isRunning()) {
                     bar->start(filter, rows, path);
                 }
             });
}

void HistoryExportBar::start(const JournalFilter &filter, qint64 rows, const QString &path)
{
    m_note->setTone(Tone::Neutral);
    m_note->setShownText(tr("Writing %1\u2026").arg(QDir::toNativeSeparators(path)));
    m_progress->setRange(0, static_cast<int>(rows));
    m_progress->setValue(0);
    m_progress->show();
    m_cancel->show();
    show();
    m_export.start(filter, path);
    Q_EMIT runningChanged();
}

void HistoryExportBar::onFinished(const HistoryExport::Result &result)
{
    m_progress->hide();
    m_cancel->hide();
    m_note->setShownText(sentence(result));
    const bool failed = result.journalProblem || !result.fileProblem.isEmpty();
    if (failed) {
        m_note->setTone(Tone::Error);
    } else {
        m_note->setTone(result.cancelled ? Tone::Neutral : Tone::Success);
    }
    Q_EMIT runningChanged();
}

QString HistoryExportBar::sentence(const HistoryExport::Result &result) const
{
    const QString path = QDir::toNativeSeparators(result.path);
    if (result.cancelled) {
        return tr("The export was cancelled; nothing was written.");
    }
    if (result.journalProblem) {
        return tr("Nothing was exported.") + u' ' + changetext::unreadable(*result.journalProblem);
    }
    if (!result.fileProblem.isEmpty()) {
        return tr("Nothing was exported: %1 can't be written (%2). Choose another place.")
            .arg(path, result.fileProblem);
    }
    const int rows = static_cast<int>(result.rows);
    return result.format == ExportFormat::Json
        ? tr("%Ln change(s) written as JSON to %1", nullptr, rows).arg(path)
        : tr("%Ln change(s) written as CSV to %1", nullptr, rows).arg(path);
}

} // namespace purser
