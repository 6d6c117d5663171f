// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>

namespace purser {

//! A Secret Service with one default collection that knows how to be locked and unlocked, and
//! nothing else: unless told otherwise, it never answers to whatever else it is asked. It is on
//! the bus as long as it lives.
class FakeSecretService final : public QDBusVirtualObject {
    Q_OBJECT

public:
    //! What comes of a prompt.
    enum class User { Agrees, AgreesInVain, Dismisses, IsAway, PullsThePlug };

    //! address: of the bus, which it joins with a connection of its own.
    explicit FakeSecretService(const QString &address);
    ~FakeSecretService() override;

    void setLocked(bool locked) { m_locked = locked; }
    void setUser(User user) { m_user = user; }
    //! Answers searches, finds nothing, and closes the collection when it is first asked to.
    void lockWhenSearched() { m_locksWhenSearched = true; }
    void leaveTheBus();

    [[nodiscard]] int questions() const { return m_questions; }
    //! Those that stay without an answer.
    [[nodiscard]] int unanswered() const { return m_unanswered; }
    [[nodiscard]] bool wasPromptDismissed() const { return m_promptDismissed; }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    void prompt(const QDBusMessage &message);
    [[nodiscard]] QDBusMessage search(const QDBusMessage &message);

    QDBusConnection m_bus;
    bool m_locked = true;
    bool m_locksWhenSearched = false;
    User m_user = User::IsAway;
    int m_questions = 0;
    int m_unanswered = 0;
    bool m_promptDismissed = false;
};

} // namespace purser
