// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/showcommand.h"

#include "cli/tokentext.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

void ShowCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    load(*found, line().tokenName);
}

void ShowCommand::onLoaded(const TokenReply &reply)
{
    printer().say(tokenTable(reply.token, clock().now()));
    Report report = newReport(u"read"_s);
    report.before = reply.token;
    report.after = reply.token;
    finish(report, ExitCode::Done);
}

} // namespace purser::cli
