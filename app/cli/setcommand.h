// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/changecommand.h"

namespace purser::cli {

class SetCommand final : public ChangeCommand {
    Q_OBJECT

public:
    using ChangeCommand::ChangeCommand;

    void start() override;

protected:
    std::optional<ChangeRequest> requestFor(const Token & /*token*/) override
    {
        return line().request;
    }
};

} // namespace purser::cli
