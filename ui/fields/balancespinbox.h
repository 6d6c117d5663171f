// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"

#include <QDoubleSpinBox>

#include <optional>

namespace purser {

//! A spin box for a balance. Its text is the truth: what was typed or pasted stays as it is,
//! also after the focus leaves; it is never clamped, cut or reverted, and the balance is read
//! from it exactly. (A stock QDoubleSpinBox turns a typed 250000 into 25000 and 1e5 into 15.)
//! Steps of 1, of 10 with the Page keys, of 0.1 with Ctrl, held to the open interval.
class BalanceSpinBox : public QDoubleSpinBox {
    Q_OBJECT
    // Assistive technology sets the value through this property: it must not clamp either.
    Q_PROPERTY(double value READ value WRITE setUnclampedValue NOTIFY edited USER true)

public:
    explicit BalanceSpinBox(QWidget *parent = nullptr);

    //! Shows a balance, or an empty field for none.
    void showBalance(const MaybeBalance &balance);
    //! Shows a text as if it had been typed.
    void showText(const QString &text);
    //! The balance that the text says, or why it says none.
    [[nodiscard]] Expected<Balance, BalanceProblem> balance() const;

    //! Whether an input method shows text in it that is not there yet.
    [[nodiscard]] bool isComposing() const { return m_isComposing; }
    //! Whether it is a step that is changing the text just now.
    [[nodiscard]] bool isStepping() const { return m_isStepping; }

    //! Marks the text as one that can't be submitted.
    void setMarkedInvalid(bool invalid);

    void stepBy(int steps) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! The text changed, by whatever way.
    void edited();

protected:
    QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] StepEnabled stepEnabled() const override;
    bool event(QEvent *event) override;

private:
    void setUnclampedValue(double value);

    bool m_isComposing = false;
    bool m_isStepping = false;
};

} // namespace purser
