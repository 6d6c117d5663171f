// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/windowstate.h"

#include <QHeaderView>
#include <QMainWindow>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace purser {

WindowState::WindowState(const QString &settingsPath, QString window)
    : m_settings(settingsPath), m_window(std::move(window))
{
}

void WindowState::addSizeOf(QWidget *window, QSize standard)
{
    add(
        u"geometry"_s, [window] { return window->saveGeometry(); },
        [window, standard](const QByteArray &state) {
            if (!window->restoreGeometry(state)) {
                window->resize(standard);
            }
        });
}

void WindowState::addToolBarsOf(QMainWindow *window)
{
    add(
        u"state"_s, [window] { return window->saveState(); },
        [window](const QByteArray &state) { window->restoreState(state); });
}

void WindowState::add(const QString &name, QSplitter *splitter, const QList<int> &standard)
{
    add(
        name, [splitter] { return splitter->saveState(); },
        [splitter, standard](const QByteArray &state) {
            if (!splitter->restoreState(state)) {
                splitter->setSizes(standard);
            }
        });
}

void WindowState::add(const QString &name, QHeaderView *header)
{
    add(
        name, [header] { return header->saveState(); },
        [header](const QByteArray &state) { header->restoreState(state); });
}

void WindowState::add(const QString &name, std::function<QByteArray()> save,
                      std::function<void(const QByteArray &)> restore)
{
    m_parts.append({m_window + u'/' + name, std::move(save), std::move(restore)});
}

void WindowState::restore() const
{
    for (const Part &part : m_parts) {
        part.restore(m_settings.state(part.name));
    }
}

void WindowState::keep()
{
    QHash<QString, QByteArray> states;
    for (const Part &part : std::as_const(m_parts)) {
        states.insert(part.name, part.save());
    }
    m_settings.setStates(states);
}

} // namespace purser
