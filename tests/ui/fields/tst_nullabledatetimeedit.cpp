// SPDX-License-Identifier: GPL-3.0-or-later
// What the expiry shows, holds and brings back.
#include "expirybench.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

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
        QTest::newRow("year 1") << u"0001-01-01T00:00:00Z"_s << u"0001-01-01 00:09:21"_s;
        QTest::newRow("year 9999") << u"9999-12-31T22:59:59Z"_s << u"9999-12-31 23:59:59"_s;
    }
    void whatIsShownReadsBack()
    {
        QFETCH(QString, iso);
        QFETCH(QString, field);
        const ExpiryBench bench(expiryOf(iso));
        QCOMPARE(bench.edit.expiry(), std::optional(expiryOf(iso)));
        QCOMPARE(bench.edit.problem(), QString());
        QCOMPARE(bench.field->text(), field);
        bench.leave(); // which may only write it out if that says the same
        QCOMPARE(bench.edit.expiry(), std::optional(expiryOf(iso)));
        QCOMPARE(bench.field->text(), field);
        QCOMPARE(bench.edits.size(), 0);
        put(bench, u' ' + field + u' ', Way::AccessibleReplaced); // nobody sees a difference
        QCOMPARE(bench.edit.expiry(), std::optional(expiryOf(iso)));
    }

    void theWordForNeverTicksNever_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("typed") << int(Way::Typed);
        QTest::newRow("set") << int(Way::AccessibleReplaced);
    }
    void theWordForNeverTicksNever()
    {
        QFETCH(int, way);
        const ExpiryBench bench;
        put(bench, u"never"_s, Way(way));
        QVERIFY(bench.edit.neverCheckBox()->isChecked());
        QCOMPARE(bench.sent(), u"never"_s);
        QTest::keyClick(bench.field, Qt::Key_Backspace);
        QVERIFY(!bench.edit.neverCheckBox()->isChecked());
        QCOMPARE(bench.sent(), u"nothing"_s);
        QTest::keyClicks(bench.field, u"r"_s);
        bench.leave();
        QCOMPARE(bench.sent(), u"never"_s);
        QVERIFY(!bench.field->isEnabled());
        QCOMPARE(bench.field->text(), QString());
    }

    void aTextSetBesideATickedNeverIsMeant()
    {
        const ExpiryBench bench(Expiry::never());
        put(bench, u"2027-12-31"_s, Way::AccessibleReplaced);
        QVERIFY(!bench.edit.neverCheckBox()->isChecked());
        QVERIFY(bench.field->isEnabled());
        QCOMPARE(bench.sent(), u"2027-12-31T22:59:59Z"_s);
        bench.other->setFocus();
        put(bench, u"Never"_s, Way::AccessibleReplaced);
        QVERIFY(bench.edit.neverCheckBox()->isChecked());
        QCOMPARE(bench.field->text(), QString());
    }

    void aStepFromNowStaysTheInstantThatWasShown()
    {
        QDateTime time = now();
        NullableDateTimeEdit edit(paris(), [&time] { return time; });
        edit.showExpiry(expiryOf(TokensOwn));
        edit.dateTimeEdit()->setText(u"+1d"_s);
        const ExpiryEdit kept = edit.edit();
        time = time.addDays(3);
        QCOMPARE(edit.expiry()->toIso8601(), u"2027-03-02T12:34:00Z"_s);
        edit.showExpiry(expiryOf(TokensOwn));
        edit.applyEdit(kept);
        QCOMPARE(edit.expiry()->toIso8601(), u"2027-03-02T12:34:00Z"_s);
        QCOMPARE(edit.dateTimeEdit()->text(), u"2027-03-02 13:34:00"_s);
    }

    void anEditComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("typed");
        for (const auto &typed : {u"2027-02-30"_s, u"31/12/2027"_s, u"2027-03-28 02:30"_s,
                                  u"2027-10-31T01:30:00Z"_s, u" "_s}) {
            QTest::newRow(qPrintable(typed)) << typed;
        }
    }
    void anEditComesBackAsItWas()
    {
        QFETCH(QString, typed);
        ExpiryBench bench;
        QTest::keyClicks(bench.field, typed);
        const QString sent = bench.sent();
        const ExpiryEdit kept = bench.edit.edit();
        bench.edit.showExpiry(expiryOf(TokensOwn));
        bench.edit.applyEdit(kept);
        QCOMPARE(bench.field->text(), typed);
        QCOMPARE(bench.sent(), sent);
    }

    void neverDisablesTheTime()
    {
        const ExpiryBench bench(Expiry::never());
        QVERIFY(bench.edit.neverCheckBox()->isChecked());
        QVERIFY(!bench.field->isEnabled());
        QCOMPARE(bench.field->text(), QString());
        QCOMPARE(bench.sent(), u"never"_s);
    }

    void notStatedIsNeitherUntilSomethingIsSet()
    {
        const ExpiryBench bench(std::nullopt);
        auto *never = bench.edit.neverCheckBox();
        QCOMPARE(never->checkState(), Qt::PartiallyChecked);
        QCOMPARE(bench.sent(), u"nothing"_s);
        QCOMPARE(bench.edit.problem(), QString());
        QTest::keyClicks(bench.field, u"2027"_s);
        QCOMPARE(never->checkState(), Qt::Unchecked);
        QVERIFY(!bench.edit.problem().isEmpty());
        QTest::keyClicks(bench.field, u"-12-31"_s);
        QCOMPARE(bench.sent(), u"2027-12-31T22:59:59Z"_s);
        QTest::keyClick(bench.field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(bench.field, Qt::Key_Delete);
        QCOMPARE(never->checkState(), Qt::PartiallyChecked);
        QCOMPARE(bench.sent(), u"nothing"_s);
        QCOMPARE(bench.edit.problem(), QString());
    }

    void untickingNeverProposesThirtyDays()
    {
        const ExpiryBench bench(Expiry::never());
        bench.tickNever();
        QCOMPARE(bench.edits.size(), 1);
        QCOMPARE(bench.sent(), u"2027-03-31T12:34:00Z"_s);
        QCOMPARE(bench.field->text(), u"2027-03-31 14:34:00"_s);
    }

    void tickingNeverAndBackKeepsTheText_data()
    {
        QTest::addColumn<QString>("typed"); // empty: the token's own
        QTest::addColumn<QString>("sent");
        QTest::newRow("the token's own") << QString() << QString(TokensOwn);
        QTest::newRow("typed") << u"31/12/2027"_s << u"2027-12-31T22:59:59Z"_s;
        QTest::newRow("unusable") << u"2027-02-30"_s << u"nothing"_s;
        QTest::newRow("blank") << u" "_s << u"2027-03-31T12:34:00Z"_s; // the proposal
    }
    void tickingNeverAndBackKeepsTheText()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sent);
        const ExpiryBench bench;
        QTest::keyClicks(bench.field, typed);
        bench.tickNever();
        QCOMPARE(bench.sent(), u"never"_s);
        QCOMPARE(bench.field->text(), QString()); // a date beside it could be taken for sent
        bench.tickNever();
        QCOMPARE(bench.sent(), sent);
    }

    void repeatedLocalTimeMeansTheFirst()
    {
        const ExpiryBench bench;
        QTest::keyClicks(bench.field, u"2027-10-31 02:30"_s);
        QCOMPARE(bench.sent(), u"2027-10-31T00:30:00Z"_s);
        QVERIFY2(bench.note().contains(u"twice"_s), qPrintable(bench.note()));
        QTest::keyClick(bench.field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(bench.field, u"2027-10-31T01:30:00Z"_s);
        QVERIFY2(!bench.note().contains(u"twice"_s), qPrintable(bench.note()));
        bench.leave();
        QCOMPARE(bench.field->text(), u"2027-10-31T01:30:00Z"_s); // nothing shorter says the same
        QCOMPARE(bench.sent(), u"2027-10-31T01:30:00Z"_s);
    }

    void noteShowsTheLocalTimeItsZoneUtcAndDistance()
    {
        const ExpiryBench bench(expiryOf(u"2027-03-04T12:34:56Z"_s));
        for (const auto &part : {u"UTC+01:00"_s, u"2027-03-04 12:34:56 UTC"_s, u"in 3 day"_s}) {
            QVERIFY2(bench.note().contains(part), qPrintable(bench.note()));
        }
        QVERIFY2(!bench.note().contains(u"13:34:56"_s), qPrintable(bench.note())); // it is there
        QTest::keyClicks(bench.field, u"5/3/2027"_s);
        QVERIFY2(bench.note().startsWith(u"2027-03-05 23:59:59"_s), qPrintable(bench.note()));
    }
};

QTEST_MAIN(TestNullableDateTimeEdit)
#include "tst_nullabledatetimeedit.moc"
