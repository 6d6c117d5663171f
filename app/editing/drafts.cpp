// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/drafts.h"

#include "domain/customer.h"
#include "editing/workplace.h"
#include "journal/journaljson.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto AccountKey = "account"_L1;
constexpr auto OriginKey = "origin"_L1;
constexpr auto TokenNameKey = "token"_L1;
constexpr auto AccountIdKey = "account_id"_L1;
constexpr auto ServiceUrlKey = "service_url"_L1;
constexpr auto CustomerKey = "customer"_L1;
constexpr auto TokenIdKey = "token_id"_L1;
constexpr auto ShownKey = "shown"_L1;
constexpr auto EditKey = "edit"_L1;
constexpr auto UndoesKey = "undoes"_L1;

//! Whose token a draft is of. One of Purser 0.1.0 knows its account by name and origin alone.
TokenKey keyFrom(const QJsonObject &draft, const AccountStore &accounts)
{
    TokenKey key{draft.value(AccountKey).toString(),    draft.value(OriginKey).toString(),
                 draft.value(TokenNameKey).toString(),  draft.value(AccountIdKey).toString(),
                 draft.value(ServiceUrlKey).toString(), draft.value(CustomerKey).toString()};
    if (key.accountId.isEmpty()) {
        const RowOwner owner = ownerOfOldRows(accounts, key.account, key.origin);
        key.accountId = owner.accountId;
        key.serviceUrl = owner.serviceUrl;
    }
    return key;
}

QJsonObject toJson(const Drafts::Form &form, const DraftSubmit &submit)
{
    const TokenKey &key = form.key;
    QJsonObject draft{{AccountKey, key.account},       {OriginKey, key.origin},
                      {TokenNameKey, key.token},       {AccountIdKey, key.accountId},
                      {ServiceUrlKey, key.serviceUrl}, {CustomerKey, customerMark(key.customer)},
                      {TokenIdKey, key.token},         {ShownKey, journalObject(form.shown)},
                      {EditKey, toJson(form.edit)}};
    if (form.request.undoes) {
        draft.insert(UndoesKey, *form.request.undoes);
    }
    write(draft, submit);
    return draft;
}

} // namespace

Drafts::Drafts(DraftStore &store, const AccountStore &accounts, ChangeLog &log, QObject *parent)
    : QObject(parent), m_store(store), m_accounts(accounts), m_log(log)
{
    m_store.setReport([this](bool isKept) { Q_EMIT kept(isKept); });
}

Drafts::~Drafts()
{
    m_store.setReport({});
}

Drafts::Left Drafts::leftFrom(const Draft &file) const
{
    const QJsonObject &content = file.content;
    Left left;
    left.file = file;
    left.key = keyFrom(content, m_accounts);
    left.shown = tokenFromJournal(
        QString::fromUtf8(QJsonDocument(content.value(ShownKey).toObject()).toJson()));
    left.edit = formEditFromJson(content.value(EditKey).toObject());
    if (content.contains(UndoesKey)) {
        left.undoes = content.value(UndoesKey).toInteger();
    }
    left.submit = draftSubmitFrom(content);
    return left;
}

void Drafts::claim()
{
    const auto claimed = m_store.claim();
    for (const Draft &file : claimed) {
        m_left.append(leftFrom(file));
    }
}

bool Drafts::hasLeft(const TokenKey &key) const
{
    return std::any_of(m_left.begin(), m_left.end(),
                       [&key](const Left &left) { return left.key == key; });
}

std::optional<Drafts::Left> Drafts::leftOf(const TokenKey &key, const Account &account) const
{
    const Account now = m_log.accountNow(account);
    const auto found = std::find_if(m_left.begin(), m_left.end(), [&](const Left &left) {
        const QString &customer = left.key.customer;
        const bool isSameCustomer = customer.isEmpty()
            ? now.formerCustomers.isEmpty()
            : sameCustomers(now.customers, customer).contains(customerMark(key.customer));
        return left.key == key && isSameCustomer;
    });
    return found == m_left.end() ? std::nullopt : std::optional(*found);
}

void Drafts::findOut(const Left &left, QObject *context,
                     std::function<void(const DraftFate &)> done)
{
    struct Look {
        Expected<std::optional<ChangeRecord>, JournalProblem> record;
        Expected<JournalMark, JournalProblem> mark;
    };
    m_log.journal().ask(
        context,
        [name = left.submit.name](Journal &journal) {
            return Look{journal.changeOfSubmit(name), journal.mark()};
        },
        [submit = left.submit, done = std::move(done)](const Look &look) {
            done(fateOf(submit, look.record, look.mark));
        });
}

void Drafts::drop(const Left &left)
{
    const Draft file = left.file; // left may be one of them
    m_left.removeIf([&file](const Left &one) { return one.file.path == file.path; });
    m_store.remove(file);
}

void Drafts::replace(const Left &left, const DraftFate &fate, const Form &form, bool isEdited)
{
    const DraftSubmit &submit = left.submit;
    m_left.removeIf([&left](const Left &one) { return one.file.path == left.file.path; });
    if (fate.kind == DraftFate::Kind::Undecided) {
        // It leaves the form once it is known to be applied.
        m_submitted =
            submit.fields.isEmpty() ? form.request : onlyFields(form.request, submit.fields);
        m_submit = submit;
        m_submit.fields.clear();
    }
    m_submit.mayBeSent = fate.kind != DraftFate::Kind::InForce
        && (submit.mayBeSent || fate.kind == DraftFate::Kind::CannotTell);
    if (isEdited) {
        keep(form);
    } else {
        forget();
    }
    if (m_store.flush()) { // before the old one goes
        m_store.remove(left.file);
    } else {
        m_older = left.file;
    }
}

void Drafts::begin()
{
    m_submit = {};
    m_mark = {};
    m_log.journal().ask(
        this, [](Journal &journal) { return journal.mark(); },
        [this](const Expected<JournalMark, JournalProblem> &mark) {
            m_mark = mark ? *mark : JournalMark();
        });
}

void Drafts::keep(const Form &form)
{
    m_store.save(toJson(form, submitOf(form.request)));
}

void Drafts::forget()
{
    m_store.remove();
}

//! What is known of a submit of the edit in the form, or of a part of it. One of which nothing is
//! left is another edit, until it is the same again.
DraftSubmit Drafts::submitOf(const ChangeRequest &request) const
{
    ChangeRequest shown = request;
    shown.reason = m_submitted.reason; // which is not sent
    if (shown == m_submitted) {
        return m_submit;
    }
    DraftSubmit part = m_submit;
    part.fields = sameFields(shown, m_submitted);
    if (!part.name.isEmpty() && !part.fields.isEmpty()) {
        return part;
    }
    DraftSubmit other;
    other.mayBeSent = m_submit.mayBeSent;
    return other;
}

bool Drafts::mayBeSent(const ChangeRequest &request) const
{
    return submitOf(request).mayBeSent;
}

std::optional<QString> Drafts::submit(const Form &form, bool evenIfUndecided)
{
    // What is not known of an earlier one of the same edit stays unknown, whatever becomes of this
    // one. "Send anyway": that one may be applied, or may yet be.
    const DraftSubmit before = m_submit;
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_submitted = form.request;
    m_submit = {name, m_mark, m_log.isOff(), false, before.mayBeSent || evenIfUndecided};
    keep(form); // it names the submit before anything of it leaves
    const bool isGone = m_store.flush() && (!m_older || m_store.removeNow(*m_older));
    if (!isGone && !m_log.isOff()) {
        m_submit = before;
        return std::nullopt;
    }
    m_older.reset();
    return name;
}

void Drafts::written(const ChangeRecord &record, const Form &form)
{
    if (record.submit != m_submit.name) {
        return;
    }
    m_submit.written = true; // should the row ever be missing, that says something
    keep(form);
    // Without that it is the row's alone to say.
    static_cast<void>(m_store.flush());
}

void Drafts::stopped()
{
    const bool mayBeSent = m_submit.mayBeSent; // by an earlier submit of the same edit
    m_submit = {};
    m_submit.mayBeSent = mayBeSent;
}

bool Drafts::ended(const Change &change)
{
    // Another change of the token, however like it, leaves the edit in the form.
    if (m_submit.name.isEmpty() || m_submit.name != change.record.submit) {
        return false;
    }
    if (change.record.outcome == Outcome::Abandoned
        && change.record.settledHow == settledhow::User) {
        m_submit.mayBeSent = true; // nobody knows, and the edit is still there
    }
    if (change.record.outcome == Outcome::Applied) {
        m_submit = {}; // else the edit that stays keeps the name of what became of it
    }
    return true;
}

} // namespace purser
