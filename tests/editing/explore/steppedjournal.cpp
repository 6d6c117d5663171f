// SPDX-License-Identifier: GPL-3.0-or-later
#include "steppedjournal.h"

#include "steps.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

const QString RawConnection = u"explore"_s;
const QString Maker = u"maker"_s;

//! Where files live in memory, if there is such a place.
QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
        + "/purser-explore-XXXXXX"_L1;
}

std::unique_ptr<QSqlQuery> prepared(const QSqlDatabase &database, const QString &sql)
{
    auto query = std::make_unique<QSqlQuery>(database);
    query->setForwardOnly(true);
    query->prepare(sql);
    return query;
}

} // namespace

JournalFile::JournalFile() : m_folder(folderTemplate())
{
    of(Maker).open();
    m_raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, RawConnection);
    m_raw.setDatabaseName(path());
    m_raw.open();
    QSqlQuery(m_raw).exec(u"PRAGMA synchronous = OFF"_s);
    m_seqQuery = prepared(m_raw, u"SELECT coalesce(max(seq), 0) FROM changes"_s);
    m_rowsQuery = prepared(m_raw, u"SELECT * FROM changes ORDER BY id"_s);
    QStringList places;
    places.fill(u"?"_s, m_raw.record(u"changes"_s).count());
    m_insertQuery = prepared(m_raw, u"INSERT INTO changes VALUES (%1)"_s.arg(places.join(u',')));
    forget();
}

JournalFile::~JournalFile()
{
    m_insertQuery.reset();
    m_rowsQuery.reset();
    m_seqQuery.reset();
    m_raw.close();
    m_raw = {};
    QSqlDatabase::removeDatabase(RawConnection);
}

void JournalFile::clear()
{
    m_now = 0; // that of no rows
}

void JournalFile::forget()
{
    m_asked.clear();
    m_contents.clear();
    m_contents[0] = {};
    m_now = 0;
    m_inFile = 1; // nothing that there is
}

Journal &JournalFile::of(const QString &run)
{
    auto &journal = m_journals[run];
    if (!journal) {
        journal = std::make_unique<Journal>(path(), run);
    }
    return *journal;
}

JournalFile::Answer JournalFile::ask(quint64 asked, const QString &run, const Work &work)
{
    if (const auto known = m_asked.find(asked); known != m_asked.end()) {
        m_now = known->second.content;
        return known->second.answer;
    }
    if (m_inFile != m_now) {
        put(m_contents.at(m_now));
        m_inFile = m_now;
    }
    Answer answer = work(of(run));
    if (newestSeq() != m_contents.at(m_now).seq) {
        m_now = m_inFile = take();
    }
    m_asked[asked] = {answer, m_now};
    return answer;
}

void JournalFile::put(const Content &content)
{
    QSqlQuery query(m_raw);
    query.exec(u"BEGIN IMMEDIATE"_s);
    query.exec(u"DELETE FROM changes"_s);
    query.exec(u"UPDATE sqlite_sequence SET seq = 0"_s);
    for (const QVariantList &row : content.values) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            m_insertQuery->bindValue(static_cast<int>(column), row.at(column));
        }
        m_insertQuery->exec();
    }
    query.exec(u"COMMIT"_s);
}

quint64 JournalFile::take()
{
    Content content;
    quint64 hash = 2;
    m_rowsQuery->exec();
    while (m_rowsQuery->next()) {
        QVariantList row;
        const int columns = m_rowsQuery->record().count();
        for (int column = 0; column < columns; ++column) {
            row.append(m_rowsQuery->value(column));
            hash = mixed(hash, row.last().toString());
        }
        content.values.append(row);
    }
    m_rowsQuery->finish();
    const auto at = m_contents.find(hash);
    if (at == m_contents.end()) {
        Journal &reader = of(Maker);
        const auto ids = reader.ids({}, JournalColumn::Id, Qt::AscendingOrder);
        content.rows = ids ? reader.changes(*ids).value() : QList<ChangeRecord>();
        content.seq = newestSeq();
        m_contents.emplace(hash, std::move(content));
    }
    return hash;
}

qint64 JournalFile::newestSeq()
{
    qint64 seq = 0;
    if (m_seqQuery->exec() && m_seqQuery->next()) {
        seq = m_seqQuery->value(0).toLongLong();
    }
    m_seqQuery->finish();
    return seq;
}

} // namespace purser::test
