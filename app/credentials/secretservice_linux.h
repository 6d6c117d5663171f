// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

//! The Secret Service's addresses on the session bus.
//! Source: freedesktop.org, Secret Service API draft 0.2.
namespace purser::secretservice {

using namespace Qt::StringLiterals;

inline constexpr auto Name = "org.freedesktop.secrets"_L1;
inline constexpr auto Path = "/org/freedesktop/secrets"_L1;
inline constexpr auto Interface = "org.freedesktop.Secret.Service"_L1;

} // namespace purser::secretservice
