// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/settingsfile.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace purser {

namespace {

constexpr qsizetype LargestFile = 16 * 1024 * 1024;
//! Others hold the lock for milliseconds; longer than a busy machine needs for a row of them.
constexpr std::chrono::milliseconds Patience{8'000};
//! QLockFile itself would wait longer and longer between its tries, and others come first.
constexpr std::chrono::milliseconds Pause{10};

#ifdef Q_OS_WIN
constexpr int MaximumTries = 50;
#endif

void pause()
{
    QThread::msleep(static_cast<unsigned long>(Pause.count()));
}

bool lockFor(QLockFile &lock)
{
    // It is held for milliseconds: so old, its computer is gone or has another name now.
    lock.setStaleLockTime(std::chrono::milliseconds(1min).count());
    const QDeadlineTimer deadline(Patience);
    while (!lock.tryLock()) {
        if (lock.error() != QLockFile::LockFailedError) {
            return false; // no right to make one
        }
        if (deadline.hasExpired()) {
            qint64 pid = 0;
            QString host;
            QString program;
            // Empty: the machine went down in the moment when it was made.
            return !lock.getLockInfo(&pid, &host, &program) && lock.removeStaleLockFile()
                && lock.tryLock();
        }
        pause();
    }
    return true;
}

} // namespace

Expected<IniText, FileProblem> SettingsFile::read() const
{
    makeFolderPrivate(m_path);
    const auto text = readPrivateFile(m_path, LargestFile);
    if (!text) {
        return Unexpected{text.error()};
    }
    return IniText(*text);
}

QVariant SettingsFile::value(const QString &key) const
{
    const auto text = read();
    return text ? text->value(key) : QVariant();
}

bool SettingsFile::update(const std::function<bool(IniText &)> &change) const
{
    if (!makePrivateFolderFor(m_path)) {
        return false;
    }
    // By the name that QSettings gives it: Purser 0.1.0 writes the file with that.
    const QString lockPath = m_path + ".lock"_L1;
    QLockFile lock(lockPath);
    if (isNoFile(lockPath) || !lockFor(lock)) {
        return false;
    }
    auto text = read();
    if (!text) {
        return false;
    }
    const QByteArray before = text->text();
    return change(text.value()) && (text->text() == before || replace(text->text()));
}

bool SettingsFile::setValues(const QVariantHash &values) const
{
    return update([&values](IniText &text) {
        bool isSet = true;
        for (auto value = values.cbegin(); value != values.cend(); ++value) {
            isSet = text.setValue(value.key(), value.value()) && isSet;
        }
        return isSet;
    });
}

bool SettingsFile::replace(const QByteArray &text) const
{
    const auto tryOnce = [this, &text] {
        QSaveFile file(m_path); // one beside it, written to the disk before it is renamed
        return file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && file.write(text) == text.size() && file.commit();
    };
#ifdef Q_OS_WIN
    // Nothing is renamed onto a file that somebody is just reading.
    for (int tries = 0; tries < MaximumTries; ++tries) {
        if (tryOnce()) {
            return true;
        }
        pause();
    }
#endif
    return tryOnce();
}

} // namespace purser
