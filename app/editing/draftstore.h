// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/run.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace purser {

//! An edit that a run which is gone has left behind.
struct Draft {
    QString path; //!< its file, which is this run's now
    QJsonObject content;
};

//! Edits that were not sent, in files, so that a crash does not lose them: one for each run,
//! named after it, for its owner alone. It knows nothing of what is in them; no secret is to be
//! put there. GUI thread only; files are written in a thread of their own.
class DraftStore {
public:
    //! folder: made if need be. run must outlive the store.
    DraftStore(QString folder, const Run &run);
    //! Waits until what was saved is on the disk.
    ~DraftStore();
    DraftStore(const DraftStore &) = delete;
    DraftStore &operator=(const DraftStore &) = delete;

    [[nodiscard]] QString folder() const { return m_folder; }
    //! report is told, in the GUI thread, whether what was saved last is on the disk. Where it
    //! can't be written, an older one of this run's is removed: it would be taken for the edit.
    //! Where there is no edit any more, nothing can be lost: kept.
    void setReport(std::function<void(bool isKept)> report) { m_report = std::move(report); }
    //! This run's edit as it is now. The newest wins.
    void save(const QJsonObject &content);
    //! There is no edit any more.
    void remove();
    //! Waits until what was saved is on the disk. Where it can't be written, an older one of this
    //! run's is removed. False: that stays there, and would be offered after a crash.
    [[nodiscard]] bool flush();

    //! Takes over what runs that are gone left behind, oldest first. A draft stays on the disk,
    //! for the next run if need be, until it is removed. What is no file of a draft's size stays
    //! where it is.
    QList<Draft> claim();
    //! Once what was saved before is on the disk.
    void remove(const Draft &draft);
    //! At once. False: it is still there.
    [[nodiscard]] bool removeNow(const Draft &draft);

private:
    [[nodiscard]] QString ownPath(int number) const;
    void tell(bool isKept); //!< in the writer's thread

    QString m_folder;
    const Run &m_run;
    QObject m_guiThread; //!< before m_writer, which is waited for
    std::function<void(bool)> m_report;
    QThreadPool m_writer;
    QJsonObject m_saved;
    std::atomic<bool> m_isWritten{true}; //!< or removed: what was asked for last
};

} // namespace purser
