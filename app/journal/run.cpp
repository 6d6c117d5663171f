// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/run.h"

#include "journal/journal.h"
#include "system/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#endif

using namespace Qt::StringLiterals;

namespace purser {

namespace {

QString lockPath(const QString &folder, const QString &id)
{
    return folder + u'/' + id + ".lock"_L1;
}

//! An id comes out of a file that others can edit: it must not lead out of the folder.
bool canBeAnId(const QString &id)
{
    return !id.isEmpty() && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || c == u'-';
    });
}

QString newId()
{
    return u"%1-%2"_s.arg(Journal::SchemaVersion)
        .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

//! Which form of journal the run of this id writes.
int versionOf(const QString &id)
{
    constexpr qsizetype UuidLength = 36;
    return id.size() <= UuidLength ? 1 : id.section(u'-', 0, 0).toInt();
}

enum class Holder { None, Somebody, CannotTell };

#ifdef Q_OS_UNIX
//! QLockFile goes by the pid in the file, which a later process may have; the flock that it holds
//! on the file beside it ends with its process and tells for certain.
Holder holderOf(const QString &path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return errno == ENOENT ? Holder::None : Holder::CannotTell;
    }
    // Shared, so that two who ask at the same time don't take each other for the holder.
    const bool mine = flock(file, LOCK_SH | LOCK_NB) == 0;
    const int error = errno;
    close(file);
    if (mine) {
        return Holder::None;
    }
    return error == EWOULDBLOCK ? Holder::Somebody : Holder::CannotTell;
}
#else
Holder holderOf(const QString &)
{
    return Holder::CannotTell;
}
#endif

//! By QLockFile alone, where the system can't tell. What can't be judged counts as held: to take
//! over what a living run does is worse than to leave something open.
bool isHeld(const QString &path)
{
    QLockFile lock(path);
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

} // namespace

Run::Run(QString folder) : m_folder(std::move(folder)), m_id(newId())
{
    if (m_folder.isEmpty()) {
        return;
    }
    const QString path = lockPath(m_folder, m_id);
    if (!makePrivateFolderFor(path)) {
        return;
    }
    m_lock = std::make_unique<QLockFile>(path);
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0)) {
        makeFilePrivate(path);
    }
}

Run::~Run() = default;

bool Run::isLocked() const
{
    return m_lock && m_lock->isLocked();
}

bool Run::isGone(const QString &id) const
{
    if (id == m_id) {
        return false;
    }
    if (m_folder.isEmpty() || !canBeAnId(id)) {
        return true;
    }
    const QString path = lockPath(m_folder, id);
    if (!QFileInfo(path).isFile()) {
        return true; // nor does a run hold a pipe, which would never open
    }
    const Holder holder = holderOf(path);
    if (holder == Holder::Somebody || (holder == Holder::CannotTell && isHeld(path))) {
        return false;
    }
    QFile::remove(path);
    return true;
}

bool Run::olderLives(int version) const
{
    const auto names = QDir(m_folder).entryList({u"*.lock"_s}, QDir::Files | QDir::Hidden);
    return std::any_of(names.begin(), names.end(), [this, version](const QString &name) {
        const QString id = name.chopped(5);
        return canBeAnId(id) && versionOf(id) < version && !isGone(id);
    });
}

} // namespace purser
