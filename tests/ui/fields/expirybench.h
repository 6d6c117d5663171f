// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fields/nullabledatetimeedit.h"

#include "fields/expirydatetimeedit.h"

#include <QAccessible>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace purser::test {

using namespace Qt::StringLiterals;

inline const QTimeZone &paris()
{
    static const QTimeZone zone("Europe/Paris");
    return zone;
}

inline QDateTime now()
{
    return QDateTime(QDate(2027, 3, 1), QTime(12, 34, 56), Qt::UTC);
}

inline constexpr auto TokensOwn = "2027-07-15T10:00:00.123456Z"_L1;

inline Expiry expiryOf(const QString &text)
{
    const auto expiry = Expiry::fromIso8601(text);
    Q_ASSERT(expiry);
    return *expiry;
}

struct ExpiryBench {
    QWidget window;
    NullableDateTimeEdit &edit = *new NullableDateTimeEdit(paris(), &now, &window);
    QLineEdit *other = new QLineEdit(&window);
    ExpiryDateTimeEdit *field = edit.dateTimeEdit();
    QSignalSpy edits{&edit, &NullableDateTimeEdit::edited};

    explicit ExpiryBench(const std::optional<Expiry> &shown = expiryOf(TokensOwn),
                         const QString &locale = u"fr_FR"_s)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&edit);
        layout->addWidget(other);
        window.setLocale(QLocale(locale));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit.showExpiry(shown);
        if (field->isEnabled()) {
            field->setFocus();
            field->selectAll();
        }
    }
    QString note() const { return edit.findChild<QLabel *>(u"expiryNote"_s)->text(); }
    //! What would be sent, or that nothing would be.
    QString sent() const
    {
        const auto expiry = edit.expiry();
        return !expiry ? u"nothing"_s : expiry->isNever() ? u"never"_s : expiry->toIso8601();
    }
    void leave() const
    {
        other->setFocus();
        QTRY_VERIFY(!field->hasFocus());
    }
    void tickNever() const
    {
        QTest::mouseClick(edit.neverCheckBox(), Qt::LeftButton, Qt::NoModifier, QPoint(8, 8));
    }
    QCalendarWidget *openCalendar(Qt::Key key = Qt::Key_F4,
                                  Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(field, key, modifiers);
        auto *calendar = field->findChild<QCalendarWidget *>(u"expiryCalendar"_s);
        return calendar && QTest::qWaitForWindowExposed(calendar->window()) ? calendar : nullptr;
    }
};

//! The ways by which a text gets into a field.
enum class Way { Typed, Pasted, Selected, Dropped, Committed, Accessible, AccessibleReplaced };

inline void put(const ExpiryBench &bench, const QString &text, Way way)
{
    auto *accessible = QAccessible::queryAccessibleInterface(bench.field);
    switch (way) {
    case Way::Typed:
        QTest::keyClicks(bench.field, text);
        break;
    case Way::Pasted:
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(bench.field, Qt::Key_V, Qt::ControlModifier);
        break;
    case Way::Selected: { // the middle button pastes what is selected elsewhere
        QTest::keyClick(bench.field, Qt::Key_Delete);
        bench.other->setText(text);
        bench.other->selectAll();
        QGuiApplication::clipboard()->setText(text, QClipboard::Selection);
        QTest::mouseClick(bench.field, Qt::MiddleButton, Qt::NoModifier, QPoint(20, 8));
        break;
    }
    case Way::Dropped: {
        QTest::keyClick(bench.field, Qt::Key_Delete);
        QMimeData data;
        data.setText(text);
        QDragEnterEvent enter(QPoint(10, 8), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bench.field, &enter);
        QDropEvent drop(QPointF(10, 8), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bench.field, &drop);
        break;
    }
    case Way::Committed: {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(bench.field, &event);
        break;
    }
    case Way::Accessible:
        accessible->setText(QAccessible::Value, text);
        break;
    case Way::AccessibleReplaced:
        accessible->editableTextInterface()->replaceText(
            0, accessible->textInterface()->characterCount(), text);
        break;
    }
}

} // namespace purser::test
