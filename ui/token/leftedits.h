// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "token/pageparts.h"

namespace purser {

//! Puts edits back that a crash cut off, once it is known what became of them.
class LeftEdits : public QObject {
    Q_OBJECT

public:
    explicit LeftEdits(PageParts &parts, QObject *parent = nullptr);

    //! Whether the edit in the form is from before a crash.
    [[nodiscard]] bool isRestored() const { return m_isRestored; }
    //! It is not, any more.
    void forget() { m_isRestored = false; }
    //! The token of the account in use that an edit waits for; empty: none. Says where those of
    //! other accounts are.
    [[nodiscard]] QString waitingToken();
    //! A token was loaded: its edit is put back. Ends in restored, or not at all.
    void onLoaded();

Q_SIGNALS:
    void restored();

private:
    void restore(const Drafts::Left &left, const DraftFate &fate);
    [[nodiscard]] QString textOf(const Drafts::Left &left, const DraftFate &fate) const;

    PageParts &m_parts;
    bool m_isRestored = false;
};

} // namespace purser
