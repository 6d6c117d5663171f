// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <optional>

namespace purser {

//! One connection to a SQLite file, for the thread that makes it. The room's own; others use
//! Journal. Neither SQL nor values are ever logged.
class JournalSql {
public:
    enum class Access {
        Read,
        Write,
        Memory, //!< an empty database of its own; other files can be attached by a URI
    };
    using Row = std::function<void(const QSqlQuery &)>;

    JournalSql(QString path, Access access);
    ~JournalSql();
    JournalSql(const JournalSql &) = delete;
    JournalSql &operator=(const JournalSql &) = delete;

    //! SQLite looks at the file only with the first statement.
    std::optional<JournalProblem> open();
    //! Runs one statement with its values in order; row is called for each row of the result.
    std::optional<JournalProblem> run(const QString &sql, const QVariantList &values = {},
                                      const Row &row = {});
    //! Runs steps between BEGIN IMMEDIATE and COMMIT; a problem takes all of it back.
    std::optional<JournalProblem>
    inTransaction(const std::function<std::optional<JournalProblem>()> &steps);

    //! How many rows the last statement changed.
    [[nodiscard]] int changedRows() const { return m_changedRows; }
    //! Of the last INSERT.
    [[nodiscard]] qint64 insertedId() const { return m_insertedId; }
    //! For what needs more than run().
    [[nodiscard]] QString connectionName() const { return m_connection; }

private:
    [[nodiscard]] JournalProblem problemOf(const QSqlError &error) const;

    QString m_path;
    QString m_connection;
    Access m_access;
    int m_changedRows = 0;
    qint64 m_insertedId = 0;
};

} // namespace purser
