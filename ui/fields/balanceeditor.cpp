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
    [[nodiscard]] Names names() const override;
    [[nodiscard]] QLayout *layout() override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QWidget *> tabOrder() override;
    void focus() override;
    void show(const Token &token) override;
    void rebase(const Token &token) override;
    [[nodiscard]] bool isEdited() const override;
    [[nodiscard]] QString problem() const override;
    void ask(ChangeRequest &request) const override;
    void fillIn(const ChangeRequest &request) override;
    void keep(FormEdit &edit) const override;
    void applyEdit(const FormEdit &edit) override;
    void setUsable(bool usable) override;
    void setProblem(const QString &shown, bool isOwn) override;

private:
    BalanceField *m_field;
};

BalanceEditor::BalanceEditor(QWidget *form) : FieldEditor(form), m_field(new BalanceField(form))
{
    connect(m_field, &BalanceField::edited, this, &FieldEditor::edited);
}

FieldEditor::Names BalanceEditor::names() const
{
    return {u"Balance"_s, FieldEditor::tr("&Balance"), FieldEditor::tr("Balance"),
            FieldEditor::tr("Current balance")};
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

} // namespace

FieldEditor *makeBalanceEditor(QWidget *form)
{
    return new BalanceEditor(form);
}

} // namespace purser
