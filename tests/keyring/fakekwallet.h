// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QHash>
#include <QSet>

namespace purser {

//! The wallet daemon of Plasma 5, as far as QtKeychain uses it. Some of its calls can be made
//! to fail.
class FakeKWallet final : public QDBusVirtualObject {
    Q_OBJECT

public:
    explicit FakeKWallet(const QDBusConnection &bus);
    ~FakeKWallet() override;

    //! From now on this method answers with a D-Bus error.
    void fail(const QString &method) { m_failing.insert(method); }
    //! The user does not let the program into the wallet.
    void denyAccess() { m_denied = true; }
    [[nodiscard]] int entries() const { return static_cast<int>(m_entries.size()); }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QVariant answer(const QString &method, const QVariantList &arguments);

    QDBusConnection m_bus;
    QHash<QString, QString> m_entries;
    QSet<QString> m_failing;
    bool m_denied = false;
};

} // namespace purser
