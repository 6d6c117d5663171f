// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/editors.h"

namespace purser {

QList<FieldEditor *> makeFieldEditors(QWidget *form)
{
    return {makeBalanceEditor(form), makeExpiryEditor(form), makeActiveBalanceEditor(form),
            makeResetEditor(form)};
}

} // namespace purser
