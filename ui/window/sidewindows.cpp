// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sidewindows.h"

#include "history/historywindow.h"

using namespace Qt::StringLiterals;

namespace purser {

SideWindows::SideWindows(const Parts &parts) : QObject(parts.owner), m_parts(parts)
{
    const auto action = [this](const QString &name, const QString &text, const QKeySequence &key) {
        auto *made = new QAction(text, this);
        made->setObjectName(name);
        made->setShortcut(key);
        return made;
    };
    m_rows = {
        {action(u"historyAction"_s, tr("&History"), Qt::CTRL | Qt::Key_H),
         [this] { return makeHistory(); },
         [](QWidget *window) { qobject_cast<HistoryWindow *>(window)->refresh(); }},
    };
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        connect(m_rows.at(index).action, &QAction::triggered, this, [this, index] { open(index); });
    }
}

QList<QAction *> SideWindows::actions() const
{
    QList<QAction *> all;
    for (const Row &row : m_rows) {
        all.append(row.action);
    }
    return all;
}

QWidget *SideWindows::makeHistory()
{
    auto *window =
        new HistoryWindow(m_parts.log.journalPath(), m_parts.accounts.path(), m_parts.owner);
    connect(window, &HistoryWindow::undoRequested, this, &SideWindows::undoRequested);
    return window;
}

void SideWindows::open(qsizetype index)
{
    Row &row = m_rows[index];
    if (!row.window) {
        row.window = row.make();
    }
    row.refresh(row.window);
    row.window->show();
    row.window->raise();
    row.window->activateWindow();
}

void SideWindows::refresh()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.window) {
            row.refresh(row.window);
        }
    }
}

void SideWindows::closeAll()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.window) {
            row.window->close();
        }
    }
}

} // namespace purser
