// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/messageactions.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! The context of the translations.
struct MessageBarText {
    Q_DECLARE_TR_FUNCTIONS(MessageActions)
};

//! heard: what is read out.
QAction *actionOf(QObject *parent, const QString &name, const QString &text, const QString &heard)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(name);
    action->setIconText(heard);
    return action;
}

} // namespace

MessageActions::MessageActions(QObject *parent)
    : signIn(actionOf(parent, u"messageSignInButton"_s, MessageBarText::tr("Sign &in\u2026"),
                      MessageBarText::tr("Sign in\u2026"))),
      unlock(actionOf(parent, u"unlockButton"_s, MessageBarText::tr("Unlock\u2026"),
                      MessageBarText::tr("Unlock\u2026"))),
      retry(actionOf(parent, u"retryButton"_s, MessageBarText::tr("Retry"),
                     MessageBarText::tr("Retry"))),
      withoutJournal(actionOf(parent, u"withoutJournalButton"_s,
                              MessageBarText::tr("Go on without a journal\u2026"),
                              MessageBarText::tr("Go on without a journal"))),
      checkNow(actionOf(parent, u"checkNowButton"_s, MessageBarText::tr("Check no&w"),
                        MessageBarText::tr("Check now"))),
      sendAnyway(actionOf(parent, u"sendAnywayButton"_s, MessageBarText::tr("Send anyway\u2026"),
                          MessageBarText::tr("Send anyway"))),
      abandon(actionOf(parent, u"abandonButton"_s, MessageBarText::tr("Abandon\u2026"),
                       MessageBarText::tr("Abandon"))),
      otherCustomer(actionOf(parent, u"otherCustomerButton"_s,
                             MessageBarText::tr("Other customer\u2026"),
                             MessageBarText::tr("Other customer"))),
      undoRevert(actionOf(parent, u"undoRevertButton"_s, MessageBarText::tr("Put my changes back"),
                          MessageBarText::tr("Put my changes back")))
{
}

QList<QAction *> MessageActions::of(const Failure &failure, Step step) const
{
    QList<QAction *> actions;
    const auto remedies = remediesFor(failure, step);
    for (const Remedy remedy : remedies) {
        switch (remedy) {
        case Remedy::SignIn:
            actions.append(signIn);
            break;
        case Remedy::UnlockKeychain:
            actions.append(unlock);
            break;
        case Remedy::WithoutJournal:
            actions.append(withoutJournal);
            break;
        }
    }
    return actions;
}

QList<QAction *> MessageActions::all() const
{
    return {signIn,     unlock,  retry,         withoutJournal, checkNow,
            sendAnyway, abandon, otherCustomer, undoRevert};
}

} // namespace purser
