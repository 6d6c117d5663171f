// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/accountscommand.h"

#include "cli/printable.h"
#include "cli/tokentext.h"
#include "cli/tr.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

void AccountsCommand::start()
{
    if (failForSettings({})) {
        return;
    }
    const auto all = accounts().accounts();
    const auto current = accounts().current();
    QList<Row> rows;
    QJsonArray array;
    for (const Account &account : all) {
        const bool isCurrent = account == current;
        rows.append(
            {(isCurrent ? "* "_L1 : "  "_L1) + printable(account.name), account.url.toText()});
        array.append(QJsonObject{{u"name"_s, account.name},
                                 {u"id"_s, account.id},
                                 {u"url"_s, account.url.toText()},
                                 {u"current"_s, isCurrent}});
    }
    printer().say(rows.isEmpty() ? Cli::tr("No account is known yet. Sign in: purser-cli login.")
                                 : aligned(rows));
    Report report;
    report.outcome = u"read"_s;
    report.others.insert("accounts"_L1, array);
    finish(report, ExitCode::Done);
}

} // namespace purser::cli
