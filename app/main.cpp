// SPDX-License-Identifier: GPL-3.0-or-later
// purser, the window: puts the parts together, nothing else.
#include "accounts/accountstore.h"
#include "commit.h"
#include "credentials/memorykeychain.h"
#include "credentials/systemkeychain.h"
#include "domain/arguments.h"
#include "editing/sandboxprocess.h"
#include "editing/workplace.h"
#include "journal/journalthread.h"
#include "kit/icons.h"
#include "kit/secretaccessibility.h"
#include "system/privatefiles.h"
#include "window/mainwindow.h"
#include "wording/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

struct Main {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

//! What the window writes, and with whom it shares it.
struct Files {
    SystemClock clock;
    Run run;
    JournalThread journal;
    ChangeLog log;
    AccountServices services;
    DraftStore drafts;

    Files(const QString &path, Credentials &credentials, AccountStore &accounts)
        : run(runsFolder(path)),
          journal(path, run.id(), Journal::Mode::Write, migratingWith(accounts.path(), run)),
          log(journal, run.id(), clock), services(credentials, accounts, log, clock),
          drafts(draftsFolder(path), run)
    {
        tellOfAccounts(log, accounts);
        refuseWithoutLock(log, run);
    }
    WindowParts parts(Credentials &credentials, AccountStore &accounts)
    {
        return {credentials, accounts, services, log,
                run,         drafts,   clock,    QStringLiteral(PURSER_COMMIT)};
    }
};

//! The real thing: the user's settings and journal, and the system's keychain.
int runForUser()
{
    SystemKeychain keychain;
    AccountStore accounts(settingsPath());
    Credentials credentials(keychain, &accounts);
    Files files(journalPath(), credentials, accounts);
    MainWindow window(files.parts(credentials, accounts));
    window.show();
    window.start();
    return QApplication::exec();
}

//! A sandbox of its own: settings and journal in a temporary folder, the JWT in memory.
int runInSandbox()
{
    const QTemporaryDir folder;
    MemoryKeychain keychain;
    Credentials credentials(keychain);
    AccountStore accounts(folder.filePath(u"purser/purser.ini"_s));
    Files files(folder.filePath(u"purser/journal.sqlite"_s), credentials, accounts);
    std::unique_ptr<MainWindow> window;
    SandboxProcess sandbox;
    QObject::connect(
        &sandbox, &SandboxProcess::started, &sandbox,
        [&](const ServiceUrl &url, const Bearer &bearer) {
            const Account account{Main::tr("Sandbox"), url, false, false, newAccountId()};
            credentials.keepForThisRun(account, bearer);
            accounts.save(account);
            window = std::make_unique<MainWindow>(files.parts(credentials, accounts));
            window->show();
            window->start();
        });
    QObject::connect(&sandbox, &SandboxProcess::failed, &sandbox, [](const QString &detail) {
        auto *box = new QMessageBox(QMessageBox::Critical, Main::tr("Purser"),
                                    Main::tr("The sandbox could not be started, so there is "
                                             "nothing to work on. Install Purser again."));
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(detail);
        box->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(box, &QMessageBox::finished, qApp, [] { QCoreApplication::exit(1); });
        box->open();
    });
    sandbox.start();
    return QApplication::exec();
}

//! Help and version need no display.
bool asksForText(int argc, char *argv[])
{
    static constexpr std::array<std::string_view, 5> options{"-h", "--help", "--help-all", "-v",
                                                             "--version"};
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::find(options.begin(), options.end(), argument) != options.end();
    });
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    if (asksForText(argc, argv)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    auto app = std::make_unique<QApplication>(argc, argv);
    QApplication::setWindowIcon(applicationIcon());
    keepSecretsOffAccessibilityBus();
    return app;
}

int runProgram(int argc, char *argv[])
{
    protectProcess();
    QCoreApplication::setApplicationName(u"purser"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PURSER_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Purser"_s);
    QGuiApplication::setDesktopFileName(QStringLiteral(PURSER_APP_ID));
    const auto app = makeApplication(argc, argv);
    installTranslations(*app);

    QCommandLineParser parser;
    parser.setApplicationDescription(Main::tr("Edits the budgets of Eden AI API tokens, safely."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sandboxOption(
        u"sandbox"_s,
        Main::tr("Work on a stand-in for the service, which ends with the window. "
                 "Nothing of yours is touched."));
    parser.addOption(sandboxOption);
    const auto arguments = argumentsFrom(argc, argv);
    if (!arguments || !parser.parse(*arguments) || !parser.positionalArguments().isEmpty()) {
        const QString what = parser.errorText().isEmpty() ? Main::tr("purser takes no arguments.")
                                                          : parser.errorText();
        std::fprintf(stderr, "%s\n%s\n", qPrintable(what),
                     qPrintable(Main::tr("See purser --help.")));
        return 2;
    }
    parser.process(*app); // help and version end here
    return parser.isSet(sandboxOption) ? runInSandbox() : runForUser();
}

} // namespace

int main(int argc, char *argv[])
{
    return leaveProcess(runProgram(argc, argv));
}
