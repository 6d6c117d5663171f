// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/sandboxprocess.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#ifdef Q_OS_UNIX
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int PatienceAtTheEnd = 3'000; // ms
constexpr qint64 LongestLine = 64 * 1024;
constexpr qsizetype LongestWords = 500;

QString programBesideUs()
{
    return QCoreApplication::applicationDirPath() + "/purser-sandbox"_L1;
}

//! In a process group of its own, so that Ctrl+C in the terminal reaches us alone: a change
//! that is under way then can still be answered.
void leaveOurProcessGroup(QProcess &process)
{
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([] { ::setpgid(0, 0); });
#elif defined(Q_OS_WIN)
    process.setCreateProcessArgumentsModifier([](QProcess::CreateProcessArguments *arguments) {
        arguments->flags |= CREATE_NEW_PROCESS_GROUP;
    });
#else
    Q_UNUSED(process)
#endif
}

} // namespace

SandboxProcess::SandboxProcess(QObject *parent) : SandboxProcess(programBesideUs(), {}, parent) { }

SandboxProcess::SandboxProcess(const QString &program, const QStringList &arguments,
                               QObject *parent)
    : QObject(parent)
{
    m_process.setProgram(program);
    m_process.setArguments(arguments + QStringList{u"--until-stdin-closes"_s});
    leaveOurProcessGroup(m_process);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(StandardDeadline);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(u"%1: nothing was printed in time"_s.arg(m_process.program())); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxProcess::readFirstLine);
    // After the deadline is set up: an error of start() comes from inside it.
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                fail(u"%1: %2"_s.arg(m_process.program(), m_process.errorString()));
            }
        },
        Qt::QueuedConnection);
    connect(&m_process, &QProcess::finished, this, [this] {
        readFirstLine();
        fail(u"%1 ended at once%2"_s.arg(m_process.program(), lastWords()));
    });
}

SandboxProcess::~SandboxProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(PatienceAtTheEnd)) {
        m_process.kill();
        m_process.waitForFinished(PatienceAtTheEnd);
    }
}

void SandboxProcess::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline.setInterval(deadline);
}

void SandboxProcess::start()
{
    m_deadline.start();
    m_process.start();
}

void SandboxProcess::readFirstLine()
{
    if (m_decided) {
        m_process.readAllStandardOutput(); // nothing else is expected, and nothing is kept
        return;
    }
    if (m_process.canReadLine()) {
        decide(m_process.readLine());
    } else if (m_process.bytesAvailable() > LongestLine) {
        fail(u"%1 printed no line"_s.arg(m_process.program()));
    }
}

void SandboxProcess::decide(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto url = ServiceUrl::fromText(object.value("url"_L1).toString());
    const auto bearer = Bearer::fromText(object.value("jwt"_L1).toString());
    if (!url || !bearer) {
        // The line itself is not shown: it may hold a secret all the same.
        fail(u"the first line of %1 is not understood"_s.arg(m_process.program()));
        return;
    }
    m_decided = true;
    m_deadline.stop();
    Q_EMIT started(*url, *bearer);
}

void SandboxProcess::fail(const QString &detail)
{
    if (m_decided) {
        return;
    }
    m_decided = true;
    m_deadline.stop();
    Q_EMIT failed(detail);
}

QString SandboxProcess::lastWords()
{
    const QString words =
        QString::fromLocal8Bit(m_process.readAllStandardError()).simplified().right(LongestWords);
    return words.isEmpty() ? QString() : ": "_L1 + words;
}

} // namespace purser
