// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/draftstore.h"

#include "domain/exacttext.h"
#include "system/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Of a draft's file, in bytes: many times what the longest reason takes.
constexpr qsizetype MaximumSize = 1024 * 1024;

//! The run in "RUN.NUMBER.json".
QString runOf(const QString &fileName)
{
    return fileName.section(u'.', 0, 0);
}

bool write(const QString &path, const QByteArray &bytes)
{
    if (!makePrivateFolderFor(path)) {
        return false;
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

DraftStore::DraftStore(QString folder, const Run &run) : m_folder(std::move(folder)), m_run(run)
{
    m_writer.setMaxThreadCount(1); // in order
}

DraftStore::~DraftStore()
{
    m_writer.waitForDone();
}

QString DraftStore::ownPath(int number) const
{
    return u"%1/%2.%3.json"_s.arg(m_folder, m_run.id(), QString::number(number));
}

void DraftStore::tell(bool isKept)
{
    const auto report = [this, isKept] {
        if (m_report) {
            m_report(isKept);
        }
    };
    QMetaObject::invokeMethod(&m_guiThread, report, Qt::QueuedConnection);
}

void DraftStore::save(const QJsonObject &content)
{
    if (content == m_saved && m_isWritten) {
        return;
    }
    m_saved = content;
    m_writer.start(
        [this, path = ownPath(0), bytes = QJsonDocument(content).toJson(QJsonDocument::Compact)] {
            const bool isWritten = write(path, bytes);
            if (!isWritten) {
                QFile::remove(path);
            }
            m_isWritten = isWritten;
            tell(isWritten);
        });
}

void DraftStore::remove()
{
    if (m_saved.isEmpty()) {
        return;
    }
    m_saved = {};
    m_writer.start([this, path = ownPath(0)] {
        m_isWritten = QFile::remove(path) || !QFile::exists(path);
        tell(true);
    });
}

QList<Draft> DraftStore::claim()
{
    QList<Draft> drafts;
    const auto files = QDir(m_folder).entryInfoList({u"*.json"_s}, QDir::Files | QDir::NoSymLinks,
                                                    QDir::Time | QDir::Reversed);
    int number = 1;
    for (const QFileInfo &file : files) {
        if (file.size() > MaximumSize || runOf(file.fileName()) == m_run.id()
            || !m_run.isGone(runOf(file.fileName()))) {
            continue;
        }
        // Renaming decides between two runs that start at once.
        while (QFile::exists(ownPath(number))) {
            ++number; // claimed before, and not removed yet
        }
        const QString path = ownPath(number);
        if (!QFile::rename(file.filePath(), path)) {
            continue;
        }
        const auto content = readPrivateFile(path, MaximumSize);
        if (!content) {
            continue; // for a later start
        }
        const auto value = jsonFromUtf8(*content);
        if (value && value->isObject()) {
            drafts.append({path, value->toObject()});
        } else {
            QFile::remove(path); // cut off by a crash: there is nothing in it
        }
    }
    return drafts;
}

void DraftStore::remove(const Draft &draft)
{
    m_writer.start([path = draft.path] { QFile::remove(path); });
}

bool DraftStore::flush()
{
    m_writer.waitForDone();
    const QString path = ownPath(0);
    return m_isWritten || QFile::remove(path) || !QFile::exists(path);
}

bool DraftStore::removeNow(const Draft &draft)
{
    m_writer.waitForDone();
    return QFile::remove(draft.path) || !QFile::exists(draft.path);
}

} // namespace purser
