// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/accountsession.h"
#include "editing/changedesk.h"
#include "editing/drafts.h"
#include "editing/tokendirectory.h"
#include "kit/messageactions.h"
#include "kit/messagebar.h"
#include "kit/windowreader.h"
#include "token/detailspane.h"
#include "token/tokenform.h"

namespace purser {

//! What a token's page goes through; all of it outlives the page.
struct PageCore {
    ChangeDesk &desk;
    Drafts &drafts;
    TokenDirectory &directory;
    AccountSession &session;
    const AccountStore &accounts;
    ChangeLog &log;
    Clock &clock;
};

//! What the objects that make up a token's page share.
struct PageParts : PageCore {
    TokenForm &form;
    DetailsPane &details;
    MessageBar &bar;
    MessageActions &actions;

    [[nodiscard]] Reader reader() const { return readerOf(form, clock.now()); }
    //! Precondition: a token is loaded.
    [[nodiscard]] Drafts::Form formNow() const
    {
        return {desk.key(), *form.token(), form.edit(), form.request()};
    }
    void keepDraft() const
    {
        if (form.isEdited()) {
            drafts.keep(formNow());
        } else {
            drafts.forget();
        }
    }
    void say(Tone tone, const QString &text, const QList<QAction *> &offers = {}) const
    {
        bar.showMessage(tone, text, offers);
    }
    //! With what can be done about it.
    void sayFailed(const QString &text, const Failure &failure, Step step) const
    {
        say(isCancelled(failure) ? Tone::Information : Tone::Error, text,
            actions.of(failure, step));
    }
};

} // namespace purser
