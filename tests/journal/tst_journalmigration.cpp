// SPDX-License-Identifier: GPL-3.0-or-later
// Files that Purser 0.1.0 wrote, brought to the form of today: what is kept, what is handed in from
// above, and what an interruption leaves.
#include "journal/journalschema.h"
#include "journal/run.h"
#include "journalbench.h"
#include "journalchild.h"

#include <QLockFile>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <atomic>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

using Kind = JournalProblem::Kind;

//! Owners as a settings file would give them: one account is known, another is not any more.
Migrating owners()
{
    Migrating migrating;
    migrating.ownerOf = [](const QString &account, const QString &origin) {
        return account == "Production"_L1 ? RowOwner{u"id-1"_s, origin + "/v2"_L1, u"customer-1"_s}
                                          : RowOwner{u"id-of-"_s + account, origin, {}};
    };
    return migrating;
}

//! A copy of one of the files, with what SQLite had beside it.
void copyTo(const QString &path, const QString &name)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    const QString from = QStringLiteral(PURSER_TEST_FILES) + u'/' + name;
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        if (QFile::exists(from + suffix)) {
            QVERIFY(QFile::copy(from + suffix, path + suffix));
            QVERIFY(QFile::setPermissions(path + suffix, QFile::ReadOwner | QFile::WriteOwner));
        }
    }
}

//! What a row says, by its columns of the first form.
QList<QVariantList> firstColumns(const QString &path)
{
    return RawConnection(path).rows(
        u"SELECT id, account, origin, token, created_at, reason, \"before\", patch, expected, "
        "\"after\", outcome, settled_at, settled_how, status, request_id, error, duration_ms, "
        "app_version, undoes, run FROM changes ORDER BY id"_s);
}

int versionOf(const QString &path)
{
    return RawConnection(path).value(u"PRAGMA user_version"_s).toInt();
}

} // namespace

class TestJournalMigration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void everyRowIsKeptAndGetsItsOwner_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("closed") << u"schema1.sqlite"_s;
        QTest::newRow("killed while a change was under way") << u"schema1-killed.sqlite"_s;
    }
    void everyRowIsKeptAndGetsItsOwner()
    {
        QFETCH(QString, file);
        JournalBench bench;
        copyTo(bench.path, file);
        const auto before = firstColumns(bench.path);
        QCOMPARE(before.size(), 9);
        const auto balances =
            RawConnection(bench.path)
                .rows(
                    u"SELECT account, origin, token, seen_at, balance FROM balances ORDER BY rowid"_s);

        Journal journal(bench.path, u"2-run"_s, Journal::Mode::Write, owners());
        QVERIFY(!journal.open());

        QCOMPARE(firstColumns(bench.path), before);
        const RawConnection raw(bench.path);
        QCOMPARE(raw.rows(u"SELECT account, origin, token, seen_at, balance FROM balances "
                          "ORDER BY rowid"_s),
                 balances);
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), 2);
        QCOMPARE(raw.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(
            raw.rows(u"SELECT DISTINCT account, account_id, service_url, customer "
                     "FROM changes ORDER BY 1"_s),
            QList<QVariantList>(
                {{u"Client A"_s, u"id-of-Client A"_s, u"http://127.0.0.1:18432"_s,
                  QVariant(QMetaType(QMetaType::QString))},
                 {u"Production"_s, u"id-1"_s, u"http://127.0.0.1:18431/v2"_s, u"customer-1"_s}}));
        QCOMPARE(raw.value(u"SELECT count(*) FROM changes WHERE seq = id AND token_id = token AND "
                           "kind = 'edit' AND read_seq IS NULL AND read_at IS NULL AND submit IS "
                           "NULL AND batch IS NULL AND boot IS NULL"_s)
                     .toInt(),
                 9);
        QCOMPARE(
            raw.value(u"SELECT count(*) FROM balances WHERE account_id = 'id-1' AND "
                      "token_id = token"_s)
                .toInt(),
            raw.value(u"SELECT count(*) FROM balances WHERE account = 'Production'"_s).toInt());
        QVERIFY(raw.value(u"SELECT length(id) FROM journal"_s).toInt() >= 32);
    }

    void itGoesOnFromThere()
    {
        JournalBench bench;
        copyTo(bench.path, u"schema1-killed.sqlite"_s);
        Journal journal(bench.path, u"2-run"_s, Journal::Mode::Write, owners());
        const auto recovery = journal.recover([](const QString &) { return true; }, timeAt(0));
        QVERIFY(recovery);
        QCOMPARE(recovery->undecided.size(), 2); // one unknown, one sent
        const TokenKey key = recovery->undecided.first().key;
        QCOMPARE(key.accountId, u"id-1"_s);
        const auto undecided = journal.undecided(key).value();
        QVERIFY(undecided.has_value());
        QCOMPARE(journal.newestUndoable(key).value()->id, 2);
        // What was decided well before an old row was written is in what it had read.
        const auto rivals = journal.rivalsOf(recovery->undecided.last().id).value();
        for (const ChangeRecord &rival : rivals) {
            QVERIFY(rival.id > recovery->undecided.last().id || isUndecided(rival.outcome)
                    || rival.settledAt.addSecs(60) >= recovery->undecided.last().createdAt);
        }
        ChangeRecord record = sampleChange();
        record.key = key;
        record.key.token = u"another"_s;
        const auto id = appendTo(journal, record, false);
        QVERIFY(id);
        QCOMPARE(*id, 10);
    }

    void whatIsReadAloneIsShownAsIfMigratedAndStaysAsItIs_data()
    {
        everyRowIsKeptAndGetsItsOwner_data();
    }
    void whatIsReadAloneIsShownAsIfMigratedAndStaysAsItIs()
    {
        QFETCH(QString, file);
        JournalBench bench;
        copyTo(bench.path, file);
        const QByteArray content = contentOf(bench.path);
        {
            Journal reader(bench.path, {}, Journal::Mode::Read, owners());
            QCOMPARE(reader.ids({})->size(), 9);
            const auto row = reader.change(1).value();
            QCOMPARE(row->key.accountId, u"id-1"_s);
            QCOMPARE(row->key.serviceUrl, u"http://127.0.0.1:18431/v2"_s);
            QCOMPARE(reader.tokenNames(row->key).value(),
                     QStringList({u"marketing-chatbot"_s, u"ocr-invoices"_s}));
            QVERIFY(reader.undecided(row->key).value().has_value());
        }
        QCOMPARE(contentOf(bench.path), content);
        QCOMPARE(versionOf(bench.path), 1);
        QCOMPARE(filesBeside(bench.path).filter(u"backup"_s), QStringList());
    }

    void anInterruptionAtAnyStepChangesNothing_data()
    {
        QTest::addColumn<int>("step");
        const auto steps = journalMigrations().last().statements.size();
        for (int step = 0; step <= steps; ++step) {
            QTest::addRow("before step %d", step) << step;
        }
    }
    void anInterruptionAtAnyStepChangesNothing()
    {
        QFETCH(int, step);
        JournalBench bench;
        copyTo(bench.path, u"schema1.sqlite"_s);
        const auto before = firstColumns(bench.path);
        auto migrations = journalMigrations();
        migrations.last().statements.insert(step, u"INSERT INTO nowhere VALUES (1)"_s);
        {
            JournalSql sql(bench.path, JournalSql::Access::Write);
            QVERIFY(!sql.open());
            QVERIFY(migrate(sql, bench.path, owners(), migrations).has_value());
        }
        QCOMPARE(filesBeside(bench.path).filter(u"backup"_s), QStringList());
        QCOMPARE(versionOf(bench.path), 1);
        QCOMPARE(firstColumns(bench.path), before);
        QCOMPARE(RawConnection(bench.path)
                     .column(u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"_s),
                 QVariantList({u"balances"_s, u"changes"_s, u"sqlite_sequence"_s}));

        Journal journal(bench.path, u"2-run"_s, Journal::Mode::Write, owners());
        QVERIFY(!journal.open());
        QCOMPARE(firstColumns(bench.path), before);
        QCOMPARE(versionOf(bench.path), 2);
    }

#ifdef Q_OS_UNIX
    void aKillInTheMiddleOfItChangesNothing()
    {
        JournalBench bench;
        copyTo(bench.path, u"schema1-killed.sqlite"_s);
        JournalChild child;
        QCOMPARE(child.run({u"--migrate-and-die"_s, bench.path}), u"within"_s);
        QCOMPARE(versionOf(bench.path), 1);
        QCOMPARE(firstColumns(bench.path).size(), 9);
        Journal journal(bench.path, u"2-run"_s, Journal::Mode::Write, owners());
        QVERIFY(!journal.open());
        QCOMPARE(firstColumns(bench.path).size(), 9);
    }
#endif

    void ofSeveralAtOnceOneMigratesAndTheOthersWait()
    {
        for (int round = 0; round < 5; ++round) {
            const JournalBench bench;
            copyTo(bench.path, u"schema1.sqlite"_s);
            const auto before = firstColumns(bench.path);
            std::atomic<int> failed = 0;
            std::vector<std::unique_ptr<QThread>> programs;
            for (int program = 0; program < 4; ++program) {
                programs.emplace_back(QThread::create([&bench, &failed, program] {
                    Journal journal(bench.path, u"2-run-%1"_s.arg(program), Journal::Mode::Write,
                                    owners());
                    failed += journal.open() ? 1 : 0;
                }));
                programs.back()->start();
            }
            for (const auto &program : programs) {
                QVERIFY(program->wait(60'000));
            }
            QCOMPARE(failed.load(), 0);
            QCOMPARE(versionOf(bench.path), 2);
            QCOMPARE(firstColumns(bench.path), before);
            QCOMPARE(filesBeside(bench.path).filter(u"backup"_s).size(), 1);
        }
    }

    void nothingIsMigratedWhileAnOlderPurserRuns()
    {
        JournalBench bench;
        copyTo(bench.path, u"schema1.sqlite"_s);
        const QString runs = bench.folder.filePath(u"purser/runs"_s);
        const Run run(runs);
        Migrating migrating = owners();
        migrating.olderLives = [&run](int version) { return run.olderLives(version); };
        QLockFile older(runs + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces)
                        + ".lock"_L1);
        older.setStaleLockTime(0);
        QVERIFY(older.tryLock(0));

        Journal journal(bench.path, run.id(), Journal::Mode::Write, migrating);
        QCOMPARE(journal.open()->kind, Kind::OlderRunning);
        QCOMPARE(appendTo(journal, sampleChange(), false).error().kind, Kind::OlderRunning);
        QCOMPARE(versionOf(bench.path), 1);
        QCOMPARE(filesBeside(bench.path).filter(u"backup"_s), QStringList());

        const Run another(runs); // one of today is in nobody's way
        older.unlock();
        QVERIFY(!journal.open());
        QCOMPARE(versionOf(bench.path), 2);
        QVERIFY(!run.olderLives(2));
    }

    void anOlderPurserThatStartsMeanwhileStopsIt()
    {
        JournalBench bench;
        copyTo(bench.path, u"schema1.sqlite"_s);
        int asked = 0;
        Migrating migrating = owners();
        migrating.olderLives = [&asked](int) { return ++asked == 2; }; // after the copy was made
        Journal journal(bench.path, u"2-run"_s, Journal::Mode::Write, migrating);
        QCOMPARE(journal.open()->kind, Kind::OlderRunning);
        QCOMPARE(versionOf(bench.path), 1);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (const auto code = runAsJournalChild(QCoreApplication::arguments())) {
        return *code;
    }
    TestJournalMigration test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journalmigration.moc"
