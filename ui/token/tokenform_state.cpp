// SPDX-License-Identifier: GPL-3.0-or-later
// TokenForm's part that says what can be used, and what is shown around the fields.
#include "fields/balancespinbox.h"
#include "fields/expirydatetimeedit.h"
#include "kit/shownlabel.h"
#include "kit/windowreader.h"
#include "token/requestpane.h"
#include "token/tokenform.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

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
    static const std::array<QStringList, RowCount> names{
        QStringList{u"balance"_s}, QStringList{u"expire_time"_s}, QStringList{u"active_balance"_s},
        QStringList{u"balance_reset_period"_s, u"balance_reset_amount"_s}};
    for (size_t row = 0; row < RowCount; ++row) {
        QStringList words;
        for (const QString &name : names.at(row)) {
            words.append(wording::fieldMessage(failure, name));
        }
        m_rows.at(row).serviceWords = words.join(u' ').trimmed();
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
    m_balance->selectText();
}

void TokenForm::showProblem(RowName name, const QString &ownProblem)
{
    Row &row = m_rows.at(name);
    QString text = ownProblem;
    if (text.isEmpty() && !row.serviceWords.isEmpty()) {
        text = tr("The service says: \u201c%1\u201d").arg(row.serviceWords);
    }
    row.problem->setShownText(text);
    row.problem->setVisible(!text.isEmpty());
}

//! Setting a reset period switches the active balance on, whatever the box said.
void TokenForm::updateForcedActiveBalance()
{
    const bool forced = statesReset() && m_reset->forcesActiveBalance();
    if (forced == m_activeBalanceForced) {
        return;
    }
    const QScopedValueRollback showing(m_showing, true);
    m_activeBalanceForced = forced;
    if (forced) {
        m_activeBalanceUnforced = m_activeBalance->checkState();
        m_activeBalance->setTristate(false);
        m_activeBalance->setCheckState(Qt::Checked);
    } else {
        m_activeBalance->setTristate(m_activeBalanceUnforced == Qt::PartiallyChecked);
        m_activeBalance->setCheckState(m_activeBalanceUnforced);
    }
}

void TokenForm::refreshProblems()
{
    const QString balanceProblem = m_token ? m_balance->problem() : QString();
    const QString expiryProblem = m_token ? m_expiry->problem() : QString();
    const QString resetProblem = statesReset() ? m_reset->problem() : QString();
    showProblem(BalanceRow, balanceProblem);
    showProblem(ExpiryRow, expiryProblem);
    showProblem(ActiveBalanceRow, QString());
    showProblem(ResetRow, resetProblem);
    m_balance->setProblemDescription(m_rows.at(BalanceRow).problem->text());
    m_balance->setMarkedInvalid(!balanceProblem.isEmpty());
    m_expiry->setProblemDescription(m_rows.at(ExpiryRow).problem->text());
    m_expiry->setMarkedInvalid(!expiryProblem.isEmpty());
    m_reset->setProblemDescription(m_rows.at(ResetRow).problem->text());
    m_reset->setMarkedInvalid(!resetProblem.isEmpty());
    const bool asksForReason = isEdited() || !m_reason->text().isEmpty();
    m_reasonProblem->setShownText(asksForReason ? reasonProblem() : QString());
    m_reasonProblem->setVisible(!m_reasonProblem->text().isEmpty());
    for (const RowName name : {BalanceRow, ExpiryRow, ActiveBalanceRow, ResetRow}) {
        const Row &row = m_rows.at(name);
        const bool changed = differs(name);
        row.mark->setShownText(changed ? tr("\u25cf Changed") : QString());
        row.undo->setVisible(changed && !m_state.busy);
    }
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
                        : std::optional(RequestText::ofChange(m_service, m_token->name, patch)),
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
    updateForcedActiveBalance();
    refreshProblems();
    updateCurrentValues();
    updateHeading();
    refreshOutlook();

    const bool editable = m_state.signedIn && !m_state.busy && m_token;
    const Row &reset = m_rows.at(ResetRow);
    reset.label->setVisible(statesReset());
    reset.editor->setVisible(statesReset());
    reset.current->setVisible(statesReset());
    m_balance->setUsable(editable);
    m_expiry->setEnabled(editable);
    m_activeBalance->setEnabled(editable && !m_activeBalanceForced);
    m_reset->setEnabled(editable);
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
    const auto show = [this](RowName row, Field field) {
        m_rows.at(row).current->setShownText(
            m_token ? wording::value(field, *m_token, readerOf(*this)) : QString());
    };
    show(BalanceRow, Field::Balance);
    show(ExpiryRow, Field::Expiry);
    show(ActiveBalanceRow, Field::ActiveBalance);
    QString reset;
    if (statesReset()) {
        reset = wording::resetPeriod(*m_token->resetPeriod);
        if (*m_token->resetPeriod != ResetPeriod::None) {
            reset = tr("%1: to %2").arg(reset, wording::balance(m_token->resetAmount, locale()));
        }
    }
    m_rows.at(ResetRow).current->setShownText(reset);
    const auto expiry = m_token ? m_token->expiry : std::nullopt;
    ShownLabel *note = m_rows.at(ExpiryRow).note;
    // In UTC itself that would say the same twice.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isUtc = QTimeZone::systemTimeZone().offsetFromUtc(now) == 0;
    note->setShownText(!expiry || expiry->isNever() ? QString()
                           : isUtc                  ? wording::distance(expiry->toUtc(), now)
                                                    : wording::expiryInUtc(*expiry, now));
    note->setVisible(!note->text().isEmpty());
}

} // namespace purser
