// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcodes.h"
#include "cli/words.h"

#include <QSet>
#include <QTest>

#include <algorithm>

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
Q_DECLARE_METATYPE(purser::Stop)

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
        using Journal = JournalProblem::Kind;
        row("disk full", JournalProblem{Journal::DiskFull, {}}, 9, notSent, u"journal_disk_full"_s);
        row("read-only", JournalProblem{Journal::ReadOnly, {}}, 9, notSent, u"journal_read_only"_s);
        row("locked journal", JournalProblem{Journal::Locked, {}}, 9, notSent, u"journal_locked"_s);
        row("damaged", JournalProblem{Journal::Damaged, {}}, 9, notSent, u"journal_damaged"_s);
        row("too new", JournalProblem{Journal::TooNew, {}}, 9, notSent, u"journal_too_new"_s);
        row("failed", JournalProblem{Journal::Failed, {}}, 9, notSent, u"journal_failed"_s);
        row("undecided", JournalProblem{Journal::Undecided, {}}, 7, notSent, u"undecided"_s);
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
        QTest::addColumn<QString>("how");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, Outcome outcome, QLatin1StringView how,
                            const std::optional<Failure> &failure, int code) {
            QTest::newRow(name) << outcome << QString(how) << Reason{failure} << code;
        };
        using Kind = ApiErrorKind;
        const auto rejected = [](Kind kind, int status) {
            return Failure(errorOf(kind, status, Effect::Rejected));
        };
        const auto unknown = [](Kind kind, int status) {
            return Failure(errorOf(kind, status, Effect::Unknown));
        };
        const auto reply = settledhow::Reply;
        const auto notSent = settledhow::NotSent;
        const QLatin1StringView open;
        row("applied", Outcome::Applied, reply, {}, 0);
        row("differently", Outcome::AppliedDifferently, reply, {}, 8);
        row("unconfirmed", Outcome::AppliedUnconfirmed, reply, {}, 4);
        row("unconfirmed, the read was forbidden", Outcome::AppliedUnconfirmed, reply,
            rejected(Kind::Forbidden, 403), 4);
        row("not applied", Outcome::NotApplied, settledhow::Read, {}, 1);
        row("400", Outcome::Rejected, reply, rejected(Kind::Validation, 400), 1);
        row("404", Outcome::Rejected, reply, rejected(Kind::NotFound, 404), 1);
        row("429", Outcome::Rejected, reply, rejected(Kind::Throttled, 429), 1);
        row("301", Outcome::Rejected, reply, rejected(Kind::Redirected, 301), 1);
        row("401", Outcome::Rejected, reply, rejected(Kind::SignIn, 401), 3);
        row("403", Outcome::Rejected, reply, rejected(Kind::Forbidden, 403), 3);
        row("500", Outcome::Unknown, open, unknown(Kind::Server, 500), 4);
        row("cut", Outcome::Unknown, open, unknown(Kind::ConnectionLost, 0), 4);
        row("cancelled in flight", Outcome::Unknown, open, unknown(Kind::Cancelled, 0), 4);
        row("sent", Outcome::Sent, open, {}, 4);
        row("intended", Outcome::Intended, open, {}, 4);
        row("signed out meanwhile", Outcome::Abandoned, notSent, Failure(SignedOut{}), 3);
        row("keychain", Outcome::Abandoned, notSent, Failure(KeychainProblem::Locked), 6);
        row("journal", Outcome::Abandoned, notSent,
            Failure(JournalProblem{JournalProblem::Kind::DiskFull, {}}), 9);
        row("no connection", Outcome::NotApplied, notSent,
            Failure(errorOf(Kind::ConnectionRefused)), 5);
        row("cancelled before", Outcome::NotApplied, notSent, Failure(errorOf(Kind::Cancelled)), 5);
        row("its run was gone before it sent", Outcome::Abandoned, settledhow::Recovered, {}, 1);
        row("closed by hand", Outcome::Abandoned, settledhow::User, {}, 4);
    }
    void changes()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, how);
        QFETCH(Reason, reason);
        QFETCH(int, code);
        Change change;
        change.record.outcome = outcome;
        change.record.settledHow = how;
        change.failure = reason.failure;
        QCOMPARE(static_cast<int>(exitCodeOf(change)), code);
    }

    void stops_data()
    {
        QTest::addColumn<Stop>("stop");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, Stop::Reason reason,
                            const std::optional<Failure> &failure, int code, const QString &outcome,
                            const QString &kind) {
            Stop stop;
            stop.reason = reason;
            stop.failure = failure;
            QTest::newRow(name) << stop << code << outcome << kind;
        };
        using Reason = Stop::Reason;
        row("already so", Reason::AlreadySo, {}, 0, u"nothing_to_do"_s, QString());
        row("moved", Reason::Moved, {}, 7, u"stopped"_s, u"moved"_s);
        row("declined", Reason::Declined, {}, 7, u"stopped"_s, u"danger"_s);
        row("undecided", Reason::Undecided, {}, 7, u"stopped"_s, u"undecided"_s);
        row("no sum", Reason::NoSum, {}, 2, u"not_sent"_s, u"invalid_value"_s);
        row("the read failed", Reason::Failed, Failure(errorOf(ApiErrorKind::Server, 500)), 5,
            u"not_sent"_s, u"server"_s);
        row("the read was refused", Reason::Failed, Failure(errorOf(ApiErrorKind::NotFound, 404)),
            1, u"rejected"_s, u"not_found"_s);
        row("the journal would not", Reason::Failed,
            Failure(JournalProblem{JournalProblem::Kind::ReadOnly, {}}), 9, u"not_sent"_s,
            u"journal_read_only"_s);
    }
    void stops()
    {
        QFETCH(Stop, stop);
        QFETCH(int, code);
        QFETCH(QString, outcome);
        QFETCH(QString, kind);
        QCOMPARE(static_cast<int>(exitCodeOf(stop)), code);
        QCOMPARE(outcomeWord(stop), outcome);
        QCOMPARE(kindWord(stop), kind);
    }

    void theWorstOfSeveralCounts()
    {
        const QList<ExitCode> best{ExitCode::Done, ExitCode::Rejected, ExitCode::Different,
                                   ExitCode::Unknown};
        for (const ExitCode one : best) {
            for (const ExitCode other : best) {
                const auto worst = std::max(best.indexOf(one), best.indexOf(other));
                QVERIFY(worse(one, other) == best.at(worst));
            }
        }
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
