// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/balancespinbox.h"

#include "kit/appearance.h"

#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStyleOptionSpinBox>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

BalanceSpinBox::BalanceSpinBox(QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(Balance::MaximumDecimals);
    setRange(Balance::lowest().toDouble(), Balance::highest().toDouble());
    setFocusPolicy(Qt::StrongFocus); // not by the wheel
    setAccelerated(false);
    lineEdit()->clear();
    connect(lineEdit(), &QLineEdit::textChanged, this, &BalanceSpinBox::edited);
}

void BalanceSpinBox::showBalance(const MaybeBalance &balance)
{
    lineEdit()->setText(balance ? balance->toDisplay(locale()) : QString());
}

void BalanceSpinBox::showText(const QString &text)
{
    lineEdit()->setText(text);
}

Expected<Balance, BalanceProblem> BalanceSpinBox::balance() const
{
    return Balance::fromLocaleText(lineEdit()->text(), locale());
}

void BalanceSpinBox::setMarkedInvalid(bool invalid)
{
    markInvalid(this, invalid);
}

void BalanceSpinBox::stepBy(int steps)
{
    const auto now = balance();
    if (!now && now.error() != BalanceProblem::Empty) {
        return; // what was typed stays
    }
    // QAbstractSpinBox makes ten steps of one with Ctrl held; here Ctrl means tenths.
    const bool tenths = QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier);
    const qint64 step = tenths ? (steps > 0 ? 1 : -1) * Balance::NanosPerCredit / 10
                               : steps * Balance::NanosPerCredit;
    const qint64 wanted = (now ? now->nanos() : 0) + step;
    const auto stepped = Balance::fromNanos(
        std::clamp(wanted, Balance::lowest().nanos(), Balance::highest().nanos()));
    const QScopedValueRollback stepping(m_isStepping, true);
    showBalance(*stepped);
    selectAll();
}

QSize BalanceSpinBox::sizeHint() const
{
    // textFromValue() is what was typed, so the stock hint would follow the typing.
    ensurePolished();
    const int width = fontMetrics().horizontalAdvance(u" -99999.999999999 "_s);
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option,
                                     QSize(width, lineEdit()->sizeHint().height()), this);
}

QSize BalanceSpinBox::minimumSizeHint() const
{
    return sizeHint();
}

QValidator::State BalanceSpinBox::validate(QString & /*text*/, int & /*position*/) const
{
    // Anything else makes QAbstractSpinBox swallow keys or put an old value back.
    return QValidator::Acceptable;
}

void BalanceSpinBox::fixup(QString & /*text*/) const { }

double BalanceSpinBox::valueFromText(const QString &text) const
{
    const auto balance = Balance::fromLocaleText(text, locale());
    return balance ? balance->toDouble() : value();
}

QString BalanceSpinBox::textFromValue(double /*value*/) const
{
    return lineEdit()->text();
}

QAbstractSpinBox::StepEnabled BalanceSpinBox::stepEnabled() const
{
    const auto now = balance();
    if (isReadOnly() || (!now && now.error() != BalanceProblem::Empty)) {
        return StepNone;
    }
    StepEnabled enabled = StepNone;
    if (!now || *now < Balance::highest()) {
        enabled |= StepUpEnabled;
    }
    if (!now || *now > Balance::lowest()) {
        enabled |= StepDownEnabled;
    }
    return enabled;
}

bool BalanceSpinBox::event(QEvent *event)
{
    if (event->type() != QEvent::InputMethod) {
        return QDoubleSpinBox::event(event);
    }
    const bool isComposing = !static_cast<QInputMethodEvent &>(*event).preeditString().isEmpty();
    const bool changed = std::exchange(m_isComposing, isComposing) != isComposing;
    const bool done = QDoubleSpinBox::event(event);
    if (changed) {
        Q_EMIT edited();
    }
    return done;
}

void BalanceSpinBox::setUnclampedValue(double value)
{
    if (const auto balance = Balance::fromServiceNumber(value)) {
        showBalance(*balance);
        return;
    }
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator); // "250,000" would read as ambiguous
    showText(plain.toString(value, 'f', QLocale::FloatingPointShortest));
}

} // namespace purser
