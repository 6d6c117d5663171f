// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/settings.h"

#include <QList>
#include <QSize>

#include <functional>

class QHeaderView;
class QMainWindow;
class QSplitter;
class QWidget;

namespace purser {

//! What a window remembers of itself: its size, its panes, its columns. Each part is named once,
//! in the order in which it is to be restored; all of them are kept in one write.
class WindowState {
public:
    //! settingsPath: of the settings file. window: the first part of the settings' names.
    WindowState(const QString &settingsPath, QString window);

    void addSizeOf(QWidget *window, QSize standard);
    void addToolBarsOf(QMainWindow *window);
    void add(const QString &name, QSplitter *splitter, const QList<int> &standard);
    void add(const QString &name, QHeaderView *header);
    //! restore: given nothing the first time.
    void add(const QString &name, std::function<QByteArray()> save,
             std::function<void(const QByteArray &)> restore);

    void restore() const;
    //! What can't be written is as it was the next time.
    void keep();

private:
    struct Part {
        QString name;
        std::function<QByteArray()> save;
        std::function<void(const QByteArray &)> restore;
    };

    Settings m_settings;
    QString m_window;
    QList<Part> m_parts;
};

} // namespace purser
