// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace purser {

//! The wallet that QtKeychain prefers to the Secret Service in a session.
enum class KdeWallet {
    None,
    KWallet4, //!< used whether it answers or not
    KWallet5, //!< used if it answers
    KWallet6, //!< used if it answers; known to QtKeychain 0.14.2 and newer
};

//! What QtKeychain makes of the session's variables. It compares them whole, so that
//! "ubuntu:GNOME" is no desktop it knows; that leads to the Secret Service too.
//! (QtKeychain 0.13.2, keychain_unix.cpp)
KdeWallet preferredWallet(const QProcessEnvironment &environment);

} // namespace purser
