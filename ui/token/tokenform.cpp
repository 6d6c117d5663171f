// SPDX-License-Identifier: GPL-3.0-or-later
// TokenForm's fields: what they show, what they ask for. tokenform_layout.cpp builds them,
// tokenform_state.cpp says what can be used and what is shown around them.
#include "token/tokenform.h"

#include "credentials/secretlike.h"
#include "editing/changedesk.h"
#include "fields/fieldeditor.h"
#include "kit/shownlabel.h"
#include "wording/wording.h"

#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStringListModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

void TokenForm::requestLoad()
{
    if (!m_state.signedIn || m_state.busy) {
        return;
    }
    if (const auto problem = tokenNameProblem(m_name->text())) {
        m_nameProblem->setShownText(wording::problem(*problem));
        m_nameProblem->show();
        m_name->setFocus();
        return;
    }
    Q_EMIT loadRequested(m_name->text());
}

void TokenForm::setAccount(const Account &account)
{
    m_account = account;
    refresh();
}

void TokenForm::showInEveryRow(const Token &token)
{
    for (Row &row : m_rows) {
        row.editor->show(token);
        row.serviceWords.clear();
    }
    m_undo.reset();
    m_reason->clear();
}

void TokenForm::showToken(const Token &token)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token = token;
        m_name->setText(token.name);
        showInEveryRow(token);
    }
    refresh();
}

void TokenForm::rebase(const Token &token)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token = token;
        for (const Row &row : m_rows) {
            row.editor->rebase(token);
        }
    }
    refresh();
}

void TokenForm::clearToken()
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token.reset();
        showInEveryRow(Token());
    }
    refresh();
}

void TokenForm::setKnownNames(const QStringList &names)
{
    // Completing among very many would make each key wait; the list of tokens finds them.
    constexpr qsizetype Completed = 5'000;
    const bool completes = names.size() <= Completed;
    m_names->setStringList(completes ? names : QStringList());
    m_name->setToolTip(completes ? QString()
                                 : tr("There are too many tokens to complete a name here: the "
                                      "list's filter finds them."));
}

bool TokenForm::isUsed(const Row &row) const
{
    return m_token && row.editor->appliesTo(*m_token);
}

bool TokenForm::differs(const Row &row) const
{
    return isUsed(row) && row.editor->isEdited();
}

QString TokenForm::problemOf(const Row &row) const
{
    return isUsed(row) ? row.editor->problem() : QString();
}

ChangeRequest TokenForm::request() const
{
    ChangeRequest request;
    for (const Row &row : m_rows) {
        if (isUsed(row)) {
            row.editor->ask(request);
        }
    }
    if (!m_token) {
        return request;
    }
    request.undoes = m_undo ? m_undo->undoes : std::nullopt;
    if (m_undo && request != *m_undo) {
        request.undoes.reset(); // it was edited further: not that inverse any more
    }
    request.reason = m_reason->text().trimmed();
    return request;
}

bool TokenForm::isEdited() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [this](const Row &row) { return differs(row); });
}

QString TokenForm::reasonProblem() const
{
    if (looksLikeSecret(m_reason->text())) {
        return tr("This looks like a JWT or a key. The reason is kept in your journal, where no "
                  "secret belongs: take it out.");
    }
    ChangeRequest given;
    given.reason = m_reason->text().trimmed();
    return brokenRule(m_account, given) == Stop::Reason::NoReason
        ? tr("This account wants a reason for each change. Type one.")
        : QString();
}

bool TokenForm::isValid() const
{
    return m_token && reasonProblem().isEmpty()
        && std::all_of(m_rows.begin(), m_rows.end(),
                       [this](const Row &row) { return problemOf(row).isEmpty(); });
}

bool TokenForm::canSubmit() const
{
    return m_state.signedIn && !m_state.busy && m_token && m_name->text() == m_token->name
        && isEdited() && isValid() && !request().isEmpty();
}

FormEdit TokenForm::edit() const
{
    FormEdit edit;
    for (const Row &row : m_rows) {
        if (isUsed(row)) {
            row.editor->keep(edit);
        }
    }
    edit.reason = m_reason->text();
    edit.undo = m_undo;
    return edit;
}

void TokenForm::applyEdit(const FormEdit &edit)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        for (const Row &row : m_rows) {
            if (isUsed(row)) {
                row.editor->applyEdit(edit);
            }
        }
        m_reason->setText(edit.reason);
        m_undo = edit.undo;
    }
    refresh();
    Q_EMIT edited();
}

void TokenForm::revert()
{
    if (m_token) {
        const QString typed = m_name->text();
        showToken(*m_token);
        m_name->setText(typed);
    }
}

void TokenForm::fillIn(const ChangeRequest &undo)
{
    const Token token = m_token.value_or(Token());
    showToken(token);
    {
        const QScopedValueRollback showing(m_showing, true);
        for (const Row &row : m_rows) {
            if (row.editor->appliesTo(token)) {
                row.editor->fillIn(undo);
            }
        }
    }
    if (undo.undoes) {
        continueUndo(*undo.undoes);
    }
    Q_EMIT edited();
}

void TokenForm::continueUndo(qint64 change)
{
    m_undo.reset();
    ChangeRequest undo = request();
    undo.reason.clear();
    undo.undoes = change;
    m_undo = undo;
    refresh();
}

void TokenForm::onEdited(Row &row)
{
    if (!m_showing) {
        row.serviceWords.clear();
        refresh();
        Q_EMIT edited();
    }
}

void TokenForm::showCurrent(Row &row)
{
    const QScopedValueRollback showing(m_showing, true);
    row.editor->show(*m_token);
    row.serviceWords.clear();
}

void TokenForm::revertRow(Row &row)
{
    if (!m_token) {
        return;
    }
    showCurrent(row);
    row.editor->widget()->setFocus();
    refresh();
    Q_EMIT edited();
}

void TokenForm::putBack(const QList<Field> &fields)
{
    if (!m_token) {
        return;
    }
    for (Row &row : m_rows) {
        const QList<Field> its = row.editor->fields();
        if (std::any_of(its.begin(), its.end(),
                        [&fields](Field field) { return fields.contains(field); })) {
            showCurrent(row);
        }
    }
    refresh();
    Q_EMIT edited();
}

} // namespace purser
