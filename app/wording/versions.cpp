// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/versions.h"

#include "journal/sqliteversion.h"
#include "wording/tr.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace purser::wording {

namespace {

QString purserVersion(const QString &commit)
{
    const QString version = QStringLiteral(PURSER_VERSION);
    return commit.isEmpty() ? version : Wording::tr("%1, commit %2").arg(version, commit);
}

QString qtVersion()
{
    const QString running = QString::fromLatin1(qVersion());
    const QString built = QStringLiteral(QT_VERSION_STR);
    return running == built ? running : Wording::tr("%1, built with %2").arg(running, built);
}

//! QtKeychain doesn't tell which one is running, only CMake which one is built with.
QString keychainVersion()
{
    constexpr int Version = PURSER_QTKEYCHAIN_VERSION; // 0.13.2 is 1302
    const QString built =
        u"%1.%2.%3"_s.arg(Version / 10000).arg(Version / 100 % 100).arg(Version % 100);
    return Wording::tr("built with %1").arg(built);
}

} // namespace

QList<PartVersion> partVersions(const QString &commit)
{
    const QString sqlite = sqliteVersion();
    return {{u"Purser"_s, purserVersion(commit)},
            {u"Qt"_s, qtVersion()},
            {u"QtKeychain"_s, keychainVersion()},
            {u"SQLite"_s, sqlite.isEmpty() ? Wording::tr("not there") : sqlite},
            {Wording::tr("System"),
             u"%1, %2"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())}};
}

QString versionsText(const QList<PartVersion> &versions)
{
    QString text;
    for (const auto &[part, version] : versions) {
        text += u"%1: %2\n"_s.arg(part, version);
    }
    return text;
}

} // namespace purser::wording
