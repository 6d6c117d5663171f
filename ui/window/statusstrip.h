// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/accountsession.h"
#include "editing/changedesk.h"
#include "editing/drafts.h"

#include <QTimer>

class QProgressBar;
class QStatusBar;

namespace purser {

class ShownLabel;

//! What the status bar says by itself: whose account, what is under way, and what is not as safe as
//! it should be.
class StatusStrip : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const AccountSession &session;
        const ChangeDesk &desk;
        const Drafts &drafts;
        const ChangeLog &log;
        const Clock &clock;
    };
    StatusStrip(const Parts &parts, QStatusBar *bar);

private:
    void showAccount();
    void showJwt();
    void showJournal(const QString &text);
    void showProgress();
    [[nodiscard]] QString jwtText() const;
    [[nodiscard]] QString activityText() const;

    Parts m_parts;
    QStatusBar *m_bar;
    ShownLabel *m_account;
    ShownLabel *m_journal;
    ShownLabel *m_draft;
    ShownLabel *m_jwt;
    QProgressBar *m_progress;
    QDateTime m_retryAt; //!< a read that failed is tried again then
    QTimer m_retryTick;
};

} // namespace purser
