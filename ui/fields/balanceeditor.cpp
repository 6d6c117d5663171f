// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/balancefield.h"
#include "fields/balancespinbox.h"
#include "fields/editors.h"

#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

class BalanceEditor final : public FieldEditor {
public:
    explicit BalanceEditor(QWidget *form);

    [[nodiscard]] QList<Field> fields() const override { return {Field::Balance}; }
    [[nodiscard]] Names names() const override
    {
        return {u"Balance"_s, FieldEditor::tr("&Balance"), FieldEditor::tr("Balance"),
                FieldEditor::tr("Current balance")};
    }
    [[nodiscard]] QLayout *layout() override { return m_field; }
    [[nodiscard]] QWidget *widget() override { return m_field->spinBox(); }
    [[nodiscard]] QList<QWidget *> tabOrder() override
    {
        return {m_field->modeCombo(), m_field->spinBox(), m_field->setNegativeButton(),
                m_field->deductButton()};
    }
    void focus() override { m_field->selectText(); }
    void show(const Token &token) override { m_field->showBalance(token.balance); }
    void rebase(const Token &token) override { m_field->rebase(token.balance); }
    [[nodiscard]] bool isEdited() const override { return m_field->isEdited(); }
    [[nodiscard]] QString problem() const override { return m_field->problem(); }
    void ask(ChangeRequest &request) const override { request.balance = m_field->request(); }
    void fillIn(const ChangeRequest &request) override
    {
        if (request.balance) {
            m_field->showRequest(*request.balance);
        }
    }
    void keep(FormEdit &edit) const override { edit.balance = m_field->edit(); }
    void applyEdit(const FormEdit &edit) override { m_field->applyEdit(edit.balance); }
    void setUsable(bool usable) override { m_field->setUsable(usable); }
    void setProblem(const QString &shown, bool isOwn) override
    {
        m_field->setProblemDescription(shown);
        m_field->setMarkedInvalid(isOwn);
    }

private:
    BalanceField *m_field;
};

BalanceEditor::BalanceEditor(QWidget *form) : FieldEditor(form), m_field(new BalanceField(form))
{
    connect(m_field, &BalanceField::edited, this, &FieldEditor::edited);
}

} // namespace

FieldEditor *makeBalanceEditor(QWidget *form)
{
    return new BalanceEditor(form);
}

} // namespace purser
