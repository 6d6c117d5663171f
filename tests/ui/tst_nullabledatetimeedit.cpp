// SPDX-License-Identifier: GPL-3.0-or-later
#include "nullabledatetimeedit.h"

#include "expirydatetimeedit.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

const QTimeZone &paris()
{
    static const QTimeZone zone("Europe/Paris");
    return zone;
}

QDateTime now()
{
    return QDateTime(QDate(2027, 3, 1), QTime(12, 34, 56), Qt::UTC);
}

Expiry expiryOf(const QString &text)
{
    const auto expiry = Expiry::fromIso8601(text);
    Q_ASSERT(expiry);
    return *expiry;
}

struct Bench {
    NullableDateTimeEdit edit{paris(), &now};

    Bench()
    {
        edit.show();
        edit.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
    }
    QString note() const { return edit.findChild<QLabel *>(u"expiryNote"_s)->text(); }
    void setWall(QDate date, QTime time) const
    {
        edit.dateTimeEdit()->setDateTime(QDateTime(date, time, Qt::UTC));
    }
};

} // namespace

class TestNullableDateTimeEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownReadsBack_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("field");
        QTest::newRow("winter") << u"2027-01-15T10:00:00Z"_s << u"2027-01-15 11:00:00"_s;
        QTest::newRow("summer") << u"2027-07-15T10:00:00Z"_s << u"2027-07-15 12:00:00"_s;
        QTest::newRow("microseconds")
            << u"2027-07-15T10:00:00.123456Z"_s << u"2027-07-15 12:00:00"_s;
        QTest::newRow("first pass of the repeated hour")
            << u"2027-10-31T00:30:00Z"_s << u"2027-10-31 02:30:00"_s;
        QTest::newRow("second pass of the repeated hour")
            << u"2027-10-31T01:30:00Z"_s << u"2027-10-31 02:30:00"_s;
        QTest::newRow("year 1") << u"0001-01-01T00:00:00Z"_s << QString();
        QTest::newRow("year 9999") << u"9999-12-31T22:59:59Z"_s << u"9999-12-31 23:59:59"_s;
    }
    void whatIsShownReadsBack()
    {
        QFETCH(QString, iso);
        QFETCH(QString, field);
        const Bench bench;
        const_cast<NullableDateTimeEdit &>(bench.edit).showExpiry(expiryOf(iso));
        QCOMPARE(bench.edit.expiry(), std::optional(expiryOf(iso)));
        QVERIFY(!bench.edit.problem());
        if (!field.isEmpty()) {
            QCOMPARE(bench.edit.dateTimeEdit()->text(), field);
        }
    }

    void neverDisablesTheTime()
    {
        Bench bench;
        bench.edit.showExpiry(Expiry::never());
        QVERIFY(bench.edit.neverCheckBox()->isChecked());
        QVERIFY(!bench.edit.dateTimeEdit()->isEnabled());
        QCOMPARE(bench.edit.expiry(), std::optional(Expiry::never()));
    }

    void notStatedIsNeither()
    {
        Bench bench;
        bench.edit.showExpiry(std::nullopt);
        QCOMPARE(bench.edit.neverCheckBox()->checkState(), Qt::PartiallyChecked);
        QVERIFY(!bench.edit.expiry());
        QVERIFY(!bench.edit.problem());
    }

    void untickingNeverProposesThirtyDays()
    {
        Bench bench;
        bench.edit.showExpiry(Expiry::never());
        const QSignalSpy spy(&bench.edit, &NullableDateTimeEdit::edited);
        QTest::mouseClick(bench.edit.neverCheckBox(), Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(bench.edit.expiry()->toIso8601(), u"2027-03-31T12:34:00Z"_s);
    }

    void tickingNeverAndBackKeepsTheTime()
    {
        Bench bench;
        const Expiry expiry = expiryOf(u"2027-07-15T10:00:00.123456Z"_s);
        bench.edit.showExpiry(expiry);
        QTest::mouseClick(bench.edit.neverCheckBox(), Qt::LeftButton);
        QCOMPARE(bench.edit.expiry(), std::optional(Expiry::never()));
        QTest::mouseClick(bench.edit.neverCheckBox(), Qt::LeftButton);
        QCOMPARE(bench.edit.expiry(), std::optional(expiry));
    }

    void skippedLocalTimeIsRefusedAndStays()
    {
        Bench bench;
        bench.edit.showExpiry(expiryOf(u"2027-07-15T10:00:00Z"_s));
        bench.setWall(QDate(2027, 3, 28), QTime(2, 30));
        QCOMPARE(bench.edit.problem(), std::optional(ExpiryProblem::NoSuchLocalTime));
        QVERIFY(!bench.edit.expiry());
        QCOMPARE(bench.edit.dateTimeEdit()->text(), u"2027-03-28 02:30:00"_s);
    }

    void repeatedLocalTimeMeansTheFirst()
    {
        Bench bench;
        bench.edit.showExpiry(expiryOf(u"2027-07-15T10:00:00Z"_s));
        bench.setWall(QDate(2027, 10, 31), QTime(2, 30));
        QCOMPARE(bench.edit.expiry()->toIso8601(), u"2027-10-31T00:30:00Z"_s);
        QVERIFY2(bench.note().contains(u"twice"_s), qPrintable(bench.note()));
    }

    void noteShowsZoneUtcAndDistance()
    {
        Bench bench;
        bench.edit.showExpiry(expiryOf(u"2027-03-04T12:34:56Z"_s));
        QVERIFY2(bench.note().contains(u"UTC+01:00"_s), qPrintable(bench.note()));
        QVERIFY2(bench.note().contains(u"2027-03-04 12:34:56 UTC"_s), qPrintable(bench.note()));
        QVERIFY2(bench.note().contains(u"in 3 day"_s), qPrintable(bench.note()));
    }

    void pastedTimes_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("result"); // empty: refused
        QTest::newRow("instant") << u"2030-01-02T03:04:05Z"_s << u"2030-01-02T03:04:05Z"_s;
        QTest::newRow("offset and microseconds")
            << u" 2030-01-02T03:04:05.678901-05:00\n"_s << u"2030-01-02T08:04:05.678901Z"_s;
        QTest::newRow("wall time") << u"2030-01-02 03:04:05"_s << u"2030-01-02T02:04:05Z"_s;
        QTest::newRow("date alone") << u"2030-01-02"_s << u"2030-01-01T23:00:00Z"_s;
        QTest::newRow("no zone") << u"2030-01-02T03:04:05"_s << QString();
        QTest::newRow("garbage") << u"next week"_s << QString();
    }
    void pastedTimes()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, result);
        Bench bench;
        const Expiry before = expiryOf(u"2027-07-15T10:00:00Z"_s);
        bench.edit.showExpiry(before);
        bench.edit.dateTimeEdit()->setFocus();
        QGuiApplication::clipboard()->setText(pasted);
        QTest::keyClick(bench.edit.dateTimeEdit(), Qt::Key_V, Qt::ControlModifier);
        if (result.isEmpty()) {
            QCOMPARE(bench.edit.expiry(), std::optional(before));
            QVERIFY2(bench.note().contains(u"Not pasted"_s), qPrintable(bench.note()));
        } else {
            QCOMPARE(bench.edit.expiry()->toIso8601(), result);
        }
    }

    void typingTakesTheWholeText_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("field");
        const int none = Qt::NoModifier;
        QTest::newRow("with its separators, all selected")
            << int(Qt::Key_A) << int(Qt::ControlModifier) << u"2034-03-15 16:17:18"_s
            << u"2034-03-15 16:17:18"_s;
        QTest::newRow("with its separators, from the start")
            << int(Qt::Key_Home) << none << u"2034-03-15 16:17:18"_s << u"2034-03-15 16:17:18"_s;
        QTest::newRow("digits alone")
            << int(Qt::Key_Home) << none << u"20340415"_s << u"2034-04-15 12:00:00"_s;
    }
    void typingTakesTheWholeText()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, typed);
        QFETCH(QString, field);
        Bench bench;
        bench.edit.showExpiry(expiryOf(u"2027-07-15T10:00:00Z"_s));
        auto *edit = bench.edit.dateTimeEdit();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QTest::keyClicks(edit, typed);
        QCOMPARE(edit->text(), field);
    }

    void typedTimeIsTaken()
    {
        Bench bench;
        bench.edit.showExpiry(expiryOf(u"2027-07-15T10:00:00Z"_s));
        auto *field = bench.edit.dateTimeEdit();
        field->setFocus();
        field->setSelectedSection(QDateTimeEdit::YearSection);
        QTest::keyClicks(field, u"2031"_s);
        QCOMPARE(bench.edit.expiry()->toIso8601(), u"2031-07-15T10:00:00Z"_s);
    }
};

QTEST_MAIN(TestNullableDateTimeEdit)
#include "tst_nullabledatetimeedit.moc"
