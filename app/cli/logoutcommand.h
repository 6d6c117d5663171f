// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace purser::cli {

class LogoutCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;

    void start() override;
    //! Nothing to do: the keychain answers by its own deadline, and then it is known whether
    //! the JWT is gone.
    void cancel() override { }
};

} // namespace purser::cli
