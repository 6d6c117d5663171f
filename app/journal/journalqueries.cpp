// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of Journal.
#include "journal/journal.h"
#include "journal/journalrows.h"
#include "journal/journalsql.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! A WHERE clause and the values of its places, in order.
struct Where {
    QStringList terms;
    QVariantList values;

    void add(const QString &term, const QVariant &value)
    {
        terms.append(term);
        values.append(value);
    }
    //! Part of one of the columns, in any case.
    void addPart(const QStringList &columns, const QString &part)
    {
        // LIKE is fast but knows the case of ASCII letters alone.
        const bool isAscii =
            std::all_of(part.cbegin(), part.cend(), [](QChar c) { return c.unicode() < 0x80; });
        const QString test = isAscii ? u" LIKE ? ESCAPE '\\'"_s : u" REGEXP ?"_s;
        QStringList tests;
        for (const QString &column : columns) {
            tests.append(column + test);
            values.append(isAscii ? likePattern(part)
                                  : "(?i)"_L1 + QRegularExpression::escape(part));
        }
        terms.append(u'(' + tests.join(" OR "_L1) + u')');
    }
    [[nodiscard]] QString toSql() const
    {
        return terms.isEmpty() ? QString() : " WHERE "_L1 + terms.join(" AND "_L1);
    }

private:
    static QString likePattern(QString part)
    {
        part.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        return u'%' + part + u'%';
    }
};

Where whereOf(const JournalFilter &filter)
{
    Where where;
    if (!filter.account.isEmpty()) {
        where.add(u"account = ?"_s, filter.account);
    }
    if (filter.outcome) {
        where.add(u"outcome = ?"_s, outcomeWord(*filter.outcome));
    }
    if (filter.from.isValid()) {
        where.add(u"created_at >= ?"_s, timeValue(filter.from));
    }
    if (filter.to.isValid()) {
        where.add(u"created_at < ?"_s, timeValue(filter.to));
    }
    if (!filter.token.isEmpty()) {
        where.addPart({u"token"_s}, filter.token);
    }
    if (!filter.text.isEmpty()) {
        where.addPart({u"token"_s, u"reason"_s, u"error"_s, u"request_id"_s}, filter.text);
    }
    return where;
}

//! What stands before the id in ORDER BY.
QString sortKey(JournalColumn column)
{
    switch (column) {
    case JournalColumn::Id:
        break;
    case JournalColumn::Account:
        return u"account"_s;
    case JournalColumn::Token:
        return u"token"_s;
    case JournalColumn::Outcome:
        return u"outcome"_s;
    case JournalColumn::Reason:
        return u"reason"_s;
    }
    return {};
}

QString orderBy(JournalColumn column, Qt::SortOrder order)
{
    const QString direction = order == Qt::AscendingOrder ? u" ASC"_s : u" DESC"_s;
    const QString key = sortKey(column);
    const QString first = key.isEmpty() ? QString() : key + " COLLATE NOCASE"_L1 + direction + u',';
    return " ORDER BY "_L1 + first + " id"_L1 + direction;
}

QVariantList valuesOf(const TokenKey &key)
{
    return {givenText(key.serviceUrl), givenText(key.token)};
}

} // namespace

std::optional<JournalProblem> Journal::read(const Steps &steps)
{
    if (auto problem = open()) {
        return problem;
    }
    if (!m_sql) {
        return std::nullopt;
    }
    auto problem = steps();
    note(problem);
    return problem;
}

Expected<QList<ChangeRecord>, JournalProblem> Journal::select(const QString &rest,
                                                              const QVariantList &values)
{
    QList<ChangeRecord> records;
    const auto problem = m_sql->run(selectChanges(rest), values,
                                    [&](const QSqlQuery &row) { records.append(changeOf(row)); });
    if (problem) {
        return Unexpected{*problem};
    }
    return records;
}

Expected<QList<ChangeRecord>, JournalProblem> Journal::readChanges(const QString &rest,
                                                                   const QVariantList &values)
{
    QList<ChangeRecord> records;
    const auto problem = read([&]() -> std::optional<JournalProblem> {
        auto rows = select(rest, values);
        if (!rows) {
            return rows.error();
        }
        records = std::move(rows.value());
        return std::nullopt;
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return records;
}

Expected<std::optional<ChangeRecord>, JournalProblem>
Journal::readChange(const QString &rest, const QVariantList &values)
{
    const auto records = readChanges(rest, values);
    if (!records) {
        return Unexpected{records.error()};
    }
    return records->isEmpty() ? std::nullopt : std::optional(records->first());
}

Expected<QStringList, JournalProblem> Journal::readTexts(const QString &sql,
                                                         const QVariantList &values)
{
    QStringList texts;
    const auto problem = read([&] {
        return m_sql->run(sql, values,
                          [&](const QSqlQuery &row) { texts.append(row.value(0).toString()); });
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return texts;
}

Expected<std::optional<ChangeRecord>, JournalProblem> Journal::change(qint64 id)
{
    return readChange(u"WHERE id = ?"_s, {id});
}

Expected<QList<ChangeRecord>, JournalProblem> Journal::changes(const QList<qint64> &ids)
{
    // As texts: a JSON number of Qt's is a double.
    QStringList texts;
    for (const qint64 id : ids) {
        texts.append(QString::number(id));
    }
    return readChanges(u"JOIN json_each(?) AS wanted ON changes.id = CAST(wanted.value AS INTEGER) "
                       "ORDER BY wanted.key"_s,
                       {jsonArray(texts)});
}

Expected<QList<qint64>, JournalProblem> Journal::ids(const JournalFilter &filter,
                                                     JournalColumn sortedBy, Qt::SortOrder order)
{
    const Where where = whereOf(filter);
    QList<qint64> ids;
    const auto problem = read([&] {
        return m_sql->run("SELECT id FROM changes"_L1 + where.toSql() + orderBy(sortedBy, order),
                          where.values,
                          [&](const QSqlQuery &row) { ids.append(row.value(0).toLongLong()); });
    });
    if (problem) {
        return Unexpected{*problem};
    }
    return ids;
}

Expected<std::optional<ChangeRecord>, JournalProblem> Journal::changeOfSubmit(const QString &submit)
{
    return readChange(u"WHERE submit = ?"_s, {givenText(submit)});
}

Expected<std::optional<ChangeRecord>, JournalProblem> Journal::undecided(const TokenKey &key,
                                                                         const QStringList &apart)
{
    return readChange("WHERE "_L1 + OfTokenSql + " AND "_L1 + notApartSql(u"changes"_s) + " AND "_L1
                          + UndecidedSql + " ORDER BY account_id = ? DESC, id DESC LIMIT 1"_L1,
                      ofTokenValues(key)
                          + QVariantList{jsonArray(apart), givenText(key.accountId)});
}

Expected<QList<ChangeRecord>, JournalProblem> Journal::undecidedOfThisRun()
{
    return readChanges(undecidedOfRunSql(), {givenText(m_run)});
}

Expected<std::optional<ChangeRecord>, JournalProblem> Journal::newestUndoable(const TokenKey &key)
{
    return readChange("WHERE service_url = ? AND token_id = ? AND account_id = ? "
                      "AND undoes IS NULL AND outcome = 'applied' "
                      "AND NOT EXISTS (SELECT 1 FROM changes AS undo "
                      "WHERE undo.undoes = changes.id AND (undo."_L1
                          + InForceSql + " OR undo."_L1 + UndecidedSql
                          + ")) ORDER BY id DESC LIMIT 1"_L1,
                      valuesOf(key) + QVariantList{givenText(key.accountId)});
}

Expected<std::optional<ChangeRecord>, JournalProblem> Journal::undoOf(qint64 id)
{
    return readChange("WHERE undoes = ? AND ("_L1 + InForceSql + " OR "_L1 + UndecidedSql
                          + ") ORDER BY id DESC LIMIT 1"_L1,
                      {id});
}

Expected<std::optional<ChangeRecord>, JournalProblem> Journal::unnamedOf(const QString &accountId)
{
    return readChange(u"WHERE account_id = ? AND customer IS NULL LIMIT 1"_s,
                      {givenText(accountId)});
}

Expected<QList<ChangeRecord>, JournalProblem> Journal::rivalsOf(qint64 id)
{
    return readChanges(
        "WHERE changes.id IN (SELECT other.id FROM changes AS one JOIN changes AS other "
        "ON other.id <> one.id AND other.service_url IN (one.service_url, one.origin) "
        "AND other.token_id = one.token_id WHERE one.id = ? "
        "AND (other.seq > one.read_seq "
        // Of a row of version 1 that number is not known: it took no intent while another change
        // was undecided, so what was decided well before it was written is in what it read.
        "OR (one.read_seq IS NULL AND (other.id > one.id OR other.settled_at >= "
        "strftime('%Y-%m-%dT%H:%M:%fZ', one.created_at, '-60 seconds'))) "
        "OR other."_L1
            + UndecidedSql
            + " OR (other.outcome = 'abandoned' AND other.settled_how = 'user')) "
              "AND other.outcome NOT IN ('rejected', 'not_applied') "
              "AND coalesce(other.settled_how, '') NOT IN ('not_sent', 'recovered')) ORDER BY id"_L1,
        {id});
}

Expected<QStringList, JournalProblem> Journal::tokenNames(const TokenKey &account)
{
    const QVariantList key{givenText(account.accountId), givenText(account.serviceUrl)};
    return readTexts(u"SELECT token FROM changes WHERE account_id = ? AND service_url = ? UNION "
                     "SELECT token FROM balances WHERE account_id = ? AND service_url = ? "
                     "ORDER BY 1"_s,
                     key + key);
}

Expected<QStringList, JournalProblem> Journal::accounts()
{
    return readTexts(u"SELECT account FROM changes UNION SELECT account FROM balances ORDER BY 1"_s,
                     {});
}

} // namespace purser
