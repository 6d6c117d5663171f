// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "editing/tokeneditor.h"

namespace purser::cli {

//! A command about one token: it is loaded first, with the account's JWT.
class TokenCommand : public Command {
    Q_OBJECT

public:
    explicit TokenCommand(const Parts &parts);

    void start() override;
    void cancel() override { m_editor.cancel(); }

protected:
    virtual void onLoaded(const TokenReply &reply) = 0;

    [[nodiscard]] TokenEditor &editor() { return m_editor; }
    //! A report about this command's token.
    [[nodiscard]] Report newReport(const QString &outcome) const;

private:
    void onLoadFailed(const Failure &failure);

    TokenEditor m_editor;
};

} // namespace purser::cli
