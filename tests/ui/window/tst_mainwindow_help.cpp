// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "kit/shownlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QNetworkProxyFactory>
#include <QRegularExpression>

#include <memory>

using namespace purser;
using namespace purser::test;

namespace {

//! Notes each host beyond this computer that something here wants to talk to, by whatever class.
class HostsAsked final : public QNetworkProxyFactory {
public:
    explicit HostsAsked(std::shared_ptr<QStringList> hosts) : m_hosts(std::move(hosts)) { }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        m_hosts->append(query.peerHostName());
        return {QNetworkProxy::NoProxy};
    }

private:
    std::shared_ptr<QStringList> m_hosts;
};

//! Takes the place of the browser.
class Browser : public QObject {
    Q_OBJECT

public:
    explicit Browser(const char *slot) { QDesktopServices::setUrlHandler(u"https"_s, this, slot); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    Q_DISABLE_COPY_MOVE(Browser)

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

QMenu *helpMenu(const Bench &bench)
{
    return qobject_cast<QMenu *>(
        bench.child<QAction>(u"aboutAction"_s)->associatedObjects().value(0));
}

} // namespace

class TestMainWindowHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMenuHasWhatSystemsLookFor_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QAction::MenuRole>("role");
        QTest::newRow("updates") << u"checkForUpdatesAction"_s << u"&Check for updates\u2026"_s
                                 << QAction::ApplicationSpecificRole;
        QTest::newRow("about") << u"aboutAction"_s << u"&About Purser"_s << QAction::AboutRole;
        QTest::newRow("about Qt") << u"aboutQtAction"_s << u"About &Qt"_s << QAction::AboutQtRole;
        QTest::newRow("quit") << u"quitAction"_s << u"&Quit"_s << QAction::QuitRole;
    }
    void theMenuHasWhatSystemsLookFor()
    {
        QFETCH(QString, action);
        QFETCH(QString, text);
        QFETCH(QAction::MenuRole, role);
        const Bench bench({}, Bench::Scripts::AsTheyAre);
        const auto *found = bench.child<QAction>(action);
        QVERIFY(found);
        QCOMPARE(found->text(), text);
        QCOMPARE(found->menuRole(), role);
        QVERIFY(found->isVisible());
        QVERIFY(found->isEnabled());
    }

    void updatesAreLookedForInTheBrowser()
    {
        const Browser browser("open");
        const Bench bench({}, Bench::Scripts::AsTheyAre);
        QTest::keyClick(bench.window.get(), Qt::Key_H, Qt::AltModifier);
        QTRY_VERIFY(helpMenu(bench)->isVisible());
        QTest::keyClick(helpMenu(bench), Qt::Key_C);
        QTRY_COMPARE(browser.opened.size(), 1);
        QVERIFY(browser.opened.front().toString().endsWith("/releases"_L1));
        QVERIFY(!bench.child<QMessageBox>(u"updatesBox"_s));
    }

    void withoutABrowserTheAddressIsShownAndCopied()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"No such method"_s));
        const Browser browser("noSuchSlot");
        const Bench bench({}, Bench::Scripts::AsTheyAre);
        QGuiApplication::clipboard()->clear();
        bench.child<QAction>(u"checkForUpdatesAction"_s)->trigger();
        QTRY_VERIFY(bench.child<QMessageBox>(u"updatesBox"_s));
        const auto *box = bench.child<QMessageBox>(u"updatesBox"_s);
        const QString address = box->informativeText();
        QVERIFY(QUrl(address, QUrl::StrictMode).isValid());
        QVERIFY(address.startsWith("https://"_L1));
        QVERIFY(box->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        QTest::mouseClick(bench.child<QPushButton>(u"copyAddressButton"_s), Qt::LeftButton);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), address);
        QTRY_VERIFY(!bench.child<QMessageBox>(u"updatesBox"_s));
    }

    void aboutNamesTheCommit_data()
    {
        QTest::addColumn<QString>("commit");
        QTest::addColumn<QString>("shown");
        QTest::newRow("known") << u"0123456789ab"_s
                               << QStringLiteral("Version " PURSER_VERSION ", commit 0123456789ab");
        QTest::newRow("unknown") << QString() << QStringLiteral("Version " PURSER_VERSION);
    }
    void aboutNamesTheCommit()
    {
        QFETCH(QString, commit);
        QFETCH(QString, shown);
        Bench bench({}, Bench::Scripts::AsTheyAre);
        bench.window = std::make_unique<MainWindow>(
            WindowParts{bench.credentials, bench.accounts, *bench.services, *bench.log, *bench.run,
                        *bench.drafts, bench.clock, commit});
        bench.window->show();
        bench.child<QAction>(u"aboutAction"_s)->trigger();
        QTRY_VERIFY(bench.child<QDialog>(u"aboutDialog"_s));
        QCOMPARE(bench.child<ShownLabel>(u"aboutVersion"_s)->text(), shown);
        QTest::keyClick(bench.child<QDialog>(u"aboutDialog"_s), Qt::Key_Escape);
        QTRY_VERIFY(!bench.child<QDialog>(u"aboutDialog"_s));
    }

    //! Neither at the start nor here: the account's service is all that is ever talked to.
    void nothingPhonesHome()
    {
        const auto hosts = std::make_shared<QStringList>();
        QNetworkProxyFactory::setApplicationProxyFactory(new HostsAsked(hosts));
        const Browser browser("open");
        const Bench bench({answer(200, tokenBody("87.45"))});
        const auto requests = bench.server.requests().size();
        bench.child<QAction>(u"aboutAction"_s)->trigger();
        QTRY_VERIFY(bench.child<QDialog>(u"aboutDialog"_s));
        bench.child<QDialog>(u"aboutDialog"_s)->close();
        bench.child<QAction>(u"checkForUpdatesAction"_s)->trigger();
        QTRY_COMPARE(browser.opened.size(), 1);
        bench.load(); // what was asked for before comes before it
        QCOMPARE(bench.server.requests().size(), requests + 1);
        QCOMPARE(*hosts, QStringList());
        QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(u"example.org"_s, 443));
        QCOMPARE(*hosts, QStringList{u"example.org"_s}); // it would have been noted
        QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    }
};

QTEST_MAIN(TestMainWindowHelp)
#include "tst_mainwindow_help.moc"
