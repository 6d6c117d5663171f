// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/setcommand.h"

namespace purser::cli {

void SetCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    if (hasReasonFor(*found)) {
        change(*found, line().tokenName);
    }
}

} // namespace purser::cli
