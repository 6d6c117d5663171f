// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/outlook.h"
#include "support/tokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QDateTime now()
{
    return {QDate(2030, 1, 1), QTime(8, 0), Qt::UTC};
}

ChangeRequest switchingOff()
{
    ChangeRequest request;
    request.activeBalance = false;
    return request;
}

} // namespace

class TestOutlook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheServiceLeavesOutIsAsItWasShown()
    {
        const Token shown = tokenOf({"50", "never", "on"});
        const Outlook outlook = outlookOf(switchingOff(), shown, tokenOf({"49", "", "on"}), now());
        QCOMPARE(outlook.before, tokenOf({"49", "never", "on"}));
        QCOMPARE(outlook.after, tokenOf({"49", "never", "off"}));
        QCOMPARE(outlook.consequences, QList{Consequence::BecomesUnlimited});
        QCOMPARE(outlook.dangers(), QList{Consequence::BecomesUnlimited});
    }

    void nothingToBeSentHasNoConsequences()
    {
        const Token stopped = tokenOf({"0", "never", "on"});
        ChangeRequest request;
        request.activeBalance = true;
        const Outlook outlook = outlookOf(request, std::nullopt, stopped, now());
        QVERIFY(outlook.plan.patch.isEmpty() && outlook.consequences.isEmpty());
        QCOMPARE(outlook.after, stopped);
    }

    void aNoteIsNoDanger()
    {
        ChangeRequest request;
        request.balance = BalanceEdit{BalanceMode::Add, *Balance::fromText(u"5"_s)};
        const Outlook outlook =
            outlookOf(request, std::nullopt, tokenOf({"0", "never", "on"}), now());
        QCOMPARE(outlook.consequences, QList{Consequence::WorksAgain});
        QVERIFY(outlook.dangers().isEmpty());
    }

    void aSentChangeIsToldAsItWasAsked()
    {
        ChangeRecord record;
        record.before = tokenOf({"50", "never", "on"});
        record.patch.activeBalance = false;
        record.expected = record.patch.appliedTo(record.before);
        const Outlook outlook = outlookOf(record, now());
        QCOMPARE(outlook.after, record.expected);
        QVERIFY(outlook.plan.patch == record.patch);
        QCOMPARE(outlook.consequences, QList{Consequence::BecomesUnlimited});
    }
};

QTEST_GUILESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
