// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace purser {

//! Installs the translation of the user's language, and of English: its plurals are
//! translations too. Once, right after the application object was made.
void installTranslations(QCoreApplication &app);

} // namespace purser
