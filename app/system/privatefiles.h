// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"

#include <QByteArray>
#include <QString>

namespace purser {

//! The settings file of the running user: purser.ini in the system's place for it
//! ($XDG_CONFIG_HOME/purser on Linux; a relative one is ignored). The application's name must be
//! set.
QString settingsPath();

//! The change journal of the running user: journal.sqlite in the system's place for data
//! ($XDG_DATA_HOME/purser on Linux; a relative one is ignored). The application's name must be
//! set.
QString journalPath();
//! Where the lock files of the runs are that write a journal.
QString runsFolder(const QString &journalPath);
//! Where edits are kept that were not sent.
QString draftsFolder(const QString &journalPath);

//! Makes the folder of a file, readable by its owner alone. False: it can't be made.
bool makePrivateFolderFor(const QString &filePath);

//! Takes the permissions for the folder of a file from everybody but its owner, if that is us.
void makeFolderPrivate(const QString &filePath);

//! Takes a file's permissions from everybody but its owner. True where there is no such file.
bool makeFilePrivate(const QString &filePath);

//! Whether something else has a file's name: a folder, a pipe, a device, a socket. To open it may
//! never end. A file that is made or removed meanwhile is none of these.
bool isNoFile(const QString &path);

//! Why a file was not read.
enum class FileProblem {
    Unreadable, //!< no right to it, or the disk failed
    NotAFile, //!< a folder, a pipe, a device, a socket: it might never end, or never begin
    TooLarge, //!< over the maximum
};

//! The whole of a small file. Never waits for another program, and holds no more than maximum
//! bytes of it at a time. What others may do with a file of ours is taken back from them; a link
//! to a file is followed. Nothing where there is no such file.
Expected<QByteArray, FileProblem> readPrivateFile(const QString &path, qsizetype maximum);

//! Before anything else in main: whatever this process writes is for its owner alone, a crash
//! leaves no memory image behind that would hold a JWT, no other program of the user's can look
//! into the memory (Linux), and a standard stream that is closed is /dev/null from here on.
void protectProcess();

//! The last thing in main, when every object of the program's is gone. Returns code. Built with
//! MinGW it ends the process instead: its thread library waits for ever where a thread of Qt's
//! is about to end at that moment.
int leaveProcess(int code);

} // namespace purser
