// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printable.h"
#include "cli/report.h"
#include "cli/sentences.h"
#include "cli/tokentext.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::cli;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Token plainToken()
{
    Token token;
    token.name = u"alpha"_s;
    token.typeText = u"api_token"_s;
    token.type = TokenType::Production;
    return token;
}

QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc()};
}

bool speaksOfAWindow(const QString &sentence)
{
    const QStringList words{u"edit is kept"_s, u"Check now"_s, u"Load the"_s,
                            u"ubmit"_s,        u"this run"_s,  u"Another window"_s};
    return std::any_of(words.begin(), words.end(),
                       [&sentence](const QString &word) { return sentence.contains(word); });
}

} // namespace

Q_DECLARE_METATYPE(purser::Token)
Q_DECLARE_METATYPE(purser::TokenPatch)
Q_DECLARE_METATYPE(purser::Stop)
Q_DECLARE_METATYPE(purser::KeychainProblem)
Q_DECLARE_METATYPE(purser::Outcome)

//! What is printed, for programs and for people.
class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsWrittenAsItIsStated_data()
    {
        QTest::addColumn<Token>("token");
        QTest::addColumn<QByteArray>("json");
        const QByteArray start = R"("name":"alpha","token_type":"api_token"})";
        Token token = plainToken();
        QTest::newRow("nothing stated") << token << QByteArray("{" + start);
        token.balance = MaybeBalance(Balance::highest());
        QTest::newRow("exact decimal string")
            << token << QByteArray(R"({"balance":"99999.999999999",)" + start);
        token.balance = MaybeBalance();
        QTest::newRow("no balance") << token << QByteArray(R"({"balance":null,)" + start);
        token.balance.reset();
        token.expiry = Expiry::never();
        QTest::newRow("never") << token << QByteArray(R"({"expire_time":null,)" + start);
        token.expiry = *Expiry::fromIso8601(u"2027-03-14T17:09:26.535897+02:00"_s);
        QTest::newRow("in UTC") << token
                                << QByteArray(R"({"expire_time":"2027-03-14T15:09:26.535897Z",)"
                                              + start);
        token.expiry.reset();
        token.activeBalance = false;
        QTest::newRow("a boolean") << token << QByteArray(R"({"active_balance":false,)" + start);
        token.activeBalance.reset();
        token.resetPeriod = ResetPeriod::Weekly;
        token.resetAmount = MaybeBalance(*Balance::fromText(u"40.5"));
        QTest::newRow("a reset")
            << token
            << QByteArray(R"({"balance_reset_amount":"40.5","balance_reset_period":"weekly",)"
                          + start);
        token.resetPeriod = ResetPeriod::None;
        token.resetAmount = MaybeBalance();
        QTest::newRow("no reset")
            << token
            << QByteArray(R"({"balance_reset_amount":null,"balance_reset_period":"none",)" + start);
    }
    void aTokenIsWrittenAsItIsStated()
    {
        QFETCH(Token, token);
        QFETCH(QByteArray, json);
        QCOMPARE(compact(toJson(token)), json);
    }

    void everyPartIsThereEvenIfUnknown()
    {
        QCOMPARE(compact(toJson(Report())),
                 QByteArray(R"({"after":null,"before":null,"change_id":null,"error":null,)"
                            R"("outcome":null,"token":null})"));
    }

    void aChangeHasTheJournalsColumns()
    {
        ChangeRecord record;
        QJsonObject object = toJson(record);
        QCOMPARE(object.keys(),
                 QStringList({u"account"_s,    u"account_id"_s,  u"after"_s,    u"app_version"_s,
                              u"batch"_s,      u"before"_s,      u"boot"_s,     u"created_at"_s,
                              u"customer"_s,   u"duration_ms"_s, u"error"_s,    u"expected"_s,
                              u"id"_s,         u"kind"_s,        u"origin"_s,   u"outcome"_s,
                              u"patch"_s,      u"read_at"_s,     u"read_seq"_s, u"reason"_s,
                              u"request_id"_s, u"run"_s,         u"seq"_s,      u"service_url"_s,
                              u"settled_at"_s, u"settled_how"_s, u"status"_s,   u"submit"_s,
                              u"token"_s,      u"token_id"_s,    u"undoes"_s}));
        QVERIFY(object.value(u"after"_s).isNull() && object.value(u"status"_s).isNull());
        QVERIFY(object.value(u"duration_ms"_s).isNull() && object.value(u"undoes"_s).isNull());

        record.id = 12;
        record.key = {u"Work"_s, u"https://example.com"_s, u"alpha"_s};
        record.createdAt = now();
        record.before = plainToken();
        record.before.balance = MaybeBalance(*Balance::fromText(u"0.1"));
        record.patch.balance = *Balance::fromText(u"0.3");
        record.expected = record.patch.appliedTo(record.before);
        record.outcome = Outcome::AppliedDifferently;
        record.status = 200;
        record.duration = std::chrono::milliseconds(250);
        record.undoes = 7;
        object = toJson(record);
        QCOMPARE(object.value(u"patch"_s).toObject(), QJsonObject({{u"balance"_s, u"0.3"_s}}));
        QCOMPARE(object.value(u"expected"_s).toObject().value(u"balance"_s).toString(), u"0.3"_s);
        QCOMPARE(object.value(u"created_at"_s).toString(), u"2026-03-01T12:00:00.000Z"_s);
        QCOMPARE(object.value(u"outcome"_s).toString(), u"applied_differently"_s);
        QCOMPARE(object.value(u"status"_s).toInt(), 200);
        QCOMPARE(object.value(u"duration_ms"_s).toInt(), 250);
        QCOMPARE(object.value(u"undoes"_s).toInt(), 7);

        record.reason = u"why\u001b[2J"_s;
        const QStringList lines = changeList({record}).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.back().contains("2026-03-01T12:00:00Z"_L1)
                     && lines.back().contains("balance 0.1 -> 0.3"_L1),
                 qPrintable(lines.back()));
        QVERIFY(!lines.back().contains(u'\u001b'));
    }

    void aChangeIsCompactInAList_data()
    {
        QTest::addColumn<Token>("before");
        QTest::addColumn<TokenPatch>("patch");
        QTest::addColumn<QString>("text");
        Token before = plainToken();
        TokenPatch patch;
        patch.balance = *Balance::fromText(u"5");
        QTest::newRow("not stated") << before << patch << u"balance ? -> 5"_s;
        before.balance = MaybeBalance();
        QTest::newRow("none") << before << patch << u"balance none -> 5"_s;
        patch = {};
        patch.expiry = Expiry::never();
        patch.activeBalance = false;
        before.expiry = *Expiry::fromIso8601(u"2027-03-14T15:09:26Z"_s);
        before.activeBalance = true;
        QTest::newRow("two fields")
            << before << patch << u"expires 2027-03-14T15:09:26Z -> never, active on -> off"_s;
        patch = {};
        patch.resetPeriod = ResetPeriod::Daily;
        before.resetPeriod = ResetPeriod::None;
        QTest::newRow("reset") << before << patch << u"reset period none -> daily"_s;
    }
    void aChangeIsCompactInAList()
    {
        QFETCH(Token, before);
        QFETCH(TokenPatch, patch);
        QFETCH(QString, text);
        ChangeRecord record;
        record.before = before;
        record.patch = patch;
        QVERIFY2(changeList({record}).contains("  "_L1 + text + "  "_L1),
                 qPrintable(changeList({record})));
    }

    void aLongNameMovesItsOwnLineAlone()
    {
        Token longer = plainToken();
        longer.name = QString(200, u'n');
        const QStringList lines = tokenList({plainToken(), longer}, now()).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(0).size() < 100 && lines.at(1).size() < 100);
        QVERIFY(lines.at(2).size() > 200);
    }

    void anErrorIsWrittenWithWhatIsKnown()
    {
        ApiError error;
        error.kind = ApiErrorKind::NotFound;
        error.status = 404;
        error.requestId = u"abc-1"_s;
        Report report;
        report.error = reportedError(error, u"No."_s);
        QCOMPARE(compact(toJson(report).value(u"error"_s).toObject()),
                 QByteArray(R"({"kind":"not_found","message":"No.","request_id":"abc-1",)"
                            R"("status":404})"));
        report.error = reportedError(KeychainProblem::Locked, u"Locked."_s);
        QCOMPARE(compact(toJson(report).value(u"error"_s).toObject()),
                 QByteArray(R"({"kind":"keychain_locked","message":"Locked.","request_id":null,)"
                            R"("status":null})"));
    }

    void tablesAreAlignedAndCanBePastedBack()
    {
        Token token = plainToken();
        token.balance = MaybeBalance(*Balance::fromText(u"1234.5"));
        token.expiry = *Expiry::fromIso8601(u"2026-03-04T12:00:00.000001Z"_s);
        token.otherFields = {{u"balance_reset_period"_s, u"monthly"_s}};
        const QStringList lines = tokenTable(token, now()).split(u'\n');
        QCOMPARE(lines.size(), 6);
        const qsizetype column = lines.front().indexOf("alpha"_L1);
        QCOMPARE(lines.at(2).mid(column), u"1234.50"_s);
        QVERIFY(lines.at(3).mid(column).startsWith("2026-03-04T12:00:00.000001Z ("_L1));
        QCOMPARE(lines.at(4).mid(column), u"Not stated"_s);
        QCOMPARE(lines.at(5).mid(column), u"monthly"_s);
    }

    void aChangeTableHasTheChangedFieldsAlone()
    {
        Token token = plainToken();
        token.balance = MaybeBalance();
        token.activeBalance = true;
        TokenPatch patch;
        patch.balance = *Balance::fromText(u"-2.5");
        QCOMPARE(changeTable(token, patch, now()), u"Balance  None -> -2.50"_s);
        patch = {};
        patch.expiry = Expiry::never();
        QCOMPARE(changeTable(token, patch, now()), u"Expires  Not stated -> Never"_s);
    }

    void nothingFromOutsideMovesTheCursor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        const QString bad(QChar::ReplacementCharacter);
        QTest::newRow("plain") << u"équipe 数据 🙂"_s << u"équipe 数据 🙂"_s;
        QTest::newRow("escape") << u"\u001b[2J"_s << bad + u"[2J"_s;
        QTest::newRow("C1") << u"a\u009b2J"_s << u"a"_s + bad + u"2J"_s;
        QTest::newRow("line break") << u"a\nb\rc"_s << u"a"_s + bad + u"b"_s + bad + u"c"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a"_s + bad + u"b"_s;
        QTest::newRow("right to left") << u"a\u202eb"_s << u"a"_s + bad + u"b"_s;
        QTest::newRow("isolate") << u"a\u2066b"_s << u"a"_s + bad + u"b"_s;
    }
    void nothingFromOutsideMovesTheCursor()
    {
        QFETCH(QString, text);
        QFETCH(QString, clean);
        QCOMPARE(printable(text), clean);
        Token token = plainToken();
        token.type = TokenType::Unknown;
        token.typeText = text;
        token.otherFields = {{text, text}};
        QCOMPARE(tokenTable(token, now()).count(u'\n'), 5);
        QVERIFY(!tokenTable(token, now()).contains(u'\u001b'));
    }

    void sentencesDoNotSpeakOfAWindow_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("said");
        const auto row = [](Outcome outcome, const QString &said = {}) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome << said;
        };
        row(Outcome::Applied, u"was changed"_s);
        row(Outcome::AppliedDifferently, u"purser-cli undo 12"_s);
        row(Outcome::AppliedUnconfirmed, u"purser-cli show"_s);
        row(Outcome::NotApplied, u"not changed"_s);
        row(Outcome::Rejected, u"not changed"_s);
        row(Outcome::Unknown, u"purser-cli settle"_s);
        row(Outcome::Abandoned, u"not changed"_s);
    }
    void sentencesDoNotSpeakOfAWindow()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, said);
        Change change;
        change.record.id = 12;
        change.record.outcome = outcome;
        change.record.before = plainToken();
        change.record.patch.balance = *Balance::fromText(u"5");
        change.record.settledHow = settledhow::NotSent;
        change.reply = TokenReply{plainToken(), {}};
        ApiError error;
        error.kind = ApiErrorKind::Server;
        error.status = 500;
        change.failure = error;
        const QString sentence = changeSentence(change);
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
        QVERIFY2(!speaksOfAWindow(sentence), qPrintable(sentence));
    }

    void withoutTheJournalNobodyIsSentToSettle()
    {
        Change change;
        change.record.outcome = Outcome::Unknown;
        change.failure = ApiError();
        const QString sentence = changeSentence(change);
        QVERIFY2(sentence.contains("purser-cli show"_L1) && !sentence.contains("settle"_L1),
                 qPrintable(sentence));
    }

    void stopsDoNotSpeakOfAWindow_data()
    {
        QTest::addColumn<Stop>("stop");
        const auto row = [](const char *name, Stop::Reason reason,
                            const std::optional<Failure> &failure = {}) {
            Stop stop;
            stop.reason = reason;
            stop.token = u"alpha"_s;
            stop.failure = failure;
            stop.outlook.plan.moved = {Field::Balance};
            QTest::newRow(name) << stop;
        };
        using Reason = Stop::Reason;
        row("already so", Reason::AlreadySo);
        row("moved", Reason::Moved);
        row("declined", Reason::Declined);
        row("no sum", Reason::NoSum);
        row("undecided", Reason::Undecided);
        row("signed out", Reason::Failed, Failure(SignedOut{}));
        row("keychain", Reason::Failed, Failure(KeychainProblem::Unavailable));
        row("service", Reason::Failed, Failure(ApiError()));
        for (const auto kind : {JournalProblem::Kind::DiskFull, JournalProblem::Kind::ReadOnly,
                                JournalProblem::Kind::Locked, JournalProblem::Kind::Damaged,
                                JournalProblem::Kind::TooNew, JournalProblem::Kind::Failed}) {
            const Failure failure = JournalProblem{kind, {}};
            row(qPrintable(kindWord(failure)), Reason::Failed, failure);
        }
    }
    void stopsDoNotSpeakOfAWindow()
    {
        QFETCH(Stop, stop);
        const QString sentence = stopSentence(stop, Step::Change);
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY2(!speaksOfAWindow(sentence), qPrintable(sentence));
        if (stop.failure && std::holds_alternative<JournalProblem>(*stop.failure)) {
            const QString alone =
                journalSentence(std::get<JournalProblem>(*stop.failure), Step::Change);
            QVERIFY2(!speaksOfAWindow(alone), qPrintable(alone));
        }
    }

    void keychainSentencesOfferNoOtherStore_data()
    {
        QTest::addColumn<KeychainProblem>("problem");
        for (int problem = 0; problem <= static_cast<int>(KeychainProblem::Unusable); ++problem) {
            QTest::addRow("%d", problem) << static_cast<KeychainProblem>(problem);
        }
    }
    void keychainSentencesOfferNoOtherStore()
    {
        QFETCH(KeychainProblem, problem);
        const QString sentence = keychainSentence(problem);
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY2(!sentence.contains("this run"_L1), qPrintable(sentence));
    }

    void theRequestIdIsNamed()
    {
        ApiError error;
        error.kind = ApiErrorKind::NotFound;
        error.status = 404;
        error.requestId = u"abc-1"_s;
        QVERIFY(readFailedSentence(u"alpha"_s, error).contains("abc-1"_L1));
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
