// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keychain.h"
#include "credentials/keychainlock.h"

#include <chrono>

namespace purser {

//! The operating system's keychain through QtKeychain: Secret Service or KWallet, the macOS
//! keychain, the Windows credential store. Plain-text fallback is never used.
class SystemKeychain final : public Keychain {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds StandardDeadline{10'000};
    //! For a person who has to find and type a password.
    static constexpr std::chrono::milliseconds StandardPromptDeadline{120'000};

    //! deadline: for each operation as a whole, its check included. promptDeadline: for
    //! unlock(), from the moment on when the system asks the user.
    explicit SystemKeychain(QObject *parent = nullptr,
                            std::chrono::milliseconds deadline = StandardDeadline,
                            std::chrono::milliseconds promptDeadline = StandardPromptDeadline);

    void store(const QString &key, const Bearer &bearer, QObject *context, StoreDone done) override;
    void read(const QString &key, QObject *context, ReadDone done) override;
    void forget(const QString &key, QObject *context, StoreDone done) override;
    void find(QObject *context, FindDone done) override;
    void unlock(QObject *context, StoreDone done) override;

private:
    KeychainLock m_lock;
    std::chrono::milliseconds m_deadline;
    std::chrono::milliseconds m_promptDeadline;
};

} // namespace purser
