// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/resetfield.h"

#include "fields/balancespinbox.h"
#include "kit/namedcombobox.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace purser {

ResetField::ResetField(QWidget *parent)
    : QWidget(parent), m_period(new NamedComboBox(this)), m_amount(new BalanceSpinBox(this))
{
    m_period->setObjectName("resetPeriodCombo"_L1);
    m_period->setAccessibleName(tr("Reset period"));
    m_period->setFocusPolicy(Qt::StrongFocus);
    for (const auto period :
         {ResetPeriod::None, ResetPeriod::Daily, ResetPeriod::Weekly, ResetPeriod::Monthly}) {
        m_period->addItem(wording::resetPeriod(period), static_cast<int>(period));
    }
    m_amount->setObjectName("resetAmountSpinBox"_L1);
    m_amount->setAccessibleName(tr("Reset amount"));
    m_amount->setToolTip(tr("What each reset sets the balance to, at midnight in Paris"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_period);
    layout->addWidget(m_amount, 1);
    setFocusProxy(m_period);
    setTabOrder(m_period, m_amount);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ResetField::onEdited);
    connect(m_amount, &BalanceSpinBox::edited, this, &ResetField::onEdited);
}

ResetPeriod ResetField::chosen() const
{
    return static_cast<ResetPeriod>(m_period->currentData().toInt());
}

void ResetField::onEdited()
{
    m_amount->setEnabled(chosen() != ResetPeriod::None);
    if (!m_showing) {
        Q_EMIT edited();
    }
}

void ResetField::showToken(const Token &token)
{
    const QScopedValueRollback showing(m_showing, true);
    m_basePeriod = token.resetPeriod.value_or(ResetPeriod::None);
    m_baseAmount = token.resetAmount.value_or(MaybeBalance());
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(m_basePeriod)));
    m_amount->showBalance(m_baseAmount);
    onEdited();
}

void ResetField::rebase(const Token &token)
{
    if (!isEdited()) {
        showToken(token);
        return;
    }
    m_basePeriod = token.resetPeriod.value_or(ResetPeriod::None);
    m_baseAmount = token.resetAmount.value_or(MaybeBalance());
}

bool ResetField::periodDiffers() const
{
    return chosen() != m_basePeriod;
}

bool ResetField::amountDiffers() const
{
    if (chosen() == ResetPeriod::None) {
        return false; // it goes with the period
    }
    const auto typed = m_amount->balance();
    if (typed) {
        return m_baseAmount != *typed;
    }
    return typed.error() != BalanceProblem::Empty || m_baseAmount.has_value();
}

bool ResetField::forcesActiveBalance() const
{
    return periodDiffers() && chosen() != ResetPeriod::None;
}

QString ResetField::problem() const
{
    if (chosen() == ResetPeriod::None || !isEdited()) {
        return {};
    }
    if (m_amount->isComposing()) {
        return tr("Finish what the input method is still composing.");
    }
    const auto typed = m_amount->balance();
    if (typed) {
        const bool saysAdd = leadingSign(m_amount->text(), m_amount->locale()) == Sign::Plus;
        return saysAdd ? tr("A reset sets the balance and adds nothing: take the + away.")
                       : QString();
    }
    return typed.error() == BalanceProblem::Empty
        ? tr("A reset needs an amount: type what the balance is set to each time.")
        : wording::problem(typed.error(), m_amount->text(), locale());
}

std::optional<ResetPeriod> ResetField::period() const
{
    return periodDiffers() ? std::optional(chosen()) : std::nullopt;
}

std::optional<MaybeBalance> ResetField::amount() const
{
    const auto typed = m_amount->balance();
    if (!typed || !amountDiffers()) {
        return std::nullopt;
    }
    return MaybeBalance(*typed);
}

ResetFieldEdit ResetField::edit() const
{
    return {chosen(), m_amount->text()};
}

void ResetField::applyEdit(const ResetFieldEdit &edit)
{
    const QScopedValueRollback showing(m_showing, true);
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(edit.period)));
    m_amount->showText(edit.amountText);
    onEdited();
}

void ResetField::setMarkedInvalid(bool invalid)
{
    m_amount->setMarkedInvalid(invalid);
}

void ResetField::setProblemDescription(const QString &text)
{
    m_amount->setAccessibleDescription(text);
}

} // namespace purser
