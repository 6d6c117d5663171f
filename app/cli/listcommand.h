// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "editing/tokendirectory.h"

namespace purser::cli {

//! All tokens of an account; where the service has no list, the names that the journal knows.
class ListCommand final : public Command {
    Q_OBJECT

public:
    explicit ListCommand(const Parts &parts);

    void start() override;
    void cancel() override;

private:
    void onListed(const QList<Token> &tokens);
    void onNamed(const QStringList &names, const std::optional<JournalProblem> &problem);
    void onFailed(const Failure &failure);

    TokenDirectory m_directory;
};

} // namespace purser::cli
