// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace purser::cli {

//! Before the application object: where no locale is set (as in cron), Qt would switch to UTF-8
//! by itself and warn about it at each call.
void preferUtf8();

//! The arguments as they were typed, after the application object was made. Nothing if one is
//! not valid in its encoding: repaired, it would name another token.
std::optional<QStringList> argumentsFrom(int argc, char **argv);

} // namespace purser::cli
