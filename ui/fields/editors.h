// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fields/fieldeditor.h"

#include <QList>

class QCheckBox;

namespace purser {

class BalanceField;
class NullableDateTimeEdit;
class ResetField;

class BalanceEditor final : public FieldEditor {
    Q_OBJECT

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

class ExpiryEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit ExpiryEditor(QWidget *form);

    [[nodiscard]] QList<Field> fields() const override { return {Field::Expiry}; }
    [[nodiscard]] Names names() const override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QWidget *buddy() override;
    [[nodiscard]] QList<QWidget *> tabOrder() override;
    void show(const Token &token) override;
    void rebase(const Token &token) override;
    [[nodiscard]] bool isEdited() const override;
    [[nodiscard]] QString problem() const override;
    void ask(ChangeRequest &request) const override;
    void fillIn(const ChangeRequest &request) override;
    void keep(FormEdit &edit) const override;
    void applyEdit(const FormEdit &edit) override;
    void setProblem(const QString &shown, bool isOwn) override;
    [[nodiscard]] QString currentNote(const Token &token) const override;
    [[nodiscard]] QString noteName() const override;

private:
    NullableDateTimeEdit *m_field;
    std::optional<Expiry> m_base; //!< the token's
};

//! Three states, while the token does not state it.
class ActiveBalanceEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit ActiveBalanceEditor(QWidget *form);

    [[nodiscard]] QList<Field> fields() const override { return {Field::ActiveBalance}; }
    [[nodiscard]] Names names() const override;
    [[nodiscard]] QWidget *widget() override;
    void show(const Token &token) override;
    void rebase(const Token &token) override;
    [[nodiscard]] bool isEdited() const override;
    void ask(ChangeRequest &request) const override;
    void fillIn(const ChangeRequest &request) override;
    void keep(FormEdit &edit) const override;
    void applyEdit(const FormEdit &edit) override;
    void setForced(bool forced) override;
    void setUsable(bool usable) override;

private:
    void setState(Qt::CheckState state);
    void onToggled();

    QCheckBox *m_box;
    std::optional<bool> m_base; //!< the token's
    Qt::CheckState m_unforced = Qt::Unchecked; //!< what comes back
    bool m_forced = false;
    bool m_showing = false; //!< changes come from the program, not from the user
};

class ResetEditor final : public FieldEditor {
    Q_OBJECT

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

//! All rows of a token's form, in their order. form: the parent of their widgets.
QList<FieldEditor *> makeFieldEditors(QWidget *form);

} // namespace purser
