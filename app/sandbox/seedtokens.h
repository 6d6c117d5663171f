// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/storedtoken.h"

#include <QList>

namespace purser::sandbox {

//! The tokens that a sandbox starts with, the same at each start: first those that the help
//! text describes, then as many made-up ones as are missing. Their names are unique.
QList<StoredToken> seedTokens(int count);

} // namespace purser::sandbox
