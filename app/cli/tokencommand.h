// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "editing/changedesk.h"

namespace purser::cli {

//! A command about one token: it is loaded first, with the account's JWT.
class TokenCommand : public Command {
    Q_OBJECT

public:
    explicit TokenCommand(const Parts &parts);

    void cancel() override { m_desk.cancel(); }

protected:
    void load(const Account &account, const QString &tokenName);
    virtual void onLoaded(const TokenReply &reply) = 0;

    [[nodiscard]] ChangeDesk &desk() { return m_desk; }
    //! A report about this command's token.
    [[nodiscard]] virtual Report newReport(const QString &outcome) const;
    void setTokenName(const QString &name) { m_tokenName = name; }

private:
    void onLoadFailed(const Failure &failure);
    void onRetryDue(const QDateTime &at, const Failure &failure);

    ChangeDesk m_desk;
    QString m_tokenName;
};

} // namespace purser::cli
