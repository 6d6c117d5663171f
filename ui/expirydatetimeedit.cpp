// SPDX-License-Identifier: GPL-3.0-or-later
#include "expirydatetimeedit.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! The field's own form, or a part of it: a wall-clock time without a zone. Date and time are
//! read apart, since QDateTime would refuse a time that the computer's own zone skips.
std::optional<std::pair<QDate, QTime>> wallTimeFrom(const QString &text)
{
    const QDate date = QDate::fromString(text.left(10), u"yyyy-MM-dd"_s);
    if (!date.isValid() || (text.size() > 10 && text.at(10) != u' ')) {
        return std::nullopt;
    }
    const QString rest = text.mid(11);
    for (const auto &format : {u"HH:mm:ss"_s, u"HH:mm"_s}) {
        if (const QTime time = QTime::fromString(rest, format); time.isValid()) {
            return std::pair(date, time);
        }
    }
    return text.size() == 10 ? std::optional(std::pair(date, QTime(0, 0))) : std::nullopt;
}

} // namespace

ExpiryDateTimeEdit::ExpiryDateTimeEdit(QWidget *parent) : QDateTimeEdit(parent)
{
    setTimeSpec(Qt::UTC); // a wall time, not an instant: no zone may shift it
    setLocale(QLocale::c());
    setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    setMinimumDateTime(QDateTime(QDate(100, 1, 1), QTime(0, 0), Qt::UTC));
    setSpecialValueText(u" "_s); // the minimum stands for "nothing"
    setCalendarPopup(true);
    calendarWidget()->setLocale(QLocale());
    calendarWidget()->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    calendarWidget()->setGridVisible(true);
    setFocusPolicy(Qt::StrongFocus);
    showNothing();
}

void ExpiryDateTimeEdit::showWallTime(QDate date, QTime time)
{
    setDateTime(QDateTime(date, QTime(time.hour(), time.minute(), time.second()), Qt::UTC));
}

void ExpiryDateTimeEdit::showNothing()
{
    setDateTime(minimumDateTime());
}

bool ExpiryDateTimeEdit::showsNothing() const
{
    return dateTime() == minimumDateTime();
}

void ExpiryDateTimeEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    QDateTimeEdit::keyPressEvent(event);
}

void ExpiryDateTimeEdit::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    QDateTimeEdit::wheelEvent(event);
}

void ExpiryDateTimeEdit::contextMenuEvent(QContextMenuEvent *event)
{
    // The stock menu pastes into the line edit, which garbles whatever isn't one section.
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), this,
                    [this] { QGuiApplication::clipboard()->setText(lineEdit()->text()); });
    auto *pasteAction = menu->addAction(tr("&Paste"), this, &ExpiryDateTimeEdit::paste);
    pasteAction->setEnabled(!QGuiApplication::clipboard()->text().isEmpty());
    menu->popup(event->globalPos());
}

void ExpiryDateTimeEdit::paste()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (const auto wall = wallTimeFrom(text)) {
        showWallTime(wall->first, wall->second);
        return;
    }
    const auto instant = Expiry::fromIso8601(text);
    if (instant) {
        Q_EMIT instantPasted(*instant);
    } else {
        Q_EMIT pasteRefused(instant.error());
    }
}

} // namespace purser
