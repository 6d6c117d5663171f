// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace purser::cli {

class AccountsCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;

    void start() override;
    void cancel() override { }
};

} // namespace purser::cli
