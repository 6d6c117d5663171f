// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleEvent;

namespace purser {

//! From now on, accessibility events that carry what is typed or pasted into a password field
//! are dropped; all others go on as before. Qt sends the plain text of such a field to every
//! listener on the accessibility bus (measured with 6.4.2), although the field itself reads as
//! dots. Call it once, before the first window.
//! listener: who gets the other events; the platform by default.
void keepSecretsOffAccessibilityBus(void (*listener)(QAccessibleEvent *) = nullptr);

} // namespace purser
