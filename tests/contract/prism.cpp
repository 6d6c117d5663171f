// SPDX-License-Identifier: GPL-3.0-or-later
#include "prism.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRegularExpression>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

// Node starts slowly on a machine that compiles meanwhile.
constexpr int StartLimit = 60'000;
constexpr int EndLimit = 5'000;

} // namespace

Prism::Prism(const QString &folder, const QString &document)
{
    const QString program = folder + "/node_modules/.bin/prism"_L1;
    if (!QFileInfo(program).isExecutable()) {
        m_problem = u"The judge of the contract, Prism, is not installed: \"npm ci\" in %1 "
                    "installs it, and so does \"./dev test\"."_s.arg(folder);
        return;
    }
    start(program, document);
    awaitListening();
}

Prism::~Prism()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.terminate();
    if (!m_process.waitForFinished(EndLimit)) {
        m_process.kill();
        m_process.waitForFinished(EndLimit);
    }
}

QString Prism::takeOutput()
{
    return QString::fromUtf8(m_process.readAll());
}

void Prism::start(const QString &program, const QString &document)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FORCE_COLOR"_s, u"0"_s); // the output is read here
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    // A test that is killed for taking too long runs no destructor.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    // One process: with NODE_ENV=production Prism would fork, and the child outlive it.
    m_process.start(program,
                    {u"mock"_s, u"--errors"_s, u"--multiprocess=false"_s, u"-h"_s, u"127.0.0.1"_s,
                     u"-p"_s, u"0"_s, document});
}

void Prism::awaitListening()
{
    static const QRegularExpression listening(
        u"is listening on (http://127\\.0\\.0\\.1:\\d+)\\s"_s);
    const QDeadlineTimer deadline(StartLimit);
    QString output;
    for (;;) {
        const bool ended = !m_process.waitForReadyRead(int(deadline.remainingTime()));
        output += takeOutput();
        if (const auto match = listening.match(output); match.hasMatch()) {
            m_url = match.captured(1);
            return;
        }
        if (ended) {
            break;
        }
    }
    const QString reason = m_process.state() == QProcess::Running
        ? u"no answer within %1 s"_s.arg(StartLimit / 1000)
        : u"ended with code %1"_s.arg(m_process.exitCode());
    m_problem = u"The judge of the contract, Prism, did not start: %1. It wrote: %2"_s.arg(
        reason, output.trimmed());
}

} // namespace purser::test
