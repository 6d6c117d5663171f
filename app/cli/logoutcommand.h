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
    void startAll();
    //! Takes out the JWT of the first of these accounts, then those of the others, then next.
    void forgetNext(QList<Account> accounts, const std::function<void()> &next);
    //! Then what is in the keychain, or may be, beside those of the accounts.
    void forgetOthers();
    void forgetNextOther(QStringList names);
    //! Looks once more: what is still there is told.
    void lookAgain();
    //! sentence: what of the keychain was not done, or is not certain.
    void failOne(KeychainProblem problem, const QString &sentence);
    void end();

    Report m_report;
    std::optional<ReportedError> m_error; //!< the first one
    QStringList m_left; //!< the entries that may still be there
};

} // namespace purser::cli
