// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/secretaccessibility.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QLineEdit>

#include <memory>

namespace purser {

namespace {

bool isSecret(const QObject *object)
{
    const auto *field = qobject_cast<const QLineEdit *>(object);
    return field && field->echoMode() != QLineEdit::Normal;
}

bool carriesText(QAccessible::Event type)
{
    switch (type) {
    case QAccessible::TextInserted:
    case QAccessible::TextRemoved:
    case QAccessible::TextUpdated:
    case QAccessible::ValueChanged:
    case QAccessible::NameChanged:
    case QAccessible::DescriptionChanged:
        return true;
    default:
        return false;
    }
}

void (*g_listener)(QAccessibleEvent *) = nullptr; // Qt's handler takes no context of its own

void passOn(QAccessibleEvent *event)
{
    if (isSecret(event->object()) && carriesText(event->type())) {
        return;
    }
    if (g_listener) {
        g_listener(event);
        return;
    }
    // Without a handler, Qt hands the event to the platform; there is no other way to it.
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(passOn);
}

//! Qt's accessibility bridge also reports each key, with its letter, from an event filter of its
//! own and whatever has the focus. It passes over events that are not the window system's: keys
//! for a secret field go on as such.
class KeyGuard final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::FocusIn:
            if (isSecret(watched)) {
                qApp->installEventFilter(this); // to the front: the bridge's may have come since
            }
            return false;
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
            return event->spontaneous() && isSecret(QApplication::focusWidget())
                && deliverQuietly(watched, *event);
        default:
            return false;
        }
    }

private:
    static bool deliverQuietly(QObject *receiver, QEvent &event)
    {
        const std::unique_ptr<QEvent> copy(event.clone());
        QCoreApplication::sendEvent(receiver, copy.get());
        event.setAccepted(copy->isAccepted());
        return true;
    }
};

} // namespace

void keepSecretsOffAccessibilityBus(void (*listener)(QAccessibleEvent *))
{
    g_listener = listener;
    QAccessible::installUpdateHandler(passOn);
    qApp->installEventFilter(new KeyGuard(qApp));
}

} // namespace purser
