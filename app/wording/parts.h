// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/wording.h"

namespace purser::wording {

// What the sentences of this room are made of.

//! The name in quotation marks, shortened.
QString quoted(const QString &name);
//! Two sentences with a space between them; one of them may be empty.
QString joined(const QString &a, const QString &b);
//! A failure's notice, with what it means in this place.
Notice notDone(const Failure &failure, const QString &meaning);

} // namespace purser::wording
