// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/fieldeditor.h"

#include "wording/wording.h"

#include <QWidget>

namespace purser {

void FieldEditor::focus()
{
    widget()->setFocus();
}

void FieldEditor::setUsable(bool usable)
{
    widget()->setEnabled(usable);
}

QString FieldEditor::currentValue(const Token &token, const Reader &reader) const
{
    return wording::value(fields().constFirst(), token, reader);
}

} // namespace purser
