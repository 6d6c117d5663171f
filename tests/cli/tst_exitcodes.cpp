// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcodes.h"
#include "cli/words.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::cli;

namespace {

ApiError errorOf(ApiErrorKind kind, int status = 0, Effect effect = Effect::None)
{
    ApiError error;
    error.kind = kind;
    error.status = status;
    error.effect = effect;
    return error;
}

//! A column of a table: QMetaType would ask a bare variant for an operator< that it lacks.
struct Reason {
    std::optional<Failure> failure;
};

} // namespace

Q_DECLARE_METATYPE(Reason)
Q_DECLARE_METATYPE(purser::Outcome)

//! The numbers and words that scripts rely on.
class TestExitCodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failuresBeforeAChange_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const Failure &failure, int code,
                            const QString &outcome, const QString &kind) {
            QTest::newRow(name) << Reason{failure} << code << outcome << kind;
        };
        const QString notSent = u"not_sent"_s;
        const QString rejected = u"rejected"_s;
        using Kind = ApiErrorKind;
        row("signed out", SignedOut{}, 3, notSent, u"signed_out"_s);
        row("locked", KeychainProblem::Locked, 6, notSent, u"keychain_locked"_s);
        row("unavailable", KeychainProblem::Unavailable, 6, notSent, u"keychain_unavailable"_s);
        row("refused", KeychainProblem::Refused, 6, notSent, u"keychain_refused"_s);
        row("timed out", KeychainProblem::TimedOut, 6, notSent, u"keychain_timed_out"_s);
        row("not kept", KeychainProblem::NotKept, 6, notSent, u"keychain_not_kept"_s);
        row("too long", KeychainProblem::TooLong, 6, notSent, u"keychain_too_long"_s);
        row("unusable", KeychainProblem::Unusable, 6, notSent, u"keychain_unusable"_s);
        row("name", errorOf(Kind::InvalidName), 2, notSent, u"invalid_name"_s);
        row("cancelled", errorOf(Kind::Cancelled), 5, notSent, u"cancelled"_s);
        row("deadline", errorOf(Kind::Deadline), 5, notSent, u"deadline"_s);
        row("deadline in a reply", errorOf(Kind::Deadline, 200), 5, notSent, u"deadline"_s);
        row("resolution", errorOf(Kind::NameResolution), 5, notSent, u"name_resolution"_s);
        row("refusal", errorOf(Kind::ConnectionRefused), 5, notSent, u"connection_refused"_s);
        row("loss", errorOf(Kind::ConnectionLost), 5, notSent, u"connection_lost"_s);
        row("TLS", errorOf(Kind::Tls), 5, notSent, u"tls"_s);
        row("301", errorOf(Kind::Redirected, 301), 1, rejected, u"redirected"_s);
        row("302", errorOf(Kind::Redirected, 302), 5, notSent, u"redirected"_s);
        row("308", errorOf(Kind::Redirected, 308), 1, rejected, u"redirected"_s);
        row("400", errorOf(Kind::Validation, 400), 1, rejected, u"validation"_s);
        row("401", errorOf(Kind::SignIn, 401), 3, rejected, u"sign_in"_s);
        row("402", errorOf(Kind::Rejected, 402), 1, rejected, u"rejected"_s);
        row("403", errorOf(Kind::Forbidden, 403), 3, rejected, u"forbidden"_s);
        row("404", errorOf(Kind::NotFound, 404), 1, rejected, u"not_found"_s);
        row("405", errorOf(Kind::Rejected, 405), 1, rejected, u"rejected"_s);
        row("408", errorOf(Kind::Server, 408), 5, notSent, u"server"_s);
        row("429", errorOf(Kind::Throttled, 429), 1, rejected, u"throttled"_s);
        row("500", errorOf(Kind::Server, 500), 5, notSent, u"server"_s);
        row("503", errorOf(Kind::Server, 503), 5, notSent, u"server"_s);
        row("malformed", errorOf(Kind::MalformedReply, 200), 5, notSent, u"malformed_reply"_s);
        row("no HTTP", errorOf(Kind::MalformedReply), 5, notSent, u"malformed_reply"_s);
        row("too large", errorOf(Kind::ReplyTooLarge, 200), 5, notSent, u"reply_too_large"_s);
    }
    void failuresBeforeAChange()
    {
        QFETCH(Reason, reason);
        const Failure failure = *reason.failure;
        QFETCH(int, code);
        QFETCH(QString, outcome);
        QFETCH(QString, kind);
        QCOMPARE(static_cast<int>(exitCodeOf(failure)), code);
        QCOMPARE(outcomeWord(failure), outcome);
        QCOMPARE(kindWord(failure), kind);
    }

    void changes_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, Outcome outcome,
                            const std::optional<Failure> &failure, int code, const QString &word) {
            QTest::newRow(name) << outcome << Reason{failure} << code << word;
        };
        using Kind = ApiErrorKind;
        const auto rejected = [](Kind kind, int status) {
            return Failure(errorOf(kind, status, Effect::Rejected));
        };
        const auto unknown = [](Kind kind, int status) {
            return Failure(errorOf(kind, status, Effect::Unknown));
        };
        row("applied", Outcome::Applied, {}, 0, u"applied"_s);
        row("already so", Outcome::NothingToDo, {}, 0, u"nothing_to_do"_s);
        row("differently", Outcome::AppliedDifferently, {}, 8, u"applied_differently"_s);
        row("unconfirmed", Outcome::AppliedUnconfirmed, {}, 4, u"applied_unconfirmed"_s);
        row("unconfirmed, the read was forbidden", Outcome::AppliedUnconfirmed,
            rejected(Kind::Forbidden, 403), 4, u"applied_unconfirmed"_s);
        row("not applied", Outcome::NotApplied, {}, 1, u"not_applied"_s);
        row("400", Outcome::Rejected, rejected(Kind::Validation, 400), 1, u"rejected"_s);
        row("404", Outcome::Rejected, rejected(Kind::NotFound, 404), 1, u"rejected"_s);
        row("429", Outcome::Rejected, rejected(Kind::Throttled, 429), 1, u"rejected"_s);
        row("301", Outcome::Rejected, rejected(Kind::Redirected, 301), 1, u"rejected"_s);
        row("401", Outcome::Rejected, rejected(Kind::SignIn, 401), 3, u"rejected"_s);
        row("403", Outcome::Rejected, rejected(Kind::Forbidden, 403), 3, u"rejected"_s);
        row("500", Outcome::Unknown, unknown(Kind::Server, 500), 4, u"unknown"_s);
        row("302", Outcome::Unknown, unknown(Kind::Redirected, 302), 4, u"unknown"_s);
        row("cut", Outcome::Unknown, unknown(Kind::ConnectionLost, 0), 4, u"unknown"_s);
        row("cancelled in flight", Outcome::Unknown, unknown(Kind::Cancelled, 0), 4, u"unknown"_s);
        row("201", Outcome::Unknown, unknown(Kind::MalformedReply, 201), 4, u"unknown"_s);
        row("signed out meanwhile", Outcome::NotSent, Failure(SignedOut{}), 3, u"not_sent"_s);
        row("keychain", Outcome::NotSent, Failure(KeychainProblem::Locked), 6, u"not_sent"_s);
        row("no connection", Outcome::NotSent, Failure(errorOf(Kind::ConnectionRefused)), 5,
            u"not_sent"_s);
        row("cancelled before", Outcome::NotSent, Failure(errorOf(Kind::Cancelled)), 5,
            u"not_sent"_s);
    }
    void changes()
    {
        QFETCH(Outcome, outcome);
        QFETCH(Reason, reason);
        QFETCH(int, code);
        QFETCH(QString, word);
        QCOMPARE(static_cast<int>(exitCodeOf(outcome, reason.failure)), code);
        QCOMPARE(outcomeWord(outcome), word);
    }

    void everyKindHasAWordOfItsOwn()
    {
        QSet<QString> words;
        int count = 0;
        for (int kind = 0; kind <= static_cast<int>(ApiErrorKind::ReplyTooLarge); ++kind) {
            words.insert(kindWord(errorOf(static_cast<ApiErrorKind>(kind))));
            ++count;
        }
        for (int problem = 0; problem <= static_cast<int>(KeychainProblem::Unusable); ++problem) {
            words.insert(kindWord(static_cast<KeychainProblem>(problem)));
            ++count;
        }
        QCOMPARE(words.size(), count);
        QVERIFY(!words.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestExitCodes)
#include "tst_exitcodes.moc"
