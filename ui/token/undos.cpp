// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/undos.h"

#include "editing/undoplan.h"
#include "editing/workplace.h"
#include "wording/wording.h"

namespace purser {

Undos::Undos(PageParts &parts, QObject *parent) : QObject(parent), m_parts(parts) { }

void Undos::undoLast()
{
    const TokenKey key = m_parts.desk.key();
    m_parts.log.journal().ask(
        this, [key](Journal &journal) { return journal.newestUndoable(key); },
        [this, key](const auto &found) {
            if (key != m_parts.desk.key()) {
                return;
            }
            if (!found) {
                m_parts.sayFailed(wording::journal(found.error(), Step::History).text(),
                                  found.error(), Step::History);
            } else if (!found->has_value()) {
                m_parts.say(Tone::Information,
                            tr("The journal has no applied change of this token that could be "
                               "undone. Others are in the history."));
            } else {
                Q_EMIT wanted(**found);
            }
        });
}

bool Undos::canUndo(const ChangeRecord &record)
{
    const auto account = accountOfRow(m_parts.accounts, record);
    if (!account) {
        m_parts.say(Tone::Error,
                    tr("The account \u201c%1\u201d of this change is not known here any more with "
                       "the service URL %2. Sign in to it first.")
                        .arg(record.key.account, record.key.serviceUrl));
        return false;
    }
    if (mayBeOtherCustomer(record, *account)) {
        m_parts.say(Tone::Error,
                    tr("This change was made for a customer of the service that the account "
                       "\u201c%1\u201d has no JWT of now, so it is not undone.")
                        .arg(account->name),
                    {m_parts.actions.signIn});
        return false;
    }
    return m_parts.desk.isIdle();
}

bool Undos::onLoaded()
{
    if (!m_pending || m_pending->key != m_parts.desk.key()) {
        return false;
    }
    fillIn(*m_pending);
    return true;
}

void Undos::fillIn(const ChangeRecord &record)
{
    const UndoPlan plan = planUndo(record, *m_parts.desk.token(), m_parts.clock.now());
    const QString notes = wording::undoNotes(plan.notes);
    if (plan.request.isEmpty()) {
        m_parts.say(Tone::Warning,
                    tr("Nothing of change %1 can be taken back.").arg(record.id) + u' '
                        + (notes.isEmpty() ? tr("The token already is as it was before.") : notes));
        return;
    }
    m_parts.form.fillIn(plan.request);
    m_parts.say(
        notes.isEmpty() ? Tone::Information : Tone::Warning,
        tr("The form now holds the inverse of change %1. Look at it, then submit.").arg(record.id)
            + (notes.isEmpty() ? QString() : u' ' + notes));
}

} // namespace purser
