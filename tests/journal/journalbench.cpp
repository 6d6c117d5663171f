// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace purser {

qint64 JournalBench::add(Outcome outcome, const QString &token, std::optional<qint64> undoes)
{
    ChangeRecord record = sampleChange(token);
    record.undoes = undoes;
    const auto id = appendTo(journal, record, true);
    if (!id) {
        return 0;
    }
    if (outcome != Outcome::Intended && journal.markSent(*id)) {
        return 0;
    }
    if (outcome != Outcome::Intended && outcome != Outcome::Sent) {
        ChangeEnd end;
        end.outcome = outcome;
        end.how = settledhow::Reply;
        end.at = timeAt(1'000);
        if (journal.end(*id, end)) {
            return 0;
        }
    }
    return *id;
}

Outcome JournalBench::outcomeOf(qint64 id)
{
    return journal.change(id).value().value().outcome;
}

QDateTime timeAt(qint64 milliseconds)
{
    return QDateTime(QDate(2026, 11, 24), QTime(15, 4, 5, 678), QTimeZone::utc())
        .toUTC()
        .addMSecs(milliseconds);
}

ChangeRecord sampleChange(const QString &token)
{
    ChangeRecord record;
    record.key = {u"Work"_s, u"https://api.edenai.run"_s, token};
    record.createdAt = timeAt(0);
    record.before.name = token;
    record.before.typeText = u"api_token"_s;
    record.before.type = TokenType::Production;
    record.before.balance = *Balance::fromText(u"50");
    record.before.expiry = Expiry::never();
    record.before.activeBalance = true;
    record.patch.balance = *Balance::fromText(u"75");
    record.expected = record.patch.appliedTo(record.before);
    record.appVersion = u"0.1.0"_s;
    return record;
}

RawConnection::RawConnection(const QString &path) : m_name(QUuid::createUuid().toString())
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(path);
    QVERIFY2(database.open(), qPrintable(database.lastError().text()));
}

RawConnection::~RawConnection()
{
    QSqlDatabase::removeDatabase(m_name);
}

QList<QVariantList> RawConnection::rows(const QString &sql) const
{
    QList<QVariantList> rows;
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (!query.exec(sql)) {
        QTest::qFail(qPrintable(query.lastError().text()), __FILE__, __LINE__);
    }
    while (query.next()) {
        QVariantList row;
        const int columns = query.record().count();
        for (int column = 0; column < columns; ++column) {
            row.append(query.value(column));
        }
        rows.append(row);
    }
    return rows;
}

QVariantList RawConnection::column(const QString &sql) const
{
    QVariantList values;
    for (const QVariantList &row : rows(sql)) {
        values.append(row.value(0));
    }
    return values;
}

QVariant RawConnection::value(const QString &sql) const
{
    return column(sql).value(0);
}

void makeFile(const QString &path, const QStringList &statements)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    const RawConnection raw(path);
    for (const QString &statement : statements) {
        raw.rows(statement);
    }
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeContent(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

int rightsOf(const QString &path)
{
    const auto rights = static_cast<int>(QFileInfo(path).permissions().toInt());
    return ((rights & 0x7000) >> 6) | ((rights & 0x70) >> 1) | (rights & 0x7);
}

QStringList filesBeside(const QString &path)
{
    return QFileInfo(path).dir().entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                           QDir::Name);
}

} // namespace purser
