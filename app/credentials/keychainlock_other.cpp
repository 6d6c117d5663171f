// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keychainlock.h"

namespace purser {

// macOS and Windows open their keychains themselves and say so when they can't.

void KeychainLock::check(QObject *, const Done &done)
{
    done(std::nullopt);
}

void KeychainLock::unlock(QObject *, const std::function<void()> &, const Done &done)
{
    done(std::nullopt);
}

void KeychainLock::find(QObject *, const Keychain::FindDone &done)
{
    done(QStringList());
}

} // namespace purser
