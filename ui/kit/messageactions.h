// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/remedy.h"

#include <QList>

class QAction;
class QObject;

namespace purser {

//! What the message bar offers: what it does, where, and when it can be done, is the window's.
struct MessageActions {
    explicit MessageActions(QObject *parent);

    //! What can be done about a failure.
    [[nodiscard]] QList<QAction *> of(const Failure &failure, Step step) const;
    [[nodiscard]] QList<QAction *> all() const;

    QAction *signIn;
    QAction *unlock;
    QAction *retry;
    QAction *withoutJournal;
    QAction *checkNow;
    QAction *sendAnyway;
    QAction *abandon;
    QAction *otherCustomer;
    QAction *undoRevert;
};

} // namespace purser
