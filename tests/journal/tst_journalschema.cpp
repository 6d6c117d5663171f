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

//! Migrations of a later Purser's, tried on a file of version 1.
QList<Migration> withSecond(const QStringList &statements)
{
    return journalMigrations() + QList<Migration>{{2, statements}};
}

std::optional<JournalProblem> migrateFile(const QString &path, const QList<Migration> &migrations)
{
    JournalSql sql(path, JournalSql::Access::Write);
    const auto problem = sql.open();
    return problem ? problem : migrate(sql, path, migrations);
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
                 QVariantList({u"balances"_s, u"changes"_s, u"sqlite_sequence"_s}));
        QStringList columns;
        for (const QVariantList &row : raw.rows(u"PRAGMA table_info(changes)"_s)) {
            columns.append(row.at(1).toString());
        }
        QCOMPARE(columns.join(u' '),
                 u"id account origin token created_at reason before patch expected after outcome "
                 "settled_at settled_how status request_id error duration_ms app_version undoes "
                 "run"_s);
        columns.clear();
        for (const QVariantList &row : raw.rows(u"PRAGMA table_info(balances)"_s)) {
            columns.append(row.at(1).toString());
        }
        QCOMPARE(columns.join(u' '), u"account origin token seen_at balance"_s);
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
            QVERIFY(!sql.run(u"UPDATE changes SET outcome = ?"_s, {outcomeWord(outcome)}));
        }
        QVERIFY(sql.run(u"UPDATE changes SET outcome = 'perhaps'"_s).has_value());
    }

    void theFrequentQueriesUseAnIndex_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("index");
        const QString undecided = u"outcome IN ('intended', 'sent', 'unknown')"_s;
        QTest::newRow("undecided of a token")
            << u"SELECT 1 FROM changes WHERE account = 'a' AND origin = 'o' AND token = 't' AND "_s
                + undecided
            << u"changes_undecided"_s;
        QTest::newRow("undecided of a run") << u"SELECT 1 FROM changes WHERE run = 'r' AND "_s
                + undecided << u"changes_undecided"_s;
        QTest::newRow("undo of a change")
            << u"SELECT 1 FROM changes WHERE undoes = 1"_s << u"changes_undoes"_s;
        QTest::newRow("newest balance")
            << u"SELECT balance FROM balances WHERE account = 'a' AND origin = 'o' AND "
               "token = 't' ORDER BY seen_at DESC LIMIT 1"_s
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
            !migrateFile(bench.path, withSecond({u"ALTER TABLE changes ADD COLUMN note TEXT"_s})));

        const RawConnection raw(bench.path);
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), 2);
        QCOMPARE(raw.rows(u"SELECT id, note FROM changes"_s).size(), 1);
        const QString backup = backupOf(bench.path);
        const QRegularExpression pattern(
            u"/journal\\.backup-v1-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ\\.sqlite$"_s);
        QVERIFY2(pattern.match(backup).hasMatch(), qPrintable(backup));
#ifdef Q_OS_UNIX
        QCOMPARE(rightsOf(backup), 0600);
#endif
        Journal old(backup, u"run-2"_s, Journal::Mode::Read);
        QCOMPARE(old.ids({}).value(), QList<qint64>{id});
        QCOMPARE(RawConnection(backup).value(u"PRAGMA user_version"_s).toInt(), 1);
    }

    void aFailedMigrationChangesNothing()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);

        QVERIFY(migrateFile(bench.path,
                            withSecond({u"ALTER TABLE changes ADD COLUMN note TEXT"_s,
                                        u"INSERT INTO nowhere VALUES (1)"_s}))
                    .has_value());

        const RawConnection raw(bench.path);
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), 1);
        QCOMPARE(raw.rows(u"PRAGMA table_info(changes)"_s).size(), 20);
        QVERIFY(!backupOf(bench.path).isEmpty());
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
                 {u"CREATE TABLE changes (other TEXT)"_s, u"PRAGMA user_version = 2"_s});
        const QByteArray content = contentOf(bench.path);
        Journal journal(bench.path, u"run-1"_s, mode);

        QCOMPARE(journal.open()->kind, JournalProblem::Kind::TooNew);
        QCOMPARE(journal.ids({}).error().kind, JournalProblem::Kind::TooNew);
        QVERIFY(!journal.append(sampleChange(), false).hasValue());

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
        QCOMPARE(reader.append(sampleChange(), false).error().kind, JournalProblem::Kind::ReadOnly);
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
