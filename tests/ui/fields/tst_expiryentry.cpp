// SPDX-License-Identifier: GPL-3.0-or-later
// What gets into the expiry field, by whatever way, and what comes of it.
#include "expirybench.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

class TestExpiryEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPutInIsReadAsAWholeOrRefused_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sent"); // empty: refused
        const std::initializer_list<std::pair<const char *, Way>> ways{
            {"typed", Way::Typed},
            {"pasted", Way::Pasted},
            {"middle", Way::Selected},
            {"dropped", Way::Dropped},
            {"committed", Way::Committed},
            {"accessible", Way::Accessible},
            {"replaced", Way::AccessibleReplaced}};
        const std::initializer_list<std::pair<QString, QString>> texts{
            {u"2027-12-31"_s, u"2027-12-31T22:59:59Z"_s},
            {u"31/12/2027"_s, u"2027-12-31T22:59:59Z"_s},
            {u"31/12/2027 18:00"_s, u"2027-12-31T17:00:00Z"_s},
            {u"2034-03-15 16:17:18"_s, u"2034-03-15T15:17:18Z"_s},
            {u"2030-01-02T03:04:05.678901-05:00"_s, u"2030-01-02T08:04:05.678901Z"_s},
            {u"+30d"_s, u"2027-03-31T11:34:00Z"_s},
            {u"2027-02-30"_s, QString()},
            {u"12/31/2027"_s, QString()},
            {u"31/12/27"_s, QString()},
            {u"2027-12-31 24:00"_s, QString()},
            {u"2027-03-28 02:30"_s, QString()},
            {u"2027-12-31 x"_s, QString()},
            {u"20271231"_s, QString()},
            {u"2027-12-31\u200b"_s, QString()},
            {u"\u0662\u0660\u0662\u0667-12-31"_s, QString()},
            {u"next week"_s, QString()}};
        for (const auto &[name, way] : ways) {
            for (const auto &[text, sent] : texts) {
                if (way == Way::Typed && text != QString::fromLatin1(text.toLatin1())) {
                    continue; // Qt Test has no such keys
                }
                QTest::addRow("%s: %s", name, qPrintable(text)) << int(way) << text << sent;
            }
        }
    }
    void whatIsPutInIsReadAsAWholeOrRefused()
    {
        QFETCH(int, way);
        QFETCH(QString, text);
        QFETCH(QString, sent);
        const ExpiryBench bench;
        put(bench, text, Way(way));
        QCOMPARE(bench.field->text(), text);
        QCOMPARE(bench.sent(), sent.isEmpty() ? u"nothing"_s : sent);
        QCOMPARE(bench.edit.problem().isEmpty(), !sent.isEmpty());
        QVERIFY(!bench.edits.isEmpty());
        if (!sent.isEmpty()) {
            const QString utc = expiryOf(sent).toDisplay(QTimeZone::utc()) + " UTC"_L1;
            QVERIFY2(bench.note().contains(utc), qPrintable(bench.note()));
        }
        bench.field->setFocus();
        bench.leave();
        QCOMPARE(bench.sent(), sent.isEmpty() ? u"nothing"_s : sent);
        if (sent.isEmpty()) {
            QCOMPARE(bench.field->text(), text);
        } else {
            QCOMPARE(bench.field->text(), exactText(expiryOf(sent), paris()));
        }
    }

    void whatIsTypedStaysWhileItIsTyped()
    {
        const ExpiryBench bench;
        const QString text = u"31/12/2027 18:00:00 UTC"_s;
        for (qsizetype size = 1; size <= text.size(); ++size) {
            QTest::keyClick(bench.field, text.at(size - 1).toLatin1());
            QCOMPARE(bench.field->text(), text.left(size));
            QCOMPARE(bench.edit.expiry().has_value(), bench.edit.problem().isEmpty());
        }
        QTest::keyClick(bench.field, Qt::Key_Return);
        QCOMPARE(bench.field->text(), text);
        QCOMPARE(bench.sent(), u"2027-12-31T18:00:00Z"_s);
    }

    void aBlankFieldHoldsNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("emptied") << QString();
        QTest::newRow("blank") << u"  "_s;
    }
    void aBlankFieldHoldsNothing()
    {
        QFETCH(QString, text);
        const ExpiryBench bench;
        QTest::keyClick(bench.field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(bench.field, Qt::Key_Backspace);
        QTest::keyClicks(bench.field, text);
        QCOMPARE(bench.sent(), u"nothing"_s);
        QVERIFY2(bench.edit.problem().contains(u"Never"_s), qPrintable(bench.edit.problem()));
        bench.leave();
        QCOMPARE(bench.sent(), u"nothing"_s);
        QCOMPARE(bench.field->text(), text);
        QVERIFY(bench.note().isEmpty());
    }

    void undoBringsBackATextAndItsMeaning()
    {
        const ExpiryBench bench;
        QTest::keyClicks(bench.field, u"31/12/2027"_s);
        bench.leave();
        QCOMPARE(bench.field->text(), u"2027-12-31 23:59:59"_s);
        bench.field->setFocus();
        QTest::keyClick(bench.field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.field->text(), u"31/12/2027"_s);
        QCOMPARE(bench.sent(), u"2027-12-31T22:59:59Z"_s);
        while (bench.field->isUndoAvailable()) {
            QTest::keyClick(bench.field, Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(bench.edit.expiry().has_value(), bench.edit.problem().isEmpty());
        }
        QCOMPARE(bench.sent(), TokensOwn); // with the microseconds that its text doesn't show
        QTest::keyClick(bench.field, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(bench.sent() != TokensOwn);
    }

    void whatIsStillComposedIsNotSent()
    {
        const ExpiryBench bench;
        QInputMethodEvent composing(u"2028"_s, {});
        QCoreApplication::sendEvent(bench.field, &composing);
        QCOMPARE(bench.sent(), u"nothing"_s);
        QVERIFY(!bench.edit.problem().isEmpty());
        QInputMethodEvent done;
        done.setCommitString(u"2028-01-02"_s);
        QCoreApplication::sendEvent(bench.field, &done);
        QCOMPARE(bench.sent(), u"2028-01-02T22:59:59Z"_s);
    }

    void arrowsAndTheWheelChangeNothing()
    {
        const ExpiryBench bench;
        const QString shown = bench.field->text();
        for (const auto key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown}) {
            QTest::keyClick(bench.field, key);
            QTest::keyClick(bench.field, key, Qt::ControlModifier);
        }
        QWheelEvent wheel(QPointF(5, 5), bench.field->mapToGlobal(QPointF(5, 5)), QPoint(),
                          QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(bench.field, &wheel);
        QCOMPARE(bench.field->text(), shown);
        QCOMPARE(bench.edits.size(), 0);
    }

    void assistiveTechnologyFindsAnEditableText()
    {
        const ExpiryBench bench;
        auto *accessible = QAccessible::queryAccessibleInterface(bench.field);
        QCOMPARE(accessible->text(QAccessible::Name), u"Expires"_s);
        QVERIFY(accessible->textInterface() && accessible->editableTextInterface());
        QVERIFY(!accessible->state().readOnly);
        for (int i = 0; i < accessible->childCount(); ++i) {
            auto *button = accessible->child(i);
            QVERIFY(button->state().invisible || !button->text(QAccessible::Name).isEmpty());
        }
    }

    void theCalendarPicksADayAndKeepsTheTime_data()
    {
        QTest::addColumn<QString>("typed"); // empty: the token's own
        QTest::addColumn<QString>("field");
        QTest::newRow("the token's own") << QString() << u"2027-08-20 12:00:00"_s;
        QTest::newRow("a date alone") << u"2027-12-31"_s << u"2027-08-20 23:59:59"_s;
        QTest::newRow("a time") << u"2027-12-31 18:30"_s << u"2027-08-20 18:30:00"_s;
        QTest::newRow("an instant") << u"2027-12-31T18:30:00Z"_s << u"2027-08-20 19:30:00"_s;
        QTest::newRow("no such day") << u"2027-02-30 18:30"_s << u"2027-08-20 18:30:00"_s;
        QTest::newRow("nonsense") << u"next week"_s << u"2027-08-20 23:59:59"_s;
        QTest::newRow("blank") << u" "_s << u"2027-08-20 23:59:59"_s;
    }
    void theCalendarPicksADayAndKeepsTheTime()
    {
        QFETCH(QString, typed);
        QFETCH(QString, field);
        const ExpiryBench bench;
        QTest::keyClicks(bench.field, typed);
        auto *calendar = bench.openCalendar(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(calendar);
        calendar->setSelectedDate(QDate(2027, 8, 20));
        QTest::keyClick(calendar->focusWidget() ? calendar->focusWidget() : calendar,
                        Qt::Key_Return);
        QTRY_VERIFY(!calendar->isVisible());
        QCOMPARE(bench.field->text(), field);
        QCOMPARE(bench.edit.problem(), QString());
        QTRY_VERIFY(bench.field->hasFocus());
    }

    void theCalendarOpensAtWhatIsSetAndEscapeLeavesIt()
    {
        const ExpiryBench bench;
        auto *calendar = bench.openCalendar();
        QVERIFY(calendar);
        QCOMPARE(calendar->selectedDate(), QDate(2027, 7, 15));
        QTest::keyClick(calendar, Qt::Key_Escape);
        QTRY_VERIFY(!calendar->isVisible());
        QCOMPARE(bench.sent(), TokensOwn);
        QTest::keyClicks(bench.field, u"nonsense"_s);
        QCOMPARE(bench.openCalendar(), calendar);
        QCOMPARE(calendar->selectedDate(), QDate(2027, 3, 1)); // today
    }
};

QTEST_MAIN(TestExpiryEntry)
#include "tst_expiryentry.moc"
