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
    void onSignedIn(const Account &account, const std::optional<ApiError> &error);
    void onConfirmationNeeded(const ApiError &error);
    void refuse(const ApiError &error, const QString &next);

    SignIn m_signIn;
    std::optional<QDateTime> m_expiresAt; //!< the JWT's own hint
    QString m_notSaved; //!< the settings file, where it could not be written
};

} // namespace purser::cli
