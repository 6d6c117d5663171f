// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace purser {

//! The arguments as they were typed. Precondition: there is an application object. Nothing if one
//! is not valid in its encoding: repaired, it would name another token.
std::optional<QStringList> argumentsFrom(int argc, char **argv);

} // namespace purser
