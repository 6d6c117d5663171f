// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace purser::sandbox {

//! Makes an interrupt or a termination request end the event loop, with exit code 0.
void endOnSignals(QCoreApplication &application);

} // namespace purser::sandbox
