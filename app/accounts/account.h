// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/serviceurl.h"

#include <QString>

namespace purser {

//! An account on a service: what Purser remembers of it. Never its JWT.
struct Account {
    QString name; //!< the user's own word for it; never empty, unique
    ServiceUrl url = ServiceUrl::standard();
    bool readsByPatch = false; //!< learned: this service offers no GET (see TokenService::read)
    bool requiresReason = false; //!< each change needs a reason, for the journal

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace purser
