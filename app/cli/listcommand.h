// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "editing/accountservice.h"

#include <memory>

namespace purser::cli {

//! All tokens of an account; where the service has no list, the names that the journal knows.
class ListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;

    void start() override;
    void cancel() override;

private:
    void onListed(const ListResult &result);
    void listFromJournal();

    std::unique_ptr<AccountService> m_service;
    QPointer<AccountRead> m_read;
};

} // namespace purser::cli
