// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace purser::cli {

//! Finds out what became of the changes that runs which are gone left undecided.
class SettleCommand final : public Command {
    Q_OBJECT

public:
    explicit SettleCommand(const Parts &parts);

    void start() override;
    //! Ends with what is known.
    void cancel() override;

protected:
    [[nodiscard]] Step journalStep() const override { return Step::Settle; }

private:
    //! Whether it is of the account that is asked for.
    [[nodiscard]] bool counts(const ChangeRecord &record) const;
    //! Says how many are another running Purser's to find out about.
    void lookElsewhere(const Recovery &recovery);
    void begin(const Recovery &recovery);
    //! Closes one by hand, without finding out.
    void abandon(const Recovery &recovery);
    //! Why there is nothing to be closed.
    void failToAbandon();
    void onChanged(const TokenKey &key);
    void giveUp(const TokenKey &key);
    void onFoundOut(const Change &change);
    //! What became of it, for good or as far as this call goes.
    void note(const Change &change, const QString &remark = {});
    void endIfDone();
    void end();

    ChangeDesk m_desk;
    QList<Change> m_done;
    qsizetype m_total = 0; //!< waiting, being settled, being written down, and done
    bool m_begun = false;
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace purser::cli
