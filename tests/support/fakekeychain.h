// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keychain.h"

#include <QHash>

namespace purser {

//! A Keychain in memory that answers as a test wants it. It keeps to the contract: answers
//! come once, from the event loop, and not to a context that is gone.
class FakeKeychain final : public Keychain {
    Q_OBJECT

public:
    using Keychain::Keychain;

    //! What it holds, behind the back of the code under test.
    void put(const QString &key, const Bearer &bearer) { m_entries.insert(key, bearer); }
    [[nodiscard]] std::optional<Bearer> entry(const QString &key) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    //! Of its entries, sorted.
    [[nodiscard]] QStringList names() const;

    //! A locked one answers store, read and forget with Locked. unlock() opens it, unless a
    //! problem is set for it.
    void setLocked(bool locked) { m_locked = locked; }
    [[nodiscard]] bool isLocked() const { return m_locked; }

    //! Lets each later call of the kind end with this problem and do nothing; nothing lifts it.
    //! Any of the problems will do for any of the calls.
    void setStoreProblem(std::optional<KeychainProblem> problem) { m_storeProblem = problem; }
    void setReadProblem(std::optional<KeychainProblem> problem) { m_readProblem = problem; }
    void setForgetProblem(std::optional<KeychainProblem> problem) { m_forgetProblem = problem; }
    void setFindProblem(std::optional<KeychainProblem> problem) { m_findProblem = problem; }
    void setUnlockProblem(std::optional<KeychainProblem> problem) { m_unlockProblem = problem; }
    //! All five at once: a keychain that is unavailable, times out or refuses.
    void setProblem(std::optional<KeychainProblem> problem);

    //! Keeps answers back, as a slow keychain does, until release().
    void hold() { m_held = true; }
    void release();
    //! The answers that are kept back.
    [[nodiscard]] int pending() const { return static_cast<int>(m_pending.size()); }

    //! How often each was called.
    [[nodiscard]] int stores() const { return m_stores; }
    [[nodiscard]] int reads() const { return m_reads; }
    [[nodiscard]] int forgets() const { return m_forgets; }
    [[nodiscard]] int unlocks() const { return m_unlocks; }

    void store(const QString &key, const Bearer &bearer, QObject *context, StoreDone done) override;
    void read(const QString &key, QObject *context, ReadDone done) override;
    void forget(const QString &key, QObject *context, StoreDone done) override;
    void find(QObject *context, FindDone done) override;
    void unlock(QObject *context, StoreDone done) override;

private:
    [[nodiscard]] std::optional<KeychainProblem>
    outcome(std::optional<KeychainProblem> scripted) const;
    void answer(QObject *context, const std::function<void()> &done);

    QHash<QString, Bearer> m_entries;
    bool m_locked = false;
    std::optional<KeychainProblem> m_storeProblem;
    std::optional<KeychainProblem> m_readProblem;
    std::optional<KeychainProblem> m_forgetProblem;
    std::optional<KeychainProblem> m_findProblem;
    std::optional<KeychainProblem> m_unlockProblem;
    bool m_held = false;
    QList<std::function<void()>> m_pending;
    int m_stores = 0;
    int m_reads = 0;
    int m_forgets = 0;
    int m_unlocks = 0;
};

} // namespace purser
