// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"

#include <QList>
#include <QString>

#include <optional>

namespace purser::sandbox {

//! How a valid change goes wrong. Only those that say so write it.
enum class FaultKind {
    SignIn, //!< 401
    Forbidden, //!< 403
    Throttled, //!< 429
    ServerError, //!< 500
    ServerErrorAfter, //!< writes it, then 500
    CloseBefore, //!< closes the connection without a reply
    CloseAfter, //!< writes it, then closes without a reply
    Half, //!< writes it, then sends half of the reply and closes
    Hang, //!< never answers
    Lie, //!< writes other values, and answers 200 with them
};

struct Fault {
    FaultKind kind = FaultKind::ServerError;
    std::optional<int> times; //!< nothing: every change from then on
};

//! KIND[:N] of the command line; the error is a sentence.
Expected<Fault, QString> faultFromText(const QString &text);

//! All kinds as the command line knows them, apart by spaces.
QString faultKindNames();

//! Which fault strikes next: each in its turn, as often as it says.
class FaultPlan {
public:
    explicit FaultPlan(QList<Fault> faults);

    //! Uses one strike up. Nothing: the change goes well.
    std::optional<FaultKind> takeNext();

private:
    QList<Fault> m_faults;
};

} // namespace purser::sandbox
