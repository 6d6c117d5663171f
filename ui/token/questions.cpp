// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/questions.h"

#include "kit/confirmation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

struct Questions {
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

QString below(const QString &outlook)
{
    return outlook.isEmpty() ? QString() : "\n\n"_L1 + outlook;
}

} // namespace

void askSendAgain(QWidget *parent, const QString &token, const QString &outlook,
                  std::function<void()> send)
{
    confirm(parent,
            {u"sendAgainBox"_s, Questions::tr("Send again?"),
             Questions::tr("This edit of the token \u201c%1\u201d may have been sent, and applied, "
                           "before Purser ended.")
                 .arg(token),
             Questions::tr("If it was, sending it now does it a second time: an amount is added or "
                           "deducted twice. Compare the current values with what you expect first.")
                 + below(outlook),
             Questions::tr("Send again"), Questions::tr("Don't send")},
            std::move(send));
}

void askSendAnyway(QWidget *parent, const QString &token, bool isOurs, const QString &outlook,
                   std::function<void()> send)
{
    confirm(
        parent,
        {u"sendAnywayBox"_s, Questions::tr("Send anyway?"),
         Questions::tr("An earlier change of the token \u201c%1\u201d is still undecided: it may "
                       "have been applied, or may yet be.")
             .arg(token),
         Questions::tr("If you send another one now, the earlier one may still overwrite it "
                       "afterwards, and it can no longer be told from the values which of them "
                       "was applied.")
             + u' '
             + (isOurs ? Questions::tr("The earlier one is closed as abandoned.")
                       : Questions::tr(
                           "The earlier one stays open: it is not this window's to close."))
             + below(outlook),
         Questions::tr("Send anyway"), Questions::tr("Don't send")},
        std::move(send));
}

void askAbandon(QWidget *parent, const QString &token, std::function<void()> abandon)
{
    confirm(
        parent,
        {u"abandonBox"_s, Questions::tr("Abandon this change?"),
         Questions::tr("Close the undecided change of the token \u201c%1\u201d?").arg(token),
         Questions::tr("Purser stops looking, and the journal keeps the change as abandoned. It "
                       "may have been applied all the same: look at the current values before you "
                       "change the token again."),
         Questions::tr("Abandon"), Questions::tr("Keep looking")},
        std::move(abandon));
}

void askApart(QWidget *parent, const ChangeRecord &undecided, const QString &account,
              const std::function<void(bool apart)> &tell)
{
    confirm(
        parent,
        {u"otherCustomerBox"_s, Questions::tr("Another customer?"),
         Questions::tr("Does the account \u201c%1\u201d belong to another customer of the service "
                       "than \u201c%2\u201d?")
             .arg(undecided.key.account, account),
         Questions::tr("Then its token \u201c%1\u201d is another token, whose changes don't stand "
                       "in the way here. If the two accounts are two admins of one customer, it is "
                       "the same token. Once you say so, that is remembered for these two "
                       "accounts.")
             .arg(undecided.key.token),
         Questions::tr("Another customer"), Questions::tr("Decide later"),
         Questions::tr("The same customer")},
        [tell] { tell(true); }, [tell] { tell(false); });
}

void askWithoutJournal(QWidget *parent, std::function<void()> goOn)
{
    confirm(
        parent,
        {u"withoutJournalBox"_s, Questions::tr("Go on without a journal?"),
         Questions::tr("Send changes without writing them down, until Purser is closed?"),
         Questions::tr("Changes that are sent then can't be undone from here, are not in the "
                       "history, and if Purser or the network fails, nothing will know that they "
                       "were sent. Nor are they guarded against other windows and programs that "
                       "change the token at the same time: one of the changes may be lost."),
         Questions::tr("Go on without a journal"), Questions::tr("Don't send")},
        std::move(goOn));
}

} // namespace purser
