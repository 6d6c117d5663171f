// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/expirydatetimeedit.h"

#include "kit/icons.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

ExpiryDateTimeEdit::ExpiryDateTimeEdit(QWidget *parent) : QLineEdit(parent)
{
    auto *calendar = addAction(icon(u"calendar"_s), TrailingPosition);
    calendar->setObjectName("expiryCalendarAction"_L1);
    calendar->setText(tr("Calendar"));
    calendar->setToolTip(tr("Pick a day in a calendar (F4)"));
    connect(calendar, &QAction::triggered, this, &ExpiryDateTimeEdit::showCalendar);
    connect(this, &QLineEdit::textChanged, this, &ExpiryDateTimeEdit::edited);
}

void ExpiryDateTimeEdit::replaceText(const QString &text)
{
    selectAll();
    insert(text);
}

QSize ExpiryDateTimeEdit::minimumSizeHint() const
{
    ensurePolished();
    const QSize base = QLineEdit::minimumSizeHint();
    const int text = fontMetrics().horizontalAdvance(u"2000-00-00 00:00:00"_s);
    return {text + base.height() + 16, base.height()}; // the button is about as wide as it is high
}

void ExpiryDateTimeEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isPopupKey = event->key() == Qt::Key_F4 && event->modifiers() == Qt::NoModifier;
    const bool isArrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (isPopupKey || (isArrow && event->modifiers().testFlag(Qt::AltModifier))) {
        showCalendar();
        return;
    }
    if (isArrow) {
        return; // they step in a spin box: here they must not even scroll the form away
    }
    QLineEdit::keyPressEvent(event);
}

void ExpiryDateTimeEdit::inputMethodEvent(QInputMethodEvent *event)
{
    const bool isComposing = !event->preeditString().isEmpty();
    const bool changed = std::exchange(m_isComposing, isComposing) != isComposing;
    QLineEdit::inputMethodEvent(event);
    if (changed) {
        Q_EMIT edited();
    }
}

void ExpiryDateTimeEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (!hasFocus() && event->reason() != Qt::PopupFocusReason
        && event->reason() != Qt::ActiveWindowFocusReason) {
        Q_EMIT left();
    }
}

void ExpiryDateTimeEdit::buildCalendar()
{
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setObjectName("expiryCalendarPopup"_L1);
    m_calendar = new QCalendarWidget(m_popup);
    m_calendar->setObjectName("expiryCalendar"_L1);
    m_calendar->setAccessibleName(tr("Calendar"));
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setGridVisible(true);
    m_calendar->setDateRange(QDate(1000, 1, 1), QDate(9999, 12, 31));
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_calendar);
    connect(m_calendar, &QCalendarWidget::clicked, this, &ExpiryDateTimeEdit::pick);
    connect(m_calendar, &QCalendarWidget::activated, this, &ExpiryDateTimeEdit::pick);
}

void ExpiryDateTimeEdit::showCalendar()
{
    if (!isEnabled()) {
        return;
    }
    if (!m_popup) {
        buildCalendar();
    }
    m_calendar->setSelectedDate(m_calendarDate);
    const QSize size = m_popup->sizeHint();
    const QRect room = screen()->availableGeometry();
    QPoint place = mapToGlobal(QPoint(width() - size.width(), height()));
    if (place.y() + size.height() > room.bottom()) {
        place.setY(mapToGlobal(QPoint(0, 0)).y() - size.height());
    }
    m_popup->move(qBound(room.left(), place.x(), room.right() - size.width()), place.y());
    m_popup->show();
    m_calendar->setFocus();
}

void ExpiryDateTimeEdit::pick(QDate day)
{
    if (!m_popup->isVisible()) {
        return; // a click is told as one, and again as its own activation
    }
    m_popup->close();
    setFocus(Qt::PopupFocusReason);
    Q_EMIT dayPicked(day);
}

} // namespace purser
