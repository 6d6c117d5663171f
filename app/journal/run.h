// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace purser {

//! One run of a program that writes the journal. Its id is in the rows that it writes; as long
//! as it lives it holds a lock file of that name, so that others can tell whether it is gone.
class Run {
public:
    //! folder: where the lock files are, made if need be, for their owner alone. Empty: a run
    //! that nobody can find (its rows count as those of a run that is gone).
    explicit Run(QString folder);
    ~Run();
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    //! Unique among all runs there ever were. It begins with the form of journal that the run
    //! writes: "2-" and a UUID; the first form's runs have the UUID alone.
    [[nodiscard]] QString id() const { return m_id; }
    //! False: the lock file could not be made. Others would take this run for gone.
    [[nodiscard]] bool isLocked() const;
    //! Whether the run of this id has ended, however it did; false for this one. Removes what
    //! the ended one left. Safe to call from another thread.
    [[nodiscard]] bool isGone(const QString &id) const;
    //! Whether a run lives that writes a journal of a form before this version. Safe to call from
    //! another thread.
    [[nodiscard]] bool olderLives(int version) const;

private:
    QString m_folder;
    QString m_id;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace purser
