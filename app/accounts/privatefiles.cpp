// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

using namespace Qt::StringLiterals;

namespace purser {

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/purser.ini"_L1;
}

QString journalPath()
{
    // Local: on Windows the other one may roam, and SQLite's WAL must not.
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + "/journal.sqlite"_L1;
}

QString runsFolder(const QString &journalPath)
{
    return QFileInfo(journalPath).absolutePath() + "/runs"_L1;
}

QString draftsFolder(const QString &journalPath)
{
    return QFileInfo(journalPath).absolutePath() + "/drafts"_L1;
}

bool makePrivateFolderFor(const QString &filePath)
{
    const QString folder = QFileInfo(filePath).absolutePath();
    if (!QDir().mkpath(folder)) {
        return false;
    }
    // A folder of somebody else's (a shared temporary one) keeps its rights: the file has its own.
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return true;
}

bool makeFilePrivate(const QString &filePath)
{
    return !QFile::exists(filePath)
        || QFile::setPermissions(filePath, QFile::ReadOwner | QFile::WriteOwner);
}

void protectProcess()
{
#ifdef Q_OS_UNIX
    umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#elif defined(Q_OS_WIN)
    // A crash is not reported with a picture of the memory. Files are private by their folder.
    SetErrorMode(GetErrorMode() | SEM_NOGPFAULTERRORBOX);
#endif
}

int leaveProcess(int code)
{
#ifdef __MINGW32__
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(code));
#endif
    return code;
}

} // namespace purser
