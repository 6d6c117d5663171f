// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/serviceurl.h"
#include "domain/tokenpatch.h"

#include <QString>

namespace purser {

//! A change's request as text: for people to look at, and for other programs to send. The JWT
//! is never part of it: commands take it from the variable PURSER_JWT, and hand it on where no
//! other program can see it.
struct RequestText {
    QString method;
    QString url; //!< fully encoded: nothing in it but ASCII
    QString body; //!< JSON as it goes out

    //! Precondition: the name can be sent.
    static RequestText ofChange(const ServiceUrl &service, const QString &name,
                                const TokenPatch &patch);

    //! Method and URL on one line, the body on the next.
    [[nodiscard]] QString preview() const;
    //! A curl command for a POSIX shell, or fish.
    [[nodiscard]] QString curl() const;
    //! An Invoke-RestMethod command for PowerShell.
    [[nodiscard]] QString powerShell() const;
};

} // namespace purser
