// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <array>
#include <concepts>
#include <optional>

namespace purser::test {

//! What befalls a change on its way. Those from Held on are answered as the name says, and applied
//! later, or never.
enum class Fault : quint8 {
    None,
    Lost, //!< the connection breaks before it is there
    Status500, //!< and not applied
    Status500After,
    CutAfter, //!< applied, and half an answer
    Slow, //!< applied, and answered after the deadline
    Status401,
    Lie, //!< holds something else than was asked, and says so
    Held, //!< not answered
    HeldCut, //!< the connection breaks
    Held500,
};

//! What befalls the computer.
enum class ClockFault : quint8 { Soon, By12s, By25s, Sleep, WallForth, WallBack };

//! What befalls a program, and what it had sent.
enum class CrashKind : quint8 {
    Arrives, //!< what had left arrives
    Lost, //!< it does not
    Reboot, //!< of all runs, with the computer; what had left arrives
};

inline constexpr std::array FaultWords{"",    "lost", "500",  "500-after", "cut-after", "slow",
                                       "401", "lie",  "held", "held-cut",  "held-500"};
inline constexpr std::array ClockFaultWords{"soon", "12s", "25s", "sleep", "wall+1h", "wall-1h"};
inline constexpr std::array CrashWords{"arrives", "lost", "reboot"};

inline bool isHeld(Fault fault)
{
    return fault >= Fault::Held;
}

//! One thing that can happen next. Its order says which of two that don't touch each other is
//! taken first.
struct Step {
    enum class Kind : quint8 {
        Journal, //!< of a run: the first job that it asked the journal for
        Leave, //!< of a run's request: the change's first byte
        Arrive, //!< of a run's request, at the service; what it answers arrives with it
        Late, //!< of a run's request: what was held back is applied
        Spend, //!< of a token: run is which
        Tick, //!< the clock goes on to what is waited for next
        Clock,
        Crash, //!< of a run, which starts again
    };
    Kind kind = Kind::Tick;
    quint8 run = 0;
    quint8 request = 0; //!< the run's own number
    quint8 what = 0; //!< Fault, ClockFault, CrashKind

    [[nodiscard]] quint32 order() const
    {
        return static_cast<quint32>(isFault()) << 31 | static_cast<quint32>(what) << 24
            | static_cast<quint32>(kind) << 16 | static_cast<quint32>(run) << 8 | request;
    }
    [[nodiscard]] bool isFault() const
    {
        return kind == Kind::Clock || kind == Kind::Crash || what != 0;
    }
    //! Nobody's fault, and nobody's doing.
    [[nodiscard]] bool goesOn() const
    {
        return !isFault() && kind != Kind::Late && kind != Kind::Spend;
    }
    [[nodiscard]] QString toText() const;
    static std::optional<Step> fromText(const QString &text);

    friend bool operator==(const Step &, const Step &) = default;
};

using Steps = QList<Step>;

//! What a step touched.
struct Footprint {
    bool all = false; //!< the clock, or more than is worth telling
    bool fault = false; //!< of these a schedule has but a few
    bool journalRead = false;
    bool journalWritten = false;
    quint8 runs = 0; //!< bits
    quint8 read = 0; //!< tokens, bits
    quint8 written = 0;
};

constexpr quint8 bitOf(size_t number)
{
    return static_cast<quint8>(1U << number);
}

bool areIndependent(const Footprint &a, const Footprint &b);

//! For what two schedules have in common: order matters.
template <std::integral Value>
constexpr quint64 mixed(quint64 seed, Value value)
{
    quint64 x = seed * 0x9e3779b97f4a7c15ULL + static_cast<quint64>(value) + 0x632be59bd9b4e019ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

inline quint64 mixed(quint64 seed, const QString &text)
{
    for (const QChar c : text) {
        seed = mixed(seed, c.unicode());
    }
    return mixed(seed, text.size());
}

} // namespace purser::test
