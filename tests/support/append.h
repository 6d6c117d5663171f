// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

namespace purser {

//! A key of an account whose id is its name and whose service is at its origin's root.
inline TokenKey fullKey(TokenKey key)
{
    if (key.accountId.isEmpty()) {
        key.accountId = key.account;
    }
    if (key.serviceUrl.isEmpty()) {
        key.serviceUrl = key.origin;
    }
    return key;
}

//! Appends a row as if its token had been read just now.
inline Expected<qint64, JournalProblem> appendTo(Journal &journal, ChangeRecord record,
                                                 bool evenIfUndecided)
{
    record.key = fullKey(record.key);
    for (;;) {
        const auto mark = journal.mark();
        if (!mark) {
            return Unexpected{mark.error()};
        }
        Guard guard;
        guard.read = *mark;
        guard.evenIfUndecided = evenIfUndecided;
        auto id = journal.append(record, guard);
        if (id || id.error().kind != JournalProblem::Kind::Stale) {
            return id; // else another program was faster
        }
    }
}

} // namespace purser
