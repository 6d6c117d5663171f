// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QString>

#include <optional>

namespace purser {

//! What is at the journal's path.
enum class FileState {
    Empty, //!< a SQLite file without anything in it, or of no length
    Journal, //!< of a version that this Purser knows
    TooNew,
    Damaged, //!< no SQLite file, one with faults, or somebody else's
};

//! Looks at an existing file without changing it. thorough: checks the indexes as well.
Expected<FileState, JournalProblem> inspectFile(const QString &path, bool thorough);

//! Renames the file, with what SQLite keeps beside it, to journal.damaged-DATE.sqlite, and gives
//! that path. Nothing is overwritten. Empty: the file is not the one of this identity any more,
//! somebody else has set it aside; nothing was done.
Expected<QString, JournalProblem> setAside(const QString &path, const JournalFileId &id);

//! journal.WHAT-2026-11-24T15-04-05Z.sqlite beside it, where nothing of that name exists.
QString freeNameBeside(const QString &path, const QString &what);

//! Makes an empty file for its owner alone. No problem if it is there already.
std::optional<JournalProblem> makePrivateFile(const QString &path);
//! Takes the rights of others from the file and from what SQLite keeps beside it.
void makeJournalPrivate(const QString &path);
//! Whether SQLite's files of a journal are there without the journal itself.
bool hasOrphans(const QString &path);

//! Something else than a file where the journal or a file of SQLite's beside it is to be: a pipe
//! would never open, a device never end.
std::optional<JournalProblem> findNoFile(const QString &path);

//! Which file a path leads to now. On Windows an open journal can be neither removed nor
//! replaced, so that there it is enough that it exists.
JournalFileId fileIdOf(const QString &path);

} // namespace purser
