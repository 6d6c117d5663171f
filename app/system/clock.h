// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "system/moment.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace purser {

//! Time and chance, as the use case takes them: tests give their own.
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    //! In UTC, by the wall clock: for people and for what the service's own times are compared
    //! with. How long something took, or may take, goes by moment().
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! The same instant by all clocks there are.
    [[nodiscard]] virtual Moment moment() const = 0;
    //! Calls from the event loop, once the delay is over; not at all once context is gone.
    virtual void after(std::chrono::milliseconds delay, QObject *context,
                       std::function<void()> call) = 0;
    //! From 0 up to, but not including, 1: spreads the retries of many clients.
    virtual double chance() = 0;
};

//! The computer's own.
class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] Moment moment() const override;
    void after(std::chrono::milliseconds delay, QObject *context,
               std::function<void()> call) override;
    double chance() override;
};

} // namespace purser
