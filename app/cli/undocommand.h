// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/changecommand.h"

namespace purser::cli {

//! Takes back a change of the journal.
class UndoCommand final : public ChangeCommand {
    Q_OBJECT

public:
    using ChangeCommand::ChangeCommand;

    void start() override;

protected:
    std::optional<ChangeRequest> requestFor(const Token &token) override;
    [[nodiscard]] Report newReport(const QString &outcome) const override;

private:
    void onFound(const ChangeRecord &record, const std::optional<ChangeRecord> &undo);
    //! The account of the change, if it is still the one that it was made for.
    [[nodiscard]] std::optional<Account> accountOf(const ChangeRecord &record) const;

    ChangeRecord m_record;
    QString m_notes; //!< what is not taken back
};

} // namespace purser::cli
