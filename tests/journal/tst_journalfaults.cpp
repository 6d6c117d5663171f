// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"
#include "journalchild.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace purser;
using Kind = JournalProblem::Kind;

namespace {

//! A journal of some pages, closed.
QByteArray wholeJournal()
{
    JournalBench bench;
    for (int count = 0; count < 50; ++count) {
        bench.add(Outcome::Applied);
    }
    RawConnection(bench.path).rows(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return contentOf(bench.path);
}

QByteArray withBytes(QByteArray content, qsizetype from, qsizetype count)
{
    return content.replace(from, count, QByteArray(count, '\x5a'));
}

QByteArray databaseOf(const QStringList &statements)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.sqlite"_s);
    makeFile(path, statements);
    return contentOf(path);
}

//! Runs a statement on the connection of the only journal that is open here.
void runOnJournalsConnection(const QString &sql)
{
    const QStringList names = QSqlDatabase::connectionNames();
    QCOMPARE(names.size(), 1);
    QSqlQuery query(QSqlDatabase::database(names.first()));
    QVERIFY(query.exec(sql));
}

} // namespace

class TestJournalFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

#ifdef Q_OS_UNIX
    //! As in a folder that one may not look into; a name that is too long is refused to everybody.
    void whatCantBeLookedAtIsNoEmptyJournal()
    {
        const QString path = u"/tmp/"_s + QString(5000, u'x') + u"/journal.sqlite"_s;
        Journal journal(path, QString(), Journal::Mode::Read);
        const auto ids = journal.ids({});
        QVERIFY(!ids);
        QCOMPARE(ids.error().kind, JournalProblem::Kind::Failed);
        QVERIFY(!ids.error().detail.isEmpty());
        Journal none(u"/nowhere/journal.sqlite"_s, QString(), Journal::Mode::Read);
        QVERIFY(none.ids({}) && none.ids({})->isEmpty());
    }

    void aPipeInItsPlaceIsNeitherReadNorWritten_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const auto &suffix : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
            QTest::newRow(qPrintable(u"journal.sqlite"_s + suffix)) << suffix;
        }
    }
    void aPipeInItsPlaceIsNeitherReadNorWritten()
    {
        QFETCH(QString, suffix);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"journal.sqlite"_s);
        if (!suffix.isEmpty()) {
            writeContent(path, wholeJournal());
        }
        QCOMPARE(::mkfifo(QFile::encodeName(path + suffix).constData(), 0600), 0);
        Journal reader(path, QString(), Journal::Mode::Read);
        QCOMPARE(reader.ids({}).error().kind, Kind::Failed);
        Journal writer(path, u"run-1"_s);
        QVERIFY(!appendTo(writer, sampleChange(), false).hasValue());
    }
#endif

#ifdef Q_OS_UNIX
    void aPipeInTheLocksPlaceStopsTheSettingAside()
    {
        JournalBench bench;
        writeContent(bench.path, QByteArray(10'000, 'x'));
        QCOMPARE(::mkfifo(QFile::encodeName(bench.path + u".lock"_s).constData(), 0600), 0);
        QVERIFY(!appendTo(bench.journal, sampleChange(), false).hasValue());
        QCOMPARE(contentOf(bench.path), QByteArray(10'000, 'x'));
    }
#endif

    void whatIsNoJournalIsSetAsideAsItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray whole = wholeJournal();
        QVERIFY(whole.size() > 5 * 4096);
        QTest::newRow("text") << QByteArray(10'000, 'x');
        QTest::newRow("a few bytes") << QByteArray("hello");
        QTest::newRow("cut off") << whole.left(3 * 4096 + 100);
        QTest::newRow("head destroyed") << withBytes(whole, 0, 100);
        QTest::newRow("pages destroyed") << withBytes(whole, 4096, 4096);
        QTest::newRow("the list of tables destroyed") << withBytes(whole, 100, 3'000);
        QTest::newRow("another program's") << databaseOf({u"CREATE TABLE changes (x)"_s});
        QTest::newRow("another program's, with our version")
            << databaseOf({u"CREATE TABLE songs (x)"_s, u"PRAGMA user_version = 1"_s});
        QTest::newRow("another program's, with our table's name")
            << databaseOf({u"CREATE TABLE changes (id, account)"_s, u"PRAGMA user_version = 1"_s});
        QTest::newRow("a version below zero") << databaseOf({u"PRAGMA user_version = -1"_s});
    }
    void whatIsNoJournalIsSetAsideAsItIs()
    {
        QFETCH(QByteArray, content);
        JournalBench bench;
        writeContent(bench.path, content);

        const auto id = appendTo(bench.journal, sampleChange(), false);

        QVERIFY2(id.hasValue(), qPrintable(id.hasValue() ? QString() : id.error().detail));
        QCOMPARE(bench.journal.ids({}).value(), QList<qint64>{1});
        const QString aside = bench.journal.setAsidePath();
        const QRegularExpression pattern(
            u"/purser/journal\\.damaged-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ\\.sqlite$"_s);
        QVERIFY2(pattern.match(aside).hasMatch(), qPrintable(aside));
        QCOMPARE(contentOf(aside), content);
#ifdef Q_OS_UNIX // elsewhere files are private by their folder
        QCOMPARE(rightsOf(aside), 0600);
#endif
    }

    void aSetAsideFileTakesItsLogWithIt()
    {
        JournalBench bench;
        const QByteArray content(10'000, 'x');
        const QByteArray log(5'000, 'y');
        writeContent(bench.path, content);
        writeContent(bench.path + "-wal"_L1, log);

        QVERIFY(!bench.journal.open());

        const QString aside = bench.journal.setAsidePath();
        QCOMPARE(contentOf(aside), content);
        QCOMPARE(contentOf(aside + "-wal"_L1), log);
    }

    void noFileThatWasSetAsideIsOverwritten()
    {
        const JournalBench bench;
        QSet<QString> paths;
        for (const char sign : {'a', 'b', 'c', 'd'}) {
            writeContent(bench.path, QByteArray(3'000, sign));
            Journal journal(bench.path, u"run-1"_s);
            QVERIFY(!journal.open());
            paths.insert(journal.setAsidePath());
            QCOMPARE(contentOf(journal.setAsidePath()), QByteArray(3'000, sign));
        }
        QCOMPARE(paths.size(), 4);
        QCOMPARE(filesBeside(bench.path).filter(u"damaged"_s).size(), 4);
    }

    void aFileOfNoLengthBecomesAJournal()
    {
        JournalBench bench;
        writeContent(bench.path, {});
        QVERIFY(appendTo(bench.journal, sampleChange(), false).hasValue());
        QVERIFY(bench.journal.setAsidePath().isEmpty());
    }

    void aLogWithoutItsJournalDoesNotGetIntoTheNewOne()
    {
        JournalBench bench;
        writeContent(bench.path + "-wal"_L1, "old");
        QVERIFY(appendTo(bench.journal, sampleChange(), false).hasValue());
        const QStringList asides = filesBeside(bench.path).filter(u"damaged"_s);
        QCOMPARE(asides.size(), 1);
        QVERIFY(asides.first().endsWith("-wal"_L1));
        QCOMPARE(contentOf(QFileInfo(bench.path).path() + u'/' + asides.first()), "old"_ba);
    }

    void damageWhileInUseIsFoundAndSetAside()
    {
        JournalBench bench;
        const QByteArray whole = wholeJournal();
        writeContent(bench.path, whole);
        QVERIFY(!bench.journal.open());
        QFile file(bench.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray damaged = withBytes(whole, 4096, whole.size() - 4096);
        QCOMPARE(file.write(damaged), damaged.size());
        file.close();

        QCOMPARE(bench.journal.ids({}).error().kind, Kind::Damaged);
        QVERIFY(appendTo(bench.journal, sampleChange(), false).hasValue());

        QVERIFY(!bench.journal.setAsidePath().isEmpty());
        QCOMPARE(bench.journal.ids({}).value(), QList<qint64>{1});
    }

    void aJournalThatIsReadIsNeverSetAside()
    {
        const JournalBench bench;
        const QByteArray content(10'000, 'x');
        writeContent(bench.path, content);
        Journal reader(bench.path, u"run-1"_s, Journal::Mode::Read);
        QCOMPARE(reader.ids({}).error().kind, Kind::Damaged);
        QCOMPARE(contentOf(bench.path), content);
        QCOMPARE(filesBeside(bench.path), QStringList(u"journal.sqlite"_s));
    }

    void aLockedJournalIsSaidInTimeAndUnchanged_data()
    {
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<QString>("journalMode");
        QTest::newRow("in use") << true << u"wal"_s;
        QTest::newRow("at opening") << false << u"wal"_s;
        QTest::newRow("at opening, and not readable") << false << u"delete"_s;
    }
    void aLockedJournalIsSaidInTimeAndUnchanged()
    {
        QFETCH(bool, isOpen);
        QFETCH(QString, journalMode);
        const JournalBench bench;
        writeContent(bench.path, wholeJournal());
        const RawConnection raw(bench.path);
        raw.rows(u"PRAGMA journal_mode = "_s + journalMode);
        Journal journal(bench.path, u"run-1"_s);
        if (isOpen) {
            QVERIFY(!journal.open());
        }
        raw.rows(u"BEGIN EXCLUSIVE"_s);
        QElapsedTimer timer;
        timer.start();

        const auto id = appendTo(journal, sampleChange(), true);

        const auto waited = std::chrono::milliseconds(timer.elapsed());
        QVERIFY(!id.hasValue());
        QCOMPARE(id.error().kind, Kind::Locked);
        QVERIFY(waited < Journal::LockWait + std::chrono::milliseconds(1'500));
        QVERIFY(waited > Journal::LockWait / 2);
        QVERIFY(journal.setAsidePath().isEmpty());

        raw.rows(u"ROLLBACK"_s);
        QCOMPARE(raw.value(u"SELECT count(*) FROM changes"_s).toInt(), 50);
        QVERIFY(appendTo(journal, sampleChange(), true).hasValue());
    }

    void whereNothingCanBeWrittenIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a file instead of the folder") << u"%1/file/journal.sqlite"_s;
        QTest::newRow("a file instead of a folder above") << u"%1/file/purser/journal.sqlite"_s;
        QTest::newRow("a folder instead of the file") << u"%1/folder"_s;
#ifdef Q_OS_LINUX
        QTest::newRow("a system's folder that takes no files") << u"/proc/self/journal.sqlite"_s;
#endif
    }
    void whereNothingCanBeWrittenIsSaid()
    {
        QFETCH(QString, path);
        const QTemporaryDir folder;
        writeContent(folder.filePath(u"file"_s), "x");
        QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
        Journal journal(path.contains(u'%') ? path.arg(folder.path()) : path, u"run-1"_s);

        const auto problem = journal.open();
        QVERIFY(problem.has_value());
        QCOMPARE(problem->kind, Kind::ReadOnly);
        QCOMPARE(appendTo(journal, sampleChange(), false).error().kind, Kind::ReadOnly);
        QCOMPARE(journal.ids({}).error().kind, Kind::ReadOnly);
        QVERIFY(journal.setAsidePath().isEmpty());
    }

    void withoutAPathThereIsNoJournal()
    {
        Journal journal(QString(), u"run-1"_s);
        QCOMPARE(journal.open()->kind, Kind::Failed);
    }

    void aFailedOpeningIsTriedAgain()
    {
        JournalBench bench;
        const QString folder = QFileInfo(bench.path).path();
        writeContent(folder, "in the way");
        QCOMPARE(appendTo(bench.journal, sampleChange(), false).error().kind, Kind::ReadOnly);
        QVERIFY(QFile::remove(folder));
        QVERIFY(appendTo(bench.journal, sampleChange(), false).hasValue());
    }

    void aFullDiskLeavesNothingHalfDone()
    {
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Intended);
        runOnJournalsConnection(u"PRAGMA max_page_count = 1"_s); // no more than there are
        ChangeRecord record = sampleChange(u"other"_s);
        record.reason = QString(50'000, u'r');

        const auto full = appendTo(bench.journal, record, false);

        QVERIFY(!full.hasValue());
        QCOMPARE(full.error().kind, Kind::DiskFull);
        QCOMPARE(bench.journal.ids({}).value(), QList<qint64>{id});
        QVERIFY(!bench.journal.markSent(id));
        runOnJournalsConnection(u"PRAGMA max_page_count = 100000"_s);
        QVERIFY(appendTo(bench.journal, record, false).hasValue());
    }

    void aWriteThatFailsInTheMiddleLeavesNothingHalfDone()
    {
        if (!childCanLimitItsFiles()) {
            return; // Unix alone
        }
        JournalBench bench;
        JournalChild child;
        const QString said = child.run({u"--until-full"_s, bench.path});
        const qsizetype written = said.section(u' ', 0, 0).toInt();
        QVERIFY2(written > 0 && said.endsWith("failed"_L1), qPrintable(said));

        QCOMPARE(bench.journal.ids({}).value().size(), written);
        QVERIFY(bench.journal.setAsidePath().isEmpty());
        QCOMPARE(RawConnection(bench.path).value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    }

    void whatWasAppendedSurvivesAKilledProgram()
    {
        JournalBench bench;
        JournalChild child;
        QCOMPARE(child.firstLine({u"--append-and-wait"_s, bench.path}), u"1"_s);
        child.kill();
        const auto row = bench.journal.change(1).value();
        QVERIFY(row.has_value());
        QCOMPARE(row->outcome, Outcome::Intended);
        QVERIFY(bench.journal.setAsidePath().isEmpty());
    }

    void aJournalWhoseMakingWasCutOffIsMadeAnew()
    {
        JournalBench bench;
        JournalChild child;
        QCOMPARE(child.firstLine({u"--half-made"_s, bench.path}), u"half"_s);
        child.kill();
        QVERIFY(QFileInfo(bench.path + "-journal"_L1).size() > 0);

        const auto id = appendTo(bench.journal, sampleChange(), false);

        QVERIFY2(id.hasValue(), qPrintable(id.hasValue() ? QString() : id.error().detail));
        QVERIFY(bench.journal.setAsidePath().isEmpty());
    }

    void severalProgramsMakeAndUseItAtTheSameTime()
    {
        constexpr int Programs = 4;
        JournalBench bench;
        std::vector<std::unique_ptr<JournalChild>> children;
        for (int count = 0; count < Programs; ++count) {
            children.push_back(std::make_unique<JournalChild>());
            children.back()->start({u"--append-many"_s, bench.path});
        }
        for (const auto &child : children) {
            QCOMPARE(child->end(), u"20"_s);
        }
        QCOMPARE(bench.journal.ids({}).value().size(), 20 * Programs);
        QCOMPARE(filesBeside(bench.path).filter(u"damaged"_s), QStringList());
    }

    void severalProgramsSetADamagedFileAsideOnce()
    {
        constexpr int Programs = 4;
        JournalBench bench;
        writeContent(bench.path, QByteArray(10'000, 'x'));
        std::vector<std::unique_ptr<JournalChild>> children;
        for (int count = 0; count < Programs; ++count) {
            children.push_back(std::make_unique<JournalChild>());
            children.back()->start({u"--append-many"_s, bench.path});
        }
        for (const auto &child : children) {
            QCOMPARE(child->end(), u"20"_s);
        }
        QCOMPARE(bench.journal.ids({}).value().size(), 20 * Programs);
        QCOMPARE(filesBeside(bench.path).filter(u"damaged"_s).size(), 1);
    }

    void aFileThatWasTakenAwayIsMadeAnew_data()
    {
        QTest::addColumn<QStringList>("removed");
        QTest::newRow("the journal alone") << QStringList{u""_s};
        QTest::newRow("all of its files") << QStringList{u""_s, u"-wal"_s, u"-shm"_s};
    }
    void aFileThatWasTakenAwayIsMadeAnew()
    {
        QFETCH(QStringList, removed);
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Intended) > 0);
        for (const QString &suffix : removed) {
            if (!QFile::remove(bench.path + suffix)) {
                return; // Windows does not let go of it
            }
        }
        QCOMPARE(bench.journal.markSent(1)->kind, Kind::NoSuchChange);
        QVERIFY(appendTo(bench.journal, sampleChange(u"new"_s), false).hasValue());

        const RawConnection raw(bench.path);
        QCOMPARE(raw.column(u"SELECT token FROM changes"_s), QVariantList{u"new"_s});
    }

    void aFileThatWasReplacedIsTheOneWritten()
    {
        JournalBench bench;
        const QByteArray whole = wholeJournal();
        QVERIFY(bench.add(Outcome::Intended) > 0);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            if (!QFile::rename(bench.path + suffix, bench.path + ".old"_L1 + suffix)) {
                return; // likewise
            }
        }
        writeContent(bench.path, whole);
        QCOMPARE(appendTo(bench.journal, sampleChange(), true).value(), 51);
        QCOMPARE(RawConnection(bench.path).value(u"SELECT count(*) FROM changes"_s).toInt(), 51);
        QVERIFY(bench.journal.setAsidePath().isEmpty());
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (const auto code = runAsJournalChild(QCoreApplication::arguments())) {
        return *code;
    }
    TestJournalFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalfaults.moc"
