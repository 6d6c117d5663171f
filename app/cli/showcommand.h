// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tokencommand.h"

namespace purser::cli {

class ShowCommand final : public TokenCommand {
    Q_OBJECT

public:
    using TokenCommand::TokenCommand;

    void start() override;

protected:
    void onLoaded(const TokenReply &reply) override;
};

} // namespace purser::cli
