// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "support/append.h"

#include <QFile>
#include <QTemporaryDir>
#include <QVariantList>

namespace purser {

//! A journal in a folder of its own, and a look at its file from the outside.
struct JournalBench {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("purser/journal.sqlite"));
    Journal journal{path, QStringLiteral("run-1")};

    //! Adds a change of the token and takes it to this outcome; its id, or 0.
    qint64 add(Outcome outcome, const QString &token = QStringLiteral("team"),
               std::optional<qint64> undoes = std::nullopt);
    //! The change's outcome now.
    Outcome outcomeOf(qint64 id);
};

//! An instant that differs for each number of milliseconds.
QDateTime timeAt(qint64 milliseconds);
//! A change of the token "team" from 50 to 75.
ChangeRecord sampleChange(const QString &token = QStringLiteral("team"));

//! A connection of its own to any SQLite file, without Purser's code.
class RawConnection {
public:
    explicit RawConnection(const QString &path);
    ~RawConnection();
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    //! The rows of one statement; fails the test where it can't be run.
    QList<QVariantList> rows(const QString &sql) const;
    //! The first column of all rows.
    QVariantList column(const QString &sql) const;
    //! The first value.
    QVariant value(const QString &sql) const;

private:
    QString m_name;
};

//! Runs statements on a file and closes it.
void makeFile(const QString &path, const QStringList &statements);
QByteArray contentOf(const QString &path);
void writeContent(const QString &path, const QByteArray &content);
//! The rights of owner, group and others, as in chmod: 0600.
int rightsOf(const QString &path);
//! The names of all entries of the journal's folder, sorted.
QStringList filesBeside(const QString &path);

} // namespace purser
