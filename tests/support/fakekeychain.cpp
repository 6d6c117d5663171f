// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakekeychain.h"

#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace purser {

std::optional<Bearer> FakeKeychain::entry(const QString &key) const
{
    const auto found = m_entries.constFind(key);
    return found == m_entries.cend() ? std::nullopt : std::optional(*found);
}

void FakeKeychain::setProblem(std::optional<KeychainProblem> problem)
{
    m_storeProblem = m_readProblem = m_forgetProblem = problem;
    m_findProblem = m_unlockProblem = problem;
}

void FakeKeychain::release()
{
    m_held = false;
    const auto pending = std::exchange(m_pending, {});
    for (const auto &send : pending) {
        send();
    }
}

void FakeKeychain::store(const QString &key, const Bearer &bearer, QObject *context, StoreDone done)
{
    ++m_stores;
    const auto problem = outcome(m_storeProblem);
    if (!problem) {
        m_entries.insert(key, bearer);
    }
    answer(context, [problem, done = std::move(done)] { done(problem); });
}

void FakeKeychain::read(const QString &key, QObject *context, ReadDone done)
{
    ++m_reads;
    const auto problem = outcome(m_readProblem);
    const ReadResult result = problem ? ReadResult(Unexpected{*problem}) : ReadResult(entry(key));
    answer(context, [result, done = std::move(done)] { done(result); });
}

void FakeKeychain::forget(const QString &key, QObject *context, StoreDone done)
{
    ++m_forgets;
    const auto problem = outcome(m_forgetProblem);
    if (!problem) {
        m_entries.remove(key);
    }
    answer(context, [problem, done = std::move(done)] { done(problem); });
}

QStringList FakeKeychain::names() const
{
    QStringList names = m_entries.keys();
    names.sort();
    return names;
}

void FakeKeychain::find(QObject *context, FindDone done)
{
    const auto problem = m_findProblem;
    const QStringList found = names();
    answer(context, [problem, found, done = std::move(done)] {
        if (problem) {
            done(Unexpected{*problem});
        } else {
            done(found);
        }
    });
}

void FakeKeychain::unlock(QObject *context, StoreDone done)
{
    ++m_unlocks;
    const auto problem = m_unlockProblem;
    if (!problem) {
        m_locked = false;
    }
    answer(context, [problem, done = std::move(done)] { done(problem); });
}

std::optional<KeychainProblem> FakeKeychain::outcome(std::optional<KeychainProblem> scripted) const
{
    return m_locked ? KeychainProblem::Locked : scripted;
}

void FakeKeychain::answer(QObject *context, const std::function<void()> &done)
{
    const auto send = [context = QPointer(context), done] {
        if (context) {
            QMetaObject::invokeMethod(context, done, Qt::QueuedConnection);
        }
    };
    if (m_held) {
        m_pending.append(send);
        return;
    }
    send();
}

} // namespace purser
