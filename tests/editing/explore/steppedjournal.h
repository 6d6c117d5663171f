// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journalqueue.h"

#include <QQueue>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

namespace purser::test {

//! One journal's file for many schedules, where a disk costs nothing, and the connections of all
//! runs to it. What a journal was asked before in just the same way is not asked again: the file is
//! written only where a schedule leaves those that were played.
class JournalFile {
public:
    using Answer = std::shared_ptr<const void>;
    using Work = std::function<Answer(Journal &)>;

    JournalFile();
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    //! As if it was just made.
    void clear();
    //! Another scenario: what was asked before does not count any more.
    void forget();
    //! The journal's answer to a run. asked: tells all that led to it from everything else.
    Answer ask(quint64 asked, const QString &run, const Work &work);

    //! Of all that is in it.
    [[nodiscard]] quint64 hash() const { return m_now; }
    //! All rows, oldest first.
    [[nodiscard]] const QList<ChangeRecord> &rows() const { return m_contents.at(m_now).rows; }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("j.sqlite")); }
    [[nodiscard]] QString settingsPath() const
    {
        return m_folder.filePath(QStringLiteral("purser.ini"));
    }

private:
    struct Content {
        QList<ChangeRecord> rows;
        QList<QVariantList> values;
        qint64 seq = 0; //!< of the newest write
    };
    struct Asked {
        Answer answer;
        quint64 content = 0; //!< afterwards
    };

    [[nodiscard]] Journal &of(const QString &run);
    void put(const Content &content);
    //! What is in the file.
    [[nodiscard]] quint64 take();
    [[nodiscard]] qint64 newestSeq();

    QTemporaryDir m_folder;
    std::map<QString, std::unique_ptr<Journal>> m_journals;
    QSqlDatabase m_raw;
    std::unique_ptr<QSqlQuery> m_seqQuery;
    std::unique_ptr<QSqlQuery> m_rowsQuery;
    std::unique_ptr<QSqlQuery> m_insertQuery;
    std::unordered_map<quint64, Content> m_contents;
    std::unordered_map<quint64, Asked> m_asked;
    quint64 m_now = 0; //!< what the schedule has led to
    quint64 m_inFile = 0;
};

//! A run's way to the journal: what it asks for waits until it is told to go on.
class SteppedJournal final : public JournalQueue {
public:
    explicit SteppedJournal(QString path) : m_path(std::move(path)) { }

    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] bool isEmpty() const { return m_jobs.isEmpty(); }
    //! Called whenever something is asked for; what it gives stays with the job.
    void onAsked(std::function<quint64()> note) { m_note = std::move(note); }
    //! Does the first job. between: called with its note when the journal has done its work, and
    //! before it is answered.
    void goOn(JournalFile &file, quint64 asked, const QString &run,
              const std::function<void(quint64)> &between)
    {
        const Waiting first = m_jobs.dequeue();
        const Answer answer = file.ask(asked, run, first.job.work);
        between(first.note);
        first.job.done(answer);
    }

protected:
    void post(Job job, About about) override
    {
        if (about == About::Changes) { // balances are nobody's evidence
            m_jobs.enqueue({std::move(job), m_note()});
        }
    }

private:
    struct Waiting {
        Job job;
        quint64 note = 0;
    };

    QString m_path;
    QQueue<Waiting> m_jobs;
    std::function<quint64()> m_note;
};

} // namespace purser::test
