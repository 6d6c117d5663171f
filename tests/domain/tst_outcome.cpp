// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/outcome.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

class TestOutcome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreTheJournals_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("inForce");
        QTest::addColumn<bool>("undecided");
        // Its name is the word: other programs read it.
        const auto row = [](const char *word, Outcome outcome, bool inForce, bool undecided) {
            QTest::newRow(word) << outcome << inForce << undecided;
        };
        row("intended", Outcome::Intended, false, true);
        row("sent", Outcome::Sent, false, true);
        row("applied", Outcome::Applied, true, false);
        row("applied_differently", Outcome::AppliedDifferently, true, false);
        row("applied_unconfirmed", Outcome::AppliedUnconfirmed, true, false);
        row("not_applied", Outcome::NotApplied, false, false);
        row("rejected", Outcome::Rejected, false, false);
        row("unknown", Outcome::Unknown, false, true);
        row("abandoned", Outcome::Abandoned, false, false);
    }
    void wordsAreTheJournals()
    {
        QFETCH(Outcome, outcome);
        QFETCH(bool, inForce);
        QFETCH(bool, undecided);
        const QString word = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(outcomeWord(outcome), word);
        QVERIFY(outcomeFromWord(word) == outcome);
        QCOMPARE(isInForce(outcome), inForce);
        QCOMPARE(isUndecided(outcome), undecided);
    }

    void eachHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (const Outcome outcome : AllOutcomes) {
            words.insert(outcomeWord(outcome));
        }
        QCOMPARE(words.size(), qsizetype(9));
        QCOMPARE(AllOutcomes.size(), std::size_t(9));
        QVERIFY(!words.contains(QString()));
    }

    void noOtherWordIsOne_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : {"", "Applied", "applied ", " applied", "applied-differently",
                                 "not applied", "failed", "null"}) {
            QTest::addRow("\"%s\"", word) << QString::fromLatin1(word);
        }
    }
    void noOtherWordIsOne()
    {
        QFETCH(QString, word);
        QVERIFY(!outcomeFromWord(word));
    }
};

QTEST_APPLESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
