// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/appearancemenu.h"

#include "kit/appearance.h"

#include <QActionGroup>

#include <utility>

namespace purser {

AppearanceMenu::AppearanceMenu(const QString &settingsPath, QWidget *parent)
    : QMenu(tr("&View"), parent), m_settings(settingsPath)
{
    auto *group = new QActionGroup(this);
    const Appearance chosen = m_settings.appearance();
    const std::initializer_list<std::pair<Appearance, QString>> appearances{
        {Appearance::System, tr("Colours of the &system")},
        {Appearance::Light, tr("&Light colours")},
        {Appearance::Dark, tr("&Dark colours")}};
    for (const auto &[appearance, text] : appearances) {
        auto *action = addAction(text);
        action->setCheckable(true);
        action->setChecked(appearance == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = appearance] { choose(value); });
    }
    if (chosen != Appearance::System) {
        applyAppearance(chosen);
    }
}

void AppearanceMenu::choose(Appearance appearance)
{
    applyAppearance(appearance);
    m_settings.setAppearance(appearance);
}

} // namespace purser
