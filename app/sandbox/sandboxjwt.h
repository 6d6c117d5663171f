// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace purser::sandbox {

//! A bearer token of a JWT's form, new each time: it expires twelve hours after now, and its
//! signature is noise. Nothing but this run of the sandbox takes it.
QByteArray newJwt(const QDateTime &now);

} // namespace purser::sandbox
