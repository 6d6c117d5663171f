// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tokencommand.h"

namespace purser::cli {

class SetCommand final : public TokenCommand {
    Q_OBJECT

public:
    explicit SetCommand(const Parts &parts);

protected:
    void onLoaded(const TokenReply &reply) override;

private:
    void showRequest(const Token &before, const TokenPatch &patch);
    void onSettled(const Change &change);
};

} // namespace purser::cli
