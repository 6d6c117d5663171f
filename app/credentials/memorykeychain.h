// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keychain.h"

#include <QHash>

namespace purser {

//! A keychain that ends with the program: for the sandbox, where nothing of the user's is
//! touched.
class MemoryKeychain final : public Keychain {
    Q_OBJECT

public:
    using Keychain::Keychain;

    void store(const QString &key, const Bearer &bearer, QObject *context, StoreDone done) override;
    void read(const QString &key, QObject *context, ReadDone done) override;
    void forget(const QString &key, QObject *context, StoreDone done) override;
    void unlock(QObject *context, StoreDone done) override;

private:
    QHash<QString, Bearer> m_entries;
};

} // namespace purser
