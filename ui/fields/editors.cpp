// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/editors.h"

#include "fields/balancefield.h"
#include "fields/balancespinbox.h"
#include "fields/expirydatetimeedit.h"
#include "fields/nullabledatetimeedit.h"
#include "fields/resetfield.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

Qt::CheckState stateOf(const std::optional<bool> &activeBalance)
{
    return !activeBalance ? Qt::PartiallyChecked : *activeBalance ? Qt::Checked : Qt::Unchecked;
}

} // namespace

QList<FieldEditor *> makeFieldEditors(QWidget *form)
{
    return {new BalanceEditor(form), new ExpiryEditor(form), new ActiveBalanceEditor(form),
            new ResetEditor(form)};
}

BalanceEditor::BalanceEditor(QWidget *form) : FieldEditor(form), m_field(new BalanceField(form))
{
    connect(m_field, &BalanceField::edited, this, &FieldEditor::edited);
}

FieldEditor::Names BalanceEditor::names() const
{
    return {u"Balance"_s, tr("&Balance"), tr("Balance"), tr("Current balance")};
}

QLayout *BalanceEditor::layout()
{
    return m_field;
}

QWidget *BalanceEditor::widget()
{
    return m_field->spinBox();
}

QList<QWidget *> BalanceEditor::tabOrder()
{
    return {m_field->modeCombo(), m_field->spinBox(), m_field->setNegativeButton(),
            m_field->deductButton()};
}

void BalanceEditor::focus()
{
    m_field->selectText();
}

void BalanceEditor::show(const Token &token)
{
    m_field->showBalance(token.balance);
}

void BalanceEditor::rebase(const Token &token)
{
    m_field->rebase(token.balance);
}

bool BalanceEditor::isEdited() const
{
    return m_field->isEdited();
}

QString BalanceEditor::problem() const
{
    return m_field->problem();
}

void BalanceEditor::ask(ChangeRequest &request) const
{
    request.balance = m_field->request();
}

void BalanceEditor::fillIn(const ChangeRequest &request)
{
    if (request.balance) {
        m_field->showRequest(*request.balance);
    }
}

void BalanceEditor::keep(FormEdit &edit) const
{
    edit.balance = m_field->edit();
}

void BalanceEditor::applyEdit(const FormEdit &edit)
{
    m_field->applyEdit(edit.balance);
}

void BalanceEditor::setUsable(bool usable)
{
    m_field->setUsable(usable);
}

void BalanceEditor::setProblem(const QString &shown, bool isOwn)
{
    m_field->setProblemDescription(shown);
    m_field->setMarkedInvalid(isOwn);
}

ExpiryEditor::ExpiryEditor(QWidget *form)
    : FieldEditor(form), m_field(new NullableDateTimeEdit(QTimeZone::systemTimeZone(),
                                                          &QDateTime::currentDateTimeUtc, form))
{
    connect(m_field, &NullableDateTimeEdit::edited, this, &FieldEditor::edited);
}

FieldEditor::Names ExpiryEditor::names() const
{
    return {u"Expiry"_s, tr("E&xpires"), tr("Expiry"), tr("Current expiry")};
}

QWidget *ExpiryEditor::widget()
{
    return m_field;
}

QWidget *ExpiryEditor::buddy()
{
    return m_field->dateTimeEdit();
}

QList<QWidget *> ExpiryEditor::tabOrder()
{
    return {m_field->dateTimeEdit(), m_field->neverCheckBox(), m_field->presetButton()};
}

void ExpiryEditor::show(const Token &token)
{
    m_base = token.expiry;
    m_field->showExpiry(token.expiry);
}

void ExpiryEditor::rebase(const Token &token)
{
    const bool wasEdited = isEdited();
    m_base = token.expiry;
    if (!wasEdited) {
        m_field->showExpiry(token.expiry);
    }
    m_field->setCurrentExpiry(token.expiry);
}

bool ExpiryEditor::isEdited() const
{
    return !m_field->problem().isEmpty() || m_field->expiry() != m_base;
}

QString ExpiryEditor::problem() const
{
    return m_field->problem();
}

void ExpiryEditor::ask(ChangeRequest &request) const
{
    if (isEdited()) {
        request.expiry = m_field->expiry();
    }
}

void ExpiryEditor::fillIn(const ChangeRequest &request)
{
    if (request.expiry) {
        m_field->showRequest(*request.expiry);
    }
}

void ExpiryEditor::keep(FormEdit &edit) const
{
    edit.expiry = m_field->edit();
}

void ExpiryEditor::applyEdit(const FormEdit &edit)
{
    m_field->applyEdit(edit.expiry);
}

void ExpiryEditor::setProblem(const QString &shown, bool isOwn)
{
    m_field->setProblemDescription(shown);
    m_field->setMarkedInvalid(isOwn);
}

QString ExpiryEditor::currentNote(const Token &token) const
{
    if (!token.expiry || token.expiry->isNever()) {
        return {};
    }
    // In UTC itself that would say the same twice.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isUtc = QTimeZone::systemTimeZone().offsetFromUtc(now) == 0;
    return isUtc ? wording::distance(token.expiry->toUtc(), now)
                 : wording::expiryInUtc(*token.expiry, now);
}

QString ExpiryEditor::noteName() const
{
    return tr("Current expiry in UTC, and how far it is");
}

ActiveBalanceEditor::ActiveBalanceEditor(QWidget *form)
    : FieldEditor(form), m_box(new QCheckBox(form))
{
    m_box->setObjectName("activeBalanceCheckBox"_L1);
    m_box->setAccessibleName(tr("Active balance"));
    m_box->setText(tr("Stop the token when its balance reaches 0"));
    connect(m_box, &QCheckBox::stateChanged, this, &ActiveBalanceEditor::onToggled);
}

FieldEditor::Names ActiveBalanceEditor::names() const
{
    return {u"ActiveBalance"_s, tr("&Active balance"), tr("Active balance"),
            tr("Current active balance")};
}

QWidget *ActiveBalanceEditor::widget()
{
    return m_box;
}

void ActiveBalanceEditor::setState(Qt::CheckState state)
{
    const QScopedValueRollback showing(m_showing, true);
    m_box->setTristate(state == Qt::PartiallyChecked);
    m_box->setCheckState(state);
}

void ActiveBalanceEditor::onToggled()
{
    if (!m_showing) {
        m_box->setTristate(false);
        Q_EMIT edited();
    }
}

void ActiveBalanceEditor::show(const Token &token)
{
    m_base = token.activeBalance;
    m_forced = false;
    setState(stateOf(m_base));
}

void ActiveBalanceEditor::rebase(const Token &token)
{
    if (m_forced) { // what comes back follows, unless it was edited before
        m_unforced = m_unforced == stateOf(m_base) ? stateOf(token.activeBalance) : m_unforced;
        m_base = token.activeBalance;
    } else if (isEdited()) {
        m_base = token.activeBalance;
    } else {
        show(token);
    }
}

bool ActiveBalanceEditor::isEdited() const
{
    return m_box->checkState() != Qt::PartiallyChecked && m_base != m_box->isChecked();
}

void ActiveBalanceEditor::ask(ChangeRequest &request) const
{
    if (isEdited() && !m_forced) {
        request.activeBalance = m_box->isChecked();
    }
}

void ActiveBalanceEditor::fillIn(const ChangeRequest &request)
{
    if (request.activeBalance) {
        setState(*request.activeBalance ? Qt::Checked : Qt::Unchecked);
    }
}

void ActiveBalanceEditor::keep(FormEdit &edit) const
{
    edit.activeBalance = m_forced ? m_unforced : m_box->checkState();
}

void ActiveBalanceEditor::applyEdit(const FormEdit &edit)
{
    m_forced = false;
    setState(edit.activeBalance);
}

void ActiveBalanceEditor::setForced(bool forced)
{
    if (forced == m_forced) {
        return;
    }
    m_forced = forced;
    if (forced) {
        m_unforced = m_box->checkState();
    }
    setState(forced ? Qt::Checked : m_unforced);
}

void ActiveBalanceEditor::setUsable(bool usable)
{
    m_box->setEnabled(usable && !m_forced);
}

ResetEditor::ResetEditor(QWidget *form) : FieldEditor(form), m_field(new ResetField(form))
{
    connect(m_field, &ResetField::edited, this, &FieldEditor::edited);
}

FieldEditor::Names ResetEditor::names() const
{
    return {u"Reset"_s, tr("Rese&t"), tr("Reset"), tr("Current reset")};
}

QWidget *ResetEditor::widget()
{
    return m_field;
}

QWidget *ResetEditor::buddy()
{
    return m_field->periodCombo();
}

QList<QWidget *> ResetEditor::tabOrder()
{
    return {m_field->periodCombo(), m_field->amountSpinBox()};
}

bool ResetEditor::appliesTo(const Token &token) const
{
    return token.resetPeriod.has_value();
}

void ResetEditor::show(const Token &token)
{
    m_base = token;
    m_field->showToken(token);
}

void ResetEditor::rebase(const Token &token)
{
    m_base = token;
    m_field->rebase(token);
}

bool ResetEditor::isEdited() const
{
    return m_field->isEdited();
}

QString ResetEditor::problem() const
{
    return m_field->problem();
}

void ResetEditor::ask(ChangeRequest &request) const
{
    request.resetPeriod = m_field->period();
    request.resetAmount = m_field->amount();
}

void ResetEditor::fillIn(const ChangeRequest &request)
{
    if (!request.resetPeriod && !request.resetAmount) {
        return;
    }
    const auto amount = request.resetAmount.value_or(m_base.resetAmount.value_or(MaybeBalance()));
    m_field->applyEdit(
        {request.resetPeriod.value_or(m_base.resetPeriod.value_or(ResetPeriod::None)),
         amount ? amount->toDisplay(m_field->locale()) : QString()});
}

void ResetEditor::keep(FormEdit &edit) const
{
    edit.reset = m_field->edit();
}

void ResetEditor::applyEdit(const FormEdit &edit)
{
    if (edit.reset) {
        m_field->applyEdit(*edit.reset);
    }
}

//! Setting a reset period switches the active balance on, whatever the box said.
bool ResetEditor::forces(Field field) const
{
    return field == Field::ActiveBalance && m_field->forcesActiveBalance();
}

void ResetEditor::setProblem(const QString &shown, bool isOwn)
{
    m_field->setProblemDescription(shown);
    m_field->setMarkedInvalid(isOwn);
}

QString ResetEditor::currentValue(const Token &token, const Reader &reader) const
{
    const QString period = wording::value(Field::ResetPeriod, token, reader);
    return token.resetPeriod.value_or(ResetPeriod::None) == ResetPeriod::None
        ? period
        : tr("%1: to %2").arg(period, wording::value(Field::ResetAmount, token, reader));
}

} // namespace purser
