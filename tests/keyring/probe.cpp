// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/probe.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int Patience = 60'000;

} // namespace

QByteArray jwt(qsizetype size, char filling)
{
    constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray start = QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(Encoding) + '.'
        + QByteArray(R"({"exp":1900000000})").toBase64(Encoding) + '.';
    return start + QByteArray(size - start.size(), filling);
}

QByteArray command(const char *verb, const QByteArray &rest)
{
    return QByteArray(verb) + " purser/main@api.example.org" + (rest.isEmpty() ? rest : ' ' + rest);
}

void addEveryCommand()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("read") << command("read");
    QTest::newRow("store") << command("store", jwt());
    QTest::newRow("forget") << command("forget");
}

Probe::Probe(const QProcessEnvironment &environment, std::chrono::milliseconds deadline,
             std::chrono::milliseconds promptDeadline)
{
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + "/keychainprobe"_L1,
                    {QString::number(deadline.count()), QString::number(promptDeadline.count())});
}

Probe::~Probe()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(Patience)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Probe::tell(const QByteArray &command)
{
    m_process.write(command + '\n');
}

QByteArray Probe::answer()
{
    const bool came = QTest::qWaitFor(
        [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; },
        Patience);
    if (!m_process.canReadLine()) {
        return came ? "the probe has ended: " + m_process.errorString().toUtf8() : "no answer";
    }
    return m_process.readLine().trimmed();
}

QByteArray Probe::ask(const QByteArray &command)
{
    tell(command);
    return answer();
}

QByteArray Probe::present(const QByteArray &bearer)
{
    return "present " + QCryptographicHash::hash(bearer, QCryptographicHash::Sha256).toHex();
}

} // namespace purser
