// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/accountservices.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace purser {

//! Which tokens an account has: the service's list, or, where it offers none, the names that are in
//! the journal. GUI thread only.
class TokenDirectory : public QObject {
    Q_OBJECT

public:
    //! Both must outlive it.
    TokenDirectory(AccountServices &services, ChangeLog &log, QObject *parent = nullptr);
    ~TokenDirectory() override;

    //! Of this account from now on, of which nothing is known yet.
    void open(const std::optional<Account> &account);
    //! Has the list of the account already, from elsewhere: the next refresh() asks nobody.
    //! account: as it is known by now.
    void offer(const Account &account, const ListResult &list);
    //! There is none any more.
    void withdraw() { m_offered.reset(); }
    [[nodiscard]] bool hasOffer() const { return m_offered.has_value(); }

    //! Ends in listed, named or failed; what is under way is cancelled.
    void refresh();
    void cancel();

    //! Every name that is known, in the order in which they came to be.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    void remember(const QString &name);

Q_SIGNALS:
    void loading();
    void listed(const QList<purser::Token> &tokens);
    //! The service has no list; these are the names that are known. problem: the journal could not
    //! be asked for those that it has.
    void named(const QStringList &names, const std::optional<purser::JournalProblem> &problem);
    void failed(const purser::Failure &failure);
    //! A list that failed is asked for again at this time (UTC).
    void retryDue(const QDateTime &at, const purser::Failure &failure);
    //! Newer values of one token, by a read or a change.
    void seen(const purser::Token &token);
    void namesChanged();

private:
    void onListed(const ListResult &result, const QString &customer);
    void askJournal();
    void setNames(const QStringList &names);

    AccountServices &m_services;
    ChangeLog &m_log;
    std::unique_ptr<AccountService> m_service;
    QPointer<AccountRead> m_read;
    struct Offer {
        ListResult list;
        QString customer;
    };
    std::optional<Offer> m_offered;
    std::optional<QString> m_customer; //!< whose tokens are listed; nothing: no list yet
    QStringList m_names;
    quint64 m_step = 0; //!< tells late lists from the current one
};

} // namespace purser
