// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/privatefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#elif defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! One byte more than may be there tells a file that is too large, whatever its stated size.
Expected<QByteArray, FileProblem> readAll(QFile &file, qsizetype maximum)
{
    QByteArray content = file.read(maximum + 1);
    if (file.error() != QFile::NoError) {
        return Unexpected{FileProblem::Unreadable};
    }
    if (content.size() > maximum) {
        return Unexpected{FileProblem::TooLarge};
    }
    return content;
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

//! By the user database, where HOME doesn't say: a relative one would be another folder in each
//! working directory.
QString homeFolder()
{
    QString home = QFile::decodeName(qgetenv("HOME"));
    if (!home.startsWith(u'/')) {
        const passwd *user = ::getpwuid(::geteuid());
        home = user != nullptr ? QFile::decodeName(user->pw_dir) : QString();
    }
    return home.startsWith(u'/') ? home : QDir::rootPath();
}

//! As XDG's Base Directory Specification has it: "All paths set in these environment variables
//! must be absolute. If an implementation encounters a relative path [...] it should consider the
//! path invalid and ignore it." Qt 6.4 follows it instead.
QString folderOf(QStandardPaths::StandardLocation location)
{
    const bool isConfig = location == QStandardPaths::AppConfigLocation;
    QString base = QFile::decodeName(qgetenv(isConfig ? "XDG_CONFIG_HOME" : "XDG_DATA_HOME"));
    if (!base.startsWith(u'/')) {
        base = homeFolder() + (isConfig ? "/.config"_L1 : "/.local/share"_L1);
    }
    return QDir::cleanPath(base + u'/' + QCoreApplication::applicationName());
}

#else

QString folderOf(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location);
}

#endif

#ifdef Q_OS_UNIX

//! A descriptor from 0 to 2 that is closed would be given to the next file or pipe that is opened,
//! and what is meant for people would be written into that.
void fillStandardStreams()
{
    int descriptor = -1;
    do {
        descriptor = ::open("/dev/null", O_RDWR); // always the lowest that is free
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0) {
        ::close(descriptor);
    }
}

//! What others may do with a file of ours is taken back. A failure (a read-only disk) is no
//! reason not to read it.
void makePrivate(int descriptor, const struct stat &status)
{
    constexpr mode_t Ours = S_IRUSR | S_IWUSR;
    const mode_t mode = status.st_mode & ~static_cast<mode_t>(S_IFMT);
    if (status.st_uid == ::geteuid() && (mode & ~Ours) != 0) {
        ::fchmod(descriptor, mode & Ours);
    }
}

#endif

} // namespace

QString settingsPath()
{
    return folderOf(QStandardPaths::AppConfigLocation) + "/purser.ini"_L1;
}

QString journalPath()
{
    // Local: on Windows the other one may roam, and SQLite's WAL must not.
    return folderOf(QStandardPaths::AppLocalDataLocation) + "/journal.sqlite"_L1;
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

void makeFolderPrivate(const QString &filePath)
{
#ifdef Q_OS_UNIX
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QFileInfo folder(QFileInfo(filePath).absolutePath());
    if (folder.ownerId() == ::geteuid() && (folder.permissions() & Others)) {
        QFile::setPermissions(folder.filePath(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
#else
    Q_UNUSED(filePath)
#endif
}

bool makeFilePrivate(const QString &filePath)
{
    return !QFile::exists(filePath)
        || QFile::setPermissions(filePath, QFile::ReadOwner | QFile::WriteOwner);
}

Expected<QByteArray, FileProblem> readPrivateFile(const QString &path, qsizetype maximum)
{
    QFile file;
#ifdef Q_OS_UNIX
    // Without waiting: a pipe that nobody writes to would never open.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) {
        if (errno == ENOENT) {
            return QByteArray();
        }
        return Unexpected{errno == ENXIO ? FileProblem::NotAFile : FileProblem::Unreadable};
    }
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered,
                   QFile::AutoCloseHandle)) {
        ::close(descriptor);
        return Unexpected{FileProblem::Unreadable};
    }
    struct stat status { };
    if (::fstat(descriptor, &status) != 0) {
        return Unexpected{FileProblem::Unreadable};
    }
    if (!S_ISREG(status.st_mode)) {
        return Unexpected{FileProblem::NotAFile};
    }
    makePrivate(descriptor, status);
#else
    const QFileInfo info(path);
    if (!info.exists()) {
        return QByteArray();
    }
    if (!info.isFile()) {
        return Unexpected{FileProblem::NotAFile};
    }
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Unexpected{FileProblem::Unreadable};
    }
#endif
    if (file.size() > maximum) {
        return Unexpected{FileProblem::TooLarge};
    }
    return readAll(file, maximum);
}

bool isNoFile(const QString &path)
{
    // One look only: a file may go at any moment, as another program's lock does.
#ifdef Q_OS_UNIX
    struct stat status { };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode);
#else
    return QFileInfo(path).isDir();
#endif
}

void protectProcess()
{
#ifdef Q_OS_UNIX
    fillStandardStreams();
    umask(S_IRWXG | S_IRWXO);
    // A file that may not grow any more is told of by the write that fails.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    // The limit doesn't bind a program that the system pipes a crash's memory to.
    prctl(PR_SET_DUMPABLE, 0);
#endif
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
