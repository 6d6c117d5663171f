// SPDX-License-Identifier: GPL-3.0-or-later
// TokenForm's fields: what they show, what they ask for. tokenform_layout.cpp builds them,
// tokenform_state.cpp says what can be used and what is shown around them.
#include "token/tokenform.h"

#include "credentials/secretlike.h"
#include "fields/balancespinbox.h"
#include "kit/shownlabel.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStringListModel>

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

void TokenForm::setAccount(const ServiceUrl &service, bool requiresReason)
{
    m_service = service;
    m_requiresReason = requiresReason;
    refresh();
}

void TokenForm::showActiveBalance(const Token &token)
{
    m_activeBalanceForced = false;
    m_activeBalance->setTristate(!token.activeBalance);
    m_activeBalance->setCheckState(!token.activeBalance       ? Qt::PartiallyChecked
                                       : *token.activeBalance ? Qt::Checked
                                                              : Qt::Unchecked);
}

void TokenForm::showToken(const Token &token)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token = token;
        m_undo.reset();
        m_name->setText(token.name);
        m_balance->showBalance(token.balance);
        m_expiry->showExpiry(token.expiry);
        showActiveBalance(token);
        m_reset->showToken(token);
        m_reason->clear();
        for (Row &row : m_rows) {
            row.serviceWords.clear();
        }
    }
    refresh();
}

void TokenForm::rebase(const Token &token)
{
    const bool expiryEdited = expiryDiffers();
    const bool activeBalanceEdited = activeBalanceDiffers();
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token = token;
        m_balance->rebase(token.balance);
        m_reset->rebase(token);
        if (!expiryEdited) {
            m_expiry->showExpiry(token.expiry);
        }
        m_expiry->setCurrentExpiry(token.expiry);
        if (!activeBalanceEdited) {
            showActiveBalance(token);
        }
    }
    refresh();
}

void TokenForm::clearToken()
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token.reset();
        m_undo.reset();
        m_balance->showBalance({});
        m_expiry->showExpiry(std::nullopt);
        showActiveBalance(Token{});
        m_reset->showToken(Token{});
        m_reason->clear();
        for (Row &row : m_rows) {
            row.serviceWords.clear();
        }
    }
    refresh();
}

void TokenForm::setKnownNames(const QStringList &names)
{
    // Completing among very many would make each key wait; the list of tokens finds them.
    constexpr qsizetype Completed = 5'000;
    m_names->setStringList(names.size() <= Completed ? names : QStringList());
}

bool TokenForm::expiryDiffers() const
{
    return m_token && (!m_expiry->problem().isEmpty() || m_expiry->expiry() != m_token->expiry);
}

bool TokenForm::activeBalanceDiffers() const
{
    if (!m_token || m_activeBalance->checkState() == Qt::PartiallyChecked) {
        return false;
    }
    return m_token->activeBalance != m_activeBalance->isChecked();
}

bool TokenForm::statesReset() const
{
    return m_token && m_token->resetPeriod;
}

bool TokenForm::differs(RowName row) const
{
    switch (row) {
    case BalanceRow:
        return m_token && m_balance->isEdited();
    case ExpiryRow:
        return expiryDiffers();
    case ActiveBalanceRow:
        return activeBalanceDiffers();
    case ResetRow:
        return statesReset() && m_reset->isEdited();
    case RowCount:
        break;
    }
    return false;
}

ChangeRequest TokenForm::request() const
{
    ChangeRequest request;
    if (!m_token) {
        return request;
    }
    request.balance = m_balance->request();
    if (expiryDiffers()) {
        request.expiry = m_expiry->expiry();
    }
    if (activeBalanceDiffers() && !m_activeBalanceForced) {
        request.activeBalance = m_activeBalance->isChecked();
    }
    if (statesReset()) {
        request.resetPeriod = m_reset->period();
        request.resetAmount = m_reset->amount();
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
    for (const RowName row : {BalanceRow, ExpiryRow, ActiveBalanceRow, ResetRow}) {
        if (differs(row)) {
            return true;
        }
    }
    return false;
}

QString TokenForm::reasonProblem() const
{
    if (looksLikeSecret(m_reason->text())) {
        return tr("This looks like a JWT or a key. The reason is kept in your journal, where no "
                  "secret belongs: take it out.");
    }
    return m_requiresReason && m_reason->text().trimmed().isEmpty()
        ? tr("This account wants a reason for each change. Type one.")
        : QString();
}

bool TokenForm::isValid() const
{
    return m_token && m_balance->problem().isEmpty() && m_expiry->problem().isEmpty()
        && (!statesReset() || m_reset->problem().isEmpty()) && reasonProblem().isEmpty();
}

bool TokenForm::canSubmit() const
{
    return m_state.signedIn && !m_state.busy && m_token && m_name->text() == m_token->name
        && isEdited() && isValid() && !request().isEmpty();
}

FormEdit TokenForm::edit() const
{
    return {m_balance->edit(),
            m_expiry->edit(),
            m_activeBalanceForced ? m_activeBalanceUnforced : m_activeBalance->checkState(),
            m_reset->edit(),
            m_reason->text(),
            m_undo};
}

void TokenForm::applyEdit(const FormEdit &edit)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_balance->applyEdit(edit.balance);
        m_expiry->applyEdit(edit.expiry);
        m_activeBalanceForced = false;
        m_activeBalance->setTristate(edit.activeBalance == Qt::PartiallyChecked);
        m_activeBalance->setCheckState(edit.activeBalance);
        if (statesReset()) {
            m_reset->applyEdit(edit.reset);
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
        if (undo.balance) {
            m_balance->showRequest(*undo.balance);
        }
        if (undo.expiry) {
            m_expiry->showRequest(*undo.expiry);
        }
        if (undo.activeBalance) {
            m_activeBalance->setTristate(false);
            m_activeBalance->setChecked(*undo.activeBalance);
        }
        if (statesReset() && (undo.resetPeriod || undo.resetAmount)) {
            const auto amount =
                undo.resetAmount.value_or(token.resetAmount.value_or(MaybeBalance()));
            m_reset->applyEdit({undo.resetPeriod.value_or(*token.resetPeriod),
                                amount ? amount->toDisplay(locale()) : QString()});
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

void TokenForm::onEdited(RowName row)
{
    if (m_showing) {
        return;
    }
    m_rows.at(row).serviceWords.clear();
    if (row == ActiveBalanceRow) {
        m_activeBalance->setTristate(false);
    }
    refresh();
    Q_EMIT edited();
}

void TokenForm::showCurrent(RowName row)
{
    const QScopedValueRollback showing(m_showing, true);
    switch (row) {
    case BalanceRow:
        m_balance->showBalance(m_token->balance);
        break;
    case ExpiryRow:
        m_expiry->showExpiry(m_token->expiry);
        break;
    case ActiveBalanceRow:
        showActiveBalance(*m_token);
        break;
    case ResetRow:
        m_reset->showToken(*m_token);
        break;
    case RowCount:
        break;
    }
    m_rows.at(row).serviceWords.clear();
}

void TokenForm::revertRow(RowName row)
{
    if (!m_token) {
        return;
    }
    showCurrent(row);
    m_rows.at(row).editor->setFocus();
    refresh();
    Q_EMIT edited();
}

void TokenForm::putBack(const QList<Field> &fields)
{
    if (!m_token) {
        return;
    }
    for (const Field field : fields) {
        switch (field) {
        case Field::Balance:
            showCurrent(BalanceRow);
            break;
        case Field::Expiry:
            showCurrent(ExpiryRow);
            break;
        case Field::ActiveBalance:
            showCurrent(ActiveBalanceRow);
            break;
        case Field::ResetPeriod:
        case Field::ResetAmount:
            showCurrent(ResetRow);
            break;
        }
    }
    refresh();
    Q_EMIT edited();
}

} // namespace purser
