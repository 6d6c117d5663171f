// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/remedy.h"

#include <QTest>

using namespace purser;

namespace {

ApiError apiError(ApiErrorKind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

JournalProblem journalProblem(JournalProblem::Kind kind)
{
    return {kind, {}};
}

} // namespace

class TestRemedy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeDoneIsOneTable_data()
    {
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<QList<Remedy>>("reading");
        QTest::addColumn<QList<Remedy>>("changing");
        QTest::addColumn<QList<Remedy>>("history");
        const QList<Remedy> none;
        const QList<Remedy> signIn{Remedy::SignIn};
        const auto same = [](const char *name, const Failure &failure,
                             const QList<Remedy> &remedies) {
            QTest::newRow(name) << failure << remedies << remedies << remedies;
        };
        same("signed out", SignedOut{}, signIn);
        same("another customer's JWT", OtherCustomer{}, signIn);
        same("keychain locked", KeychainProblem::Locked, {Remedy::UnlockKeychain});
        same("keychain unavailable", KeychainProblem::Unavailable, none);
        same("keychain unlisted", KeychainProblem::Unlisted, none);
        same("401", apiError(ApiErrorKind::SignIn), signIn);
        same("403", apiError(ApiErrorKind::Forbidden), signIn);
        same("404", apiError(ApiErrorKind::NotFound), none);
        same("cancelled", cancelled(), none);
        same("connection lost", apiError(ApiErrorKind::ConnectionLost), none);
        using enum JournalProblem::Kind;
        const auto unusable = [none](const char *name, JournalProblem::Kind kind) {
            QTest::newRow(name) << Failure(journalProblem(kind)) << none
                                << QList{Remedy::WithoutJournal} << none;
        };
        unusable("disk full", DiskFull);
        unusable("read-only", ReadOnly);
        unusable("locked", Locked);
        unusable("damaged", Damaged);
        unusable("of a newer Purser", TooNew);
        unusable("failed", Failed);
        same("an older Purser runs", journalProblem(JournalProblem::Kind::OlderRunning), none);
        same("undecided", journalProblem(JournalProblem::Kind::Undecided), none);
        same("stale", journalProblem(JournalProblem::Kind::Stale), none);
        same("undone already", journalProblem(JournalProblem::Kind::AlreadyUndone), none);
        same("no such change", journalProblem(JournalProblem::Kind::NoSuchChange), none);
        same("undo without a journal", journalProblem(JournalProblem::Kind::NoUndoUnwritten), none);
        same("made by another customer", journalProblem(JournalProblem::Kind::OtherCustomer),
             signIn);
    }
    void whatCanBeDoneIsOneTable()
    {
        QFETCH(Failure, failure);
        QTEST(remediesFor(failure, Step::Read), "reading");
        QTEST(remediesFor(failure, Step::Change), "changing");
        QTEST(remediesFor(failure, Step::History), "history");
        QTEST(remediesFor(failure, Step::Settle), "history");
        QTEST(remediesFor(failure, Step::Undo), "history"); // it is never without a journal
    }
};

QTEST_APPLESS_MAIN(TestRemedy)
#include "tst_remedy.moc"
