// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

class QCalendarWidget;

namespace purser {

//! A text that says a date and time, with a calendar behind the button at its end, Alt+Down or F4.
//! The text is the truth: it is whatever was typed, pasted, dropped or set by assistive technology,
//! and this class makes nothing of it. (A stock QDateTimeEdit reorders and cuts what is typed, and
//! goes on holding a time that was deleted.)
class ExpiryDateTimeEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit ExpiryDateTimeEdit(QWidget *parent = nullptr);

    //! Whether an input method shows text in it that is not there yet.
    [[nodiscard]] bool isComposing() const { return m_isComposing; }
    //! Puts another text in its place, which Ctrl+Z takes back.
    void replaceText(const QString &text);
    void showCalendar();
    //! The day that the calendar begins at.
    void setCalendarDate(QDate date) { m_calendarDate = date; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! What is seen in it changed, by whatever way.
    void edited();
    void left();
    void dayPicked(QDate day);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void buildCalendar();
    void pick(QDate day);

    QDate m_calendarDate;
    QWidget *m_popup = nullptr; //!< made when it is first asked for
    QCalendarWidget *m_calendar = nullptr;
    bool m_isComposing = false;
};

} // namespace purser
