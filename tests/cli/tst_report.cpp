// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printable.h"
#include "cli/report.h"
#include "cli/sentences.h"
#include "cli/tokentext.h"

#include <QJsonDocument>
#include <QTest>

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

} // namespace

Q_DECLARE_METATYPE(purser::Token)
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
        QTest::addRow("not sent") << Outcome::NotSent;
        QTest::addRow("rejected") << Outcome::Rejected;
        QTest::addRow("unknown") << Outcome::Unknown;
        QTest::addRow("not applied") << Outcome::NotApplied;
        QTest::addRow("applied") << Outcome::Applied;
        QTest::addRow("unconfirmed") << Outcome::AppliedUnconfirmed;
        QTest::addRow("differently") << Outcome::AppliedDifferently;
        QTest::addRow("nothing to do") << Outcome::NothingToDo;
    }
    void sentencesDoNotSpeakOfAWindow()
    {
        QFETCH(Outcome, outcome);
        Change change;
        change.outcome = outcome;
        change.before = plainToken();
        change.asked.balance = *Balance::fromText(u"5");
        change.reply = TokenReply{plainToken(), {}};
        ApiError error;
        error.kind = ApiErrorKind::Server;
        error.status = 500;
        change.failure = error;
        const QString sentence = changeSentence(change);
        QVERIFY(!sentence.isEmpty());
        for (const QString &word : {u"edit is kept"_s, u"Check now"_s, u"Load the"_s}) {
            QVERIFY2(!sentence.contains(word), qPrintable(sentence));
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
