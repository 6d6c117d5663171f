// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fields/fieldeditor.h"

#include <QList>

namespace purser {

//! All rows of a token's form, in their order; each stands in a file of its own. form: the parent
//! of their widgets.
QList<FieldEditor *> makeFieldEditors(QWidget *form);

FieldEditor *makeBalanceEditor(QWidget *form);
FieldEditor *makeExpiryEditor(QWidget *form);
//! Three states, while the token does not state it.
FieldEditor *makeActiveBalanceEditor(QWidget *form);
FieldEditor *makeResetEditor(QWidget *form);

} // namespace purser
