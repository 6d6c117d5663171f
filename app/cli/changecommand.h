// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tokencommand.h"

#include <QJsonArray>

namespace purser::cli {

//! A command that changes one token: it is loaded, what is to change is shown with what that
//! will do, and then sent, once, and not without the journal unless that was asked for.
class ChangeCommand : public TokenCommand {
    Q_OBJECT

public:
    explicit ChangeCommand(const Parts &parts);

    void cancel() override;

protected:
    //! Goes on to the end. Whatever can be checked without the service is to be checked before.
    void change(const Account &account, const QString &tokenName);
    //! What is to change of the token as it is; nothing: the command has ended.
    virtual std::optional<ChangeRequest> requestFor(const Token &token) = 0;

    [[nodiscard]] Step journalStep() const override { return Step::Change; }
    void onLoaded(const TokenReply &reply) override;
    [[nodiscard]] Report newReport(const QString &outcome) const override;
    //! Where the command line, with what is known by now, can't be carried out.
    void refuse(const QString &kind, const QString &sentence);
    //! False: the account wants a reason and there is none; the command has ended.
    bool hasReasonFor(const Account &account);
    //! Where another change of the token is still undecided. account: that would send.
    void failUndecided(const ChangeRecord &record, const Account &account);
    //! What --apart says is remembered. False: it can't be so; the command has ended.
    bool tellApart(const Account &account);

private:
    void submit(const ChangeRequest &request, const Token &token);
    void showRequest(const Token &before, const TokenPatch &patch);
    void onAsked(const Outlook &outlook);
    void onStopped(const Stop &stop);
    void onSettled(const Change &change);
    //! Says those that were not said yet, and keeps all of them for the report.
    void tell(const Outlook &outlook);
    [[nodiscard]] QString sentenceOf(const Stop &stop) const;

    Token m_loaded;
    QList<Consequence> m_told;
    QJsonArray m_consequences;
    QString m_dangers; //!< sentences
    bool m_asked = false; //!< somebody has answered
    bool m_cancelled = false;
    std::optional<JournalProblem> m_journalProblem; //!< the journal does not have the end
};

} // namespace purser::cli
