// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expirytext.h"

namespace purser {

//! What is wrong with a typed expiry, and a text that would do.
QString expiryTextWords(ExpiryTextProblem problem, const ExpiryTextContext &context);

} // namespace purser
