// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirun.h"
#include "journalbench.h"
#include "runningsandbox.h"

namespace purser::test {

//! purser-cli signed in to a sandbox, as the account "Test".
struct CliSandbox {
    RunningSandbox sandbox;
    CliBench cli;
    bool isReady = false;

    explicit CliSandbox(const QStringList &arguments = {}) : sandbox(arguments)
    {
        const QJsonObject line = sandbox.firstLine();
        isReady = cli.login(line.value(QStringLiteral("url")).toString(),
                            line.value(QStringLiteral("jwt")).toString().toLatin1());
    }

    //! With --json.
    [[nodiscard]] CliResult run(const QStringList &words) const
    {
        return cli.run(QStringList{QStringLiteral("--json")} + words);
    }
    //! The same for a line without spaces in its words.
    [[nodiscard]] CliResult run(const QString &words) const { return run(words.split(u' ')); }

    //! The token as the service has it.
    [[nodiscard]] QJsonObject stored(const QString &name) const
    {
        return sandbox.call(get(name)).object();
    }
    //! The first value of a statement on the journal.
    [[nodiscard]] QVariant journal(const QString &sql) const
    {
        return RawConnection(cli.journalPath()).value(sql);
    }
};

} // namespace purser::test
