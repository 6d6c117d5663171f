// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "editing/change.h"
#include "editing/changelog.h"
#include "editing/draftfate.h"
#include "editing/draftstore.h"
#include "editing/formedit.h"

#include <QObject>

namespace purser {

//! What is kept of the edit in a token's form, so that a crash does not lose it, and what is known
//! of its submit, so that it is not sent twice by mistake. GUI thread only.
class Drafts : public QObject {
    Q_OBJECT

public:
    //! The form of a loaded token, with what was made of it.
    struct Form {
        TokenKey key;
        Token shown;
        FormEdit edit;
        ChangeRequest request;
    };

    //! An edit that a run which is gone has left behind.
    struct Left {
        Draft file;
        TokenKey key;
        std::optional<Token> shown; //!< as the form had it; nothing: not known
        std::optional<FormEdit> edit; //!< nothing: it is damaged
        std::optional<qint64> undoes;
        DraftSubmit submit;
    };

    //! All three must outlive it.
    Drafts(DraftStore &store, const AccountStore &accounts, ChangeLog &log,
           QObject *parent = nullptr);
    ~Drafts() override;

    // What was left behind:

    //! Takes it over. It stays on the disk until it is replaced or dropped.
    void claim();
    [[nodiscard]] const QList<Left> &left() const { return m_left; }
    //! The one of this token, with the customer whose JWT it was made with. account: that is in
    //! use.
    [[nodiscard]] std::optional<Left> leftOf(const TokenKey &key, const Account &account) const;
    //! Whether there is one of this token, whoever's.
    [[nodiscard]] bool hasLeft(const TokenKey &key) const;
    //! What became of it: what it names itself is looked up in the journal, and nothing else.
    void findOut(const Left &left, QObject *context, std::function<void(const DraftFate &)> done);
    //! There is no use for it any more.
    void drop(const Left &left);
    //! It is in the form now, and is kept as such before it goes. isEdited: something is left of it
    //! that the token does not hold already.
    void replace(const Left &left, const DraftFate &fate, const Form &form, bool isEdited);

    // The edit in the form:

    //! Another token is loaded.
    void begin();
    void keep(const Form &form);
    //! Nothing is edited.
    void forget();
    //! Nothing is known of its submit that would matter.
    void forgetSubmit() { m_submit = {}; }
    //! It is to be sent: the name of the submit, kept before anything leaves. Nothing: an older
    //! form of it can't be taken off the disk, and would be offered after a crash; nothing is to be
    //! sent.
    [[nodiscard]] std::optional<QString> submit(const Form &form, bool evenIfUndecided);
    [[nodiscard]] QString folder() const { return m_store.folder(); }
    //! What was submitted last.
    [[nodiscard]] const ChangeRequest &submitted() const { return m_submitted; }
    //! Whether what the form asks for may have been sent before, without anybody knowing.
    [[nodiscard]] bool mayBeSent(const ChangeRequest &request) const;
    //! The row of a submit is in the journal.
    void written(const ChangeRecord &record, const Form &form);
    //! Nothing of it was sent.
    void stopped();
    //! Whether the change is the submit of what was in the form, which is taken note of.
    bool ended(const Change &change);

Q_SIGNALS:
    //! Whether the edit would survive a crash.
    void kept(bool isKept);

private:
    [[nodiscard]] Left leftFrom(const Draft &file) const;
    [[nodiscard]] DraftSubmit submitOf(const ChangeRequest &request) const;

    DraftStore &m_store;
    const AccountStore &m_accounts;
    ChangeLog &m_log;
    QList<Left> m_left;
    std::optional<Draft> m_older; //!< of the edit in the form; goes once that is written anew
    ChangeRequest m_submitted;
    DraftSubmit m_submit; //!< of m_submitted; without a name once nothing came of it
    JournalMark m_mark; //!< when the token was loaded
};

} // namespace purser
