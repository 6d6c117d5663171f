// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/formedit.h"

#include <QVBoxLayout>

#include <optional>

class QComboBox;
class QPushButton;

namespace purser {

class BalanceSpinBox;
class ShownLabel;

//! A change of a balance: set it, add to it, or deduct from it, with the sum that comes of it.
//! The text stays as typed, also when the mode changes, unless it was not typed at all. A sign
//! never changes its meaning in silence: a "+" in "Set to" switches to "Add", and a "-" that may be
//! meant as "Deduct" is asked about. A layout and no widget of its own: assistive technology finds
//! a field's label among its siblings only.
class BalanceField : public QVBoxLayout {
    Q_OBJECT

public:
    //! window: the parent of the widgets.
    explicit BalanceField(QWidget *window);

    //! Shows a token's balance; nothing has been edited. nullopt: not stated.
    void showBalance(const std::optional<MaybeBalance> &balance);
    //! Newer: what was edited stays, and is now compared with this one.
    void rebase(const std::optional<MaybeBalance> &balance);

    //! Whether the user has made anything of it that is not the balance as it is.
    [[nodiscard]] bool isEdited() const;
    //! What is wrong with it, in words; empty if nothing.
    [[nodiscard]] QString problem() const;
    //! What it asks for; nothing where it is not edited or can't be used.
    [[nodiscard]] std::optional<BalanceEdit> request() const;

    [[nodiscard]] BalanceFieldEdit edit() const;
    void applyEdit(const BalanceFieldEdit &edit);
    //! Shows a request as if it had been typed.
    void showRequest(const BalanceEdit &request);

    void setUsable(bool usable);
    void setMarkedInvalid(bool invalid);
    void setProblemDescription(const QString &text);
    void selectText();
    [[nodiscard]] BalanceSpinBox *spinBox() const { return m_spinBox; }
    [[nodiscard]] QComboBox *modeCombo() const { return m_mode; }
    //! The answers to the question whether a negative balance is meant.
    [[nodiscard]] QPushButton *setNegativeButton() const { return m_setNegative; }
    [[nodiscard]] QPushButton *deductButton() const { return m_deduct; }

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] BalanceMode mode() const;
    void setMode(BalanceMode mode);
    void buildAnswers();
    void onTyped();
    void onModeChosen();
    [[nodiscard]] QString untouchedText() const;
    [[nodiscard]] QString signProblem(Balance typed) const;
    [[nodiscard]] bool asksWhatMinusMeans() const;
    void updateSum();
    void updateAnswers();

    QComboBox *m_mode;
    BalanceSpinBox *m_spinBox;
    QPushButton *m_setNegative;
    QPushButton *m_deduct;
    ShownLabel *m_sum;
    std::optional<MaybeBalance> m_base;
    BalanceMode m_lastMode = BalanceMode::SetTo;
    QString m_lastText;
    std::optional<QString> m_beforePlus; //!< what a "+" was typed over, which switched to "Add"
    bool m_isNegativeMeant = false; //!< the question is answered, for the text as it is
    bool m_isAsking = false; //!< the question is shown
    bool m_showing = false; //!< changes come from the program, not from the user
};

} // namespace purser
