// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "system/clock.h"

#include <QList>
#include <QPointer>

#include <algorithm>

namespace purser::test {

//! Clocks that stand still until they are told to go on, together or apart. Waits end in the order
//! of their times, by the monotonic one: none ends in sleep.
class FakeClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return m_moment.wall; }
    [[nodiscard]] Moment moment() const override { return m_moment; }
    void after(std::chrono::milliseconds delay, QObject *context,
               std::function<void()> call) override
    {
        m_waits.append({m_moment.monotonic + delay, QPointer<QObject>(context), std::move(call)});
    }
    double chance() override { return m_chance; }

    //! The wall clock alone is set.
    void setNow(const QDateTime &now) { m_moment.wall = now; }
    //! The computer sleeps.
    void sleep(std::chrono::milliseconds by)
    {
        m_moment.wall = m_moment.wall.addMSecs(by.count());
        m_moment.sinceBoot += by;
    }
    //! The computer was started anew; empty: it can't tell.
    void setBoot(const QString &boot) { m_moment.boot = boot; }
    //! The computer was off for a while, and starts; everything that waits is gone.
    void reboot(std::chrono::milliseconds taking, const QString &boot)
    {
        m_waits.clear();
        m_moment.wall = m_moment.wall.addMSecs(taking.count());
        m_moment.monotonic = m_moment.sinceBoot = std::chrono::seconds(5);
        m_moment.boot = boot;
    }
    void setChance(double chance) { m_chance = chance; }
    //! Goes on by this much; what was waited for until then is called at its time.
    void advance(std::chrono::milliseconds by)
    {
        const auto end = m_moment.monotonic + by;
        for (;;) {
            const auto next =
                std::min_element(m_waits.begin(), m_waits.end(),
                                 [](const Wait &a, const Wait &b) { return a.at < b.at; });
            if (next == m_waits.end() || next->at > end) {
                break;
            }
            const Wait due = *next;
            m_waits.erase(next);
            goOnTo(due.at);
            if (due.context) {
                due.call();
            }
        }
        goOnTo(end);
    }
    //! The waits that have not ended yet.
    [[nodiscard]] int waits() const { return static_cast<int>(m_waits.size()); }
    //! Until the next one ends, if there is one.
    [[nodiscard]] std::chrono::milliseconds nextWait() const
    {
        std::chrono::milliseconds least{-1};
        for (const Wait &wait : m_waits) {
            const auto left = wait.at - m_moment.monotonic;
            least = least.count() < 0 ? left : std::min(least, left);
        }
        return least;
    }

private:
    void goOnTo(std::chrono::milliseconds monotonic)
    {
        const auto by = std::max(std::chrono::milliseconds(0), monotonic - m_moment.monotonic);
        m_moment.wall = m_moment.wall.addMSecs(by.count());
        m_moment.monotonic += by;
        m_moment.sinceBoot += by;
    }

    struct Wait {
        std::chrono::milliseconds at; //!< monotonic
        QPointer<QObject> context;
        std::function<void()> call;
    };

    Moment m_moment{QDateTime(QDate(2030, 1, 1), QTime(8, 0), Qt::UTC), std::chrono::hours(1),
                    std::chrono::hours(2), QStringLiteral("a-boot")};
    double m_chance = 0.5;
    QList<Wait> m_waits;
};

} // namespace purser::test
