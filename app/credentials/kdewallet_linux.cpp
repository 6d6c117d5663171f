// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/kdewallet_linux.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

KdeWallet walletOfVersion(const QString &version)
{
    constexpr int FirstWithKWallet6 = 1402;
    if (version == "6"_L1 && PURSER_QTKEYCHAIN_VERSION >= FirstWithKWallet6) {
        return KdeWallet::KWallet6;
    }
    if (version == "5"_L1) {
        return KdeWallet::KWallet5;
    }
    return version == "4"_L1 ? KdeWallet::KWallet4 : KdeWallet::None;
}

} // namespace

KdeWallet preferredWallet(const QProcessEnvironment &environment)
{
    const KdeWallet ofVersion = walletOfVersion(environment.value(u"KDE_SESSION_VERSION"_s));

    const QString desktop = environment.value(u"XDG_CURRENT_DESKTOP"_s);
    if (desktop == "KDE"_L1) {
        return ofVersion;
    }
    if (QStringList{u"GNOME"_s, u"Unity"_s, u"XFCE"_s}.contains(desktop)) {
        return KdeWallet::None;
    }

    const QString session = environment.value(u"DESKTOP_SESSION"_s);
    if (session == "kde"_L1) {
        return ofVersion;
    }
    if (session == "kde4"_L1) {
        return KdeWallet::KWallet4;
    }
    if (session == "gnome"_L1 || session == "xubuntu"_L1 || session.contains("xfce"_L1)) {
        return KdeWallet::None;
    }

    const bool isGnome = !environment.value(u"GNOME_DESKTOP_SESSION_ID"_s).isEmpty();
    const bool isKde = !environment.value(u"KDE_FULL_SESSION"_s).isEmpty();
    return isKde && !isGnome ? ofVersion : KdeWallet::None;
}

} // namespace purser
