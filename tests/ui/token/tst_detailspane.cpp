// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/detailspane.h"

#include "kit/shownlabel.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

TokenReply reply(const QString &balance)
{
    TokenReply reply;
    reply.token.name = u"<b>alpha</b>"_s;
    reply.token.type = TokenType::Sandbox;
    reply.token.balance = MaybeBalance(*Balance::fromText(balance));
    reply.token.resetPeriod = ResetPeriod::Daily;
    reply.token.otherFields = {{u"label"_s, u"<i>x</i>"_s}};
    reply.info.status = 200;
    reply.info.requestId = u"req-1"_s;
    reply.info.duration = std::chrono::milliseconds(42);
    reply.info.rawJson = u"{\n}"_s;
    return reply;
}

struct Bench {
    DetailsPane pane;

    Bench()
    {
        pane.setLocale(QLocale::c());
        pane.clear();
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        return pane.findChild<ShownLabel *>(name)->text();
    }
    [[nodiscard]] QStringList all() const
    {
        QStringList texts;
        const auto labels = pane.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            texts.append(label->text());
        }
        return texts;
    }
};

} // namespace

class TestDetailsPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasReadIsShownAsPlainText()
    {
        Bench bench;
        bench.pane.showRead(reply(u"87.45"_s));
        QCOMPARE(bench.text(u"returnedName"_s), u"<b>alpha</b>"_s);
        QCOMPARE(bench.pane.findChild<QLabel *>(u"returnedName"_s)->textFormat(), Qt::PlainText);
        QCOMPARE(bench.text(u"returnedBalance"_s), u"87.45"_s);
        QCOMPARE(bench.text(u"returnedExpiry"_s), u"Not stated"_s);
        QCOMPARE(bench.text(u"returnedStatus"_s), u"200"_s);
        QCOMPARE(bench.text(u"returnedDuration"_s), u"42 ms"_s);
        QCOMPARE(bench.text(u"returnedRequestId"_s), u"req-1"_s);
        QCOMPARE(bench.pane.findChild<QPlainTextEdit *>(u"rawJson"_s)->toPlainText(), u"{\n}"_s);
        QVERIFY(bench.all().contains(u"Reset period"_s)); // stated, and has no row of its own
        QVERIFY(bench.all().contains(u"label"_s) && bench.all().contains(u"<i>x</i>"_s));
    }

    void aChangeSaysWhatItDid()
    {
        Bench bench;
        Change change;
        change.record.before = reply(u"50"_s).token;
        change.reply = reply(u"99.5"_s);
        bench.pane.showChange(change);
        QVERIFY(bench.text(u"returnedChanges"_s).contains(u"50.00 \u2192 99.50"_s));
        change.reply = reply(u"50"_s);
        bench.pane.showChange(change);
        QCOMPARE(bench.text(u"returnedChanges"_s), u"Nothing changed."_s);
    }

    void withoutAnAnswerTheValuesStay_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none came") << 0 << u"none arrived"_s;
        QTest::newRow("a refusal") << 400 << u"400"_s;
    }
    void withoutAnAnswerTheValuesStay()
    {
        QFETCH(int, status);
        QFETCH(QString, shown);
        Bench bench;
        bench.pane.showRead(reply(u"87.45"_s));
        Change change;
        ApiError error;
        error.status = status;
        change.failure = error;
        bench.pane.showChange(change);
        QCOMPARE(bench.text(u"returnedBalance"_s), u"87.45"_s);
        QCOMPARE(bench.text(u"returnedStatus"_s), shown);
        QCOMPARE(bench.text(u"returnedRequestId"_s), u"none stated"_s);
    }

    void nothingStaysOfAnotherAccount()
    {
        Bench bench;
        bench.pane.showRead(reply(u"87.45"_s));
        bench.pane.clear();
        for (const QString &name : {u"returnedName"_s, u"returnedBalance"_s, u"returnedStatus"_s,
                                    u"returnedChanges"_s, u"returnedRequestId"_s}) {
            QCOMPARE(bench.text(name), QString());
        }
        QVERIFY(bench.pane.findChild<QPlainTextEdit *>(u"rawJson"_s)->toPlainText().isEmpty());
        QVERIFY(!bench.all().contains(u"label"_s));
    }
};

QTEST_MAIN(TestDetailsPane)
#include "tst_detailspane.moc"
