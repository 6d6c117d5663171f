// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalrows.h"

#include "journal/journaljson.h"
#include "journal/journalschema.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

QDateTime timeOf(const QVariant &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

} // namespace

QString selectChanges(const QString &rest)
{
    QStringList columns;
    for (const QString &column : changeColumns()) {
        columns.append("changes.\""_L1 + column + u'"');
    }
    return "SELECT "_L1 + columns.join(u',') + " FROM changes "_L1 + rest;
}

QString notApartSql(const QString &table)
{
    return u"(%1.account_id || '/' || coalesce(%1.customer, '')) NOT IN (SELECT value FROM "
           "json_each(?))"_s.arg(table);
}

QString undecidedOfRunSql()
{
    // "+id": else SQLite goes through all rows by their id instead of the index on the undecided.
    return "WHERE run = ? AND "_L1 + UndecidedSql + " ORDER BY +id"_L1;
}

ChangeRecord changeOf(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    ChangeRecord record;
    record.id = next().toLongLong();
    record.key.account = next().toString();
    record.key.origin = next().toString();
    record.key.token = next().toString();
    record.createdAt = timeOf(next());
    record.reason = next().toString();
    record.before = tokenFromJournal(next().toString()).value_or(Token());
    record.patch = patchFromJournal(next().toString()).value_or(TokenPatch());
    record.expected = tokenFromJournal(next().toString()).value_or(Token());
    record.after = tokenFromJournal(next().toString());
    record.outcome = outcomeFromWord(next().toString()).value_or(Outcome::Unknown);
    record.settledAt = timeOf(next());
    record.settledHow = next().toString();
    record.status = next().toInt();
    record.requestId = next().toString();
    record.error = next().toString();
    if (const QVariant duration = next(); !duration.isNull()) {
        record.duration = std::chrono::milliseconds(duration.toLongLong());
    }
    record.appVersion = next().toString();
    if (const QVariant undoes = next(); !undoes.isNull()) {
        record.undoes = undoes.toLongLong();
    }
    record.run = next().toString();
    record.key.accountId = next().toString();
    record.key.serviceUrl = next().toString();
    record.key.customer = next().toString();
    next(); // token_id, which is the name
    record.seq = next().toLongLong();
    if (const QVariant readSeq = next(); !readSeq.isNull()) {
        record.readSeq = readSeq.toLongLong();
    }
    record.readAt = timeOf(next());
    record.submit = next().toString();
    record.kind = next().toString();
    record.batch = next().toString();
    record.boot = next().toString();
    return record;
}

QVariantList ofTokenValues(const TokenKey &key)
{
    return {givenText(key.serviceUrl), givenText(key.origin), givenText(key.token)};
}

QString jsonArray(const QStringList &texts)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QVariant timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toUTC().toString(Qt::ISODateWithMs)) : QVariant();
}

QVariant textValue(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant givenText(const QString &text)
{
    return text.isNull() ? u""_s : text; // a null text would be bound as NULL
}

QVariant statusValue(int status)
{
    return status == 0 ? QVariant() : QVariant(status);
}

QVariant durationValue(const std::optional<std::chrono::milliseconds> &duration)
{
    return duration ? QVariant(static_cast<qint64>(duration->count())) : QVariant();
}

} // namespace purser
