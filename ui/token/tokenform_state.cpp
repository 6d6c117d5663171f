// SPDX-License-Identifier: GPL-3.0-or-later
// TokenForm's part that says what can be used, and what is shown around the fields.
#include "fields/fieldeditor.h"
#include "kit/shownlabel.h"
#include "kit/windowreader.h"
#include "token/requestpane.h"
#include "token/tokenform.h"
#include "wording/wording.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Danger:
        return TokenForm::tr("Danger");
    case Severity::Warning:
        return TokenForm::tr("Warning");
    case Severity::Note:
        break;
    }
    return TokenForm::tr("Note");
}

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Danger:
        return Tone::Error;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Note:
        break;
    }
    return Tone::Information;
}

} // namespace

void TokenForm::showFieldErrors(const Failure &failure)
{
    for (Row &row : m_rows) {
        QStringList words;
        const QList<Field> fields = row.editor->fields();
        for (const Field field : fields) {
            words.append(wording::fieldMessage(failure, field));
        }
        row.serviceWords = words.join(u' ').trimmed();
    }
    refresh();
}

void TokenForm::setState(const State &state)
{
    m_state = state;
    refresh();
}

void TokenForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void TokenForm::focusFirstField()
{
    m_rows.front().editor->focus();
}

void TokenForm::showProblem(Row &row)
{
    const QString own = problemOf(row);
    QString text = own;
    if (text.isEmpty() && !row.serviceWords.isEmpty()) {
        text = tr("The service says: \u201c%1\u201d").arg(row.serviceWords);
    }
    row.problem->setShownText(text);
    row.problem->setVisible(!text.isEmpty());
    row.editor->setProblem(text, !own.isEmpty());
}

//! What one row makes the service do to another's field.
void TokenForm::updateForced()
{
    const QScopedValueRollback showing(m_showing, true);
    for (const Row &row : m_rows) {
        const Field field = row.editor->fields().constFirst();
        row.editor->setForced(
            std::any_of(m_rows.begin(), m_rows.end(), [this, field](const Row &other) {
                return isUsed(other) && other.editor->forces(field);
            }));
    }
}

void TokenForm::refreshProblems()
{
    for (Row &row : m_rows) {
        showProblem(row);
        const bool changed = differs(row);
        row.mark->setShownText(changed ? tr("\u25cf Changed") : QString());
        row.undo->setVisible(changed && !m_state.busy);
    }
    const bool asksForReason = isEdited() || !m_reason->text().isEmpty();
    m_reasonProblem->setShownText(asksForReason ? reasonProblem() : QString());
    m_reasonProblem->setVisible(!m_reasonProblem->text().isEmpty());
}

//! What the change will do, and the request that it comes to.
void TokenForm::refreshOutlook()
{
    const ChangeRequest wanted = isValid() ? request() : ChangeRequest();
    const Reader reader = readerOf(*this);
    const Outlook outlook =
        m_token ? outlookOf(wanted, std::nullopt, *m_token, reader.now) : Outlook();
    const TokenPatch &patch = outlook.plan.patch;
    const bool isAmount = wanted.balance && wanted.balance->mode != BalanceMode::SetTo;
    m_requestPane->showRequest(
        patch.isEmpty() ? std::nullopt
                        : std::optional(RequestText::ofChange(m_account.url, m_token->name, patch)),
        isAmount ? wording::balance(m_token->balance, locale()) : QString());
    QStringList sentences;
    Severity worst = Severity::Note;
    for (const Consequence one : outlook.consequences) {
        worst = std::max(worst, severityOf(one));
        sentences.append(tr("%1: %2").arg(severityWord(severityOf(one)),
                                          wording::consequence(one, outlook, reader)));
    }
    m_consequences->setTone(toneOf(worst));
    m_consequences->setShownText(sentences.join(u'\n'));
    m_consequences->setVisible(!sentences.isEmpty());
}

QString TokenForm::outlook() const
{
    return m_consequences->text();
}

void TokenForm::refresh()
{
    if (m_showing) {
        return;
    }
    updateForced();
    refreshProblems();
    updateCurrentValues();
    updateHeading();
    refreshOutlook();

    const bool editable = m_state.signedIn && !m_state.busy && m_token;
    for (const Row &row : m_rows) {
        const bool applies = row.editor->appliesTo(m_token.value_or(Token()));
        row.label->setVisible(applies);
        row.current->setVisible(applies);
        if (!row.editor->layout()) {
            row.editor->widget()->setVisible(applies);
        }
        row.editor->setUsable(editable);
    }
    m_reason->setEnabled(editable);
    m_name->setEnabled(m_state.signedIn && !m_state.busy);
    m_load->setEnabled(m_state.signedIn && !m_state.busy);
    m_revert->setEnabled(editable && isEdited());
    m_cancel->setEnabled(m_state.busy || m_state.settling);
    m_submit->setEnabled(canSubmit() && !m_state.blocked);
}

void TokenForm::updateHeading()
{
    if (!m_token) {
        m_heading->setShownText(tr("No token loaded"));
        m_subheading->setShownText(m_state.signedIn
                                       ? tr("Choose a token, or type its name above and press "
                                            "Enter: its values are read before anything can be "
                                            "edited.")
                                       : tr("Sign in to an account to begin."));
        return;
    }
    m_heading->setShownText(m_token->name);
    if (m_name->text() != m_token->name) {
        m_subheading->setShownText(tr("The name above is another one. Load it, or type this "
                                      "token's name again to go on editing it."));
        return;
    }
    QStringList about{wording::tokenType(*m_token)};
    if (m_state.blocked) {
        about.append(tr("A change of this token is still undecided."));
    }
    if (m_state.restored && isEdited()) {
        about.append(tr("Restored: this edit is from before Purser ended."));
    }
    if (request().undoes) {
        about.append(tr("Undo of change %1.").arg(*request().undoes));
    }
    m_subheading->setShownText(about.join(u" \u00b7 "_s));
}

void TokenForm::updateCurrentValues()
{
    for (const Row &row : m_rows) {
        row.current->setShownText(isUsed(row) ? row.editor->currentValue(*m_token, readerOf(*this))
                                              : QString());
        if (row.note) {
            row.note->setShownText(m_token ? row.editor->currentNote(*m_token) : QString());
            row.note->setVisible(!row.note->text().isEmpty());
        }
    }
}

} // namespace purser
