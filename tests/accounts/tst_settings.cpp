// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAppearanceIsRemembered_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::addColumn<QByteArray>("written"); // so that an older Purser reads it
        QTest::newRow("system") << Appearance::System << QByteArray("appearance=system");
        QTest::newRow("light") << Appearance::Light << QByteArray("appearance=light");
        QTest::newRow("dark") << Appearance::Dark << QByteArray("appearance=dark");
    }
    void anAppearanceIsRemembered()
    {
        QFETCH(Appearance, appearance);
        QFETCH(QByteArray, written);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"purser.ini"_s);
        QVERIFY(Settings(path).setAppearance(appearance));
        QCOMPARE(Settings(path).appearance(), appearance);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(written));
    }

    void whatIsNoAppearanceIsTheSystems()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"purser.ini"_s);
        QCOMPARE(Settings(path).appearance(), Appearance::System); // there is none yet
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nappearance=purple\n");
        file.close();
        QCOMPARE(Settings(path).appearance(), Appearance::System);
    }

    void statesAreKeptByTheirNames()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"purser.ini"_s);
        QVERIFY(Settings(path).state(u"window/geometry"_s).isEmpty());
        const QByteArray bytes("\x00\x01\xff\n;=\"", 7);
        QVERIFY(Settings(path).setStates({{u"window/geometry"_s, bytes}, {u"history/x"_s, "y"}}));
        QVERIFY(Settings(path).setStates({{u"history/x"_s, "z"}}));
        QCOMPARE(Settings(path).state(u"window/geometry"_s), bytes);
        QCOMPARE(Settings(path).state(u"history/x"_s), QByteArray("z"));
    }

    void whatCantBeWrittenIsSaid()
    {
        QVERIFY(!Settings(u"/dev/null/purser.ini"_s).setAppearance(Appearance::Dark));
        QVERIFY(!Settings(u"/dev/null/purser.ini"_s).setStates({{u"a/b"_s, "c"}}));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
