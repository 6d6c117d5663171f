// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/settingsfile.h"

#include <QByteArray>
#include <QHash>

namespace purser {

//! Which colours the windows have.
enum class Appearance {
    System, //!< the desktop's
    Light,
    Dark,
};

//! What the windows remember from one run to the next, in the settings file beside the accounts.
//! What can't be read is as it is the first time.
class Settings {
public:
    explicit Settings(QString path) : m_file(std::move(path)) { }

    [[nodiscard]] Appearance appearance() const;
    bool setAppearance(Appearance appearance);

    //! Of a window's part, as Qt made it: "window/geometry". Empty: none is known.
    [[nodiscard]] QByteArray state(const QString &part) const;
    //! All at once, by part.
    bool setStates(const QHash<QString, QByteArray> &states);

private:
    SettingsFile m_file;
};

} // namespace purser
