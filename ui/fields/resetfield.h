// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"
#include "editing/formedit.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace purser {

class BalanceSpinBox;

//! A recurring reset: how often the service sets the balance back, and to what. A period needs
//! an amount; no reset has none.
class ResetField : public QWidget {
    Q_OBJECT

public:
    explicit ResetField(QWidget *parent = nullptr);

    //! Precondition: the token states a period.
    void showToken(const Token &token);
    //! Newer values: what was edited stays.
    void rebase(const Token &token);

    [[nodiscard]] bool isEdited() const { return periodDiffers() || amountDiffers(); }
    //! A period other than the token's, and not "no reset": it switches the active balance on.
    [[nodiscard]] bool forcesActiveBalance() const;
    [[nodiscard]] QString problem() const;
    //! What it asks for; nothing where that does not differ or can't be used.
    [[nodiscard]] std::optional<ResetPeriod> period() const;
    [[nodiscard]] std::optional<MaybeBalance> amount() const;

    [[nodiscard]] ResetFieldEdit edit() const;
    void applyEdit(const ResetFieldEdit &edit);
    void setMarkedInvalid(bool invalid);
    void setProblemDescription(const QString &text);

    [[nodiscard]] QComboBox *periodCombo() const { return m_period; }
    [[nodiscard]] BalanceSpinBox *amountSpinBox() const { return m_amount; }

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] ResetPeriod chosen() const;
    [[nodiscard]] bool periodDiffers() const;
    [[nodiscard]] bool amountDiffers() const;
    void onEdited();

    QComboBox *m_period;
    BalanceSpinBox *m_amount;
    ResetPeriod m_basePeriod = ResetPeriod::None;
    MaybeBalance m_baseAmount;
    bool m_showing = false; //!< changes come from the program, not from the user
};

} // namespace purser
