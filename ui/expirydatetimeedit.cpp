// SPDX-License-Identifier: GPL-3.0-or-later
#include "expirydatetimeedit.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include <utility>

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

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
        || key == Qt::Key_AltGr || key == Qt::Key_Meta;
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
    if (isModifier(event->key())) {
        QDateTimeEdit::keyPressEvent(event); // Shift, on the way to a colon, is no key of its own
        return;
    }
    const QChar key = event->text().isEmpty() ? QChar() : event->text().front();
    const bool justAdvanced = std::exchange(m_justAdvanced, false);
    if (justAdvanced && u"-: "_s.contains(key)) {
        return; // the field is past this separator already, and would skip a part
    }
    if (!key.isDigit()) {
        QDateTimeEdit::keyPressEvent(event);
        return;
    }
    makeRoomForDigit();
    const Section typedInto = currentSection();
    QDateTimeEdit::keyPressEvent(event);
    m_justAdvanced = currentSection() != typedInto;
}

//! The stock field drops a digit without a word where a part is full, unless that part is
//! selected; after a click, Home or Ctrl+A none is.
void ExpiryDateTimeEdit::makeRoomForDigit()
{
    if (lineEdit()->selectedText() == lineEdit()->text()) {
        setSelectedSection(sectionAt(0));
        return;
    }
    const Section section = currentSection();
    const bool isFull = sectionText(section).size() == (section == YearSection ? 4 : 2);
    if (!lineEdit()->hasSelectedText() && isFull) {
        setSelectedSection(section);
    }
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
