// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/mainwindow.h"

#include "editing/changedesk.h"
#include "editing/workplace.h"
#include "fields/balancespinbox.h"
#include "journal/journalthread.h"
#include "support/fakeclock.h"
#include "support/fakekeychain.h"
#include "support/wireserver.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace purser::test {

using namespace Qt::StringLiterals;

inline QByteArray tokenBody(const QByteArray &balance)
{
    return R"({"name":"alpha","token_type":"api_token","balance":)" + balance
        + R"(,"expire_time":"2031-07-15T10:00:00.123456Z","active_balance":true,)"
          R"("token":"sk-the-secret-key","label":"<b>bold</b>"})";
}

//! The window, signed in to a scripted service that offers no list. The first script answers
//! the load and also the read before the submit; the others follow.
struct Bench {
    WireServer server;
    QTemporaryDir folder;
    FakeClock clock;
    FakeKeychain keychain;
    Credentials credentials{keychain};
    AccountStore accounts{folder.filePath(u"purser.ini"_s)};
    std::unique_ptr<Run> run;
    std::unique_ptr<JournalThread> journal;
    std::unique_ptr<ChangeLog> log;
    std::unique_ptr<AccountServices> services;
    std::unique_ptr<DraftStore> drafts;
    std::unique_ptr<MainWindow> window;

    enum class Scripts { LoadTwice, AsTheyAre };
    explicit Bench(const QList<WireScript> &scripts, Scripts how = Scripts::LoadTwice)
    {
        QList<WireScript> all{answer(405, R"({"detail":"no"})")};
        if (how == Scripts::LoadTwice) {
            all.append(scripts.front());
        }
        all.append(scripts);
        server.play(all);
        clock.setNow(QDateTime::currentDateTimeUtc());
        const Account account{u"Test"_s, *ServiceUrl::fromText(server.url(u"/v2"_s)), false};
        if (!accounts.save(account)) {
            qFatal("the account can't be saved");
        }
        credentials.keepForThisRun(account, *Bearer::fromText(u"test-bearer-value"_s));
        open();
    }
    void open()
    {
        window.reset();
        drafts.reset();
        services.reset();
        log.reset();
        journal.reset();
        const auto before = server.requests().size();
        run = std::make_unique<Run>(folder.filePath(u"runs"_s));
        journal = std::make_unique<JournalThread>(journalPath(), run->id(), Journal::Mode::Write,
                                                  migratingWith(accounts.path(), *run));
        log = std::make_unique<ChangeLog>(*journal, run->id(), clock);
        tellOfAccounts(*log, accounts);
        services = std::make_unique<AccountServices>(credentials, accounts, *log, clock);
        drafts = std::make_unique<DraftStore>(folder.filePath(u"drafts"_s), *run);
        window = std::make_unique<MainWindow>(
            WindowParts{credentials, accounts, *services, *log, *run, *drafts, clock});
        window->show();
        window->start();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(child<QLineEdit>(u"tokenNameEdit"_s)->isEnabled());
        QTRY_VERIFY(server.requests().size() > before); // the list
    }
    QString journalPath() const { return folder.filePath(u"journal.sqlite"_s); }
    QList<ChangeRecord> rows() const
    {
        Journal reader(journalPath(), QString(), Journal::Mode::Read);
        return reader.changes(*reader.ids({}, JournalColumn::Id, Qt::AscendingOrder)).value();
    }
    QList<WireRequest> changes() const
    {
        QList<WireRequest> found;
        const auto requests = server.requests();
        for (const WireRequest &request : requests) {
            if (request.method() == "PATCH") {
                found.append(request);
            }
        }
        return found;
    }
    void press(const QString &box, const QString &button) const
    {
        QTRY_VERIFY(child<QMessageBox>(box));
        const auto buttons = child<QMessageBox>(box)->buttons();
        for (auto *candidate : buttons) {
            if (candidate->text() == button) {
                candidate->click();
                return;
            }
        }
        QFAIL(qPrintable(button));
    }
    void click(const QString &button) const
    {
        QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton);
    }
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return window->findChild<Widget *>(name);
    }
    void waitIdle() const
    {
        QTRY_COMPARE_WITH_TIMEOUT(window->desk().activity(), ChangeDesk::Activity::Idle, 20'000);
    }
    void load(const QString &name = u"alpha"_s) const
    {
        auto *edit = child<QLineEdit>(u"tokenNameEdit"_s);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, name);
        QTest::keyClick(edit, Qt::Key_Return);
        waitIdle();
    }
    void typeBalance(const QString &text) const
    {
        auto *box = child<BalanceSpinBox>(u"balanceSpinBox"_s);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }
    void submit() const
    {
        QTest::mouseClick(child<QPushButton>(u"submitButton"_s), Qt::LeftButton);
        waitIdle();
    }
    QString text(const QString &name) const { return child<QLabel>(name)->text(); }
    QString message() const { return text(u"messageText"_s); }
    bool offers(const QString &name) const
    {
        const auto *button = child<QPushButton>(name);
        return button && button->isVisible();
    }
};

} // namespace purser::test
