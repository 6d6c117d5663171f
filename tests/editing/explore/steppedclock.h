// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps.h"
#include "system/clock.h"

#include <QList>
#include <QPointer>

#include <algorithm>
#include <chrono>

namespace purser::test {

//! The clocks of one computer, which all runs share, and the time that really goes by.
class SteppedClock final : public Clock {
public:
    using Milliseconds = std::chrono::milliseconds;

    SteppedClock() { reset(); }

    [[nodiscard]] QDateTime now() const override { return m_moment.wall; }
    [[nodiscard]] Moment moment() const override { return m_moment; }
    void after(Milliseconds delay, QObject *context, std::function<void()> call) override
    {
        m_waits.append({m_moment.monotonic + delay, QPointer<QObject>(context), std::move(call)});
    }
    double chance() override { return 0.5; }

    //! What really went by since the start, sleep included.
    [[nodiscard]] Milliseconds real() const { return m_real; }

    void reset()
    {
        m_waits.clear();
        m_real = Milliseconds(0);
        m_boots = 0;
        // No reset falls here, and no clock is another's.
        m_moment = {QDateTime(QDate(2030, 1, 1), QTime(8, 0), Qt::UTC), std::chrono::hours(1),
                    std::chrono::hours(2), QStringLiteral("boot-0")};
    }
    //! Nothing: nobody waits.
    [[nodiscard]] std::optional<Milliseconds> nextWait()
    {
        m_waits.removeIf([](const Wait &wait) { return !wait.context; });
        const auto next = earliest();
        return next == m_waits.end() ? std::nullopt : std::optional(next->at - m_moment.monotonic);
    }
    //! Goes on by this much; what was waited for until then is called at its time.
    void advance(Milliseconds by)
    {
        const auto end = m_moment.monotonic + by;
        for (auto next = earliest(); next != m_waits.end() && next->at <= end; next = earliest()) {
            const Wait due = *next;
            m_waits.erase(next);
            goOnTo(due.at);
            if (due.context) {
                due.call();
            }
        }
        goOnTo(end);
    }
    void sleep(Milliseconds by)
    {
        m_moment.wall = m_moment.wall.addMSecs(by.count());
        m_moment.sinceBoot += by;
        m_real += by;
    }
    void setWall(Milliseconds by) { m_moment.wall = m_moment.wall.addMSecs(by.count()); }
    //! Everything that waits is gone.
    void reboot(Milliseconds taking)
    {
        m_waits.clear();
        m_moment.wall = m_moment.wall.addMSecs(taking.count());
        m_moment.monotonic = m_moment.sinceBoot = std::chrono::seconds(5);
        m_moment.boot = QStringLiteral("boot-%1").arg(++m_boots);
        m_real += taking;
    }
    [[nodiscard]] quint64 hash() const
    {
        quint64 hash = mixed(static_cast<quint64>(m_boots), m_moment.wall.toMSecsSinceEpoch());
        hash = mixed(hash, m_moment.monotonic.count());
        hash = mixed(hash, m_moment.sinceBoot.count());
        return mixed(hash, m_real.count());
    }

private:
    struct Wait {
        Milliseconds at; //!< monotonic
        QPointer<QObject> context;
        std::function<void()> call;
    };

    QList<Wait>::iterator earliest()
    {
        return std::min_element(m_waits.begin(), m_waits.end(),
                                [](const Wait &a, const Wait &b) { return a.at < b.at; });
    }
    void goOnTo(Milliseconds monotonic)
    {
        const auto by = std::max(Milliseconds(0), monotonic - m_moment.monotonic);
        m_moment.wall = m_moment.wall.addMSecs(by.count());
        m_moment.monotonic += by;
        m_moment.sinceBoot += by;
        m_real += by;
    }

    Moment m_moment;
    Milliseconds m_real{0};
    int m_boots = 0;
    QList<Wait> m_waits;
};

} // namespace purser::test
