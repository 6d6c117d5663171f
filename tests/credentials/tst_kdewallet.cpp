// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/kdewallet_linux.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

Q_DECLARE_METATYPE(purser::KdeWallet)

//! The table is QtKeychain's own decision; when that changes, so must this.
class TestKdeWallet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isPreferredWhereQtKeychainPrefersIt_data();
    void isPreferredWhereQtKeychainPrefersIt();
};

void TestKdeWallet::isPreferredWhereQtKeychainPrefersIt_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<KdeWallet>("wallet");
    QTest::newRow("no desktop") << QStringList{} << KdeWallet::None;
    QTest::newRow("GNOME") << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s} << KdeWallet::None;
    QTest::newRow("GNOME of Ubuntu")
        << QStringList{u"XDG_CURRENT_DESKTOP=ubuntu:GNOME"_s, u"DESKTOP_SESSION=ubuntu"_s}
        << KdeWallet::None;
    QTest::newRow("Plasma 5") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s,
                                             u"KDE_SESSION_VERSION=5"_s}
                              << KdeWallet::KWallet5;
    QTest::newRow("KDE 4") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=4"_s}
                           << KdeWallet::KWallet4;
    QTest::newRow("KDE without a version")
        << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s} << KdeWallet::None;
    QTest::newRow("the version alone")
        << QStringList{u"KDE_SESSION_VERSION=5"_s} << KdeWallet::None;
    QTest::newRow("by the session's name")
        << QStringList{u"DESKTOP_SESSION=kde"_s, u"KDE_SESSION_VERSION=5"_s} << KdeWallet::KWallet5;
    QTest::newRow("by the old session's name")
        << QStringList{u"DESKTOP_SESSION=kde4"_s} << KdeWallet::KWallet4;
    QTest::newRow("by the full session")
        << QStringList{u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s}
        << KdeWallet::KWallet5;
    QTest::newRow("GNOME started from KDE")
        << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s, u"KDE_FULL_SESSION=true"_s,
                       u"KDE_SESSION_VERSION=5"_s}
        << KdeWallet::None;
    QTest::newRow("Xfce by its session's name")
        << QStringList{u"DESKTOP_SESSION=my-xfce"_s, u"KDE_FULL_SESSION=true"_s,
                       u"KDE_SESSION_VERSION=5"_s}
        << KdeWallet::None;
}

void TestKdeWallet::isPreferredWhereQtKeychainPrefersIt()
{
    QFETCH(QStringList, variables);
    QFETCH(KdeWallet, wallet);
    QProcessEnvironment environment;
    for (const QString &variable : std::as_const(variables)) {
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    }
    QCOMPARE(preferredWallet(environment), wallet);
}

QTEST_APPLESS_MAIN(TestKdeWallet)
#include "tst_kdewallet.moc"
