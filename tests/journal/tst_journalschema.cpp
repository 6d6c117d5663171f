// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalrows.h"
#include "journal/journalschema.h"
#include "journalbench.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

//! Migrations of a later Purser's, tried on a file of this version.
QList<Migration> withNext(const QStringList &statements)
{
    return journalMigrations() + QList<Migration>{{Journal::SchemaVersion + 1, statements}};
}

std::optional<JournalProblem> migrateFile(const QString &path, const QList<Migration> &migrations)
{
    JournalSql sql(path, JournalSql::Access::Write);
    const auto problem = sql.open();
    return problem ? problem : migrate(sql, path, {}, migrations);
}

QString backupOf(const QString &path)
{
    const QStringList names = filesBeside(path).filter(u"backup"_s);
    return names.size() == 1 ? QFileInfo(path).path() + u'/' + names.first() : QString();
}

} // namespace

class TestJournalSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void theTablesAreThoseThatOtherProgramsRead()
    {
        JournalBench bench;
        QVERIFY(!bench.journal.open());
        const RawConnection raw(bench.path);
        QCOMPARE(raw.column(u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s),
                 QVariantList({u"balances"_s, u"changes"_s, u"journal"_s, u"sqlite_sequence"_s}));
        QStringList columns;
        for (const QVariantList &row : raw.rows(u"PRAGMA table_info(changes)"_s)) {
            columns.append(row.at(1).toString());
        }
        QCOMPARE(columns.join(u' '),
                 u"id account origin token created_at reason before patch expected after outcome "
                 "settled_at settled_how status request_id error duration_ms app_version undoes "
                 "run account_id service_url customer token_id seq read_seq read_at submit kind "
                 "batch boot"_s);
        columns.clear();
        for (const QVariantList &row : raw.rows(u"PRAGMA table_info(balances)"_s)) {
            columns.append(row.at(1).toString());
        }
        QCOMPARE(
            columns.join(u' '),
            u"account origin token seen_at balance account_id service_url customer token_id"_s);
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), Journal::SchemaVersion);
        QCOMPARE(raw.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    }

    void anOutcomeIsOneOfTheWords()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Sent) > 0);
        JournalSql sql(bench.path, JournalSql::Access::Write);
        QVERIFY(!sql.open());
        for (const Outcome outcome : AllOutcomes) {
            QVERIFY(!sql.run(u"UPDATE changes SET outcome = ?, seq = seq + 1"_s,
                             {outcomeWord(outcome)}));
        }
        QVERIFY(sql.run(u"UPDATE changes SET outcome = 'perhaps', seq = seq + 1"_s).has_value());
    }

    //! What a Purser of the first schema does that had the file open when it was migrated.
    void aWriteWithoutANumberOfItsOwnIsRefused_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("insert")
            << u"INSERT INTO changes (account, origin, token, created_at, \"before\", patch, "
               "expected, outcome, app_version, run) VALUES ('a', 'o', 't', '', '{}', '{}', '{}', "
               "'intended', '0.1.0', 'r')"_s;
        QTest::newRow("update") << u"UPDATE changes SET outcome = 'sent' WHERE id = 1"_s;
        QTest::newRow("take over") << u"UPDATE changes SET run = 'r' WHERE id = 1"_s;
        QTest::newRow("balance")
            << u"INSERT INTO balances (account, origin, token, seen_at, balance) "
               "VALUES ('a', 'o', 't', '', 1)"_s;
    }
    void aWriteWithoutANumberOfItsOwnIsRefused()
    {
        QFETCH(QString, statement);
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Intended) > 0);
        JournalSql sql(bench.path, JournalSql::Access::Write);
        QVERIFY(!sql.open());
        QVERIFY(sql.run(statement).has_value());
    }

    void theFrequentQueriesUseAnIndex_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("index");
        const QString undecided = u"outcome IN ('intended', 'sent', 'unknown')"_s;
        QTest::newRow("undecided of a token")
            << u"SELECT 1 FROM changes WHERE service_url = 's' AND token_id = 't' AND "_s
                + undecided
            << u"changes_undecided"_s;
        QTest::newRow("undecided of a run") << u"SELECT 1 FROM changes WHERE run = 'r' AND "_s
                + undecided << u"changes_undecided"_s;
        QTest::newRow("written since")
            << u"SELECT 1 FROM changes WHERE service_url = 's' AND token_id = 't' AND seq > 7"_s
            << u"changes_by_token"_s;
        QTest::newRow("the next number")
            << u"SELECT max(seq) FROM changes"_s << u"changes_by_seq"_s;
        QTest::newRow("a submit") << u"SELECT 1 FROM changes WHERE submit = 's'"_s
                                  << u"changes_by_submit"_s;
        QTest::newRow("undo of a change")
            << u"SELECT 1 FROM changes WHERE undoes = 1"_s << u"changes_undoes"_s;
        QTest::newRow("newest balance")
            << u"SELECT balance FROM balances WHERE account_id = 'a' AND "
               "service_url = 's' AND token_id = 't' ORDER BY seen_at DESC LIMIT 1"_s
            << u"balances_by_token"_s;
    }
    void theFrequentQueriesUseAnIndex()
    {
        QFETCH(QString, query);
        QFETCH(QString, index);
        JournalBench bench;
        QVERIFY(!bench.journal.open());
        const RawConnection raw(bench.path);
        const auto plan = raw.rows(u"EXPLAIN QUERY PLAN "_s + query);
        QVERIFY2(plan.first().at(3).toString().contains(index),
                 qPrintable(plan.first().at(3).toString()));
    }

    void everyFileIsForItsOwnerAlone_data()
    {
        QTest::addColumn<bool>("wasOpenToAll");
        QTest::newRow("new") << false;
        QTest::newRow("was open to all") << true;
    }
    void everyFileIsForItsOwnerAlone()
    {
        QFETCH(bool, wasOpenToAll);
        JournalBench bench;
        if (wasOpenToAll) {
            makeFile(bench.path, {u"PRAGMA journal_mode = WAL"_s});
            QVERIFY(QFile::setPermissions(bench.path, QFile::Permissions(0x7777)));
            QVERIFY(
                QFile::setPermissions(QFileInfo(bench.path).path(), QFile::Permissions(0x7777)));
        }
        QVERIFY(bench.add(Outcome::Sent) > 0);

#ifdef Q_OS_UNIX // elsewhere files are private by their folder
        QCOMPARE(rightsOf(QFileInfo(bench.path).path()), 0700);
#endif
        QCOMPARE(
            filesBeside(bench.path),
            QStringList({u"journal.sqlite"_s, u"journal.sqlite-shm"_s, u"journal.sqlite-wal"_s}));
#ifdef Q_OS_UNIX
        for (const QString &suffix : {u""_s, u"-shm"_s, u"-wal"_s}) {
            QCOMPARE(rightsOf(bench.path + suffix), 0600);
        }
#endif
    }

    void anOlderFileIsCopiedThenMigrated()
    {
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Applied);

        QVERIFY(
            !migrateFile(bench.path, withNext({u"ALTER TABLE changes ADD COLUMN note TEXT"_s})));

        const RawConnection raw(bench.path);
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), Journal::SchemaVersion + 1);
        QCOMPARE(raw.rows(u"SELECT id, note FROM changes"_s).size(), 1);
        const QString backup = backupOf(bench.path);
        const QRegularExpression pattern(
            u"/journal\\.backup-v2-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ\\.sqlite$"_s);
        QVERIFY2(pattern.match(backup).hasMatch(), qPrintable(backup));
#ifdef Q_OS_UNIX
        QCOMPARE(rightsOf(backup), 0600);
#endif
        Journal old(backup, u"run-2"_s, Journal::Mode::Read);
        QCOMPARE(old.ids({}).value(), QList<qint64>{id});
        QCOMPARE(RawConnection(backup).value(u"PRAGMA user_version"_s).toInt(),
                 Journal::SchemaVersion);
    }

    void aFailedMigrationChangesNothing()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);

        QVERIFY(migrateFile(bench.path,
                            withNext({u"ALTER TABLE changes ADD COLUMN note TEXT"_s,
                                      u"INSERT INTO nowhere VALUES (1)"_s}))
                    .has_value());

        const RawConnection raw(bench.path);
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), Journal::SchemaVersion);
        QCOMPARE(raw.rows(u"PRAGMA table_info(changes)"_s).size(), 31);
        QVERIFY(backupOf(bench.path).isEmpty()); // each try would leave one
    }

    void aNewOrCurrentFileIsNotCopied()
    {
        JournalBench bench;
        QVERIFY(!bench.journal.open());
        QVERIFY(!migrateFile(bench.path, journalMigrations()));
        QCOMPARE(filesBeside(bench.path).filter(u"backup"_s), QStringList());
    }

    void aNewerFileIsLeftAlone_data()
    {
        QTest::addColumn<Journal::Mode>("mode");
        QTest::newRow("to write") << Journal::Mode::Write;
        QTest::newRow("to read") << Journal::Mode::Read;
    }
    void aNewerFileIsLeftAlone()
    {
        QFETCH(Journal::Mode, mode);
        const JournalBench bench;
        makeFile(bench.path,
                 {u"CREATE TABLE changes (other TEXT)"_s, u"PRAGMA user_version = 3"_s});
        const QByteArray content = contentOf(bench.path);
        Journal journal(bench.path, u"run-1"_s, mode);

        QCOMPARE(journal.open()->kind, JournalProblem::Kind::TooNew);
        QCOMPARE(journal.ids({}).error().kind, JournalProblem::Kind::TooNew);
        QVERIFY(!appendTo(journal, sampleChange(), false).hasValue());

        QVERIFY(journal.setAsidePath().isEmpty());
        QCOMPARE(contentOf(bench.path), content);
        QCOMPARE(filesBeside(bench.path), QStringList(u"journal.sqlite"_s));
    }

    void toReadMakesNothing()
    {
        const JournalBench bench;
        Journal reader(bench.path, u"run-2"_s, Journal::Mode::Read);
        QVERIFY(!reader.open());
        QVERIFY(reader.ids({}).value().isEmpty());
        QVERIFY(!reader.change(1).value());
        QVERIFY(reader.accounts().value().isEmpty());
        QCOMPARE(appendTo(reader, sampleChange(), false).error().kind,
                 JournalProblem::Kind::ReadOnly);
        QVERIFY(!QFileInfo::exists(QFileInfo(bench.path).path()));
    }

    void toReadSeesWhatAnotherWrites()
    {
        JournalBench bench;
        Journal reader(bench.path, u"run-2"_s, Journal::Mode::Read);
        QVERIFY(reader.ids({}).value().isEmpty());
        const qint64 id = bench.add(Outcome::Applied);
        QCOMPARE(reader.ids({}).value(), QList<qint64>{id});
        QCOMPARE(reader.markSent(id)->kind, JournalProblem::Kind::ReadOnly);
        bench.add(Outcome::Applied);
        QCOMPARE(reader.ids({}).value().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestJournalSchema)
#include "tst_journalschema.moc"
