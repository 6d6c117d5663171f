// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"
#include "keyring/privatesession.h"
#include "keyring/probe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

//! An account as Purser 0.1.0 saved it, beside the real gnome-keyring.
struct Bench {
    PrivateSession session;
    QTemporaryDir folder;
    QByteArray path = folder.filePath(u"purser.ini"_s).toUtf8();
    QByteArray oldKey = "purser/main@api.example.org";
    QByteArray key;

    Bench()
    {
        QFile file(QString::fromUtf8(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\ncurrentAccount=main\n\n[accounts]\n1\\name=main\n"
                   "1\\url=https://api.example.org/v2\nsize=1\n");
        file.close();
        key = keychainKey(*accounts().current()).toUtf8();
    }
    [[nodiscard]] AccountStore accounts() const { return AccountStore(QString::fromUtf8(path)); }
    [[nodiscard]] QByteArray ask(const QByteArray &line) const
    {
        return Probe(session.environment()).ask(line);
    }
};

} // namespace

//! An entry of 0.1.0 in the real gnome-keyring, and what is found there.
class TestKeychainMove : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsSignedOutByAnUpgrade_data()
    {
        QTest::addColumn<bool>("listed"); // the names are written down
        QTest::addColumn<bool>("stored"); // under the new name
        QTest::addColumn<bool>("forgotten"); // under the old one
        QTest::newRow("not begun") << false << false << false;
        QTest::newRow("ended before it was stored") << true << false << false;
        QTest::newRow("ended before the old one was forgotten") << true << true << false;
        QTest::newRow("ended before that was written down") << true << true << true;
    }
    void nobodyIsSignedOutByAnUpgrade()
    {
        QFETCH(bool, listed);
        QFETCH(bool, stored);
        QFETCH(bool, forgotten);
        Bench bench;
        QVERIFY(bench.session.startBus() && bench.session.startOpenKeyring());
        const QByteArray bearer = jwt();
        if (listed) {
            QVERIFY(bench.accounts().rememberKeychainEntries(
                {QString::fromUtf8(bench.key), QString::fromUtf8(bench.oldKey)}));
        }
        if (!forgotten) {
            QCOMPARE(bench.ask("store " + bench.oldKey + ' ' + bearer), "done");
        }
        if (stored) {
            QCOMPARE(bench.ask("store " + bench.key + ' ' + bearer), "done");
        }

        QCOMPARE(bench.ask("fetch " + bench.path), Probe::present(bearer));

        QCOMPARE(bench.ask("find"), "found " + bench.key);
        QCOMPARE(bench.ask("fetch " + bench.path), Probe::present(bearer));
    }

    void aLockedKeyringKeepsTheOldEntry()
    {
        Bench bench;
        QVERIFY(bench.session.startBus() && bench.session.startOpenKeyring());
        QCOMPARE(bench.ask("store " + bench.oldKey + ' ' + jwt()), "done");
        bench.session.endKeyring();
        QVERIFY(bench.session.startClosedKeyring());
        QCOMPARE(bench.ask("fetch " + bench.path), "locked");
        QVERIFY(!bench.accounts().keychainEntries().contains(QString::fromUtf8(bench.oldKey)));
        bench.session.endKeyring();
        QVERIFY(bench.session.startOpenKeyring());
        QCOMPARE(bench.ask("fetch " + bench.path), Probe::present(jwt()));
        QCOMPARE(bench.ask("find"), "found " + bench.key);
    }

    void settingsThatCannotBeWrittenKeepTheOldEntry()
    {
        Bench bench;
        QVERIFY(bench.session.startBus() && bench.session.startOpenKeyring());
        QCOMPARE(bench.ask("store " + bench.oldKey + ' ' + jwt()), "done");
        // A lock that is held counts for root too.
        QVERIFY(QDir().mkpath(QString::fromUtf8(bench.path) + u".lock"_s));
        QCOMPARE(bench.ask("fetch " + bench.path), Probe::present(jwt()));
        QCOMPARE(bench.ask("find"), "found " + bench.oldKey);
    }

    void findsOursAlone()
    {
        Bench bench;
        QVERIFY(bench.session.startBus() && bench.session.startOpenKeyring());
        QCOMPARE(bench.ask("find"), "found");
        QCOMPARE(bench.ask("store " + bench.key + ' ' + jwt()), "done");
        QCOMPARE(bench.ask("store mine " + jwt()), "done"); // not by Purser's kind of name
        QCOMPARE(bench.ask("find"), "found " + bench.key);
    }

    void findsWhatIsLocked()
    {
        Bench bench;
        QVERIFY(bench.session.startBus() && bench.session.startOpenKeyring());
        QCOMPARE(bench.ask("store " + bench.key + ' ' + jwt()), "done");
        QVERIFY(bench.session.closeDefaultCollection());
        QCOMPARE(bench.ask("find"), "found " + bench.key);
        QCOMPARE(bench.ask("forget " + bench.key), "locked");
    }

    void withoutAServiceNothingIsFound_data()
    {
        QTest::addColumn<bool>("withBus");
        QTest::newRow("no service") << true;
        QTest::newRow("no bus") << false;
    }
    void withoutAServiceNothingIsFound()
    {
        QFETCH(bool, withBus);
        Bench bench;
        QVERIFY(!withBus || bench.session.startBus());
        QCOMPARE(bench.ask("find"), "unavailable");
    }
};

QTEST_GUILESS_MAIN(TestKeychainMove)
#include "tst_keychainmove.moc"
