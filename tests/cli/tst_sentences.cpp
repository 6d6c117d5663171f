// SPDX-License-Identifier: GPL-3.0-or-later
// Each face speaks of its own: a shell has no form that keeps an edit and no button to press, and
// the window no command to run. Tried with everything that can be said.
#include "cli/sentences.h"
#include "editing/remedy.h"
#include "support/tokens.h"
#include "wording/wording.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

struct Named {
    QString name;
    Failure failure;
};

QList<Named> allFailures()
{
    QList<Named> all{{u"signed out"_s, SignedOut{}}, {u"other customer"_s, OtherCustomer{}}};
    for (int kind = 0; kind <= int(KeychainProblem::Unusable); ++kind) {
        all.append({u"keychain %1"_s.arg(kind), KeychainProblem(kind)});
    }
    for (int kind = 0; kind <= int(ApiErrorKind::ReplyTooLarge); ++kind) {
        for (const Effect effect : {Effect::None, Effect::Rejected, Effect::Unknown}) {
            ApiError error;
            error.kind = ApiErrorKind(kind);
            error.effect = effect;
            error.status = kind >= int(ApiErrorKind::Redirected) ? 400 : 0;
            all.append({u"service %1, effect %2"_s.arg(kind).arg(int(effect)), error});
        }
    }
    for (int kind = 0; kind <= int(JournalProblem::Kind::Failed); ++kind) {
        all.append(
            {u"journal %1"_s.arg(kind), JournalProblem{JournalProblem::Kind(kind), u"detail"_s}});
    }
    return all;
}

Change changeWith(Outcome outcome, const std::optional<Failure> &failure)
{
    Change change;
    change.record.id = 7;
    change.record.outcome = outcome;
    change.record.key.token = u"alpha"_s;
    change.record.before = tokenOf({"87.45"});
    change.record.patch = patchOf({"99.5"});
    change.record.expected = change.record.patch.appliedTo(change.record.before);
    change.failure = failure;
    return change;
}

Stop stopWith(Stop::Reason reason, const std::optional<Failure> &failure)
{
    Stop stop;
    stop.reason = reason;
    stop.token = u"alpha"_s;
    stop.failure = failure;
    stop.shown = tokenOf({"87.45"});
    stop.now = tokenOf({"80"});
    stop.outlook.plan.amountProblem = AmountProblem::NoBalance;
    return stop;
}

Reader reader()
{
    return {QLocale::c(), QTimeZone::utc(), QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC)};
}

//! What only the window has.
QString windowWord(const QString &sentence)
{
    for (const QString &word :
         {u"your edit"_s, u"Your edit"_s, u"ubmit"_s, u"the form"_s, u"button"_s, u"this window"_s,
          u"menu"_s, u"click"_s, u"Sign in\u2026"_s, u"Check now"_s}) {
        if (sentence.contains(word)) {
            return word;
        }
    }
    return {};
}

//! What only a shell has.
QString shellWord(const QString &sentence)
{
    for (const QString &word :
         {u"purser-cli"_s, u" --"_s, u"the command again"_s, u"exit code"_s}) {
        if (sentence.contains(word)) {
            return word;
        }
    }
    return {};
}

} // namespace

class TestSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofFailures()
    {
        const auto failures = allFailures();
        for (const auto &[name, failure] : failures) {
            check(name + u" of a read"_s, cli::readFailedSentence(u"alpha"_s, failure),
                  wording::readFailed(u"alpha"_s, failure).text());
            check(name + u" of a list"_s, cli::listFailedSentence(failure),
                  wording::listFailed(failure).text());
            if (const auto *problem = std::get_if<KeychainProblem>(&failure)) {
                check(name, cli::keychainSentence(*problem), wording::keychain(*problem).text());
            }
            if (const auto *problem = std::get_if<JournalProblem>(&failure)) {
                for (const Step step : {Step::Change, Step::Undo, Step::Settle, Step::History}) {
                    check(name + u" for step %1"_s.arg(int(step)),
                          cli::journalSentence(*problem, step),
                          wording::journal(*problem, step).text());
                }
            }
        }
    }

    void ofStops()
    {
        const auto failures = allFailures();
        for (const auto &[name, failure] : failures) {
            const Stop stop = stopWith(Stop::Reason::Failed, failure);
            check(name + u" stops"_s, cli::stopSentence(stop, Step::Change),
                  wording::stopped(stop, reader()).text());
        }
        for (int reason = 0; reason <= int(Stop::Reason::Busy); ++reason) {
            if (Stop::Reason(reason) != Stop::Reason::Failed) {
                const Stop stop = stopWith(Stop::Reason(reason), std::nullopt);
                check(u"stop %1"_s.arg(reason), cli::stopSentence(stop, Step::Change),
                      wording::stopped(stop, reader()).text());
            }
        }
    }

    void ofChanges()
    {
        const auto failures = allFailures();
        for (const Outcome outcome : AllOutcomes) {
            for (const auto &[name, failure] : failures) {
                const Change change = changeWith(outcome, failure);
                check(outcomeWord(outcome) + u", "_s + name, cli::changeSentence(change),
                      wording::change(change, reader()).text());
            }
        }
    }

private:
    static void check(const QString &what, const QString &shell, const QString &window)
    {
        if (QTest::currentTestFailed()) {
            return; // one tells enough
        }
        QVERIFY2(!shell.isEmpty() && !window.isEmpty(), qPrintable(what));
        QVERIFY2(windowWord(shell).isEmpty(), qPrintable(what + u": "_s + shell));
        QVERIFY2(shellWord(window).isEmpty(), qPrintable(what + u": "_s + window));
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
