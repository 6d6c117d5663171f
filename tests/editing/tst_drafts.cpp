// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of an edit, and what is known of its submit: without a form.
#include "editing/drafts.h"

#include "support/fakeclock.h"
#include "support/workplace.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

ChangeRequest adding(const QString &amount)
{
    ChangeRequest request;
    request.balance = BalanceEdit{BalanceMode::Add, *Balance::fromText(amount)};
    return request;
}

//! A run after another: the second finds what the first has left.
struct Bench {
    FakeClock clock;
    Workplace place{clock, ServiceUrl::standard()};
    std::unique_ptr<Run> run = std::make_unique<Run>(place.folder.filePath(u"runs"_s));
    std::unique_ptr<DraftStore> store = makeStore();
    std::unique_ptr<Drafts> drafts = std::make_unique<Drafts>(*store, place.accounts, place.log);

    [[nodiscard]] std::unique_ptr<DraftStore> makeStore() const
    {
        return std::make_unique<DraftStore>(place.folder.filePath(u"drafts"_s), *run);
    }
    void restart()
    {
        drafts.reset();
        store.reset();
        run = std::make_unique<Run>(place.folder.filePath(u"runs"_s));
        store = makeStore();
        drafts = std::make_unique<Drafts>(*store, place.accounts, place.log);
        drafts->claim();
    }
    [[nodiscard]] Drafts::Form form(const QString &amount, const QString &customer = {}) const
    {
        Drafts::Form form;
        form.key = keyOf(place.account, u"alpha"_s);
        form.key.customer = customer;
        form.shown.name = u"alpha"_s;
        form.edit.balance.mode = BalanceMode::Add;
        form.edit.balance.text = amount;
        form.request = adding(amount);
        return form;
    }
    [[nodiscard]] std::optional<Drafts::Left> left() const
    {
        return drafts->leftOf(keyOf(place.account, u"alpha"_s), place.account);
    }
    DraftFate fate(const Drafts::Left &left) const
    {
        std::optional<DraftFate> found;
        drafts->findOut(left, drafts.get(), [&found](const DraftFate &fate) { found = fate; });
        if (!QTest::qWaitFor([&found] { return found.has_value(); })) {
            qFatal("nothing was found out");
        }
        return *found;
    }
    [[nodiscard]] int files() const
    {
        return static_cast<int>(
            QDir(place.folder.filePath(u"drafts"_s)).entryList(QDir::Files).size());
    }
};

Change endedAs(Outcome outcome, const QString &submit, QLatin1StringView how = settledhow::Reply)
{
    Change change;
    change.record.outcome = outcome;
    change.record.submit = submit;
    change.record.settledHow = how;
    return change;
}

} // namespace

class TestDrafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditSurvivesItsRun()
    {
        Bench bench;
        bench.drafts->begin();
        bench.drafts->keep(bench.form(u"20"_s));
        bench.restart();
        const auto left = bench.left();
        QVERIFY(left && left->edit);
        QCOMPARE(left->edit->balance.text, u"20"_s);
        QCOMPARE(left->shown->name, u"alpha"_s);
        QCOMPARE(bench.fate(*left).kind, DraftFate::Kind::NeverSubmitted);
        bench.drafts->drop(*left);
        QVERIFY(!bench.left());
        bench.restart();
        QVERIFY(bench.drafts->left().isEmpty());
    }

    void nothingIsKeptOfAFormThatIsNotEdited()
    {
        Bench bench;
        bench.drafts->keep(bench.form(u"20"_s));
        bench.drafts->forget();
        bench.restart();
        QVERIFY(bench.drafts->left().isEmpty());
    }

    void anotherCustomersEditIsNotOffered()
    {
        Bench bench;
        bench.drafts->keep(bench.form(u"20"_s, u"somebody"_s));
        bench.restart();
        QVERIFY(!bench.left());
        QVERIFY(bench.drafts->hasLeft(keyOf(bench.place.account, u"alpha"_s)));
    }

    void aSubmitIsNamedBeforeAnythingLeaves()
    {
        Bench bench;
        bench.drafts->begin();
        const auto name = bench.drafts->submit(bench.form(u"20"_s), false);
        QVERIFY(name && !name->isEmpty());
        bench.restart();
        QCOMPARE(bench.left()->submit.name, *name);
    }

    void whatWasEditedSinceItsSubmitIsNotThatSubmit()
    {
        Bench bench;
        const auto name = bench.drafts->submit(bench.form(u"20"_s), false);
        bench.drafts->keep(bench.form(u"30"_s));
        bench.restart();
        QVERIFY(bench.left()->submit.name.isEmpty());
    }

    void aPartThatIsAsItWasSubmittedIsNamed()
    {
        Bench bench;
        const auto name = bench.drafts->submit(bench.form(u"20"_s), false);
        Drafts::Form more = bench.form(u"20"_s);
        more.request.activeBalance = true;
        bench.drafts->keep(more);
        bench.restart();
        QCOMPARE(bench.left()->submit.name, *name);
        QCOMPARE(bench.left()->submit.fields, QList<Field>{Field::Balance});
    }

    void whatMayHaveBeenSentIsKnownUntilItIsKnownBetter_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("byHand");
        QTest::addColumn<bool>("mayBeSent");
        QTest::newRow("applied") << Outcome::Applied << false << false;
        QTest::newRow("rejected") << Outcome::Rejected << false << false;
        QTest::newRow("not applied") << Outcome::NotApplied << false << false;
        QTest::newRow("abandoned by the user") << Outcome::Abandoned << true << true;
        QTest::newRow("abandoned before it left") << Outcome::Abandoned << false << false;
    }
    void whatMayHaveBeenSentIsKnownUntilItIsKnownBetter()
    {
        QFETCH(Outcome, outcome);
        QFETCH(bool, byHand);
        QFETCH(bool, mayBeSent);
        Bench bench;
        const auto form = bench.form(u"20"_s);
        const auto name = bench.drafts->submit(form, false);
        QVERIFY(!bench.drafts->mayBeSent(form.request));
        QVERIFY(!bench.drafts->ended(endedAs(outcome, u"another"_s)));
        QVERIFY(bench.drafts->ended(
            endedAs(outcome, *name, byHand ? settledhow::User : settledhow::NotSent)));
        QCOMPARE(bench.drafts->mayBeSent(form.request), mayBeSent);
        bench.drafts->stopped(); // a later submit of it, of which nothing came
        QCOMPARE(bench.drafts->mayBeSent(form.request), mayBeSent);
        bench.drafts->begin();
        QVERIFY(!bench.drafts->mayBeSent(form.request));
    }

    void besideAnUndecidedOneItMayBeSentTwice()
    {
        Bench bench;
        const auto form = bench.form(u"20"_s);
        QVERIFY(bench.drafts->submit(form, true));
        QVERIFY(bench.drafts->mayBeSent(form.request));
    }

    void whatIsPutBackReplacesWhatWasLeft()
    {
        Bench bench;
        bench.drafts->keep(bench.form(u"20"_s));
        bench.restart();
        const auto left = *bench.left();
        bench.drafts->begin();
        bench.drafts->replace(left, bench.fate(left), bench.form(u"20"_s), true);
        QTRY_COMPARE(bench.files(), 1); // the new one
        QVERIFY(bench.drafts->left().isEmpty());
        bench.restart();
        QCOMPARE(bench.left()->edit->balance.text, u"20"_s);
    }

    void whereNothingIsLeftToSendNothingIsKept()
    {
        Bench bench;
        bench.drafts->keep(bench.form(u"20"_s));
        bench.restart();
        const auto left = *bench.left();
        bench.drafts->replace(left, bench.fate(left), bench.form(u"20"_s), false);
        QTRY_COMPARE(bench.files(), 0);
    }

    void nothingIsSubmittedWhileAnOlderFormOfItStays()
    {
        Bench bench;
        bench.drafts->keep(bench.form(u"20"_s));
        QTRY_COMPARE(bench.files(), 1);
        // A folder in its file's place, which can't be taken away.
        QDir folder(bench.place.folder.filePath(u"drafts"_s));
        const QString path = folder.filePath(folder.entryList(QDir::Files).constFirst());
        QVERIFY(QFile::remove(path));
        QVERIFY(QDir().mkpath(path + u"/in-the-way"_s));
        QVERIFY(!bench.drafts->submit(bench.form(u"30"_s), false));
        bench.place.log.turnOff(); // who goes on without a journal knows of the danger
        QVERIFY(bench.drafts->submit(bench.form(u"30"_s), false));
    }

    void aRowThatIsWrittenIsNoted()
    {
        Bench bench;
        const auto form = bench.form(u"20"_s);
        ChangeRecord record;
        record.submit = *bench.drafts->submit(form, false);
        bench.drafts->written(record, form);
        bench.restart();
        QVERIFY(bench.left()->submit.written);
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
