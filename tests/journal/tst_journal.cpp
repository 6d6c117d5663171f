// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"

#include <QSet>
#include <QSqlDatabase>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using Kind = JournalProblem::Kind;

namespace {

//! A change with every member that is known before it is sent.
ChangeRecord fullChange()
{
    ChangeRecord record = sampleChange(u"équipe \"数据\" 🙂 ' -- "_s);
    record.reason = u"top-up, as agreed; 'quoted' \"too\""_s;
    record.patch.expiry = *Expiry::fromIso8601(u"2027-03-14T15:09:26.535897Z"_s);
    record.patch.resetPeriod = ResetPeriod::Weekly;
    record.patch.resetAmount = MaybeBalance();
    record.expected = record.patch.appliedTo(record.before);
    return record;
}

ChangeEnd fullEnd(Outcome outcome)
{
    ChangeEnd end;
    end.outcome = outcome;
    end.how = settledhow::Reply;
    end.at = timeAt(1'234);
    end.after = sampleChange().before;
    end.status = 422;
    end.requestId = u"req-7"_s;
    end.error = u"balance too large"_s;
    end.duration = std::chrono::milliseconds(321);
    return end;
}

template <typename T>
std::optional<Kind> kindOf(const Expected<T, JournalProblem> &result)
{
    return result ? std::nullopt : std::optional(result.error().kind);
}

std::optional<Kind> kindOf(const std::optional<JournalProblem> &problem)
{
    return problem ? std::optional(problem->kind) : std::nullopt;
}

} // namespace

static TokenKey aKey()
{
    return fullKey({u"Work"_s, u"https://a"_s, {}});
}

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void aChangeComesBackAsItWasAppended()
    {
        JournalBench bench;
        ChangeRecord record = fullChange();
        record.key = fullKey(record.key);
        record.undoes = bench.add(Outcome::Applied, record.key.token);
        record.readSeq = bench.journal.mark()->seq;
        record.seq = *record.readSeq + 1;
        record.id = 99;
        record.run = u"another"_s;
        record.outcome = Outcome::Applied;

        const auto id = appendTo(bench.journal, record, false);

        QVERIFY(id.hasValue());
        record.id = *id;
        record.run = u"run-1"_s;
        record.outcome = Outcome::Intended;
        QVERIFY(bench.journal.change(*id).value() == record);
        Journal another(bench.path, u"run-2"_s);
        QVERIFY(another.change(*id).value() == record);
        QVERIFY(!another.change(99).value().has_value());
    }

    void whatIsNotThereIsNull()
    {
        JournalBench bench;
        QVERIFY(appendTo(bench.journal, sampleChange(), false).hasValue());
        const RawConnection raw(bench.path);
        for (const auto *column : {"reason", "\"after\"", "settled_at", "settled_how", "status",
                                   "request_id", "error", "duration_ms", "undoes"}) {
            QCOMPARE(raw.value(u"SELECT typeof(%1) FROM changes"_s.arg(QLatin1StringView(column)))
                         .toString(),
                     u"null"_s);
        }
        QCOMPARE(raw.value(u"SELECT created_at FROM changes"_s).toString(),
                 u"2026-11-24T15:04:05.678Z"_s);
        QCOMPARE(raw.value(u"SELECT outcome FROM changes"_s).toString(), u"intended"_s);
        QCOMPARE(raw.value(u"SELECT patch FROM changes"_s).toString(), u"{\"balance\":75}"_s);
    }

    void anEndIsKept_data()
    {
        QTest::addColumn<Outcome>("outcome");
        for (const Outcome outcome :
             {Outcome::Applied, Outcome::AppliedDifferently, Outcome::AppliedUnconfirmed,
              Outcome::NotApplied, Outcome::Rejected, Outcome::Abandoned}) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome;
        }
    }
    void anEndIsKept()
    {
        QFETCH(Outcome, outcome);
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Sent);
        ChangeRecord expected = *bench.journal.change(id).value();
        const ChangeEnd end = fullEnd(outcome);

        QCOMPARE(kindOf(bench.journal.end(id, end)), std::nullopt);

        expected.outcome = outcome;
        expected.settledAt = end.at;
        expected.settledHow = end.how;
        expected.after = end.after;
        expected.status = end.status;
        expected.requestId = end.requestId;
        expected.error = end.error;
        expected.duration = end.duration;
        ++expected.seq;
        QVERIFY(bench.journal.change(id).value() == expected);
    }

    void unknownIsNotSettledAndKeepsWhatWasKnown()
    {
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Sent);
        QVERIFY(!bench.journal.end(id, fullEnd(Outcome::Unknown)));
        QVERIFY(!bench.journal.end(id, {Outcome::Unknown, {}, {}, {}, 0, {}, {}, {}}));

        const auto row = bench.journal.change(id).value();
        QVERIFY(!row->settledAt.isValid());
        QVERIFY(row->settledHow.isEmpty());
        QCOMPARE(row->status, 422);
        QCOMPARE(row->requestId, u"req-7"_s);
        QCOMPARE(row->error, u"balance too large"_s);
        QVERIFY(row->duration == std::chrono::milliseconds(321));
        QVERIFY(row->after == sampleChange().before);

        ChangeEnd end;
        end.outcome = Outcome::NotApplied;
        end.how = settledhow::Read;
        end.at = timeAt(5);
        QVERIFY(!bench.journal.end(id, end));
        const auto settled = bench.journal.change(id).value();
        QCOMPARE(settled->settledAt, timeAt(5));
        QCOMPARE(settled->settledHow, settledhow::Read);
        QCOMPARE(settled->status, 422);
    }

    void onlyAnIntendedChangeOfThisRunIsMarkedSent_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("isPossible");
        for (const Outcome outcome : AllOutcomes) {
            QTest::newRow(qPrintable(outcomeWord(outcome)))
                << outcome << (outcome == Outcome::Intended);
        }
    }
    void onlyAnIntendedChangeOfThisRunIsMarkedSent()
    {
        QFETCH(Outcome, outcome);
        QFETCH(bool, isPossible);
        JournalBench bench;
        const qint64 id = bench.add(outcome);
        Journal another(bench.path, u"run-2"_s);
        QCOMPARE(kindOf(another.markSent(id)), Kind::NoSuchChange);

        const auto expected = isPossible ? std::nullopt : std::optional(Kind::NoSuchChange);
        QCOMPARE(kindOf(bench.journal.markSent(id)), expected);
        QCOMPARE(bench.outcomeOf(id), isPossible ? Outcome::Sent : outcome);
        QCOMPARE(kindOf(bench.journal.markSent(id + 1)), Kind::NoSuchChange);
    }

    void onlyAnUndecidedChangeIsEnded_data()
    {
        QTest::addColumn<Outcome>("outcome");
        for (const Outcome outcome : AllOutcomes) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome;
        }
    }
    void onlyAnUndecidedChangeIsEnded()
    {
        QFETCH(Outcome, outcome);
        JournalBench bench;
        const qint64 id = bench.add(outcome);
        const auto before = bench.journal.change(id).value();
        const auto expected =
            isUndecided(outcome) ? std::nullopt : std::optional(Kind::NoSuchChange);

        QCOMPARE(kindOf(bench.journal.end(id, fullEnd(Outcome::Rejected))), expected);

        if (expected) {
            QVERIFY(bench.journal.change(id).value() == before);
        } else {
            QCOMPARE(bench.outcomeOf(id), Outcome::Rejected);
        }
        QCOMPARE(kindOf(bench.journal.end(id + 1, fullEnd(Outcome::Rejected))), Kind::NoSuchChange);
    }

    void intendedAndSentAreNoEnds()
    {
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Unknown);
        QCOMPARE(kindOf(bench.journal.end(id, fullEnd(Outcome::Intended))), Kind::Failed);
        QCOMPARE(kindOf(bench.journal.end(id, fullEnd(Outcome::Sent))), Kind::Failed);
        QCOMPARE(bench.outcomeOf(id), Outcome::Unknown);
    }

    void aTokenWithAnUndecidedChangeTakesNoOther_data()
    {
        QTest::addColumn<Outcome>("outcome");
        for (const Outcome outcome : AllOutcomes) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome;
        }
    }
    void aTokenWithAnUndecidedChangeTakesNoOther()
    {
        QFETCH(Outcome, outcome);
        JournalBench bench;
        QVERIFY(bench.add(outcome) > 0);
        Journal another(bench.path, u"run-2"_s);
        const auto expected = isUndecided(outcome) ? std::optional(Kind::Undecided) : std::nullopt;

        QCOMPARE(kindOf(appendTo(another, sampleChange(), false)), expected);
        QCOMPARE(another.ids({}).value().size(), expected ? 1 : 2);
        QCOMPARE(kindOf(appendTo(another, sampleChange(), true)), std::nullopt);
    }

    void aTokenIsToldByServiceAndNameWhateverTheAccount_data()
    {
        QTest::addColumn<TokenKey>("key");
        QTest::addColumn<bool>("isSame");
        const TokenKey key = sampleChange().key;
        QTest::newRow("another account") << TokenKey{u"work"_s, key.origin, key.token} << true;
        QTest::newRow("no account") << TokenKey{{}, key.origin, key.token} << true;
        QTest::newRow("another customer")
            << TokenKey{u"work"_s, key.origin, key.token, {}, {}, u"customer"_s} << true;
        QTest::newRow("another path at an origin that is all that is known")
            << TokenKey{key.account, key.origin, key.token, {}, key.origin + "/v3"_L1} << true;
        QTest::newRow("another origin")
            << TokenKey{key.account, u"https://other.example"_s, key.token} << false;
        QTest::newRow("another name") << TokenKey{key.account, key.origin, u"Team"_s} << false;
    }
    void aTokenIsToldByServiceAndNameWhateverTheAccount()
    {
        QFETCH(TokenKey, key);
        QFETCH(bool, isSame);
        JournalBench bench;
        const qint64 other = bench.add(Outcome::Unknown);
        ChangeRecord record = sampleChange();
        record.key = key;
        const auto problem = kindOf(appendTo(bench.journal, record, false));
        QCOMPARE(problem, isSame ? std::optional(Kind::Undecided) : std::nullopt);
        const auto undecided = bench.journal.undecided(fullKey(key)).value();
        QVERIFY(undecided && (undecided->id == other) == isSame);
    }

    void accountsThatAreApartDontBlockEachOther()
    {
        JournalBench bench;
        ChangeRecord theirs = sampleChange();
        theirs.key.customer = u"one"_s;
        QVERIFY(appendTo(bench.journal, theirs, false));
        ChangeRecord record = sampleChange();
        record.key = fullKey({u"Home"_s, record.key.origin, record.key.token});
        Guard guard;
        guard.read = bench.journal.mark().value();
        QCOMPARE(kindOf(bench.journal.append(record, guard)), Kind::Undecided);
        // A row of that account that was made for another customer, or nobody knows for whom,
        // counts.
        guard.apart = {u"Work/two"_s, u"Work/"_s, u"Home/one"_s};
        QCOMPARE(kindOf(bench.journal.append(record, guard)), Kind::Undecided);
        guard.apart = {u"Work/one"_s};
        QCOMPARE(kindOf(bench.journal.append(record, guard)), std::nullopt);
        QVERIFY(!bench.journal.undecided(record.key, {u"Work/one"_s, u"Home/"_s}).value());
    }

    void sendingAnywayClosesNoChangeOfAnotherAccount()
    {
        JournalBench bench;
        const qint64 theirs = bench.add(Outcome::Unknown);
        ChangeRecord record = sampleChange();
        record.key.account = u"Home"_s;
        QCOMPARE(kindOf(appendTo(bench.journal, record, true)), std::nullopt);
        QCOMPARE(bench.outcomeOf(theirs), Outcome::Unknown);
    }

    void eachWriteTakesTheNextNumber()
    {
        JournalBench bench;
        const qint64 start = bench.journal.mark()->seq;
        const qint64 id = bench.add(Outcome::Applied); // written three times
        QCOMPARE(bench.journal.mark()->seq, start + 3);
        QCOMPARE(bench.journal.change(id).value()->seq, start + 3);
        QCOMPARE(bench.journal.change(id).value()->readSeq, start);
    }

    //! What is written between the mark and the append, and whether the append then is refused.
    void whatWasWrittenSinceTheReadSendsTheSubmitBack_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("isStale");
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("a change that began and ended") << u"applied"_s << true;
        QTest::newRow("one that was rejected") << u"rejected"_s << true;
        QTest::newRow("the end of an earlier one") << u"end"_s << true;
        QTest::newRow("one of another account") << u"account"_s << true;
        QTest::newRow("one of another token") << u"token"_s << false;
        QTest::newRow("balances") << u"balances"_s << false;
    }
    void whatWasWrittenSinceTheReadSendsTheSubmitBack()
    {
        QFETCH(QString, what);
        QFETCH(bool, isStale);
        JournalBench bench;
        Journal other(bench.path, u"run-2"_s);
        const qint64 earlier = *appendTo(other, sampleChange(), false);
        QVERIFY(!other.markSent(earlier));
        const ChangeEnd applied{Outcome::Applied, settledhow::Reply, timeAt(0), {}, 0, {}, {}, {}};
        if (what != "end"_L1) {
            QVERIFY(!other.end(earlier, applied));
        }
        Guard guard;
        guard.read = bench.journal.mark().value();
        if (what == "end"_L1) {
            QVERIFY(!other.end(earlier, applied));
        } else if (what == "balances"_L1) {
            QVERIFY(!other.rememberBalances(fullKey(sampleChange().key), {sampleChange().before},
                                            timeAt(0)));
        } else if (!what.isEmpty()) {
            ChangeRecord record = sampleChange(what == "token"_L1 ? u"other"_s : u"team"_s);
            record.key.account = what == "account"_L1 ? u"Home"_s : record.key.account;
            const qint64 id = *appendTo(other, record, false);
            QVERIFY(!other.markSent(id));
            ChangeEnd end = applied;
            end.outcome = what == "rejected"_L1 ? Outcome::Rejected : Outcome::Applied;
            QVERIFY(!other.end(id, end));
        }
        ChangeRecord record = sampleChange();
        record.key = fullKey(record.key);
        const auto rows = bench.journal.ids({})->size();
        QCOMPARE(kindOf(bench.journal.append(record, guard)),
                 isStale ? std::optional(Kind::Stale) : std::nullopt);
        QCOMPARE(bench.journal.ids({})->size(), rows + (isStale ? 0 : 1));
    }

    void aMarkOfAnotherFileOrOfNoneIsStale_data()
    {
        QTest::addColumn<JournalMark>("mark");
        QTest::newRow("none") << JournalMark();
        QTest::newRow("another file's") << JournalMark{u"another"_s, 0};
        QTest::newRow("of what an older copy of the file has not") << JournalMark{{}, 1'000};
    }
    void aMarkOfAnotherFileOrOfNoneIsStale()
    {
        QFETCH(JournalMark, mark);
        JournalBench bench;
        ChangeRecord record = sampleChange();
        record.key = fullKey(record.key);
        Guard guard;
        guard.read = mark;
        const JournalMark now = bench.journal.mark().value();
        guard.read.file = now.file;
        guard.read.row = now.row;
        if (mark.seq > 0) {
            guard.read.journal = now.journal;
        }
        QCOMPARE(kindOf(bench.journal.append(record, guard)), Kind::Stale);
    }

#ifndef Q_OS_WIN // where a file that is open stays where it is
    void aMarkIsStaleOnceAnOlderCopyOfTheFileWasPutBack()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);
        const QString copy = bench.folder.filePath(u"copy.sqlite"_s);
        RawConnection(bench.path).rows(u"VACUUM INTO '%1'"_s.arg(copy));
        Guard guard;
        guard.read = bench.journal.mark().value();
        {
            Journal other(bench.path, u"run-2"_s);
            const qint64 id = *appendTo(other, sampleChange(), false);
            QVERIFY(!other.markSent(id) && !other.end(id, fullEnd(Outcome::Applied)));
        }
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(bench.path + suffix);
        }
        QVERIFY(QFile::rename(copy, bench.path));
        ChangeRecord record = sampleChange();
        record.key = fullKey(record.key);
        QCOMPARE(kindOf(bench.journal.append(record, guard)), Kind::Stale);
    }
#endif

    void aMarkIsStaleOnceItsNumberWasGivenASecondTime()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);
        Guard guard;
        guard.read = bench.journal.mark().value();
        RawConnection(bench.path).rows(u"DELETE FROM changes"_s);
        QVERIFY(bench.add(Outcome::Applied, u"other"_s) > 0);
        QCOMPARE(bench.journal.mark()->seq, guard.read.seq);
        ChangeRecord record = sampleChange();
        record.key = fullKey(record.key);
        QCOMPARE(kindOf(bench.journal.append(record, guard)), Kind::Stale);
    }

    void anUndoOfAnotherTokenServiceOrCustomerIsRefused_data()
    {
        QTest::addColumn<TokenKey>("key");
        QTest::addColumn<QStringList>("customers");
        QTest::addColumn<bool>("isRefused");
        const TokenKey key = fullKey(sampleChange().key);
        const auto row = [&](const char *name, const auto &change, const QStringList &customers,
                             bool isRefused) {
            TokenKey other = key;
            change(other);
            QTest::newRow(name) << other << customers << isRefused;
        };
        row(
            "a key that names nobody", [](TokenKey &) {}, {u"one"_s}, true);
        row(
            "such a key, who is the same by the user's word", [](TokenKey &) {}, {u"one"_s, u"?"_s},
            false);
        row(
            "the same customer", [](TokenKey &k) { k.customer = u"one"_s; }, {}, false);
        row(
            "another customer", [](TokenKey &k) { k.customer = u"two"_s; }, {}, true);
        row(
            "another one, who is the same by the user's word",
            [](TokenKey &k) { k.customer = u"two"_s; }, {u"one"_s, u"two"_s}, false);
        row(
            "another one, of whom nothing was said", [](TokenKey &k) { k.customer = u"two"_s; },
            {u"two"_s}, true);
        row(
            "another name", [](TokenKey &k) { k.token = u"other"_s; }, {}, true);
        row(
            "another path", [](TokenKey &k) { k.serviceUrl += "/v3"_L1; }, {}, true);
    }
    void anUndoOfAnotherTokenServiceOrCustomerIsRefused()
    {
        QFETCH(TokenKey, key);
        QFETCH(QStringList, customers);
        QFETCH(bool, isRefused);
        JournalBench bench;
        ChangeRecord first = sampleChange();
        first.key.customer = u"one"_s;
        const qint64 id = *appendTo(bench.journal, first, false);
        QVERIFY(!bench.journal.markSent(id));
        QVERIFY(!bench.journal.end(id, fullEnd(Outcome::Applied)));
        ChangeRecord undo = sampleChange();
        undo.key = key;
        undo.undoes = id;
        Guard guard;
        guard.read = bench.journal.mark().value();
        guard.customers = customers;
        QCOMPARE(kindOf(bench.journal.append(undo, guard)),
                 isRefused ? std::optional(Kind::OtherCustomer) : std::nullopt);
    }

    //! Whose it is was not known when it was written.
    void anUndoOfAnUnnamedCustomersIsRefusedOnceThereWasAnother_data()
    {
        QTest::addColumn<QStringList>("customers");
        QTest::addColumn<QStringList>("former");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("said to be the same")
            << QStringList{u"?"_s, u"two"_s} << QStringList() << false;
        QTest::newRow("another one") << QStringList{u"two"_s} << QStringList() << true;
        QTest::newRow("replaced") << QStringList{u"two"_s} << QStringList{u"?"_s} << true;
        QTest::newRow("the same, but another one before")
            << QStringList{u"?"_s, u"two"_s} << QStringList{u"?"_s} << true;
    }
    void anUndoOfAnUnnamedCustomersIsRefusedOnceThereWasAnother()
    {
        QFETCH(QStringList, customers);
        QFETCH(QStringList, former);
        QFETCH(bool, isRefused);
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Applied);
        ChangeRecord undo = sampleChange();
        undo.key = fullKey(undo.key);
        undo.key.customer = u"two"_s;
        undo.undoes = id;
        Guard guard;
        guard.read = bench.journal.mark().value();
        guard.customers = customers;
        guard.formerCustomers = former;
        QCOMPARE(kindOf(bench.journal.append(undo, guard)),
                 isRefused ? std::optional(Kind::OtherCustomer) : std::nullopt);
    }

    //! As a row of version 1 has it whose account was not known any more.
    void aChangeThatIsKnownByItsOriginAloneBlocksEachUrlOfIt()
    {
        JournalBench bench;
        ChangeRecord old = sampleChange();
        old.key.accountId = u"old"_s;
        old.key.serviceUrl = old.key.origin;
        QVERIFY(appendTo(bench.journal, old, false).hasValue());
        ChangeRecord fresh = sampleChange();
        fresh.key.accountId = u"new"_s;
        fresh.key.serviceUrl = fresh.key.origin + u"/v2"_s;
        QCOMPARE(kindOf(appendTo(bench.journal, fresh, false)), Kind::Undecided);
        QVERIFY(bench.journal.undecided(fresh.key, {}).value().has_value());
        fresh.key.origin = u"https://elsewhere.example.org"_s;
        for (const auto &path : {u"/v2"_s, u"/v3"_s}) { // two that are known are two services
            fresh.key.serviceUrl = fresh.key.origin + path;
            QVERIFY(appendTo(bench.journal, fresh, false).hasValue());
        }
    }

    void anOldRowGetsItsAccountOnceThatIsKnown()
    {
        JournalBench bench;
        qint64 id = 0;
        {
            Journal before(bench.path, u"run-0"_s);
            ChangeRecord old = sampleChange();
            old.key.accountId = u"old"_s;
            old.key.serviceUrl = old.key.origin;
            id = appendTo(before, old, false).value();
            QVERIFY(!before.markSent(id));
        }
        RawConnection(bench.path).rows(u"UPDATE changes SET read_seq = NULL, seq = seq + 1"_s);
        Migrating known;
        known.ownerOf = [](const QString &, const QString &origin) {
            return RowOwner{u"new"_s, origin + u"/v2"_s, {}};
        };
        Journal now(bench.path, u"run-1"_s, Journal::Mode::Write, known);
        const auto recovery = now.recover([](const QString &) { return true; }, timeAt(0));
        QVERIFY(recovery.hasValue());
        QCOMPARE(recovery->undecided.size(), 1);
        const TokenKey key = now.change(id).value()->key;
        QCOMPARE(key.accountId, u"new"_s);
        QCOMPARE(key.serviceUrl, key.origin + u"/v2"_s);
    }

    void aTriggerOfAnybodysIsTakenForAnything_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("another token's block") << u"CREATE TRIGGER t AFTER INSERT ON changes BEGIN "
                                                  u"UPDATE changes SET token_id = 'zz', "
                                                  "seq = seq + 1 WHERE id = NEW.id; END"_s;
        QTest::newRow("what is undone")
            << u"CREATE TRIGGER t AFTER UPDATE ON changes WHEN NEW.outcome = 'applied' BEGIN "
               u"UPDATE "
               "changes SET undoes = NULL, seq = seq + 1 WHERE id = NEW.id; END"_s;
        QTest::newRow("of balances") << u"CREATE TRIGGER t AFTER INSERT ON balances BEGIN UPDATE "
                                        "changes SET before = '{}', seq = seq + 1; END"_s;
        QTest::newRow("ours by name alone")
            << u"DROP TRIGGER changes_take_numbers; CREATE TRIGGER changes_take_numbers BEFORE "
               "UPDATE ON changes BEGIN SELECT 1; END"_s;
        QTest::newRow("a view") << u"CREATE VIEW others AS SELECT * FROM changes"_s;
    }
    void aTriggerOfAnybodysIsTakenForAnything()
    {
        QFETCH(QString, statement);
        JournalBench bench;
        QVERIFY(!bench.journal.open());
        QVERIFY(appendTo(bench.journal, sampleChange(u"before"_s), false).hasValue());
        makeFile(bench.path,
                 statement.split(u"; CREATE"_s).size() == 2
                     ? QStringList{statement.section(u"; "_s, 0, 0), statement.section(u"; "_s, 1)}
                     : QStringList{statement});
        QCOMPARE(kindOf(appendTo(bench.journal, sampleChange(), false)), Kind::Failed);
        QCOMPARE(bench.journal.ids({})->size(), 1);
    }

    void aWriteThatIsSwallowedOrTurnedIntoAnotherIsNoWrite_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::newRow("no row is inserted")
            << u"BEFORE INSERT ON changes BEGIN SELECT RAISE(IGNORE); END"_s;
        QTest::newRow("the row is removed")
            << u"AFTER INSERT ON changes BEGIN DELETE FROM changes WHERE id = NEW.id; END"_s;
        QTest::newRow("another token's")
            << u"AFTER INSERT ON changes BEGIN UPDATE changes SET token = 'other', seq = seq + 1 "
               "WHERE id = NEW.id; END"_s;
        QTest::newRow("another patch")
            << u"AFTER INSERT ON changes BEGIN UPDATE changes SET patch = '{}', seq = seq + 1 "
               "WHERE id = NEW.id; END"_s;
        QTest::newRow("decided at once")
            << u"AFTER INSERT ON changes BEGIN UPDATE changes SET outcome = 'rejected', "
               "seq = seq + 1 WHERE id = NEW.id; END"_s;
    }
    void aWriteThatIsSwallowedOrTurnedIntoAnotherIsNoWrite()
    {
        QFETCH(QString, trigger);
        JournalBench bench;
        QVERIFY(!bench.journal.open());
        makeFile(bench.path, {"CREATE TRIGGER t "_L1 + trigger});
        const auto id = appendTo(bench.journal, sampleChange(), false);
        QVERIFY(!id);
        QVERIFY(bench.journal.ids({})->isEmpty());
    }

    void anUpdateThatIsSwallowedIsNoWrite_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::newRow("ignored") << u"BEFORE UPDATE ON changes BEGIN SELECT RAISE(IGNORE); END"_s;
        QTest::newRow("turned back")
            << u"AFTER UPDATE OF outcome ON changes WHEN NEW.outcome = 'sent' BEGIN UPDATE changes "
               "SET outcome = 'intended', seq = seq + 1 WHERE id = NEW.id; END"_s;
    }
    void anUpdateThatIsSwallowedIsNoWrite()
    {
        QFETCH(QString, trigger);
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Intended);
        makeFile(bench.path, {"CREATE TRIGGER t "_L1 + trigger});
        QVERIFY(bench.journal.markSent(id).has_value());
        QCOMPARE(bench.outcomeOf(id), Outcome::Intended);
    }

    void anUndoOfNothingIsRefused()
    {
        JournalBench bench;
        ChangeRecord record = sampleChange();
        record.undoes = 7;
        QCOMPARE(kindOf(appendTo(bench.journal, record, false)), Kind::NoSuchChange);
        QVERIFY(bench.journal.ids({}).value().isEmpty());
    }

    void anIdIsNeverUsedAgain()
    {
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Applied);
        RawConnection(bench.path).rows(u"DELETE FROM changes"_s);
        QCOMPARE(bench.add(Outcome::Applied), id + 1);
    }

    void recoveryTakesOverWhatGoneRunsLeft()
    {
        JournalBench bench;
        Journal living(bench.path, u"living"_s);
        const qint64 livingId = *appendTo(living, sampleChange(u"other"_s), true);
        QList<qint64> ids;
        for (const Outcome outcome : AllOutcomes) {
            // A token each: another change of the same one would close the unknown one.
            ids.append(bench.add(outcome, outcomeWord(outcome)));
        }
        Journal next(bench.path, u"next"_s);
        const qint64 ownId = *appendTo(next, sampleChange(u"own"_s), true);
        QSet<QString> asked;

        const auto recovery = next.recover(
            [&](const QString &run) {
                asked.insert(run);
                return run != "living"_L1;
            },
            timeAt(9));

        QVERIFY(recovery.hasValue());
        QCOMPARE(asked, QSet<QString>({u"run-1"_s, u"living"_s}));
        QCOMPARE(recovery->abandoned.size(), 1);
        QCOMPARE(recovery->undecided.size(), 2);
        const auto rowOf = [&](Outcome outcome) {
            return next.change(ids.at(static_cast<int>(outcome))).value().value();
        };
        const ChangeRecord abandoned = rowOf(Outcome::Intended);
        QVERIFY(recovery->abandoned == QList{abandoned});
        QCOMPARE(abandoned.outcome, Outcome::Abandoned);
        QCOMPARE(abandoned.settledAt, timeAt(9));
        QCOMPARE(abandoned.settledHow, settledhow::Recovered);
        QCOMPARE(abandoned.run, u"run-1"_s);
        QVERIFY((recovery->undecided == QList{rowOf(Outcome::Sent), rowOf(Outcome::Unknown)}));
        for (const ChangeRecord &record : recovery->undecided) {
            QCOMPARE(record.outcome, Outcome::Unknown);
            QCOMPARE(record.run, u"next"_s);
            QVERIFY(!record.settledAt.isValid());
        }
        QCOMPARE(rowOf(Outcome::Applied).outcome, Outcome::Applied);
        QCOMPARE(rowOf(Outcome::Rejected).run, u"run-1"_s);
        QCOMPARE(bench.outcomeOf(livingId), Outcome::Intended);
        QCOMPARE(bench.outcomeOf(ownId), Outcome::Intended);

        const auto again = next.recover([](const QString &) { return true; }, timeAt(10));
        QCOMPARE(again->undecided.size(), 0);
        QCOMPARE(again->abandoned.size(), 1); // the living run's, said to be gone now
    }

    void balancesAreKeptOnceAsLongAsTheyAreTheSame()
    {
        JournalBench bench;
        const auto remember = [&](std::optional<MaybeBalance> balance, qint64 at) {
            Token token = sampleChange().before;
            token.balance = balance;
            QVERIFY(!bench.journal.rememberBalances(aKey(), {token}, timeAt(at)));
        };
        const Balance fifty = *Balance::fromText(u"50");
        const Balance precise = *Balance::fromText(u"99999.999999999");
        remember(fifty, 0);
        remember(fifty, 1);
        remember(std::nullopt, 2);
        remember(MaybeBalance(), 3);
        remember(MaybeBalance(), 4);
        remember(precise, 5);
        remember(precise, 6);
        remember(fifty, 7);

        const RawConnection raw(bench.path);
        QCOMPARE(raw.column(u"SELECT COALESCE(balance, 'none') FROM balances ORDER BY seen_at"_s),
                 QVariantList({50.0, u"none"_s, precise.toDouble(), 50.0}));
        QCOMPARE(raw.value(u"SELECT seen_at FROM balances ORDER BY seen_at"_s).toString(),
                 u"2026-11-24T15:04:05.678Z"_s);
        QCOMPARE(raw.rows(u"SELECT DISTINCT account, origin, token FROM balances"_s),
                 QList<QVariantList>({{u"Work"_s, u"https://a"_s, u"team"_s}}));
    }

    void aSecretLeavesNoTraceInTheFile()
    {
        JournalBench bench;
        const QString secret = u"sk-live-0123456789"_s;
        ChangeRecord record = sampleChange();
        for (Token *token : {&record.before, &record.expected}) {
            token->otherFields = {{u"token"_s, secret}};
        }
        const auto id = appendTo(bench.journal, record, false);
        QVERIFY(!bench.journal.markSent(*id));
        ChangeEnd end = fullEnd(Outcome::Applied);
        end.after = record.before;
        QVERIFY(!bench.journal.end(*id, end));
        QVERIFY(!bench.journal.rememberBalances(aKey(), {record.before}, timeAt(0)));

        const QStringList files = filesBeside(bench.path);
        QVERIFY(files.contains("journal.sqlite-wal"_L1));
        for (const QString &name : files) {
            const QByteArray content = contentOf(QFileInfo(bench.path).path() + u'/' + name);
            QVERIFY(!content.contains(secret.toUtf8()));
            QVERIFY(name.endsWith("-shm"_L1) || content.contains("SQLite format")
                    || content.contains("https://api.edenai.run"));
        }
    }

    void noConnectionIsLeftBehind()
    {
        {
            JournalBench bench;
            Journal another(bench.path, u"run-2"_s);
            QVERIFY(bench.add(Outcome::Applied) > 0);
            QVERIFY(!another.open());
            QCOMPARE(QSqlDatabase::connectionNames().size(), 2);
        }
        QCOMPARE(QSqlDatabase::connectionNames().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
