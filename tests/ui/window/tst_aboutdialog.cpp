// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/aboutdialog.h"

#include "kit/shownlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

//! The dialog with versions that no machine has.
struct Bench {
    AboutDialog dialog{{{u"Purser"_s, u"0.1.0, commit 0123456789ab"_s},
                        {u"Qt"_s, u"6.4.2"_s},
                        {u"QtKeychain"_s, u"built with 0.13.2"_s},
                        {u"System"_s, u"Some System 12"_s}}};

    Bench()
    {
        dialog.open();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
    }
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return dialog.findChild<Widget *>(name);
    }
    int tab() const { return child<QTabWidget>(u"aboutTabs"_s)->currentIndex(); }
    static QString focus()
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString();
    }
};

} // namespace

class TestAboutDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void eachVersionIsShownAndReadOut_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("accessibleName");
        QTest::addColumn<QString>("text");
        QTest::newRow("heading") << u"aboutVersion"_s << u"Version"_s
                                 << u"Version 0.1.0, commit 0123456789ab"_s;
        QTest::newRow("Qt") << u"aboutPart1"_s << u"Qt"_s << u"6.4.2"_s;
        QTest::newRow("QtKeychain") << u"aboutPart2"_s << u"QtKeychain"_s << u"built with 0.13.2"_s;
        QTest::newRow("system") << u"aboutPart3"_s << u"System"_s << u"Some System 12"_s;
    }
    void eachVersionIsShownAndReadOut()
    {
        QFETCH(QString, label);
        QFETCH(QString, accessibleName);
        QFETCH(QString, text);
        const Bench bench;
        const auto *shown = bench.child<ShownLabel>(label);
        QVERIFY(shown);
        QVERIFY(shown->isVisible());
        QCOMPARE(shown->text(), text);
        QCOMPARE(shown->accessibleName(), accessibleName);
        QCOMPARE(shown->accessibleDescription(), text);
        QVERIFY(shown->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    }

    void thereIsNoWarranty()
    {
        const Bench bench;
        const QString text = bench.child<ShownLabel>(u"aboutLicence"_s)->text();
        QVERIFY(text.contains("GNU General Public License, version 3 or later"_L1));
        QVERIFY(text.contains("without any warranty"_L1));
    }

    void theTextsAreWhole_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("notices") << u"noticesText"_s
                                 << QStringList{u"Qt"_s, u"QtKeychain"_s, u"SQLite"_s,
                                                u"libsecret"_s, u"libmicrohttpd"_s};
        QTest::newRow("licence") << u"licenceText"_s
                                 << QStringList{u"GNU GENERAL PUBLIC LICENSE"_s,
                                                u"Version 3, 29 June 2007"_s,
                                                u"END OF TERMS AND CONDITIONS"_s};
    }
    void theTextsAreWhole()
    {
        QFETCH(QString, edit);
        QFETCH(QStringList, parts);
        const Bench bench;
        const auto *text = bench.child<QPlainTextEdit>(edit);
        QVERIFY(text);
        QVERIFY(text->isReadOnly());
        QVERIFY(!text->accessibleName().isEmpty());
        for (const QString &part : std::as_const(parts)) {
            QVERIFY2(text->toPlainText().contains(part), qPrintable(part));
        }
    }

    void theVersionsAreCopiedForAReport_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by a click") << false;
        QTest::newRow("by a key") << true;
    }
    void theVersionsAreCopiedForAReport()
    {
        QFETCH(bool, byKey);
        Bench bench;
        if (byKey) {
            QTest::keyClick(&bench.dialog, Qt::Key_C, Qt::AltModifier);
        } else {
            QTest::mouseClick(bench.child<QPushButton>(u"copyVersionsButton"_s), Qt::LeftButton);
        }
        QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                     u"Purser: 0.1.0, commit 0123456789ab\n"
                     "Qt: 6.4.2\n"
                     "QtKeychain: built with 0.13.2\n"
                     "System: Some System 12\n"_s);
        QVERIFY(bench.dialog.isVisible());
    }

    void itIsClosedBy_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Escape") << static_cast<int>(Qt::Key_Escape);
        QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
        QTest::newRow("a click") << 0;
    }
    void itIsClosedBy()
    {
        QFETCH(int, key);
        Bench bench;
        const QSignalSpy finished(&bench.dialog, &QDialog::finished);
        if (key != 0) {
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        } else {
            QTest::mouseClick(bench.child<QPushButton>(u"closeAboutButton"_s), Qt::LeftButton);
        }
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!bench.dialog.isVisible());
    }

    void theTabsHaveKeys()
    {
        Bench bench;
        QCOMPARE(bench.tab(), 0);
        QTest::keyClick(&bench.dialog, Qt::Key_L, Qt::AltModifier);
        QCOMPARE(bench.tab(), 1);
        QTest::keyClick(&bench.dialog, Qt::Key_P, Qt::AltModifier);
        QCOMPARE(bench.tab(), 2);
        QTest::keyClick(&bench.dialog, Qt::Key_A, Qt::AltModifier);
        QCOMPARE(bench.tab(), 0);
    }

    //! From the button that has it at first, all around; the text is no trap.
    void theFocusGoesAround()
    {
        Bench bench;
        bench.child<QTabWidget>(u"aboutTabs"_s)->setCurrentIndex(1);
        bench.child<QPushButton>(u"closeAboutButton"_s)->setFocus();
        QStringList order;
        for (int step = 0; step < 4; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            order.append(Bench::focus());
        }
        QCOMPARE(order,
                 (QStringList{u"qt_tabwidget_tabbar"_s, u"noticesText"_s, u"copyVersionsButton"_s,
                              u"closeAboutButton"_s}));
    }

    void theCloseButtonHasTheFocusAtFirst()
    {
        const Bench bench;
        QCOMPARE(Bench::focus(), u"closeAboutButton"_s);
    }
};

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
