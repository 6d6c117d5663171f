// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/consequence.h"
#include "editing/changeplan.h"
#include "journal/changerecord.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace purser {

//! What a request will do to a token: what the form shows, what is asked about, and what is sent.
struct Outlook {
    Token before; //!< as it is now, with what was known before of fields that it doesn't state
    Token after; //!< as the change makes it
    ChangePlan plan;
    QList<Consequence> consequences; //!< worst first; none where nothing is to be sent

    //! Those that are asked about.
    [[nodiscard]] QList<Consequence> dangers() const { return dangersAmong(consequences); }
};

//! Works a request out. shown: the token as the user last saw it; nothing if they saw none.
//! fresh: as read just now. now: in UTC. fall: see planChange().
Outlook outlookOf(const ChangeRequest &request, const std::optional<Token> &shown,
                  const Token &fresh, const QDateTime &now, Fall fall = Fall::Stops);

//! Of a change that was sent.
Outlook outlookOf(const ChangeRecord &record, const QDateTime &now);

} // namespace purser
