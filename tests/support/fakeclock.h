// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/clock.h"

#include <QList>
#include <QPointer>

#include <algorithm>

namespace purser::test {

//! A clock that stands still until it is told to go on. Waits end in the order of their times.
class FakeClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void after(std::chrono::milliseconds delay, QObject *context,
               std::function<void()> call) override
    {
        m_waits.append(
            {m_now.addMSecs(delay.count()), QPointer<QObject>(context), std::move(call)});
    }
    double chance() override { return m_chance; }

    void setNow(const QDateTime &now) { m_now = now; }
    void setChance(double chance) { m_chance = chance; }
    //! Goes on by this much; what was waited for until then is called at its time.
    void advance(std::chrono::milliseconds by)
    {
        const QDateTime end = m_now.addMSecs(by.count());
        for (;;) {
            const auto next =
                std::min_element(m_waits.begin(), m_waits.end(),
                                 [](const Wait &a, const Wait &b) { return a.at < b.at; });
            if (next == m_waits.end() || next->at > end) {
                break;
            }
            const Wait due = *next;
            m_waits.erase(next);
            m_now = std::max(m_now, due.at);
            if (due.context) {
                due.call();
            }
        }
        m_now = end;
    }
    //! The waits that have not ended yet.
    [[nodiscard]] int waits() const { return static_cast<int>(m_waits.size()); }
    //! Until the next one ends, if there is one.
    [[nodiscard]] std::chrono::milliseconds nextWait() const
    {
        qint64 least = -1;
        for (const Wait &wait : m_waits) {
            const qint64 left = m_now.msecsTo(wait.at);
            least = least < 0 ? left : std::min(least, left);
        }
        return std::chrono::milliseconds(least);
    }

private:
    struct Wait {
        QDateTime at;
        QPointer<QObject> context;
        std::function<void()> call;
    };

    QDateTime m_now{QDate(2030, 1, 1), QTime(8, 0), Qt::UTC};
    double m_chance = 0.5;
    QList<Wait> m_waits;
};

} // namespace purser::test
