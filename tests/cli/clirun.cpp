// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "accounts/accountstore.h"
#include "domain/exacttext.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

constexpr int Patience = 60'000;

//! As in a terminal: who runs the tests may have had signals ignored (nohup, a background job).
void takeSignals(QProcess &process)
{
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([] {
        for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
            std::signal(number, SIG_DFL);
        }
    });
#else
    Q_UNUSED(process)
#endif
}

} // namespace

QJsonObject CliResult::json() const
{
    if (out.count(u'\n') != 1 || !out.endsWith(u'\n')) {
        return {};
    }
    const auto read = jsonFromUtf8(out.toUtf8());
    return read ? read->toObject() : QJsonObject();
}

QString CliResult::part(const QString &name) const
{
    return json().value(name).toString();
}

QString CliResult::errorPart(const QString &name) const
{
    return json().value(u"error"_s).toObject().value(name).toString();
}

QByteArray CliResult::text() const
{
    return QByteArray::number(code) + "\n--- out\n" + out.toUtf8() + "--- error\n" + error.toUtf8();
}

CliBench::CliBench() : environment(QProcessEnvironment::systemEnvironment())
{
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
}

CliBench::~CliBench()
{
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                       qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    const auto accounts = AccountStore(settingsPath()).accounts();
    for (const Account &account : accounts) {
        const CliResult result = run({u"logout"_s, u"--account"_s, account.name});
        if (result.code != 0) {
            qWarning("A JWT is left in the keyring: %s", result.text().constData());
        }
    }
}

std::unique_ptr<QProcess> CliBench::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    takeSignals(*process);
    process->start(program(), arguments);
    return process;
}

QString CliBench::program()
{
    return QStringLiteral(PURSER_CLI_PATH);
}

CliResult CliBench::resultOf(QProcess &process)
{
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, Patience);
    CliResult result;
    if (ended && process.error() != QProcess::FailedToStart
        && process.exitStatus() == QProcess::NormalExit) {
        result.code = process.exitCode();
    }
    result.out = QString::fromUtf8(process.readAllStandardOutput());
    result.error = QString::fromUtf8(process.readAllStandardError());
    return result;
}

CliResult CliBench::run(const QStringList &arguments, const QByteArray &input) const
{
    const auto process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    return resultOf(*process);
}

bool CliBench::login(const QString &url, const QByteArray &jwt) const
{
    const CliResult result = run({u"login"_s, u"--account"_s, u"Test"_s, u"--url"_s, url}, jwt);
    if (result.code != 0) {
        qWarning("%s", result.text().constData());
    }
    return result.code == 0;
}

QString CliBench::settingsPath() const
{
    return m_home.filePath(u"config/purser/purser.ini"_s);
}

QString CliBench::journalPath() const
{
    return m_home.filePath(u"data/purser/journal.sqlite"_s);
}

QStringList CliBench::filesWith(const QByteArray &text) const
{
    QStringList found;
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            found.append(file.fileName());
        }
    }
    return found;
}

} // namespace purser::test
