// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tokencommand.h"

#include "cli/sentences.h"
#include "cli/words.h"

namespace purser::cli {

TokenCommand::TokenCommand(const Parts &parts)
    : Command(parts), m_desk(parts.services, parts.accounts, parts.log, parts.clock, parts.isGone(),
                             ChangeDesk::Settling::WhenAsked),
      m_tokenName(parts.line.tokenName)
{
    connect(&m_desk, &ChangeDesk::loaded, this, &TokenCommand::onLoaded);
    connect(&m_desk, &ChangeDesk::loadFailed, this,
            [this](const QString & /*name*/, const Failure &failure) { onLoadFailed(failure); });
    connect(&m_desk, &ChangeDesk::retryDue, this, &TokenCommand::onRetryDue);
}

void TokenCommand::load(const Account &account, const QString &tokenName)
{
    m_tokenName = tokenName;
    m_desk.open(account);
    m_desk.load(tokenName);
}

Report TokenCommand::newReport(const QString &outcome) const
{
    Report report;
    report.outcome = outcome;
    report.tokenName = m_tokenName;
    return report;
}

void TokenCommand::onLoadFailed(const Failure &failure)
{
    fail(newReport(outcomeWord(failure)),
         reportedError(failure, readFailedSentence(m_tokenName, failure)), exitCodeOf(failure));
}

void TokenCommand::onRetryDue(const QDateTime &at, const Failure &failure)
{
    printer().complain(retrySentence(failure, clock().now(), at));
}

} // namespace purser::cli
