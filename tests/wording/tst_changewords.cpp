// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translations.h"
#include "wording/wording.h"
#include "wording/zonenames.h"

#include "support/tokens.h"

#include <QTest>

using namespace purser;
using namespace purser::test;

namespace {

constexpr auto past = "2030-01-01T00:00:00Z";
constexpr auto future = "2031-07-15T10:00:00Z";

QDateTime now()
{
    return utc("2031-01-15T12:00:00Z");
}

QTimeZone paris()
{
    return QTimeZone("Europe/Paris");
}

Reader parisian()
{
    return {QLocale::c(), paris(), now()};
}

//! Whole sentences, with nothing left to fill in.
QString faultOf(const QString &text)
{
    if (text.isEmpty()) {
        return u"empty"_s;
    }
    if (!text.endsWith(u'.') && !text.endsWith(u'\u2026')) {
        return u"not a sentence: "_s + text;
    }
    if (text.contains(u"%1"_s) || text.contains(u"%2"_s) || text.contains(u"  "_s)) {
        return u"something is missing: "_s + text;
    }
    return {};
}

Stop stopFor(Stop::Reason reason)
{
    Stop stop;
    stop.reason = reason;
    stop.token = u"alpha"_s;
    return stop;
}

QString textOf(const Stop &stop)
{
    return wording::stopped(stop, parisian()).text();
}

Settler::Status statusWith(Settler::State state, std::optional<Verdict> verdict = {})
{
    Settler::Status status;
    status.change.record.outcome = Outcome::Unknown;
    status.change.record.key.token = u"alpha"_s;
    status.state = state;
    status.verdict = verdict;
    if (state == Settler::State::Waiting) {
        status.nextRead = now();
    }
    return status;
}

QString textOf(const Settler::Status &status)
{
    return wording::settling(status, parisian()).text();
}

ApiError lostConnection()
{
    ApiError error;
    error.kind = ApiErrorKind::ConnectionLost;
    return error;
}

} // namespace

//! What is said of a change: before it is sent, why it was not, and while it is undecided.
class TestChangeWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(*QCoreApplication::instance()); }

    void everyConsequenceSaysWhatHappens_data();
    void everyConsequenceSaysWhatHappens();
    void everyStopSaysThatNothingWasSent_data();
    void everyStopSaysThatNothingWasSent();
    void aFailureBeforeSendingSaysSo();
    void aMovedFieldShowsAllThreeValues();
    void everyAmountProblemHasItsOwnSentence();
    void whileItIsUndecidedNothingIsClaimed_data();
    void whileItIsUndecidedNothingIsClaimed();
    void theNextLookHasATime();
    void aFailedLookIsSaid();
    void anotherProgramsChangeIsNamed();
    void everyUndoObstacleIsExplained_data();
    void everyUndoObstacleIsExplained();
    void undoNotesAreASentenceEach();
    void everyJournalProblemIsExplained_data();
    void everyJournalProblemIsExplained();
    void everyOutcomeHasItsOwnWord();
    void everyOutcomeIsTold();
    void everyFieldHasItsOwnName();
    void differencesAreThoseThatWereSeen();
};

void TestChangeWords::everyConsequenceSaysWhatHappens_data()
{
    QTest::addColumn<Consequence>("consequence");
    QTest::addColumn<Token>("before");
    QTest::addColumn<Token>("after");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, Consequence consequence, const Stated &before,
                        const Stated &after, const QString &part) {
        QTest::newRow(name) << consequence << tokenOf(before) << tokenOf(after) << part;
    };
    using enum Consequence;
    row("stops by balance", StopsByBalance, {"50", "", "on"}, {"-0.5", "", "on"},
        u"stops working now: its balance would be -0.50"_s);
    row("stops by expiry", StopsByExpiry, {"", "never"}, {"", past},
        u"stops working now: its expiry would be in the past (2030-01-01 01:00:00 "
        "(CET, UTC+01:00))"_s);
    row("becomes unlimited", BecomesUnlimited, {"50", "", "on"}, {"50", "", "off"},
        u"Spending becomes unlimited"_s);
    row("clears expiry", ClearsExpiry, {"", future}, {"", "never"},
        u"never expires any more; it was to expire at 2031-07-15 12:00:00"_s);
    row("clears an unknown expiry", ClearsExpiry, {}, {"", "never"}, u"never expires."_s);
    row("raises tenfold", RaisesTenfold, {"50"}, {"501"},
        u"more than 10 times what it is: 501.00 instead of 50.00"_s);
    row("stays stopped by balance", StaysStopped, {"0", "", "on"}, {"-1", "", "on"},
        u"balance is 0 or less and enforced"_s);
    row("stays stopped by expiry", StaysStopped, {"", past}, {"", past},
        u"expiry is in the past"_s);
    row("works again", WorksAgain, {"0", "", "on"}, {"5", "", "on"}, u"works again"_s);
    row("lasts until a reset", LastsUntilReset, {"50", "", "on", "daily", "25"},
        {"60", "", "on", "daily", "25"},
        u"next reset, at 2031-01-16 00:00:00 (CET, UTC+01:00), "
        "which sets it to 25.00."_s);
}

void TestChangeWords::everyConsequenceSaysWhatHappens()
{
    QFETCH(Consequence, consequence);
    QFETCH(Token, before);
    QFETCH(Token, after);
    QFETCH(QString, part);
    Outlook outlook;
    outlook.before = before;
    outlook.after = after;
    const QString text = wording::consequence(consequence, outlook, parisian());
    QCOMPARE(faultOf(text), QString());
    QVERIFY2(text.contains(test::withZoneNames(part)), qPrintable(text));
}

void TestChangeWords::everyStopSaysThatNothingWasSent_data()
{
    QTest::addColumn<Stop>("stop");
    QTest::addColumn<QString>("part");
    QTest::newRow("already so") << stopFor(Stop::Reason::AlreadySo) << u"already is so"_s;
    Stop moved = stopFor(Stop::Reason::Moved);
    moved.outlook.plan.moved = {Field::Balance};
    QTest::newRow("moved") << moved << u"moved since it was shown"_s;
    QTest::newRow("declined") << stopFor(Stop::Reason::Declined) << u"was not changed"_s;
    Stop noSum = stopFor(Stop::Reason::NoSum);
    noSum.outlook.plan.amountProblem = AmountProblem::TooLarge;
    QTest::newRow("no sum") << noSum << u"100000 or more"_s;
    QTest::newRow("undecided") << stopFor(Stop::Reason::Undecided) << u"still undecided"_s;
}

void TestChangeWords::everyStopSaysThatNothingWasSent()
{
    QFETCH(Stop, stop);
    QFETCH(QString, part);
    const QString text = textOf(stop);
    QCOMPARE(faultOf(text), QString());
    QVERIFY2(text.contains(test::withZoneNames(part)), qPrintable(text));
    QVERIFY2(text.contains(u"othing was sent"_s), qPrintable(text));
    QVERIFY2(text.contains(u"\u201calpha\u201d"_s), qPrintable(text));
    QVERIFY2(stop.reason == Stop::Reason::AlreadySo || text.contains(u"edit is kept"_s),
             qPrintable(text));
}

void TestChangeWords::aFailureBeforeSendingSaysSo()
{
    for (const Failure &failure : {Failure(SignedOut()), Failure(KeychainProblem::Locked),
                                   Failure(lostConnection()), Failure(JournalProblem())}) {
        Stop stop = stopFor(Stop::Reason::Failed);
        stop.failure = failure;
        const QString text = textOf(stop);
        QCOMPARE(faultOf(text), QString());
        QVERIFY2(text.contains(u"\u201calpha\u201d was not changed; your edit is kept"_s),
                 qPrintable(text));
    }
}

void TestChangeWords::aMovedFieldShowsAllThreeValues()
{
    Stop stop = stopFor(Stop::Reason::Moved);
    stop.shown = tokenOf({"50", past});
    stop.now = tokenOf({"49", "never"});
    stop.outlook.after = tokenOf({"60", future});
    stop.outlook.plan.moved = {Field::Balance};
    QVERIFY2(textOf(stop).contains(u"Balance: shown 50.00, now 49.00, wanted 60.00."_s),
             qPrintable(textOf(stop)));
    QVERIFY2(!textOf(stop).contains(u"Expiry"_s), qPrintable(textOf(stop)));
    stop.outlook.plan.moved = {Field::Balance, Field::Expiry};
    QVERIFY2(textOf(stop).contains(
                 test::withZoneNames(u"Expiry: shown 2030-01-01 01:00:00 (CET, UTC+01:00), now "
                                     "Never, wanted 2031-07-15 12:00:00 (CEST, UTC+02:00)."_s)),
             qPrintable(textOf(stop)));
}

void TestChangeWords::everyAmountProblemHasItsOwnSentence()
{
    QStringList texts;
    for (const AmountProblem problem : {AmountProblem::NoBalance, AmountProblem::NotStated,
                                        AmountProblem::TooLarge, AmountProblem::TooSmall}) {
        texts.append(wording::problem(problem));
        QCOMPARE(faultOf(texts.constLast()), QString());
    }
    QCOMPARE(texts.removeDuplicates(), 0);
}

void TestChangeWords::whileItIsUndecidedNothingIsClaimed_data()
{
    QTest::addColumn<Settler::Status>("status");
    QTest::addColumn<QString>("part");
    using enum Settler::State;
    const auto row = [](const char *name, const Settler::Status &status, const QString &part) {
        QTest::newRow(name) << status << part;
    };
    row("waiting", statusWith(Waiting), u"not known whether"_s);
    row("waiting, not seen yet", statusWith(Waiting, Verdict::NotSeenYet),
        u"not show the change yet"_s);
    row("waiting, can't tell", statusWith(Waiting, Verdict::CannotTell), u"do not tell whether"_s);
    row("reading", statusWith(Reading), u"is reading"_s);
    row("stopped", statusWith(Stopped), u"Check now"_s);
    row("gave up", statusWith(GaveUp, Verdict::CannotTell), u"Check now"_s);
    row("gave up, not seen", statusWith(GaveUp, Verdict::NotSeenYet), u"with Abandon"_s);
}

void TestChangeWords::whileItIsUndecidedNothingIsClaimed()
{
    QFETCH(Settler::Status, status);
    QFETCH(QString, part);
    const QString text = textOf(status);
    QCOMPARE(faultOf(text), QString());
    QVERIFY2(text.contains(test::withZoneNames(part)), qPrintable(text));
    QVERIFY2(text.contains(u"\u201calpha\u201d"_s), qPrintable(text));
    QVERIFY2(text.contains(u"your edit is kept"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"was not changed"_s) && !text.contains(u" was changed."_s),
             qPrintable(text));
}

void TestChangeWords::theNextLookHasATime()
{
    const QString text = textOf(statusWith(Settler::State::Waiting));
    QVERIFY2(text.contains(u"again at 13:00:00"_s), qPrintable(text)); // in Paris
    QVERIFY2(text.contains(u"nothing else is sent"_s), qPrintable(text));
}

void TestChangeWords::aFailedLookIsSaid()
{
    Settler::Status status = statusWith(Settler::State::Waiting);
    status.failure = lostConnection();
    const QString text = textOf(status);
    QVERIFY2(text.contains(u"The last look at the token failed: The connection to the service "
                           "broke."_s),
             qPrintable(text));
}

void TestChangeWords::anotherProgramsChangeIsNamed()
{
    ChangeRecord record;
    record.key.token = u"alpha"_s;
    record.createdAt = now().addSecs(-120);
    const QString text = wording::undecidedElsewhere(record, parisian()).text();
    QCOMPARE(faultOf(text), QString());
    QVERIFY2(text.contains(u"\u201calpha\u201d (2 minutes ago)"_s), qPrintable(text));
}

void TestChangeWords::everyUndoObstacleIsExplained_data()
{
    QTest::addColumn<UndoObstacle>("obstacle");
    QTest::addColumn<QString>("part");
    QTest::newRow("none before") << UndoObstacle::NoneBefore << u"there was none before"_s;
    QTest::newRow("not stated") << UndoObstacle::NotStatedBefore << u"is not known"_s;
    QTest::newRow("reset") << UndoObstacle::ResetSince << u"a reset has set it"_s;
    QTest::newRow("interval") << UndoObstacle::LeavesInterval << u"-100000 and 100000"_s;
    QTest::newRow("none now") << UndoObstacle::NoBalanceNow << u"states none now"_s;
    QTest::newRow("changed") << UndoObstacle::ChangedSince << u"has been changed since"_s;
}

void TestChangeWords::everyUndoObstacleIsExplained()
{
    QFETCH(UndoObstacle, obstacle);
    QFETCH(QString, part);
    const QString text = wording::undoNotes({{Field::Balance, obstacle}});
    QCOMPARE(faultOf(text), QString());
    QVERIFY2(text.startsWith(u"Balance is not taken back: "_s), qPrintable(text));
    QVERIFY2(text.contains(test::withZoneNames(part)), qPrintable(text));
}

void TestChangeWords::undoNotesAreASentenceEach()
{
    QCOMPARE(wording::undoNotes({}), QString());
    QCOMPARE(wording::undoNotes({{Field::Balance, UndoObstacle::ResetSince},
                                 {Field::Expiry, UndoObstacle::ChangedSince}}),
             u"Balance is not taken back: a reset has set it anew since. Expiry is not taken "
             "back: it has been changed since."_s);
}

void TestChangeWords::everyJournalProblemIsExplained_data()
{
    QTest::addColumn<JournalProblem::Kind>("kind");
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("part");
    using enum JournalProblem::Kind;
    const auto row = [](const char *name, JournalProblem::Kind kind, const QString &changing,
                        const QString &settling, const QString &reading) {
        QTest::addRow("%s, changing", name) << kind << Step::Change << changing;
        QTest::addRow("%s, settling", name) << kind << Step::Settle << settling;
        QTest::addRow("%s, reading", name) << kind << Step::History << reading;
    };
    row("disk full", DiskFull, u"can't be written: the disk is full"_s,
        u"can't be written: the disk is full"_s, u"can't be read: the disk is full"_s);
    row("read-only", ReadOnly, u"is read-only"_s, u"for reading and writing"_s,
        u"can't be opened"_s);
    row("locked", Locked, u"can't be written: another program"_s, u"can't be used now"_s,
        u"can't be read now"_s);
    row("damaged", Damaged, u"could not be set aside"_s, u"could not be set aside"_s,
        u"can't be read"_s);
    row("too new", TooNew, u"newer Purser"_s, u"newer Purser"_s, u"newer Purser"_s);
    row("undecided", Undecided, u"still undecided"_s, u"still undecided"_s, u"still undecided"_s);
    row("no such change", NoSuchChange, u"no such change"_s, u"no such change"_s,
        u"no such change"_s);
    row("failed", Failed, u"can't be used"_s, u"can't be used"_s, u"can't be read"_s);
}

void TestChangeWords::everyJournalProblemIsExplained()
{
    QFETCH(JournalProblem::Kind, kind);
    QFETCH(Step, step);
    QFETCH(QString, part);
    const wording::Notice notice = wording::journal({kind, u"SQLITE_DETAIL"_s}, step);
    QCOMPARE(faultOf(notice.text()), QString());
    QVERIFY2(notice.text().contains(part), qPrintable(notice.text()));
    QVERIFY(!notice.text().contains(u"SQLITE_DETAIL"_s));
}

void TestChangeWords::everyOutcomeHasItsOwnWord()
{
    QStringList words;
    for (const Outcome outcome : AllOutcomes) {
        words.append(wording::outcome(outcome));
        QVERIFY(!words.constLast().isEmpty());
    }
    QCOMPARE(words.removeDuplicates(), 0);
}

//! Only Applied is called a success.
void TestChangeWords::everyOutcomeIsTold()
{
    for (const Outcome outcome : AllOutcomes) {
        Change change;
        change.record.outcome = outcome;
        change.record.key.token = u"alpha"_s;
        if (outcome == Outcome::Rejected) {
            change.failure = lostConnection();
        }
        const QString text = wording::change(change, parisian()).text();
        QCOMPARE(faultOf(text), QString());
        QVERIFY2(text.contains(u"\u201calpha\u201d"_s), qPrintable(text));
        QCOMPARE(text.contains(u" was changed."_s), outcome == Outcome::Applied);
    }
}

void TestChangeWords::everyFieldHasItsOwnName()
{
    QStringList names;
    for (const Field field : AllFields) {
        names.append(wording::field(field));
        QVERIFY(!names.constLast().isEmpty());
        QCOMPARE(wording::value(field, Token(), parisian()), u"Not stated"_s);
    }
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestChangeWords::differencesAreThoseThatWereSeen()
{
    const Token before = tokenOf({"50", past, "on", "none", "none"});
    QCOMPARE(wording::differences(before, tokenOf({"99.5"}), parisian()),
             QStringList{u"Balance: 50.00 \u2192 99.50"_s});
    QCOMPARE(
        wording::differences(before, tokenOf({"50", "never", "on", "monthly", "25"}), parisian()),
        QStringList(
            {test::withZoneNames(u"Expiry: 2030-01-01 01:00:00 (CET, UTC+01:00) \u2192 Never"_s),
             u"Reset period: No reset \u2192 Monthly, on the 1st"_s,
             u"Reset amount: None \u2192 25.00"_s}));
    QCOMPARE(wording::differences(before, before, parisian()), QStringList());
}

QTEST_GUILESS_MAIN(TestChangeWords)
#include "tst_changewords.moc"
