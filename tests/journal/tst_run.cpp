// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/run.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QThread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

struct Bench {
    QTemporaryDir folder;
    QString runs = folder.filePath(u"purser/runs"_s);

    [[nodiscard]] QString lockOf(const QString &id) const { return runs + u'/' + id + ".lock"_L1; }
    [[nodiscard]] bool hasLockOf(const QString &id) const { return QFile::exists(lockOf(id)); }
};

//! This program again, as a run that lives until its standard input ends.
struct OtherRun {
    QProcess process;
    QString id;

    explicit OtherRun(const QString &folder)
    {
        process.start(QCoreApplication::applicationFilePath(), {u"--run"_s, folder});
        if (process.waitForStarted() && process.waitForReadyRead()) {
            id = QString::fromLatin1(process.readLine()).trimmed();
        }
    }
    ~OtherRun()
    {
        process.closeWriteChannel();
        process.waitForFinished();
    }
};

//! A lock file as QLockFile writes it.
QByteArray lockContent(qint64 pid, const QString &program)
{
    return QByteArray::number(pid) + '\n' + program.toUtf8() + '\n'
        + QSysInfo::machineHostName().toUtf8() + '\n' + QSysInfo::machineUniqueId() + '\n'
        + QSysInfo::bootUniqueId() + '\n';
}

int runUntilInputEnds(const QString &folder)
{
    const Run run(folder);
    QTextStream(stdout) << (run.isLocked() ? run.id() : QString()) << Qt::endl;
    QTextStream(stdin).readAll();
    return 0;
}

} // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoRunsOfOneProcessBothLive()
    {
        const Bench bench;
        const Run first(bench.runs);
        const Run second(bench.runs);
        QVERIFY(first.isLocked());
        QVERIFY(second.isLocked());
        QVERIFY(first.id() != second.id());
        for (int times = 0; times < 2; ++times) {
            QVERIFY(!first.isGone(second.id()));
            QVERIFY(!second.isGone(first.id()));
            QVERIFY(!first.isGone(first.id()));
        }
        QVERIFY(bench.hasLockOf(first.id()));
        QVERIFY(bench.hasLockOf(second.id()));
    }

    void aRunThatEndedIsGone()
    {
        const Bench bench;
        const Run run(bench.runs);
        QString id;
        {
            const Run another(bench.runs);
            id = another.id();
        }
        QVERIFY(run.isGone(id));
        QVERIFY(!bench.hasLockOf(id));
    }

    void aRunOfAnotherProcessLivesUntilItIsKilled()
    {
        const Bench bench;
        const Run run(bench.runs);
        OtherRun other(bench.runs);
        QVERIFY(!other.id.isEmpty());
        QVERIFY(!run.isGone(other.id));
        QVERIFY(!run.isGone(other.id));

        other.process.kill();
        QVERIFY(other.process.waitForFinished());

        QVERIFY(bench.hasLockOf(other.id));
        QVERIFY(run.isGone(other.id));
        QVERIFY2(!bench.hasLockOf(other.id), "what it left must be removed");
        QVERIFY(run.isGone(other.id));
    }

    void aLockFileThatNobodyHoldsIsGone_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QString name = QCoreApplication::applicationName();
        QTest::newRow("this very pid, which was given out again")
            << lockContent(QCoreApplication::applicationPid(), name);
        QTest::newRow("the pid of another living process") << lockContent(1, u"init"_s);
        QTest::newRow("empty: killed while it was made") << QByteArray();
        QTest::newRow("nonsense") << QByteArray("nonsense");
    }
    void aLockFileThatNobodyHoldsIsGone()
    {
#ifndef Q_OS_UNIX
        return; // QLockFile alone decides there
#endif
        QFETCH(QByteArray, content);
        const Bench bench;
        const Run run(bench.runs);
        const QString id = u"0123-abcd"_s;
        QFile file(bench.lockOf(id));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();

        QVERIFY(run.isGone(id));
        QVERIFY(!bench.hasLockOf(id));
    }

#ifdef Q_OS_UNIX
    void aPipeInTheLocksPlaceIsNoRun()
    {
        const Bench bench;
        const Run run(bench.runs);
        const QString id = u"0123-abcd"_s;
        QCOMPARE(::mkfifo(QFile::encodeName(bench.lockOf(id)).constData(), 0600), 0);
        QVERIFY(run.isGone(id));
    }
#endif

    void anIdThatNoRunHasIsGone_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("empty") << QString();
        QTest::newRow("no such run") << u"00000000-0000-0000-0000-000000000000"_s;
        QTest::newRow("out of the folder") << u"../outside"_s;
        QTest::newRow("a path") << u"a/b"_s;
        QTest::newRow("upper case") << u"ABCD"_s;
        QTest::newRow("other signs") << u"run-1"_s;
    }
    void anIdThatNoRunHasIsGone()
    {
        QFETCH(QString, id);
        const Bench bench;
        const Run run(bench.runs);
        QFile outside(bench.folder.filePath(u"purser/outside.lock"_s));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        QVERIFY(run.isGone(id));
        QVERIFY(outside.exists());
    }

    void severalThreadsMayAskAtOnce()
    {
        const Bench bench;
        const Run run(bench.runs);
        const Run other(bench.runs);
        std::atomic<int> wrong = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int count = 0; count < 4; ++count) {
            threads.emplace_back(QThread::create([&] {
                for (int times = 0; times < 200; ++times) {
                    wrong += run.isGone(other.id()) ? 1 : 0;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads) {
            QVERIFY(thread->wait());
        }
        QCOMPARE(wrong, 0);
    }

#ifdef Q_OS_UNIX // elsewhere files are private by their folder
    void lockFilesAreForTheirOwnerAlone()
    {
        const Bench bench;
        const Run run(bench.runs);
        QCOMPARE(QFileInfo(bench.lockOf(run.id())).permissions() & 0x0077, 0);
        QCOMPARE(QFileInfo(bench.runs).permissions() & 0x0077, 0);
    }
#endif

    void withoutALockTheRunStillHasAnId_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("no folder") << false;
        QTest::newRow("a folder that can't be made") << true;
    }
    void withoutALockTheRunStillHasAnId()
    {
        QFETCH(bool, isFolder);
        const Bench bench;
        QFile file(bench.folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Run run(isFolder ? file.fileName() + "/runs"_L1 : QString());
        QVERIFY(!run.isLocked());
        QCOMPARE(run.id().size(), 38);
        QVERIFY(!run.isGone(run.id()));
        QVERIFY(run.isGone(u"abcd"_s));
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--run"_L1) {
        return runUntilInputEnds(arguments.value(2));
    }
    TestRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_run.moc"
