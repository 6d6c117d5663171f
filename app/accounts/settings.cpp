// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/settings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto AppearanceKey = "appearance"_L1;

//! In the order of Appearance.
constexpr std::array AppearanceWords{"system"_L1, "light"_L1, "dark"_L1};

} // namespace

Appearance Settings::appearance() const
{
    const QString word = m_file.value(AppearanceKey).toString();
    for (size_t index = 0; index < AppearanceWords.size(); ++index) {
        if (word == AppearanceWords.at(index)) {
            return static_cast<Appearance>(index);
        }
    }
    return Appearance::System;
}

bool Settings::setAppearance(Appearance appearance)
{
    return m_file.setValues(
        {{AppearanceKey, QString(AppearanceWords.at(static_cast<size_t>(appearance)))}});
}

QByteArray Settings::state(const QString &part) const
{
    return m_file.value(part).toByteArray();
}

bool Settings::setStates(const QHash<QString, QByteArray> &states)
{
    QVariantHash values;
    for (auto one = states.begin(); one != states.end(); ++one) {
        values.insert(one.key(), one.value());
    }
    return m_file.setValues(values);
}

} // namespace purser
