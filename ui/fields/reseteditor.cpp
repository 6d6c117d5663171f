// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/balancespinbox.h"
#include "fields/editors.h"
#include "fields/resetfield.h"
#include "wording/wording.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

class ResetEditor final : public FieldEditor {
public:
    explicit ResetEditor(QWidget *form);

    [[nodiscard]] QList<Field> fields() const override
    {
        return {Field::ResetPeriod, Field::ResetAmount};
    }
    [[nodiscard]] Names names() const override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QWidget *buddy() override;
    [[nodiscard]] QList<QWidget *> tabOrder() override;
    [[nodiscard]] bool appliesTo(const Token &token) const override;
    void show(const Token &token) override;
    void rebase(const Token &token) override;
    [[nodiscard]] bool isEdited() const override;
    [[nodiscard]] QString problem() const override;
    void ask(ChangeRequest &request) const override;
    void fillIn(const ChangeRequest &request) override;
    void keep(FormEdit &edit) const override;
    void applyEdit(const FormEdit &edit) override;
    [[nodiscard]] bool forces(Field field) const override;
    void setProblem(const QString &shown, bool isOwn) override;
    [[nodiscard]] QString currentValue(const Token &token, const Reader &reader) const override;

private:
    ResetField *m_field;
    Token m_base;
};

ResetEditor::ResetEditor(QWidget *form) : FieldEditor(form), m_field(new ResetField(form))
{
    connect(m_field, &ResetField::edited, this, &FieldEditor::edited);
}

FieldEditor::Names ResetEditor::names() const
{
    return {u"Reset"_s, FieldEditor::tr("Rese&t"), FieldEditor::tr("Reset"),
            FieldEditor::tr("Current reset")};
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
        : FieldEditor::tr("%1: to %2")
              .arg(period, wording::value(Field::ResetAmount, token, reader));
}

} // namespace

FieldEditor *makeResetEditor(QWidget *form)
{
    return new ResetEditor(form);
}

} // namespace purser
