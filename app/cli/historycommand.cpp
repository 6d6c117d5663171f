// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/historycommand.h"

#include "cli/tokentext.h"
#include "cli/tr.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

struct Page {
    QList<ChangeRecord> records;
    qsizetype found = 0;
};

} // namespace

void HistoryCommand::start()
{
    log().journal().ask(
        this,
        [filter = line().filter,
         limit = line().limit](Journal &journal) -> Expected<Page, JournalProblem> {
            const auto ids = journal.ids(filter);
            if (!ids) {
                return Unexpected{ids.error()};
            }
            const auto records = journal.changes(ids->mid(0, limit));
            if (!records) {
                return Unexpected{records.error()};
            }
            return Page{*records, ids->size()};
        },
        [this](const Expected<Page, JournalProblem> &page) {
            if (!page) {
                failForJournal({}, page.error());
                return;
            }
            show(page->records, page->found);
        });
}

void HistoryCommand::show(const QList<ChangeRecord> &records, qsizetype found)
{
    printer().say(records.isEmpty() ? Cli::tr("The journal has no such changes.")
                                    : changeList(records));
    if (found > records.size()) {
        printer().say(u'\n'
                      + Cli::tr("These are the newest %1 of %2: --limit shows more.")
                            .arg(records.size())
                            .arg(found));
    }
    QJsonArray array;
    for (const ChangeRecord &record : records) {
        array.append(toJson(record));
    }
    Report report;
    report.outcome = u"read"_s;
    report.others.insert("changes"_L1, array);
    finish(report, ExitCode::Done);
}

} // namespace purser::cli
