// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace purser::cli {

//! The changes in the journal, newest first.
class HistoryCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;

    void start() override;
    //! Nothing to do: the journal answers soon, one way or the other.
    void cancel() override { }

private:
    void show(const QList<ChangeRecord> &records, qsizetype found);
};

} // namespace purser::cli
