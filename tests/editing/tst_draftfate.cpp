// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an edit that a run which is gone has left: its own row decides, and no other.
#include "editing/draftfate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

using Kind = DraftFate::Kind;

Q_DECLARE_METATYPE(purser::DraftSubmit)
Q_DECLARE_METATYPE(purser::DraftFate::Kind)

class TestDraftFate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itsOwnRowDecides_data();
    void itsOwnRowDecides();
    void withoutARowTheJournalHasToBeTheSame_data();
    void withoutARowTheJournalHasToBeTheSame();
    void aSubmitComesBackFromItsDraft_data();
    void aSubmitComesBackFromItsDraft();
    void aDraftOfTheFirstVersionThatWasSubmittedMayBeSent();
};

namespace {

DraftSubmit aSubmit()
{
    return {u"a-submit"_s, {u"a-journal"_s, 7}, false, false, false};
}

} // namespace

void TestDraftFate::itsOwnRowDecides_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("mayBeSent"); // an earlier submit of the same edit was never found out
    QTest::addColumn<Kind>("kind");
    const auto row = [](Outcome outcome, QLatin1StringView how, bool mayBeSent, Kind kind) {
        QTest::addRow("%s %s %s", qPrintable(outcomeWord(outcome)), how.data(),
                      mayBeSent ? "doubtful" : "")
            << outcome << QString(how) << mayBeSent << kind;
    };
    for (const bool doubtful : {false, true}) {
        row(Outcome::Intended, ""_L1, doubtful, Kind::Undecided);
        row(Outcome::Sent, ""_L1, doubtful, Kind::Undecided);
        row(Outcome::Unknown, ""_L1, doubtful, Kind::Undecided);
        row(Outcome::Applied, settledhow::Reply, doubtful, Kind::InForce);
        row(Outcome::AppliedDifferently, settledhow::Reply, doubtful, Kind::InForce);
        row(Outcome::AppliedUnconfirmed, settledhow::Reply, doubtful, Kind::InForce);
        row(Outcome::Abandoned, settledhow::User, doubtful, Kind::CannotTell);
    }
    row(Outcome::Rejected, settledhow::Reply, false, Kind::Refused);
    row(Outcome::NotApplied, settledhow::Read, false, Kind::Refused);
    row(Outcome::NotApplied, settledhow::NotSent, false, Kind::NotSent);
    row(Outcome::Abandoned, settledhow::NotSent, false, Kind::NotSent);
    row(Outcome::Abandoned, settledhow::Recovered, false, Kind::NotSent);
    row(Outcome::Rejected, settledhow::Reply, true, Kind::CannotTell);
    row(Outcome::Abandoned, settledhow::Recovered, true, Kind::CannotTell);
}

void TestDraftFate::itsOwnRowDecides()
{
    QFETCH(Outcome, outcome);
    QFETCH(QString, how);
    QFETCH(bool, mayBeSent);
    QFETCH(Kind, kind);
    DraftSubmit submit = aSubmit();
    submit.mayBeSent = mayBeSent;
    ChangeRecord record;
    record.id = 3;
    record.outcome = outcome;
    record.settledHow = how;
    const DraftFate fate = fateOf(submit, std::optional(record), JournalMark{u"a-journal"_s, 9});
    QCOMPARE(fate.kind, kind);
    QCOMPARE(fate.record->id, 3);
}

void TestDraftFate::withoutARowTheJournalHasToBeTheSame_data()
{
    QTest::addColumn<DraftSubmit>("submit");
    QTest::addColumn<QString>("journal"); // empty: it can't be read
    QTest::addColumn<qint64>("seq");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const DraftSubmit &submit, const QString &journal,
                        qint64 seq,
                        Kind kind) { QTest::newRow(name) << submit << journal << seq << kind; };
    DraftSubmit unwritten = aSubmit();
    unwritten.unwritten = true;
    DraftSubmit doubtful = aSubmit();
    doubtful.mayBeSent = true;
    DraftSubmit written = aSubmit();
    written.written = true;
    DraftSubmit nowhere = aSubmit();
    nowhere.journal = {};
    DraftSubmit doubtfulNever;
    doubtfulNever.mayBeSent = true;
    row("never submitted", {}, u"a-journal"_s, 9, Kind::NeverSubmitted);
    row("never again, since a doubtful one", doubtfulNever, u"a-journal"_s, 9, Kind::CannotTell);
    row("the same journal", aSubmit(), u"a-journal"_s, 7, Kind::NotSent);
    row("the same, written since by others", aSubmit(), u"a-journal"_s, 90, Kind::NotSent);
    row("an older copy of it", aSubmit(), u"a-journal"_s, 6, Kind::CannotTell);
    row("a new one, for the old one was damaged", aSubmit(), u"another"_s, 9, Kind::CannotTell);
    row("one that can't be read", aSubmit(), {}, 0, Kind::CannotTell);
    row("its row was written, and is not there any more", written, u"a-journal"_s, 9,
        Kind::CannotTell);
    row("the journal was off", unwritten, u"a-journal"_s, 9, Kind::CannotTell);
    row("the journal was not known", nowhere, u"a-journal"_s, 9, Kind::CannotTell);
    row("an earlier submit is doubtful", doubtful, u"a-journal"_s, 9, Kind::CannotTell);
}

void TestDraftFate::withoutARowTheJournalHasToBeTheSame()
{
    QFETCH(DraftSubmit, submit);
    QFETCH(QString, journal);
    QFETCH(qint64, seq);
    QFETCH(Kind, kind);
    using Record = Expected<std::optional<ChangeRecord>, JournalProblem>;
    using Mark = Expected<JournalMark, JournalProblem>;
    const JournalProblem problem{JournalProblem::Kind::Locked, {}};
    const Record record =
        journal.isEmpty() ? Record(Unexpected{problem}) : Record(std::optional<ChangeRecord>());
    const Mark mark =
        journal.isEmpty() ? Mark(Unexpected{problem}) : Mark(JournalMark{journal, seq});
    const DraftFate fate = fateOf(submit, record, mark);
    QCOMPARE(fate.kind, kind);
    QVERIFY(!fate.record);
}

void TestDraftFate::aSubmitComesBackFromItsDraft_data()
{
    QTest::addColumn<DraftSubmit>("submit");
    QTest::newRow("none") << DraftSubmit();
    QTest::newRow("one") << aSubmit();
    QTest::newRow("unwritten, doubtful")
        << DraftSubmit{u"b"_s, {u"c"_s, 9'007'199'254'740'992}, true, true, true};
}

void TestDraftFate::aSubmitComesBackFromItsDraft()
{
    QFETCH(DraftSubmit, submit);
    QJsonObject draft{{u"token"_s, u"alpha"_s}};
    write(draft, submit);
    QVERIFY(draftSubmitFrom(draft) == submit);
}

void TestDraftFate::aDraftOfTheFirstVersionThatWasSubmittedMayBeSent()
{
    QVERIFY(!draftSubmitFrom({{u"token"_s, u"alpha"_s}}).mayBeSent);
    QVERIFY(draftSubmitFrom({{u"submitted_at"_s, u"2026-11-27T10:00:00.000Z"_s}}).mayBeSent);
}

QTEST_APPLESS_MAIN(TestDraftFate)
#include "tst_draftfate.moc"
