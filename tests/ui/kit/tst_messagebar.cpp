// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

struct Bench {
    QWidget window;
    QAction first{u"&First\u2026"_s};
    QAction second{u"Second"_s};
    MessageBar *bar = new MessageBar(&window);

    Bench()
    {
        first.setObjectName("firstButton"_L1);
        first.setIconText(u"First"_s);
        second.setObjectName("secondButton"_L1);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        window.show();
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return bar->findChild<QPushButton *>(name);
    }
    [[nodiscard]] QString text() const
    {
        return bar->findChild<QLabel *>(u"messageText"_s)->text();
    }
    [[nodiscard]] QToolButton *dismiss() const
    {
        return bar->findChild<QToolButton *>(u"dismissButton"_s);
    }
};

//! By the Tab key.
QPushButton *buttonAfter(QWidget *widget)
{
    for (QWidget *next = widget->nextInFocusChain(); next != widget;
         next = next->nextInFocusChain()) {
        if (auto *button = qobject_cast<QPushButton *>(next)) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class TestMessageBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anActionIsAButtonWithItsTextNameAndState()
    {
        Bench bench;
        bench.bar->showMessage(Tone::Warning, u"It failed."_s, {&bench.first});
        auto *button = bench.button(u"firstButton"_s);
        QVERIFY(button && button->isVisible() && button->isEnabled());
        QCOMPARE(button->text(), u"&First\u2026"_s);
        QCOMPARE(button->accessibleName(), u"First"_s);

        bench.first.setEnabled(false);
        QVERIFY(!button->isEnabled());
        bench.first.setEnabled(true);
        const QSignalSpy triggered(&bench.first, &QAction::triggered);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
    }

    void onlyWhatIsOfferedIsShownInItsOrder()
    {
        Bench bench;
        bench.bar->showMessage(Tone::Error, u"One."_s, {&bench.first, &bench.second});
        QTRY_VERIFY(bench.button(u"firstButton"_s)->x() < bench.button(u"secondButton"_s)->x());
        bench.bar->showMessage(Tone::Error, u"Two."_s, {&bench.second, &bench.first});
        QTRY_VERIFY(bench.button(u"secondButton"_s)->x() < bench.button(u"firstButton"_s)->x());
        QCOMPARE(buttonAfter(bench.button(u"secondButton"_s)), bench.button(u"firstButton"_s));
        bench.bar->showMessage(Tone::Error, u"Three."_s, {&bench.second});
        QVERIFY(!bench.button(u"firstButton"_s)->isVisible());
        QVERIFY(bench.button(u"secondButton"_s)->isVisible());
        bench.bar->showMessage(Tone::Error, u"Four."_s);
        QVERIFY(!bench.button(u"secondButton"_s)->isVisible());
    }

    void whatMustNotBeLostCannotBeDismissed()
    {
        Bench bench;
        bench.bar->showMessage(Tone::Warning, u"Undecided."_s, {}, MessageBar::Dismissal::Refused);
        QVERIFY(!bench.dismiss()->isVisible());
        bench.bar->showMessage(Tone::Warning, u"Done."_s);
        QVERIFY(bench.dismiss()->isVisible());
        QTest::mouseClick(bench.dismiss(), Qt::LeftButton);
        QVERIFY(!bench.bar->isVisible());
    }

    void aStandingNoticeStaysBelowEachMessageUntilItIsDismissed()
    {
        Bench bench;
        bench.bar->setStandingNotice(u"The journal was set aside."_s);
        QCOMPARE(bench.text(), u"The journal was set aside."_s);
        bench.bar->showMessage(Tone::Success, u"Changed."_s);
        QCOMPARE(bench.text(), u"Changed.\nThe journal was set aside."_s);
        bench.bar->clearMessage();
        QCOMPARE(bench.text(), u"The journal was set aside."_s);
        QTest::mouseClick(bench.dismiss(), Qt::LeftButton);
        QVERIFY(!bench.bar->isVisible());
        bench.bar->showMessage(Tone::Success, u"Changed."_s);
        QCOMPARE(bench.text(), u"Changed."_s);
    }

    void onlyNewsGivesWay_data()
    {
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<bool>("givesWay");
        QTest::newRow("success") << Tone::Success << true;
        QTest::newRow("information") << Tone::Information << true;
        QTest::newRow("warning") << Tone::Warning << false;
        QTest::newRow("error") << Tone::Error << false;
    }
    void onlyNewsGivesWay()
    {
        QFETCH(Tone, tone);
        QFETCH(bool, givesWay);
        Bench bench;
        bench.bar->showMessage(tone, u"Something."_s);
        QCOMPARE(bench.bar->canGiveWay(), givesWay);
        bench.bar->clearPassingMessage();
        QCOMPARE(bench.bar->isVisible(), !givesWay);
    }
};

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
