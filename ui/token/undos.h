// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "token/pageparts.h"

namespace purser {

//! Takes changes back: the token is read first, and then its form filled in.
class Undos : public QObject {
    Q_OBJECT

public:
    explicit Undos(PageParts &parts, QObject *parent = nullptr);

    //! The newest change of the loaded token that can be taken back.
    void undoLast();
    //! Whether this one can be undone at all; says why not.
    [[nodiscard]] bool canUndo(const ChangeRecord &record);
    //! Waits until the change's token is loaded.
    void wait(const ChangeRecord &record) { m_pending = record; }
    void forget() { m_pending.reset(); }
    [[nodiscard]] const std::optional<ChangeRecord> &pending() const { return m_pending; }
    //! A token was loaded. False: nothing waits for it.
    bool onLoaded();

Q_SIGNALS:
    void wanted(const purser::ChangeRecord &record);

private:
    void fillIn(const ChangeRecord &record);

    PageParts &m_parts;
    std::optional<ChangeRecord> m_pending;
};

} // namespace purser
