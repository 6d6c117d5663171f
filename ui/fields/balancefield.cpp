// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/balancefield.h"

#include "fields/balancespinbox.h"
#include "kit/namedcombobox.h"
#include "kit/shownlabel.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>

#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! As a sentence shows it; how far it is from 0.
Balance sizeOf(Balance balance)
{
    return Balance::fromNanos(qAbs(balance.nanos())).value(); // the interval is symmetric
}

} // namespace

BalanceField::BalanceField(QWidget *window)
    : m_mode(new NamedComboBox(window)), m_spinBox(new BalanceSpinBox(window)),
      m_setNegative(new QPushButton(window)), m_deduct(new QPushButton(window)),
      m_sum(new ShownLabel(u"balanceSum"_s, tr("New balance"), window))
{
    m_mode->setObjectName("balanceModeCombo"_L1);
    m_mode->setAccessibleName(tr("Balance mode"));
    m_mode->addItem(tr("Set to"), static_cast<int>(BalanceMode::SetTo));
    m_mode->addItem(tr("Add"), static_cast<int>(BalanceMode::Add));
    m_mode->addItem(tr("Deduct"), static_cast<int>(BalanceMode::Deduct));
    m_mode->setFocusPolicy(Qt::StrongFocus);
    m_spinBox->setObjectName("balanceSpinBox"_L1);
    m_spinBox->setAccessibleName(tr("Balance"));
    m_spinBox->setToolTip(tr("More than -100000 and less than 100000, with at most nine decimals. "
                             "Up and Down change it by 1, the Page keys by 10, with Ctrl by 0.1."));

    auto *row = new QHBoxLayout;
    row->addWidget(m_mode);
    row->addWidget(m_spinBox, 1);
    setSpacing(2);
    addLayout(row);
    buildAnswers();
    addWidget(m_sum);
    addStretch();
    m_sum->hide();

    connect(m_mode, &QComboBox::currentIndexChanged, this, &BalanceField::onModeChosen);
    connect(m_spinBox, &BalanceSpinBox::edited, this, &BalanceField::onTyped);
}

void BalanceField::buildAnswers()
{
    m_setNegative->setObjectName("setNegativeButton"_L1);
    m_deduct->setObjectName("deductButton"_L1);
    auto *answers = new QHBoxLayout;
    for (QPushButton *answer : {m_setNegative, m_deduct}) {
        answer->hide();
        answers->addWidget(answer);
    }
    answers->addStretch();
    addLayout(answers);
    connect(m_setNegative, &QPushButton::clicked, this, [this] {
        m_isNegativeMeant = true;
        m_spinBox->setFocus();
        updateSum();
        Q_EMIT edited();
    });
    connect(m_deduct, &QPushButton::clicked, this, [this] {
        m_spinBox->setFocus();
        m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(BalanceMode::Deduct)));
    });
}

void BalanceField::onTyped()
{
    const QString before = std::exchange(m_lastText, m_spinBox->text());
    if (m_showing) {
        m_beforePlus.reset();
        updateSum();
        return;
    }
    // Whoever steps below 0 sees each step, unless the question was there already.
    m_isNegativeMeant = m_spinBox->isStepping() && !m_isAsking;
    if (m_lastMode == BalanceMode::SetTo
        && leadingSign(m_spinBox->text(), m_spinBox->locale()) == Sign::Plus) {
        const QScopedValueRollback showing(m_showing, true);
        setMode(BalanceMode::Add);
        m_beforePlus = before;
    } else if (m_beforePlus == m_lastText) { // Ctrl+Z takes back what the "+" did, too
        const QScopedValueRollback showing(m_showing, true);
        setMode(BalanceMode::SetTo);
        m_beforePlus.reset();
    }
    updateSum();
    Q_EMIT edited();
}

BalanceMode BalanceField::mode() const
{
    return static_cast<BalanceMode>(m_mode->currentData().toInt());
}

void BalanceField::setMode(BalanceMode mode)
{
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(mode)));
    m_lastMode = mode;
}

//! What the field shows in this mode before anybody has typed.
QString BalanceField::untouchedText() const
{
    const MaybeBalance balance = m_base.value_or(MaybeBalance());
    return m_lastMode == BalanceMode::SetTo && balance ? balance->toDisplay(m_spinBox->locale())
                                                       : QString();
}

void BalanceField::onModeChosen()
{
    if (m_showing) {
        return;
    }
    {
        const QScopedValueRollback showing(m_showing, true);
        const QString text = m_spinBox->text();
        const QLocale locale = m_spinBox->locale();
        const bool untouched = text == untouchedText();
        const bool saysItTwice = m_lastMode == BalanceMode::SetTo && mode() == BalanceMode::Deduct
            && leadingSign(text, locale) == Sign::Minus;
        m_lastMode = mode();
        m_isNegativeMeant = false;
        m_beforePlus.reset();
        if (untouched) {
            m_spinBox->showText(untouchedText());
        } else if (saysItTwice) {
            m_spinBox->showText(withoutSign(text, locale));
        }
    }
    updateSum();
    Q_EMIT edited();
}

void BalanceField::showBalance(const std::optional<MaybeBalance> &balance)
{
    const QScopedValueRollback showing(m_showing, true);
    m_base = balance;
    m_isNegativeMeant = false;
    setMode(BalanceMode::SetTo);
    m_spinBox->showText(untouchedText());
    updateSum();
}

void BalanceField::rebase(const std::optional<MaybeBalance> &balance)
{
    if (!isEdited()) {
        const BalanceMode kept = m_lastMode;
        showBalance(balance);
        const QScopedValueRollback showing(m_showing, true);
        setMode(kept);
        m_spinBox->showText(untouchedText());
        return;
    }
    m_base = balance;
    updateSum();
}

bool BalanceField::isEdited() const
{
    const MaybeBalance known = m_base.value_or(MaybeBalance());
    const auto typed = m_spinBox->balance();
    if (m_lastMode != BalanceMode::SetTo) {
        return typed || typed.error() != BalanceProblem::Empty;
    }
    if (typed) {
        return known != *typed;
    }
    return typed.error() != BalanceProblem::Empty || known.has_value();
}

//! A minus in "Set to" that "Deduct" may be meant by.
bool BalanceField::asksWhatMinusMeans() const
{
    const auto typed = m_spinBox->balance();
    const MaybeBalance known = m_base.value_or(MaybeBalance());
    return m_lastMode == BalanceMode::SetTo && !m_isNegativeMeant && typed && *typed < Balance()
        && known && *known > Balance();
}

//! Where the sign and the mode say different things.
QString BalanceField::signProblem(Balance typed) const
{
    const Sign sign = leadingSign(m_spinBox->text(), m_spinBox->locale());
    if (asksWhatMinusMeans()) {
        const QString size = sizeOf(typed).toDisplay(m_spinBox->locale());
        return tr("Set to \u2212%1, or deduct %1?").arg(size);
    }
    if (sign == Sign::Plus && m_lastMode != BalanceMode::Add) {
        return tr("A + means to add: choose Add, or take the + away.");
    }
    if (sign == Sign::Minus && m_lastMode == BalanceMode::Add) {
        return tr("A \u2212 means to deduct: choose Deduct, or take the \u2212 away.");
    }
    return {};
}

QString BalanceField::problem() const
{
    if (m_spinBox->isComposing()) {
        return tr("Finish what the input method is still composing.");
    }
    const auto typed = m_spinBox->balance();
    if (!typed) {
        const bool mayBeEmpty =
            m_lastMode != BalanceMode::SetTo || !m_base.value_or(MaybeBalance()).has_value();
        if (typed.error() == BalanceProblem::Empty && mayBeEmpty) {
            return {}; // nothing was there and nothing is set
        }
        return wording::problem(typed.error(), m_spinBox->text(), m_spinBox->locale());
    }
    const QString wrongSign = signProblem(*typed);
    if (m_lastMode == BalanceMode::SetTo || !wrongSign.isEmpty()) {
        return wrongSign;
    }
    if (*typed <= Balance()) {
        return tr("Type an amount of more than 0: the mode says whether it is added or deducted.");
    }
    const auto sum = balanceAfter({m_lastMode, *typed}, m_base);
    return sum ? QString() : wording::problem(sum.error());
}

std::optional<BalanceEdit> BalanceField::request() const
{
    const auto typed = m_spinBox->balance();
    if (!typed || !isEdited() || !problem().isEmpty()) {
        return std::nullopt;
    }
    return BalanceEdit{m_lastMode, *typed};
}

BalanceFieldEdit BalanceField::edit() const
{
    return {m_lastMode, m_spinBox->text(), m_isNegativeMeant};
}

void BalanceField::applyEdit(const BalanceFieldEdit &edit)
{
    const QScopedValueRollback showing(m_showing, true);
    setMode(edit.mode);
    m_isNegativeMeant = edit.isNegativeMeant;
    m_spinBox->showText(edit.text);
    updateSum();
}

void BalanceField::showRequest(const BalanceEdit &request)
{
    applyEdit({request.mode, request.amount.toDisplay(m_spinBox->locale())});
}

void BalanceField::updateAnswers()
{
    m_isAsking = asksWhatMinusMeans();
    if (m_isAsking) {
        const QString size = sizeOf(*m_spinBox->balance()).toDisplay(m_spinBox->locale());
        m_setNegative->setText(tr("Set to \u2212%1").arg(size));
        m_deduct->setText(tr("Deduct %1").arg(size));
    }
    m_setNegative->setVisible(m_isAsking);
    m_deduct->setVisible(m_isAsking);
}

void BalanceField::updateSum()
{
    updateAnswers();
    const auto wanted = request();
    const auto sum = wanted
        ? balanceAfter(*wanted, m_base)
        : Expected<Balance, AmountProblem>(Unexpected{AmountProblem::NotStated});
    const MaybeBalance base = m_base.value_or(MaybeBalance());
    // Both are below 10^14 in size; their difference is not always an amount.
    const qint64 change = sum && base ? sum->nanos() - base->nanos() : 0;
    const auto amount = Balance::fromNanos(qAbs(change));
    if (!sum || !base || !amount) {
        m_sum->setShownText(QString());
        m_sum->hide();
        return;
    }
    m_sum->setShownText((change < 0 ? tr("%1 \u2212 %2 = %3") : tr("%1 + %2 = %3"))
                            .arg(base->toDisplay(m_spinBox->locale()),
                                 amount->toDisplay(m_spinBox->locale()),
                                 sum->toDisplay(m_spinBox->locale())));
    m_sum->show();
}

void BalanceField::setUsable(bool usable)
{
    m_mode->setEnabled(usable);
    m_spinBox->setEnabled(usable);
    m_setNegative->setEnabled(usable);
    m_deduct->setEnabled(usable);
}

void BalanceField::setMarkedInvalid(bool invalid)
{
    m_spinBox->setMarkedInvalid(invalid);
}

void BalanceField::setProblemDescription(const QString &text)
{
    m_spinBox->setAccessibleDescription(text);
}

void BalanceField::selectText()
{
    m_spinBox->setFocus();
    m_spinBox->selectAll();
}

} // namespace purser
