// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/change.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

Token tokenWith(const QString &balance, const QString &expiry, std::optional<bool> active)
{
    Token token;
    token.name = u"alpha"_s;
    token.typeText = u"api_token"_s;
    if (!balance.isEmpty()) {
        token.balance =
            balance == "null"_L1 ? MaybeBalance() : MaybeBalance(*Balance::fromText(balance));
    }
    if (!expiry.isEmpty()) {
        token.expiry = expiry == "never"_L1 ? Expiry::never() : *Expiry::fromIso8601(expiry);
    }
    token.activeBalance = active;
    return token;
}

TokenPatch balancePatch(const QString &balance)
{
    TokenPatch patch;
    patch.balance = *Balance::fromText(balance);
    return patch;
}

const QString Morning = u"2030-01-01T08:00:00Z"_s;

} // namespace

Q_DECLARE_METATYPE(purser::Token)
Q_DECLARE_METATYPE(purser::TokenPatch)
Q_DECLARE_METATYPE(purser::Outcome)

class TestChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replyIsComparedAsValues_data()
    {
        QTest::addColumn<TokenPatch>("asked");
        QTest::addColumn<Token>("reply");
        QTest::addColumn<Outcome>("outcome");
        const TokenPatch fifty = balancePatch(u"50"_s);
        QTest::newRow("holds") << fifty << tokenWith(u"50"_s, {}, {}) << Outcome::Applied;
        QTest::newRow("holds something else")
            << fifty << tokenWith(u"49.999999999"_s, {}, {}) << Outcome::AppliedDifferently;
        QTest::newRow("null is something else")
            << fifty << tokenWith(u"null"_s, {}, {}) << Outcome::AppliedDifferently;
        QTest::newRow("says nothing")
            << fifty << tokenWith({}, Morning, true) << Outcome::AppliedUnconfirmed;
        TokenPatch cleared;
        cleared.expiry = Expiry::never();
        QTest::newRow("expiry cleared")
            << cleared << tokenWith({}, u"never"_s, {}) << Outcome::Applied;
        QTest::newRow("expiry not cleared")
            << cleared << tokenWith({}, Morning, {}) << Outcome::AppliedDifferently;
        TokenPatch moved;
        moved.expiry = *Expiry::fromIso8601(u"2030-01-01T10:00:00+02:00"_s);
        QTest::newRow("the same instant in another text")
            << moved << tokenWith({}, Morning, {}) << Outcome::Applied;
        TokenPatch two = fifty;
        two.activeBalance = true;
        QTest::newRow("one differs, one is not stated")
            << two << tokenWith(u"49"_s, {}, {}) << Outcome::AppliedDifferently;
        QTest::newRow("one holds, one is not stated")
            << two << tokenWith(u"50"_s, {}, {}) << Outcome::AppliedUnconfirmed;
    }
    void replyIsComparedAsValues()
    {
        QFETCH(TokenPatch, asked);
        QFETCH(Token, reply);
        QFETCH(Outcome, outcome);
        QCOMPARE(outcomeOfReply(asked, reply), outcome);
    }

    void aReadDecidesAnUnknownChange_data()
    {
        QTest::addColumn<Token>("read");
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("asked value") << tokenWith(u"50"_s, {}, true) << 1 << Outcome::Applied;
        QTest::newRow("old value, too early to tell")
            << tokenWith(u"80"_s, {}, true) << 29 << Outcome::Unknown;
        QTest::newRow("old value, long after")
            << tokenWith(u"80"_s, {}, true) << 30 << Outcome::NotApplied;
        QTest::newRow("a third value tells nothing")
            << tokenWith(u"70"_s, {}, true) << 60 << Outcome::Unknown;
        QTest::newRow("not stated") << tokenWith({}, {}, true) << 60 << Outcome::Unknown;
    }
    void aReadDecidesAnUnknownChange()
    {
        QFETCH(Token, read);
        QFETCH(int, secondsLater);
        QFETCH(Outcome, outcome);
        Change change;
        change.before = tokenWith(u"80"_s, {}, true);
        change.asked = balancePatch(u"50"_s);
        change.sentAt = QDateTime(QDate(2030, 1, 1), QTime(8, 0), Qt::UTC);
        QCOMPARE(outcomeOfRead(change, read, change.sentAt.addSecs(secondsLater)), outcome);
    }

    void anUnknownOldValueNeverMeansNotApplied()
    {
        Change change;
        change.before = tokenWith({}, {}, true);
        change.asked = balancePatch(u"50"_s);
        change.sentAt = QDateTime(QDate(2030, 1, 1), QTime(8, 0), Qt::UTC);
        QCOMPARE(outcomeOfRead(change, tokenWith(u"80"_s, {}, true), change.sentAt.addDays(1)),
                 Outcome::Unknown);
    }

    void unstatedFieldsStayAsTheyWereKnown()
    {
        const Token known = tokenWith(u"80"_s, Morning, true);
        const Token merged = mergedToken(known, tokenWith(u"50"_s, {}, {}));
        QCOMPARE(merged, tokenWith(u"50"_s, Morning, true));
    }
};

QTEST_APPLESS_MAIN(TestChange)
#include "tst_change.moc"
