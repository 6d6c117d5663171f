// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/leftedits.h"

#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser {

LeftEdits::LeftEdits(PageParts &parts, QObject *parent) : QObject(parent), m_parts(parts) { }

QString LeftEdits::waitingToken()
{
    const TokenKey here = m_parts.desk.key();
    const auto &all = m_parts.drafts.left();
    for (const Drafts::Left &left : all) {
        if (left.key.accountId == here.accountId && left.key.serviceUrl == here.serviceUrl) {
            return left.key.token;
        }
    }
    // Those of other accounts wait until these are chosen: nobody is moved to another account.
    for (const Drafts::Left &left : all) {
        const auto account = m_parts.accounts.accountById(left.key.accountId);
        if (account && !m_parts.bar.isVisible()) {
            m_parts.say(Tone::Information,
                        tr("An edit of the token \u201c%1\u201d from before Purser ended is kept: "
                           "choose the account \u201c%2\u201d to go on with it.")
                            .arg(left.key.token, account->name));
            break;
        }
    }
    return {};
}

void LeftEdits::onLoaded()
{
    const auto left = m_parts.drafts.leftOf(m_parts.desk.key(), *m_parts.desk.account());
    if (left) {
        m_parts.drafts.findOut(*left, this, [this, left = *left](const DraftFate &fate) {
            if (left.key == m_parts.desk.key() && !m_parts.form.isEdited()) {
                restore(left, fate);
            }
        });
    } else if (m_parts.drafts.hasLeft(m_parts.desk.key()) && !m_parts.desk.undecided()) {
        m_parts.say(Tone::Information,
                    tr("An edit of this token is kept that was made with another customer's JWT: "
                       "it is offered again with that one."));
    }
}

void LeftEdits::restore(const Drafts::Left &left, const DraftFate &fate)
{
    using Kind = DraftFate::Kind;
    const DraftSubmit &submit = left.submit;
    if (fate.kind == Kind::InForce && submit.fields.isEmpty()) {
        m_parts.drafts.drop(left);
        m_parts.say(
            Tone::Success,
            tr("Your edit from before Purser ended was sent as change %1: %2. There is "
               "nothing left to send.")
                .arg(QString::number(fate.record->id), wording::outcome(fate.record->outcome)));
        return;
    }
    if (!left.edit) {
        m_parts.drafts.drop(left);
        m_parts.say(Tone::Warning,
                    tr("An edit of this token from before Purser ended is damaged: nothing of it "
                       "was filled in."));
        return;
    }
    m_parts.form.applyEdit(*left.edit);
    if (fate.kind == Kind::InForce) {
        m_parts.form.putBack(submit.fields);
    } else if (left.undoes) {
        m_parts.form.continueUndo(*left.undoes);
    }
    m_isRestored = m_parts.form.isEdited();
    m_parts.drafts.replace(left, fate, m_parts.formNow(), m_isRestored);
    Q_EMIT restored();
    if (!m_isRestored) {
        m_parts.drafts.forgetSubmit();
        m_parts.say(Tone::Information,
                    tr("Your edit from before Purser ended is what the token holds now: there is "
                       "nothing left to send."));
        return;
    }
    const QString text = textOf(left, fate);
    if (m_parts.desk.undecided()) {
        m_parts.bar.setStandingNotice(text); // below what is being found out
    } else {
        const bool mayBeSent = m_parts.drafts.mayBeSent(m_parts.form.request());
        m_parts.say(mayBeSent ? Tone::Warning : Tone::Information, text);
    }
}

QString LeftEdits::textOf(const Drafts::Left &left, const DraftFate &fate) const
{
    using Kind = DraftFate::Kind;
    const auto sent = [&fate](const QString &sentence) {
        return sentence.arg(QString::number(fate.record->id),
                            wording::outcome(fate.record->outcome));
    };
    QString text = tr("Restored: your edit of this token from before Purser ended.") + u' ';
    switch (fate.kind) {
    case Kind::InForce:
        text = sent(tr("A part of your edit from before Purser ended was sent as change %1: %2. "
                       "What you edited after that is here again; it was not sent."));
        break;
    case Kind::NeverSubmitted:
    case Kind::NotSent:
        text += tr("It was not sent.");
        break;
    case Kind::CannotTell:
        text += fate.record
            ? sent(tr("It was sent as change %1: %2. Whether it was applied is not known: look at "
                      "the current values before you send it again."))
            : tr("Whether it was sent can't be found out, for the journal does not tell: it may "
                 "have been applied already. Look at the current values before you send it "
                 "again.");
        break;
    case Kind::Undecided:
    case Kind::Refused:
        text += sent(tr("It was sent as change %1: %2."));
        break;
    }
    const Token &token = *m_parts.form.token();
    const QStringList moved =
        wording::differences(left.shown.value_or(token), token, m_parts.reader());
    if (!moved.isEmpty()) {
        text += u' ' + tr("Since then the token has moved: %1.").arg(moved.join("; "_L1));
    }
    return text;
}

} // namespace purser
