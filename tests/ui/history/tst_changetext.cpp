// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/changetext.h"

#include "support/tokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

Reader reader()
{
    return {QLocale::c(), QTimeZone::utc(), QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC)};
}

ChangeRecord record()
{
    ChangeRecord record;
    record.id = 12;
    record.createdAt = QDateTime(QDate(2027, 3, 14), QTime(15, 9, 26), Qt::UTC);
    record.key.account = u"Work"_s;
    record.key.token = u"alpha"_s;
    record.before = tokenOf({"50"});
    record.patch = patchOf({"99.5"});
    record.outcome = Outcome::Applied;
    record.reason = u"month\tend\nnew line"_s;
    return record;
}

} // namespace

class TestChangeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSummarySaysWhatWasAsked()
    {
        ChangeRecord change = record();
        QCOMPARE(changetext::summary(change, reader()), u"Balance 50.00 \u2192 99.50"_s);
        change.patch.expiry = Expiry::never();
        change.patch.activeBalance = false;
        const QString text = changetext::summary(change, reader());
        QVERIFY2(text.contains(u"Expiry \u2192 Never"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Active balance"_s), qPrintable(text));
        change.before.balance.reset(); // what it was is not known
        QVERIFY(!changetext::summary(change, reader()).contains(u"Not stated \u2192"_s));
    }

    void everyOutcomeHasAMeaningAnIconAndATone()
    {
        QStringList meanings;
        for (const Outcome outcome : AllOutcomes) {
            const QString meaning = changetext::meaning(outcome);
            QVERIFY(meaning.endsWith(u'.') && !meanings.contains(meaning));
            meanings.append(meaning);
            QVERIFY(!changetext::iconName(outcome).isEmpty());
        }
        QVERIFY(changetext::tone(Outcome::Applied) == Tone::Success);
        QVERIFY(changetext::tone(Outcome::Unknown) == Tone::Warning);
    }

    void aTimeIsLocalAndNoneIsNone()
    {
        QCOMPARE(changetext::time(record().createdAt, QTimeZone::utc()), u"2027-03-14 15:09:26"_s);
        QCOMPARE(changetext::time(record().createdAt, QTimeZone("Europe/Paris")),
                 u"2027-03-14 16:09:26"_s);
        QCOMPARE(changetext::time({}, QTimeZone::utc()), QString());
    }

    void aReasonBreaksNoTable()
    {
        const QString table = changetext::tabSeparated({record(), record()}, reader());
        const QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        for (const QString &line : lines) {
            QCOMPARE(line.count(u'\t'), lines.front().count(u'\t'));
        }
    }

    void whatCantBeUndoneIsSaid_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("undone");
        QTest::addColumn<bool>("possible");
        QTest::newRow("applied") << Outcome::Applied << false << true;
        QTest::newRow("applied differently") << Outcome::AppliedDifferently << false << true;
        QTest::newRow("undone") << Outcome::Applied << true << false;
        QTest::newRow("rejected") << Outcome::Rejected << false << false;
        QTest::newRow("unknown") << Outcome::Unknown << false << false;
    }
    void whatCantBeUndoneIsSaid()
    {
        QFETCH(Outcome, outcome);
        QFETCH(bool, undone);
        QFETCH(bool, possible);
        ChangeRecord change = record();
        change.outcome = outcome;
        const auto undo = undone ? std::optional(record()) : std::nullopt;
        QCOMPARE(changetext::whyNotUndoable(change, undo, QTimeZone::utc()).isEmpty(), possible);
    }
};

QTEST_GUILESS_MAIN(TestChangeText)
#include "tst_changetext.moc"
