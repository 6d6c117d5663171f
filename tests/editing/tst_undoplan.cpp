// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/undoplan.h"

#include "editing/changeplan.h"
#include "support/tokens.h"

#include <QTest>

using namespace purser;
using namespace purser::test;

static QString words(const MaybeBalance &balance)
{
    return balance ? balance->toText() : u"none"_s;
}

//! "deduct 50, expiry never, active on, period none, amount 25"
static QString words(const ChangeRequest &request)
{
    QStringList parts;
    if (request.balance) {
        static const QStringList modes{u"set"_s, u"add"_s, u"deduct"_s};
        parts.append(modes.value(static_cast<int>(request.balance->mode)) + u' '
                     + request.balance->amount.toText());
    }
    if (request.expiry) {
        parts.append(u"expiry "_s
                     + (request.expiry->isNever() ? u"never"_s : request.expiry->toIso8601()));
    }
    if (request.activeBalance) {
        parts.append(*request.activeBalance ? u"active on"_s : u"active off"_s);
    }
    if (request.resetPeriod) {
        parts.append(u"period "_s + resetPeriodText(*request.resetPeriod));
    }
    if (request.resetAmount) {
        parts.append(u"amount "_s + words(*request.resetAmount));
    }
    return parts.join(u", "_s);
}

//! "balance NoneBefore, expiry ChangedSince"
static QString words(const QList<UndoNote> &notes)
{
    static const QStringList fields{u"balance"_s, u"expiry"_s, u"active"_s, u"period"_s,
                                    u"amount"_s};
    static const QStringList obstacles{u"NoneBefore"_s,   u"NotStatedBefore"_s,
                                       u"ResetSince"_s,   u"LeavesInterval"_s,
                                       u"NoBalanceNow"_s, u"ChangedSince"_s};
    QStringList parts;
    for (const UndoNote &note : notes) {
        parts.append(fields.value(static_cast<int>(note.field)) + u' '
                     + obstacles.value(static_cast<int>(note.obstacle)));
    }
    return parts.join(u", "_s);
}

static constexpr auto march = "2031-03-14T15:09:26Z";
static constexpr auto marchElsewhere = "2031-03-14T16:09:26.000+01:00";
static constexpr auto april = "2031-04-01T00:00:00Z";
static constexpr auto may = "2031-05-01T00:00:00Z";

//! Half an hour before Paris' midnight.
static constexpr auto evening = "2030-01-01T22:30:00Z";

static ChangeRecord recordOf(const Stated &before, const Stated &asked)
{
    ChangeRecord record;
    record.id = 7;
    record.createdAt = utc(evening);
    record.before = tokenOf(before);
    record.patch = patchOf(asked);
    record.expected = record.patch.appliedTo(record.before);
    record.after = record.expected;
    record.outcome = Outcome::Applied;
    return record;
}

static ChangeRecord differently(const Stated &before, const Stated &asked, const Stated &after)
{
    ChangeRecord record = recordOf(before, asked);
    record.outcome = Outcome::AppliedDifferently;
    record.after = tokenOf(after);
    return record;
}

class TestUndoPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBalanceGoesBackByItsDifference_data();
    void theBalanceGoesBackByItsDifference() { check(); }
    void aBalanceMayHaveToStay_data();
    void aBalanceMayHaveToStay() { check(); }
    void otherFieldsGoBackIfTheyStillHold_data();
    void otherFieldsGoBackIfTheyStillHold() { check(); }
    void aResetGoesBackWithWhatItBrought_data();
    void aResetGoesBackWithWhatItBrought() { check(); }
    void whatTheServiceMadeOfItGoesBack_data();
    void whatTheServiceMadeOfItGoesBack() { check(); }
    void aResetSinceKeepsTheBalance_data();
    void aResetSinceKeepsTheBalance();
    void namesTheChangeThatItTakesBack();
    void anUndoCanBeUndone();
    void whatIsSpentOnTheWayStaysSpent();

private:
    static void columns();
    static void row(const char *name, const ChangeRecord &record, const Stated &now,
                    const char *request, const char *notes = "");
    static void check();
};

void TestUndoPlan::columns()
{
    QTest::addColumn<ChangeRecord>("record");
    QTest::addColumn<Token>("token");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("notes");
}

void TestUndoPlan::row(const char *name, const ChangeRecord &record, const Stated &now,
                       const char *request, const char *notes)
{
    QTest::newRow(name) << record << tokenOf(now) << QString::fromLatin1(request)
                        << QString::fromLatin1(notes);
}

//! Ten minutes later: no reset falls between.
void TestUndoPlan::check()
{
    QFETCH(ChangeRecord, record);
    QFETCH(Token, token);
    QFETCH(QString, request);
    QFETCH(QString, notes);
    const UndoPlan plan = planUndo(record, token, record.createdAt.addSecs(600));
    QCOMPARE(words(plan.request), request);
    QCOMPARE(words(plan.notes), notes);
    QCOMPARE(plan.request.isEmpty(), request.isEmpty());
}

void TestUndoPlan::theBalanceGoesBackByItsDifference_data()
{
    columns();
    row("raised", recordOf({"50"}, {"100"}), {"100"}, "deduct 50");
    row("lowered", recordOf({"50"}, {"20"}), {"20"}, "add 30");
    row("by a nano", recordOf({"50"}, {"50.000000001"}), {"50.000000001"}, "deduct 0.000000001");
    row("what was spent stays spent", recordOf({"50"}, {"100"}), {"97.3"}, "deduct 50");
    row("all of it", recordOf({"50"}, {"100"}), {"0"}, "deduct 50");
    row("topped up since", recordOf({"50"}, {"100"}), {"300"}, "deduct 50");
    row("across 0", recordOf({"-3.75"}, {"20"}), {"20"}, "deduct 23.75");
    row("up to the limit", recordOf({"50"}, {"10"}), {"99959.999999999"}, "add 40");
    row("down to the limit", recordOf({"10"}, {"60"}), {"-99949.999999999"}, "deduct 50");
    row("the largest amount", recordOf({"-50000"}, {"49999.999999999"}), {"49999.999999999"},
        "deduct 99999.999999999");
    // More than one amount can say.
    row("exactly 100000", recordOf({"-50000"}, {"50000"}), {"50000"}, "set -50000");
    row("120000 down", recordOf({"-60000"}, {"60000"}), {"59990"}, "set -60010");
    row("120000 up", recordOf({"60000"}, {"-60000"}), {"-60010"}, "set 59990");
    ChangeRecord unconfirmed = recordOf({"50"}, {"100"});
    unconfirmed.outcome = Outcome::AppliedUnconfirmed;
    unconfirmed.after = tokenOf({});
    row("not confirmed", unconfirmed, {"97.3"}, "deduct 50");
}

void TestUndoPlan::aBalanceMayHaveToStay_data()
{
    columns();
    row("none before", recordOf({"none"}, {"100"}), {"100"}, "", "balance NoneBefore");
    row("not stated before", recordOf({""}, {"100"}), {"100"}, "", "balance NotStatedBefore");
    row("above the interval", recordOf({"50"}, {"10"}), {"99960"}, "", "balance LeavesInterval");
    row("below the interval", recordOf({"10"}, {"60"}), {"-99950"}, "", "balance LeavesInterval");
    row("far below it", recordOf({"-60000"}, {"60000"}), {"10000"}, "", "balance LeavesInterval");
    row("none now", recordOf({"50"}, {"100"}), {"none"}, "", "balance NoBalanceNow");
    row("not stated now", recordOf({"50"}, {"100"}), {""}, "", "balance NoBalanceNow");
    row("the rest goes back", recordOf({"none", march, "off"}, {"100", april, "on"}),
        {"99", april, "on"}, "expiry 2031-03-14T15:09:26Z, active off", "balance NoneBefore");
}

void TestUndoPlan::otherFieldsGoBackIfTheyStillHold_data()
{
    columns();
    const ChangeRecord moved = recordOf({"50", march}, {"", april});
    row("expiry", moved, {"50", april}, "expiry 2031-03-14T15:09:26Z");
    row("changed since", moved, {"50", may}, "", "expiry ChangedSince");
    row("cleared since", moved, {"50", "never"}, "", "expiry ChangedSince");
    row("back already", moved, {"50", march}, "");
    row("back already, in another text", moved, {"50", marchElsewhere}, "");
    row("the balance is not touched", moved, {"3", april, "off"}, "expiry 2031-03-14T15:09:26Z");
    const ChangeRecord elsewhere = recordOf({"50", april}, {"", march});
    row("still the same instant", elsewhere, {"50", marchElsewhere}, "expiry 2031-04-01T00:00:00Z");
    row("there was none", recordOf({"", "never"}, {"", april}), {"", april}, "expiry never");
    row("it was cleared", recordOf({"", march}, {"", "never"}), {"", "never"},
        "expiry 2031-03-14T15:09:26Z");
    row("not stated before", recordOf({}, {"", april}), {"", april}, "", "expiry NotStatedBefore");
    const ChangeRecord off = recordOf({"", "", "on"}, {"", "", "off"});
    row("active balance", off, {"", "", "off"}, "active on");
    row("on again already", off, {"", "", "on"}, "");
    row("active balance not stated before", recordOf({}, {"", "", "on"}), {"", "", "on"}, "",
        "active NotStatedBefore");
    const ChangeRecord all = recordOf({"50", march, "on"}, {"100", april, "off"});
    row("all", all, {"100", april, "off"}, "deduct 50, expiry 2031-03-14T15:09:26Z, active on");
    row("one changed since", all, {"97", may, "off"}, "deduct 50, active on",
        "expiry ChangedSince");
}

void TestUndoPlan::aResetGoesBackWithWhatItBrought_data()
{
    columns();
    const ChangeRecord begun =
        recordOf({"50", "", "off", "none", "none"}, {"", "", "", "daily", "25"});
    row("it enforced the balance", begun, {"50", "", "on", "daily", "25"},
        "active off, period none");
    row("which is off again", begun, {"50", "", "off", "daily", "25"}, "period none");
    row("another period since, which enforces it too", begun, {"50", "", "on", "weekly", "30"}, "",
        "period ChangedSince, amount ChangedSince");
    row("ended since", begun, {"50", "", "on", "none", "none"}, "active off");
    row("it was enforced before",
        recordOf({"50", "", "on", "none", "none"}, {"", "", "", "daily", "25"}),
        {"50", "", "on", "daily", "25"}, "period none");
    row("whether it was is not known",
        recordOf({"50", "", "", "none", "none"}, {"", "", "", "daily", "25"}),
        {"50", "", "on", "daily", "25"}, "period none", "active NotStatedBefore");
    row("another period", recordOf({"50", "", "on", "monthly", "25"}, {"", "", "", "weekly", "30"}),
        {"50", "", "on", "weekly", "30"}, "period monthly, amount 25");
    const ChangeRecord ended = recordOf({"50", "", "on", "monthly", "25"}, {"", "", "", "none"});
    row("ended", ended, {"50", "", "on", "none", "none"}, "period monthly, amount 25");
    row("begun anew since, with another amount", ended, {"50", "", "on", "weekly", "none"}, "",
        "period ChangedSince");
    row("amount", recordOf({"50", "", "on", "daily", "25"}, {"", "", "", "", "30"}),
        {"50", "", "on", "daily", "30"}, "amount 25");
    row("amount changed since", recordOf({"50", "", "on", "daily", "25"}, {"", "", "", "", "30"}),
        {"50", "", "on", "daily", "35"}, "", "amount ChangedSince");
}

void TestUndoPlan::whatTheServiceMadeOfItGoesBack_data()
{
    columns();
    row("another balance", differently({"50"}, {"100"}, {"99"}), {"97"}, "deduct 49");
    row("on the other side", differently({"50"}, {"100"}, {"40"}), {"40"}, "add 10");
    row("none of it", differently({"50"}, {"100"}, {"50"}), {"50"}, "");
    row("another expiry", differently({"", march}, {"", april}, {"", may}), {"", may},
        "expiry 2031-03-14T15:09:26Z");
    row("the asked one came since", differently({"", march}, {"", april}, {"", may}), {"", april},
        "", "expiry ChangedSince");
    row("one of two", differently({"50", march}, {"100", april}, {"100", march}), {"100", march},
        "deduct 50");
    row("what it did not state, as asked", differently({"50", march}, {"100", april}, {"99"}),
        {"99", april}, "deduct 49, expiry 2031-03-14T15:09:26Z");
    row("what was not asked stays", differently({"50", march}, {"100"}, {"99", may}), {"99", may},
        "deduct 49");
}

void TestUndoPlan::aResetSinceKeepsTheBalance_data()
{
    QTest::addColumn<ChangeRecord>("record");
    QTest::addColumn<Token>("token");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("notes");
    const auto row = [](const char *name, const ChangeRecord &record, const Stated &token,
                        const char *now, const char *request, const char *notes) {
        QTest::newRow(name) << record << tokenOf(token) << QString::fromLatin1(now)
                            << QString::fromLatin1(request) << QString::fromLatin1(notes);
    };
    constexpr auto before = "2030-01-01T22:59:59Z";
    constexpr auto midnight = "2030-01-01T23:00:00Z";
    constexpr auto after = "2030-01-01T23:10:00Z";
    const Stated daily{"50", march, "on", "daily", "25"};
    const Stated plain{"50", march, "on", "none", "none"};
    const ChangeRecord raised = recordOf(daily, {"100"});
    row("before it", raised, {"100", march, "on", "daily", "25"}, before, "deduct 50", "");
    row("as it runs", raised, {"25", march, "on", "daily", "25"}, midnight, "",
        "balance ResetSince");
    row("after it", raised, {"25", march, "on", "daily", "25"}, after, "", "balance ResetSince");
    row("it is not stated any more", raised, {"25"}, after, "", "balance ResetSince");
    row("it was ended since", raised, {"25", march, "on", "none", "none"}, after, "",
        "balance ResetSince");
    row("it was begun since", recordOf(plain, {"100"}), {"25", march, "on", "daily", "25"}, after,
        "", "balance ResetSince");
    row("no period", recordOf(plain, {"100"}), {"97", march, "on", "none", "none"}, after,
        "deduct 50", "");
    row("weekly, not on a Tuesday's end", recordOf({"50", march, "on", "weekly", "25"}, {"100"}),
        {"97", march, "on", "weekly", "25"}, after, "deduct 50", "");
    row("other fields go back", recordOf(daily, {"100", april}), {"25", april, "on", "daily", "25"},
        after, "expiry 2031-03-14T15:09:26Z", "balance ResetSince");
    row("none before is the first reason", recordOf({"none", march, "on", "daily"}, {"100"}),
        {"25", march, "on", "daily"}, after, "", "balance NoneBefore");
}

void TestUndoPlan::aResetSinceKeepsTheBalance()
{
    QFETCH(ChangeRecord, record);
    QFETCH(Token, token);
    QFETCH(QString, now);
    QFETCH(QString, request);
    QFETCH(QString, notes);
    const UndoPlan plan = planUndo(record, token, utc(now.toLatin1().constData()));
    QCOMPARE(words(plan.request), request);
    QCOMPARE(words(plan.notes), notes);
}

void TestUndoPlan::namesTheChangeThatItTakesBack()
{
    const UndoPlan plan = planUndo(recordOf({"50"}, {"100"}), tokenOf({"100"}), utc(evening));
    QVERIFY(plan.request.undoes == qint64(7));
    QVERIFY(plan.request.reason.isEmpty());
}

void TestUndoPlan::anUndoCanBeUndone()
{
    ChangeRecord undo = recordOf({"97", april, "off"}, {"47", march, "on"});
    undo.id = 9;
    undo.undoes = 7;
    const UndoPlan plan = planUndo(undo, tokenOf({"45", march, "on"}), utc(evening));
    QCOMPARE(words(plan.request), u"add 50, expiry 2031-04-01T00:00:00Z, active off"_s);
    QVERIFY(plan.request.undoes == qint64(9));
    QVERIFY(plan.notes.isEmpty());
}

void TestUndoPlan::whatIsSpentOnTheWayStaysSpent()
{
    const UndoPlan undo = planUndo(recordOf({"50"}, {"100"}), tokenOf({"97"}), utc(evening));
    // Until it is sent, three more are gone.
    const ChangePlan plan = planChange(undo.request, tokenOf({"97"}), tokenOf({"94"}));
    QVERIFY(plan.patch == patchOf({"44"}));
    QVERIFY(plan.moved.isEmpty());
}

QTEST_APPLESS_MAIN(TestUndoPlan)
#include "tst_undoplan.moc"
