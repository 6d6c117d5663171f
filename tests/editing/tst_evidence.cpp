// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/evidence.h"

#include "support/tokens.h"

#include <QTest>

using namespace purser;
using namespace purser::test;

static QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Applied:
        return u"Applied"_s;
    case Verdict::NotSeenYet:
        return u"NotSeenYet"_s;
    case Verdict::NotApplied:
        return u"NotApplied"_s;
    case Verdict::CannotTell:
        return u"CannotTell"_s;
    }
    return u"?"_s;
}

static constexpr auto march = "2031-03-14T15:09:26Z";
static constexpr auto marchElsewhere = "2031-03-14T16:09:26.000+01:00";
static constexpr auto april = "2031-04-01T00:00:00Z";
static constexpr auto may = "2031-05-01T00:00:00Z";

//! An hour and more from any reset: 9:00 in Paris.
static constexpr auto morning = "2030-01-01T08:00:00Z";

//! All clocks together.
static Moment momentOf(const QDateTime &wall)
{
    const auto since =
        std::chrono::milliseconds(utc(morning).msecsTo(wall)) + std::chrono::hours(9);
    return {wall, since, since + std::chrono::hours(1), u"a-boot"_s};
}

static Sighting seenAt(const QDateTime &wall)
{
    return {momentOf(wall), momentOf(wall)};
}

static Change changeOf(const Stated &before, const Stated &asked, const char *sentAt = morning)
{
    Change change;
    change.record.before = tokenOf(before);
    change.record.patch = patchOf(asked);
    change.record.expected = change.record.patch.appliedTo(change.record.before);
    change.record.outcome = Outcome::Unknown;
    change.sentAfter = momentOf(utc(sentAt));
    change.overAt = change.sentAfter;
    return change;
}

class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replyIsComparedAsValues_data();
    void replyIsComparedAsValues();
    void aBalanceTellsItsStory_data();
    void aBalanceTellsItsStory() { checkLater(); }
    void otherFieldsTellTheirs_data();
    void otherFieldsTellTheirs() { checkLater(); }
    void severalFieldsAreOneChange_data();
    void severalFieldsAreOneChange() { checkLater(); }
    void oldValuesNeedTime_data();
    void oldValuesNeedTime();
    void timeCountsFromGivingTheConnectionUp();
    void noClockAloneDecides_data();
    void noClockAloneDecides();
    void aGoneRunsChangeMayHaveLeftLate_data();
    void aGoneRunsChangeMayHaveLeftLate();
    void aReadInBetweenThatShowsSomethingElseStartsTheTwoReadsAnew();
    void aReadAskedForBeforeItWasTakenOverTellsNothing();
    void whatWasNeverSentIsNotSeenYet();
    void aResetBlursTheBalance_data();
    void aResetBlursTheBalance();
    void anotherOpenChangeBlursTheBalance_data();
    void anotherOpenChangeBlursTheBalance();
    void whichChangesAreRivals_data();
    void whichChangesAreRivals();

private:
    static void row(const char *name, const Stated &before, const Stated &asked, const Stated &read,
                    const char *verdict);
    static void columns();
    static void checkLater();
};

void TestEvidence::columns()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Token>("read");
    QTest::addColumn<QString>("verdict");
}

void TestEvidence::row(const char *name, const Stated &before, const Stated &asked,
                       const Stated &read, const char *verdict)
{
    QTest::newRow(name) << changeOf(before, asked) << tokenOf(read) << QString::fromLatin1(verdict);
}

//! A minute after sending.
void TestEvidence::checkLater()
{
    QFETCH(Change, change);
    QFETCH(Token, read);
    QFETCH(QString, verdict);
    QCOMPARE(word(verdictOf(change, read, seenAt(change.overAt.wall.addSecs(60)))), verdict);
}

void TestEvidence::replyIsComparedAsValues_data()
{
    QTest::addColumn<TokenPatch>("asked");
    QTest::addColumn<Token>("reply");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const Stated &asked, const Stated &reply,
                        Outcome outcome) {
        QTest::newRow(name) << patchOf(asked) << tokenOf(reply) << outcomeWord(outcome);
    };
    row("holds", {"50"}, {"50.000"}, Outcome::Applied);
    row("holds something else", {"50"}, {"49.999999999"}, Outcome::AppliedDifferently);
    row("null is something else", {"50"}, {"none"}, Outcome::AppliedDifferently);
    row("not stated", {"50"}, {"", march, "on"}, Outcome::AppliedUnconfirmed);
    row("expiry cleared", {"", "never"}, {"", "never"}, Outcome::Applied);
    row("expiry not cleared", {"", "never"}, {"", march}, Outcome::AppliedDifferently);
    row("the same instant", {"", march}, {"", marchElsewhere}, Outcome::Applied);
    row("active balance differs", {"", "", "off"}, {"", "", "on"}, Outcome::AppliedDifferently);
    row("reset holds", {"", "", "", "daily", "25"}, {"", "", "on", "daily", "25"},
        Outcome::Applied);
    row("reset amount differs", {"", "", "", "daily", "25"}, {"", "", "on", "daily", "none"},
        Outcome::AppliedDifferently);
    row("reset not stated", {"", "", "", "daily", "25"}, {"50"}, Outcome::AppliedUnconfirmed);
    row("one differs, one is not stated", {"50", "", "on"}, {"49"}, Outcome::AppliedDifferently);
    row("one holds, one is not stated", {"50", "", "on"}, {"50"}, Outcome::AppliedUnconfirmed);
    row("one holds, one differs", {"50", "", "on"}, {"50", "", "off"}, Outcome::AppliedDifferently);
    row("what was not asked decides nothing", {"50"}, {"50", march, "off"}, Outcome::Applied);
}

void TestEvidence::replyIsComparedAsValues()
{
    QFETCH(TokenPatch, asked);
    QFETCH(Token, reply);
    QFETCH(QString, outcome);
    QCOMPARE(outcomeWord(outcomeOfReply(asked, reply)), outcome);
}

void TestEvidence::aBalanceTellsItsStory_data()
{
    columns();
    row("50 to 100, read 100", {"50"}, {"100"}, {"100"}, "Applied");
    row("50 to 100, read 99.7", {"50"}, {"100"}, {"99.7"}, "Applied");
    row("50 to 100, read a nano above 50", {"50"}, {"100"}, {"50.000000001"}, "Applied");
    row("50 to 100, read 50", {"50"}, {"100"}, {"50"}, "NotApplied");
    row("50 to 100, read 40", {"50"}, {"100"}, {"40"}, "CannotTell");
    row("50 to 100, read -40", {"50"}, {"100"}, {"-40"}, "CannotTell");
    row("50 to 100, read a nano above 100", {"50"}, {"100"}, {"100.000000001"}, "CannotTell");
    row("50 to 100, not stated", {"50"}, {"100"}, {"", march, "on"}, "CannotTell");
    row("50 to 100, none any more", {"50"}, {"100"}, {"none"}, "CannotTell");
    row("50 to 20, read 50", {"50"}, {"20"}, {"50"}, "NotApplied");
    row("50 to 20, read 40", {"50"}, {"20"}, {"40"}, "NotApplied");
    row("50 to 20, read a nano above 20", {"50"}, {"20"}, {"20.000000001"}, "NotApplied");
    row("50 to 20, read 20", {"50"}, {"20"}, {"20"}, "Applied");
    row("50 to 20, read 10", {"50"}, {"20"}, {"10"}, "CannotTell");
    row("50 to 20, read a nano above 50", {"50"}, {"20"}, {"50.000000001"}, "CannotTell");
    row("none to 100, read 100", {"none"}, {"100"}, {"100"}, "Applied");
    row("none to 100, read 99.7", {"none"}, {"100"}, {"99.7"}, "Applied");
    row("none to 100, read none", {"none"}, {"100"}, {"none"}, "NotApplied");
    row("none to 100, read 150", {"none"}, {"100"}, {"150"}, "CannotTell");
    row("none to 100, not stated", {"none"}, {"100"}, {""}, "CannotTell");
    row("not stated to 100, read 100", {""}, {"100"}, {"100"}, "Applied");
    row("not stated to 100, read 99.7", {""}, {"100"}, {"99.7"}, "CannotTell");
    row("not stated to 100, read 50", {""}, {"100"}, {"50"}, "CannotTell");
    row("not stated to 100, read none", {""}, {"100"}, {"none"}, "CannotTell");
    row("not stated before and after", {""}, {"100"}, {""}, "CannotTell");
    row("what was not asked decides nothing", {"50", march, "on"}, {"100"}, {"100", "never", "off"},
        "Applied");
}

void TestEvidence::otherFieldsTellTheirs_data()
{
    columns();
    row("expiry", {"", march}, {"", april}, {"", april}, "Applied");
    row("old expiry", {"", march}, {"", april}, {"", march}, "NotApplied");
    row("old expiry in another text", {"", march}, {"", april}, {"", marchElsewhere}, "NotApplied");
    row("another expiry", {"", march}, {"", april}, {"", may}, "CannotTell");
    row("expiry not stated", {"", march}, {"", april}, {"50"}, "CannotTell");
    row("expiry cleared", {"", march}, {"", "never"}, {"", "never"}, "Applied");
    row("expiry not cleared", {"", march}, {"", "never"}, {"", march}, "NotApplied");
    row("not stated before, asked", {}, {"", april}, {"", april}, "Applied");
    row("not stated before, another", {}, {"", april}, {"", march}, "CannotTell");
    row("active balance", {"", "", "on"}, {"", "", "off"}, {"", "", "off"}, "Applied");
    row("old active balance", {"", "", "on"}, {"", "", "off"}, {"", "", "on"}, "NotApplied");
    row("active balance, not stated before", {}, {"", "", "off"}, {"", "", "on"}, "CannotTell");
    row("reset period", {"", "", "", "none"}, {"", "", "", "daily"}, {"", "", "", "daily"},
        "Applied");
    row("old reset period", {"", "", "", "none"}, {"", "", "", "daily"}, {"", "", "", "none"},
        "NotApplied");
    row("reset amount", {"", "", "", "daily", "25"}, {"", "", "", "", "30"}, {"", "", "", "", "30"},
        "Applied");
    row("old reset amount", {"", "", "", "daily", "25"}, {"", "", "", "", "30"},
        {"", "", "", "", "25"}, "NotApplied");
    row("first reset amount", {"", "", "", "", "none"}, {"", "", "", "", "30"},
        {"", "", "", "", "none"}, "NotApplied");
}

void TestEvidence::severalFieldsAreOneChange_data()
{
    columns();
    row("all hold", {"50", march, "on"}, {"100", april, "off"}, {"100", april, "off"}, "Applied");
    row("all are old", {"50", march, "on"}, {"100", april, "off"}, {"50", march, "on"},
        "NotApplied");
    row("the expiry decides for a balance that does not", {"50", march}, {"100", april},
        {"40", april}, "Applied");
    row("so does an old one", {"50", march}, {"100", april}, {"40", march}, "NotApplied");
    row("and for what is not stated", {"50", march}, {"100", april}, {"", april}, "Applied");
    row("the balance decides for an expiry not stated", {"50", march}, {"100", april}, {"99.7"},
        "Applied");
    row("new balance, old expiry", {"50", march}, {"100", april}, {"99.7", march}, "CannotTell");
    row("old balance, new expiry", {"50", march}, {"100", april}, {"50", april}, "CannotTell");
    row("lowered, old balance, new expiry", {"50", march}, {"20", april}, {"40", april},
        "CannotTell");
    row("somebody else's expiry", {"50", march}, {"100", april}, {"99.7", may}, "CannotTell");
    row("somebody else's balance", {"50", march}, {"100", april}, {"150", april}, "CannotTell");
    row("nothing stated", {"50", march}, {"100", april}, {}, "CannotTell");
}

void TestEvidence::oldValuesNeedTime_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("at once") << 0 << u"NotSeenYet"_s;
    QTest::newRow("clocks differ") << -5000 << u"NotSeenYet"_s;
    QTest::newRow("just before 30 s") << 29'999 << u"NotSeenYet"_s;
    QTest::newRow("at 30 s") << 30'000 << u"NotApplied"_s;
    QTest::newRow("after 5 minutes") << 300'000 << u"NotApplied"_s;
}

void TestEvidence::oldValuesNeedTime()
{
    QFETCH(int, milliseconds);
    QFETCH(QString, verdict);
    const Change raised = changeOf({"50", march}, {"100"});
    const Sighting readAt = seenAt(raised.overAt.wall.addMSecs(milliseconds));
    QCOMPARE(word(verdictOf(raised, tokenOf({"50"}), readAt)), verdict);
    QCOMPARE(word(verdictOf(changeOf({"50"}, {"20"}), tokenOf({"40"}), readAt)), verdict);
    QCOMPARE(word(verdictOf(changeOf({"", march}, {"", april}), tokenOf({"", march}), readAt)),
             verdict);
    // What was asked needs none, and what tells nothing gets no better.
    QCOMPARE(word(verdictOf(raised, tokenOf({"99.7"}), readAt)), u"Applied"_s);
    QCOMPARE(word(verdictOf(raised, tokenOf({"40"}), readAt)), u"CannotTell"_s);
}

void TestEvidence::timeCountsFromGivingTheConnectionUp()
{
    Change change = changeOf({"50"}, {"100"});
    change.overAt = momentOf(change.sentAfter.wall.addSecs(15));
    const Token old = tokenOf({"50"});
    const QDateTime sent = change.sentAfter.wall;
    QCOMPARE(word(verdictOf(change, old, seenAt(sent.addSecs(44)))), u"NotSeenYet"_s);
    QCOMPARE(word(verdictOf(change, old, seenAt(sent.addSecs(45)))), u"NotApplied"_s);
    // The read that is answered late enough was asked for too early.
    const Sighting slow{momentOf(sent.addSecs(44)), momentOf(sent.addSecs(50))};
    QCOMPARE(word(verdictOf(change, old, slow)), u"NotSeenYet"_s);
}

//! What the clocks say of the time between sending and the read.
struct Clocks {
    qint64 wall = 0; // seconds
    qint64 monotonic = 0;
    qint64 sinceBoot = 0;
};

void TestEvidence::noClockAloneDecides_data()
{
    QTest::addColumn<QList<qint64>>("clocks"); // wall, monotonic, since boot
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const Clocks &clocks, const char *verdict) {
        QTest::newRow(name) << QList<qint64>{clocks.wall, clocks.monotonic, clocks.sinceBoot}
                            << QString::fromLatin1(verdict);
    };
    row("all agree", {30, 30, 30}, "NotApplied");
    row("the wall clock was set an hour ahead", {3600, 0, 0}, "NotSeenYet");
    row("it was set back", {-3600, 30, 30}, "NotApplied");
    row("the computer slept for eight hours", {28'810, 10, 28'810}, "NotSeenYet");
    row("it slept, and was awake for long enough", {28'830, 30, 28'830}, "NotApplied");
}

void TestEvidence::noClockAloneDecides()
{
    QFETCH(QList<qint64>, clocks);
    QFETCH(QString, verdict);
    const Change change = changeOf({"50"}, {"100"});
    Moment at = change.overAt;
    at.wall = at.wall.addSecs(clocks.at(0));
    at.monotonic += std::chrono::seconds(clocks.at(1));
    at.sinceBoot += std::chrono::seconds(clocks.at(2));
    QCOMPARE(word(verdictOf(change, tokenOf({"50"}), {at, at})), verdict);
}

//! A change of a run that is gone, taken over this long after it was marked as sent.
static Change takenOver(qint64 seconds, bool hasClocks)
{
    Change change = changeOf({"50"}, {"100"});
    change.hasClocks = hasClocks;
    change.mayHaveWaited = LongestIntent;
    change.overAt = momentOf(change.sentAfter.wall.addSecs(seconds));
    return change;
}

void TestEvidence::aGoneRunsChangeMayHaveLeftLate_data()
{
    QTest::addColumn<bool>("hasClocks"); // of the same start of the computer
    QTest::addColumn<int>("first"); // seconds from the sending to the first read
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("soon") << true << 1 << 30 << u"NotSeenYet"_s;
    QTest::newRow("just before all is over") << true << 20 << 49 << u"NotSeenYet"_s;
    QTest::newRow("when all is over") << true << 1 << 50 << u"NotApplied"_s;
    QTest::newRow("at once, where all is over long since") << true << 50 << 50 << u"NotApplied"_s;
    QTest::newRow("no clocks: one read, however late") << false << 5000 << 5000 << u"NotSeenYet"_s;
    QTest::newRow("no clocks: two reads too close") << false << 5000 << 5029 << u"NotSeenYet"_s;
    QTest::newRow("no clocks: two reads apart") << false << 5000 << 5030 << u"NotApplied"_s;
}

void TestEvidence::aGoneRunsChangeMayHaveLeftLate()
{
    QFETCH(bool, hasClocks);
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(QString, verdict);
    Change change = takenOver(1, hasClocks);
    const Token old = tokenOf({"50"});
    const QDateTime sent = change.sentAfter.wall;
    if (first != second) {
        const Sighting sighting = seenAt(sent.addSecs(first));
        noteSighting(change, verdictOf(change, old, sighting), sighting);
    }
    QCOMPARE(word(verdictOf(change, old, seenAt(sent.addSecs(second)))), verdict);
}

void TestEvidence::aReadInBetweenThatShowsSomethingElseStartsTheTwoReadsAnew()
{
    Change change = takenOver(1, false);
    const QDateTime sent = change.sentAfter.wall;
    for (const auto &[seconds, balance] : {std::pair{10, "50"}, {20, "40"}, {30, "50"}}) {
        const Sighting sighting = seenAt(sent.addSecs(seconds));
        noteSighting(change, verdictOf(change, tokenOf({balance}), sighting), sighting);
    }
    QCOMPARE(word(verdictOf(change, tokenOf({"50"}), seenAt(sent.addSecs(59)))), u"NotSeenYet"_s);
    QCOMPARE(word(verdictOf(change, tokenOf({"50"}), seenAt(sent.addSecs(60)))), u"NotApplied"_s);
}

void TestEvidence::aReadAskedForBeforeItWasTakenOverTellsNothing()
{
    Change change = takenOver(100, true);
    const Sighting early = seenAt(change.sentAfter.wall.addSecs(99));
    QCOMPARE(word(verdictOf(change, tokenOf({"50"}), early)), u"NotSeenYet"_s);
}

void TestEvidence::whatWasNeverSentIsNotSeenYet()
{
    Change change = changeOf({"50"}, {"100"});
    change.sentAfter = {};
    change.overAt = {};
    QCOMPARE(word(verdictOf(change, tokenOf({"50"}), seenAt(utc(morning)))), u"NotSeenYet"_s);
}

void TestEvidence::aResetBlursTheBalance_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Token>("read");
    QTest::addColumn<QString>("readAt");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const Change &change, const Stated &read,
                        const char *readAt, const char *verdict) {
        QTest::newRow(name) << change << tokenOf(read) << QString::fromLatin1(readAt)
                            << QString::fromLatin1(verdict);
    };
    // Paris' midnight is 23:00 UTC. All are sent half an hour before.
    constexpr auto evening = "2030-01-01T22:30:00Z";
    constexpr auto before = "2030-01-01T22:40:00Z";
    constexpr auto after = "2030-01-01T23:10:00Z";
    const Stated daily{"50", march, "on", "daily", "25"};
    const Change raised = changeOf(daily, {"100"}, evening);
    row("before it: read 99.7", raised, {"99.7"}, before, "Applied");
    row("before it: read 50", raised, {"50"}, before, "NotApplied");
    row("read 99.7", raised, {"99.7"}, after, "CannotTell");
    row("read 50", raised, {"50"}, after, "CannotTell");
    row("read the reset amount", raised, {"25"}, after, "CannotTell");
    row("read 40", raised, {"40"}, after, "CannotTell");
    row("read 100, which no reset makes", raised, {"100"}, after, "Applied");
    const Change same = changeOf({"50", march, "on", "daily", "100"}, {"100"}, evening);
    row("read 100, which a reset makes too", same, {"100"}, after, "CannotTell");
    row("before it: no reset made it", same, {"100"}, before, "Applied");
    const Change lowered = changeOf(daily, {"20"}, evening);
    row("lowered: read 40", lowered, {"40"}, after, "CannotTell");
    row("lowered: read 20", lowered, {"20"}, after, "Applied");
    const Change first = changeOf({"none", march, "on", "daily", "25"}, {"100"}, evening);
    row("none before: read 25", first, {"25"}, after, "CannotTell");
    const Change weekly = changeOf({"50", march, "on", "weekly", "25"}, {"100"}, evening);
    row("a Tuesday's end is no weekly reset", weekly, {"99.7"}, after, "Applied");
    const Change none = changeOf({"50", march, "on", "none", "none"}, {"100"}, evening);
    row("no period, no reset", none, {"99.7"}, after, "Applied");
    const Change begins =
        changeOf({"50", march, "on", "none", "none"}, {"100", "", "", "daily"}, evening);
    row("the change itself begins it", begins, {"99.7"}, after, "CannotTell");
    const Change ends = changeOf(daily, {"100", "", "", "none"}, evening);
    row("the change itself ends it", ends, {"99.7"}, after, "CannotTell");
    const Change amount =
        changeOf({"50", march, "on", "daily", "100"}, {"100", "", "", "", "30"}, evening);
    row("the old amount, as if it was not applied", amount, {"100"}, after, "CannotTell");
    const Change both = changeOf(daily, {"100", april}, evening);
    row("the expiry still decides", both, {"25", april}, after, "Applied");
    row("so does an old one", both, {"25", march}, after, "NotApplied");
}

void TestEvidence::aResetBlursTheBalance()
{
    QFETCH(Change, change);
    QFETCH(Token, read);
    QFETCH(QString, readAt);
    QFETCH(QString, verdict);
    QCOMPARE(word(verdictOf(change, read, seenAt(utc(readAt.toLatin1().constData())))), verdict);
    // A clock that was set while it was under way hides no reset.
    Sighting set = seenAt(utc(readAt.toLatin1().constData()));
    set.answered.wall = set.answered.wall.addDays(-2);
    const bool blurs =
        change.record.before.resetPeriod.value_or(ResetPeriod::None) != ResetPeriod::None
        && !change.record.patch.expiry && word(verdictOf(change, read, set)) == u"Applied"_s
        && !change.record.patch.isHeldBy(read);
    QVERIFY(!blurs);
}

void TestEvidence::anotherOpenChangeBlursTheBalance_data()
{
    columns();
    const auto row = [](const char *name, const Stated &before, const Stated &asked,
                        const Stated &read, const char *verdict) {
        Change change = changeOf(before, asked);
        ChangeRecord rival;
        rival.patch.balance = *Balance::fromText(u"100"_s);
        rival.outcome = Outcome::Sent;
        weighRivals(change, {rival}, momentOf(utc(morning)));
        QTest::newRow(name) << change << tokenOf(read) << QString::fromLatin1(verdict);
    };
    row("raised: read 99.7", {"50"}, {"100"}, {"99.7"}, "CannotTell");
    row("lowered: read 40", {"50"}, {"20"}, {"40"}, "CannotTell");
    row("none before: read 99.7", {"none"}, {"100"}, {"99.7"}, "CannotTell");
    row("exactly what was asked, which the other may have set", {"50"}, {"100"}, {"100"},
        "CannotTell");
    row("exactly the old value, which the other may have set", {"50"}, {"100"}, {"50"},
        "CannotTell");
    row("exactly the old value, lowered", {"50"}, {"20"}, {"50"}, "CannotTell");
    row("the expiry, which the other left alone, decides", {"50", march}, {"100", april},
        {"99.7", april}, "Applied");
    row("an old expiry does not: the other wrote it back", {"50", march}, {"100", april},
        {"99.7", march}, "CannotTell");
}

void TestEvidence::anotherOpenChangeBlursTheBalance()
{
    checkLater();
}

void TestEvidence::whichChangesAreRivals_data()
{
    QTest::addColumn<ChangeRecord>("rival");
    QTest::addColumn<bool>("counts");
    const auto row = [](const char *name, Outcome outcome, qint64 seq, qint64 secondsBefore,
                        const char *boot, bool counts) {
        ChangeRecord rival;
        rival.patch.expiry = Expiry::never();
        rival.outcome = outcome;
        rival.settledHow = settledhow::User;
        rival.seq = seq;
        rival.createdAt = utc(morning).addSecs(-secondsBefore);
        rival.settledAt = rival.createdAt;
        Moment left = momentOf(rival.createdAt);
        left.boot = QString::fromLatin1(boot);
        rival.boot = left.toText();
        QTest::newRow(name) << rival << counts;
    };
    row("written since the read", Outcome::Applied, 11, 3600, "a-boot", true);
    row("still undecided", Outcome::Sent, 9, 3600, "a-boot", true);
    row("closed by hand just before", Outcome::Abandoned, 9, 60, "a-boot", true);
    row("closed by hand long before", Outcome::Abandoned, 9, 3600, "a-boot", false);
    row("the same, closed since the read", Outcome::Abandoned, 11, 3600, "a-boot", true);
    row("before another start of the computer", Outcome::Abandoned, 9, 3600, "other", true);
    row("days before another start", Outcome::Abandoned, 9, 100'000, "other", false);
}

void TestEvidence::whichChangesAreRivals()
{
    QFETCH(ChangeRecord, rival);
    QFETCH(bool, counts);
    Change change = changeOf({"50", march}, {"100", april});
    change.record.createdAt = utc(morning);
    change.record.readSeq = 10;
    weighRivals(change, {rival}, momentOf(utc(morning).addSecs(60)));
    QCOMPARE(change.sentAlone, !counts);
    QCOMPARE(change.contested, counts ? QList<Field>{Field::Expiry} : QList<Field>());
}

QTEST_APPLESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
