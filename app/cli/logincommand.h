// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "editing/signin.h"

namespace purser::cli {

class LoginCommand final : public Command {
    Q_OBJECT

public:
    explicit LoginCommand(const Parts &parts);

    void start() override;
    void cancel() override;

private:
    [[nodiscard]] Account chosenAccount() const;
    [[nodiscard]] Report newReport(const QString &outcome) const;
    //! From standard input; complains and ends where there is none.
    std::optional<Bearer> readJwt();
    void failInput(const QString &sentence);
    //! For a JWT in the account's name or URL, which are not repeated.
    void failWithoutNames();
    void onSignedIn(const Account &account, const TokenListResult &checked);
    void onConfirmationNeeded(const ApiError &error);
    void onCustomerQuestion(const Account &account);
    void onOlderForgotten(std::optional<KeychainProblem> problem);
    //! What is to be known of whose JWT it is; may be empty.
    [[nodiscard]] QString customerSentence(const Account &account) const;
    void refuse(const ApiError &error, const QString &next);

    SignIn m_signIn;
    std::optional<QDateTime> m_expiresAt; //!< the JWT's own hint
    std::optional<Account> m_before; //!< the account as it was known
    bool m_namesCustomer = false; //!< the JWT does
    bool m_customerChanged = false;
    QString m_notSaved; //!< the settings file, where it could not be written
    std::optional<KeychainProblem> m_olderLeft; //!< why an older JWT may still be there
};

} // namespace purser::cli
