// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tokencommand.h"

#include "cli/sentences.h"
#include "cli/words.h"

namespace purser::cli {

TokenCommand::TokenCommand(const Parts &parts) : Command(parts), m_editor(parts.credentials)
{
    connect(&m_editor, &TokenEditor::loaded, this, &TokenCommand::onLoaded);
    connect(&m_editor, &TokenEditor::loadFailed, this,
            [this](const QString & /*name*/, const Failure &failure) { onLoadFailed(failure); });
    connect(&m_editor, &TokenEditor::readsByPatchLearned, this,
            [this](const QString &name) { accounts().rememberReadsByPatch(name); });
}

void TokenCommand::start()
{
    const auto found = account();
    if (!found) {
        failWithoutAccount();
        return;
    }
    m_editor.setAccount(found);
    m_editor.load(line().tokenName);
}

Report TokenCommand::newReport(const QString &outcome) const
{
    Report report;
    report.outcome = outcome;
    report.tokenName = line().tokenName;
    return report;
}

void TokenCommand::onLoadFailed(const Failure &failure)
{
    fail(newReport(outcomeWord(failure)),
         reportedError(failure, readFailedSentence(line().tokenName, failure)),
         exitCodeOf(failure));
}

} // namespace purser::cli
