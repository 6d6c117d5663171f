// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"

#include <QString>

namespace purser::cli {

// The words of --json. Scripts rely on them; they are never translated.

QString outcomeWord(Outcome outcome);
//! Of a failure before any change was sent.
QString outcomeWord(const Failure &failure);
QString kindWord(const Failure &failure);

} // namespace purser::cli
