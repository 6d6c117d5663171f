// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"

#include <QString>

namespace purser::cli {

// The words of --json, beside the journal's own (purser::outcomeWord, purser::kindWord). Scripts
// rely on them; they are never translated.

//! Of a failure before any change was sent.
QString outcomeWord(const Failure &failure);
//! Of a submit that ended before anything was sent.
QString outcomeWord(const Stop &stop);
//! Why it did; empty where there was nothing to do.
QString kindWord(const Stop &stop);
QString severityWord(Severity severity);

} // namespace purser::cli
