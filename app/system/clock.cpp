// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/clock.h"

#include <QRandomGenerator>
#include <QTimer>

namespace purser {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

Moment SystemClock::moment() const
{
    return currentMoment();
}

void SystemClock::after(std::chrono::milliseconds delay, QObject *context,
                        std::function<void()> call)
{
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(call));
}

double SystemClock::chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace purser
