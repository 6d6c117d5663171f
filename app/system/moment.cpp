// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/moment.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#elif defined(Q_OS_UNIX)
#include <ctime>
#endif

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using Milliseconds = Moment::Milliseconds;

#ifdef Q_OS_UNIX
Milliseconds readClock(clockid_t clock)
{
    timespec time{};
    if (::clock_gettime(clock, &time) != 0) {
        return Milliseconds(0);
    }
    return Milliseconds(static_cast<qint64>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000);
}
#endif

#ifdef Q_OS_LINUX
QString readBootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString id = QString::fromLatin1(file.read(64)).trimmed();
    return id.contains(u' ') ? QString() : id;
}
#endif

Milliseconds wallTime(const Moment &from, const Moment &to)
{
    return Milliseconds(from.wall.msecsTo(to.wall));
}

} // namespace

QString Moment::toText() const
{
    return boot.isEmpty() ? QString()
                          : u"%1 %2 %3"_s.arg(boot)
                                .arg(static_cast<qint64>(monotonic.count()))
                                .arg(static_cast<qint64>(sinceBoot.count()));
}

std::optional<Moment> Moment::fromText(const QString &text, const QDateTime &wall,
                                       const Moment &now)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 3 || now.boot.isEmpty() || parts.at(0) != now.boot) {
        return std::nullopt;
    }
    bool isMonotonic = false;
    bool isSinceBoot = false;
    Moment moment;
    moment.wall = wall;
    moment.boot = now.boot;
    moment.monotonic = Milliseconds(parts.at(1).toLongLong(&isMonotonic));
    moment.sinceBoot = Milliseconds(parts.at(2).toLongLong(&isSinceBoot));
    // What claims to be later than now is no moment of this start, whatever it says.
    if (!isMonotonic || !isSinceBoot || moment.monotonic > now.monotonic
        || moment.sinceBoot > now.sinceBoot || !wall.isValid()) {
        return std::nullopt;
    }
    return moment;
}

Moment currentMoment()
{
    Moment moment;
    moment.wall = QDateTime::currentDateTimeUtc();
#ifdef Q_OS_LINUX
    static const QString boot = readBootId();
    moment.boot = boot;
    moment.monotonic = readClock(CLOCK_MONOTONIC);
    moment.sinceBoot = readClock(CLOCK_BOOTTIME);
#elif defined(Q_OS_MACOS)
    moment.monotonic = readClock(CLOCK_UPTIME_RAW);
    moment.sinceBoot = readClock(CLOCK_MONOTONIC_RAW); // counts sleep there
#elif defined(Q_OS_WIN)
    ULONGLONG awake = 0; // in units of 100 ns
    QueryUnbiasedInterruptTime(&awake);
    moment.monotonic = Milliseconds(static_cast<qint64>(awake / 10'000));
    moment.sinceBoot = Milliseconds(static_cast<qint64>(GetTickCount64()));
#else
    moment.monotonic = std::chrono::duration_cast<Milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    moment.sinceBoot = moment.monotonic;
#endif
    return moment;
}

std::chrono::milliseconds atLeast(const Moment &from, const Moment &to)
{
    return std::max(Milliseconds(0), to.monotonic - from.monotonic);
}

std::chrono::milliseconds atMost(const Moment &from, const Moment &to)
{
    // A wall clock that went back says nothing; one that went on may be the only one to notice
    // sleep.
    return std::max({Milliseconds(0), to.monotonic - from.monotonic, to.sinceBoot - from.sinceBoot,
                     wallTime(from, to)});
}

bool wentApart(const Moment &from, const Moment &to, std::chrono::milliseconds tolerance)
{
    const auto awake = to.monotonic - from.monotonic;
    const auto isApart = [&](Milliseconds other) {
        return other - awake > tolerance || awake - other > tolerance;
    };
    return isApart(wallTime(from, to)) || isApart(to.sinceBoot - from.sinceBoot);
}

} // namespace purser
