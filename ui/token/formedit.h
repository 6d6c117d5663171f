// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "token/tokenform.h"

#include <QJsonObject>

namespace purser {

// A form's edit as a draft keeps it. Texts stay as they were typed, but for what looks like a
// secret.

QJsonObject toJson(const FormEdit &edit);
//! A field that is missing was not edited; undo is not restored here. Nothing: there is something
//! that toJson() does not make, or no mode of the balance, so that to fill it in would be a guess.
std::optional<FormEdit> formEditFromJson(const QJsonObject &object);

} // namespace purser
