// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "token/tokenform.h"

#include <QJsonObject>

namespace purser {

// A form's edit as a draft keeps it. Texts stay as they were typed, but for what looks like a
// secret.

QJsonObject toJson(const FormEdit &edit);
//! What is missing or odd is as if it had not been edited; undo is not restored here.
FormEdit formEditFromJson(const QJsonObject &object);

} // namespace purser
