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

private:
    //! Takes out the JWT of the first of these accounts, then those of the others.
    void forgetNext(QList<Account> accounts);
    void end();

    Report m_report;
    std::optional<ReportedError> m_error; //!< the first one
};

} // namespace purser::cli
