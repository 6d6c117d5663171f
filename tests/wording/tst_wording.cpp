// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translations.h"
#include "wording/wording.h"
#include "wording/zonenames.h"

#include "support/tokens.h"

#include <QTest>

using namespace purser;
using namespace purser::test;

namespace {

Change changeWith(Outcome outcome, const std::optional<Failure> &failure = {})
{
    Change change;
    ChangeRecord &record = change.record;
    record.outcome = outcome;
    record.key.token = u"alpha"_s;
    record.before = tokenOf({"87.45"});
    record.patch = patchOf({"99.5"});
    record.expected = record.patch.appliedTo(record.before);
    change.failure = failure;
    if (!failure) {
        record.after = record.before;
    }
    return change;
}

QString textOf(const Change &change)
{
    return wording::change(change,
                           {QLocale::c(), QTimeZone::utc(), QDateTime::currentDateTimeUtc()})
        .text();
}

} // namespace

class TestWording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(*QCoreApplication::instance()); }

    void distances_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(0) << u"in less than a minute"_s;
        QTest::newRow("just past") << qint64(-10) << u"less than a minute ago"_s;
        QTest::newRow("one minute") << qint64(60) << u"in 1 minute"_s;
        QTest::newRow("minutes") << qint64(59 * 60) << u"in 59 minutes"_s;
        QTest::newRow("one hour ago") << qint64(-3600) << u"1 hour ago"_s;
        QTest::newRow("hours") << qint64(47 * 3600) << u"in 47 hours"_s;
        QTest::newRow("days") << qint64(3 * 86400) << u"in 3 days"_s;
        QTest::newRow("years") << qint64(4 * 366) * 86400 << u"in 4 years"_s;
    }
    void distances()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        const QDateTime now(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(wording::distance(now.addSecs(seconds), now), text);
    }

    void everyErrorKindHasItsOwnSentence()
    {
        QStringList sentences;
        for (int kind = 0; kind <= int(ApiErrorKind::ReplyTooLarge); ++kind) {
            ApiError error;
            error.kind = ApiErrorKind(kind);
            error.status = kind >= int(ApiErrorKind::Redirected) ? 400 : 0;
            const QString sentence = wording::whatHappened(error);
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u"%1"_s), qPrintable(sentence));
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            sentences.append(sentence);
        }
    }

    void everyProblemHasAnExplanation()
    {
        for (int i = 0; i <= int(BalanceProblem::TooSmall); ++i) {
            QVERIFY(!wording::problem(BalanceProblem(i), u"1,234"_s, QLocale::c()).isEmpty());
        }
        for (int i = 0; i <= int(ExpiryProblem::YearOutOfRange); ++i) {
            QVERIFY(!wording::problem(ExpiryProblem(i)).isEmpty());
        }
        for (int i = 0; i <= int(TokenNameProblem::Noncharacter); ++i) {
            QVERIFY(!wording::problem(TokenNameProblem(i)).isEmpty());
        }
        for (int i = 0; i <= int(ServiceUrlProblem::HasFragment); ++i) {
            QVERIFY(!wording::problem(ServiceUrlProblem(i)).isEmpty());
        }
        for (int i = 0; i <= int(BearerProblem::ForbiddenCharacter); ++i) {
            QVERIFY(!wording::problem(BearerProblem(i)).isEmpty());
        }
        for (int i = 0; i <= int(KeychainProblem::Unusable); ++i) {
            QVERIFY(!wording::keychain(KeychainProblem(i)).text().isEmpty());
        }
    }

    void anAmbiguousNumberNamesBothReadings()
    {
        const QString text =
            wording::problem(BalanceProblem::Ambiguous, u"1,234"_s, QLocale(u"en_US"_s));
        QVERIFY2(text.contains(u"1.234"_s) && text.contains(u"1234"_s), qPrintable(text));
    }

    void aChangeThatMayHaveHappenedIsNeverCalledUnchanged()
    {
        for (int kind = 0; kind <= int(ApiErrorKind::ReplyTooLarge); ++kind) {
            ApiError error;
            error.kind = ApiErrorKind(kind);
            error.status = 500;
            error.effect = Effect::Unknown;
            const QString text = textOf(changeWith(Outcome::Unknown, error));
            QVERIFY2(text.contains(u"not known whether"_s), qPrintable(text));
            QVERIFY2(!text.contains(u"was not changed"_s), qPrintable(text));
            QVERIFY2(text.contains(u"\u201calpha\u201d"_s), qPrintable(text));
        }
    }

    void aChangeThatDidNotHappenSaysSo()
    {
        for (int kind = 0; kind <= int(ApiErrorKind::ReplyTooLarge); ++kind) {
            ApiError error;
            error.kind = ApiErrorKind(kind);
            error.status = 400;
            error.effect = Effect::Rejected;
            const QString text = textOf(changeWith(Outcome::Rejected, error));
            QVERIFY2(text.contains(u"was not changed; your edit is kept"_s), qPrintable(text));
        }
    }

    void anotherValueIsNeverCalledSuccess()
    {
        const QString text = textOf(changeWith(Outcome::AppliedDifferently));
        QVERIFY2(text.contains(u"asked 99.50, is now 87.45"_s), qPrintable(text));
        QVERIFY(!text.contains(u"was changed"_s));
    }

    void theServicesWordsAreQuotedPerField()
    {
        ApiError error;
        error.kind = ApiErrorKind::Validation;
        error.effect = Effect::Rejected;
        error.status = 400;
        error.fieldMessages = {{u"balance"_s, {u"Too much."_s}}};
        const QString text = textOf(changeWith(Outcome::Rejected, error));
        QVERIFY2(text.contains(u"\u201cbalance: Too much.\u201d"_s), qPrintable(text));
        QCOMPARE(wording::fieldMessage(error, Field::Balance), u"Too much."_s);
        QCOMPARE(wording::fieldMessage(SignedOut{}, Field::Balance), QString());
    }

    void longNamesDoNotPushTheSentenceAway()
    {
        Change change = changeWith(Outcome::Applied);
        change.record.key.token = QString(200, u'n');
        QVERIFY(textOf(change).size() < 120);
    }

    void valuesNotStatedSaySo()
    {
        QCOMPARE(wording::balance(std::nullopt, QLocale::c()), u"Not stated"_s);
        QCOMPARE(wording::balance(MaybeBalance(), QLocale::c()), u"None"_s);
        QCOMPARE(wording::expiry(std::nullopt, QTimeZone::utc()), u"Not stated"_s);
        QCOMPARE(wording::expiry(Expiry::never(), QTimeZone::utc()), u"Never"_s);
        QCOMPARE(wording::activeBalance(std::nullopt), u"Not stated"_s);
    }

    void timesShowTheirZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("text");
        QTest::newRow("Paris") << QByteArray("Europe/Paris")
                               << test::withZoneNames(u"2031-07-15 12:00:00 (CEST, UTC+02:00)"_s);
#ifndef Q_OS_WIN // which has another name for it
        QTest::newRow("India") << QByteArray("Asia/Kolkata")
                               << u"2031-07-15 15:30:00 (IST, UTC+05:30)"_s;
#endif
        QTest::newRow("UTC") << QByteArray("UTC") << u"2031-07-15 10:00:00 (UTC)"_s;
    }
    void timesShowTheirZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, text);
        const auto expiry = *Expiry::fromIso8601(u"2031-07-15T10:00:00Z"_s);
        QCOMPARE(wording::expiry(expiry, QTimeZone(zone)), text);
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
