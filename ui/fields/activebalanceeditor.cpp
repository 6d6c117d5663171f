// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/editors.h"

#include <QCheckBox>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

Qt::CheckState stateOf(const std::optional<bool> &activeBalance)
{
    return !activeBalance ? Qt::PartiallyChecked : *activeBalance ? Qt::Checked : Qt::Unchecked;
}

//! Three states, while the token does not state it.
class ActiveBalanceEditor final : public FieldEditor {
public:
    explicit ActiveBalanceEditor(QWidget *form);

    [[nodiscard]] QList<Field> fields() const override { return {Field::ActiveBalance}; }
    [[nodiscard]] Names names() const override
    {
        return {u"ActiveBalance"_s, FieldEditor::tr("&Active balance"),
                FieldEditor::tr("Active balance"), FieldEditor::tr("Current active balance")};
    }
    [[nodiscard]] QWidget *widget() override { return m_box; }
    void show(const Token &token) override
    {
        m_base = token.activeBalance;
        m_forced = false;
        setState(stateOf(m_base));
    }
    void rebase(const Token &token) override;
    [[nodiscard]] bool isEdited() const override
    {
        return m_box->checkState() != Qt::PartiallyChecked && m_base != m_box->isChecked();
    }
    void ask(ChangeRequest &request) const override
    {
        if (isEdited() && !m_forced) {
            request.activeBalance = m_box->isChecked();
        }
    }
    void fillIn(const ChangeRequest &request) override
    {
        if (request.activeBalance) {
            setState(*request.activeBalance ? Qt::Checked : Qt::Unchecked);
        }
    }
    void keep(FormEdit &edit) const override
    {
        edit.activeBalance = m_forced ? m_unforced : m_box->checkState();
    }
    void applyEdit(const FormEdit &edit) override
    {
        m_forced = false;
        setState(edit.activeBalance);
    }
    void setForced(bool forced) override;
    void setUsable(bool usable) override { m_box->setEnabled(usable && !m_forced); }

private:
    void setState(Qt::CheckState state);
    void onToggled();

    QCheckBox *m_box;
    std::optional<bool> m_base; //!< the token's
    Qt::CheckState m_unforced = Qt::Unchecked; //!< what comes back
    bool m_forced = false;
    bool m_showing = false; //!< changes come from the program, not from the user
};

ActiveBalanceEditor::ActiveBalanceEditor(QWidget *form)
    : FieldEditor(form), m_box(new QCheckBox(form))
{
    m_box->setObjectName("activeBalanceCheckBox"_L1);
    m_box->setAccessibleName(FieldEditor::tr("Active balance"));
    m_box->setText(FieldEditor::tr("Stop the token when its balance reaches 0"));
    connect(m_box, &QCheckBox::stateChanged, this, &ActiveBalanceEditor::onToggled);
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

} // namespace

FieldEditor *makeActiveBalanceEditor(QWidget *form)
{
    return new ActiveBalanceEditor(form);
}

} // namespace purser
