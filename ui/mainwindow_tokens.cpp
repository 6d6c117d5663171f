// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's part that lists tokens, loads one, and keeps the edit of it through a crash.
#include "mainwindow.h"

#include "api/replyreader.h"
#include "detailspane.h"
#include "formedit.h"
#include "journal/journaljson.h"
#include "tokenspanel.h"
#include "wording/wording.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

TokenKey keyOf(const QJsonObject &draft)
{
    return {draft.value("account"_L1).toString(), draft.value("origin"_L1).toString(),
            draft.value("token"_L1).toString()};
}

//! The service has no list to give: not a failure, but a kind of service.
bool offersNoList(const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    return error && hasNoList(*error);
}

} // namespace

void MainWindow::refreshTokens()
{
    if (!m_lister || !m_signedIn) {
        return;
    }
    if (m_listing) {
        m_listing->cancel();
    }
    m_tokens->showLoading();
    m_listing =
        m_lister->list(Retry::Passing, [this](const ListResult &result) { onListed(result); });
}

void MainWindow::onListed(const ListResult &result)
{
    if (result) {
        m_tokens->showTokens(result->tokens);
        QStringList names;
        names.reserve(result->tokens.size());
        for (const Token &token : result->tokens) {
            names.append(token.name);
        }
        m_knownNames = names;
        m_form->setKnownNames(m_knownNames);
        const Account &account = m_lister->account();
        m_parts.log.rememberBalances(account.name, account.url.origin(), result->tokens);
        if (m_form->token()) {
            m_tokens->select(m_form->token()->name);
        }
        return;
    }
    if (offersNoList(result.error())) {
        showNamesFromJournal();
    } else if (!isCancelled(result.error())) {
        m_tokens->showProblem(wording::listFailed(result.error()).text());
    }
}

void MainWindow::showNamesFromJournal()
{
    const Account account = m_lister->account();
    m_parts.log.journal().ask(
        this,
        [account](Journal &journal) {
            return journal.tokenNames(account.name, account.url.origin());
        },
        [this, account](const Expected<QStringList, JournalProblem> &names) {
            if (!m_editor.account() || m_editor.account()->name != account.name) {
                return;
            }
            QStringList known = names ? *names : QStringList();
            const QSet<QString> written(known.cbegin(), known.cend());
            for (const QString &name : std::as_const(m_knownNames)) {
                if (!written.contains(name)) {
                    known.append(name);
                }
            }
            m_knownNames = known;
            m_form->setKnownNames(m_knownNames);
            m_tokens->showNames(known);
        });
}

void MainWindow::rememberName(const QString &name)
{
    if (!m_knownNames.contains(name)) {
        m_knownNames.append(name);
        m_form->setKnownNames(m_knownNames);
    }
}

void MainWindow::load(const QString &name)
{
    if (!m_editor.isIdle()) {
        return;
    }
    if (m_form->isEdited()) {
        m_tokens->select(m_form->token()->name); // until it is certain that nothing is in the way
    }
    unlessEditIsLost(tr("Loading a token puts the service's values into every field."),
                     [this, name] {
                         m_pendingUndo.reset();
                         loadNow(name);
                     });
}

void MainWindow::loadNow(const QString &name)
{
    if (!m_editor.isIdle()) {
        return;
    }
    m_messageBar->clearMessage();
    m_editor.load(name);
}

void MainWindow::onLoaded(const TokenReply &reply)
{
    m_retryAt = {};
    m_reverted.reset();
    m_restored = false;
    m_submittedAt = {};
    m_form->showToken(reply.token);
    m_details->showRead(reply);
    m_tokens->select(reply.token.name);
    rememberName(reply.token.name);
    if (settling() || m_editor.undecided()) {
        showSettling();
    }
    const auto draft = draftFor(m_editor.key());
    if (m_pendingUndo && m_pendingUndo->key == m_editor.key()) {
        fillInUndo(*m_pendingUndo);
    } else if (draft) {
        m_parts.log.journal().ask(
            this, [key = m_editor.key()](Journal &journal) { return journal.newestChange(key); },
            [this, draft = *draft](const auto &found) {
                if (keyOf(draft.content) == m_editor.key() && !m_form->isEdited()) {
                    restoreDraft(draft, found ? *found : std::nullopt);
                }
            });
    }
    m_pendingUndo.reset();
    keepDraft();
    if (m_editor.undecided() && m_editor.undecided()->run != m_parts.run.id()) {
        recover(); // its run may be gone by now
    }
    refresh();
    if (!m_tokens->hasKeyboard()) { // whoever is there may be typing a name
        m_form->focusFirstField();
    }
}

void MainWindow::keepDraft()
{
    if (!m_form->isEdited()) {
        m_parts.drafts.remove();
        return;
    }
    const TokenKey key = m_editor.key();
    QJsonObject draft{{u"account"_s, key.account},
                      {u"origin"_s, key.origin},
                      {u"token"_s, key.token},
                      {u"shown"_s, journalObject(*m_form->token())},
                      {u"edit"_s, toJson(m_form->edit())}};
    const ChangeRequest request = m_form->request();
    if (request.undoes) {
        draft.insert("undoes"_L1, *request.undoes);
    }
    if (m_submittedAt.isValid()) {
        draft.insert("submitted_at"_L1, m_submittedAt.toString(Qt::ISODateWithMs));
    }
    m_parts.drafts.save(draft);
}

void MainWindow::loadPending()
{
    const TokenKey wanted = m_editor.key();
    if (m_pendingUndo && m_pendingUndo->key.account == wanted.account
        && m_pendingUndo->key.origin == wanted.origin) {
        loadNow(m_pendingUndo->key.token);
        return;
    }
    for (const Draft &draft : std::as_const(m_claimedDrafts)) {
        const TokenKey key = keyOf(draft.content);
        if (key.account == wanted.account && key.origin == wanted.origin) {
            loadNow(key.token);
            return;
        }
    }
    // Those of other accounts wait until these are chosen: nobody is moved to another account.
    for (const Draft &draft : std::as_const(m_claimedDrafts)) {
        const TokenKey key = keyOf(draft.content);
        if (m_parts.accounts.account(key.account) && !m_messageBar->isVisible()) {
            m_messageBar->showMessage(
                Tone::Information,
                tr("An edit of the token \u201c%1\u201d from before Purser ended is kept: choose "
                   "the account \u201c%2\u201d to go on with it.")
                    .arg(key.token, key.account));
            return;
        }
    }
}

std::optional<Draft> MainWindow::draftFor(const TokenKey &key) const
{
    for (const Draft &draft : m_claimedDrafts) {
        if (keyOf(draft.content) == key) {
            return draft;
        }
    }
    return std::nullopt;
}

void MainWindow::restoreDraft(const Draft &draft, const std::optional<ChangeRecord> &sent)
{
    m_claimedDrafts.removeIf([&draft](const Draft &one) { return one.path == draft.path; });
    const QDateTime submittedAt =
        QDateTime::fromString(draft.content.value("submitted_at"_L1).toString(), Qt::ISODateWithMs);
    const bool wasSent = sent && submittedAt.isValid() && sent->createdAt >= submittedAt;
    if (wasSent && isInForce(sent->outcome)) {
        m_parts.drafts.remove(draft);
        m_messageBar->showMessage(
            Tone::Success,
            tr("Your edit from before Purser ended was sent as change %1: %2. There is nothing "
               "left to send.")
                .arg(QString::number(sent->id), wording::outcome(sent->outcome)));
        return;
    }
    m_form->applyEdit(formEditFromJson(draft.content.value("edit"_L1).toObject()));
    if (draft.content.contains("undoes"_L1)) {
        m_form->continueUndo(draft.content.value("undoes"_L1).toInteger());
    }
    m_restored = m_form->isEdited();
    if (wasSent && isUndecided(sent->outcome)) {
        m_submitted = m_form->request(); // which leaves the form once it is known to be applied
        m_submittedAt = submittedAt;
    }
    keepDraft();
    m_parts.drafts.remove(draft);
    refresh();
    if (!m_restored) {
        m_messageBar->showMessage(Tone::Information,
                                  tr("Your edit from before Purser ended is what the token holds "
                                     "now: there is nothing left to send."));
        return;
    }
    const QJsonDocument shown(draft.content.value("shown"_L1).toObject());
    const Token &token = *m_form->token();
    const QStringList moved =
        wording::differences(tokenFromJournal(QString::fromUtf8(shown.toJson())).value_or(token),
                             token, locale(), QTimeZone::systemTimeZone());
    QString text = tr("Restored: your edit of this token from before Purser ended.") + u' '
        + (wasSent ? tr("It was sent as change %1: %2.")
                         .arg(QString::number(sent->id), wording::outcome(sent->outcome))
                   : tr("It was not sent from here."));
    if (!moved.isEmpty()) {
        text += u' ' + tr("Since then the token has moved: %1.").arg(moved.join("; "_L1));
    }
    if (settling() || m_editor.undecided()) {
        m_messageBar->setStandingNotice(text); // below what is being found out
    } else {
        m_messageBar->showMessage(Tone::Information, text);
    }
}

} // namespace purser
