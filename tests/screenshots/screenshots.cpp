// SPDX-License-Identifier: GPL-3.0-or-later
// Takes pictures of the real window on a real sandbox, driven by clicks and keys.
// Usage: purser-screenshots FOLDER
#include "accounts/accountstore.h"
#include "credentials/memorykeychain.h"
#include "editing/changedesk.h"
#include "editing/sandboxprocess.h"
#include "journal/journalthread.h"
#include "kit/appearance.h"
#include "kit/icons.h"
#include "window/mainwindow.h"
#include "wording/translations.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

constexpr int PatienceMs = 10'000;

//! One picture session: a window of its own on the sandbox.
class Studio {
public:
    Studio(QString folder, QString prefix, ServiceUrl url, std::optional<Bearer> bearer)
        : m_folder(std::move(folder)), m_prefix(std::move(prefix)), m_credentials(m_keychain),
          m_accounts(m_settings.filePath(u"purser.ini"_s))
    {
        if (bearer) {
            const Account account{u"Marketing"_s, std::move(url), false};
            m_accounts.save(account);
            m_credentials.keepForThisRun(account, *bearer);
        }
        m_window =
            std::make_unique<MainWindow>(WindowParts{m_credentials, m_accounts, m_services, m_log,
                                                     m_run, m_drafts, m_clock, u"0123456789ab"_s});
        m_window->resize(1360, 780);
        m_window->show();
        m_window->start();
        if (bearer) {
            wait([this] { return child<QLineEdit>(u"tokenNameEdit"_s)->isEnabled(); });
        }
    }

    template <typename Widget>
    Widget *child(const QString &name) const
    {
        auto *widget = m_window->findChild<Widget *>(name);
        if (!widget) {
            qFatal("no widget %s", qPrintable(name));
        }
        return widget;
    }

    template <typename Condition>
    void wait(Condition condition) const
    {
        if (!QTest::qWaitFor(condition, PatienceMs)) {
            qFatal("the window did not get there in time");
        }
        QTest::qWait(50); // layouts and icons settle
    }

    void load(const QString &name) const
    {
        auto *edit = child<QLineEdit>(u"tokenNameEdit"_s);
        edit->setText(name);
        QTest::keyClick(edit, Qt::Key_Return);
        waitIdle();
    }

    void waitIdle() const
    {
        wait([this] { return m_window->desk().isIdle(); });
    }

    //! Waits for a box and takes it; its button of this place is pressed, from the left.
    void answerBox(const QString &box, const QString &picture, bool go) const
    {
        wait([&] { return m_window->findChild<QMessageBox *>(box) != nullptr; });
        auto *found = child<QMessageBox>(box);
        takeOf(found, picture);
        const auto buttons = found->buttons();
        for (auto *button : buttons) {
            if ((found->buttonRole(button) == QMessageBox::DestructiveRole) == go) {
                button->click();
                break;
            }
        }
    }

    void type(const QString &name, const QString &text) const
    {
        auto *widget = child<QWidget>(name);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(widget, text);
    }

    void click(const QString &name) const
    {
        QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton);
    }

    void take(const QString &name) const { takeOf(m_window.get(), name); }

    void takeOf(QWidget *widget, const QString &name) const
    {
        QTest::qWait(80);
        const QString path = u"%1/%2%3.png"_s.arg(m_folder, m_prefix, name);
        if (!widget->grab().save(path)) {
            qFatal("can't write %s", qPrintable(path));
        }
        qInfo("%s", qPrintable(path));
    }

    MainWindow &window() { return *m_window; }

private:
    QString m_folder;
    QString m_prefix;
    QTemporaryDir m_settings;
    MemoryKeychain m_keychain;
    Credentials m_credentials;
    AccountStore m_accounts;
    SystemClock m_clock;
    Run m_run{m_settings.filePath(u"runs"_s)};
    JournalThread m_journal{m_settings.filePath(u"journal.sqlite"_s), m_run.id()};
    ChangeLog m_log{m_journal, m_run.id(), m_clock};
    AccountServices m_services{m_credentials, m_accounts, m_log, m_clock};
    DraftStore m_drafts{m_settings.filePath(u"drafts"_s), m_run};
    std::unique_ptr<MainWindow> m_window;
};

void editAll(const Studio &studio)
{
    studio.type(u"balanceSpinBox"_s, QLocale().toString(120.5, 'f', 1));
    studio.type(u"expiryDateTimeEdit"_s, u"2031-01-31 18:30"_s);
    studio.click(u"activeBalanceCheckBox"_s);
}

void takeAbout(const Studio &studio)
{
    studio.child<QAction>(u"aboutAction"_s)->trigger();
    auto *dialog = studio.child<QWidget>(u"aboutDialog"_s);
    studio.wait([dialog] { return dialog->isVisible(); });
    studio.takeOf(dialog, u"about"_s);
    studio.child<QTabWidget>(u"aboutTabs"_s)->setCurrentIndex(1);
    studio.takeOf(dialog, u"about-licences"_s);
    dialog->close();
}

//! A name as long as names can be; the sandbox has one of them.
QString longName()
{
    return u"long-name-"_s.repeated(20);
}

void takeStates(Studio &studio)
{
    studio.take(u"empty"_s);
    studio.load(u"marketing-chatbot"_s);
    studio.take(u"loaded"_s);
    editAll(studio);
    studio.take(u"edited"_s);
    studio.click(u"requestToggle"_s);
    studio.take(u"request"_s);
    studio.click(u"requestToggle"_s);
    studio.click(u"submitButton"_s);
    studio.answerBox(u"dangerBox"_s, u"danger"_s, true);
    studio.waitIdle();
    studio.take(u"submitted"_s);
    studio.window().findChild<QAction *>(u"undoAction"_s)->trigger();
    QTest::qWait(300);
    studio.waitIdle();
    studio.take(u"undo"_s);
    studio.click(u"revertButton"_s);
    studio.window().findChild<QAction *>(u"historyAction"_s)->trigger();
    QTest::qWait(600);
    studio.takeOf(studio.child<QWidget>(u"historyWindow"_s), u"history"_s);
    studio.child<QWidget>(u"historyWindow"_s)->close();
    studio.child<QTabWidget>(u"detailsPane"_s)->setCurrentIndex(1);
    studio.take(u"raw-json"_s);
    studio.child<QTabWidget>(u"detailsPane"_s)->setCurrentIndex(0);
    studio.type(u"balanceSpinBox"_s, u"250000"_s);
    studio.take(u"field-error"_s);
    studio.type(u"balanceSpinBox"_s, u"-20"_s);
    studio.type(u"expiryDateTimeEdit"_s, u"31/31/2030"_s);
    studio.take(u"entry"_s);
    QTest::keyClick(studio.child<QWidget>(u"expiryDateTimeEdit"_s), Qt::Key_F4);
    auto *calendar = studio.child<QWidget>(u"expiryCalendarPopup"_s);
    studio.takeOf(calendar, u"calendar"_s);
    calendar->close();
    studio.click(u"revertButton"_s);
    studio.take(u"reverted"_s);
    studio.load(u"no-such-token"_s);
    studio.take(u"not-found"_s);
    studio.click(u"revertButton"_s);
    studio.load(u"support-copilot"_s);
    studio.child<QComboBox>(u"balanceModeCombo"_s)->setCurrentIndex(1);
    studio.type(u"balanceSpinBox"_s, u"5"_s);
    studio.child<QComboBox>(u"resetPeriodCombo"_s)->setCurrentIndex(3);
    studio.take(u"reset"_s);
    studio.click(u"revertButton"_s);
    studio.load(longName());
    studio.take(u"long-name"_s);
    takeAbout(studio);
}

//! On a sandbox of its own: each change is made once.
void takeAllStates(const QString &folder, const QString &prefix, const QString &program)
{
    SandboxProcess sandbox(program, {});
    std::optional<Studio> studio;
    QObject::connect(&sandbox, &SandboxProcess::started, &sandbox,
                     [&](const ServiceUrl &url, const Bearer &bearer) {
                         studio.emplace(folder, prefix, url, bearer);
                     });
    sandbox.start();
    if (!QTest::qWaitFor([&] { return studio.has_value(); }, PatienceMs)) {
        qFatal("no sandbox");
    }
    takeStates(*studio);
}

void takeFailures(const QString &folder, const QString &program)
{
    SandboxProcess sandbox(program, {u"--fail"_s, u"close-after:1"_s, u"--fail"_s, u"401:1"_s});
    std::optional<Studio> studio;
    QObject::connect(&sandbox, &SandboxProcess::started, &sandbox,
                     [&](const ServiceUrl &url, const Bearer &bearer) {
                         studio.emplace(folder, QString(), url, bearer);
                     });
    sandbox.start();
    if (!QTest::qWaitFor([&] { return studio.has_value(); }, PatienceMs)) {
        qFatal("no sandbox");
    }
    studio->load(u"marketing-chatbot"_s);
    studio->type(u"balanceSpinBox"_s, u"42"_s);
    studio->click(u"submitButton"_s);
    studio->waitIdle();
    studio->take(u"network-error"_s);
    studio->type(u"balanceSpinBox"_s, u"44"_s);
    studio->click(u"sendAnywayButton"_s);
    studio->answerBox(u"sendAnywayBox"_s, u"send-anyway"_s, false);
    studio->click(u"checkNowButton"_s);
    studio->wait([&] { return !studio->window().desk().undecided().here; });
    studio->take(u"checked"_s);
    studio->type(u"balanceSpinBox"_s, u"43"_s);
    studio->click(u"submitButton"_s);
    studio->waitIdle();
    studio->take(u"signed-out"_s);
}

void takeSignIn(const QString &folder)
{
    Studio studio(folder, QString(), ServiceUrl::standard(), std::nullopt);
    auto *dialog = studio.child<QWidget>(u"signInDialog"_s);
    studio.wait([dialog] { return dialog->isVisible(); });
    studio.takeOf(dialog, u"sign-in"_s);
    studio.type(u"jwtEdit"_s, u"not a token"_s);
    studio.click(u"signInButton"_s);
    studio.takeOf(dialog, u"sign-in-error"_s);
}

//! The same states under another environment, which only a new process takes up.
void takeElsewhere(const QString &folder, const QString &prefix, const QString &variable,
                   const QString &value)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(variable, value);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), {folder, prefix});
    if (!process.waitForFinished(12 * PatienceMs) || process.exitCode() != 0) {
        qFatal("the pictures with %s failed", qPrintable(variable));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"purser"_s);
    QApplication app(argc, argv);
    installTranslations(app);
    QApplication::setWindowIcon(applicationIcon());
    if (argc < 2) {
        qCritical("Usage: purser-screenshots FOLDER [PREFIX]");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QString prefix = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    if (!QDir().mkpath(folder)) {
        qCritical("The folder can't be made: %s", argv[1]);
        return 1;
    }
    const QString program = QCoreApplication::applicationDirPath() + "/purser-sandbox"_L1;
    takeAllStates(folder, prefix, program);
    if (!prefix.isEmpty()) {
        return 0;
    }
    takeElsewhere(folder, u"2x-"_s, u"QT_SCALE_FACTOR"_s, u"2"_s);
    takeElsewhere(folder, u"fr-"_s, u"LC_ALL"_s, u"fr_FR.UTF-8"_s);
    takeFailures(folder, program);
    takeSignIn(folder);
    applyAppearance(Appearance::Dark);
    takeAllStates(folder, u"dark-"_s, program);
    return 0;
}
