// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sqliteversion.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto Connection = "purser-sqlite-version"_L1;

QString askedFrom(QSqlDatabase database)
{
    database.setDatabaseName(u":memory:"_s);
    if (!database.open()) {
        return {};
    }
    QSqlQuery query(database);
    const bool answered = query.exec(u"SELECT sqlite_version()"_s) && query.next();
    return answered ? query.value(0).toString() : QString();
}

} // namespace

QString sqliteVersion()
{
    const QString version = askedFrom(QSqlDatabase::addDatabase(u"QSQLITE"_s, Connection));
    QSqlDatabase::removeDatabase(Connection);
    return version;
}

} // namespace purser
