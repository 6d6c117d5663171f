// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace purser {

//! Who waits for the answer to a request.
enum class Priority {
    Foreground, //!< a person, or a script
    Background, //!< nobody: something is being found out
};

} // namespace purser
