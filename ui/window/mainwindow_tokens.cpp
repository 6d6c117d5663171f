// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's part that lists tokens, loads one, and keeps the edit of it through a crash.
#include "window/mainwindow.h"

#include "api/replyreader.h"
#include "credentials/secretlike.h"
#include "domain/customer.h"
#include "editing/workplace.h"
#include "journal/journaljson.h"
#include "kit/windowreader.h"
#include "token/detailspane.h"
#include "tokens/tokenspanel.h"
#include "wording/wording.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Whose token a draft is of. One of Purser 0.1.0 knows its account by name and origin alone.
TokenKey keyOf(const QJsonObject &draft, const AccountStore &accounts)
{
    TokenKey key{draft.value("account"_L1).toString(),     draft.value("origin"_L1).toString(),
                 draft.value("token"_L1).toString(),       draft.value("account_id"_L1).toString(),
                 draft.value("service_url"_L1).toString(), draft.value("customer"_L1).toString()};
    if (key.accountId.isEmpty()) {
        const RowOwner owner = ownerOfOldRows(accounts, key.account, key.origin);
        key.accountId = owner.accountId;
        key.serviceUrl = owner.serviceUrl;
    }
    return key;
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
    if (m_checked) {
        onListed(*std::exchange(m_checked, std::nullopt));
        return;
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
        this, [account = keyOf(account)](Journal &journal) { return journal.tokenNames(account); },
        [this, account](const Expected<QStringList, JournalProblem> &names) {
            if (!m_desk.account() || idOf(*m_desk.account()) != idOf(account)) {
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
    if (!m_desk.isIdle()) {
        return;
    }
    if (looksLikeJwt(name) && !m_knownNames.contains(name)) {
        m_messageBar->showMessage(Tone::Error,
                                  tr("This looks like a JWT, not like a token's name: the service "
                                     "was not asked for it. The JWT belongs into Account \u25b8 "
                                     "Sign in\u2026 and nowhere else."));
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
    if (!m_desk.isIdle()) {
        return;
    }
    m_messageBar->clearMessage();
    m_desk.load(name);
}

void MainWindow::onLoaded(const TokenReply &reply)
{
    m_retryAt = {};
    m_reverted.reset();
    m_restored = false;
    m_submit = {};
    m_journalMark = {};
    m_parts.log.journal().ask(
        this, [](Journal &journal) { return journal.mark(); },
        [this](const Expected<JournalMark, JournalProblem> &mark) {
            m_journalMark = mark ? *mark : JournalMark();
        });
    m_form->showToken(reply.token);
    m_details->showRead(reply);
    m_tokens->select(reply.token.name);
    rememberName(reply.token.name);
    if (m_desk.undecided()) {
        showSettling();
    }
    const auto draft = draftFor(m_desk.key());
    if (m_pendingUndo && m_pendingUndo->key == m_desk.key()) {
        fillInUndo(*m_pendingUndo);
    } else if (draft) {
        findOutAbout(*draft);
    } else if (hasDraftOf(m_desk.key()) && !m_desk.undecided()) {
        m_messageBar->showMessage(
            Tone::Information,
            tr("An edit of this token is kept that was made with another customer's JWT: it is "
               "offered again with that one."));
    }
    m_pendingUndo.reset();
    keepDraft();
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
    const TokenKey key = m_desk.key();
    QJsonObject draft{{u"account"_s, key.account},
                      {u"origin"_s, key.origin},
                      {u"token"_s, key.token},
                      {u"account_id"_s, key.accountId},
                      {u"service_url"_s, key.serviceUrl},
                      {u"customer"_s, customerMark(key.customer)},
                      {u"token_id"_s, key.token},
                      {u"shown"_s, journalObject(*m_form->token())},
                      {u"edit"_s, toJson(m_form->edit())}};
    const ChangeRequest request = m_form->request();
    if (request.undoes) {
        draft.insert("undoes"_L1, *request.undoes);
    }
    write(draft, submitOfForm());
    m_parts.drafts.save(draft);
}

void MainWindow::loadPending()
{
    const auto isHere = [this](const TokenKey &key) {
        const TokenKey here = m_desk.key();
        return key.accountId == here.accountId && key.serviceUrl == here.serviceUrl;
    };
    if (m_pendingUndo && isHere(m_pendingUndo->key)) {
        loadNow(m_pendingUndo->key.token);
        return;
    }
    for (const Draft &draft : std::as_const(m_claimedDrafts)) {
        if (const TokenKey key = keyOf(draft.content, m_parts.accounts); isHere(key)) {
            loadNow(key.token);
            return;
        }
    }
    // Those of other accounts wait until these are chosen: nobody is moved to another account.
    for (const Draft &draft : std::as_const(m_claimedDrafts)) {
        const TokenKey key = keyOf(draft.content, m_parts.accounts);
        const auto account = m_parts.accounts.accountById(key.accountId);
        if (account && !m_messageBar->isVisible()) {
            m_messageBar->showMessage(
                Tone::Information,
                tr("An edit of the token \u201c%1\u201d from before Purser ended is kept: choose "
                   "the account \u201c%2\u201d to go on with it.")
                    .arg(key.token, account->name));
            return;
        }
    }
}

bool MainWindow::hasDraftOf(const TokenKey &key) const
{
    return std::any_of(m_claimedDrafts.begin(), m_claimedDrafts.end(), [&](const Draft &draft) {
        return keyOf(draft.content, m_parts.accounts) == key;
    });
}

std::optional<Draft> MainWindow::draftFor(const TokenKey &key) const
{
    for (const Draft &draft : m_claimedDrafts) {
        const TokenKey its = keyOf(draft.content, m_parts.accounts);
        const Account account = m_parts.log.accountNow(*m_desk.account());
        const bool isSameCustomer = its.customer.isEmpty()
            ? account.formerCustomers.isEmpty()
            : sameCustomers(account.customers, its.customer).contains(customerMark(key.customer));
        if (its == key && isSameCustomer) {
            return draft;
        }
    }
    return std::nullopt;
}

//! What the draft itself names is looked up in the journal, and nothing else.
void MainWindow::findOutAbout(const Draft &draft)
{
    struct Look {
        Expected<std::optional<ChangeRecord>, JournalProblem> record;
        Expected<JournalMark, JournalProblem> mark;
    };
    const DraftSubmit submit = draftSubmitFrom(draft.content);
    m_parts.log.journal().ask(
        this,
        [name = submit.name](Journal &journal) {
            return Look{journal.changeOfSubmit(name), journal.mark()};
        },
        [this, draft, submit](const Look &look) {
            if (keyOf(draft.content, m_parts.accounts) == m_desk.key() && !m_form->isEdited()) {
                restoreDraft(draft, submit, fateOf(submit, look.record, look.mark));
            }
        });
}

void MainWindow::restoreDraft(const Draft &draft, const DraftSubmit &submit, const DraftFate &fate)
{
    m_claimedDrafts.removeIf([&draft](const Draft &one) { return one.path == draft.path; });
    if (fate.kind == DraftFate::Kind::InForce && submit.fields.isEmpty()) {
        m_parts.drafts.remove(draft);
        m_messageBar->showMessage(
            Tone::Success,
            tr("Your edit from before Purser ended was sent as change %1: %2. There is nothing "
               "left to send.")
                .arg(QString::number(fate.record->id), wording::outcome(fate.record->outcome)));
        return;
    }
    const auto edit = formEditFromJson(draft.content.value("edit"_L1).toObject());
    if (!edit) {
        m_parts.drafts.remove(draft);
        m_messageBar->showMessage(Tone::Warning,
                                  tr("An edit of this token from before Purser ended is damaged: "
                                     "nothing of it was filled in."));
        return;
    }
    m_form->applyEdit(*edit);
    if (fate.kind == DraftFate::Kind::InForce) {
        m_form->putBack(submit.fields);
    } else if (draft.content.contains("undoes"_L1)) {
        m_form->continueUndo(draft.content.value("undoes"_L1).toInteger());
    }
    m_restored = m_form->isEdited();
    if (fate.kind == DraftFate::Kind::Undecided) {
        m_submitted = m_form->request(); // which leaves the form once it is known to be applied
        if (!submit.fields.isEmpty()) {
            m_submitted = onlyFields(m_submitted, submit.fields);
        }
        m_submit = submit;
        m_submit.fields.clear();
    }
    m_submit.mayBeSent = fate.kind != DraftFate::Kind::InForce
        && (submit.mayBeSent || fate.kind == DraftFate::Kind::CannotTell);
    keepDraft();
    if (m_parts.drafts.flush()) { // before the old one goes
        m_parts.drafts.remove(draft);
    } else {
        m_olderDraft = draft;
    }
    refresh();
    if (!m_restored) {
        m_submit = {};
        m_messageBar->showMessage(Tone::Information,
                                  tr("Your edit from before Purser ended is what the token holds "
                                     "now: there is nothing left to send."));
        return;
    }
    const QString text = restoredText(draft, fate);
    if (m_desk.undecided()) {
        m_messageBar->setStandingNotice(text); // below what is being found out
    } else {
        m_messageBar->showMessage(m_submit.mayBeSent ? Tone::Warning : Tone::Information, text);
    }
}

QString MainWindow::restoredText(const Draft &draft, const DraftFate &fate) const
{
    QString text = tr("Restored: your edit of this token from before Purser ended.") + u' ';
    switch (fate.kind) {
    case DraftFate::Kind::InForce:
        text =
            tr("A part of your edit from before Purser ended was sent as change %1: %2. What you "
               "edited after that is here again; it was not sent.")
                .arg(QString::number(fate.record->id), wording::outcome(fate.record->outcome));
        break;
    case DraftFate::Kind::NeverSubmitted:
    case DraftFate::Kind::NotSent:
        text += tr("It was not sent.");
        break;
    case DraftFate::Kind::CannotTell:
        text += fate.record
            ? tr("It was sent as change %1: %2. Whether it was applied is not known: look at the "
                 "current values before you send it again.")
                  .arg(QString::number(fate.record->id), wording::outcome(fate.record->outcome))
            : tr("Whether it was sent can't be found out, for the journal does not tell: it may "
                 "have "
                 "been applied already. Look at the current values before you send it again.");
        break;
    case DraftFate::Kind::Undecided:
    case DraftFate::Kind::Refused:
        text += tr("It was sent as change %1: %2.")
                    .arg(QString::number(fate.record->id), wording::outcome(fate.record->outcome));
        break;
    }
    const QJsonDocument shown(draft.content.value("shown"_L1).toObject());
    const Token &token = *m_form->token();
    const QStringList moved =
        wording::differences(tokenFromJournal(QString::fromUtf8(shown.toJson())).value_or(token),
                             token, readerOf(*this));
    if (!moved.isEmpty()) {
        text += u' ' + tr("Since then the token has moved: %1.").arg(moved.join("; "_L1));
    }
    return text;
}

} // namespace purser
