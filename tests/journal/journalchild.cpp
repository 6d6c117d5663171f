// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalchild.h"

#include "journalbench.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace purser {

namespace {

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

void waitForEndOfInput()
{
    QTextStream(stdin).readAll();
}

//! Appends until a file of the journal may not grow any more: "COUNT failed", or the kind.
int appendUntilFull(const QString &path)
{
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
    const rlimit limit{200'000, 200'000};
    setrlimit(RLIMIT_FSIZE, &limit);
#endif
    Journal journal(path, u"child"_s);
    for (int count = 0; count < 10'000; ++count) {
        const auto id = appendTo(journal, sampleChange(), true);
        if (!id) {
            const auto kind = id.error().kind;
            const bool isExpected =
                kind == JournalProblem::Kind::Failed || kind == JournalProblem::Kind::DiskFull;
            say(u"%1 %2"_s.arg(count).arg(isExpected ? u"failed"_s : id.error().detail));
            return 0;
        }
    }
    say(u"no end"_s);
    return 1;
}

int appendAndWait(const QString &path)
{
    Journal journal(path, u"child"_s);
    const auto id = appendTo(journal, sampleChange(), true);
    say(id ? QString::number(*id) : id.error().detail);
    waitForEndOfInput();
    return 0;
}

int appendMany(const QString &path)
{
    Journal journal(path, u"child"_s);
    int done = 0;
    for (int count = 0; count < 20; ++count) {
        const auto id = appendTo(journal, sampleChange(), true);
        if (!id) {
            say(id.error().detail);
            return 1;
        }
        ++done;
    }
    say(QString::number(done));
    return 0;
}

//! Leaves a first transaction with pages on the disk and their undo log beside them.
int leaveHalfMade(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    const RawConnection raw(path);
    raw.rows(u"PRAGMA cache_size = 1"_s);
    raw.rows(u"BEGIN"_s);
    raw.rows(u"CREATE TABLE changes (x)"_s);
    raw.rows(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
             "INSERT INTO changes SELECT hex(randomblob(1000)) FROM n"_s);
    say(u"half"_s);
    waitForEndOfInput();
    return 0;
}

#ifdef Q_OS_UNIX
//! Migrates a file of an older form, and is killed within it.
int migrateAndDie(const QString &path)
{
    Migrating migrating;
    migrating.ownerOf = [](const QString &, const QString &) {
        say(u"within"_s);
        std::raise(SIGKILL);
        return RowOwner();
    };
    Journal(path, u"2-child"_s, Journal::Mode::Write, migrating).open();
    return 1;
}
#endif

} // namespace

JournalChild::~JournalChild()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
}

void JournalChild::start(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), arguments);
}

QString JournalChild::firstLine(const QStringList &arguments)
{
    start(arguments);
    m_process.waitForReadyRead();
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

QString JournalChild::end()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
    return QString::fromUtf8(m_process.readAllStandardOutput()).trimmed().section(u'\n', -1);
}

QString JournalChild::run(const QStringList &arguments)
{
    start(arguments);
    m_process.waitForStarted();
    return end();
}

void JournalChild::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

std::optional<int> runAsJournalChild(const QStringList &arguments)
{
    const QString what = arguments.value(1);
    const QString path = arguments.value(2);
    if (what == "--until-full"_L1) {
        return appendUntilFull(path);
    }
    if (what == "--append-and-wait"_L1) {
        return appendAndWait(path);
    }
    if (what == "--append-many"_L1) {
        return appendMany(path);
    }
    if (what == "--half-made"_L1) {
        return leaveHalfMade(path);
    }
#ifdef Q_OS_UNIX
    if (what == "--migrate-and-die"_L1) {
        return migrateAndDie(path);
    }
#endif
    return std::nullopt;
}

bool childCanLimitItsFiles()
{
#ifdef Q_OS_UNIX
    return true;
#else
    return false;
#endif
}

} // namespace purser
