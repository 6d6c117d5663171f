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
    [[nodiscard]] Names names() const override
    {
        return {u"Reset"_s, FieldEditor::tr("Rese&t"), FieldEditor::tr("Reset"),
                FieldEditor::tr("Current reset")};
    }
    [[nodiscard]] QWidget *widget() override { return m_field; }
    [[nodiscard]] QWidget *buddy() override { return m_field->periodCombo(); }
    [[nodiscard]] QList<QWidget *> tabOrder() override
    {
        return {m_field->periodCombo(), m_field->amountSpinBox()};
    }
    [[nodiscard]] bool appliesTo(const Token &token) const override
    {
        return token.resetPeriod.has_value();
    }
    void show(const Token &token) override
    {
        m_base = token;
        m_field->showToken(token);
    }
    void rebase(const Token &token) override
    {
        m_base = token;
        m_field->rebase(token);
    }
    [[nodiscard]] bool isEdited() const override { return m_field->isEdited(); }
    [[nodiscard]] QString problem() const override { return m_field->problem(); }
    void ask(ChangeRequest &request) const override
    {
        request.resetPeriod = m_field->period();
        request.resetAmount = m_field->amount();
    }
    void fillIn(const ChangeRequest &request) override;
    void keep(FormEdit &edit) const override { edit.reset = m_field->edit(); }
    void applyEdit(const FormEdit &edit) override
    {
        if (edit.reset) {
            m_field->applyEdit(*edit.reset);
        }
    }
    //! Setting a reset period switches the active balance on, whatever the box said.
    [[nodiscard]] bool forces(Field field) const override
    {
        return field == Field::ActiveBalance && m_field->forcesActiveBalance();
    }
    void setProblem(const QString &shown, bool isOwn) override
    {
        m_field->setProblemDescription(shown);
        m_field->setMarkedInvalid(isOwn);
    }
    [[nodiscard]] QString currentValue(const Token &token, const Reader &reader) const override;

private:
    ResetField *m_field;
    Token m_base;
};

ResetEditor::ResetEditor(QWidget *form) : FieldEditor(form), m_field(new ResetField(form))
{
    connect(m_field, &ResetField::edited, this, &FieldEditor::edited);
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
