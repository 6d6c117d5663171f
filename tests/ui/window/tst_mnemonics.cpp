// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "session/signindialog.h"
#include "window/aboutdialog.h"

#include <QAbstractButton>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QToolButton>
#include <QTranslator>

using namespace purser;
using namespace purser::test;

namespace {

//! What a window offers with Alt, hidden parts included: they may be shown together.
QStringList textsWithKeys(const QWidget &window)
{
    QStringList texts;
    const auto labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() && label->window() == &window) {
            texts.append(label->text());
        }
    }
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->window() == &window) {
            texts.append(button->text());
        }
    }
    const auto bars = window.findChildren<QTabBar *>();
    for (const QTabBar *bar : bars) {
        for (int tab = 0; tab < bar->count(); ++tab) {
            texts.append(bar->tabText(tab));
        }
    }
    const auto *menus = window.findChild<QMenuBar *>();
    const auto actions = menus ? menus->actions() : QList<QAction *>();
    for (const QAction *action : actions) {
        texts.append(action->text());
    }
    return texts;
}

QStringList textsOf(const QMenu &menu)
{
    QStringList texts;
    const auto actions = menu.actions();
    for (const QAction *action : actions) {
        texts.append(action->text());
    }
    return texts;
}

//! The texts that share a key, as "a / b".
QStringList collisions(const QStringList &texts)
{
    QStringList found;
    QMap<QString, QString> byKey;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty()) {
            continue;
        }
        if (byKey.contains(key)) {
            found.append(byKey[key] + " / "_L1 + text);
        }
        byKey.insert(key, text);
    }
    return found;
}

} // namespace

class TestMnemonics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFETCH(QString, language);
        QVERIFY(m_translator.load(u":/translations/purser_"_s + language));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
    }
    void cleanup() { QCoreApplication::removeTranslator(&m_translator); }

    void noKeyOfTheWindowMeansTwoThings_data() { languages(); }
    void noKeyOfTheWindowMeansTwoThings()
    {
        const Bench bench({}, Bench::Scripts::AsTheyAre);
        const QStringList texts = textsWithKeys(*bench.window);
        QVERIFY(texts.size() > 25);
        QCOMPARE(collisions(texts), QStringList());
        const auto menus = bench.window->menuBar()->findChildren<QMenu *>();
        QVERIFY(menus.size() >= 4);
        for (const QMenu *menu : menus) {
            QCOMPARE(collisions(textsOf(*menu)), QStringList());
        }
    }

    void noKeyOfADialogMeansTwoThings_data() { languages(); }
    void noKeyOfADialogMeansTwoThings()
    {
        const AboutDialog about(wording::partVersions({}));
        QCOMPARE(collisions(textsWithKeys(about)), QStringList());
        FakeKeychain keychain;
        Credentials credentials(keychain);
        const QTemporaryDir folder;
        AccountStore accounts(folder.filePath(u"purser.ini"_s));
        const SignInDialog signIn(credentials, accounts);
        QCOMPARE(collisions(textsWithKeys(signIn)), QStringList());
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("French") << u"fr"_s;
    }

    QTranslator m_translator;
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
