// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretaccessibility.h"

#include <QAccessible>
#include <QLineEdit>

namespace purser {

namespace {

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
    const auto *field = qobject_cast<QLineEdit *>(event->object());
    if (field && field->echoMode() != QLineEdit::Normal && carriesText(event->type())) {
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

} // namespace

void keepSecretsOffAccessibilityBus(void (*listener)(QAccessibleEvent *))
{
    g_listener = listener;
    QAccessible::installUpdateHandler(passOn);
}

} // namespace purser
